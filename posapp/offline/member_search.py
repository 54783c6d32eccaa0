"""Finding members in the cache as a person types; every query is a bounded range of an index."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from posapp.domain.finding_members import (
    FEWEST_DIGITS,
    MOST_SHOWN,
    FoundMembers,
    how_found,
    how_said,
    ranked,
    sought,
)
from posapp.domain.name_sounds import MARKS
from posapp.domain.typed_names import beginning, cuts, initials, pattern
from posapp.offline.cache_rows import member_decoder
from posapp.offline.spelling import LAST, name_spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from posapp.domain.finding_members import Hit, Sought
    from posapp.domain.member import Member
    from posapp.domain.name_sounds import Syllables
    from posapp.domain.typed_names import Cut
    from posapp.offline.cache_store import CacheStore

_NUMBER_IS: Final = "SELECT place, body FROM member WHERE number = ? LIMIT ?"
_CARD_IS: Final = "SELECT place, body FROM member WHERE card = ? LIMIT ?"
_PHONE_IS: Final = "SELECT place, body FROM member WHERE phone = ? LIMIT ?"
_ENDS: Final = """
    SELECT place, body FROM member WHERE last4 = ? AND substr(phone, ?) = ? LIMIT ?
"""
_PHONE_BEGINS: Final = """
    SELECT place, body FROM member WHERE phone >= ? AND phone < ? ORDER BY phone LIMIT ?
"""
_NUMBER_BEGINS: Final = """
    SELECT place, body FROM member WHERE number >= ? AND number < ? ORDER BY number LIMIT ?
"""
_CARD_BEGINS: Final = """
    SELECT place, body FROM member WHERE card >= ? AND card < ? ORDER BY card LIMIT ?
"""
_NAME_BEGINS: Final = """
    SELECT place, body FROM member WHERE name >= ? AND name < ? ORDER BY name LIMIT ?
"""
_SOUND_BEGINS: Final = """
    SELECT place, body, sound FROM member WHERE sound >= ? AND sound < ? AND +sound GLOB ? LIMIT ?
"""
_OTHER_SOUND_BEGINS: Final = """
    SELECT member.place, body, member_alias.sound
    FROM member_alias JOIN member ON member.place = member_alias.place
    WHERE member_alias.sound >= ? AND member_alias.sound < ? AND +member_alias.sound GLOB ? LIMIT ?
"""
_INITIALS_BEGIN: Final = """
    SELECT place, body, sound FROM member
    WHERE initials >= ? AND initials < ? AND +sound GLOB ? LIMIT ?
"""
_OTHER_INITIALS_BEGIN: Final = """
    SELECT member.place, body, member_alias.sound
    FROM member_alias JOIN member ON member.place = member_alias.place
    WHERE member_alias.initials >= ? AND member_alias.initials < ? AND +member_alias.sound GLOB ?
    LIMIT ?
"""
_MEMBER: Final = "SELECT place, body FROM member WHERE id = ? LIMIT ?"
_TAIL: Final = 4
_MOST_SERVED: Final = 8
_WITHOUT_MARKS: Final = str.maketrans("", "", MARKS)

Query = tuple[str, tuple[object, ...]]
Found = dict[int, tuple["Member", "Hit"]]


class MemberSearch:
    """Any lane; reads the cache only. Raises as `CacheStore`."""

    def __init__(self, cache: CacheStore, served: Callable[[], Mapping[str, int]]) -> None:
        self._cache = cache
        self._served = served

    def members(self, text: str, limit: int = MOST_SHOWN) -> tuple[Member, ...]:
        """As `find_members`, without the word whether there are more."""
        return self.find_members(text, limit).members

    def find_members(self, text: str, most: int = MOST_SHOWN) -> FoundMembers:
        """By number, card, phone, the end of a phone (four figures and more), name, or its pinyin
        in every reading of the surname, whole, by first letters or mixed; in the order of
        `domain.finding_members`.

        Fewer than four characters find only an exact number or card, or a name. Whoever was served
        here lately is found whatever else there is. Raises Refused("code.too_long").
        """
        wanted = sought(text)
        served = self._served()
        found: Found = {}
        for sql, values in _queries(wanted):
            if len(found) > most:
                break
            self._take(found, wanted, sql, (*values, most + 1))
        if len(found) > most:
            for member_id in list(served)[:_MOST_SERVED]:
                self._take(found, wanted, _MEMBER, (member_id, 1))
        return ranked(found.values(), served, most)

    def _take(self, found: Found, wanted: Sought, sql: str, values: tuple[object, ...]) -> None:
        for place, body, *sound in self._cache.found(sql, values):
            known = found.get(place)
            if body is None or (known and not sound):
                continue
            member = known[0] if known else member_decoder.decode(body)
            # A pattern over a sound is exact: the name need not be spelled again.
            if sound:
                hit: Hit | None = how_said(wanted.name, sound[0].translate(_WITHOUT_MARKS))
            else:
                hit = how_found(member, wanted, _spell)
            if hit is not None and (known is None or hit < known[1]):
                found[place] = (member, hit)


@lru_cache(maxsize=1_000)
def _spell(name: str) -> tuple[Syllables, ...]:
    """With each key that is typed mostly the same people are looked at again."""
    return name_spellings(name)


def _begins(text: str) -> tuple[str, str]:
    return text, text + LAST


def _queries(wanted: Sought) -> Iterator[Query]:
    """In the order of the hits, so that enough of the best ends the search."""
    if not wanted.code:
        return
    yield _NUMBER_IS, (wanted.code,)
    yield _CARD_IS, (wanted.code,)
    for phone in wanted.phones:
        yield _PHONE_IS, (phone,)
    digits = wanted.digits
    if len(digits) >= FEWEST_DIGITS:
        yield _ENDS, (digits[-_TAIL:], -len(digits), digits)
        yield _PHONE_BEGINS, _begins(digits)
    if wanted.is_long_enough and wanted.code.isascii():
        yield _NUMBER_BEGINS, _begins(wanted.code)
        yield _CARD_BEGINS, _begins(wanted.code)
    if wanted.name.plain and not digits:
        yield _NAME_BEGINS, _begins(wanted.name.plain)
        for cut in cuts(wanted.name):
            yield from _by_sound(cut)


def _by_sound(cut: Cut) -> Iterator[Query]:
    """The narrower of both ranges: whole syllables at the front, or all first letters."""
    start, like = beginning(cut), pattern(cut)
    if cut[0].is_whole or len(cut) == 1:
        yield _SOUND_BEGINS, (*_begins(start), like)
        yield _OTHER_SOUND_BEGINS, (*_begins(start), like)
    else:
        letters = _begins(initials(cut))
        yield _INITIALS_BEGIN, (*letters, like)
        yield _OTHER_INITIALS_BEGIN, (*letters, like)
