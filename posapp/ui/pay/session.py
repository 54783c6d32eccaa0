"""One payment in progress: holds its state and tells every change; the flows work on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.payment import add
from posapp.ui.pay.state import Collecting, Done, PayState, Phase

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.payment import Balances, Payment
    from posapp.domain.sale import Tender


class PaySession(QObject):
    """`changed` carries the new `PayState`; `settled` fires when nothing remains to be paid,
    `ended` when the payment is over."""

    changed = Signal(object)
    settled = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: PayState | None = None

    @property
    def is_open(self) -> bool:
        return self._state is not None

    @property
    def state(self) -> PayState:
        """The payment in progress; there must be one."""
        assert self._state is not None
        return self._state

    @property
    def is_under_way(self) -> bool:
        """Whether money was taken or is asked for, and there is no sale yet."""
        if self._state is None:
            return False
        match self._state.phase:
            case Collecting():
                return bool(self._state.payment.tenders)
            case Done():
                return False
            case _:
                return True

    @Slot(object)
    def know_member(self, member: Member | None) -> None:
        """Fresher data of the member whose order is being paid; anybody else's is left alone."""
        if member is None or self._state is None:
            return
        owner = self._state.payment.priced.cart.member
        if owner is not None and owner.member_id == member.id:
            self.show(member=member)

    def begin(self, state: PayState) -> None:
        self._state = state
        self.changed.emit(state)

    def end(self) -> None:
        self._state = None
        self.ended.emit()

    def show(self, **changes: Any) -> None:
        """Replace some fields of the state."""
        self._state = replace(self.state, **changes)
        self.changed.emit(self._state)

    def enter_phase(self, phase: Phase) -> None:
        self.show(phase=phase)

    def collect(self, tender: Tender, before: Balances | None = None) -> None:
        """Put a tender on the order and go back to collecting, or finish."""
        self.take(add(self.state.payment, tender, before))

    def take(self, payment: Payment) -> None:
        """The payment after a tender came or went."""
        self.show(payment=payment, phase=Collecting(), typed=None)
        if payment.is_settled:
            self.settled.emit()
