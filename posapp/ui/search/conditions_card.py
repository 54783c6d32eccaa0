"""The conditions of a search: fields and choices; empty ones say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.member import MemberStatus
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.search.tick_grid import TickGrid
from posapp.ui.service.words import status_title
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.workflows.seeking import SearchForm

if TYPE_CHECKING:
    from posapp.ui.look import Look

ANY: Final = "any"
_TIERS: Final = ("silver", "gold", "diamond")
_STATES: Final = (MemberStatus.FROZEN, MemberStatus.BLACKLISTED, MemberStatus.CLOSED)


class ConditionsCard(QWidget):
    """Emits `entered` when Enter is pressed in a field."""

    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, look.px(4), 0)
        rows.setSpacing(look.px(8))
        self.fields: dict[str, FormField] = {}
        rows.addLayout(self._field_grid())
        self.groups: dict[str, ChoiceGroup] = {}
        self._add_group(rows, "tier", tr("等级"), tuple((t, tier_title(t)) for t in _TIERS))
        states = tuple((each.value, status_title(each)) for each in _STATES)
        self._add_group(rows, "status", tr("状态"), states)
        self._add_group(rows, "card", tr("会员卡"), (("yes", tr("有卡")), ("no", tr("没有卡"))))
        self.tags = TickGrid(look, "search.tag", tr("标签，都要有"))
        rows.addWidget(self.tags)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroller(inner))

    def _field_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.px(8))
        day = tr("例如 2026-01-31")
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for place, (name, label, hint, is_code) in enumerate(
            (
                ("name", tr("姓名"), tr("姓名或拼音"), False),
                ("phone", tr("手机号"), tr("手机号或后 4 位"), True),
                ("month", tr("生日月份"), tr("1 到 12"), True),
                ("registered_from", tr("登记从"), day, True),
                ("registered_until", tr("登记到"), day, True),
                ("bought_from", tr("最近消费从"), day, True),
                ("bought_until", tr("最近消费到"), day, True),
            )
        ):
            field = FormField(
                self._look, f"search.{name}", label, placeholder=hint, code=is_code, height=48
            )
            field.edit.returnPressed.connect(self.entered)
            self.fields[name] = field
            # A third field stands in the first row alone: the pairs of days belong together.
            grid.addWidget(field, *((0, place) if place < 3 else divmod(place - 1, 2)))
        return grid

    def _add_group(
        self, rows: QVBoxLayout, name: str, label: str, choices: tuple[tuple[str, str], ...]
    ) -> None:
        every = ((ANY, tr("不限")), *choices)
        group = ChoiceGroup(self._look, f"search.{name}", every, height=48, fill=True)
        group.choose(ANY)
        self.groups[name] = group
        title = Label(self._look, label, size="small", tone="text2")
        title.setFixedWidth(self._look.px(56))
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        row.addWidget(title)
        row.addWidget(group, 1)
        rows.addLayout(row)

    def form(self) -> SearchForm:
        texts = {name: field.text for name, field in self.fields.items()}
        picked = {name: group.value for name, group in self.groups.items()}
        chosen = {name: "" if value == ANY else value for name, value in picked.items()}
        return SearchForm(**texts, **chosen, tags=self.tags.ticked)

    def show_form(self, form: SearchForm) -> None:
        for name, field in self.fields.items():
            field.edit.setText(getattr(form, name))
            field.show_error("")
        for name, group in self.groups.items():
            group.choose(getattr(form, name) or ANY)
        self.tags.tick(form.tags)
