"""Chunks of a snapshot written into an empty cache: many rows a statement, no index in the way."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import msgspec

from posapp.offline.cache_rows import (
    PUT_ALIAS,
    member_columns,
    member_decoder,
    product_decoder,
    put_row,
    put_words,
)
from posapp.wire.snapshot import bodies
from posapp.wire.sync import FeedRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.offline.database import Tx
    from posapp.wire.snapshot import Columns

_MEMBER: Final = """
    INSERT OR IGNORE INTO member(
        place, id, row_ver, number, card, phone, last4, name, sound, initials, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PRODUCT: Final = """
    INSERT OR IGNORE INTO product(place, id, row_ver, category_id, sort, favourite, active, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_OTHER: Final = "INSERT OR IGNORE INTO feed_row(t, k, row_ver, body) VALUES (?, ?, ?, ?)"

Packed = tuple[str, int, bytes]
"""Key, version and JSON of a row."""


@contextmanager
def without_collector() -> Iterator[None]:
    """A chunk is a hundred thousand objects without a cycle: looking through them is half the
    time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def put_chunk(tx: Tx, chunk: Columns) -> None:
    """Write a chunk. A row that this program cannot read is kept as it came, found by nothing."""
    rows = zip(chunk.keys, chunk.versions, bodies(chunk), strict=True)
    match chunk.t:
        case "member":
            strange = _put_members(tx, rows)
        case "product":
            strange = _put_products(tx, rows)
        case _:
            strange = list(rows)
    tx.run_many(_OTHER, [(chunk.t, *row) for row in strange])
    for each in chunk.others:
        put_row(tx, each)


def rows_of(tx: Tx, kind: str) -> list[FeedRow]:
    """The rows of a small table as the feed would bring them."""
    found = tx.rows("SELECT k, row_ver, body FROM feed_row WHERE t = ?", (kind,))
    return [
        FeedRow(t=kind, k=key, v=version, op="d")
        if body is None
        else FeedRow(t=kind, k=key, v=version, op="u", d=msgspec.Raw(body))
        for key, version, body in found
    ]


def _put_members(tx: Tx, rows: Iterator[Packed]) -> list[Packed]:
    place = _last_place(tx, "SELECT max(place) FROM member")
    made: list[tuple[object, ...]] = []
    aliases: list[tuple[int, str, str]] = []
    strange: list[Packed] = []
    for key, version, body in rows:
        try:
            columns, others = member_columns(member_decoder.decode(body), body)
        except msgspec.DecodeError:
            strange.append((key, version, body))
            continue
        place += 1
        made.append((place, key, version, *columns))
        aliases += [(place, *each) for each in others]
    tx.run_many(_MEMBER, made)
    tx.run_many(PUT_ALIAS, aliases)
    return strange


def _put_products(tx: Tx, rows: Iterator[Packed]) -> list[Packed]:
    place = _last_place(tx, "SELECT max(place) FROM product")
    made: list[tuple[object, ...]] = []
    found = []
    strange: list[Packed] = []
    for key, version, body in rows:
        try:
            product = product_decoder.decode(body)
        except msgspec.DecodeError:
            strange.append((key, version, body))
            continue
        place += 1
        shelf = (product.category_id, product.sort, product.favourite, product.active)
        made.append((place, key, version, *shelf, body))
        found.append((place, product))
    tx.run_many(_PRODUCT, made)
    put_words(tx, found)
    return strange


def _last_place(tx: Tx, query: str) -> int:
    found = tx.row(query)
    return int(found[0] or 0) if found else 0
