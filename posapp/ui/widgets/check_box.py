"""A box to tick, 10 mm to the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look


class CheckBox(QAbstractButton):
    """A 24-pixel box and its sentence; the whole row takes the press."""

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        *,
        checked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_control(self, name, text)
        self._look = look
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font("body")).horizontalAdvance(self.text())
        return QSize(self._look.px(36) + words + self._look.px(4), self._look.px(40))

    def fits(self) -> bool:
        return self.width() >= self.sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(20)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(look.color("border"), 1.5))
        painter.setBrush(look.color("primary" if on else "surface"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if on:
            pixmap = look.icon("check", "on_primary", 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + look.px(2), box.top() + look.px(2)), pixmap)
        painter.setPen(look.color("text" if self.isEnabled() else "disabled"))
        painter.setFont(look.font("body"))
        area = QRectF(look.px(36), 0, self.width() - look.px(36), self.height())
        painter.drawText(
            area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        painter.end()
