"""Packs the feed into chunks, some with each request, from ordinary pages in short reads."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from posapp.central import snapshot_shelf as shelf
from posapp.central.feed import feed_rows, read_epoch, read_head
from posapp.central.snapshot_shelf import Made
from posapp.central.tables.shops import change
from posapp.wire.snapshot import MOST_PACKED_BYTES, MOST_PLAIN_BYTES, ROWS_PER_CHUNK, pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.central.service import Central
    from posapp.wire.sync import FeedRow

SHARED: Final = ("category", "member", "offer", "point_rules", "product", "setting", "staff")
"""What every till of a tenant sees alike; all else is read for the till that asks."""
SLICE_MS: Final = 2_000
FRESH_MS: Final = 12 * 3_600_000
_FEWEST_BEHIND: Final = 20_000
_TURN_S: Final = 1.0
_ONE_AT_A_TIME: Final = threading.Lock()
"""Within a process one request packs; the others wait a moment and answer with what is there."""

_OF_KIND: Final = select(change.c.kind, change.c.row_key, change.c.pos, change.c.op)
_PAGE: Final = (
    _OF_KIND.where(
        change.c.tenant_id == bindparam("of_tenant"),
        change.c.kind == bindparam("of_kind"),
        change.c.row_key > bindparam("after"),
    )
    .order_by(change.c.row_key)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reached:
    """Behind which row the next chunk begins."""

    number: int
    kind: str
    key: str


def prepared(central: Central, caller: Caller, wanted: str) -> Any:
    """The snapshot to load, grown by what fits into one slice of time.

    `wanted` is the one that a till is loading: it stays, as long as pulling can go on behind it.
    """
    found = _usable(central, caller, wanted)
    if found is not None and found.complete:
        return found
    if not _ONE_AT_A_TIME.acquire(timeout=_TURN_S):
        return found or _begin(central, caller)
    try:
        found = _usable(central, caller, wanted) or _begin(central, caller)
        if not found.complete:
            _grow(central, caller, found)
    finally:
        _ONE_AT_A_TIME.release()
    with central.database.read() as connection:
        return shelf.find(connection, caller.tenant.id, found.id) or found


def _usable(central: Central, caller: Caller, wanted: str) -> Any | None:
    tenant_id, now_ms = caller.tenant.id, central.clock.wall_ms()
    with central.database.read() as connection:
        epoch, head = read_epoch(connection), read_head(connection, tenant_id)
        started = shelf.find(connection, tenant_id, wanted) if wanted else None
        if started is not None and _holds(started, epoch, head, now_ms - shelf.KEEP_MS):
            return started
        found = shelf.newest(connection, tenant_id)
        if found is None or not _holds(found, epoch, head, now_ms - FRESH_MS):
            return None
        behind = head.pos - found.start_pos
        if behind > _FEWEST_BEHIND:
            rows = sum(each.rows for each in shelf.chunks_of(connection, found.id))
            return found if behind <= rows // 4 or not found.complete else None
        return found


def _holds(found: Any, epoch: str, head: Any, since_ms: int) -> bool:
    is_of_now = found.epoch == epoch and found.start_pos >= head.min_pos
    return bool(is_of_now and found.started_ms >= since_ms)


def _begin(central: Central, caller: Caller) -> Any:
    tenant_id, made_id = caller.tenant.id, central.ids.new()
    with central.database.write() as connection:
        shelf.begin(
            connection,
            snapshot_id=made_id,
            tenant_id=tenant_id,
            epoch=read_epoch(connection),
            pos=read_head(connection, tenant_id).pos,
            now_ms=central.clock.wall_ms(),
        )
        return shelf.find(connection, tenant_id, made_id)


def _grow(central: Central, caller: Caller, found: Any) -> None:
    until_ms = central.clock.mono_ms() + SLICE_MS
    with central.database.read() as connection:
        chunks = shelf.chunks_of(connection, found.id)
    last = chunks[-1] if chunks else None
    start = (
        _Reached(number=last.number, kind=last.t, key=last.last)
        if last
        else _Reached(number=0, kind=SHARED[0], key="")
    )
    reached, made, complete = start, list[Made](), False
    while not complete and (not made or central.clock.mono_ms() < until_ms):
        chunk = _next_chunk(central, caller, reached)
        if chunk is None:
            complete = True
        else:
            made.append(chunk)
            number = reached.number + 1
            reached = _Reached(number=number, kind=chunk.kind, key=chunk.last_key)
    with central.database.write() as connection:
        shelf.add(connection, central.keys, found.id, start.number, made, complete=complete)


def _next_chunk(central: Central, caller: Caller, reached: _Reached) -> Made | None:
    """The next page of the tables in their order; None behind the last."""
    for kind in SHARED[SHARED.index(reached.kind) :]:
        after = reached.key if kind == reached.kind else ""
        chunk = _packed(central, caller, kind, after)
        if chunk is not None:
            return chunk
    return None


def _packed(central: Central, caller: Caller, kind: str, after: str) -> Made | None:
    """One page in one short read; halved until it is small enough to send."""
    most = ROWS_PER_CHUNK
    while True:
        rows = _rows(central, caller, kind, after, most)
        if not rows:
            return None
        is_small = sum(len(bytes(row.d)) for row in rows) < MOST_PLAIN_BYTES // 2
        body = pack(kind, rows) if is_small or len(rows) == 1 else b""
        if len(rows) == 1 or (is_small and len(body) <= MOST_PACKED_BYTES):
            return Made(
                kind=kind, first_key=rows[0].k, last_key=rows[-1].k, rows=len(rows), body=body
            )
        most = len(rows) // 2


def _rows(central: Central, caller: Caller, kind: str, after: str, most: int) -> list[FeedRow]:
    asked = {"of_tenant": caller.tenant.id, "of_kind": kind, "after": after, "most": most}
    with central.view(caller) as view:
        return feed_rows(view, view.connection.execute(_PAGE, asked).all())


def own_rows(central: Central, caller: Caller) -> list[FeedRow]:
    """The rows that are not shared: few, and of this till's shop."""
    with central.view(caller) as view:
        found: list[FeedRow] = []
        for kind in _kinds(view.connection, caller.tenant.id):
            if kind not in SHARED:
                query = _OF_KIND.where(
                    change.c.tenant_id == caller.tenant.id, change.c.kind == kind
                )
                found += feed_rows(view, view.connection.execute(query).all())
        return found


def _kinds(connection: Connection, tenant_id: str) -> Iterator[str]:
    """The tables that the feed has, each by one step in the index."""
    kind: str | None = ""
    while kind is not None:
        query = select(func.min(change.c.kind)).where(
            change.c.tenant_id == tenant_id, change.c.kind > kind
        )
        kind = connection.execute(query).scalar()
        if kind is not None:
            yield kind
