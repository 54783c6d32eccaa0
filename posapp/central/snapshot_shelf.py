"""Snapshots of the feed as central keeps them: begun, grown chunk by chunk, read, thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, select, update

from posapp.central.portable import upsert
from posapp.central.tables.snapshots import feed_mark, snapshot, snapshot_chunk
from posapp.errors import Unavailable
from posapp.wire.canonical import sha256
from posapp.wire.snapshot import ChunkInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys

KEEP_MS: Final = 3 * 24 * 3_600_000
"""How long a till may take to load one."""
_INFO: Final = (
    snapshot_chunk.c.number,
    snapshot_chunk.c.kind,
    snapshot_chunk.c.first_key,
    snapshot_chunk.c.last_key,
    snapshot_chunk.c.row_count,
    snapshot_chunk.c.size,
    snapshot_chunk.c.sha256,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A chunk that was just packed."""

    kind: str
    first_key: str
    last_key: str
    rows: int
    body: bytes


def find(connection: Connection, tenant_id: str, snapshot_id: str) -> Any | None:
    """One snapshot of this tenant, or None."""
    query = select(snapshot).where(snapshot.c.tenant_id == tenant_id, snapshot.c.id == snapshot_id)
    return connection.execute(query).first()


def newest(connection: Connection, tenant_id: str) -> Any | None:
    query = select(snapshot).where(snapshot.c.tenant_id == tenant_id)
    return connection.execute(query.order_by(snapshot.c.started_ms.desc()).limit(1)).first()


def begin(
    connection: Connection, *, snapshot_id: str, tenant_id: str, epoch: str, pos: int, now_ms: int
) -> None:
    """A new, empty one; those that nobody can still be loading go."""
    mark(connection, tenant_id, pos, now_ms)
    old = select(snapshot.c.id).where(
        snapshot.c.tenant_id == tenant_id,
        (snapshot.c.started_ms < now_ms - KEEP_MS) | (snapshot.c.epoch != epoch),
    )
    for each in connection.execute(old).scalars().all():
        throw_away(connection, each)
    values = {"id": snapshot_id, "tenant_id": tenant_id, "epoch": epoch}
    connection.execute(insert(snapshot).values(**values, start_pos=pos, started_ms=now_ms))


def mark(connection: Connection, tenant_id: str, pos: int, now_ms: int) -> None:
    """Note how far the feed is at this moment."""
    upsert(connection, feed_mark, [{"tenant_id": tenant_id, "at_ms": now_ms, "pos": pos}])


def chunks_of(connection: Connection, snapshot_id: str) -> list[ChunkInfo]:
    """What there is so far, in order."""
    query = select(*_INFO).where(snapshot_chunk.c.snapshot_id == snapshot_id)
    return [
        ChunkInfo(
            number=row.number,
            t=row.kind,
            first=row.first_key,
            last=row.last_key,
            rows=row.row_count,
            size=row.size,
            sha256=row.sha256.hex(),
        )
        for row in connection.execute(query.order_by(snapshot_chunk.c.number))
    ]


def add(
    connection: Connection,
    keys: CentralKeys,
    snapshot_id: str,
    after: int,
    made: Sequence[Made],
    *,
    complete: bool,
) -> bool:
    """Append chunks behind number `after`. False when another process has gone on meanwhile."""
    locked = select(snapshot.c.id).where(snapshot.c.id == snapshot_id).with_for_update()
    if connection.execute(locked).first() is None:
        return False
    last = select(func.max(snapshot_chunk.c.number)).where(
        snapshot_chunk.c.snapshot_id == snapshot_id
    )
    if (connection.execute(last).scalar() or 0) != after:
        return False
    rows = [_row(keys, snapshot_id, after + n, each) for n, each in enumerate(made, start=1)]
    if rows:
        connection.execute(insert(snapshot_chunk), rows)
    if complete:
        done = update(snapshot).where(snapshot.c.id == snapshot_id).values(complete=1)
        connection.execute(done)
    return True


def body_of(
    connection: Connection, keys: CentralKeys, snapshot_id: str, number: int
) -> bytes | None:
    """The plain bytes of a chunk; None when it is not there or not what was put there."""
    query = select(snapshot_chunk.c.body, snapshot_chunk.c.sha256).where(
        snapshot_chunk.c.snapshot_id == snapshot_id, snapshot_chunk.c.number == number
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    try:
        body = keys.unwrap(row.body, _owner(snapshot_id, number))
    except Unavailable:
        return None
    return body if sha256(body) == row.sha256 else None


def throw_away(connection: Connection, snapshot_id: str) -> None:
    connection.execute(delete(snapshot_chunk).where(snapshot_chunk.c.snapshot_id == snapshot_id))
    connection.execute(delete(snapshot).where(snapshot.c.id == snapshot_id))


def _row(keys: CentralKeys, snapshot_id: str, number: int, made: Made) -> dict[str, Any]:
    return {
        "snapshot_id": snapshot_id,
        "number": number,
        "kind": made.kind,
        "first_key": made.first_key,
        "last_key": made.last_key,
        "row_count": made.rows,
        "size": len(made.body),
        "sha256": sha256(made.body),
        "body": keys.wrap(made.body, _owner(snapshot_id, number)),
    }


def _owner(snapshot_id: str, number: int) -> str:
    """A chunk that was put in another's place does not open."""
    return f"{snapshot_id}/{number}"
