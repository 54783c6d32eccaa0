"""A ring that empties while something is waited for, with the seconds inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.painted_text import PaintedText

if TYPE_CHECKING:
    from posapp.ui.look import Look


class CountdownRing(PaintedText):
    """Shows `left` of `whole` seconds; the caller moves it, so that it never runs by itself."""

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        *,
        size: int = 184,
        tone: str = "warn",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_control(self, name, label)
        self._look = look
        self._label = label
        self._size = size
        self._tone = tone
        self._left, self._whole = 0, 1
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def seconds(self) -> int:
        return self._left

    def show_seconds(self, left: int, whole: int, caption: str) -> None:
        self._left, self._whole, self._caption = max(left, 0), max(whole, 1), caption
        self.setAccessibleName(f"{self._label} {self._left} {caption}")
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self._look.px(10)
        area = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setPen(QPen(self._look.color("surface2"), stroke))
        painter.drawEllipse(area)
        pen = QPen(self._look.color(self._tone), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        span = round(360 * 16 * min(self._left, self._whole) / self._whole)
        if span:
            painter.drawArc(area, 90 * 16, span)
        self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        big, small = self._look.font("display", bold=True), self._look.font("small")
        big_height, small_height = QFontMetrics(big).height(), QFontMetrics(small).height()
        top = area.center().y() - (big_height + small_height) / 2
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(self._look.color("text"))
        painter.setFont(big)
        painter.drawText(
            QRectF(area.left(), top, area.width(), big_height), centre, str(self._left)
        )
        painter.setPen(self._look.color("text2"))
        painter.setFont(small)
        below = QRectF(area.left(), top + big_height, area.width(), small_height)
        painter.drawText(below, centre, self._caption)
