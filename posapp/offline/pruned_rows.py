"""Entries taken out of the journal's tables: what of them stays, and where the chain goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from posapp.offline.journal_rows import receipts_used, set_receipts_used
from posapp.offline.returns import packed
from posapp.wire.facts import RefundData, SaleData, TopUpData, from_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.offline.box_format import Record
    from posapp.offline.database import Row, Tx

KEPT_IN: Final = {
    "sale.v1": "UPDATE sale SET body = ? WHERE id = ?",
    "refund.v1": "UPDATE refund SET body = ? WHERE id = ?",
    "topup.v1": "UPDATE top_up SET body = ? WHERE id = ?",
}
"""Returns, reprints and a second commit of the same id read these, however old they are."""

COUNTED: Final = (
    ("sale.v1", "SELECT COUNT(*) FROM sale"),
    ("refund.v1", "SELECT COUNT(*) FROM refund"),
    ("topup.v1", "SELECT COUNT(*) FROM top_up"),
    ("cash_move.v1", "SELECT COUNT(*) FROM cash_move"),
    ("shift.v1", "SELECT COUNT(*) FROM z_report"),
)
"""One row of these tables for each entry of a kind, whether it stands in the journal or left."""

_GONE: Final = """
    INSERT INTO pruned_kind(kind, entries) VALUES (?, ?)
    ON CONFLICT(kind) DO UPDATE SET entries = entries + excluded.entries
"""
_SET_GONE: Final = """
    INSERT INTO pruned_kind(kind, entries) VALUES (?, ?)
    ON CONFLICT(kind) DO UPDATE SET entries = excluded.entries
"""
_REACHED: Final = """
    INSERT INTO pruned(incarnation, seq, chain) VALUES (?, ?, ?)
    ON CONFLICT(incarnation) DO UPDATE SET seq = excluded.seq, chain = excluded.chain
"""
_NEWEST_GONE_Z: Final = """
    SELECT number, shift_id, closed_ms, digest, body FROM z_report
    ORDER BY number DESC
    LIMIT 1 OFFSET (SELECT COUNT(*) FROM outbox WHERE kind = 'shift.v1')
"""
_PAGE: Final = """
    SELECT incarnation, seq, chain, kind, body FROM outbox ORDER BY incarnation, seq LIMIT 500
"""

Kept = tuple[str, bytes, str]
"""Kind, packed body and id of a row that outlives its entry."""


class Tail(msgspec.Struct, frozen=True, array_like=True):
    """What a database that is older than the black box's beginning cannot learn from it: receipt
    numbers used, the last Z before it (a row), and the link of the segment that it begins with.
    """

    link: bytes
    receipts: int
    z: tuple[int, str, int, str, bytes] | None = None


def kept_of(kind: str, body: bytes) -> Kept | None:
    """What stays of an entry; None when nothing does. Decodes the body: not inside a transaction
    that somebody may wait for.
    """
    if kind not in KEPT_IN:
        return None
    match from_body(body).data:
        case SaleData(sale=sale):
            return kind, packed(body), sale.id
        case RefundData(refund=refund):
            return kind, packed(body), refund.id
        case TopUpData(top_up_id=top_up_id):
            return kind, packed(body), top_up_id
        case _:
            return None


def take_out(tx: Tx, rows: Sequence[Row], kept: Sequence[Kept]) -> None:
    """Delete entries of one incarnation that follow on each other: place, chain, kind, body."""
    incarnation, first, last = rows[0][0], rows[0][1], rows[-1][1]
    for kind, body, row_id in kept:
        tx.run(KEPT_IN[kind], (body, row_id))
    span = (incarnation, first, last)
    tx.run("DELETE FROM attachment WHERE incarnation = ? AND seq BETWEEN ? AND ?", span)
    tx.run("DELETE FROM outbox WHERE incarnation = ? AND seq BETWEEN ? AND ?", span)
    tx.run(_REACHED, (incarnation, last, rows[-1][2]))
    counted: dict[str, int] = {}
    for row in rows:
        counted[row[3]] = counted.get(row[3], 0) + 1
    tx.run_many(_GONE, list(counted.items()))


def gone_by_kind(tx: Tx) -> dict[str, int]:
    """How many entries of each kind have left the journal."""
    return {kind: int(n) for kind, n in tx.rows("SELECT kind, entries FROM pruned_kind")}


def reached(tx: Tx) -> dict[int, tuple[int, bytes]]:
    """Incarnation -> seq and chain of the last entry that left."""
    rows = tx.rows("SELECT incarnation, seq, chain FROM pruned")
    return {int(incarnation): (int(seq), bytes(chain)) for incarnation, seq, chain in rows}


def tail_of(tx: Tx, incarnation: int, link: bytes) -> Tail:
    """For a box that begins with the segment of this link."""
    found = tx.row(_NEWEST_GONE_Z)
    z = None if found is None else (found[0], found[1], found[2], found[3], bytes(found[4]))
    return Tail(link=link, receipts=receipts_used(tx, incarnation), z=z)


def read_tail(record: Record) -> Tail:
    return msgspec.msgpack.decode(record.body, type=Tail)


def begin_at(tx: Tx, record: Record) -> None:
    """The database is older than what the box begins with: everything before that had been acked
    and backed up by central, and left the journal here. So it does again.
    """
    while rows := tx.rows(_PAGE):
        rows = [row for row in rows if row[0] == rows[0][0]]
        take_out(tx, rows, [kept for row in rows if (kept := kept_of(row[3], row[4]))])
    tx.run(_REACHED, (record.incarnation, record.seq, record.chain))
    for kind, count in COUNTED:
        tx.run(_SET_GONE, (kind, (tx.row(count) or (0,))[0]))
    tail = read_tail(record)
    set_receipts_used(tx, record.incarnation, tail.receipts)


def catch_up(tx: Tx, record: Record) -> None:
    """After the box's own entries: the last Z before them, where none of theirs came later."""
    tail = read_tail(record)
    newest = tx.row("SELECT MAX(number) FROM z_report")
    if tail.z is None or (newest is not None and (newest[0] or 0) >= tail.z[0]):
        return
    tx.run(
        "INSERT INTO z_report(number, shift_id, closed_ms, digest, body) VALUES (?, ?, ?, ?, ?)",
        tail.z,
    )
    tx.run(_GONE, ("shift.v1", 1))
