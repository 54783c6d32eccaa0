"""Dots for a PIN, boxes for a code: digits from keys or the number pad, never shown when secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.number_pad import BACKSPACE, CLEAR

if TYPE_CHECKING:
    from posapp.ui.look import Look


class DigitField(QWidget):
    """Collects up to `length` digits; `changed` after each, `complete` with all of them.

    Secret fields draw dots and speak only how many digits are there.
    """

    changed = Signal(str)
    complete = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        *,
        length: int = 6,
        secret: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_control(self, name, label)
        self._look = look
        self._length = length
        self._secret = secret
        self._digits = ""
        self._wrong = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def digits(self) -> str:
        return self._digits

    @property
    def missing(self) -> int:
        """How many digits are still to come."""
        return self._length - len(self._digits)

    def clear(self, *, wrong: bool = False) -> None:
        self._wrong = wrong
        self._set("")

    def press(self, key: str) -> None:
        """A digit, BACKSPACE or CLEAR of the number pad; more digits than fit are ignored."""
        self._wrong = False
        if key == BACKSPACE:
            self._set(self._digits[:-1])
        elif key == CLEAR:
            self._set("")
        elif key.isascii() and key.isdigit() and len(self._digits) + len(key) <= self._length:
            self._set(self._digits + key)
            if self.missing == 0:
                self.complete.emit(self._digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self.press(BACKSPACE)
        elif len(text) == 1 and text.isascii() and text.isdigit():
            self.press(text)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        cell = self._look.px(48)
        return QSize(cell * self._length, self._look.px(56 if self._secret else 48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._secret:
            self._paint_dots(painter)
        else:
            self._paint_boxes(painter)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        look = self._look
        edge = "danger" if self._wrong else ("primary" if self.hasFocus() else "border")
        width = 2 if edge != "border" else 1
        painter.setPen(QPen(look.color(edge), width))
        painter.setBrush(look.color("surface"))
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, look.px(6), look.px(6))
        side, step = look.px(14), look.px(34)
        left = (self.width() - (self._length - 1) * step - side) / 2
        for place in range(self._length):
            dot = QRectF(left + place * step, (self.height() - side) / 2, side, side)
            filled = place < len(self._digits)
            painter.setPen(Qt.PenStyle.NoPen if filled else QPen(look.color("border"), 1.5))
            painter.setBrush(look.color("text") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)

    def _paint_boxes(self, painter: QPainter) -> None:
        look = self._look
        gap = look.px(6)
        cell = min(look.px(42), (self.width() - gap * (self._length - 1)) / self._length)
        painter.setFont(look.font("h2", bold=True))
        for place in range(self._length):
            here = self.hasFocus() and place == min(len(self._digits), self._length - 1)
            edge = "danger" if self._wrong else ("primary" if here else "border")
            width = 2 if edge != "border" else 1
            box = QRectF(place * (cell + gap), 0, cell, self.height()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(look.color(edge), width))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(box, look.px(6), look.px(6))
            if place < len(self._digits):
                painter.setPen(look.color("text"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._digits[place])

    def _set(self, digits: str) -> None:
        self._digits = digits
        self.setAccessibleDescription(f"{len(digits)}/{self._length}" if self._secret else digits)
        self.update()
        self.changed.emit(digits)
