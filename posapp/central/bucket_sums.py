"""Sums over the feed's rows as a till should hold them, and the rows of one bucket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, Table, literal, select

from posapp.central.feed import feed_rows, place_after, read_epoch, read_head, scope_of
from posapp.central.feed_rows import rows_of
from posapp.central.tables import catalogue, members
from posapp.central.tables.shops import change
from posapp.errors import Refused
from posapp.wire.buckets import (
    BUCKETS,
    COMPARED,
    MOST_CHANGED,
    BucketRowsReply,
    BucketsReply,
    add_up,
    bucket_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.central.view import View
    from posapp.wire.sync import FeedRow

_LARGE: Final[dict[str, Table]] = {"member": members.member, "product": catalogue.product}
"""Tables whose rows are looked for by a join; the small ones are read as the feed reads them."""
_ROWS_A_READ: Final = 5_000

Counted = tuple[str, int, bool]


def sums(view: View, *, table: str, cursor: str, request_id: str) -> BucketsReply:
    """One table's sums as of a cursor.

    Raises Refused("sync.rebootstrap") and Refused("wire.not_understood").
    """
    _check_table(table)
    connection = view.connection
    epoch, head = read_epoch(connection), read_head(connection, view.tenant.id)
    after = place_after(cursor, epoch, scope_of(view))
    if after < head.min_pos:
        raise Refused("sync.rebootstrap")
    changed = _changed(view, table, after)
    behind = len(changed) > MOST_CHANGED
    counted = () if behind else add_up(_counted(view, table, after, head.min_pos))
    return BucketsReply(
        request_id=request_id,
        epoch=epoch,
        t=table,
        behind=behind,
        sums=counted,
        changed=() if behind else tuple(changed),
        min_pos=head.min_pos,
        server_time_ms=view.now_ms,
    )


def bucket_rows(view: View, *, table: str, bucket: int, request_id: str) -> BucketRowsReply:
    """One bucket's rows as they are now. Raises Refused("wire.not_understood")."""
    _check_table(table)
    if not 0 <= bucket < BUCKETS:
        raise Refused("wire.not_understood", reason="bucket")
    min_pos = read_head(view.connection, view.tenant.id).min_pos
    return BucketRowsReply(
        request_id=request_id,
        epoch=read_epoch(view.connection),
        t=table,
        bucket=bucket,
        rows=tuple(_rows_in(view, table, bucket, min_pos)),
        min_pos=min_pos,
        server_time_ms=view.now_ms,
    )


def _check_table(table: str) -> None:
    if table not in COMPARED:
        raise Refused("wire.not_understood", reason="table")


def _changed(view: View, table: str, after: int) -> list[str]:
    query = _of(view, table, change.c.row_key).where(change.c.pos > after)
    return list(view.connection.execute(query.limit(MOST_CHANGED + 1)).scalars())


def _counted(view: View, table: str, after: int, min_pos: int) -> Iterator[Counted]:
    """Rows up to a place, without the deletions that are forgotten."""
    large = _LARGE.get(table)
    found = _joined(view, table, large, after) if large is not None else _read(view, table, after)
    return (row for row in found if not row[2] or row[1] > min_pos)


def _joined(view: View, table: str, large: Table, after: int) -> Iterator[Counted]:
    query = (
        _of(view, table, change.c.row_key, change.c.pos, change.c.op, large.c.id)
        .outerjoin(
            large,
            (large.c.id == change.c.row_key) & (large.c.tenant_id == change.c.tenant_id),
        )
        .where(change.c.pos <= after)
        .execution_options(yield_per=_ROWS_A_READ)
    )
    for key, pos, op, found in view.connection.execute(query):
        yield key, pos, op == "d" or found is None


def _read(view: View, table: str, after: int) -> Iterator[Counted]:
    query = _of(view, table, change.c.row_key, change.c.pos, change.c.op)
    rows = view.connection.execute(query.where(change.c.pos <= after)).all()
    for begin in range(0, len(rows), _ROWS_A_READ):
        part = rows[begin : begin + _ROWS_A_READ]
        there = rows_of(view, table, [row.row_key for row in part if row.op == "u"])
        for row in part:
            yield row.row_key, row.pos, row.row_key not in there


def _rows_in(view: View, table: str, bucket: int, min_pos: int) -> list[FeedRow]:
    query = _of(view, table, literal(table).label("kind"), change.c.row_key)
    query = query.add_columns(change.c.pos, change.c.op)
    rows = view.connection.execute(query.execution_options(yield_per=_ROWS_A_READ))
    inside = [row for row in rows if bucket_of(row.row_key) == bucket]
    return [row for row in feed_rows(view, inside) if row.op == "u" or row.v > min_pos]


def _of(view: View, table: str, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(change)
        .where(change.c.tenant_id == view.tenant.id, change.c.kind == table)
    )
