"""The story of a charge as points on a line: when what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.format import local_seconds
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Happening, Step

if TYPE_CHECKING:
    from posapp.ui.look import Look

MOST: Final = 4


class StoryLine(QWidget):
    """Shows the first step and the last ones that fit."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[Step, ...] = ()
        self.setObjectName("pay.story")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps if len(steps) <= MOST else (steps[0], *steps[1 - MOST :])
        spoken = (f"{local_seconds(step.at_ms)} {happening_text(step.what)}" for step in steps)
        self.setAccessibleName("; ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / max(len(self._steps), 3)
        for place, step in enumerate(self._steps):
            last = place == len(self._steps) - 1
            self._paint_step(painter, step, QRectF(place * cell, 0, cell, self.height()), last=last)
        painter.end()

    def _paint_step(self, painter: QPainter, step: Step, area: QRectF, *, last: bool) -> None:
        look = self._look
        radius, y = look.px(6), look.px(28)
        left = area.left() + radius
        if not last:
            painter.setPen(QPen(look.color("border"), 1))
            end = area.right() - look.px(6)
            painter.drawLine(QPointF(left + 2 * radius, y), QPointF(end, y))
        fine = step.what is Happening.SENT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("pay" if fine else "warn"))
        painter.drawEllipse(QPointF(left, y), radius, radius)
        small = look.font("small")
        metrics = QFontMetrics(small)
        painter.setFont(small)
        room = QRectF(area.left(), y + look.px(12), area.width() - look.px(6), metrics.height())
        painter.setPen(look.color("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, local_seconds(step.at_ms))
        painter.setPen(look.color("text"))
        elide = Qt.TextElideMode.ElideRight
        words = metrics.elidedText(happening_text(step.what), elide, int(room.width()))
        below = room.translated(0, metrics.height() + look.px(2))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, words)


def happening_text(what: Happening) -> str:
    match what:
        case Happening.SENT:
            return tr("已发送")
        case Happening.NO_ANSWER:
            return tr("没有应答")
        case Happening.ASKED:
            return tr("再次查询，没有应答")
        case Happening.CUSTOMER_PAYS:
            return tr("顾客正在输密码")
        case Happening.OFFERED:
            return tr("等顾客扫码")
        case Happening.REVERSING:
            return tr("发出撤销")
        case Happening.NOT_REVERSED:
            return tr("撤销没有应答")
        case Happening.FOUND:
            return tr("重新开机后找到")
        case _:
            assert_never(what)
