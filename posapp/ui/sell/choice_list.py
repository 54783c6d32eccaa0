"""All answers below each other, as high as they need; more than fit are scrolled, none is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.ui.look import Look
    from posapp.ui.widgets.choice_row import ChoiceRow


class ChoiceList(Scroller):
    """The marked row is always in sight: what Enter takes is seen before."""

    def __init__(self, look: Look) -> None:
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        super().__init__(self._inner)
        self._rows: list[ChoiceRow] = []
        self._marked = 0

    @property
    def rows(self) -> tuple[ChoiceRow, ...]:
        return tuple(self._rows)

    def clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def add(self, row: ChoiceRow) -> None:
        self._rows.append(row)
        self._column.addWidget(row)
        self.updateGeometry()

    def mark(self, place: int) -> None:
        self._marked = place
        for each, row in enumerate(self._rows):
            row.setChecked(each == place)
        self.bring_in_sight()

    def bring_in_sight(self) -> None:
        """Once more after the list got its place."""
        if self._marked < len(self._rows):
            self._column.activate()
            self.ensureWidgetVisible(self._rows[self._marked], 0, 0)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bring_in_sight()
