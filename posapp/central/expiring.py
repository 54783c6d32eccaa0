"""Points whose time is over leave the books, lot by lot; what is held waits for its hold."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, or_, select
from sqlalchemy import text as sql

from posapp.central.ledger import POINTS, PTS, Posting
from posapp.central.retrying import again
from posapp.central.tables.ledger import HOLDS_POINTS, lot, posting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit

EXPIRE: Final = "expire"
LOTS_AT_ONCE: Final = 100
"""In one transaction: short enough that no till waits for it."""

_DUE: Final = (
    select(lot.c.id, lot.c.member_id, lot.c.expires_ms)
    .where(
        lot.c.tenant_id == bindparam("of_tenant"),
        sql(HOLDS_POINTS),
        lot.c.expires_ms <= bindparam("now_ms"),
        lot.c.expires_ms >= bindparam("after_ms"),
        or_(lot.c.expires_ms > bindparam("after_ms"), lot.c.id > bindparam("after_id")),
    )
    .order_by(lot.c.expires_ms, lot.c.id)
    .limit(bindparam("most"))
)
_BOOKED: Final = select(posting.c.id).where(
    posting.c.id.in_(bindparam("ids", expanding=True)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """Lots and points that were booked; `waiting` lots still hold points for somebody."""

    lots: int = 0
    points: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    lots: int
    points: int
    waiting: int
    last: Any


def local_day(tenant: Tenant, at_ms: int) -> str:
    """The date at the venue, YYYY-MM-DD."""
    return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(tenant.zone).date().isoformat()


def expiry_id(tenant_id: str, lot_id: str, day: str) -> str:
    """The id of a lot's posting on a day: whoever books it again books the same."""
    return str(uuid.uuid5(uuid.UUID(tenant_id), f"{EXPIRE}/{lot_id}/{day}"))


def expire_points(
    central: Central,
    tenant: Tenant,
    is_stopping: Callable[[], bool] = lambda: False,
    *,
    at_once: int = LOTS_AT_ONCE,
) -> Expired:
    """Book every lot of points that is due, in short transactions; again, it changes nothing.

    Any thread, and several at once.
    """
    lots = points = waiting = 0
    last: Any = None
    while not is_stopping():
        batch = again(partial(_batch, central, tenant, last, at_once))
        lots, points = lots + batch.lots, points + batch.points
        waiting += batch.waiting
        last = batch.last
        if last is None:
            break
    return Expired(lots=lots, points=points, waiting=waiting)


def _batch(central: Central, tenant: Tenant, after: Any, most: int) -> _Batch:
    """The next lots by expiry and id; `last` is None where none are left."""
    with central.work(tenant) as unit:
        asked = {
            "of_tenant": tenant.id,
            "now_ms": unit.now_ms,
            "after_ms": 0 if after is None else after.expires_ms,
            "after_id": "" if after is None else after.id,
            "most": most,
        }
        due = unit.connection.execute(_DUE, asked).all()
        # Their members first, in order, as everybody does who changes what a member has.
        unit.know_members({row.member_id for row in due})
        booked = _expire_each(unit, due)
    return _Batch(
        lots=sum(1 for points in booked if points),
        points=sum(booked),
        waiting=sum(1 for points in booked if not points),
        last=due[-1] if len(due) == most else None,
    )


def _expire_each(unit: Unit, due: Sequence[Any]) -> list[int]:
    day = local_day(unit.tenant, unit.now_ms)
    ids = {row.id: expiry_id(unit.tenant.id, row.id, day) for row in due}
    asked = {"ids": list(ids.values())}
    stand = set(unit.connection.execute(_BOOKED, asked).scalars()) if ids else set()
    return [
        0 if posting_id in stand else _expire(unit, lot_id, posting_id)
        for lot_id, posting_id in ids.items()
    ]


def _expire(unit: Unit, lot_id: str, posting_id: str) -> int:
    """What is free of it now, under its member's lock. Returns the points."""
    found = unit.books.lot(lot_id)
    if found is None or found.free <= 0:
        return 0
    if found.expires_ms is None or found.expires_ms > unit.now_ms:
        return 0
    points = found.free
    booked = Posting(
        id=posting_id,
        kind=EXPIRE,
        source_id=lot_id,
        at_ms=unit.now_ms,
        member_id=found.member_id,
    )
    found.take(points)
    unit.books.member(booked, PTS, POINTS, found.member_id, -points, lot_id=lot_id)
    unit.books.post(booked)
    unit.change("member", found.member_id)
    return points
