"""After a restore: nothing is lent, and none of it is paid online, until the tills have told.

A restored central has forgotten what it lent after its backup was made. Facts are taken all the
time; each till that may hold such a lease names it at its next hello, and it is booked again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, case, func, insert, literal, null, or_, select, update

from posapp.central.feed import read_epoch
from posapp.central.hold_book import reserve
from posapp.central.leases import LIVE, LeaseRow, change_lease, find_lease, store_lease
from posapp.central.ledger import MON, PTS, Posting
from posapp.central.portable import upsert
from posapp.central.tables.inbox import inbox
from posapp.central.tables.leases import lease as lease_table
from posapp.central.tables.leases import lease_awaited, lease_policy
from posapp.central.tables.members import member
from posapp.central.tables.shops import meta, shop, terminal
from posapp.domain.leases import covered, of_points, total
from posapp.domain.sale import TenderKind, ValueSlice
from posapp.errors import Refused
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

HEARD: Final = "hello"
RELEASED: Final = "released"
FORGOTTEN: Final = "forgotten"
NOBODY_WAITS: Final = 0
"""In place of the moment when the wait ended: it was not heard yet, and holds up nothing."""

CLOCKS_MS: Final = 5 * 60_000
"""How far a till's clock and central's may be apart."""

_KNOWN: Final = "lent_epoch"
_OPEN: Final = (
    select(shop.c.name, terminal.c.code, terminal.c.id)
    .select_from(lease_awaited)
    .join(terminal, terminal.c.id == lease_awaited.c.terminal_id)
    .join(shop, shop.c.id == terminal.c.shop_id)
    .where(
        lease_awaited.c.tenant_id == bindparam("of_tenant"),
        lease_awaited.c.epoch
        == select(meta.c.value).where(meta.c.name == "epoch").scalar_subquery(),
        lease_awaited.c.ended_ms.is_(None),
    )
    .order_by(terminal.c.code)
)
_OF_TERMINAL: Final = select(lease_awaited).where(
    lease_awaited.c.epoch == select(meta.c.value).where(meta.c.name == "epoch").scalar_subquery(),
    lease_awaited.c.terminal_id == bindparam("of_terminal"),
)


def is_settled(connection: Connection) -> bool:
    """Whether this epoch is the one that lending was last looked at in."""
    query = select(meta.c.value).where(meta.c.name == _KNOWN)
    return connection.execute(query).scalar() == read_epoch(connection)


def await_terminals(connection: Connection) -> None:
    """In a new epoch: whoever may hold a lease that this database does not know has to tell first.

    That is every active terminal of a tenant that lends, and of one that has lent. The others are
    listened to, but nobody waits for them.
    """
    epoch = read_epoch(connection)
    known_ms = connection.execute(select(func.max(inbox.c.received_ms))).scalar() or 0
    lends = select(lease_policy.c.tenant_id).where(
        or_(lease_policy.c.cap > 0, lease_policy.c.points_cap > 0)
    )
    has_lent = select(lease_table.c.tenant_id).where(
        lease_table.c.state.in_([state.value for state in LIVE])
    )
    may_hold = or_(terminal.c.tenant_id.in_(lends), terminal.c.tenant_id.in_(has_lent))
    columns = ["epoch", "terminal_id", "tenant_id", "known_ms", "ended_ms"]
    found = select(
        literal(epoch),
        terminal.c.id,
        terminal.c.tenant_id,
        literal(known_ms),
        case((may_hold, null()), else_=NOBODY_WAITS),
    ).where(terminal.c.status == "active")
    connection.execute(insert(lease_awaited).from_select(columns, found))
    upsert(connection, meta, [{"name": _KNOWN, "value": epoch}])


def check_none_awaited(unit: Unit, member_id: str | None = None) -> None:
    """Raises Refused("lease.recovering", where) while a till may hold what central does not know.

    With `member_id` only of a member who can have been lent value at all.
    """
    waits = awaited(unit.connection, unit.tenant.id)
    if waits and (member_id is None or _has_seed(unit, member_id)):
        raise Refused("lease.recovering", where="、".join(waits[:5]))


def awaited(connection: Connection, tenant_id: str) -> list[str]:
    """Shop and code of the terminals that are waited for."""
    rows = connection.execute(_OPEN, {"of_tenant": tenant_id})
    return [f"{row.name} {row.code}" for row in rows]


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


def end_wait(unit: Unit, terminal_id: str, how: str) -> bool:
    """It is waited for no more, or was heard. False when it was not waited for."""
    unheard = or_(lease_awaited.c.ended_ms.is_(None), lease_awaited.c.ended_ms == NOBODY_WAITS)
    waits = unheard if how == HEARD else lease_awaited.c.ended_ms.is_(None)
    done = unit.connection.execute(
        update(lease_awaited)
        .where(
            lease_awaited.c.terminal_id == terminal_id,
            lease_awaited.c.tenant_id == unit.tenant.id,
            waits,
        )
        .values(ended_ms=unit.now_ms, how=how)
    )
    return done.rowcount > 0


def may_have_forgotten(unit: Unit, head: FactHead) -> bool:
    """Whether a fact can be about a lease that was granted and ended after the backup was made."""
    row = unit.connection.execute(_OF_TERMINAL, {"of_terminal": head.terminal_id}).first()
    if row is None or head.at_ms < row.known_ms - CLOCKS_MS:
        return False
    return not row.ended_ms or bool(head.at_ms <= row.ended_ms + CLOCKS_MS)


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
    row = connection.execute(_OF_TERMINAL, {"of_terminal": caller.terminal_id}).first()
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
    booked = _reserved(unit, lease, held.granted, posting)
    store_lease(unit, booked)
    unit.books.post(posting)
    short = total(held.granted) - total(booked.slices)
    if short:
        unit.open_case("lease.not_covered", caller.terminal_id, None, lease=lease.id, amount=short)


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


def _has_seed(unit: Unit, member_id: str) -> bool:
    query = select(member.c.id).where(member.c.id == member_id, member.c.seed.is_not(None))
    return unit.connection.execute(query).first() is not None
