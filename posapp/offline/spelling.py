"""How a name is typed: folded, as words of the full-text index, in pinyin with all readings."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_READINGS: Final = 6
_WORDS: Final = re.compile(r"[0-9a-z]+|[^\W_]")
LAST: Final = "\U0010ffff"
"""Sorts after every character that a name may hold: the end of a range of beginnings."""


def folded(text: str) -> str:
    """One spelling for full-width, half-width, large and small."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def words(text: str) -> list[str]:
    """Runs of Latin letters and digits as they are, everything else character by character."""
    return _WORDS.findall(folded(text))


def name_spellings(name: str) -> list[tuple[str, str]]:
    """Pinyin and initials of a person's name: the usual reading, then the surname's others."""
    syllables = [_readings(word) for word in words(name)]
    if not syllables:
        return []
    usual = [readings[0] for readings in syllables[1:]]
    rest, initials = "".join(usual), "".join([each[0] for each in usual])
    if len(syllables[0]) == 1:
        (first,) = syllables[0]
        return [(first + rest, first[0] + initials)]
    return list(dict.fromkeys((first + rest, first[0] + initials) for first in syllables[0]))


def product_terms(pinyin: str, initials: str) -> set[str]:
    """What a product is found under: its pinyin and initials from each syllable on."""
    starts = set(initials)
    terms = {initials[place:] for place in range(max(1, len(initials) - 1))}
    terms |= {pinyin[place:] for place, letter in enumerate(pinyin[:-1]) if letter in starts}
    return {term for term in (*terms, pinyin) if term}


@lru_cache(maxsize=30_000)
def _readings(word: str) -> tuple[str, ...]:
    """Readings of one character without tones, the usual first; other words are their own."""
    if word.isascii():
        return (word,)
    found = _readings_of()(word)
    readings = [reading.replace("ü", "v") for reading in found[0]] if found else []
    plain = [reading for reading in readings if reading.isascii() and reading.isalpha()]
    return tuple(dict.fromkeys(plain))[:_MOST_READINGS] or (word,)


@lru_cache(maxsize=1)
def _readings_of() -> Callable[[str], Any]:
    """The library, heavy and loaded late; without its phrases, which are 44 MiB and a third of a
    second of every till, and which single characters never ask.
    """
    without_phrases = "PYPINYIN_NO_PHRASES"
    os.environ[without_phrases] = "true"
    try:
        from pypinyin import Style, pinyin
    finally:
        # A central that is started from here needs them.
        os.environ.pop(without_phrases, None)
    return partial(pinyin, style=Style.NORMAL, heteronym=True, errors="ignore")
