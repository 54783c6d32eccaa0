"""A row of choices of which exactly one holds (category tabs, gender, reasons, language)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look


class ChoiceGroup(QWidget):
    """Emits `chosen` with the value when a person picks one; `choose` sets it silently."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        choices: tuple[tuple[str, str], ...],
        *,
        kind: Kind = Kind.CHOICE,
        height: int = 40,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (value, text); with `fill` the buttons share the whole width."""
        super().__init__(parent)
        self.setObjectName(name)
        self._look, self._name, self._kind = look, name, kind
        self._height, self._fill = height, fill
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, TouchButton] = {}
        self.set_choices(choices)

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._buttons.clear()
        for value, text in choices:
            self._add(value, text)
        if not self._fill:
            self._row.addStretch(1)

    @property
    def value(self) -> str:
        """The chosen value; empty while none is."""
        for value, button in self._buttons.items():
            if button.isChecked():
                return value
        return ""

    def choose(self, value: str) -> None:
        self._buttons[value].setChecked(True)

    def button(self, value: str) -> TouchButton:
        return self._buttons[value]

    def _add(self, value: str, text: str) -> None:
        button = TouchButton(
            self._look, f"{self._name}.{value}", text, kind=self._kind, height=self._height
        )
        if self._fill:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        self._buttons[value] = button
        self._row.addWidget(button, 1 if self._fill else 0)
        button.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
