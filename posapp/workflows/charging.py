"""External payments: put down before they are sent, never charged twice, known after a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from posapp.domain.charges import (
    ENDED,
    OFFER_CHANNEL,
    OPEN,
    ChargeOutcome,
    Declined,
    Offered,
    OfferOutcome,
    Paid,
    Reversed,
    ReverseOutcome,
    Stage,
    Unknown,
    Waiting,
    after_answer,
    after_reversal,
    as_charge,
    reverse_wait_ms,
)
from posapp.domain.ids import SaleId, TenderId
from posapp.domain.payment import Payment, check_amount
from posapp.domain.sale import Tender, TenderKind
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import Attempt, AttemptKind, AttemptState, AttemptStore
from posapp.workflows.gateway import Gateways, PaymentGateway, Via
from posapp.workflows.pay_outcomes import (
    ChargeDeclined,
    ChargePaid,
    ChargeResult,
    Leg,
    RefundDeclined,
    RefundLegResult,
    RefundPaid,
    RefundUnknown,
    UnknownOutcome,
)

if TYPE_CHECKING:
    from posapp.domain.codes import PaymentCode
    from posapp.workflows.desk import Desk
    from posapp.workflows.hold_clock import HoldClock

CARD: Final = "card"
"""The channel of a card; every other one is a payment code's."""

_STATE_OF: Final = {
    Stage.SENT: AttemptState.SENT,
    Stage.USERPAYING: AttemptState.USERPAYING,
    Stage.UNKNOWN: AttemptState.UNKNOWN,
    Stage.PAID: AttemptState.AUTHORISED,
    Stage.FAILED: AttemptState.DECLINED,
    Stage.REVERSING: AttemptState.REVERSING,
    Stage.REVERSED: AttemptState.DROPPED,
    Stage.MANUAL: AttemptState.MANUAL,
}
_STAGE_OF: Final = {
    **{state: stage for stage, state in _STATE_OF.items()},
    AttemptState.SETTLED: Stage.PAID,
    AttemptState.ASIDE: Stage.REVERSED,
}


class Charging:
    """Lane: device:terminal. The tender id is the attempt's id on every call for it."""

    def __init__(
        self,
        gateways: Gateways,
        attempts: AttemptStore,
        desk: Desk,
        hold_clock: HoldClock,
    ) -> None:
        self._gateways = gateways
        self._attempts = attempts
        self._desk = desk
        self._hold_clock = hold_clock

    def charge(
        self,
        payment: Payment,
        tender_id: TenderId,
        amount: int,
        channel: str,
        code: PaymentCode | None,
    ) -> ChargeResult:
        """Take money (minor units) from a card, or by the code the customer showed; at most 30 s.

        Raises Refused("pay.unknown_open") while another charge is unknown, as `check_amount`,
        Unavailable("terminal.unreachable" | "central.*") when nothing was sent.
        """
        via = self._gateways.via_for(code)
        attempt = self._put_down(payment, tender_id, amount, channel, via)
        try:
            outcome = self._gateways.at(via).charge(tender_id, amount, payment.currency, code)
        except (Refused, Unavailable):
            self._attempts.update(tender_id, AttemptState.DECLINED)
            raise
        except OutcomeUnknown:
            outcome = Unknown()
        return self._record(attempt, outcome)

    def offer(self, payment: Payment, tender_id: TenderId, amount: int) -> ChargeResult:
        """Have a code made that the customer scans for `amount` (minor units); at most 15 s.

        Nothing is taken yet: what is told is unclear, with the code. Raises as `charge`.
        """
        via = Via.CENTRAL
        gateway = self._gateways.offers()
        attempt = self._put_down(payment, tender_id, amount, OFFER_CHANNEL, via)
        try:
            outcome = gateway.offer(tender_id, amount, payment.currency)
        except (Refused, Unavailable):
            self._attempts.update(tender_id, AttemptState.DECLINED)
            raise
        except OutcomeUnknown:
            outcome = Unknown()
        return self._record_offer(attempt, outcome)

    def offer_again(self, leg: Leg) -> ChargeResult:
        """The code of an offer whose answer was lost, or what became of it; at most 15 s. The
        same attempt: never a second code.
        """
        attempt = self._known(leg.id)
        currency = self._desk.place.currency
        try:
            outcome = self._gateways.offers().offer(leg.id, leg.amount, currency)
        except (OutcomeUnknown, Unavailable, Refused):
            outcome = Unknown()
        return self._record_offer(attempt, outcome)

    def _put_down(
        self, payment: Payment, tender_id: TenderId, amount: int, channel: str, via: Via
    ) -> Attempt:
        """Durable before anything is sent. Raises Refused as `charge`."""
        check_amount(payment, TenderKind.EXTERNAL, amount)
        self.check_none_unknown()
        attempt = Attempt(
            id=tender_id,
            sale_id=payment.sale_id,
            kind=AttemptKind.EXTERNAL,
            amount=amount,
            channel=channel,
            at_ms=self._desk.now_ms(),
            via=via,
        )
        self._attempts.put(attempt)
        return attempt

    def query(self, leg: Leg) -> ChargeResult:
        """Ask what became of a charge; at most 10 s. The same answer however often it is asked."""
        attempt = self._known(leg.id)
        try:
            outcome = self._gateway_of(attempt).query(leg.id)
        except (OutcomeUnknown, Unavailable, Refused):
            # Refused is no word about the charge: the question itself was not allowed.
            outcome = Unknown()
        return self._record(attempt, outcome)

    def reverse(self, leg: Leg) -> None:
        """Undo a whole charge, paid or unknown; repeat it when the answer is lost.

        That it is given up is durable before anything is sent. Raises
        Refused("pay.reverse_too_soon", seconds) within 15 s of sending a charge that is unknown,
        OutcomeUnknown("pay.reverse_unknown"), Unavailable, and Refused("pay.reverse_declined"):
        then it is known paid, or a person has to look.
        """
        attempt = self._known(leg.id)
        before = _stage_of(attempt)
        since_ms, offered = self._desk.now_ms() - attempt.at_ms, attempt.channel == OFFER_CHANNEL
        wait_ms = reverse_wait_ms(before, since_ms, offered=offered)
        if wait_ms:
            raise Refused("pay.reverse_too_soon", seconds=-(-wait_ms // 1000))
        if before in ENDED:
            return
        self._attempts.update(leg.id, AttemptState.REVERSING)
        try:
            outcome = self._gateway_of(attempt).reverse(leg.id)
        except OutcomeUnknown:
            outcome = Unknown()
        except (Unavailable, Refused) as error:
            # Nothing was sent: what is known paid is still that; what came too early goes on.
            if before is Stage.PAID or isinstance(error, Refused):
                self._attempts.update(leg.id, _STATE_OF[before])
            raise
        self._record_reversal(attempt, outcome)

    def _record_reversal(self, attempt: Attempt, outcome: ReverseOutcome) -> None:
        stage = after_reversal(Stage.REVERSING, outcome)
        self._attempts.update(attempt.id, _STATE_OF[stage])
        match outcome:
            case Reversed():
                self._hold_clock.resume(attempt.id)
            case Declined(key=key):
                self.query(_leg(self._known(attempt.id)))
                raise Refused("pay.reverse_declined", reason=key)
            case Unknown():
                self._hold_clock.pause(attempt.id)
                raise OutcomeUnknown("pay.reverse_unknown", amount=attempt.amount)
            case _:
                assert_never(outcome)

    def refund(self, leg: Leg) -> RefundLegResult:
        """Give the money of a committed refund back, at most 30 s; run it again while unknown."""
        is_card = leg.channel == CARD
        try:
            outcome = self._gateways.refund(leg.id, leg.original, leg.amount, card=is_card)
        except (OutcomeUnknown, Unavailable) as error:
            return RefundUnknown(leg, error.key)
        except Refused as error:
            outcome = Declined(error.key)
        match outcome:
            case Paid(reference=reference, masked=masked):
                self._attempts.update(
                    leg.id, AttemptState.SETTLED, reference=reference, masked=masked
                )
                return RefundPaid(leg)
            case Declined(key=key):
                self._attempts.update(leg.id, AttemptState.DECLINED)
                return RefundDeclined(leg, key)
            case Unknown() | Waiting():
                self._attempts.update(leg.id, AttemptState.UNKNOWN)
                return RefundUnknown(leg, "refund.external_unknown")
            case _:
                assert_never(outcome)

    def open_legs(self) -> tuple[Leg, ...]:
        """Charges without a committed sale and refunds that did not finish, oldest first.

        Any lane. At start the screen opens on these; a charge that is known paid is among them.
        """
        legs = (_leg(each) for each in self._attempts.open() if each.kind is not AttemptKind.HOLD)
        return tuple(legs)

    def check_all_counted(self, payment: Payment) -> None:
        """Raises Refused("pay.charge_not_counted", amount) when paid money is not on the order."""
        counted = {tender.id for tender in payment.tenders}
        for leg in self.open_legs():
            if leg.sale_id == payment.sale_id and not leg.is_refund and leg.id not in counted:
                raise Refused("pay.charge_not_counted", amount=leg.amount)

    def check_none_unknown(self) -> None:
        """Raises Refused("pay.unknown_open", amount) while a charge has no clear answer."""
        for each in self._attempts.open():
            if each.kind is AttemptKind.EXTERNAL and _stage_of(each) in OPEN:
                raise Refused("pay.unknown_open", amount=each.amount)

    def _record_offer(self, attempt: Attempt, outcome: OfferOutcome) -> ChargeResult:
        result = self._record(attempt, as_charge(outcome))
        if isinstance(outcome, Offered) and isinstance(result, UnknownOutcome):
            return replace(result, offered=outcome)
        return result

    def _record(self, attempt: Attempt, outcome: ChargeOutcome) -> ChargeResult:
        before = _stage_of(self._known(attempt.id))
        stage = after_answer(before, outcome)
        reference, masked = attempt.reference, attempt.masked
        if isinstance(outcome, Paid):
            reference, masked = outcome.reference, outcome.masked
        if stage is not before or stage is Stage.PAID:
            self._move(attempt, stage, reference, masked)
        match stage:
            case Stage.PAID:
                return ChargePaid(_tender(attempt, reference, masked))
            case Stage.FAILED | Stage.REVERSED:
                key = outcome.key if isinstance(outcome, Declined) else "terminal.reversed"
                return ChargeDeclined(key)
            case _:
                leg = _leg(self._known(attempt.id))
                return UnknownOutcome(leg, Waiting() if outcome == Waiting() else Unknown())

    def _move(self, attempt: Attempt, stage: Stage, reference: str, masked: str) -> None:
        """Write down how far it came; holds of the order wait for a charge that is unclear."""
        if attempt.state is not AttemptState.SETTLED:
            self._attempts.update(attempt.id, _STATE_OF[stage], reference=reference, masked=masked)
        if stage in OPEN:
            self._hold_clock.pause(attempt.id)
        else:
            self._hold_clock.resume(attempt.id)

    def _known(self, attempt_id: str) -> Attempt:
        found = self._attempts.get(attempt_id)
        if found is None:
            raise Refused("pay.tender_gone")
        return found

    def _gateway_of(self, attempt: Attempt) -> PaymentGateway:
        return self._gateways.at(Via(attempt.via))


def _stage_of(attempt: Attempt) -> Stage:
    return _STAGE_OF[attempt.state]


def _leg(attempt: Attempt) -> Leg:
    is_refund = attempt.kind is AttemptKind.REFUND
    return Leg(
        id=attempt.id,
        sale_id=SaleId(attempt.sale_id),
        amount=attempt.amount,
        channel=attempt.channel,
        is_refund=is_refund,
        original=attempt.reference if is_refund else "",
        stage=_stage_of(attempt),
        at_ms=attempt.at_ms,
    )


def _tender(attempt: Attempt, reference: str, masked: str) -> Tender:
    return Tender(
        id=TenderId(attempt.id),
        kind=TenderKind.EXTERNAL,
        amount=attempt.amount,
        channel=attempt.channel,
        reference=reference,
        masked=masked,
    )
