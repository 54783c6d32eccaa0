"""Who answers for somebody younger than 14: fields that only a birthday of a child brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.consents import needs_guardian
from posapp.domain.member import LONGEST_NAME, checked_birthday
from posapp.errors import Refused
from posapp.ui.format import local_iso_day
from posapp.ui.i18n import tr
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from posapp.ui.look import Look

_LONGEST: Final = {"guardian_name": LONGEST_NAME, "guardian_phone": 20, "guardian_number": 20}


class GuardianFields(QWidget):
    """`follow` shows and hides them; hidden ones say nothing."""

    changed = Signal()

    def __init__(self, look: Look, asked_ms: int) -> None:
        super().__init__()
        self._today = local_iso_day(asked_ms)
        self._is_child = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        note = tr("不满 14 岁：填监护人的姓名和手机号，或只填她的会员号")
        column.addWidget(Label(look, note, tone="danger", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        titles = {
            "guardian_name": tr("监护人姓名"),
            "guardian_phone": tr("监护人手机号"),
            "guardian_number": tr("监护人会员号"),
        }
        self.edits: dict[str, FormField] = {}
        for name, title in titles.items():
            is_code = name != "guardian_name"
            field = FormField(
                look,
                f"service_act.{name}",
                title,
                code=is_code,
                edit=None if is_code else QLineEdit(),
                height=44,
            )
            field.edit.setMaxLength(_LONGEST[name])
            field.edit.textChanged.connect(self._on_change)
            self.edits[name] = field
            row.addWidget(field, 1)
        column.addLayout(row)
        self.hide()

    @property
    def is_child(self) -> bool:
        return self._is_child

    def follow(self, birthday: str) -> None:
        try:
            day = checked_birthday(birthday)
        except Refused:
            day = ""
        self._is_child = needs_guardian(day, self._today)
        self.setVisible(self._is_child)

    @property
    def fields(self) -> dict[str, str]:
        if not self._is_child:
            return {}
        return {name: field.text for name, field in self.edits.items()}

    @property
    def missing(self) -> str:
        """What is not there yet, in words; empty when all is."""
        found = self.fields
        if not found or found["guardian_number"]:
            return ""
        if found["guardian_name"] and found["guardian_phone"]:
            return ""
        return tr("先填监护人的姓名和手机号，或她的会员号")

    def _on_change(self, _text: str) -> None:
        self.changed.emit()
