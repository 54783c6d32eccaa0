"""Follows what the cashier does and tells the customer's window what to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.member import Member, masked_name
from posapp.ui.customer_display.view import (
    CODE_DIGITS,
    ConfirmValue,
    Consent,
    CustomerView,
    Moment,
    Order,
    Paying,
    Ringing,
    ScanToPay,
    Thanks,
    Welcome,
)
from posapp.wire.requests import Factor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.devices.ports import Secret
    from posapp.domain.payment import Payment
    from posapp.domain.pricing import PricedCart


class CustomerPresenter(QObject):
    """Emits `changed` with a `CustomerView`; the slots are fed by the other presenters.

    What she answers comes out as signals: `cancelled`, `entered` with a `Factor` and the `Secret`
    that she typed, `consented` with yes or no and the purposes that she ticked.
    """

    changed = Signal(object)
    cancelled = Signal()
    entered = Signal(object, object)
    consented = Signal(bool, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = CustomerView()
        self._member = ""

    @property
    def view(self) -> CustomerView:
        return self._view

    # -- what the cashier does

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
        self._view = CustomerView(order=Order(priced=priced), moment=self._between(priced))
        self.changed.emit(self._view)

    def show_payment(self, payment: Payment, points: int = 0) -> None:
        """What remains to pay, and the points that the order will bring."""
        due = Paying(
            remaining=payment.remaining,
            paid=payment.collected,
            member=self._member,
            points=points if self._member else 0,
        )
        self._view = CustomerView(order=Order(priced=payment.priced), moment=due)
        self.changed.emit(self._view)

    def ask_to_confirm(self, request: ConfirmValue) -> None:
        """Ask the member to confirm an amount; her name is put in here."""
        self._show(moment=replace(request, member=self._member))

    def ask_to_scan(self, request: ScanToPay) -> None:
        """Put the shop's code before her; again whenever a second went by."""
        if self._view.moment != request:
            self._show(moment=request)

    def ask_consent(
        self,
        version: str,
        purposes: tuple[str, ...] = (),
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """Somebody registers: put the policy before her, and the purposes that she may choose."""
        asked = Consent(version, purposes, texts or {})
        if self._view.moment != asked:
            self._show(moment=asked)

    @Slot()
    def settle(self) -> None:
        """Nothing is asked of her any more: back to her order."""
        if isinstance(self._view.moment, Consent | ConfirmValue | ScanToPay | Paying):
            self._show(moment=self._between(self._view.order.priced))

    def thank(self, paid: int, change: int, points_earned: int) -> None:
        self._show(moment=Thanks(paid=paid, change=change, points_earned=points_earned))

    @Slot()
    def clear(self) -> None:
        self._member = ""
        self._view = CustomerView()
        self.changed.emit(self._view)

    # -- what she does

    @Slot(object)
    def take_digits(self, secret: Secret) -> None:
        """Her code, typed at her side: its length says which kind it is. Kept nowhere here."""
        moment = self._view.moment
        if not isinstance(moment, ConfirmValue) or moment.busy:
            return
        length = len(secret.reveal())
        if length in moment.lengths:
            factor = Factor.DYNAMIC_CODE if length == CODE_DIGITS else Factor.SMS
            self.entered.emit(factor, secret)

    @Slot()
    def cancel(self) -> None:
        if isinstance(self._view.moment, ConfirmValue):
            self.cancelled.emit()

    @Slot(bool, object)
    def answer_consent(self, agreed: bool, purposes: frozenset[str]) -> None:
        if isinstance(self._view.moment, Consent):
            self.settle()
            self.consented.emit(agreed, purposes)

    def _between(self, priced: PricedCart | None) -> Moment:
        return Ringing(self._member) if priced is not None and priced.lines else Welcome()

    def _show(self, *, moment: Moment) -> None:
        self._view = replace(self._view, moment=moment)
        self.changed.emit(self._view)
