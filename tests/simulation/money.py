"""A4 and A5: members' value adds up, and what leases cost stays within its bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.goods import holds_of, read
from tests.simulation.lender import POLICY
from tests.simulation.loans import waits_for_a_person
from tests.simulation.vault import HELD
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from tests.simulation.central import Central
    from tests.simulation.fleet import Fleet
    from tests.simulation.loans import Loan
    from tests.simulation.till import SimTill
    from tests.simulation.vault import Vault
    from tests.simulation.world import World

# What loses a part of somebody's state: only then may a hold or a lease be short, or left over.
_STATE_LOST = ("central_restore", "torn_tail", "till_restore", "till_restore_bare", "till_clone")


def check_money(world: World, central: Central, fleet: Fleet) -> None:
    """At rest. Raises Violation."""
    vault = central.books.vault
    is_whole = not any(world.fired[name] for name in _STATE_LOST)
    for member in vault.topped:
        world.checked["A4"] += 1
        world.checked["A5"] += 1
        _check_member(vault, member, is_whole=is_whole)
        if vault.lease_loss.get(member, 0) > _bound(central, fleet, member):
            raise Violation("A5", f"{member}: leases cost {vault.lease_loss[member]}")
    if sum(vault.lease_loss.values()) > _bound(central, fleet):
        raise Violation("A5", f"leases cost {vault.lease_loss}")
    if is_whole:
        _check_holds(central)
        if not central.lender.freed:
            _check_lent(world, central, fleet)


def _check_member(vault: Vault, member: str, *, is_whole: bool) -> None:
    """A4: free + held = top-ups - spends + losses; A5: none below zero, no loss without a cause."""
    left = vault.topped[member] - vault.spent.get(member, 0) + vault.loss.get(member, 0)
    free, held = vault.free(member), vault.held(member)
    if free + held != left:
        raise Violation("A4", f"{member}: {free} + {held} != {left}")
    if any(lot.principal < 0 or lot.bonus < 0 for lot in vault.lots[member]):
        raise Violation("A5", f"{member} is below zero")
    if is_whole and vault.loss.get(member, 0) > vault.lease_loss.get(member, 0):
        raise Violation("A5", f"{member} was overspent without a cause")


def _check_holds(central: Central) -> None:
    books = central.books
    kept = {hold for body in books.quarantine.values() for hold in holds_of(read(body))}
    open_ones = {hold_id for hold_id, hold in books.vault.holds.items() if hold.state == HELD}
    if open_ones - kept:
        raise Violation("A4", f"held for nobody: {sorted(open_ones - kept)}")


def _bound(central: Central, fleet: Fleet, member: str | None = None) -> int:
    """What leases may cost: for each further copy of a terminal's state what it may be lent, what a
    restore made central forget for good, and what was freed of a terminal that was declared lost.
    """
    lender = central.lender
    each = POLICY.cap if member else POLICY.ceiling
    return (
        sum(fleet.copies().values()) * each
        + sum(lost for who, lost in lender.forgotten.values() if member in (None, who))
        + sum(freed for who, freed in lender.freed if member in (None, who))
    )


def _check_lent(world: World, central: Central, fleet: Fleet) -> None:
    """A4: what is lent is in the hands of an honest till, to the fen, or waits for a person."""
    books = central.books
    for till in fleet.tills:
        for loan in books.vault.loans.values():
            if loan.terminal != till.terminal or not loan.left:
                continue
            world.checked["A4"] += 1
            if not _has(till, loan) and not waits_for_a_person(books, loan.terminal, loan.member):
                raise Violation("A4", f"lent to nobody: {loan}")


def _has(till: SimTill, loan: Loan) -> bool:
    kept = till.disk.lent.open.get(loan.id)
    return loan.id in till.disk.lent.asked or (kept is not None and kept.lease.slices == loan.left)
