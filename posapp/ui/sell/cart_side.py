"""The right half of the sell screen: member, order, totals, and the one green button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.ui.format import money, money_digits, percent, quantity
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.sell.cart_view import CartView
from posapp.ui.sell.line_keys import LineKeys
from posapp.ui.sell.member_strip import MemberStrip
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.pay_button import PayButton
from posapp.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QResizeEvent

    from posapp.domain.pricing import PricedCart
    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look
    from posapp.ui.sell.state import SellState


TOTALS: Final = 86
PAY: Final = 72


class CartSide(QWidget):
    """Total and 收款 never move and never scroll."""

    def __init__(self, look: Look, keymap: KeyMap, zone: tzinfo | None) -> None:
        super().__init__()
        self._look = look
        self.member = MemberStrip(look, zone, key=keymap.key("sell", Action.MEMBER))
        self.view = CartView(look)
        self.line_keys = LineKeys(look, keymap)
        self.empty = EmptyState(
            look, "receipt", tr("还没有商品"), tr("扫码开始，或点左侧商品"), name="sell.empty"
        )
        keys = sorted(keymap.keys("sell", Action.PAY)[:2], key=len)
        self.pay = PayButton(look, "sell.pay", tr("收款"), keys=tuple(keys))
        self.card = self._make_card()
        self.toast = Toast(look, "sell.toast", tr("提示"), parent=self.card)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._column.addWidget(self.member)
        self._column.addWidget(self.card, 1)
        holder = QWidget()
        holder.setFixedHeight(look.px(PAY))
        self.pay.setParent(holder)
        self._column.addWidget(holder)

    def show_state(self, state: SellState, blocked: str) -> None:
        self.member.show_member(state.member, online=state.online, lent=state.lent)
        self.view.show_cart(state.priced, state.order.selected)
        self.empty.setVisible(not state.priced.lines and not state.priced.cart.voided)
        self._show_totals(state.priced)
        word = tr("继续收款") if state.collected else tr("收款")
        self.pay.set_text(f"{word}  {money(state.priced.net - state.collected)}")
        self.pay.refuse(blocked)

    def _make_card(self) -> Card:
        look = self._look
        card = Card(look, padding=0, name="sell.order")
        card.rows.setContentsMargins(1, 1, 1, 1)
        card.rows.setSpacing(0)
        card.rows.addWidget(self.view, 1)
        card.rows.addWidget(Divider(look))
        card.rows.addWidget(self.line_keys)
        card.rows.addWidget(Divider(look))
        card.rows.addWidget(self._make_totals())
        self.empty.setParent(card)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return card

    def _make_totals(self) -> QWidget:
        """Laid out by hand: a text that changes with each scan must not lay the window out anew."""
        look = self._look
        totals = QWidget()
        totals.setFixedHeight(look.px(TOTALS))
        self.counts = Label(look, size="small", name="sell.counts", parent=totals)
        self.taxes = ElidedLabel(look, size="small", tone="text2", name="sell.taxes", parent=totals)
        self.total = MoneyLabel(
            look, size="display", caption=tr("合计"), name="sell.total", parent=totals
        )
        return totals

    def _show_totals(self, priced: PricedCart) -> None:
        self.total.set_amount(priced.net)
        counts = tr("件数 {n}", n=quantity(priced.quantity))
        if priced.reduction_total:
            counts += "   " + tr("优惠 {amount}", amount=money_digits(-priced.reduction_total))
        if priced.deposits:
            counts += "   " + tr("押金 {amount}", amount=money_digits(priced.deposits))
        if priced.cart.voided:
            counts += "   " + tr("已删 {n} 行", n=len(priced.cart.voided))
        self.counts.setText(counts)
        taxes = (
            tr("含税 {rate}  {tax}", rate=percent(tax.rate_bp), tax=money_digits(tax.tax))
            for tax in priced.taxes
            if tax.tax
        )
        note = priced.cart.note
        parts = [tr("备注 {note}", note=note)] if note else list(taxes)[:2]
        self.taxes.setText("   ".join(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout_card()

    def layout_card(self) -> None:
        """Lay the toast and the empty state over the order."""
        look = self._look
        self._column.activate()
        side = look.px(16)
        half = self.card.width() // 2
        self.pay.setGeometry(0, 0, self.width(), look.px(PAY))
        self.counts.setGeometry(side, look.px(22), half - side, look.px(20))
        self.taxes.setGeometry(side, look.px(46), half - side, look.px(20))
        self.total.setGeometry(half, 0, self.card.width() - half - look.px(20), look.px(TOTALS))
        foot = look.px(TOTALS) + self.line_keys.height()
        low = self.card.height() - foot - look.px(44) - look.px(12)
        self.toast.setGeometry(side, low, self.card.width() - 2 * side, look.px(44))
        self.empty.setGeometry(0, look.px(40), self.card.width(), low - look.px(40))
