"""A state as icon, word and colour, in that order."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.plate import paint_plate
from posapp.ui.widgets.painted_text import PaintedText

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Mark(Enum):
    """The sign before the word: the same state has the same sign everywhere."""

    OK = "ok"
    DEGRADED = "degraded"
    SYNCING = "syncing"
    OFFLINE = "offline"
    WARNING = "warning"
    BROKEN = "broken"


_COLORS = {
    Mark.OK: ("success_weak", "pay"),
    Mark.DEGRADED: ("warn_weak", "warn"),
    Mark.SYNCING: ("primary_weak", "primary"),
    Mark.OFFLINE: ("surface", "offline"),
    Mark.WARNING: ("warn_weak", "warn"),
    Mark.BROKEN: ("danger_weak", "danger"),
}


class StatusPill(PaintedText):
    """● 在线, ◐ 降级, ◔ 同步中, ○ 离线, ▲ 时钟, ✕ 停止收银."""

    def __init__(
        self,
        look: Look,
        mark: Mark = Mark.OK,
        text: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._mark = mark
        self._text = text
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self._text

    @property
    def mark(self) -> Mark:
        return self._mark

    def show_state(self, mark: Mark, text: str) -> None:
        self._mark, self._text = mark, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font("small", bold=True)).horizontalAdvance(self._text)
        return QSize(words + self._look.px(10 + 10 + 7 + 10), self._look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        back, tone = _COLORS[self._mark]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, area = self._look, QRectF(self.rect())
        paint_plate(painter, look, area, self.height() / 2, fill=look.color(back))
        side = self._look.px(10)
        sign = QRectF(self._look.px(11), (self.height() - side) / 2, side, side)
        self._paint_sign(painter, sign, tone)
        painter.setPen(self._look.color(tone))
        painter.setFont(self._look.font("small", bold=True))
        left = round(sign.right()) + self._look.px(6)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text
        )
        painter.end()

    def _paint_sign(self, painter: QPainter, area: QRectF, tone: str) -> None:
        color = self._look.color(tone)
        painter.setPen(QPen(color, self._look.px(1.6)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match self._mark:
            case Mark.OK:
                painter.setBrush(color)
                painter.drawEllipse(area)
            case Mark.OFFLINE:
                painter.drawEllipse(area)
            case Mark.DEGRADED | Mark.SYNCING:
                painter.drawEllipse(area)
                painter.setBrush(color)
                span = 180 if self._mark is Mark.DEGRADED else 90
                painter.drawPie(area, 90 * 16, -span * 16)
            case Mark.WARNING | Mark.BROKEN:
                sign = "warning" if self._mark is Mark.WARNING else "close"
                grown = area.adjusted(-2, -2, 2, 2).toRect()
                pixmap = self._look.icon(sign, tone, 16, self.devicePixelRatioF())
                painter.drawPixmap(grown, pixmap)
