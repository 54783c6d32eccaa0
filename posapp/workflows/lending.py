"""Leases asked for while central answers, recalled by it, and given back."""

from __future__ import annotations

import base64
import contextlib
from typing import TYPE_CHECKING, Final

from posapp.domain.ids import LeaseId, MemberId
from posapp.domain.leases import Lease
from posapp.errors import PosError, Refused, Unavailable
from posapp.offline.leases import AskedLease, KeptLease
from posapp.wire.facts import LeaseReleaseData
from posapp.wire.leases import LeaseGrant, LeaseRelease, LeaseReply, LeaseState
from posapp.wire.requests import HoldLedger
from posapp.workflows.lease_shelf import MONEY

if TYPE_CHECKING:
    from posapp.offline.central_api import CentralApi
    from posapp.offline.leases import LeaseStore
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.lease_shelf import LeaseShelf

OFF_FOR_MS: Final = 10 * 60_000
RECALLS_EVERY_MS: Final = 15_000
MOST_WANTED: Final = 20

_ALWAYS: Final = (HoldLedger.STORED_VALUE, HoldLedger.POINTS)
_WITH_COUPONS: Final = (*_ALWAYS, HoldLedger.COUPON)
_FOR_ALL: Final = frozenset({"lease.off", "lease.stopped", "lease.old_incarnation"})
"""Reasons that hold for every member: nothing of that ledger is asked for a while."""


class Lending:
    """One lease of a ledger for a member at a time: one that was spent from is exchanged."""

    def __init__(
        self,
        background: CentralApi,
        api: CentralApi,
        shelf: LeaseShelf,
        *,
        leases: LeaseStore,
        outbox: OutboxStore,
        desk: Desk,
    ) -> None:
        """`background` has a line of its own: nobody at the counter waits for it."""
        self._background = background
        self._api = api
        self._shelf = shelf
        self._leases = leases
        self._outbox = outbox
        self._desk = desk
        self._wanted: dict[MemberId, tuple[HoldLedger, ...]] = {}
        self._off_until_ms: dict[HoldLedger, int] = {}
        self._recalls_due_ms = 0

    def want(self, member_id: MemberId, *, coupons: bool = False) -> None:
        """Any lane: she was identified; the next round asks central to lend, nobody waits.

        `coupons` where she has some that can be lent.
        """
        if not self._desk.is_online():
            return
        with self._shelf.lock:
            if len(self._wanted) < MOST_WANTED:
                known = self._wanted.get(member_id, _ALWAYS)
                self._wanted[member_id] = _WITH_COUPONS if coupons else known

    def round(self) -> None:
        """Lane: care. Ask for what is wanted and was not answered; give back what is recalled.

        What central does not answer now is asked in the next round; nothing of that is raised. A
        till that is not sure where it stands neither asks nor gives back.
        """
        if self._shelf.is_sure():
            self._tidy()
            if self._desk.is_online():
                with contextlib.suppress(PosError):
                    self._ask_for_wanted()
                    self._answer_asked()
                    self._heed_recalls()
        self._shelf.show()

    def give_back(self, member_id: str, ledger: HoldLedger = MONEY) -> bool:
        """Lane: online. Before she pays with central's help: what she left here is free again.

        False when central cannot be reached: then nothing happened, and the lease may be spent.
        """
        usable = self._shelf.usable(member_id, ledger)
        return all(self._hand_over(self._api, kept, "online") for kept in usable)

    def _ask_for_wanted(self) -> None:
        with self._shelf.lock:
            wanted, self._wanted = self._wanted, {}
        for member_id, ledgers in wanted.items():
            for ledger in ledgers:
                if self._desk.mono_ms() >= self._off_until_ms.get(ledger, 0):
                    self._want_one(member_id, ledger)

    def _want_one(self, member_id: MemberId, ledger: HoldLedger) -> None:
        """None is asked for while a whole one is here, or one that cannot be exchanged now."""
        asked = {(each.member_id, each.ledger) for each in self._leases.asked()}
        held = [
            each
            for each in self._shelf.mine()
            if (each.lease.member_id, each.ledger) == (member_id, ledger)
        ]
        if (member_id, ledger) in asked or not all(self._exchanged(each) for each in held):
            return
        lease_id = LeaseId(self._desk.new_id())
        self._leases.ask(lease_id, member_id, self._desk.place.incarnation, ledger)

    def _exchanged(self, kept: KeptLease) -> bool:
        """Whether a lease went back so that a whole one may take its place."""
        return kept.is_touched and self._hand_over(self._background, kept, "renewed")

    def _answer_asked(self) -> None:
        for asked in self._leases.asked():
            if asked.incarnation != self._desk.place.incarnation:
                self._leases.forget(asked.lease_id)
                continue
            try:
                self._ask(asked)
            except Refused:
                self._leases.forget(asked.lease_id)

    def _ask(self, asked: AskedLease) -> None:
        reply = self._background.grant_lease(
            LeaseGrant(lease_id=asked.lease_id, member_id=asked.member_id, ledger=asked.ledger)
        )
        if reply.state is LeaseState.DECLINED:
            self._leases.forget(asked.lease_id)
            if reply.reason in _FOR_ALL:
                self._off_until_ms[asked.ledger] = self._desk.mono_ms() + OFF_FOR_MS
            return
        self._leases.keep(_kept(reply, self._desk.place.incarnation), reply.last_step)

    def _heed_recalls(self) -> None:
        held = {each.lease.id: each.lease for each in self._shelf.mine()}
        now = self._desk.mono_ms()
        if not held or now < self._recalls_due_ms:
            return
        self._recalls_due_ms = now + RECALLS_EVERY_MS
        for shown in self._background.my_leases().leases:
            lease = held.get(LeaseId(shown.lease_id))
            if lease is not None and shown.state is LeaseState.RECALLED:
                self._give_back(lease, "recalled")

    def _hand_over(self, api: CentralApi, kept: KeptLease, reason: str) -> bool:
        """Central takes it back at once; False when it cannot be reached or an order spends it."""
        lease = kept.lease
        with self._shelf.lock:
            if self._shelf.is_begun(lease.id):
                return False
            self._leases.begin_return(lease.id)
        try:
            api.release_lease(LeaseRelease(lease_id=lease.id, left=lease.slices, reason=reason))
        except Unavailable:
            self._leases.stay(lease.id)
            return False
        except PosError:
            pass
        self._give_back(lease, reason)
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
        with self._shelf.lock:
            known = {each.lease.id: each.lease for each in self._shelf.mine()}
            if lease.id not in known or self._shelf.is_begun(lease.id):
                return
            data = LeaseReleaseData(
                lease_id=lease.id,
                member_id=lease.member_id,
                left=known[lease.id].slices,
                reason=reason,
            )
            self._outbox.append(self._desk.entry(data, None, None))
            self._shelf.show()


def _kept(reply: LeaseReply, incarnation: int) -> KeptLease:
    lease = Lease(
        id=LeaseId(reply.lease_id),
        member_id=MemberId(reply.member_id),
        slices=reply.left,
        ends_ms=reply.ends_ms,
    )
    return KeptLease(
        lease=lease,
        granted=reply.slices,
        ledger=reply.ledger,
        incarnation=incarnation,
        granted_ms=reply.granted_ms,
        day=reply.day,
        day_key=base64.b64decode(reply.day_key),
    )
