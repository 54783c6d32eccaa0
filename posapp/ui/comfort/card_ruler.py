"""A bank card drawn on the screen: pull its edge until it is as wide as the one you hold to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.glass import card_width
from posapp.ui.plate import paint_plate
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look

NARROWEST: Final = card_width(60)
WIDEST: Final = card_width(300)


class CardRuler(QWidget):
    """Emits `fitted` with pixels while a person pulls; ← and → move it by one."""

    fitted = Signal(int)

    def __init__(self, look: Look, name: str, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = label
        self._card = NARROWEST
        name_control(self, name, label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    @property
    def card(self) -> int:
        """How wide the card is drawn, in pixels."""
        return self._card

    def show_card(self, width_px: int) -> None:
        self._card = width_px
        self.setAccessibleDescription(str(width_px))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(72))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pull(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pull(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._pull(self._card + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self._card, self.width())
        card = QRectF(0, 0, wide, self.height())
        edge = look.color("focus" if self.hasFocus() else "primary")
        fill = look.color("primary_weak")
        paint_plate(painter, look, card, look.px(10), fill=fill, edge=edge, width=look.px(2))
        side = look.px(24)
        icon = look.icon("card", "primary", 24, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(look.px(16), (self.height() - side) / 2), icon)
        grip = QRectF(wide - look.px(16), self.height() / 4, look.px(4), self.height() / 2)
        painter.fillRect(grip, look.color("primary"))
        painter.end()

    def _pull(self, x: float) -> None:
        self.fitted.emit(max(NARROWEST, min(round(x), WIDEST, max(self.width(), NARROWEST))))
