"""A titled group of the panel, and the buttons in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.look import Look


class Box(Card):
    """A card with a heading and a grid of buttons, two or three to a row."""

    def __init__(self, look: Look, name: str, title: str, *, columns: int = 2) -> None:
        super().__init__(look, name=name, padding=12)
        self.look = look
        self._columns = columns
        self.rows.addWidget(Label(look, title, size="small", tone="text2"))
        self._grid_host = QWidget(self)
        self._grid = QGridLayout(self._grid_host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(6))
        self.rows.addWidget(self._grid_host)

    def button(
        self, name: str, text: str, pressed: Callable[[], None], *, choice: bool = False
    ) -> TouchButton:
        """Add a button that calls `pressed` on the UI thread."""
        kind = Kind.CHOICE if choice else Kind.SECONDARY
        button = TouchButton(self.look, name, text, kind=kind, height=36, size="small")
        button.clicked.connect(pressed)
        place = self._grid.count()
        self._grid.addWidget(button, place // self._columns, place % self._columns)
        return button
