"""The one green button: text in the middle, its keys at the right edge, a reason when shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.key_hint import cap_size, paint_cap
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look


class PayButton(TouchButton):
    """72 high, as wide as its column."""

    size_class = SizeClass.PAY

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        *,
        keys: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, text, kind=Kind.PAY, height=72, size="h1", parent=parent)
        self._own_look = look
        self._keys = keys

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isEnabled() or self.is_busy:
            return
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        self._paint_keys(painter)
        painter.end()

    def _paint_keys(self, painter: QPainter) -> None:
        look = self._own_look
        right = self.width() - look.px(20)
        for key in reversed(self._keys):
            size = cap_size(look, key)
            area = QRectF(
                right - size.width(),
                (self.height() - size.height()) / 2,
                size.width(),
                size.height(),
            )
            paint_cap(painter, look, area, key, look.color("on_pay"))
            right -= size.width() + look.px(8)
