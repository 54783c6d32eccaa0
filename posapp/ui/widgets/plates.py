"""Small plates in a row: short words about somebody, told apart by their words and no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.plate import paint_plate
from posapp.ui.widgets.painted_text import PaintedText

if TYPE_CHECKING:
    from posapp.ui.look import Look

_HEIGHT: Final = 28
_SIDE: Final = 10
_GAP: Final = 6


class Plates(PaintedText):
    """Shows as many as there is room for and says how many more; hidden while there are none."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: tuple[str, ...] = ()
        self.setObjectName(name)
        self.setFixedHeight(look.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        return self._texts

    def show_texts(self, texts: tuple[str, ...]) -> None:
        self._texts = texts
        words = tr("标签：{names}", names="、".join(texts)) if texts else ""
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(texts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font("small", bold=True)
        painter.setFont(font)
        metrics, left = QFontMetrics(font), 0.0
        for place, text in enumerate(self._texts):
            rest = len(self._texts) - place
            more = self._width(metrics, f"+{rest}") if rest > 1 else 0
            if left + self._width(metrics, text) + (look.px(_GAP) + more if more else 0) > (
                self.width()
            ):
                self._paint_one(painter, metrics, left, f"+{rest}")
                break
            left += self._paint_one(painter, metrics, left, text) + look.px(_GAP)
        painter.end()

    def _width(self, metrics: QFontMetrics, text: str) -> int:
        return metrics.horizontalAdvance(text) + self._look.px(2 * _SIDE)

    def _paint_one(self, painter: QPainter, metrics: QFontMetrics, left: float, text: str) -> float:
        look = self._look
        area = QRectF(left, 0, self._width(metrics, text), self.height())
        paint_plate(
            painter,
            look,
            area,
            look.px(4),
            fill=look.color("surface2"),
            edge=look.color("text2"),
            width=1,
        )
        painter.setPen(look.color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        return area.width()
