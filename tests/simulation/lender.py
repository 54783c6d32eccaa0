"""Leases at the model of central: the rules of `posapp/central/lease_*.py` over the model's books."""

from __future__ import annotations

import base64
from datetime import UTC
from typing import TYPE_CHECKING

from msgspec.structs import replace

from posapp.domain.ids import LeaseId, MemberId
from posapp.domain.leases import LeasePolicy, Standing, covered, day_end_ms, grantable, total
from posapp.domain.stored_value import plan_spend
from posapp.errors import Refused
from posapp.wire.leases import (
    LeaseGrant,
    LeaseRelease,
    LeaseReply,
    LeaseShown,
    LeasesReply,
    LeaseState,
)
from posapp.wire.member_code import step_at, step_day
from posapp.wire.requests import HoldLedger
from tests.simulation import loans
from tests.simulation.loans import LIVE, Loan, Wait, waits_for_a_person
from tests.simulation.vault import DECLINED, key_of
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.domain.sale import ValueSlice
    from posapp.wire.leases import LeaseHeld
    from tests.simulation.central import Central
    from tests.simulation.network import Sender
    from tests.simulation.vault import Vault
    from tests.simulation.world import World

POLICY = LeasePolicy(cap=20_000, ceiling=60_000)
RECLAIMED_AFTER_MS = 4_000

Request = LeaseGrant | LeaseRelease | None
"""None asks what is lent to the asking till."""


class Lender:
    """`forgotten` and `freed` are for the bound: by member what a restore made central forget and
    what of it could not be booked again, and what was freed of terminals that were declared lost.
    """

    def __init__(self, world: World, central: Central):
        self._world = world
        self._central = central
        self.is_on = bool(world.levels["leases"])
        self.forgotten: dict[str, tuple[str, int]] = {}
        self.freed: list[tuple[str, int]] = []
        self._told: dict[tuple[int, str], bool] = {}
        self._unheard: set[str] = set()

    @property
    def _vault(self) -> Vault:
        return self._central.books.vault

    def answer(self, sender: Sender, request: Request) -> LeaseReply | LeasesReply:
        """Raises Refused."""
        match request:
            case LeaseGrant():
                return self._grant(sender, request)
            case LeaseRelease():
                return self._release(sender, request)
            case None:
                return self._mine(sender)

    def check_none_awaited(self) -> None:
        """Raises Refused("lease.recovering") while a till may hold what central does not know."""
        is_waiting = any(wait.ended_ms is None for wait in self._vault.awaited.values())
        if is_waiting and not self._world.plant.lends_at_once:
            self._world.fired["lending_waited"] += 1
            raise Refused("lease.recovering")

    def recall(self, member: str, but_not: str) -> None:
        for loan in list(self._vault.loans.values()):
            is_elsewhere = loan.member == member and loan.terminal != but_not
            if is_elsewhere and loan.state is LeaseState.OPEN:
                self._world.fired["lease_recalled"] += 1
                self._vault.loans[loan.id] = replace(loan, state=LeaseState.RECALLED)

    def lose(self, terminal: str) -> None:
        """A manager's word: what the terminal holds is free, it is lent nothing more."""
        books, vault = self._central.books, self._vault
        for loan in self._live_of(terminal):
            is_kept = waits_for_a_person(books, terminal, loan.member)
            if not is_kept:
                self.freed.append((loan.member, total(loan.left)))
            if is_kept and not self._world.plant.frees_despite_quarantine:
                continue
            self._world.fired["terminal_lost"] += 1
            vault.move(loan.member, loan.left, 1)
            vault.loans[loan.id] = replace(loan, state=LeaseState.LOST, left=(), told=())
        vault.stopped[terminal] = True

    def hear(self, terminal: str, held: Sequence[LeaseHeld] | None) -> None:
        """What a till says at hello that it holds; what a restore made central forget is booked."""
        vault = self._vault
        if held is None or terminal not in vault.awaited:
            return
        self._unheard.discard(terminal)
        for lease in held:
            if lease.lease_id not in vault.loans:
                self._book_again(terminal, lease)
        wait = vault.awaited[terminal]
        if wait.ended_ms is None:
            vault.awaited[terminal] = replace(wait, ended_ms=self._central.now_ms())

    def restored(self, lost: Vault, known_ms: int, terminals: Iterable[str]) -> None:
        """After a restore: whoever may hold what central has forgotten has to tell first."""
        vault = self._vault
        gone = [loan for loan in lost.loans.values() if loan.id not in vault.loans]
        for loan in gone:
            if loan.state is not LeaseState.DECLINED:
                self._forget(loan.id, loan.member, total(loan.slices))
        for key, hold in lost.holds.items():
            if key not in vault.holds and hold.state != DECLINED:
                self._forget(key, hold.member, hold.amount)
        if self.is_on:
            vault.awaited = {terminal: Wait(known_ms=known_ms) for terminal in terminals}
            self._unheard = set(vault.awaited)

    def _forget(self, key: str, member: str, amount: int) -> None:
        """Forgotten twice it counts with the most: booked again of nothing, it still was lent."""
        _, before = self.forgotten.get(key, (member, 0))
        self.forgotten[key] = (member, max(before, amount))

    def _grant(self, sender: Sender, request: LeaseGrant) -> LeaseReply:
        world, vault = self._world, self._vault
        earlier = vault.loans.get(request.lease_id)
        if earlier is not None and not world.plant.grants_again:
            world.fired["lease_asked_again"] += 1
            return self._checked(earlier)
        self.check_none_awaited()
        now_ms = self._central.now_ms()
        loan = Loan(
            id=request.lease_id,
            terminal=sender.terminal,
            incarnation=sender.incarnation,
            member=request.member_id,
            state=LeaseState.OPEN,
            granted_ms=now_ms,
            ends_ms=day_end_ms(now_ms, UTC),
        )
        try:
            slices = self._lent(sender, request)
            loan = replace(loan, slices=slices, left=slices)
        except Refused as refusal:
            loan = replace(loan, state=LeaseState.DECLINED, reason=refusal.key)
        vault.loans[loan.id] = loan
        vault.move(loan.member, loan.left, -1)
        if loan.left:
            world.fired["lease_granted"] += 1
            if self._unheard:
                raise Violation("A5", f"lent before {sorted(self._unheard)} were heard")
            if world.plant.reclaims_leases:
                world.later(RECLAIMED_AFTER_MS, "reclaim", lambda: self._reclaim(loan.id))
        return self._checked(loan)

    def _lent(self, sender: Sender, request: LeaseGrant) -> tuple[ValueSlice, ...]:
        """Raises Refused with the reason to decline."""
        vault = self._vault
        if request.ledger is not HoldLedger.STORED_VALUE:
            raise Refused("lease.off")
        if sender.incarnation < self._central.books.newest.get(sender.terminal, 1):
            raise Refused("lease.old_incarnation")
        if vault.stopped.get(sender.terminal):
            raise Refused("lease.stopped")
        if vault.blocked.get(request.member_id):
            raise Refused("member.may_not_pay")
        lent = self._live_of(sender.terminal)
        standing = Standing(
            available=vault.free(request.member_id),
            of_member=sum(total(each.left) for each in lent if each.member == request.member_id),
            of_terminal=sum(total(each.left) for each in lent),
        )
        amount = grantable(POLICY, standing)
        if amount == 0:
            raise Refused("lease.nothing_to_lend")
        return plan_spend(vault.lots[request.member_id], amount)

    def _release(self, sender: Sender, request: LeaseRelease) -> LeaseReply:
        loan = self._vault.loans.get(request.lease_id)
        if loan is None:
            raise Refused("lease.unknown")
        if loan.terminal != sender.terminal:
            raise Refused("lease.of_another_till")
        if loan.incarnation != sender.incarnation:
            raise Refused("lease.old_incarnation")
        twice = self._world.plant.releases_twice
        return self._reply(loans.give_back(self._central.books, loan, request.left, twice=twice))

    def _mine(self, sender: Sender) -> LeasesReply:
        return LeasesReply(
            request_id="",
            leases=tuple(
                LeaseShown(
                    lease_id=loan.id,
                    member_id=loan.member,
                    incarnation=loan.incarnation,
                    state=loan.state,
                    left=loan.left,
                    ends_ms=loan.ends_ms,
                )
                for loan in self._live_of(sender.terminal)
            ),
        )

    def _live_of(self, terminal: str) -> list[Loan]:
        known = self._vault.loans.values()
        return [loan for loan in known if loan.terminal == terminal and loan.state in LIVE]

    def _reclaim(self, lease_id: str) -> None:
        loan = self._vault.loans.get(lease_id)
        if loan is not None and loan.state in LIVE:
            self._vault.move(loan.member, loan.left, 1)
            self._vault.loans[lease_id] = replace(loan, state=LeaseState.RELEASED, left=())

    def _book_again(self, terminal: str, held: LeaseHeld) -> None:
        """As it was granted, out of what she still has: what was spent since comes again."""
        vault = self._vault
        booked, _ = covered(vault.slices(held.member_id), held.granted)
        vault.move(held.member_id, booked, -1)
        self.forgotten[held.lease_id] = (held.member_id, total(held.granted) - total(booked))
        self._world.fired["lease_booked_again"] += 1
        vault.loans[held.lease_id] = Loan(
            id=held.lease_id,
            terminal=terminal,
            incarnation=held.incarnation,
            member=held.member_id,
            state=LeaseState.OPEN,
            slices=booked,
            left=booked,
            granted_ms=held.granted_ms,
            ends_ms=held.ends_ms,
        )

    def _checked(self, loan: Loan) -> LeaseReply:
        """A12: declined once is declined for ever. A5: no more is lent than the policy allows."""
        key = (self._central.epoch, loan.id)
        is_lent = loan.state is not LeaseState.DECLINED
        before = self._told.setdefault(key, is_lent)
        self._world.checked["A12"] += 1
        if is_lent and not before:
            raise Violation("A12", f"{loan.id} was declined before")
        lent = sum(total(each.left) for each in self._live_of(loan.terminal))
        self._world.checked["A5"] += 1
        if lent > POLICY.ceiling and not self._vault.awaited:
            raise Violation("A5", f"{loan.terminal} is lent {lent}")
        return self._reply(loan)

    def _reply(self, loan: Loan) -> LeaseReply:
        is_declined = loan.state is LeaseState.DECLINED
        reply = LeaseReply(
            request_id="",
            lease_id=LeaseId(loan.id),
            member_id=MemberId(loan.member),
            state=loan.state,
            slices=loan.slices,
            left=loan.left,
            granted_ms=loan.granted_ms,
            ends_ms=loan.ends_ms,
            reason=loan.reason if is_declined else "",
        )
        if loan.state not in (LeaseState.OPEN, LeaseState.RECALLED):
            return reply
        day = step_day(step_at(loan.ends_ms) - 1, UTC)
        return replace(
            reply,
            day=day.isoformat(),
            day_key=base64.b64encode(key_of(loan.member, day)).decode(),
            last_step=self._vault.steps.get(loan.member, 0),
        )
