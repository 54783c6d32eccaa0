"""A button that looks like coloured words, at least 10 mm high to the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look


class LinkButton(QAbstractButton):
    """For 撤销, 重打 and the like, where a framed button would be too loud."""

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        *,
        tone: str = "primary",
        size: str = "body",
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_control(self, name, label or text)
        self._look = look
        self._tone = tone
        self._size = size
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(self._size, bold=True)).horizontalAdvance(self.text())
        return QSize(max(words + self._look.px(8), self._look.px(40)), self._look.px(40))

    def fits(self) -> bool:
        return self.width() >= self.sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = self._tone if self.isEnabled() else "disabled"
        color = self._look.color(token)
        if self.isDown() or self.underMouse():
            color.setAlphaF(0.7)
        painter.setPen(color)
        painter.setFont(self._look.font(self._size, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
