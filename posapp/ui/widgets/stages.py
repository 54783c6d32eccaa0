"""Where one stands in a task of several stages: 1 清点现金 — 2 差异说明 — 3 Z 报表."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.widgets.painted_text import PaintedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.ui.look import Look

_DISC = 26
_GAP = 8
_LINE = 24


class Stages(PaintedText):
    """Done stages carry a tick, the present one is filled, the others are outlined."""

    def __init__(
        self, look: Look, names: Sequence[str], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._names = tuple(names)
        self._at = 0
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._speak()

    @property
    def at(self) -> int:
        return self._at

    def show_stage(self, place: int) -> None:
        self._at = place
        self._speak()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        names = sum(self._advance(place) for place in range(len(self._names)))
        discs = len(self._names) * look.px(_DISC + _GAP)
        lines = (len(self._names) - 1) * look.px(_LINE + 2 * 12)
        return QSize(names + discs + lines + look.px(2), look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for place, name in enumerate(self._names):
            if place:
                x = self._paint_line(painter, x)
            x = self._paint_disc(painter, place, x)
            painter.setFont(self._font(place))
            painter.setPen(self._look.color("text" if place == self._at else "text2"))
            words = QRectF(x, 0, self._advance(place) + 2, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
            x += self._advance(place)
        painter.end()

    def _paint_line(self, painter: QPainter, x: float) -> float:
        start = x + self._look.px(12)
        painter.setPen(QPen(self._look.color("border"), 1))
        middle = self.height() / 2
        painter.drawLine(QPointF(start, middle), QPointF(start + self._look.px(_LINE), middle))
        return start + self._look.px(_LINE + 12)

    def _paint_disc(self, painter: QPainter, place: int, x: float) -> float:
        side = self._look.px(_DISC)
        area = QRectF(x, (self.height() - side) / 2, side, side)
        reached = place <= self._at
        painter.setBrush(self._look.color("primary" if reached else "surface"))
        edge = QPen(self._look.color("border"), 1)
        painter.setPen(Qt.PenStyle.NoPen if reached else edge)
        painter.drawEllipse(area)
        if place < self._at:
            tick = self._look.icon("check", "on_primary", 18, self.devicePixelRatioF())
            inset = (side - self._look.px(18)) / 2
            painter.drawPixmap(QPointF(area.left() + inset, area.top() + inset), tick)
        else:
            painter.setPen(self._look.color("on_primary" if reached else "text2"))
            painter.setFont(self._look.font("small", bold=True))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        return x + side + self._look.px(_GAP)

    def _font(self, place: int) -> QFont:
        return self._look.font("body", bold=place == self._at)

    def _advance(self, place: int) -> int:
        return QFontMetrics(self._font(place)).horizontalAdvance(self._names[place])

    def _speak(self) -> None:
        place = f"{self._at + 1}/{len(self._names)}"
        self.setAccessibleName(f"{place} {self._names[self._at]}")
