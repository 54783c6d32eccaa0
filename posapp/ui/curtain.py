"""What stands on the screen while a till is being opened: painted before all else is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from posapp.ui.placing import fill_screen
from posapp.ui.theme import LIGHT, load_colors

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_NAME: Final = "posapp"
"""The only word on it: which language to speak stands in the file that is still to be opened."""


class Curtain(QWidget):
    """`painted` fires once, as soon as it can be seen."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("curtain")
        self.setWindowTitle(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        fill_screen(self)
        self._colors = load_colors(LIGHT)
        self._was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colors.bg))
        font = self.font()
        font.setPixelSize(40)
        painter.setFont(font)
        painter.setPen(QColor(self._colors.text2))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), _NAME)
        middle = self.rect().center()
        stroke = QRect(middle.x() - 24, middle.y() + 40, 48, 3)
        painter.fillRect(stroke, QColor(self._colors.primary))
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
