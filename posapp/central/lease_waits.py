"""After a restore: which terminals may hold leases that this database has forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, case, func, insert, literal, null, or_, select, update

from posapp.central.feed import read_epoch
from posapp.central.leases import LIVE
from posapp.central.portable import upsert
from posapp.central.tables.inbox import inbox
from posapp.central.tables.leases import lease as lease_table
from posapp.central.tables.leases import lease_awaited, lease_policy
from posapp.central.tables.members import member
from posapp.central.tables.shops import meta, shop, terminal
from posapp.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit
    from posapp.wire.facts import FactHead

HEARD: Final = "hello"
RELEASED: Final = "released"
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
        or_(
            lease_policy.c.cap > 0,
            lease_policy.c.points_cap > 0,
            lease_policy.c.coupons_cap > 0,
        )
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
    row = wait_of(unit.connection, head.terminal_id)
    if row is None or head.at_ms < row.known_ms - CLOCKS_MS:
        return False
    return not row.ended_ms or bool(head.at_ms <= row.ended_ms + CLOCKS_MS)


def wait_of(connection: Connection, terminal_id: str) -> Any:
    """The row of a terminal in this epoch; None where nothing was restored since its enrolment."""
    return connection.execute(_OF_TERMINAL, {"of_terminal": terminal_id}).first()


def _has_seed(unit: Unit, member_id: str) -> bool:
    query = select(member.c.id).where(member.c.id == member_id, member.c.seed.is_not(None))
    return unit.connection.execute(query).first() is not None
