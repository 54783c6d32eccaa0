"""Pinyin and initials, computed when a name is written; the library is heavy and loaded late."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from posapp.domain.name_sounds import MARKS, initials_of, plain_name, spellings
from posapp.domain.typed_names import same_letters

if TYPE_CHECKING:
    from posapp.domain.name_sounds import Syllables

_MOST_READINGS: Final = 8
_SHORTEST_PREFIX: Final = 2
LONGEST_PREFIX: Final = 12
LONGEST_WRITTEN: Final = 4
LONGEST_INITIALS: Final = 6


@lru_cache(maxsize=4_096)
def spelled(name: str) -> tuple[str, str]:
    """Pinyin and initials of a product's name: ("kuang quan shui" without spaces, "kqs")."""
    syllables = [readings[0] for readings in _readings(name, heteronym=False)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


@lru_cache(maxsize=4_096)
def spell(name: str) -> tuple[Syllables, ...]:
    """What a person's name may sound like, as `domain.name_sounds.spellings`."""
    return spellings(name, readings_of)


def name_keys(name: str) -> set[str]:
    """The name and beginnings of it, as written and as said in each reading of its surname."""
    plain = plain_name(name)
    keys = {plain[:size] for size in range(1, LONGEST_WRITTEN + 1)} | {plain}
    for whole in sounds(name):
        keys.add(whole)
        keys.update(whole[:size] for size in range(_SHORTEST_PREFIX, LONGEST_PREFIX + 1))
    return keys - {""}


def initial_keys(name: str) -> set[str]:
    """The first letters of its syllables, and beginnings of them from two on."""
    keys = set()
    for syllables in spell(name):
        letters = initials_of(syllables)
        keys |= {letters[:size] for size in range(_SHORTEST_PREFIX, LONGEST_INITIALS + 1)}
    return keys


def syllable_keys(name: str) -> set[str]:
    """Each of its first syllables with its place, for who types some of them whole."""
    return {
        mark + same_letters(syllable)
        for syllables in spell(name)
        for mark, syllable in zip(MARKS, syllables[:LONGEST_INITIALS], strict=False)
    }


def sounds(name: str) -> set[str]:
    """How the name may be said, in full, as letters are compared."""
    return {same_letters("".join(syllables)) for syllables in spell(name)} - {""}


@lru_cache(maxsize=30_000)
def readings_of(character: str) -> tuple[str, ...]:
    """Readings of one character without tones, the usual first; none of one that is not known."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    readings = [_letters(reading) for reading in found[0]] if found else []
    plain = [reading for reading in readings if reading.isascii() and reading.isalpha()]
    return tuple(dict.fromkeys(plain))[:_MOST_READINGS]


def _readings(name: str, *, heteronym: bool) -> list[list[str]]:
    """Per character its readings; a run of letters and digits is one syllable; marks drop out."""
    if name.isascii():
        return [[word] for part in _folded(name).split() if (word := _letters(part))]
    from pypinyin import Style, pinyin

    _with_phrases()
    found: list[list[str]] = []
    spelling = pinyin(_folded(name), style=Style.NORMAL, heteronym=heteronym, errors=_words)
    for readings in spelling:
        kept = [word for reading in readings if (word := _letters(reading))]
        if kept:
            found.append(list(dict.fromkeys(kept)))
    return found


@lru_cache(maxsize=1)
def _with_phrases() -> None:
    """A till in the same process, as in a test, has loaded the library without them."""
    from pypinyin import constants, load_phrases_dict

    if not constants.PHRASES_DICT:
        from pypinyin.phrases_dict import phrases_dict

        load_phrases_dict(phrases_dict)


def _words(text: str) -> Any:
    """What has no reading: rare characters for themselves, latin words as words.

    The library takes a list as well as a text; its annotations know only the text.
    """
    return text.split()


def _letters(reading: str) -> str:
    return "".join(mark for mark in reading.replace("ü", "v") if mark.isalnum())


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
