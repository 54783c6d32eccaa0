"""Rows below each other that scroll; one of them may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.widgets.choice_row import ChoiceRow


class Rows(QWidget):
    """`fill` replaces the rows, `choose` checks the one at a place and no other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows: list[ChoiceRow] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(inner))

    def fill(self, rows: list[ChoiceRow]) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = rows
        for place, row in enumerate(rows):
            self._column.insertWidget(place, row)

    def choose(self, chosen: int) -> None:
        for place, row in enumerate(self.rows):
            row.setChecked(place == chosen)
