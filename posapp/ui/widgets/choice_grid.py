"""Choices of which exactly one holds, too many for a row: tags, reasons, categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look


class ChoiceGrid(QWidget):
    """Emits `chosen` with the value when a person picks one; `value` is empty before."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        choices: tuple[tuple[str, str], ...],
        *,
        columns: int = 3,
        height: int = 44,
    ) -> None:
        """`choices` are (value, text)."""
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, TouchButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(8))
        for place, (value, text) in enumerate(choices):
            button = TouchButton(look, f"{name}.{value}", text, kind=Kind.CHOICE, height=height)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._buttons[value] = button
            grid.addWidget(button, place // columns, place % columns)

    @property
    def value(self) -> str:
        return next((value for value, each in self._buttons.items() if each.isChecked()), "")

    def choose(self, value: str) -> None:
        self._buttons[value].setChecked(True)

    def first(self) -> TouchButton | None:
        return next(iter(self._buttons.values()), None)
