"""Taking a tender off again: its hold is released, its charge reversed, its cash handed back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from posapp.domain.payment import remove
from posapp.domain.sale import Tender, TenderKind
from posapp.errors import OutcomeUnknown, Refused
from posapp.lanes import ONLINE
from posapp.ui.pay.charge_flow import TERMINAL
from posapp.ui.pay.state import Collecting, Unclear, Working
from posapp.ui.sounds import Sound
from posapp.workflows.pay_outcomes import Leg

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.ids import TenderId
    from posapp.domain.payment import Payment
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.paying import Paying


class GiveBack:
    """What cannot be given back stays on the order, and the person is told."""

    def __init__(
        self,
        session: PaySession,
        paying: Paying,
        floor: Floor,
        keep_undoing: Callable[[Leg], None] | None = None,
    ) -> None:
        self._session = session
        self._paying = paying
        self._floor = floor
        self._keep_undoing = keep_undoing

    def drop(self, tender_id: TenderId, then: Callable[[], None] | None = None) -> None:
        """Take one tender off; `then` runs once it is off."""
        state = self._session.state
        if not isinstance(state.phase, Collecting):
            self._floor.sounds.play(Sound.BLOCKED)
            return
        after = then or _nothing
        tender = state.payment.tender(tender_id)
        lane = lane_of(tender)
        if lane is None:
            self._session.show(payment=remove(state.payment, tender_id), typed=None)
            self._floor.messages.show_error(_what_to_do(tender))
            after()
            return
        self._session.enter_phase(Working(state.way))
        staff = self._floor.duty.need_staff()
        give_back = partial(self._paying.drop, state.payment, tender_id, staff)

        def dropped(rest: Payment) -> None:
            self._session.show(payment=rest, phase=Collecting(), typed=None)
            after()

        self._floor.background.run(lane, give_back, dropped, partial(self._stays, tender))

    def drop_all(self, then: Callable[[], None]) -> None:
        """Take every tender off, the last first; `then` runs when none is left."""
        tenders = self._session.state.payment.tenders
        if not tenders:
            then()
            return
        self.drop(tenders[-1].id, then=partial(self.drop_all, then))

    def give_up(self, then: Callable[[], None]) -> None:
        """As `drop_all`; while a payment has no clear answer that one is asked about first."""
        match self._session.state.phase:
            case Collecting():
                self.drop_all(then)
            case Unclear(leg=leg):
                self._floor.messages.show_error(Refused("pay.unknown_open", amount=leg.amount))
            case _:
                self._floor.sounds.play(Sound.BLOCKED)

    def _stays(self, tender: Tender, error: Exception) -> None:
        """Whoever asked for its money back and got no answer asks on until there is one."""
        is_lost = isinstance(error, OutcomeUnknown) and tender.kind is TenderKind.EXTERNAL
        if is_lost and self._keep_undoing is not None:
            payment = self._session.state.payment
            self._session.show(payment=remove(payment, tender.id), typed=None)
            self._keep_undoing(
                Leg(
                    id=tender.id,
                    sale_id=payment.sale_id,
                    amount=tender.amount,
                    channel=tender.channel,
                )
            )
        else:
            self._session.enter_phase(Collecting())
        self._floor.messages.show_error(error)


def _what_to_do(tender: Tender) -> Refused:
    """What taking off a tender that no machine gives back leaves to the cashier."""
    match tender.kind:
        case TenderKind.ON_ACCOUNT:
            return Refused("account.taken_off", name=tender.holder)
        case TenderKind.RECORDED:
            return Refused("recorded.taken_off", amount=tender.amount, reference=tender.reference)
        case _:
            return Refused("pay.hand_back", amount=tender.tendered)


def lane_of(tender: Tender) -> str | None:
    """Where giving this tender back runs; None for cash, which the cashier hands back."""
    match tender.kind:
        case TenderKind.STORED_VALUE | TenderKind.POINTS:
            return ONLINE
        case TenderKind.EXTERNAL:
            return TERMINAL
        case (
            TenderKind.CASH
            | TenderKind.THIRD_PARTY_COUPON
            | TenderKind.ON_ACCOUNT
            | TenderKind.RECORDED
        ):
            return None
        case _:
            assert_never(tender.kind)


def _nothing() -> None:
    return
