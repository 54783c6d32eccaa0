"""The customer's copy of the order: lines, what they save, and the total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from posapp.ui.customer_display.view import Order
from posapp.ui.format import TIMES, money_digits, quantity
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from posapp.ui.customer_display.view import CustomerCut, CustomerLine
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_ROW = 40
_CUT = 26
SPOKEN = 8


class OrderLines(QWidget):
    """Paints the last lines that fit, newest at the bottom; the earlier ones are counted above.

    Only lines that may fit are ever looked at, and the newest ones are spoken.
    """

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._order = Order()
        self.setObjectName("customer.lines")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_order(self, order: Order) -> None:
        self._order = order
        spoken = (
            f"{line.name} {quantity(line.quantity)} {money_digits(line.amount)}"
            for line in order.newest(SPOKEN)
        )
        self.setAccessibleName("; ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(_ROW * 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        tr = self._words.tr
        painter = QPainter(self)
        shown, hidden = self.fitting()
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

    def fitting(self) -> tuple[tuple[CustomerLine, ...], int]:
        """The newest lines that have room, and how many are before them."""
        lines = self._order.newest(self.height() // max(1, self._look.px(_ROW)) + 1)
        room, first = self.height(), len(lines)
        if len(lines) == self._order.kinds and sum(map(self._height, lines)) <= room:
            return lines, 0
        room -= self._look.px(_CUT)
        while first and (room := room - self._height(lines[first - 1])) >= 0:
            first -= 1
        return lines[first:], self._order.kinds - (len(lines) - first)

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

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=16, name="customer.order", parent=parent)
        self._words = words
        tr = words.tr
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("您的订单"), size="h2", bold=True))
        head.addStretch(1)
        self._count = Label(look, tone="text2", name="customer.count")
        head.addWidget(self._count)
        self.lines = OrderLines(look, words)
        self.rows.addLayout(head)
        self.rows.addWidget(Divider(look))
        self.rows.addWidget(self.lines, 1)
        self.rows.addWidget(Divider(look))
        self.rows.addLayout(self._sums(look))

    def _sums(self, look: Look) -> QVBoxLayout:
        tr = self._words.tr
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
        tr = self._words.tr
        self.lines.show_order(order)
        self._count.setText(tr("{n} 种", n=order.kinds))
        self._saved.setText(money_digits(-order.saved))
        for part in (self._saved, self._saved_label):
            part.setVisible(order.saved > 0)
        self.total.set_amount(order.total)
