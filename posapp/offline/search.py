"""Finding goods and members as a person types; every query is a bounded range of an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.phones import phones_meant
from posapp.offline.cache_rows import member_decoder, product_decoder
from posapp.offline.spelling import LAST, folded, words

if TYPE_CHECKING:
    from posapp.domain.catalog import Product
    from posapp.domain.member import Member
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
_NUMBER_IS: Final = "SELECT place, body FROM member WHERE number = ? LIMIT ?"
_CARD_IS: Final = "SELECT place, body FROM member WHERE card = ? LIMIT ?"
_LAST4_IS: Final = "SELECT place, body FROM member WHERE last4 = ? LIMIT ?"
_PHONE_IS: Final = "SELECT place, body FROM member WHERE phone = ? LIMIT ?"
_PHONE_BEGINS: Final = """
    SELECT place, body FROM member WHERE phone >= ? AND phone < ? ORDER BY phone LIMIT ?
"""
_NUMBER_BEGINS: Final = """
    SELECT place, body FROM member WHERE number >= ? AND number < ? ORDER BY number LIMIT ?
"""
_CARD_BEGINS: Final = """
    SELECT place, body FROM member WHERE card >= ? AND card < ? ORDER BY card LIMIT ?
"""
_PINYIN_BEGINS: Final = """
    SELECT place, body FROM member WHERE pinyin >= ? AND pinyin < ? ORDER BY pinyin LIMIT ?
"""
_INITIALS_BEGIN: Final = """
    SELECT place, body FROM member WHERE initials >= ? AND initials < ? ORDER BY initials LIMIT ?
"""
_ALIAS_BEGINS: Final = """
    SELECT member.place, body FROM member_alias JOIN member ON member.place = member_alias.place
    WHERE term >= ? AND term < ? ORDER BY term LIMIT ?
"""
_NAME_BEGINS: Final = """
    SELECT place, body FROM member WHERE name >= ? AND name < ? ORDER BY name LIMIT ?
"""
FEWEST_DIGITS: Final = 4
LONGEST_TEXT: Final = 64


class Search:
    """Any lane; reads the cache only. Raises as `CacheStore`."""

    def __init__(self, cache: CacheStore) -> None:
        self._cache = cache

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

    def members(self, text: str, limit: int = 20) -> tuple[Member, ...]:
        """By phone (four digits and more), its last four, card, number, name, pinyin or initials.

        Fewer than four digits find only an exact number or card.
        """
        typed = folded(text)[:LONGEST_TEXT]
        found: dict[int, bytes] = {}
        for sql, values in _member_queries(typed):
            if len(found) >= limit:
                break
            for place, body in self._cache.found(sql, (*values, limit)):
                found.setdefault(place, body)
        return tuple(member_decoder.decode(body) for body in list(found.values())[:limit])


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


def _member_queries(typed: str) -> list[Query]:
    plain = typed.replace(" ", "").replace("-", "")
    if not plain:
        return []
    if not plain.isascii():
        return [(_NAME_BEGINS, _begins(typed))]
    code = typed.replace(" ", "").upper()
    queries: list[Query] = [(_NUMBER_IS, (code,)), (_CARD_IS, (code,))]
    queries += [(_PHONE_IS, (phone,)) for phone in phones_meant(typed)]
    if plain.isdigit() and len(plain) == FEWEST_DIGITS:
        queries.append((_LAST4_IS, (plain,)))
    if plain.isdigit() and len(plain) >= FEWEST_DIGITS:
        queries.append((_PHONE_BEGINS, _begins(plain)))
    if len(plain) >= FEWEST_DIGITS:
        queries += [(_NUMBER_BEGINS, _begins(code)), (_CARD_BEGINS, _begins(code))]
    if plain.isalpha():
        pinyin = _begins(plain)
        queries += [(_PINYIN_BEGINS, pinyin), (_INITIALS_BEGIN, pinyin), (_ALIAS_BEGINS, pinyin)]
    if not plain.isdigit():
        queries.append((_NAME_BEGINS, _begins(typed)))
    return queries
