"""The fields of who has the account from now on: who she is, what was seen, what she agrees to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.member import LONGEST_NAME
from posapp.ui.i18n import tr
from posapp.ui.member.purposes import purpose_titles, purpose_uses
from posapp.ui.service.guardian_fields import GuardianFields
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.service.state import Question

LONGEST_PAPER: Final = 60
_LEAST_HEIGHT: Final = 300


class HolderForm(QWidget):
    """Scrolls on a small screen. `send_new` carries the phone that a code goes to. None of what
    she may agree to is ticked beforehand.
    """

    changed = Signal()
    send_new = Signal(str)
    turn_asked = Signal()

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self._look = look
        self._fields: dict[str, FormField] = {}
        self._boxes: dict[str, CheckBox] = {}
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, look.px(4), 0)
        self._rows.setSpacing(look.px(8))
        relations = (("heir", tr("继承")), ("guardian", tr("监护人")), ("other", tr("其他关系")))
        self.relation = self._choose("relation", relations)
        self._lay_person(question)
        self._lay_papers()
        self._lay_consent(question)
        self._rows.addStretch(1)
        scroller = Scroller(inner)
        scroller.setMinimumHeight(look.px(_LEAST_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroller)

    def _lay_person(self, question: Question) -> None:
        look = self._look
        self._rows.addWidget(self._field("name", tr("新持有人的姓名"), LONGEST_NAME))
        self._rows.addWidget(self._field("phone", tr("新持有人的手机号"), 20, code=True))
        birthday = self._field("birthday", tr("新持有人的生日"), 10, code=True, hint="1990-03-08")
        self._rows.addWidget(birthday)
        self._guardian = GuardianFields(look, question.asked_ms)
        birthday.edit.textChanged.connect(self._guardian.follow)
        self._guardian.changed.connect(self.changed)
        self._rows.addWidget(self._guardian)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        label = tr("新手机收到的验证码")
        row.addWidget(self._field("code", label, 8, code=True), 1)
        self.send = TouchButton(look, "service_act.send_new", tr("发送"), label=label, height=44)
        self.send.clicked.connect(self._on_send)
        column = QVBoxLayout()
        column.addWidget(Label(look, size="small"))
        column.addWidget(self.send)
        row.addLayout(column)
        self._rows.addLayout(row)

    def _lay_papers(self) -> None:
        """What was seen of both, in words: the number of a paper is written nowhere."""
        self._rows.addWidget(
            self._field("old_paper", tr("原持有人：看了什么证件或证明"), LONGEST_PAPER)
        )
        self._rows.addWidget(self._field("new_paper", tr("新持有人：看了什么证件"), LONGEST_PAPER))

    def _lay_consent(self, question: Question) -> None:
        look, titles, uses = self._look, purpose_titles(tr), purpose_uses(tr)
        shown = tr("新持有人同意《会员协议》《隐私政策》{v}", v=question.policy_version)
        self._rows.addWidget(self._box("agreed", shown))
        by_guardian = self._box("by_guardian", tr("监护人已阅读并同意"))
        by_guardian.hide()
        self._fields["birthday"].edit.textChanged.connect(self._show_by_guardian)
        self._rows.addWidget(by_guardian)
        turn = TouchButton(look, "service_act.turn", tr("给顾客看"), kind=Kind.OUTLINE, height=44)
        turn.clicked.connect(lambda _on=False: self.turn_asked.emit())
        self._rows.addWidget(turn)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for place, purpose in enumerate(question.purposes):
            box = self._box(f"purpose_{purpose.value}", titles[purpose])
            box.setAccessibleDescription(uses[purpose])
            grid.addWidget(box, place // 2, place % 2)
        self._rows.addLayout(grid)
        channels = (("display", tr("顾客屏点选")), ("scan", tr("扫码签署")), ("paper", tr("纸质")))
        self.channel = self._choose("channel", channels)
        self.channel.choose("paper")

    def hear(self, agreed: bool, purposes: frozenset[str]) -> None:
        """What the new holder, or her guardian, pressed; the form follows."""
        self.channel.choose("display")
        for name, box in self._boxes.items():
            is_chosen = name == "agreed" or name.removeprefix("purpose_") in purposes
            answers = name == "by_guardian" and box.isVisibleTo(self)
            box.setChecked(agreed and (is_chosen or answers))

    def _field(
        self, name: str, label: str, longest: int, *, code: bool = False, hint: str = ""
    ) -> FormField:
        field = FormField(
            self._look,
            f"service_act.{name}",
            label,
            code=code,
            placeholder=hint,
            edit=None if code else QLineEdit(),
            height=44,
        )
        field.edit.setMaxLength(longest)
        field.edit.textChanged.connect(self._on_change)
        self._fields[name] = field
        return field

    def _box(self, name: str, text: str) -> CheckBox:
        box = CheckBox(self._look, f"service_act.{name}", text)
        box.toggled.connect(self._on_change)
        self._boxes[name] = box
        return box

    def _choose(self, name: str, choices: tuple[tuple[str, str], ...]) -> ChoiceGroup:
        group = ChoiceGroup(self._look, f"service_act.{name}", choices, height=44, fill=True)
        group.choose(choices[0][0])
        group.chosen.connect(self._on_change)
        self._rows.addWidget(group)
        return group

    def first(self) -> QWidget | None:
        return self._fields["name"].edit

    @property
    def fields(self) -> dict[str, str]:
        found = {name: field.text for name, field in self._fields.items()}
        found |= self._guardian.fields
        found |= {name: "1" for name, box in self._boxes.items() if box.isChecked()}
        return {**found, "relation": self.relation.value, "channel": self.channel.value}

    @property
    def words(self) -> str:
        """What was seen of both, as it is written down with the act."""
        old, new = self._fields["old_paper"].text, self._fields["new_paper"].text
        return tr("原持有人：{old}；新持有人：{new}", old=old, new=new)

    @property
    def missing(self) -> str:
        found = self.fields
        if not found["name"]:
            return tr("先填新持有人的姓名")
        if not found["birthday"]:
            return tr("先填新持有人的生日，看证件")
        if self._guardian.missing:
            return self._guardian.missing
        if not found["phone"] or not found["code"]:
            return tr("先填新手机号和它的验证码")
        if not found["old_paper"] or not found["new_paper"]:
            return tr("先写明看了双方的什么证件")
        if self._guardian.is_child and "by_guardian" not in found:
            return tr("新持有人不满 14 岁，监护人同意才能更换")
        return "" if "agreed" in found else tr("新持有人同意协议和政策才能更换")

    def show_question(self, question: Question) -> None:
        self.send.set_busy(question.sending)
        self.send.set_text(tr("发送") if question.sent_new is None else tr("已发送"))

    def _show_by_guardian(self, _birthday: str) -> None:
        """Who is no child any more by the day that is typed agrees for herself."""
        box = self._boxes["by_guardian"]
        box.setVisible(self._guardian.is_child)
        if not self._guardian.is_child:
            box.setChecked(False)

    def _on_change(self, _value: object = None) -> None:
        self.changed.emit()

    def _on_send(self) -> None:
        self.send_new.emit(self._fields["phone"].text)
