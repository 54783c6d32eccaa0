"""The feed: a counter per tenant, taken as the last statement, and pages after a cursor."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from posapp.central.feed_rows import rows_of
from posapp.central.portable import upsert
from posapp.central.tables.shops import change, feed_head, meta
from posapp.errors import Refused
from posapp.wire.sync import FeedRow, PullReply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posapp.central.unit import Change
    from posapp.central.view import View

MOST_ROWS: Final = 500
_NULL: Final = msgspec.Raw(b"null")

_TAKE: Final = (
    update(feed_head)
    .where(feed_head.c.tenant_id == bindparam("of_tenant"))
    .values(
        pos=feed_head.c.pos + bindparam("changes"),
        inbox_pos=feed_head.c.inbox_pos + bindparam("items"),
    )
    .returning(feed_head.c.pos, feed_head.c.inbox_pos)
)
_PAGE: Final = (
    select(change.c.kind, change.c.row_key, change.c.pos, change.c.op)
    .where(change.c.tenant_id == bindparam("of_tenant"), change.c.pos > bindparam("after"))
    .order_by(change.c.pos)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a till stands: opaque to it; another epoch or scope means to begin anew.

    `start` is where the feed stood when this till began from nothing: deletions from before then
    are none that it could miss, however far it has read.
    """

    epoch: str
    pos: int
    scope: str
    start: int = 0


def take_places(
    connection: Connection, tenant_id: str, *, changes: int, items: int
) -> tuple[int, int]:
    """The first feed place and the first inbox place of this transaction.

    The counter's row stays locked until commit: whoever reads place n has all before n.
    """
    last, last_item = connection.execute(
        _TAKE, {"of_tenant": tenant_id, "changes": changes, "items": items}
    ).one()
    return last - changes + 1, last_item - items + 1


def publish(
    connection: Connection, tenant_id: str, changes: Mapping[Change, str], *, items: int = 0
) -> int:
    """Give changed rows their places, and return the first inbox place. Call it last."""
    if not changes and not items:
        return 0
    first, first_item = take_places(connection, tenant_id, changes=len(changes), items=items)
    rows = [
        {"tenant_id": tenant_id, "kind": kind, "row_key": key, "pos": first + n, "op": op}
        for n, ((kind, key), op) in enumerate(changes.items())
    ]
    upsert(connection, change, rows)
    return first_item


def read_epoch(connection: Connection) -> str:
    return str(connection.execute(select(meta.c.value).where(meta.c.name == "epoch")).scalar_one())


def read_head(connection: Connection, tenant_id: str) -> Any:
    """`pos`, the newest place, and `min_pos`, up to which deletions are forgotten."""
    return connection.execute(
        select(feed_head.c.pos, feed_head.c.min_pos).where(feed_head.c.tenant_id == tenant_id)
    ).one()


def pull(view: View, *, cursor: str, limit: int, request_id: str) -> PullReply:
    """The rows after a cursor, read in one snapshot.

    Raises Refused("sync.rebootstrap") for a cursor of another epoch or scope, or one too old.
    """
    connection = view.connection
    epoch = read_epoch(connection)
    scope = scope_of(view)
    after = place_after(cursor, epoch, scope)
    head = read_head(connection, view.tenant.id)
    start = _start(cursor) if cursor else head.pos
    if 0 < after < head.min_pos and start < head.min_pos:
        raise Refused("sync.rebootstrap")
    most = max(1, min(limit, MOST_ROWS))
    asked = {"of_tenant": view.tenant.id, "after": after, "most": most + 1}
    found = connection.execute(_PAGE, asked).all()
    page = found[:most]
    reached = page[-1].pos if page else max(after, head.pos)
    return PullReply(
        request_id=request_id,
        epoch=epoch,
        rows=tuple(feed_rows(view, page)),
        next=opaque(Cursor(epoch=epoch, pos=reached, scope=scope, start=start)),
        more=len(found) > most,
        head=head.pos,
        min_pos=head.min_pos,
        server_time_ms=view.now_ms,
    )


def feed_rows(view: View, page: Sequence[Any]) -> list[FeedRow]:
    """Rows of the change table (kind, row_key, pos, op) with what they say now."""
    wanted: dict[str, list[str]] = {}
    for row in page:
        if row.op == "u":
            wanted.setdefault(row.kind, []).append(row.row_key)
    bodies = {kind: rows_of(view, kind, row_keys) for kind, row_keys in wanted.items()}
    return [
        FeedRow(t=row.kind, k=row.row_key, v=row.pos, op="u", d=msgspec.Raw(body))
        if (body := bodies.get(row.kind, {}).get(row.row_key)) is not None
        else FeedRow(t=row.kind, k=row.row_key, v=row.pos, op="d", d=_NULL)
        for row in page
    ]


def scope_of(view: View) -> str:
    """What this terminal may see; when it moves to another shop its cache begins anew."""
    return hashlib.sha256(f"{view.tenant.id}/{view.shop_id}".encode()).hexdigest()[:16]


def opaque(cursor: Cursor) -> str:
    """As a till keeps it."""
    parts = [cursor.epoch, cursor.pos, cursor.scope, cursor.start]
    text = json.dumps(parts, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode("ascii")


def place_after(text: str, epoch: str, scope: str) -> int:
    """The place that a cursor names. Raises Refused("sync.rebootstrap") for another world's."""
    if not text:
        return 0
    try:
        cursor_epoch, pos, cursor_scope, *_ = json.loads(base64.urlsafe_b64decode(text.encode()))
    except (ValueError, binascii.Error) as error:
        raise Refused("sync.rebootstrap") from error
    if (cursor_epoch, cursor_scope) != (epoch, scope) or type(pos) is not int or pos < 0:
        raise Refused("sync.rebootstrap")
    return pos


def _start(text: str) -> int:
    """Of a cursor that `place_after` has read; one of an older central does not say."""
    _, _, _, *rest = json.loads(base64.urlsafe_b64decode(text.encode()))
    return rest[0] if rest and type(rest[0]) is int else 0
