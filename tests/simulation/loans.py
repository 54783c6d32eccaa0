"""Leases as rows of the model's books: spent by facts, given back, kept for a quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from posapp.domain.leases import covered, less, total
from posapp.domain.sale import ValueSlice
from posapp.wire.leases import LeaseState
from posapp.wire.sync import ItemOutcome
from tests.simulation.goods import fact_of, sale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.domain.sale import Sale, Tender
    from posapp.wire.facts import Fact, FactHead, LeaseReleaseData
    from tests.simulation.books import Books

LIVE = frozenset({LeaseState.OPEN, LeaseState.RECALLED, LeaseState.RELEASING})
FORGOTTEN = "forgotten"
CLOCKS_MS = 5 * 60_000


class Loan(Struct, frozen=True, kw_only=True):
    """A lease at central: `left` is still reserved, `told` is what the till said it gives back."""

    id: str
    terminal: str
    incarnation: int
    member: str
    state: LeaseState
    granted_ms: int
    ends_ms: int
    slices: tuple[ValueSlice, ...] = ()
    left: tuple[ValueSlice, ...] = ()
    told: tuple[ValueSlice, ...] = ()
    reason: str = ""


class Wait(Struct, frozen=True, kw_only=True):
    """A terminal that a restored central waits for; its books reach up to `known_ms`."""

    known_ms: int
    ended_ms: int | None = None


def spend(books: Books, head: FactHead, sale: Sale, tender: Tender) -> None:
    """Take what the lease still covers; the rest is a loss, and the terminal is lent no more."""
    vault, member = books.vault, str(sale.member_id)
    loan = vault.loans.get(str(tender.lease_id))
    if (loan is None or loan.reason == FORGOTTEN) and _may_have_forgotten(books, head):
        loan = _book_forgotten(books, head, member, tender)
    paid: tuple[ValueSlice, ...] = ()
    is_usable = loan is not None and loan.state in LIVE and loan.terminal == head.terminal_id
    if loan is not None and is_usable:
        paid, _ = covered(loan.left, tender.value_slices)
        loan = replace(loan, left=less(loan.left, paid))
        vault.loans[loan.id] = loan
        settle(books, loan, present=head.event_id)
    short = tender.amount - total(paid)
    vault.spent[member] = vault.spent.get(member, 0) + tender.amount
    if short:
        vault.loss[member] = vault.loss.get(member, 0) + short
        vault.lease_loss[member] = vault.lease_loss.get(member, 0) + short
        vault.stopped[head.terminal_id] = True


def released(
    books: Books, head: FactHead, signed: int, data: LeaseReleaseData, *, twice: bool = False
) -> None:
    """A release as a fact; one of another incarnation frees nothing."""
    loan = books.vault.loans.get(data.lease_id)
    if loan is not None and (loan.terminal, loan.incarnation) == (head.terminal_id, signed):
        give_back(books, loan, data.left, twice=twice)


def give_back(
    books: Books, loan: Loan, left: tuple[ValueSlice, ...], *, twice: bool = False
) -> Loan:
    """The first word of the till counts; sent again it changes nothing."""
    if twice and loan.state is LeaseState.RELEASED:
        books.vault.move(loan.member, left, 1)
    if loan.state not in LIVE:
        return loan
    if loan.state is not LeaseState.RELEASING:
        loan = replace(loan, state=LeaseState.RELEASING, told=left)
        books.vault.loans[loan.id] = loan
    return settle(books, loan)


def settle(books: Books, loan: Loan, *, present: str = "") -> Loan:
    """Free what a releasing lease no longer needs: the lesser of both books, lot by lot."""
    if loan.state is not LeaseState.RELEASING:
        return loan
    if waits_for_a_person(books, loan.terminal, loan.member, present=present):
        return loan
    free, _ = covered(loan.left, loan.told)
    left = less(loan.left, free)
    state = LeaseState.RELEASING if left else LeaseState.RELEASED
    books.vault.move(loan.member, free, 1)
    loan = replace(loan, state=state, left=left, told=())
    books.vault.loans[loan.id] = loan
    return loan


def settle_all(books: Books, terminal: str) -> None:
    """What waited for a quarantine that is worked off by now."""
    for loan in list(books.vault.loans.values()):
        if loan.terminal == terminal and loan.told:
            settle(books, loan)


def waits_for_a_person(books: Books, terminal: str, member: str, *, present: str = "") -> bool:
    """Whether a sale of hers at this terminal is in quarantine, or a forked one is not taken."""
    for fact in _untaken(books, terminal):
        sale = sale_of(fact.data)
        if sale is not None and sale.member_id == member and fact.head.event_id != present:
            return True
    return False


def _untaken(books: Books, terminal: str) -> Iterator[Fact]:
    for event_id, body in books.quarantine.items():
        if books.owners[event_id] == terminal:
            yield fact_of(body)
    for (place, sha), body in books.forks.items():
        if place[0] == terminal:
            fact = fact_of(body)
            if books.branches.get((fact.head.event_id, sha)) is not ItemOutcome.APPLIED:
                yield fact


def _may_have_forgotten(books: Books, head: FactHead) -> bool:
    """Whether a fact can be about a lease that was granted and ended after the backup was made."""
    wait = books.vault.awaited.get(head.terminal_id)
    if wait is None or head.at_ms < wait.known_ms - CLOCKS_MS:
        return False
    return wait.ended_ms is None or head.at_ms <= wait.ended_ms + CLOCKS_MS


def _book_forgotten(books: Books, head: FactHead, member: str, tender: Tender) -> Loan:
    """The lease behind a tender, of what she still has: as much as the tender says it took."""
    vault = books.vault
    known = vault.loans.get(str(tender.lease_id))
    booked, _ = covered(vault.slices(member), tender.value_slices)
    vault.move(member, booked, -1)
    loan = Loan(
        id=str(tender.lease_id),
        terminal=head.terminal_id,
        incarnation=head.incarnation,
        member=member,
        state=LeaseState.RELEASING,
        granted_ms=head.at_ms,
        ends_ms=head.at_ms + 1,
        slices=booked if known is None else (*known.slices, *booked),
        left=booked,
        reason=FORGOTTEN,
    )
    vault.loans[loan.id] = loan
    return loan
