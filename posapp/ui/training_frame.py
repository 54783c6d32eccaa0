"""A striped frame around the window while somebody trains: seen from across the shop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.status_pill import Mark

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.shell import Status

EDGE: Final = 6
STRIPE: Final = 16


def training_status(status: Status) -> Status:
    """The frame's view while somebody trains: that, and not whether central is there."""
    return replace(
        status,
        mark=Mark.WARNING,
        text=tr("训练"),
        waiting=0,
        banner=tr("训练模式，不是真实交易，不同步，不打开钱箱"),
        banner_level="warn",
        banner_action="",
    )


class TrainingFrame(QWidget):
    """Lies over everything in `window` and lets every press through."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.setObjectName("training.frame")
        self.setAccessibleName(tr("训练模式，不是真实交易"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self._cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            match event.type():
                case QEvent.Type.Resize | QEvent.Type.Show:
                    self._cover()
                case QEvent.Type.ChildAdded:
                    self.raise_()
                case _:
                    pass
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        edge, stripe = self._look.px(EDGE), self._look.px(STRIPE)
        inner = self.rect().adjusted(edge, edge, -edge, -edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(QRegion(self.rect()).subtracted(QRegion(inner)))
        painter.fillRect(self.rect(), self._look.color("warn"))
        pen = painter.pen()
        pen.setColor(self._look.color("text"))
        pen.setWidth(stripe // 2)
        painter.setPen(pen)
        height = self.height()
        for left in range(-height, self.width(), stripe * 2):
            painter.drawLine(left, height, left + height, 0)
        painter.end()

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(QRect(0, 0, window.width(), window.height()))
            self.raise_()
            # Only the edge takes part in painting: what it frames is drawn as if it were not there.
            edge = self._look.px(EDGE)
            inner = self.rect().adjusted(edge, edge, -edge, -edge)
            self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
