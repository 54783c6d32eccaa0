"""Stored value and points: a hold at central, made usable by the member's second factor."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, assert_never

from posapp.domain.ids import HoldId, MemberId, SaleId, TenderId
from posapp.domain.payment import (
    Balances,
    Payment,
    check_amount,
    point_tender,
    points_value,
    value_tender,
)
from posapp.domain.sale import Tender, TenderKind
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.offline.attempts import Attempt, AttemptKind, AttemptState, AttemptStore
from posapp.wire.facts import HoldReleaseData
from posapp.wire.requests import (
    Factor,
    HoldBegin,
    HoldConfirm,
    HoldLedger,
    HoldRef,
    HoldReply,
    HoldState,
    SendCode,
)
from posapp.workflows.hold_clock import HoldClock
from posapp.workflows.pay_outcomes import (
    Authorised,
    BeginOutcome,
    CodeSent,
    ConfirmOutcome,
    Declined,
    OpenHold,
    SecondFactorNeeded,
    WrongCode,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.permissions import Staff
    from posapp.domain.points import PointRules
    from posapp.offline.central_api import CentralApi
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk

MINUTE_MS: Final = 60_000


class Holding:
    """Lane: online. No money moves here: a hold is captured by the sale, or released."""

    def __init__(
        self,
        api: CentralApi,
        attempts: AttemptStore,
        outbox: OutboxStore,
        desk: Desk,
        rules: Callable[[], PointRules],
    ) -> None:
        self._api = api
        self._attempts = attempts
        self._outbox = outbox
        self._desk = desk
        self._rules = rules
        self.clock = HoldClock(desk.mono_ms)

    def begin_value(self, payment: Payment, tender_id: TenderId, amount: int) -> BeginOutcome:
        """Ask central to hold stored value, minor units; the tender id is the hold's id.

        Asking again with the same id after OutcomeUnknown is safe. Raises Refused
        ("pay.needs_member", "pay.needs_connection", and as `check_amount`), Unavailable,
        OutcomeUnknown("central.no_answer").
        """
        check_amount(payment, TenderKind.STORED_VALUE, amount)
        return self._begin(payment, tender_id, HoldLedger.STORED_VALUE, amount)

    def begin_points(self, payment: Payment, tender_id: TenderId, points: int) -> BeginOutcome:
        """Ask central to hold points in whole steps.

        Raises as `begin_value`, and Refused("points.not_a_multiple").
        """
        points_value(payment, points, self._rules())
        return self._begin(payment, tender_id, HoldLedger.POINTS, points)

    def send_sms(self, hold: OpenHold) -> CodeSent:
        """Have central text her a code for this hold; no money moves.

        Raises Refused when it is too soon or too many today, Unavailable, OutcomeUnknown.
        """
        reply = self._api.send_code(
            SendCode(
                send_id=self._desk.new_id(),
                purpose="hold",
                hold_id=hold.tender_id,
                language=self._desk.guest_language,
            )
        )
        return CodeSent(
            send_id=reply.send_id,
            masked_phone=reply.masked_phone,
            resend_after_ms=reply.resend_after_ms,
            expires_ms=reply.expires_ms,
        )

    def confirm(self, hold: OpenHold, factor: Factor, code: str) -> ConfirmOutcome:
        """Bring the second factor; the code is neither stored nor logged.

        Raises Unavailable, OutcomeUnknown("central.no_answer"): bring the same code again.
        """
        request = HoldConfirm(hold_id=hold.tender_id, factor=factor, code=code)
        reply = self._ask(lambda: self._api.confirm_hold(request))
        outcome = self._outcome(reply, hold.member_id, hold.sale_id)
        if isinstance(outcome, SecondFactorNeeded):
            return WrongCode(outcome.hold, reply.tries_left, reply.reason or "hold.wrong_code")
        return outcome

    def release(self, sale_id: str, tender_id: TenderId, reason: str, staff: Staff | None) -> None:
        """Give up a hold: the release is journalled first, then central is told if it answers.

        Harmless for a hold that central never saw or already let go.
        """
        self._journal_release(sale_id, tender_id, reason, staff)
        if self._desk.is_online():
            with contextlib.suppress(PosError):
                # The journalled release reaches central with the next push in any case.
                self._api.release_hold(HoldRef(hold_id=tender_id))

    def release_all(self, sale_id: str, staff: Staff) -> None:
        """Give up every hold of one order."""
        for each in self._attempts.open():
            if each.kind is AttemptKind.HOLD and each.sale_id == sale_id:
                self.release(sale_id, TenderId(each.id), "void", staff)

    def release_unused(self, sale_id: str, used: tuple[HoldId, ...], staff: Staff) -> None:
        """Lane: store. Holds of an order that it did not use in the end: journalled, sync tells."""
        for each in self._attempts.open():
            if each.kind is AttemptKind.HOLD and each.sale_id == sale_id and each.id not in used:
                self._journal_release(sale_id, TenderId(each.id), "not_used", staff)

    def release_left_over(self) -> int:
        """Journal the release of holds whose order ended with a crash; central hears of it by sync.

        Lane: store, at start before anything is sold. Returns how many.
        """
        left = [each for each in self._attempts.open() if each.kind is AttemptKind.HOLD]
        for each in left:
            self._journal_release(each.sale_id, TenderId(each.id), "restart", None)
        return len(left)

    def is_too_old(self, tender_id: TenderId) -> bool:
        """True once the sale may no longer be committed on this hold (docs/rules.md E1)."""
        age = self.clock.age_ms(tender_id)
        return age is None or age > self._desk.settings.hold_minutes * MINUTE_MS

    def _journal_release(
        self, sale_id: str, tender_id: TenderId, reason: str, staff: Staff | None
    ) -> None:
        data = HoldReleaseData(
            hold_id=tender_id, tender_id=tender_id, sale_id=sale_id, reason=reason
        )
        self._outbox.append(self._desk.entry(data, staff, None))
        self._attempts.update(tender_id, AttemptState.DROPPED)
        self.clock.forget(tender_id)

    def _begin(
        self,
        payment: Payment,
        tender_id: TenderId,
        ledger: HoldLedger,
        amount: int,
    ) -> BeginOutcome:
        member_id = payment.member_id
        if member_id is None:
            raise Refused("pay.needs_member")
        if not self._desk.is_online():
            raise Refused("pay.needs_connection")
        self._attempts.put(_attempt(payment, tender_id, ledger, amount, self._desk.now_ms()))
        self.clock.begin(tender_id)
        request = HoldBegin(
            hold_id=tender_id,
            sale_id=payment.sale_id,
            member_id=member_id,
            ledger=ledger,
            amount=amount,
        )
        reply = self._first_ask(tender_id, request)
        return self._outcome(reply, member_id, payment.sale_id)

    def _first_ask(self, tender_id: TenderId, request: HoldBegin) -> HoldReply:
        try:
            return self._ask(lambda: self._api.begin_hold(request))
        except OutcomeUnknown:
            self._attempts.update(tender_id, AttemptState.UNKNOWN)
            raise
        except (Refused, Unavailable):
            self._attempts.update(tender_id, AttemptState.DECLINED)
            self.clock.forget(tender_id)
            raise

    def _ask(self, request: Callable[[], HoldReply]) -> HoldReply:
        """Ask; without an answer ask the same once more, and then it is unknown."""
        try:
            return request()
        except OutcomeUnknown as unanswered:
            try:
                return request()
            except Unavailable:
                raise unanswered from None

    def _outcome(self, reply: HoldReply, member_id: str, sale_id: str) -> BeginOutcome:
        tender_id = TenderId(reply.hold_id)
        match reply.state:
            case HoldState.PENDING:
                return SecondFactorNeeded(_open_hold(reply, member_id, sale_id))
            case HoldState.USABLE:
                self._attempts.update(tender_id, AttemptState.AUTHORISED)
                return Authorised(_tender(reply, self._rules()), _before(reply))
            case HoldState.DECLINED | HoldState.RELEASED | HoldState.CAPTURED:
                self._attempts.update(tender_id, AttemptState.DECLINED)
                self.clock.forget(tender_id)
                return _declined(reply)
            case _:
                assert_never(reply.state)


def _attempt(
    payment: Payment, tender_id: TenderId, ledger: HoldLedger, amount: int, now_ms: int
) -> Attempt:
    return Attempt(
        id=tender_id,
        sale_id=payment.sale_id,
        kind=AttemptKind.HOLD,
        amount=amount,
        channel=ledger,
        at_ms=now_ms,
    )


def _open_hold(reply: HoldReply, member_id: str, sale_id: str) -> OpenHold:
    return OpenHold(
        tender_id=TenderId(reply.hold_id),
        sale_id=SaleId(sale_id),
        member_id=MemberId(member_id),
        ledger=reply.ledger,
        amount=reply.amount,
        before=_before(reply),
        principal=sum(piece.principal for piece in reply.value_slices),
        bonus=sum(piece.bonus for piece in reply.value_slices),
        factors=reply.factors,
        tries_left=reply.tries_left,
    )


def _tender(reply: HoldReply, rules: PointRules) -> Tender:
    tender_id = TenderId(reply.hold_id)
    match reply.ledger:
        case HoldLedger.STORED_VALUE:
            return value_tender(tender_id, reply.value_slices)
        case HoldLedger.POINTS:
            return point_tender(tender_id, reply.point_slices, rules)
        case HoldLedger.COUPON:
            raise Refused("hold.amount_not_valid")
        case _:
            assert_never(reply.ledger)


def _before(reply: HoldReply) -> Balances:
    return Balances(
        principal=reply.available_principal,
        bonus=reply.available_bonus,
        points=reply.available_points,
    )


def _declined(reply: HoldReply) -> Declined:
    if reply.reserved:
        most = max(reply.reserved, key=lambda each: each.amount)
        where = f"{most.shop_name} {most.terminal_code}"
        if reply.ledger is HoldLedger.POINTS:
            return Declined("points.reserved", (("points", most.amount), ("where", where)))
        return Declined(
            "stored_value.reserved", (("reserved_amount", most.amount), ("where", where))
        )
    locked = (("locked_until_ms", reply.locked_until_ms),) if reply.locked_until_ms else ()
    return Declined(reply.reason or "hold.over", locked)
