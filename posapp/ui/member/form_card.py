"""The rest of a registration: everything may stay empty, and a child brings her guardian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.consents import needs_guardian
from posapp.domain.extra_fields import LONGEST_VALUE, FieldKind
from posapp.domain.member import checked_birthday
from posapp.errors import Refused
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from posapp.domain.extra_fields import Extra, ExtraField
    from posapp.errors import PosError
    from posapp.ui.look import Look

_FIELD_OF: Final = {
    "card.reported_lost": "card",
    "card.taken": "card",
    "member.birthday_not_valid": "birthday",
    "member.name_too_long": "name",
    "pack.code_not_valid": "pack_code",
    "pack.unknown": "pack_code",
    "pack.used": "pack_code",
    "member.guardian_needed": "guardian_name",
    "member.guardian_phone_not_valid": "guardian_phone",
    "member.guardian_unknown": "guardian_number",
}


class FormCard(Card):
    """Scrolls where the glass is small; the fields of the operator stand after our own."""

    def __init__(self, look: Look, fields: tuple[ExtraField, ...], today: str) -> None:
        super().__init__(look, padding=12, name="register.form")
        self._look = look
        self._declared, self._today = fields, today
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, look.px(4), 0)
        self._column.setSpacing(look.px(6))
        optional = tr("可空")
        day = tr("例如 1992-06-15，可空")
        who = tr("手机号、会员号，或扫她的码")
        self.fields = {
            "name": _words(look, "register.name", tr("姓名"), optional),
            "birthday": FormField(
                look, "register.birthday", tr("生日"), placeholder=day, code=True
            ),
            "card": FormField(look, "register.card", tr("实体卡"), placeholder=optional, code=True),
            "referrer": _words(look, "register.referrer", tr("推荐人"), who),
            "pack_code": FormField(
                look, "register.pack_code", tr("企业码"), placeholder=optional, code=True
            ),
        }
        first, second = list(self.fields.values())[:2], list(self.fields.values())[2:]
        self._add_grid(*first)
        self._guardian = self._add_guardian()
        genders = (("", tr("不填")), ("female", tr("女")), ("male", tr("男")))
        self.gender = ChoiceGroup(look, "register.gender", genders, height=48)
        self.gender.choose("")
        self._add_grid(*second, _below(look, tr("性别"), self.gender))
        self.source = self._add_choice("register.source", tr("来源"), _sources())
        self.extra = {each.key: self._add_extra(each) for each in fields}
        self._column.addStretch(1)
        self.rows.addWidget(Scroller(inner))
        self.fields["birthday"].edit.textChanged.connect(self._on_birthday)

    def _add_grid(self, *fields: QWidget) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(16))
        grid.setVerticalSpacing(self._look.px(6))
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)

    def _add_choice(
        self, name: str, title: str, choices: tuple[tuple[str, str], ...]
    ) -> ChoiceGroup:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(12))
        row.addWidget(Label(self._look, title, tone="text2"))
        group = ChoiceGroup(self._look, name, choices, height=40)
        group.choose("")
        row.addWidget(group, 1)
        self._column.addLayout(row)
        return group

    def _add_guardian(self) -> QWidget:
        look = self._look
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        note = tr("不满 14 岁：填监护人的姓名和手机号，或只填她的会员号")
        column.addWidget(Label(look, note, tone="danger", wrap=True))
        guardian = {
            "guardian_name": _words(look, "register.guardian_name", tr("监护人姓名"), ""),
            "guardian_phone": FormField(
                look, "register.guardian_phone", tr("监护人手机号"), code=True
            ),
            "guardian_number": FormField(
                look, "register.guardian_number", tr("监护人会员号"), code=True
            ),
        }
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for field in guardian.values():
            row.addWidget(field, 1)
        self.fields |= guardian
        column.addLayout(row)
        self.by_guardian = CheckBox(look, "register.by_guardian", tr("监护人已阅读并同意"))
        column.addWidget(self.by_guardian)
        self._column.addWidget(box)
        box.hide()
        return box

    def _add_extra(self, field: ExtraField) -> FormField | ChoiceGroup:
        name = f"register.extra.{field.key}"
        if field.kind is FieldKind.CHOICE:
            listed = ((str(place), each) for place, each in enumerate(field.choices))
            return self._add_choice(name, field.title, (("", tr("不填")), *listed))
        made = _words(self._look, name, field.title, _hint(field))
        made.edit.setMaxLength(LONGEST_VALUE)
        self._column.addWidget(made)
        return made

    # -- what it holds

    def clear(self) -> None:
        for field in (*self.fields.values(), *self._extra_words().values()):
            field.edit.clear()
            field.show_error("")
        groups = [each for each in self.extra.values() if isinstance(each, ChoiceGroup)]
        for group in (self.gender, self.source, *groups):
            group.choose("")
        self.by_guardian.setChecked(False)

    def text(self, name: str) -> str:
        return self.fields[name].text

    def values(self) -> Extra:
        """The operator's fields as they stand."""
        return tuple((field.key, self._value(field)) for field in self._declared)

    def show_error(self, error: PosError | None) -> None:
        key = "" if error is None else error.key
        for name, field in self.fields.items():
            wrong = error is not None and _FIELD_OF.get(key) == name
            field.show_error(text_for(error) if error is not None and wrong else "")

    def _value(self, field: ExtraField) -> str:
        made = self.extra[field.key]
        if isinstance(made, FormField):
            return made.text
        return field.choices[int(made.value)] if made.value else ""

    def _extra_words(self) -> dict[str, FormField]:
        return {key: each for key, each in self.extra.items() if isinstance(each, FormField)}

    def _on_birthday(self, text: str) -> None:
        try:
            day = checked_birthday(text)
        except Refused:
            day = ""
        self._guardian.setVisible(needs_guardian(day, self._today))


def _below(look: Look, title: str, group: ChoiceGroup) -> QWidget:
    """Choices under their title, as an input stands under its own."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(4))
    column.addWidget(Label(look, title, size="small", tone="text2"))
    column.addWidget(group)
    return made


def _words(look: Look, name: str, title: str, hint: str) -> FormField:
    """A plain field: names and places may need an input method."""
    return FormField(look, name, title, placeholder=hint, edit=QLineEdit())


def _hint(field: ExtraField) -> str:
    return tr("例如 2026-05-01，可空") if field.kind is FieldKind.DATE else tr("可空")


def _sources() -> tuple[tuple[str, str], ...]:
    return (
        ("", tr("不填")),
        ("ticket", tr("购票")),
        ("friend", tr("朋友")),
        ("event", tr("活动")),
        ("online", tr("网上")),
        ("partner", tr("合作方")),
    )
