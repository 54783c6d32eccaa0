"""External payments through the terminal: never charged twice, and known again after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from posapp.devices.ports import (
    ChargeOutcome,
    Paid,
    Reversed,
    Unknown,
)
from posapp.devices.ports import Declined as TerminalDeclined
from posapp.domain.ids import SaleId, TenderId
from posapp.domain.payment import Payment, check_amount
from posapp.domain.sale import Tender, TenderKind
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import Attempt, AttemptKind, AttemptState, AttemptStore
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
    from posapp.devices.station import Station
    from posapp.domain.codes import PaymentCode
    from posapp.workflows.desk import Desk
    from posapp.workflows.hold_clock import HoldClock


class Charging:
    """Lane: device:terminal. The tender id is the attempt's id on every call for it."""

    def __init__(
        self,
        station: Station,
        attempts: AttemptStore,
        desk: Desk,
        hold_clock: HoldClock,
    ) -> None:
        self._station = station
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
        Unavailable("terminal.unreachable") when nothing was sent.
        """
        check_amount(payment, TenderKind.EXTERNAL, amount)
        self.check_none_unknown()
        leg = Leg(id=tender_id, sale_id=payment.sale_id, amount=amount, channel=channel)
        self._attempts.put(_attempt(leg, AttemptKind.EXTERNAL, self._desk.now_ms()))
        try:
            outcome = self._station.terminal.charge(tender_id, amount, payment.currency, code)
        except (Refused, Unavailable):
            self._attempts.update(tender_id, AttemptState.DECLINED)
            raise
        except OutcomeUnknown:
            outcome = Unknown()
        return self._record(leg, outcome)

    def query(self, leg: Leg) -> ChargeResult:
        """Ask what became of a charge; at most 10 s. The same answer however often it is asked."""
        try:
            outcome = self._station.terminal.query(leg.id)
        except (OutcomeUnknown, Unavailable):
            outcome = Unknown()
        return self._record(leg, outcome)

    def reverse(self, leg: Leg) -> None:
        """Undo a whole charge, paid or unknown; repeat it when the answer is lost.

        Raises OutcomeUnknown("pay.reverse_unknown"), Refused("pay.reverse_declined"), Unavailable.
        """
        match self._station.terminal.reverse(leg.id):
            case Reversed():
                self._attempts.update(leg.id, AttemptState.DROPPED)
                self._hold_clock.resume(leg.id)
            case TerminalDeclined(key=key):
                raise Refused("pay.reverse_declined", reason=key)
            case Unknown():
                self._mark_unknown(leg)
                raise OutcomeUnknown("pay.reverse_unknown", amount=leg.amount)

    def refund(self, leg: Leg) -> RefundLegResult:
        """Give the money of a committed refund back, at most 30 s; run it again while unknown."""
        try:
            outcome = self._station.terminal.refund(leg.id, leg.original, leg.amount)
        except (OutcomeUnknown, Unavailable) as error:
            return RefundUnknown(leg, error.key)
        except Refused as error:
            outcome = TerminalDeclined(error.key)
        match outcome:
            case Paid(reference=reference, masked=masked):
                self._attempts.update(
                    leg.id, AttemptState.SETTLED, reference=reference, masked=masked
                )
                return RefundPaid(leg)
            case TerminalDeclined(key=key):
                self._attempts.update(leg.id, AttemptState.DECLINED)
                return RefundDeclined(leg, key)
            case Unknown():
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
            if each.kind is AttemptKind.EXTERNAL and each.state is not AttemptState.AUTHORISED:
                raise Refused("pay.unknown_open", amount=each.amount)

    def _record(self, leg: Leg, outcome: ChargeOutcome) -> ChargeResult:
        match outcome:
            case Paid(reference=reference, masked=masked):
                self._attempts.update(
                    leg.id, AttemptState.AUTHORISED, reference=reference, masked=masked
                )
                self._hold_clock.resume(leg.id)
                return ChargePaid(_tender(leg, reference, masked))
            case TerminalDeclined(key=key):
                self._attempts.update(leg.id, AttemptState.DECLINED)
                self._hold_clock.resume(leg.id)
                return ChargeDeclined(key)
            case Unknown():
                self._mark_unknown(leg)
                return UnknownOutcome(leg)
            case _:
                assert_never(outcome)

    def _mark_unknown(self, leg: Leg) -> None:
        self._attempts.update(leg.id, AttemptState.UNKNOWN)
        self._hold_clock.pause(leg.id)


def _attempt(leg: Leg, kind: AttemptKind, now_ms: int) -> Attempt:
    return Attempt(
        id=leg.id,
        sale_id=leg.sale_id,
        kind=kind,
        amount=leg.amount,
        channel=leg.channel,
        at_ms=now_ms,
    )


def _leg(attempt: Attempt) -> Leg:
    is_refund = attempt.kind is AttemptKind.REFUND
    return Leg(
        id=attempt.id,
        sale_id=SaleId(attempt.sale_id),
        amount=attempt.amount,
        channel=attempt.channel,
        is_refund=is_refund,
        original=attempt.reference if is_refund else "",
    )


def _tender(leg: Leg, reference: str, masked: str) -> Tender:
    return Tender(
        id=TenderId(leg.id),
        kind=TenderKind.EXTERNAL,
        amount=leg.amount,
        channel=leg.channel,
        reference=reference,
        masked=masked,
    )
