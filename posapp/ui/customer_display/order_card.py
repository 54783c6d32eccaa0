"""The customer's copy of the order: lines, what they save, and the total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from posapp.ui.format import TIMES, money_digits, quantity
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from posapp.ui.customer_display.view import CustomerCut, CustomerLine, Order
    from posapp.ui.look import Look

_ROW = 48
_CUT = 30


class OrderLines(QWidget):
    """Paints the last lines that fit, newest at the bottom; the earlier ones are counted above."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[CustomerLine, ...] = ()
        self.setObjectName("customer.lines")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: tuple[CustomerLine, ...]) -> None:
        self._lines = lines
        spoken = (
            f"{line.name} {quantity(line.quantity)} {money_digits(line.amount)}" for line in lines
        )
        self.setAccessibleName("; ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(_ROW * 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown, hidden = self._fitting()
        y = 0
        if hidden:
            painter.setFont(self._look.font("body"))
            painter.setPen(self._look.color("text2"))
            area = QRectF(0, 0, self.width(), self._look.px(_CUT))
            text = tr("前面还有 {n} 种", n=hidden)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            y = self._look.px(_CUT)
        for line in shown:
            y = self._paint_line(painter, line, y)
        painter.end()

    def _fitting(self) -> tuple[tuple[CustomerLine, ...], int]:
        room = self.height()
        if sum(self._height(line) for line in self._lines) <= room:
            return self._lines, 0
        room -= self._look.px(_CUT)
        first = len(self._lines)
        while first and (room := room - self._height(self._lines[first - 1])) >= 0:
            first -= 1
        return self._lines[first:], first

    def _height(self, line: CustomerLine) -> int:
        return self._look.px(_ROW) + len(line.cuts) * self._look.px(_CUT)

    def _paint_line(self, painter: QPainter, line: CustomerLine, y: int) -> int:
        font = self._look.font("h2")
        metrics = QFontMetrics(font)
        amount = money_digits(line.amount)
        count = f"{TIMES}{quantity(line.quantity)}"
        right = self.width() - self._look.px(110)
        middle = Qt.AlignmentFlag.AlignVCenter
        area = QRectF(0, y, self.width(), self._look.px(_ROW))
        painter.setFont(font)
        painter.setPen(self._look.color("text"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, amount)
        room = right - self._look.px(64)
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, middle, name)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.color("text2"))
        painter.drawText(
            QRectF(0, y, right, area.height()), middle | Qt.AlignmentFlag.AlignRight, count
        )
        y += self._look.px(_ROW)
        for cut in line.cuts:
            y = self._paint_cut(painter, cut, y)
        return y

    def _paint_cut(self, painter: QPainter, cut: CustomerCut, y: int) -> int:
        area = QRectF(0, y - self._look.px(8), self.width(), self._look.px(_CUT))
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.color("member" if cut.of_member else "text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, middle, cut.label)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, money_digits(-cut.amount))
        return y + self._look.px(_CUT)


class OrderCard(Card):
    """您的订单."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=28, name="customer.order", parent=parent)
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("您的订单"), size="h2", bold=True))
        head.addStretch(1)
        self._count = Label(look, tone="text2", name="customer.count")
        head.addWidget(self._count)
        self._lines = OrderLines(look)
        self.rows.addLayout(head)
        self.rows.addSpacing(look.px(8))
        self.rows.addWidget(Divider(look))
        self.rows.addSpacing(look.px(8))
        self.rows.addWidget(self._lines, 1)
        self.rows.addWidget(Divider(look))
        self.rows.addSpacing(look.px(8))
        self.rows.addLayout(self._sums(look))

    def _sums(self, look: Look) -> QVBoxLayout:
        sums = QVBoxLayout()
        saving = QHBoxLayout()
        self._saved_label = Label(look, tr("优惠"), tone="text2")
        self._saved = Label(look, tone="text2", name="customer.saved")
        saving.addWidget(self._saved_label)
        saving.addStretch(1)
        saving.addWidget(self._saved)
        self.total = MoneyLabel(look, size="display", caption=tr("合计"), name="customer.total")
        sums.addLayout(saving)
        sums.addWidget(self.total)
        return sums

    def show_order(self, order: Order) -> None:
        self._lines.show_lines(order.lines)
        self._count.setText(tr("{n} 件", n=quantity(order.count)))
        self._saved.setText(money_digits(-order.saved))
        for part in (self._saved, self._saved_label):
            part.setVisible(order.saved > 0)
        self.total.set_amount(order.total)
