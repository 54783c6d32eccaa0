"""Follows what the cashier does and tells the customer's window what to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.member import Member, masked_name
from posapp.ui.customer_display.view import (
    ConfirmValue,
    CustomerView,
    Moment,
    Paying,
    Ringing,
    Thanks,
    Welcome,
    order_of,
)

if TYPE_CHECKING:
    from posapp.domain.payment import Payment
    from posapp.domain.pricing import PricedCart


class CustomerPresenter(QObject):
    """Emits `changed` with a `CustomerView`; the slots are fed by the sell and pay presenters."""

    changed = Signal(object)
    cancelled = Signal()
    """The customer pressed cancel while asked to confirm."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = CustomerView()
        self._member = ""

    @property
    def view(self) -> CustomerView:
        return self._view

    @Slot(object)
    def show_member(self, member: Member | None) -> None:
        self._member = "" if member is None else masked_name(member.name)
        if isinstance(self._view.moment, Ringing):
            self._show(moment=Ringing(self._member))

    @Slot(object)
    def show_cart(self, priced: PricedCart) -> None:
        """The order changed; an empty one leaves the thanks of the last sale standing."""
        if not priced.lines and isinstance(self._view.moment, Thanks):
            return
        moment: Moment = Ringing(self._member) if priced.lines else Welcome()
        self._view = CustomerView(order=order_of(priced), moment=moment)
        self.changed.emit(self._view)

    @Slot(object)
    def show_payment(self, payment: Payment) -> None:
        due = Paying(remaining=payment.remaining, paid=payment.collected, member=self._member)
        self._view = CustomerView(order=order_of(payment.priced), moment=due)
        self.changed.emit(self._view)

    def ask_to_confirm(self, amount: int, left_after: int, sms_to: str, *, by_sms: bool) -> None:
        """Ask the member to confirm `amount`; `sms_to` is a masked phone."""
        self._show(
            moment=ConfirmValue(
                member=self._member,
                amount=amount,
                left_after=left_after,
                by_sms=by_sms,
                sms_to=sms_to,
            )
        )

    def thank(self, paid: int, change: int, points_earned: int) -> None:
        self._show(moment=Thanks(paid=paid, change=change, points_earned=points_earned))

    @Slot()
    def clear(self) -> None:
        self._member = ""
        self._view = CustomerView()
        self.changed.emit(self._view)

    def _show(self, *, moment: Moment) -> None:
        self._view = replace(self._view, moment=moment)
        self.changed.emit(self._view)
