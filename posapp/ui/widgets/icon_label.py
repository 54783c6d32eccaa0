"""An icon by itself, tinted by a token; and one in a filled circle or square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.plate import paint_plate

if TYPE_CHECKING:
    from posapp.ui.look import Look


class IconLabel(QWidget):
    """Decoration beside words; screen readers skip it."""

    def __init__(
        self,
        look: Look,
        icon: str,
        *,
        tone: str = "text2",
        size: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, icon: str, tone: str) -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixmap = self._look.icon(self._icon, self._tone, self._size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, 0), pixmap)
        painter.end()


class Disc(QWidget):
    """A filled circle (or rounded square) holding an icon or one character."""

    def __init__(
        self,
        look: Look,
        *,
        icon: str = "",
        text: str = "",
        back: str = "surface2",
        tone: str = "text2",
        size: int = 44,
        square: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._text = icon, text
        self._back, self._tone = back, tone
        self._size, self._square = size, square
        self.setFixedSize(look.px(size), look.px(size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_colors(self, back: str, tone: str) -> None:
        self._back, self._tone = back, tone
        self.update()

    def set_text(self, text: str) -> None:
        self._text = text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        radius = self._look.px(8) if self._square else area.width() / 2
        paint_plate(painter, self._look, area, radius, fill=self._look.color(self._back))
        if self._icon:
            inner = 24 if self._size >= 40 else 20
            pixmap = self._look.icon(self._icon, self._tone, inner, self.devicePixelRatioF())
            side = self._look.px(inner)
            painter.drawPixmap(
                QPointF((area.width() - side) / 2, (area.height() - side) / 2), pixmap
            )
        else:
            painter.setPen(self._look.color(self._tone))
            large = self._size > 48
            painter.setFont(self._look.font("change" if large else "h2", bold=True))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
