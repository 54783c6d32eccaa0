"""Rows of the feed written into cache.db: only newer versions, with the words they are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from posapp.domain.catalog import Product
from posapp.domain.member import Member
from posapp.domain.name_sounds import initials_of, plain_name, sound_of
from posapp.offline.spelling import name_spellings, product_terms, words
from posapp.wire.canonical import decoder_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.offline.database import Tx
    from posapp.wire.sync import FeedRow

_PUT_MEMBER: Final = """
    INSERT INTO member(id, row_ver, number, card, phone, last4, name, sound, initials, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET row_ver = excluded.row_ver, number = excluded.number,
        card = excluded.card, phone = excluded.phone, last4 = excluded.last4,
        name = excluded.name, sound = excluded.sound, initials = excluded.initials,
        body = excluded.body
    WHERE excluded.row_ver > member.row_ver
    RETURNING place
"""
PUT_ALIAS: Final = "INSERT OR IGNORE INTO member_alias(place, sound, initials) VALUES (?, ?, ?)"
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
Sounds = list[tuple[str, str]]
"""A name as it may be said, and its initials."""

_NOBODY: Final = (None,) * 8

member_decoder: Final = decoder_of(Member)
product_decoder: Final = decoder_of(Product)


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
    others: Sounds = []
    if body is not None:
        found, others = member_columns(member_decoder.decode(body), body)
    taken = tx.row(_PUT_MEMBER, (key, version, *found))
    if taken is None:
        return
    tx.run("DELETE FROM member_alias WHERE place = ?", taken)
    if others:
        tx.run_many(PUT_ALIAS, [(taken[0], *each) for each in others])


def member_columns(member: Member, body: bytes) -> tuple[tuple[object, ...], Sounds]:
    """Her columns from `number` on, and the other readings of her name."""
    sounds = [(sound_of(each), initials_of(each)) for each in name_spellings(member.name)]
    sound, initials = sounds[0] if sounds else (None, None)
    columns = (
        member.number.upper() or None,
        member.card.upper() or None,
        member.phone or None,
        member.phone[-4:] or None,
        plain_name(member.name) or None,
        sound,
        initials,
        body,
    )
    return columns, sounds[1:]


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
    _forget_words(tx, taken[0])
    put_words(tx, [(taken[0], product)])


def put_words(tx: Tx, products: Sequence[tuple[int, Product]]) -> None:
    """Everything by which products at these new places are found."""
    codes = [
        (code, place)
        for place, product in products
        for code in {code.upper() for code in (product.code, *product.barcodes) if code}
    ]
    terms = [
        (term, place)
        for place, product in products
        for term in product_terms(product.pinyin, product.initials)
    ]
    texts = [
        (place, " ".join(words(f"{product.name} {product.spec}"))) for place, product in products
    ]
    tx.run_many("INSERT INTO product_code(code, place) VALUES (?, ?)", codes)
    tx.run_many("INSERT INTO product_term(term, place) VALUES (?, ?)", terms)
    tx.run_many("INSERT INTO product_text(rowid, words) VALUES (?, ?)", texts)


def forget_row(tx: Tx, kind: str, key: str) -> None:
    """Remove one row with its words and without a stone, whatever its version."""
    tx.run("DELETE FROM feed_row WHERE t = ? AND k = ?", (kind, key))
    match kind:
        case "member":
            places = tx.rows("DELETE FROM member WHERE id = ? RETURNING place", (key,))
            tx.run_many("DELETE FROM member_alias WHERE place = ?", places)
        case "product":
            for (place,) in tx.rows("DELETE FROM product WHERE id = ? RETURNING place", (key,)):
                _forget_words(tx, place)
        case _:
            pass


def _forget_words(tx: Tx, place: int) -> None:
    tx.run("DELETE FROM product_code WHERE place = ?", (place,))
    tx.run("DELETE FROM product_term WHERE place = ?", (place,))
    tx.run("DELETE FROM product_text WHERE rowid = ?", (place,))
