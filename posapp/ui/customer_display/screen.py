"""The customer's window: the order at the left, what to do now at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posapp.ui.customer_display.confirm_panel import ConfirmPanel
from posapp.ui.customer_display.order_card import OrderCard
from posapp.ui.customer_display.view import (
    ConfirmValue,
    CustomerView,
    Paying,
    Ringing,
    Thanks,
    Welcome,
)
from posapp.ui.format import money, points
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from posapp.ui.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class CustomerWindow(QWidget):
    """Shows a `CustomerView`; emits `cancelled` when she does not want to confirm."""

    cancelled = Signal()

    def __init__(self, look: Look, shop: str, till: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("customer")
        self.setWindowTitle(tr("顾客屏"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(shop, till))
        column.addWidget(Divider(look))
        columns = QHBoxLayout()
        margin = look.px(32)
        columns.setContentsMargins(margin, margin, margin, margin)
        columns.setSpacing(margin)
        self.order = OrderCard(look)
        self._moments = QStackedWidget()
        self._plain = _PlainMoment(look)
        self.confirm = ConfirmPanel(look)
        self.confirm.cancelled.connect(self.cancelled)
        for page in (self._plain, self.confirm):
            self._moments.addWidget(page)
        columns.addWidget(self.order, 10)
        columns.addWidget(self._moments, 16)
        column.addLayout(columns, 1)

    def show_view(self, view: CustomerView) -> None:
        self.order.show_order(view.order)
        if isinstance(view.moment, ConfirmValue):
            self.confirm.show_request(view.moment)
            self._moments.setCurrentWidget(self.confirm)
        else:
            self._plain.show_moment(view.moment)
            self._moments.setCurrentWidget(self._plain)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("bg"))
        painter.end()

    def _head(self, shop: str, till: str) -> QWidget:
        head = Card(self._look, edge="", radius=0, padding=0, horizontal=True)
        side = self._look.px(32)
        head.rows.setContentsMargins(side, 0, side, 0)
        head.setFixedHeight(self._look.px(72))
        head.rows.addWidget(Label(self._look, shop, size="h2", bold=True))
        head.rows.addStretch(1)
        head.rows.addWidget(Label(self._look, till, tone="text2"))
        return head


class _PlainMoment(Card):
    """Everything that is one sentence and at most one amount."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=32, name="customer.moment")
        self._disc = Disc(look, icon="check", back="success_weak", tone="pay", size=64)
        self._title = Label(look, size="h1", align=_CENTRE, wrap=True, name="customer.title")
        self._amount = MoneyLabel(look, size="customer", align=_CENTRE, name="customer.amount")
        self._note = Label(look, size="h2", tone="text2", align=_CENTRE, wrap=True)
        self._note.setObjectName("customer.note")
        self.rows.addStretch(1)
        self.rows.addWidget(self._disc, 0, _CENTRE)
        self.rows.addSpacing(look.px(16))
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._amount, 0, _CENTRE)
        self.rows.addSpacing(look.px(8))
        self.rows.addWidget(self._note)
        self.rows.addStretch(1)

    def show_moment(self, moment: Welcome | Ringing | Paying | Thanks) -> None:
        match moment:
            case Welcome():
                self._show(tr("欢迎光临"), None, tr("会员请出示会员码"))
            case Ringing(member=member):
                hello = tr("{name}，您好", name=member) if member else tr("正在为您结算")
                self._show(hello, None, tr("请核对商品和价格"))
            case Paying(remaining=remaining, paid=paid, member=member):
                title = tr("{name}，请支付", name=member) if member else tr("请支付")
                note = tr("已收 {paid}", paid=money(paid)) if paid else ""
                self._show(title, remaining, note)
            case Thanks():
                self._show_thanks(moment)
            case _:
                assert_never(moment)

    def _show_thanks(self, thanks: Thanks) -> None:
        earned = (
            tr("本单获得积分 {n}", n=points(thanks.points_earned)) if thanks.points_earned else ""
        )
        if thanks.change:
            self._show(tr("已收 {paid}，找零", paid=money(thanks.paid)), thanks.change, earned)
        else:
            self._show(tr("支付成功，谢谢光临"), thanks.paid, earned)
        self._disc.setVisible(True)

    def _show(self, title: str, amount: int | None, note: str) -> None:
        self._disc.setVisible(False)
        self._title.setText(title)
        self._amount.setVisible(amount is not None)
        if amount is not None:
            self._amount.set_amount(amount)
        self._note.setText(note)
