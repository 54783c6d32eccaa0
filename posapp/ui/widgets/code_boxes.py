"""One box for each digit of a short code that a customer tells, over an ordinary input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QRegularExpressionValidator
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.widgets.number_pad import BACKSPACE, CLEAR
from posapp.ui.widgets.scan_field import CodeEdit

if TYPE_CHECKING:
    from posapp.ui.look import Look

_BOX = 42
_HIGH = 48
_GAP = 6


class CodeBoxes(CodeEdit):
    """Emits `completed` with the digits when the last box fills; `masked` shows dots instead."""

    completed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        *,
        length: int = 6,
        masked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, parent)
        self._look = look
        self._length = length
        self._masked = masked
        self.setProperty("bare", True)
        self.setMaxLength(length)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        if masked:
            self.setEchoMode(CodeEdit.EchoMode.Password)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)

    def press(self, key: str) -> None:
        """A key of the number pad."""
        if key == CLEAR:
            self.clear()
        elif key == BACKSPACE:
            self.backspace()
        else:
            self.insert(key)

    def sizeHint(self) -> QSize:
        look = self._look
        wide = self._length * look.px(_BOX) + (self._length - 1) * look.px(_GAP)
        return QSize(wide + 2 * look.px(4), look.px(_HIGH) + 2 * look.px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.text()
        for place in range(self._length):
            self._paint_box(painter, place, text[place : place + 1])
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()
        self.setCursorPosition(len(self.text()))
        self.update()

    def _paint_box(self, painter: QPainter, place: int, digit: str) -> None:
        look = self._look
        inset = look.px(4)
        area = QRectF(
            inset + place * (look.px(_BOX) + look.px(_GAP)), inset, look.px(_BOX), look.px(_HIGH)
        )
        here = self.hasFocus() and place == min(len(self.text()), self._length - 1)
        width = look.px(2) if here else 1
        token = "primary" if here else "border"
        painter.setPen(QPen(look.color(token if self.isEnabled() else "divider"), width))
        painter.setBrush(look.color("surface" if self.isEnabled() else "surface2"))
        radius = look.px(6)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if not digit:
            return
        painter.setPen(look.color("text"))
        painter.setFont(look.font("h2", bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "●" if self._masked else digit)

    def _on_text(self, text: str) -> None:
        self.update()
        if len(text) == self._length:
            self.completed.emit(text)
