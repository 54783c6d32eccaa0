"""The operator's own fields of a member as they stand: another text replaces, none takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.extra_fields import LONGEST_VALUE, FieldKind
from posapp.ui.i18n import tr
from posapp.ui.service.forms import EXTRA
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from posapp.domain.extra_fields import Extra, ExtraField
    from posapp.ui.look import Look


class ExtraForm(QWidget):
    """Two beside each other, so that the dialog keeps its height."""

    changed = Signal()

    def __init__(self, look: Look, declared: tuple[ExtraField, ...], known: Extra) -> None:
        super().__init__()
        self._look = look
        self._known = dict(known)
        self._texts: dict[str, FormField] = {}
        self._choices: dict[str, tuple[ChoiceGroup, tuple[str, ...]]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(8))
        for place, field in enumerate(declared):
            is_choice = field.kind is FieldKind.CHOICE
            made = self._choice(field) if is_choice else self._text(field)
            grid.addWidget(made, place // 2, place % 2)

    def _text(self, field: ExtraField) -> FormField:
        made = FormField(
            self._look, f"service_act.extra.{field.key}", field.title, edit=QLineEdit(), height=44
        )
        made.edit.setMaxLength(LONGEST_VALUE)
        made.edit.setText(self._known.get(field.key, ""))
        made.edit.textChanged.connect(self._on_change)
        self._texts[field.key] = made
        return made

    def _choice(self, field: ExtraField) -> QWidget:
        """A value that is offered no more stays until another one is picked."""
        look, known = self._look, self._known.get(field.key, "")
        values = ("", *field.choices)
        if known not in values:
            values = (*values, known)
        listed = tuple((str(place), each or tr("不填")) for place, each in enumerate(values))
        group = ChoiceGroup(look, f"service_act.extra.{field.key}", listed, height=44, fill=True)
        group.choose(str(values.index(known)))
        group.chosen.connect(self._on_change)
        self._choices[field.key] = (group, values)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Label(look, field.title, size="small", tone="text2"))
        column.addWidget(group)
        return box

    @property
    def fields(self) -> dict[str, str]:
        """What is other than it was; empty for what is taken away."""
        now = {key: field.text for key, field in self._texts.items()}
        now |= {key: values[int(group.value)] for key, (group, values) in self._choices.items()}
        return {
            EXTRA + key: value for key, value in now.items() if value != self._known.get(key, "")
        }

    def _on_change(self, _value: object = None) -> None:
        self.changed.emit()
