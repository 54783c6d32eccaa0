"""What a crash or a restart left between till and terminal: found before anything else is sold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.payment import start
from posapp.lanes import STORE
from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.navigation import Place
from posapp.ui.pay.charge_flow import TERMINAL
from posapp.ui.pay.state import PayRequest, PayResume
from posapp.ui.refund.words import leg_text

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.ui.floor import Floor
    from posapp.ui.pay.orphans import Orphans
    from posapp.workflows.draft import Draft
    from posapp.workflows.members import Members
    from posapp.workflows.pay_outcomes import Leg, RefundLegResult
    from posapp.workflows.paying import Paying
    from posapp.workflows.refunding import Refunding
    from posapp.workflows.selling import Selling


class UnfinishedPayments(QObject):
    """Call `check` after somebody signed in. A charge of the order at hand opens the pay screen on
    it at once, so that the order changes no more; one of no order at hand goes to `orphans`; money
    that is still to be given back is given back; `none_found` tells that all is clear."""

    none_found = Signal()

    def __init__(
        self,
        paying: Paying,
        refunding: Refunding,
        selling: Selling,
        members: Members,
        floor: Floor,
        *,
        orphans: Orphans | None = None,
    ) -> None:
        super().__init__()
        self._orphans = orphans
        self._paying = paying
        self._refunding = refunding
        self._selling = selling
        self._members = members
        self._floor = floor

    @Slot()
    def check(self) -> None:
        self._floor.background.run(STORE, self._look, self._found)

    def _look(self) -> tuple[tuple[Leg, ...], Draft | None, Member | None]:
        """Lane: store."""
        legs = self._paying.open_legs()
        draft = self._selling.load_draft() if legs else None
        owner = None if draft is None else draft.cart.member
        return legs, draft, None if owner is None else self._members.known(owner.member_id)

    def _found(self, found: tuple[tuple[Leg, ...], Draft | None, Member | None]) -> None:
        legs, draft, member = found
        for leg in legs:
            if leg.is_refund:
                self._pay_back(leg)
        charges = tuple(leg for leg in legs if not leg.is_refund)
        if not charges:
            self.none_found.emit()
            return
        mine = tuple(leg for leg in charges if draft is not None and leg.sale_id == draft.sale_id)
        if draft is None or draft.cart.is_empty:
            mine = ()
        self._tell_orphans(tuple(leg for leg in charges if leg not in mine))
        if draft is not None and mine:
            self._open(draft, mine, member)

    def _tell_orphans(self, legs: tuple[Leg, ...]) -> None:
        if not legs:
            return
        text = tr("有 {n} 笔支付结果未知，没有对应的订单", n=len(legs))
        self._floor.messages.show(text, Level.DANGER, key="pay.unknown_open")
        if self._orphans is not None:
            self._orphans.take(legs)

    def _open(self, draft: Draft, legs: tuple[Leg, ...], member: Member | None) -> None:
        priced = self._selling.price(draft.cart)
        payment = start(draft.sale_id, priced, self._floor.desk.place.currency)
        request = PayRequest(payment=payment, member=member)
        self._floor.navigation.go(Place.PAY, PayResume(request=request, legs=legs))

    def _pay_back(self, leg: Leg) -> None:
        duty = self._floor.duty
        work = partial(self._refunding.pay_back, leg, duty.need_staff(), duty.shift)
        self._floor.background.run(TERMINAL, work, self._paid_back)

    def _paid_back(self, result: RefundLegResult) -> None:
        self._floor.messages.show(leg_text(result))
