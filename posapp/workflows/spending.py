"""Paying from a lease with nobody to ask: set aside, proved by a code, spent by the sale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from posapp.domain.ids import MemberId, TenderId
from posapp.domain.leases import point_slices, spend, total
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.domain.payment import Balances, check_amount, points_value
from posapp.domain.sale import Tender, TenderKind, ValueSlice
from posapp.errors import Refused
from posapp.wire.member_code import DIGITS, verify
from posapp.wire.requests import Factor, HoldLedger
from posapp.workflows.lease_shelf import MONEY, Begun
from posapp.workflows.pay_outcomes import (
    Authorised,
    BeginOutcome,
    ConfirmOutcome,
    Declined,
    OpenHold,
    SecondFactorNeeded,
    WrongCode,
)

if TYPE_CHECKING:
    from posapp.domain.payment import Payment
    from posapp.domain.points import PointRules
    from posapp.offline.leases import KeptLease, LeaseStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.lease_shelf import LeaseShelf

WRONG_BEFORE_PAUSE: Final = 5
PAUSE_MS: Final = 15 * 60_000


class Spending:
    """A tender spends from one lease; what is begun ends with the order, whatever becomes of it."""

    def __init__(self, shelf: LeaseShelf, *, leases: LeaseStore, desk: Desk) -> None:
        self._shelf = shelf
        self._leases = leases
        self._desk = desk
        self._zone = ZoneInfo(desk.place.time_zone)

    def begin(self, payment: Payment, tender_id: TenderId, amount: int) -> BeginOutcome:
        """Lane: online. Set a part of a lease aside; her code of the minute has to follow.

        Raises Refused("pay.needs_member", and as `check_amount`).
        """
        check_amount(payment, TenderKind.STORED_VALUE, amount)
        begun = self._set_aside(payment, tender_id, MONEY, amount)
        if isinstance(begun, Declined):
            return begun
        return SecondFactorNeeded(_open_hold(tender_id, payment.member_id, begun))

    def begin_points(
        self, payment: Payment, tender_id: TenderId, points: int, rules: PointRules
    ) -> BeginOutcome:
        """Lane: online. Points of a lease pay at once, as those of a hold do.

        Raises Refused("pay.needs_member", "points.not_a_multiple", and as `check_amount`).
        """
        amount = points_value(payment, points, rules)
        begun = self._set_aside(payment, tender_id, HoldLedger.POINTS, points)
        if isinstance(begun, Declined):
            return begun
        tender = Tender(
            id=tender_id,
            kind=TenderKind.POINTS,
            amount=amount,
            points=points,
            point_slices=point_slices(begun.slices),
            lease_id=begun.lease_id,
        )
        return Authorised(tender, None)

    def has_begun(self, tender_id: str) -> bool:
        return self._shelf.begun(tender_id) is not None

    def confirm(self, hold: OpenHold, code: str) -> ConfirmOutcome:
        """Lane: online. The step is durable before anything is approved: a code counts once."""
        begun = self._shelf.begun(hold.tender_id)
        kept = None if begun is None else self._shelf.find(begun.lease_id)
        if begun is None or kept is None or not self._shelf.is_sure():
            return Declined("lease.over")
        now_ms = self._desk.now_ms()
        use = self._leases.code_use(hold.member_id)
        if use.paused_until_ms > now_ms:
            return Declined("factor.paused", (("locked_until_ms", use.paused_until_ms),))
        step = self._step(kept, code, begun.member_number, use.step)
        if step is None or not self._leases.use_step(hold.member_id, step):
            return self._wrong(hold, now_ms)
        tender = Tender(
            id=hold.tender_id,
            kind=TenderKind.STORED_VALUE,
            amount=hold.amount,
            lease_id=begun.lease_id,
            value_slices=begun.slices,
        )
        return Authorised(tender, None)

    def check(self, tenders: tuple[Tender, ...]) -> None:
        """Lane: store. Raises Refused("lease.over") for a tender that nothing stands behind."""
        for tender in tenders:
            if tender.lease_id is not None and not self.has_begun(tender.id):
                raise Refused("lease.over")

    def forget(self, tender_id: TenderId) -> None:
        """See `LeaseShelf.end`."""
        self._shelf.end(tender_id)

    def forget_order(self, sale_id: str) -> None:
        """See `LeaseShelf.end_order`."""
        self._shelf.end_order(sale_id)

    def _set_aside(
        self, payment: Payment, tender_id: TenderId, ledger: HoldLedger, amount: int
    ) -> Begun | Declined:
        member = payment.priced.cart.member
        if member is None:
            raise Refused("pay.needs_member")
        with self._shelf.lock:
            sure = self._shelf.is_sure()
            usable = self._shelf.usable(member.member_id, ledger) if sure else []
            lease = max((each.lease for each in usable), key=lambda each: each.left, default=None)
            if lease is None or amount > lease.left:
                return _short(ledger, 0 if lease is None else lease.left)
            begun = Begun(
                lease_id=lease.id,
                sale_id=payment.sale_id,
                member_number=member.number,
                slices=spend(lease, amount, self._desk.now_ms()),
                before=_balances(lease.slices),
            )
            self._shelf.begin(tender_id, begun)
        return begun

    def _wrong(self, hold: OpenHold, now_ms: int) -> ConfirmOutcome:
        use = self._leases.count_wrong(
            hold.member_id, most=WRONG_BEFORE_PAUSE, pause_until_ms=now_ms + PAUSE_MS
        )
        if use.paused_until_ms > now_ms:
            self.forget(hold.tender_id)
            return Declined("factor.paused", (("locked_until_ms", use.paused_until_ms),))
        left = WRONG_BEFORE_PAUSE - use.wrong
        return WrongCode(replace(hold, tries_left=left), left, "factor.wrong_code")

    def _step(self, kept: KeptLease, code: str, member_number: str, last_step: int) -> int | None:
        digits = _digits(code, member_number)
        if digits is None:
            return None
        day = date.fromisoformat(kept.day)
        return verify(
            lambda asked: kept.day_key if asked == day else None,
            digits,
            self._desk.now_ms(),
            self._zone,
            last_step,
        )


def _short(ledger: HoldLedger, left: int) -> Declined:
    if ledger is HoldLedger.POINTS:
        return Declined("lease.points_short", (("points", left),))
    return Declined("lease.short", (("available_amount", left),))


def _digits(code: str, member_number: str) -> str | None:
    """Eight digits as typed, or those of a scanned member code of this very member."""
    own = parse_own(code)
    if isinstance(own, DynamicMemberCode):
        return own.digits if own.member_number == member_number else None
    plain = code.strip()
    return plain if len(plain) == DIGITS and plain.isascii() and plain.isdigit() else None


def _balances(slices: tuple[ValueSlice, ...]) -> Balances:
    """What is known here of her value without central: what was lent."""
    return Balances(
        principal=sum(piece.principal for piece in slices),
        bonus=sum(piece.bonus for piece in slices),
    )


def _open_hold(tender_id: TenderId, member_id: MemberId | None, begun: Begun) -> OpenHold:
    taken = _balances(begun.slices)
    return OpenHold(
        tender_id=tender_id,
        sale_id=begun.sale_id,
        member_id=member_id or MemberId(""),
        ledger=MONEY,
        amount=total(begun.slices),
        before=begun.before,
        principal=taken.principal,
        bonus=taken.bonus,
        factors=(Factor.DYNAMIC_CODE,),
        tries_left=WRONG_BEFORE_PAUSE,
    )
