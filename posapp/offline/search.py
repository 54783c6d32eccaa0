"""Finding goods as a person types; every query is a bounded range of an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.offline.cache_rows import product_decoder
from posapp.offline.member_search import MemberSearch
from posapp.offline.spelling import LAST, folded, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from posapp.domain.catalog import Product
    from posapp.offline.cache_store import CacheStore

_CODES: Final = """
    SELECT DISTINCT product.place FROM product_code
    JOIN product ON product.place = product_code.place
    WHERE code >= ? AND code < ? AND active = 1 LIMIT ?
"""
_TERMS: Final = """
    SELECT DISTINCT product.place FROM product_term
    JOIN product ON product.place = product_term.place
    WHERE term >= ? AND term < ? AND active = 1 LIMIT ?
"""
_WORDS: Final = """
    SELECT product.place FROM product_text JOIN product ON product.place = product_text.rowid
    WHERE product_text MATCH ? AND active = 1 LIMIT ?
"""
_PRODUCT: Final = "SELECT body FROM product WHERE place = ?"
LONGEST_TEXT: Final = 64


class Search(MemberSearch):
    """Any lane; reads the cache only. Raises as `CacheStore`.

    `served` says whom this till served last and when, in milliseconds.
    """

    def __init__(self, cache: CacheStore, served: Callable[[], Mapping[str, int]] = dict) -> None:
        super().__init__(cache, served)

    def products(self, text: str, limit: int = 20) -> tuple[Product, ...]:
        """By code, barcode, pinyin or initials from any syllable on, or any part of the name.

        Codes come first, then pinyin, then names; only what is sold now.
        """
        typed = folded(text)[:LONGEST_TEXT]
        if not typed:
            return ()
        places: dict[int, None] = {}
        for sql, values in _product_queries(typed):
            if len(places) >= limit:
                break
            rows = self._cache.found(sql, (*values, limit))
            places.update(dict.fromkeys(row[0] for row in rows))
        bodies = (self._cache.found(_PRODUCT, (place,)) for place in list(places)[:limit])
        return tuple(product_decoder.decode(rows[0][0]) for rows in bodies if rows)


Query = tuple[str, tuple[str, ...]]


def _begins(text: str) -> tuple[str, str]:
    return text, text + LAST


def _product_queries(typed: str) -> list[Query]:
    queries: list[Query] = []
    plain = typed.replace(" ", "")
    if plain.isascii():
        queries.append((_CODES, _begins(plain.upper())))
    if plain.isascii() and plain.isalpha():
        queries.append((_TERMS, _begins(plain)))
    match = _match(typed)
    if match:
        queries.append((_WORDS, (match,)))
    return queries


def _match(typed: str) -> str:
    """Each word typed is a phrase; the last letters or digits of it may be half a word."""
    phrases = []
    for part in typed.split():
        tokens = words(part)
        if tokens:
            open_end = " *" if tokens[-1].isascii() else ""
            phrases.append(f'"{" ".join(tokens)}"{open_end}')
    return " ".join(phrases)
