"""What a push does last: places in feed and inbox, the rows that take them, the till's head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Integer,
    LargeBinary,
    Text,
    bindparam,
    func,
    insert,
    literal_column,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql

from posapp.central.feed import publish
from posapp.central.portable import upsert
from posapp.central.row_sets import SERVER_SQL, rows_of
from posapp.central.tables.inbox import inbox
from posapp.central.tables.shops import change, feed_head, terminal_head
from posapp.central.unit import Change
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from sqlalchemy import CTE, Connection, TableValuedAlias

    from posapp.central.caller import Caller
    from posapp.wire.sync import PushItem

HeadRow = tuple[str, int, int, bytes]
"""Terminal and incarnation, the place up to which nothing is missing, and its link."""

_DIGESTS: Final = ("body_sha256", "chain")
_PLACE: Final = "place"
_AS_TEXT: Final = "%(bodies)s"
_AS_BYTES: Final = "%(bodies)b"
"""How the driver sends the bodies: as they are, not spelled in hex one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """`rows` are of the inbox, digests and links in hex, bodies as text; their `place` counts from
    nothing among the `items` places that this push takes.
    """

    tenant_id: str
    changes: Mapping[Change, str]
    items: int
    rows: list[dict[str, Any]] = field(default_factory=list)
    head: HeadRow | None = None


def inbox_row(
    caller: Caller, item: PushItem, *, place: int, outcome: str, code: str, now_ms: int
) -> dict[str, Any]:
    """A row for `Last`."""
    return {
        _PLACE: place,
        "event_id": item.event_id,
        "tenant_id": caller.tenant.id,
        "terminal_id": caller.terminal_id,
        "incarnation": caller.incarnation,
        "seq": item.seq,
        "kind": item.kind,
        "schema": item.schema,
        "aggregate_id": item.aggregate_id,
        "body": item.body,
        "body_sha256": item.body_sha256,
        "chain": item.chain,
        "attachments": encode(item.attachments).decode() if item.attachments else "[]",
        "outcome": outcome,
        "code": code,
        "received_ms": now_ms,
    }


def write_last(connection: Connection, last: Last) -> int:
    """The first inbox place. The tenant's counter stays locked until commit: nothing comes after.

    One round trip on a server.
    """
    if connection.dialect.name == SERVER_SQL.name and (last.changes or last.items):
        return _on_server(connection, last)
    first = publish(connection, last.tenant_id, last.changes, items=last.items)
    if last.head is not None:
        upsert(connection, terminal_head, [_head_row(last.head)])
    if last.rows:
        connection.execute(insert(inbox), [_in_file(row, first) for row in last.rows])
    return first


def _head_row(head: HeadRow) -> dict[str, Any]:
    terminal_id, incarnation, seq, link = head
    return {"terminal_id": terminal_id, "incarnation": incarnation, "seq": seq, "chain": link}


def _in_file(row: Mapping[str, Any], first: int) -> dict[str, Any]:
    """The row as its columns have it, in its place."""
    values = {name: row[name] for name in row if name != _PLACE}
    digests = {name: bytes.fromhex(row[name]) for name in _DIGESTS}
    return {**values, **digests, "body": row["body"].encode(), "pos": first + row[_PLACE]}


def _on_server(connection: Connection, last: Last) -> int:
    changes = [
        {"n": n, "kind": kind, "row_key": key, "op": op}
        for n, ((kind, key), op) in enumerate(last.changes.items(), start=1)
    ]
    # A body may have a NUL, which no text has there: bodies go beside the rows, as bytes.
    rows = [
        {**row, "n": n, _PLACE: row[_PLACE] + 1, "body": ""}
        for n, row in enumerate(last.rows, start=1)
    ]
    heads = [] if last.head is None else [_head_row(last.head)]
    asked = {
        "of_tenant": last.tenant_id,
        "changes": len(changes),
        "items": last.items,
        "changed": encode(changes).decode(),
        "arrived": encode(rows).decode(),
        "bodies": [row["body"].encode() for row in last.rows],
        "heads": encode([{**row, "chain": row["chain"].hex()} for row in heads]).decode(),
    }
    return int(connection.exec_driver_sql(_statement(), asked).scalar_one()) + 1


@cache
def _statement() -> str:
    taken = (
        update(feed_head)
        .where(feed_head.c.tenant_id == bindparam("of_tenant"))
        .values(
            pos=feed_head.c.pos + bindparam("changes"),
            inbox_pos=feed_head.c.inbox_pos + bindparam("items"),
        )
        .returning(
            (feed_head.c.pos - bindparam("changes")).label("pos"),
            (feed_head.c.inbox_pos - bindparam("items")).label("inbox_pos"),
        )
        .cte("taken")
    )
    parts = (_changed(taken), _arrived(taken), _heads())
    text = str(select(taken.c.inbox_pos).add_cte(*parts).compile(dialect=SERVER_SQL))
    return text.replace(_AS_TEXT, _AS_BYTES)


def _changed(taken: CTE) -> CTE:
    names = [("n", BigInteger), ("kind", Text), ("row_key", Text), ("op", Text)]
    rows = rows_of("changed", names)
    new = postgresql.insert(change).from_select(
        ["tenant_id", "kind", "row_key", "pos", "op"],
        select(
            bindparam("of_tenant", type_=Text),
            rows.c.kind,
            rows.c.row_key,
            taken.c.pos + rows.c.n,
            rows.c.op,
        ).select_from(taken.join(rows, true())),
    )
    return new.on_conflict_do_update(
        index_elements=["tenant_id", "kind", "row_key"],
        set_={"pos": new.excluded.pos, "op": new.excluded.op},
    ).cte("put_changed")


def _arrived(taken: CTE) -> CTE:
    plain = [(each.name, each.type) for each in inbox.c if not _is_bytes(each.type)]
    digests = [(name, Text) for name in _DIGESTS]
    rows = rows_of("arrived", [*plain, *digests, ("n", Integer), (_PLACE, BigInteger)])
    bodies = select(bindparam("bodies", type_=ARRAY(LargeBinary)).label("all")).subquery("bodies")
    given: dict[str, Any] = {name: rows.c[name] for name, _ in plain}
    given["pos"] = taken.c.inbox_pos + rows.c[_PLACE]
    given["body"] = bodies.c.all[rows.c.n]
    for name in _DIGESTS:
        given[name] = _from_hex(rows, name)
    source = taken.join(rows, true()).join(bodies, true())
    return (
        insert(inbox)
        .from_select(list(given), select(*given.values()).select_from(source))
        .cte("put_arrived")
    )


def _heads() -> CTE:
    names = [("terminal_id", Text), ("incarnation", BigInteger), ("seq", BigInteger)]
    rows = rows_of("heads", [*names, ("chain", Text)])
    columns = [rows.c[name] for name, _ in names]
    new = postgresql.insert(terminal_head).from_select(
        [*(name for name, _ in names), "chain"], select(*columns, _from_hex(rows, "chain"))
    )
    return new.on_conflict_do_update(
        index_elements=["terminal_id", "incarnation"],
        set_={"seq": new.excluded.seq, "chain": new.excluded.chain},
    ).cte("put_heads")


def _from_hex(rows: TableValuedAlias, name: str) -> Any:
    return func.decode(rows.c[name], literal_column("'hex'"))


def _is_bytes(kind: object) -> bool:
    return isinstance(kind, LargeBinary)
