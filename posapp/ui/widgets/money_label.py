"""An amount of money, its ¥ at 60 % of the digits on the same baseline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.format import money_digits
from posapp.ui.look import FONT_SIZES, Look
from posapp.ui.widgets.painted_text import PaintedText

SYMBOL = "¥"


class MoneyLabel(PaintedText):
    """Shows an amount in minor units; `caption` (合计) stands before it on the baseline."""

    def __init__(
        self,
        look: Look,
        *,
        size: str = "h2",
        tone: str = "text",
        caption: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._tone = tone
        self._caption = caption
        self._align = align
        self._text = money_digits(0)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._speak()

    @property
    def text(self) -> str:
        """The amount as shown, with its symbol."""
        return self._sign() + SYMBOL + self._digits()

    def set_amount(self, minor: int) -> None:
        """Show an amount in minor units (fen)."""
        text = money_digits(minor)
        if text == self._text:
            return
        self._text = text
        self._speak()
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(part[2] for part in self._parts()) + self._caption_gap()
        height = QFontMetricsF(self._digit_font()).height()
        return QSize(round(width) + 2, round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        metrics = QFontMetricsF(self._digit_font())
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        parts = self._parts()
        x = 0.0
        if self._align & Qt.AlignmentFlag.AlignRight:
            x = self.width() - sum(part[2] for part in parts) - self._caption_gap()
        for place, (text, font, width) in enumerate(parts):
            caption = place == 0 and bool(self._caption)
            painter.setFont(font)
            painter.setPen(self._look.color("text2" if caption else self._tone))
            painter.drawText(QPointF(x, baseline), text)
            x += width + (self._caption_gap() if caption else 0)
        painter.end()

    def _parts(self) -> list[tuple[str, QFont, float]]:
        small = self._look.font_px(FONT_SIZES[self._size] * 0.6, bold=True)
        parts = [
            (self._sign(), self._digit_font()),
            (SYMBOL, small),
            (self._digits(), self._digit_font()),
        ]
        if self._caption:
            parts.insert(0, (self._caption, self._look.font("body")))
        return [(text, font, QFontMetricsF(font).horizontalAdvance(text)) for text, font in parts]

    def _caption_gap(self) -> int:
        return self._look.px(8) if self._caption else 0

    def _digit_font(self) -> QFont:
        return self._look.font(self._size, bold=True)

    def _sign(self) -> str:
        return self._text[0] if not self._text[0].isdigit() else ""

    def _digits(self) -> str:
        return self._text if self._text[0].isdigit() else self._text[1:]

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._caption} {self.text}".strip())
