"""What the cache holds of one table, added up by buckets, and single rows put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.offline.cache_rows import forget_row, put_row
from posapp.wire.buckets import add_up, bucket_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from posapp.offline.cache_file import CacheFile
    from posapp.offline.database import Tx
    from posapp.wire.sync import FeedRow

_LARGE: Final = {
    "member": """
        SELECT place, id, row_ver, body IS NULL FROM member WHERE place > ? ORDER BY place LIMIT ?
    """,
    "product": """
        SELECT place, id, row_ver, body IS NULL FROM product WHERE place > ? ORDER BY place LIMIT ?
    """,
}
_SMALL: Final = "SELECT k, row_ver, body IS NULL FROM feed_row WHERE t = ?"
_ROWS_A_READ: Final = 5_000

Held = tuple[str, int, bool]
"""Key, version, and whether it is the stone of a deleted row."""


def sums(file: CacheFile, table: str, without: Collection[str], min_pos: int) -> tuple[int, ...]:
    """As central adds up: no stones that it has forgotten, none of the rows `without`."""
    return add_up(
        row
        for row in _held(file, table)
        if (not row[2] or row[1] > min_pos) and row[0] not in without
    )


def held_in(file: CacheFile, table: str, buckets: Collection[int], min_pos: int) -> dict[str, Held]:
    """By key, the rows of these buckets, without stones that central has forgotten."""
    return {
        row[0]: row
        for row in _held(file, table)
        if bucket_of(row[0]) in buckets and (not row[2] or row[1] > min_pos)
    }


def repair(tx: Tx, table: str, held: dict[str, Held], rows: Iterable[FeedRow]) -> int:
    """Make one bucket what central says. `held` is what stands in it. Returns how many changed."""
    right = {row.k: row for row in rows}
    changed = 0
    for key in held.keys() - right.keys():
        forget_row(tx, table, key)
        changed += 1
    for key, row in right.items():
        if held.get(key) != (key, row.v, row.op == "d"):
            forget_row(tx, table, key)
            put_row(tx, row)
            changed += 1
    return changed


def _held(file: CacheFile, table: str) -> Iterator[Held]:
    """Rows of the feed in no order; what only this till knows (version 0) is not among them."""
    strange = {
        key: (key, version, bool(gone)) for key, version, gone in file.rows(_SMALL, (table,))
    }
    for row in _read(file, table):
        beside = strange.get(row[0])
        if beside is not None and beside[1] < row[1]:
            del strange[row[0]]
            beside = None
        if beside is None and row[1] > 0:
            yield row
    yield from strange.values()


def _read(file: CacheFile, table: str) -> Iterator[Held]:
    if table not in _LARGE:
        return
    place = 0
    while rows := file.rows(_LARGE[table], (place, _ROWS_A_READ)):
        place = rows[-1][0]
        for _, key, version, gone in rows:
            yield key, version, bool(gone)
