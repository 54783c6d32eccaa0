"""Rows of the feed written into cache.db: only newer versions, with the words they are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from posapp.domain.catalog import Product
from posapp.domain.member import Member
from posapp.offline.spelling import folded, name_spellings, product_terms, words

if TYPE_CHECKING:
    from posapp.offline.database import Tx
    from posapp.wire.sync import FeedRow

_PUT_MEMBER: Final = """
    INSERT INTO member(id, row_ver, number, card, phone, last4, name, pinyin, initials, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET row_ver = excluded.row_ver, number = excluded.number,
        card = excluded.card, phone = excluded.phone, last4 = excluded.last4,
        name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials,
        body = excluded.body
    WHERE excluded.row_ver > member.row_ver
    RETURNING place
"""
_PUT_PRODUCT: Final = """
    INSERT INTO product(id, row_ver, category_id, sort, favourite, active, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET row_ver = excluded.row_ver,
        category_id = excluded.category_id, sort = excluded.sort,
        favourite = excluded.favourite, active = excluded.active, body = excluded.body
    WHERE excluded.row_ver > product.row_ver
    RETURNING place
"""
_PUT_OTHER: Final = """
    INSERT INTO feed_row(t, k, row_ver, body) VALUES (?, ?, ?, ?)
    ON CONFLICT(t, k) DO UPDATE SET row_ver = excluded.row_ver, body = excluded.body
    WHERE excluded.row_ver > row_ver
"""
_NOBODY: Final = (None,) * 8

member_decoder: Final = msgspec.json.Decoder(Member)
product_decoder: Final = msgspec.json.Decoder(Product)


def put_row(tx: Tx, row: FeedRow) -> None:
    """Take over one row unless a newer version stands; a deletion keeps its version as a stone.

    A row that this program cannot read is kept as it came and found by nothing.
    """
    body = None if row.op == "d" else bytes(row.d)
    try:
        match row.t:
            case "member":
                put_member(tx, row.k, row.v, body)
            case "product":
                _put_product(tx, row.k, row.v, body)
            case _:
                tx.run(_PUT_OTHER, (row.t, row.k, row.v, body))
    except msgspec.DecodeError:
        tx.run(_PUT_OTHER, (row.t, row.k, row.v, body))


def put_member(tx: Tx, key: str, version: int, body: bytes | None) -> None:
    """Raises msgspec.DecodeError before anything is written."""
    found: tuple[object, ...] = _NOBODY
    others: list[str] = []
    if body is not None:
        found, others = _member_columns(member_decoder.decode(body), body)
    taken = tx.row(_PUT_MEMBER, (key, version, *found))
    if taken is None:
        return
    tx.run("DELETE FROM member_alias WHERE place = ?", taken)
    if others:
        tx.run_many(
            "INSERT OR IGNORE INTO member_alias(term, place) VALUES (?, ?)",
            [(term, taken[0]) for term in others],
        )


def _member_columns(member: Member, body: bytes) -> tuple[tuple[object, ...], list[str]]:
    spellings = name_spellings(member.name)
    pinyin, initials = spellings[0] if spellings else (None, None)
    others = [term for spelled in spellings[1:] for term in spelled]
    columns = (
        member.number.upper() or None,
        member.card.upper() or None,
        member.phone or None,
        member.phone[-4:] or None,
        folded(member.name) or None,
        pinyin,
        initials,
        body,
    )
    return columns, others


def _put_product(tx: Tx, key: str, version: int, body: bytes | None) -> None:
    if body is None:
        taken = tx.row(_PUT_PRODUCT, (key, version, None, 0, 0, 0, None))
        if taken is not None:
            _forget_words(tx, taken[0])
        return
    product = product_decoder.decode(body)
    shelf = (product.category_id, product.sort, product.favourite, product.active)
    taken = tx.row(_PUT_PRODUCT, (key, version, *shelf, body))
    if taken is None:
        return
    place = taken[0]
    _forget_words(tx, place)
    codes = {code.upper() for code in (product.code, *product.barcodes) if code}
    tx.run_many("INSERT INTO product_code(code, place) VALUES (?, ?)", [(c, place) for c in codes])
    terms = product_terms(product.pinyin, product.initials)
    tx.run_many("INSERT INTO product_term(term, place) VALUES (?, ?)", [(t, place) for t in terms])
    text = " ".join(words(f"{product.name} {product.spec}"))
    tx.run("INSERT INTO product_text(rowid, words) VALUES (?, ?)", (place, text))


def _forget_words(tx: Tx, place: int) -> None:
    tx.run("DELETE FROM product_code WHERE place = ?", (place,))
    tx.run("DELETE FROM product_term WHERE place = ?", (place,))
    tx.run("DELETE FROM product_text WHERE rowid = ?", (place,))
