"""Pinyin and initials, computed when a name is written; the library is heavy and loaded late."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import product as combinations
from typing import Any, Final

_MOST_READINGS: Final = 8
_SHORTEST_PREFIX: Final = 2
_LONGEST_PREFIX: Final = 12


@lru_cache(maxsize=4_096)
def spelled(name: str) -> tuple[str, str]:
    """Pinyin and initials of a product's name: ("kuang quan shui" without spaces, "kqs")."""
    syllables = [readings[0] for readings in _readings(name, heteronym=False)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def name_keys(name: str) -> set[str]:
    """Under which words a person is found: the name, its pinyin and beginnings of it, initials.

    All readings of a surname count, since the usual one is often wrong for a person (单, 曾, 解).
    """
    plain = plain_name(name)
    if not plain:
        return set()
    keys = {plain, plain[0], plain[:2]}
    for syllables in _spellings(name):
        whole = "".join(syllables)
        keys.add(whole)
        keys.add("".join(syllable[0] for syllable in syllables))
        keys.update(whole[:size] for size in range(_SHORTEST_PREFIX, _LONGEST_PREFIX + 1))
    return keys


def plain_name(name: str) -> str:
    """A name as it is compared: half-width, lower case, letters and digits alone."""
    return "".join(mark for mark in _folded(name) if mark.isalnum())


def sounds(name: str) -> set[str]:
    """How the name may be said, in full, with every reading of its first character."""
    return {"".join(syllables) for syllables in _spellings(name)} - {""}


@lru_cache(maxsize=4_096)
def _spellings(name: str) -> list[tuple[str, ...]]:
    usual = _readings(name, heteronym=False)
    if not usual:
        return []
    first = _readings(name, heteronym=True)[0]
    rest = [readings[:1] for readings in usual[1:]]
    return list(combinations(first[:_MOST_READINGS], *rest))


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
