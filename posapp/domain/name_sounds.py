"""How a person's name may be said: each reading of its surname, in syllables, bounded."""

from __future__ import annotations

import re
import unicodedata
from itertools import product as combinations
from typing import TYPE_CHECKING, Final

from posapp.domain.simplified import simplified
from posapp.domain.surname_readings import COMPOUND, GIVEN, SINGLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Readings = Callable[[str], Sequence[str]]
    """Readings of one character in letters without tones, the usual first; none of a rare one."""

Syllables = tuple[str, ...]

MOST_SPELLINGS: Final = 12
MOST_SYLLABLES: Final = 26
MARKS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Stands before each syllable of a stored sound; names are folded and have no capitals."""

_MOST_OF_SURNAME: Final = 6
_ACCENTED: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_WORDS: Final = re.compile(r"[0-9a-z]+|[^\W_]")


def plain_name(text: str) -> str:
    """As names are compared: half-width, lower case, simplified, letters and digits alone, Latin
    letters without their accents.
    """
    return "".join(mark for mark in _folded(text) if mark.isalnum())


def spellings(name: str, readings: Readings) -> tuple[Syllables, ...]:
    """What the name may sound like, the likeliest first; at most `MOST_SPELLINGS`.

    The surname in its reading as a surname, then in its others, then the readings of given names
    that have two. A character that nothing is known of is left out; a Latin name also begins with
    each of its later words.
    """
    words = _WORDS.findall(_folded(name))[:MOST_SYLLABLES]
    if all(word.isascii() for word in words):
        return _of_words(words)
    heads, rest = _surname(words, readings)
    others = [_given(word, readings) for word in rest]
    found: dict[Syllables, None] = {}
    for given in _few(others):
        for head in heads:
            found.setdefault((*head, *(word for word in given if word)))
            if len(found) == MOST_SPELLINGS:
                return tuple(found)
    return tuple(each for each in found if each)


def sound_of(syllables: Syllables) -> str:
    """As it is stored: AouByangCna. A pattern over it cannot slip into another syllable."""
    return "".join(mark + word for mark, word in zip(MARKS, syllables, strict=False))


def initials_of(syllables: Syllables) -> str:
    return "".join(word[0] for word in syllables)


def _of_words(words: list[str]) -> tuple[Syllables, ...]:
    turns = (tuple(words[place:] + words[:place]) for place in range(min(len(words), 4)))
    return tuple(dict.fromkeys(each for each in turns if each))


def _surname(words: list[str], readings: Readings) -> tuple[list[Syllables], list[str]]:
    """The readings of the surname, and what is left of the name."""
    known = COMPOUND.get("".join(words[:2])) if len(words) > 1 else None
    if known is not None:
        first, second = readings(words[0])[:1], readings(words[1])[:1]
        usual = [(first[0], second[0])] if first and second else []
        return list(dict.fromkeys((*known, *usual))), words[2:]
    found = dict.fromkeys((*SINGLE.get(words[0], ()), *_read(words[0], readings)))
    return [(word,) for word in list(found)[:_MOST_OF_SURNAME]] or [()], words[1:]


def _given(word: str, readings: Readings) -> tuple[str, ...]:
    return GIVEN.get(word) or tuple(_read(word, readings)[:1]) or ("",)


def _read(word: str, readings: Readings) -> Sequence[str]:
    return (word,) if word.isascii() else readings(word)


def _few(others: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The usual reading of each, then what differs from it in one place, then all the others."""
    usual = tuple(each[0] for each in others)
    found = {usual: None}
    for place, each in enumerate(others):
        for word in each[1:]:
            found[(*usual[:place], word, *usual[place + 1 :])] = None
    several = [each for each in others if len(each) > 1]
    if 1 < len(several) <= 3:
        found |= dict.fromkeys(combinations(*others))
    return list(found)


def _folded(text: str) -> str:
    """Every mark that only sits on a Latin letter is dropped, ü too: v and u are one in search."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return simplified("".join(map(_bare, plain)) if _ACCENTED.search(plain) else plain)


def _bare(mark: str) -> str:
    parts = unicodedata.normalize("NFD", mark)
    return parts[0] if parts[0].isascii() else mark
