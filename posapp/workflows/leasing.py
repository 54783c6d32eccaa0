"""Stored value while central is out of reach: lent before, proved by the day's code, given back."""

from __future__ import annotations

import base64
import contextlib
import threading
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from posapp.domain.ids import LeaseId, MemberId, SaleId, TenderId
from posapp.domain.leases import Lease, spend
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.domain.payment import Balances, check_amount
from posapp.domain.sale import Tender, TenderKind, ValueSlice
from posapp.errors import PosError, Refused, Unavailable
from posapp.offline.leases import KeptLease
from posapp.wire.facts import LeaseReleaseData
from posapp.wire.leases import LeaseGrant, LeaseRelease, LeaseState
from posapp.wire.member_code import DIGITS, verify
from posapp.wire.requests import Factor, HoldLedger
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
    from collections.abc import Callable

    from posapp.domain.payment import Payment
    from posapp.offline.central_api import CentralApi
    from posapp.offline.leases import LeaseStore
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk

WRONG_BEFORE_PAUSE: Final = 5
PAUSE_MS: Final = 15 * 60_000
OFF_FOR_MS: Final = 10 * 60_000
RECALLS_EVERY_MS: Final = 15_000
MOST_WANTED: Final = 20

_FOR_ALL: Final = frozenset({"lease.off", "lease.stopped", "lease.old_incarnation"})
"""Reasons that hold for every member: nothing is asked for a while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """What this till may still spend of a member's value; `granted_ms` is central's time."""

    member_id: MemberId
    amount: int
    granted_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A part of a lease that an order is about to spend; nobody gives that lease back meanwhile."""

    lease_id: LeaseId
    sale_id: SaleId
    member_number: str
    slices: tuple[ValueSlice, ...]
    before: Balances


class Leasing:
    """What is begun is kept in memory: with the program it ends unspent, as its order does."""

    def __init__(
        self,
        background: CentralApi,
        api: CentralApi,
        *,
        leases: LeaseStore,
        outbox: OutboxStore,
        desk: Desk,
        is_time_known: Callable[[], bool],
    ) -> None:
        """`background` has a line of its own: nobody at the counter waits for it."""
        self._background = background
        self._api = api
        self._leases = leases
        self._outbox = outbox
        self._desk = desk
        self._is_time_known = is_time_known
        self._zone = ZoneInfo(desk.place.time_zone)
        self._lock = threading.RLock()
        self._begun: dict[TenderId, _Begun] = {}
        self._wanted: dict[MemberId, None] = {}
        self._off_until_ms = 0
        self._recalls_due_ms = 0
        self._shown: tuple[Lent, ...] = ()

    @property
    def lent(self) -> tuple[Lent, ...]:
        """Any lane, from memory: what may be spent here with nobody to ask."""
        return self._shown if self._is_time_known() else ()

    # -- lending

    def want(self, member_id: MemberId) -> None:
        """Any lane: she was identified; the next round asks central to lend, nobody waits."""
        if not self._desk.is_online():
            return
        with self._lock:
            if len(self._wanted) < MOST_WANTED:
                self._wanted[member_id] = None

    def round(self) -> None:
        """Lane: care. Ask for what is wanted and was not answered; give back what is recalled.

        What central does not answer now is asked in the next round; nothing of that is raised.
        """
        self._tidy()
        if self._desk.is_online():
            with contextlib.suppress(PosError):
                self._ask_for_wanted()
                self._answer_asked()
                self._heed_recalls()
        self._show()

    def _ask_for_wanted(self) -> None:
        with self._lock:
            wanted, self._wanted = tuple(self._wanted), {}
        if self._desk.mono_ms() < self._off_until_ms:
            return
        held = {each.lease.member_id for each in self._mine()}
        for member_id in wanted:
            if member_id in held:
                continue
            lease_id = LeaseId(self._desk.new_id())
            self._leases.ask(lease_id, member_id, self._desk.place.incarnation)

    def _answer_asked(self) -> None:
        for lease_id, member_id, incarnation in self._leases.asked():
            if incarnation != self._desk.place.incarnation:
                self._leases.forget(lease_id)
                continue
            try:
                self._ask(lease_id, member_id)
            except Refused:
                self._leases.forget(lease_id)

    def _ask(self, lease_id: LeaseId, member_id: MemberId) -> None:
        reply = self._background.grant_lease(LeaseGrant(lease_id=lease_id, member_id=member_id))
        if reply.state is LeaseState.DECLINED:
            self._leases.forget(lease_id)
            if reply.reason in _FOR_ALL:
                self._off_until_ms = self._desk.mono_ms() + OFF_FOR_MS
            return
        lease = Lease(
            id=lease_id,
            member_id=MemberId(reply.member_id),
            slices=reply.left,
            ends_ms=reply.ends_ms,
        )
        kept = KeptLease(
            lease=lease,
            incarnation=self._desk.place.incarnation,
            granted_ms=reply.granted_ms,
            day=reply.day,
            day_key=base64.b64decode(reply.day_key),
        )
        self._leases.keep(kept, reply.last_step)

    def _heed_recalls(self) -> None:
        held = {each.lease.id: each.lease for each in self._mine()}
        now = self._desk.mono_ms()
        if not held or now < self._recalls_due_ms:
            return
        self._recalls_due_ms = now + RECALLS_EVERY_MS
        for shown in self._background.my_leases().leases:
            lease = held.get(LeaseId(shown.lease_id))
            if lease is not None and shown.state is LeaseState.RECALLED:
                self._give_back(lease, "recalled")

    def has_lent(self, member_id: str | None) -> bool:
        """Any lane: whether something of hers may be spent here with nobody to ask."""
        return any(each.member_id == member_id and each.amount for each in self.lent)

    # -- giving back

    def give_back(self, member_id: str) -> bool:
        """Lane: online. Before she pays with central's help: what she left here is free again.

        False when central cannot be reached: then nothing happened, and the lease may be spent.
        """
        for lease in self._usable(member_id):
            self._leases.begin_return(lease.id)
            try:
                self._api.release_lease(
                    LeaseRelease(lease_id=lease.id, left=lease.slices, reason="online")
                )
            except Unavailable:
                self._leases.stay(lease.id)
                return False
            except PosError:
                pass
            self._give_back(lease, "online")
        return True

    def _tidy(self) -> None:
        """What is spent or over goes back; those of an older incarnation are frozen."""
        for each in self._leases.open_leases():
            if each.incarnation != self._desk.place.incarnation:
                self._leases.forget(each.lease.id)
            elif self._desk.now_ms() >= each.lease.ends_ms:
                self._give_back(each.lease, "day_over")
            elif each.is_returning:
                self._give_back(each.lease, "online")
            elif not each.lease.left:
                self._give_back(each.lease, "spent")

    def _give_back(self, lease: Lease, reason: str) -> None:
        """The fact forgets the lease and its key in the same transaction. Once, and not while an
        order spends it.
        """
        with self._lock:
            known = {each.lease.id: each.lease for each in self._mine()}
            if lease.id not in known or self._is_begun(lease.id):
                return
            data = LeaseReleaseData(
                lease_id=lease.id,
                member_id=lease.member_id,
                left=known[lease.id].slices,
                reason=reason,
            )
            self._outbox.append(self._desk.entry(data, None, None))
            self._show()

    # -- spending

    def begin(self, payment: Payment, tender_id: TenderId, amount: int) -> BeginOutcome:
        """Lane: online. Set a part of a lease aside; her code of the minute has to follow.

        Raises Refused("pay.needs_member", and as `check_amount`).
        """
        check_amount(payment, TenderKind.STORED_VALUE, amount)
        member = payment.priced.cart.member
        if member is None:
            raise Refused("pay.needs_member")
        with self._lock:
            usable = self._usable(member.member_id) if self._is_time_known() else []
            lease = max(usable, key=lambda each: each.left, default=None)
            if lease is None or amount > lease.left:
                return Declined("lease.short", (("available", lease.left if lease else 0),))
            begun = _Begun(
                lease_id=lease.id,
                sale_id=payment.sale_id,
                member_number=member.number,
                slices=spend(lease, amount, self._desk.now_ms()),
                before=_balances(lease.slices),
            )
            self._begun[tender_id] = begun
            self._show()
        return SecondFactorNeeded(_open_hold(tender_id, member.member_id, begun))

    def has_begun(self, tender_id: str) -> bool:
        with self._lock:
            return tender_id in self._begun

    def confirm(self, hold: OpenHold, code: str) -> ConfirmOutcome:
        """Lane: online. The step is durable before anything is approved: a code counts once."""
        begun = self._begun.get(hold.tender_id)
        kept = None if begun is None else self._kept(begun.lease_id)
        if begun is None or kept is None:
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
        """The order does not spend it, or has spent it in its own transaction."""
        with self._lock:
            self._begun.pop(tender_id, None)
            self._show()

    def forget_order(self, sale_id: str) -> None:
        """Whatever an order had set aside."""
        with self._lock:
            for tender_id in [t for t, each in self._begun.items() if each.sale_id == sale_id]:
                del self._begun[tender_id]
            self._show()

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

    def _usable(self, member_id: str) -> list[Lease]:
        """Of one member, of today, and of no other order that is being paid."""
        now_ms = self._desk.now_ms()
        return [
            each.lease
            for each in self._mine()
            if each.lease.member_id == member_id
            and now_ms < each.lease.ends_ms
            and not (each.is_returning or self._is_begun(each.lease.id))
        ]

    def _mine(self) -> list[KeptLease]:
        """Those of older incarnations are frozen."""
        incarnation = self._desk.place.incarnation
        return [each for each in self._leases.open_leases() if each.incarnation == incarnation]

    def _kept(self, lease_id: LeaseId) -> KeptLease | None:
        now_ms = self._desk.now_ms()
        found = (each for each in self._mine() if each.lease.id == lease_id)
        return next((each for each in found if now_ms < each.lease.ends_ms), None)

    def _is_begun(self, lease_id: LeaseId) -> bool:
        with self._lock:
            return any(each.lease_id == lease_id for each in self._begun.values())

    def _show(self) -> None:
        now_ms = self._desk.now_ms()
        self._shown = tuple(
            Lent(
                member_id=each.lease.member_id,
                amount=each.lease.left,
                granted_ms=each.granted_ms,
            )
            for each in self._mine()
            if now_ms < each.lease.ends_ms
            and not (each.is_returning or self._is_begun(each.lease.id))
        )


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


def _open_hold(tender_id: TenderId, member_id: MemberId, begun: _Begun) -> OpenHold:
    taken = _balances(begun.slices)
    return OpenHold(
        tender_id=tender_id,
        sale_id=begun.sale_id,
        member_id=member_id,
        ledger=HoldLedger.STORED_VALUE,
        amount=taken.stored_value,
        before=begun.before,
        principal=taken.principal,
        bonus=taken.bonus,
        factors=(Factor.DYNAMIC_CODE,),
        tries_left=WRONG_BEFORE_PAUSE,
    )
