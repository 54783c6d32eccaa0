"""How a name is typed: folded, as words of the full-text index, in pinyin with all readings."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final

from posapp.domain.name_sounds import spellings

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.name_sounds import Syllables

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


def name_spellings(name: str) -> tuple[Syllables, ...]:
    """What a person's name may sound like, as `domain.name_sounds.spellings`."""
    return spellings(name, readings_of)


def product_terms(pinyin: str, initials: str) -> set[str]:
    """What a product is found under: its pinyin and initials from each syllable on."""
    starts = set(initials)
    terms = {initials[place:] for place in range(max(1, len(initials) - 1))}
    terms |= {pinyin[place:] for place, letter in enumerate(pinyin[:-1]) if letter in starts}
    return {term for term in (*terms, pinyin) if term}


@lru_cache(maxsize=30_000)
def readings_of(character: str) -> tuple[str, ...]:
    """Readings of one character without tones, the usual first; none of one that is not known."""
    found = _library()(character)
    readings = [reading.replace("ü", "v") for reading in found[0]] if found else []
    plain = [reading for reading in readings if reading.isascii() and reading.isalpha()]
    return tuple(dict.fromkeys(plain))[:_MOST_READINGS]


@lru_cache(maxsize=1)
def _library() -> Callable[[str], Any]:
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
