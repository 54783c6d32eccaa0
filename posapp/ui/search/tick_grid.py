"""Boxes to tick in two columns, any number of them; hidden while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from posapp.ui.look import Look

_COLUMNS: Final = 2


class TickGrid(QWidget):
    """What is offered may change while it is open: what is ticked stays as far as it is there."""

    def __init__(self, look: Look, name: str, title: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._offered: tuple[tuple[str, str], ...] = ()
        self.boxes: dict[str, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Label(look, title, size="small", tone="text2"))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(8))
        column.addLayout(self._grid)
        self.hide()

    def offer(self, choices: tuple[tuple[str, str], ...]) -> None:
        """`choices` are (value, text)."""
        if choices == self._offered:
            return
        ticked, self._offered = self.ticked, choices
        for old in self.boxes.values():
            old.hide()
            old.deleteLater()
        self.boxes = {}
        for place, (value, text) in enumerate(choices):
            box = CheckBox(self._look, f"{self._name}.{value}", text, checked=value in ticked)
            self.boxes[value] = box
            self._grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        self.setVisible(bool(choices))

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def tick(self, values: tuple[str, ...]) -> None:
        """Those, and no other."""
        for value, box in self.boxes.items():
            box.setChecked(value in values)
