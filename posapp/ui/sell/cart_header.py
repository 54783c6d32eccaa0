"""The titles over the order, painted with the insets of the rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHeaderView

from posapp.ui.sell.cart_model import ALIGNMENTS, Column, inset

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look


class CartHeader(QHeaderView):
    """40 high, quiet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setFixedHeight(look.px(40))
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt's own name
        column = Column(logicalIndex)
        text = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.color("text2"))
        painter.drawText(inset(self._look, rect, column), int(ALIGNMENTS[column]), text)
        painter.setPen(self._look.color("divider"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
