"""Charges of an earlier run that belong to no order at hand: cleared up one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.cart import Cart
from posapp.domain.charges import Stage
from posapp.domain.payment import Payment
from posapp.ui.pay.charge_flow import ChargeFlow
from posapp.ui.pay.session import PaySession
from posapp.ui.pay.set_aside import SetAside
from posapp.ui.pay.state import Collecting, PayState, Surroundings, Unclear

if TYPE_CHECKING:
    from posapp.domain.payment import Balances
    from posapp.domain.sale import Tender
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.workflows.pay_outcomes import Leg
    from posapp.workflows.paying import Paying
    from posapp.workflows.selling import Selling
    from posapp.workflows.setting_aside import SettingAside


class OrphanSession(PaySession):
    """There is no order that a paid charge could be put on: it stays for a person to decide."""

    def collect(self, tender: Tender, before: Balances | None = None) -> None:
        phase = self.state.phase
        if isinstance(phase, Unclear):
            watch = replace(phase.watch, stage=Stage.PAID)
            self.enter_phase(replace(phase, watch=watch, busy=False))


class Orphans(QObject):
    """Asked about in the background from the moment they are found, and taken back when nobody
    answers; `changed` carries the `PayState` of the one at hand, `cleared` tells that none is left.
    """

    changed = Signal(object)
    cleared = Signal()

    def __init__(
        self,
        paying: Paying,
        selling: Selling,
        floor: Floor,
        *,
        approvals: ApprovalPresenter | None = None,
        setting_aside: SettingAside | None = None,
    ) -> None:
        super().__init__()
        self._selling = selling
        self._floor = floor
        self._session = OrphanSession(self)
        self._waiting: list[Leg] = []
        self._was_unclear = False
        self.charges = ChargeFlow(self._session, paying, floor)
        self.aside = SetAside(self._session, floor, setting_aside, approvals, orphan=True)
        self._session.changed.connect(self._on_changed)

    @property
    def count(self) -> int:
        """How many are not clear yet."""
        return len(self._waiting) + int(self._session.is_open)

    @property
    def phase(self) -> Unclear | None:
        """The one at hand."""
        if not self._session.is_open:
            return None
        phase = self._session.state.phase
        return phase if isinstance(phase, Unclear) else None

    @property
    def now_ms(self) -> int:
        """The monotonic count that deadlines are measured by."""
        return self._floor.desk.mono_ms()

    def take(self, legs: tuple[Leg, ...]) -> None:
        """Clear these up as well."""
        self._waiting += legs
        if not self._session.is_open:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._session.end()
            self.cleared.emit()
            return
        leg = self._waiting.pop(0)
        payment = Payment(
            sale_id=leg.sale_id,
            currency=self._floor.desk.place.currency,
            priced=self._selling.price(Cart()),
        )
        self._session.begin(PayState(payment=payment, member=None, around=Surroundings()))
        self.charges.resume(leg)

    @Slot(object)
    def _on_changed(self, state: PayState) -> None:
        before = self._was_unclear
        self._was_unclear = isinstance(state.phase, Unclear)
        if before and isinstance(state.phase, Collecting):
            self._next()
        elif self._was_unclear:
            self.changed.emit(state)
