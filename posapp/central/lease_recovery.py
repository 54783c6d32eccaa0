"""After a restore: what the tills hold is booked again, and nothing is lent until they have told.

A restored central has forgotten what it lent after its backup was made. Facts are taken all the
time; each till that may hold such a lease names it at its next hello.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from posapp.central.coupon_rights import free_rights
from posapp.central.hold_book import reserve
from posapp.central.lease_waits import HEARD, end_wait, may_have_forgotten, wait_of
from posapp.central.leases import (
    LeaseRow,
    change_lease,
    find_lease,
    leases_of,
    read_policy,
    store_lease,
)
from posapp.central.ledger import MON, PTS, Posting
from posapp.central.tables.leases import lease as lease_table
from posapp.domain.leases import covered, of_points, total
from posapp.domain.sale import TenderKind, ValueSlice
from posapp.wire.leases import LeaseState
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.arrival import Arrival
    from posapp.central.caller import Caller
    from posapp.central.service import Central
    from posapp.central.unit import Unit
    from posapp.domain.sale import Tender
    from posapp.wire.facts import FactHead
    from posapp.wire.leases import LeaseHeld

FORGOTTEN: Final = "forgotten"


def hear(central: Central, caller: Caller, held: Sequence[LeaseHeld] | None) -> None:
    """What a till says at hello that it holds; what central has forgotten is booked again.

    None is said by a till that cannot say it: it stays awaited.
    """
    if held is None:
        return
    with central.database.read() as connection:
        if not _needs_hearing(connection, caller, held):
            return
    with central.work(caller.tenant) as unit:
        unit.know_members({lease.member_id for lease in held})
        for lease in held:
            if find_lease(unit, lease.lease_id) is None:
                _book_again(unit, caller, lease)
        end_wait(unit, caller.terminal_id, HEARD)


def book_forgotten(
    unit: Unit, arrival: Arrival, posting: Posting, member_id: str | None, tender: Tender
) -> LeaseRow | None:
    """The lease behind a tender, of what she still has: as much as the tender says it took."""
    owner = unit.member(member_id)
    if owner is None or tender.lease_id is None:
        return None
    is_points = tender.kind is TenderKind.POINTS
    lease = LeaseRow(
        id=tender.lease_id,
        tenant_id=unit.tenant.id,
        shop_id=arrival.head.shop_id,
        terminal_id=arrival.head.terminal_id,
        incarnation=arrival.caller.incarnation,
        member_id=owner,
        state=LeaseState.RELEASING,
        ledger=HoldLedger.POINTS if is_points else HoldLedger.STORED_VALUE,
        reason=FORGOTTEN,
        granted_ms=arrival.head.at_ms,
        ends_ms=arrival.head.at_ms + 1,
    )
    known = find_lease(unit, lease.id)
    wanted = tender.value_slices or of_points(tender.point_slices)
    booked = _reserved(unit, lease, wanted, posting)
    if known is None:
        store_lease(unit, booked)
        return booked
    slices = (*known.slices, *booked.slices)
    return change_lease(unit, known, booked.state, slices=slices, left=booked.left)


def is_forgotten(unit: Unit, head: FactHead, lease: LeaseRow | None) -> bool:
    """Whether the lease of a fact was lost by a restore, or booked again for another such fact."""
    if lease is not None and lease.reason != FORGOTTEN:
        return False
    return may_have_forgotten(unit, head)


def _needs_hearing(connection: Connection, caller: Caller, held: Sequence[LeaseHeld]) -> bool:
    row = wait_of(connection, caller.terminal_id)
    if row is None:
        return False
    ids = [lease.lease_id for lease in held]
    known = connection.execute(
        select(func.count()).select_from(lease_table).where(lease_table.c.id.in_(ids))
    ).scalar_one()
    return not row.ended_ms or known < len(ids)


def _book_again(unit: Unit, caller: Caller, held: LeaseHeld) -> None:
    """As it was granted: what was spent from it since is still on the way, or comes again."""
    member_id = unit.member(held.member_id)
    if member_id is None:
        unit.open_case("lease.not_booked_again", caller.terminal_id, None, lease=held.lease_id)
        return
    lease = LeaseRow(
        id=held.lease_id,
        tenant_id=unit.tenant.id,
        shop_id=caller.shop_id,
        terminal_id=caller.terminal_id,
        incarnation=held.incarnation,
        member_id=member_id,
        state=LeaseState.OPEN,
        ledger=held.ledger,
        granted_ms=held.granted_ms,
        ends_ms=held.ends_ms,
    )
    posting = Posting(
        id=unit.ids.new(),
        kind="lease",
        source_id=lease.id,
        at_ms=unit.now_ms,
        member_id=member_id,
        shop_id=lease.shop_id,
        terminal_id=lease.terminal_id,
    )
    wanted = held.granted if _is_within_policy(unit, lease, total(held.granted)) else ()
    booked = _reserved(unit, lease, wanted, posting)
    store_lease(unit, booked)
    unit.books.post(posting)
    short = total(held.granted) - total(booked.slices)
    if short:
        unit.open_case("lease.not_covered", caller.terminal_id, None, lease=lease.id, amount=short)


def _is_within_policy(unit: Unit, lease: LeaseRow, amount: int) -> bool:
    """A till can name what it likes; beyond what its shop lends nothing of hers is set aside.

    Where the shop lends nothing now, the policy itself may be what was lost.
    """
    policy = read_policy(unit.connection, unit.tenant.id, lease.shop_id, lease.ledger)
    lent = sum(
        total(each.left)
        for each in leases_of(unit, lease.terminal_id)
        if each.ledger is lease.ledger
    )
    return not policy.is_on or (amount <= policy.cap and lent + amount <= policy.ceiling)


def _reserved(
    unit: Unit, lease: LeaseRow, wanted: tuple[ValueSlice, ...], posting: Posting
) -> LeaseRow:
    """The lease with those of the slices that are free, which it holds from now on."""
    free, _ = covered(_free(unit, lease), wanted)
    booked = replace(lease, slices=free, left=free)
    reserve(unit, booked.as_hold(free), posting)
    unit.change("member", lease.member_id)
    return booked


def _free(unit: Unit, lease: LeaseRow) -> list[ValueSlice]:
    if lease.ledger is HoldLedger.COUPON:
        return free_rights(unit, lease.member_id)
    is_points = lease.ledger is HoldLedger.POINTS
    lots = unit.books.lots_of(lease.member_id, PTS if is_points else MON)
    return [
        ValueSlice(
            lot_id=lot.as_value_lot().lot_id,
            principal=lot.free,
            bonus=0 if is_points else lot.bonus_free,
        )
        for lot in lots
    ]
