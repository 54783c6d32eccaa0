"""The little key cap that says which key does the same as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.plate import paint_plate

if TYPE_CHECKING:
    from posapp.ui.look import Look


def cap_size(look: Look, key: str) -> QSize:
    """The size of a key cap for this key name."""
    text_width = look.texts.width(key, "status", bold=True)
    width = max(look.px(24), text_width + look.px(12))
    return QSize(width, look.px(24))


def paint_cap(painter: QPainter, look: Look, area: QRectF, key: str, color: QColor) -> None:
    painter.save()
    paint_plate(painter, look, area, look.px(5), fill=None, edge=color, width=1)
    painter.setPen(color)
    painter.setFont(look.font("status", bold=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyHint(QWidget):
    """A key cap on its own, in the status bar for example."""

    def __init__(
        self, look: Look, key: str, tone: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def set_key(self, key: str) -> None:
        """Another key on the same cap."""
        if key != self._key:
            self._key = key
            self.setAccessibleName(key)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return cap_size(self._look, self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cap(painter, self._look, QRectF(self.rect()), self._key, self._look.color(self._tone))
        painter.end()
