"""F1: the key card of the present screen, made from the live key map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import HelpRow


class HelpSheet(Sheet):
    """Two columns of keys and what they do."""

    def __init__(self, frame: Frame, rows: tuple[HelpRow, ...]) -> None:
        super().__init__(frame, "help", tr("键位"), icon="keyboard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(24))
        grid.setVerticalSpacing(self.look.px(4))
        half = -(-len(rows) // 2)
        for place, row in enumerate(rows):
            column, line = divmod(place, half)
            grid.addWidget(self._row(row), line, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _row(self, row: HelpRow) -> QWidget:
        shown = QWidget()
        line = QHBoxLayout(shown)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.px(8))
        line.addWidget(Label(self.look, row.text), 1)
        for key in row.keys:
            line.addWidget(KeyHint(self.look, key))
        shown.setFixedHeight(self.look.px(32))
        return shown
