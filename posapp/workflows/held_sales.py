"""Held sales (挂单) of this till and the others of its shop: one till at a time has an order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from posapp.domain.ids import SaleId
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.offline.drafts import ParkedDraft
from posapp.wire.facts import AuditData
from posapp.wire.held import (
    RECALLED_HERE,
    HeldAsked,
    HeldClaim,
    HeldOrder,
    HeldRow,
    HeldStanding,
    Whereabouts,
)
from posapp.workflows.draft import Draft, from_bytes, to_bytes

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.offline.central_api import CentralApi
    from posapp.offline.till_store import TillStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.paper import Paper
    from posapp.workflows.selling import Selling


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An order that was held here and is at another till now; amount in minor units."""

    label: str
    amount: int
    till: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """What waits, oldest first, and what is gone since the last look."""

    waiting: tuple[ParkedDraft, ...]
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An order that this till may take. `alone`: central could not be asked, and knows of it."""

    parked: ParkedDraft
    body: bytes
    alone: bool = False

    @property
    def is_of_another(self) -> bool:
        return bool(self.parked.till)


class HeldSales:
    """Lane: as each method says. Between `claim` and `adopt` an order is not sent to central."""

    def __init__(
        self, selling: Selling, store: TillStore, api: CentralApi, desk: Desk, paper: Paper
    ) -> None:
        self._selling = selling
        self._store = store
        self._drafts = store.drafts
        self._api = api
        self._desk = desk
        self._paper = paper
        self._others: tuple[ParkedDraft, ...] = ()
        self._leaving: set[str] = set()

    # -- lane: store

    def hold(self, draft: Draft, label: str, staff: Staff, shift: Shift | None) -> Draft:
        """Put the order aside and begin a new one; a slip with its code prints where one is wanted.

        Raises Refused("hold.empty_order"), and Refused("hold.payment_open") while a payment of it
        has no end: another till would not know of it.
        """
        if any(each.sale_id == draft.sale_id for each in self._store.attempts.open()):
            raise Refused("hold.payment_open")
        fresh = self._selling.park(draft, label, staff)
        if self._desk.settings.print_hold_slips:
            self._print_slip(draft.sale_id, staff, shift)
        return fresh

    def waiting(self) -> tuple[ParkedDraft, ...]:
        """This till's, and of the others' those last heard of while central answers."""
        here = (*self._drafts.parked(), *self._drafts.asked())
        known = {each.id for each in here}
        others = self._others if self._desk.is_online() else ()
        everything = (*here, *(each for each in others if each.id not in known))
        return tuple(sorted(everything, key=lambda each: (each.at_ms, each.id)))

    def adopt(self, claimed: Claimed, current: Draft, staff: Staff, shift: Shift | None) -> Draft:
        """A claimed order is the one in work. Taken without central it is a sale of its own, and
        the journal tells central so: two tills can never sell it under one id.

        Raises Refused("hold.order_in_work", "hold.gone", "wire.not_understood"): it still waits.
        """
        self._leaving.discard(claimed.parked.id)
        if not current.cart.is_empty:
            raise Refused("hold.order_in_work")
        draft = from_bytes(claimed.body)
        if claimed.is_of_another:
            draft = replace(draft, held_id="")
        if claimed.alone:
            self._tell_later(claimed.parked, staff, shift)
            new_id = SaleId(self._desk.new_id())
            draft = replace(draft, sale_id=new_id, held_id=claimed.parked.id)
        self._drafts.adopt(claimed.parked.id, draft.sale_id, to_bytes(draft))
        if self._drafts.load() is None:
            raise Refused("hold.gone")
        return draft

    # -- lane: online

    def look(self) -> HeldView:
        """Send what central does not know yet, and hear what waits at the other tills.

        Never raises: without an answer what is known stands.
        """
        gone: tuple[Gone, ...] = ()
        if self._desk.is_online():
            try:
                self._send()
                gone = self._hear()
            except PosError:
                pass
        return HeldView(waiting=self.waiting(), gone=gone)

    def claim(self, held_id: str, current: Draft) -> Claimed:
        """Make sure that no other till can have the order; one of this till is taken back without
        central where it does not answer.

        Raises Refused("hold.order_in_work", "hold.gone", "hold.needs_central",
        "hold.taken_elsewhere" (till)); for one of another till also Unavailable, OutcomeUnknown:
        then it may be asked for again.
        """
        if not current.cart.is_empty:
            raise Refused("hold.order_in_work")
        own = next((each for each in self._drafts.parked() if each.id == held_id), None)
        return self._claim_other(held_id) if own is None else self._claim_own(own)

    def settle(self, draft: Draft) -> HeldStanding | None:
        """Where the held sale is that this order was taken from without central; None while that
        cannot be known. `Whereabouts.WAITING` stands for: it is this till's.
        """
        if not draft.held_id or not self._desk.is_online():
            return None
        try:
            reply = self._api.claim_held(HeldClaim(id=draft.held_id, has_own=True))
        except PosError:
            return None
        if reply.is_yours or reply.standing.terminal_id == self._desk.place.terminal_id:
            return HeldStanding(id=draft.held_id, where=Whereabouts.WAITING)
        return reply.standing

    # -- parts

    def _claim_own(self, own: ParkedDraft) -> Claimed:
        self._leaving.add(own.id)
        body = self._drafts.body(own.id)
        if body is None:
            raise Refused("hold.gone")
        alone = Claimed(parked=own, body=body, alone=own.sent)
        if not self._desk.is_online():
            return alone
        try:
            reply = self._api.claim_held(HeldClaim(id=own.id, has_own=True))
        except PosError:
            return alone
        if reply.is_yours:
            return replace(alone, alone=False)
        self._leaving.discard(own.id)
        self._drafts.forget(own.id)
        raise Refused("hold.taken_elsewhere", till=reply.standing.till)

    def _claim_other(self, held_id: str) -> Claimed:
        known = (*self._drafts.asked(), *self._others)
        wanted = next((each for each in known if each.id == held_id), None)
        if not self._desk.is_online():
            raise Refused("hold.needs_central")
        if wanted is not None:
            self._drafts.ask(wanted)
        try:
            reply = self._api.claim_held(HeldClaim(id=held_id))
        except OutcomeUnknown:
            raise
        except (Unavailable, Refused):
            self._drafts.forget(held_id)
            raise
        order = reply.order
        if order is None:
            self._drafts.forget(held_id)
            self._others = tuple(each for each in self._others if each.id != held_id)
            if reply.standing.where in (Whereabouts.TAKEN, Whereabouts.SOLD):
                raise Refused("hold.taken_elsewhere", till=reply.standing.till)
            raise Refused("hold.gone")
        parked = wanted or _parked_of(order)
        self._drafts.ask(parked)
        return Claimed(parked=parked, body=order.body.encode())

    def _send(self) -> None:
        for parked, body in self._drafts.unsent():
            if parked.id in self._leaving or not self._drafts.mark_sent(parked.id):
                continue
            try:
                self._api.put_held(_order_of(parked, body))
            except (Unavailable, Refused):
                self._drafts.mark_sent(parked.id, sent=False)
                raise

    def _hear(self) -> tuple[Gone, ...]:
        sent = [each for each in self._drafts.parked() if each.sent]
        mine = (*sent, *self._drafts.asked())
        listed = self._api.list_held(HeldAsked(mine=tuple(each.id for each in mine)))
        here = {each.id for each in self._drafts.parked()}
        self._others = tuple(_from_row(row) for row in listed.rows if row.id not in here)
        standings = {each.id: each for each in listed.mine}
        gone = [self._compare(each, standings.get(each.id)) for each in mine]
        return tuple(each for each in gone if each is not None)

    def _compare(self, parked: ParkedDraft, standing: HeldStanding | None) -> Gone | None:
        if standing is None or parked.id in self._leaving:
            return None
        is_ours = standing.terminal_id == self._desk.place.terminal_id
        match standing.where:
            case Whereabouts.TAKEN if is_ours:
                return None
            case Whereabouts.TAKEN | Whereabouts.SOLD:
                self._drafts.forget(parked.id)
                if is_ours:
                    return None
                return Gone(label=parked.label, amount=parked.amount, till=standing.till)
            case Whereabouts.UNKNOWN if not parked.till:
                # Central was restored to an older day, or the order never arrived.
                self._drafts.mark_sent(parked.id, sent=False)
            case _:
                if parked.till:
                    self._drafts.forget(parked.id)
        return None

    def _tell_later(self, parked: ParkedDraft, staff: Staff, shift: Shift | None) -> None:
        audit = AuditData(action=RECALLED_HERE, subject=parked.id, amount=parked.amount)
        self._store.outbox.append(self._desk.entry(audit, staff, shift))

    def _print_slip(self, sale_id: str, staff: Staff, shift: Shift | None) -> None:
        parked = next(each for each in self._drafts.parked() if each.sale_id == sale_id)
        audit = AuditData(action="order.held", subject=parked.id, amount=parked.amount)
        entry = self._desk.entry(audit, staff, shift)
        slip = self._paper.hold_slip(parked.id, parked.label, parked.amount, staff.name)
        self._store.prints.enqueue_copy(entry, slip)


def _order_of(parked: ParkedDraft, body: bytes) -> HeldOrder:
    return HeldOrder(
        id=parked.id,
        sale_id=parked.sale_id,
        label=parked.label,
        amount=parked.amount,
        staff_name=parked.staff_name,
        at_ms=parked.at_ms,
        body=body.decode(),
    )


def _parked_of(order: HeldOrder) -> ParkedDraft:
    """Of a till that nobody named: the slip of an order was scanned before any list had it."""
    return ParkedDraft(
        id=order.id,
        sale_id=order.sale_id,
        label=order.label,
        amount=order.amount,
        staff_name=order.staff_name,
        at_ms=order.at_ms,
        sent=True,
        till="?",
    )


def _from_row(row: HeldRow) -> ParkedDraft:
    return ParkedDraft(
        id=row.id,
        sale_id=row.sale_id,
        label=row.label,
        amount=row.amount,
        staff_name=row.staff_name,
        at_ms=row.at_ms,
        sent=True,
        till=row.till or "?",
    )
