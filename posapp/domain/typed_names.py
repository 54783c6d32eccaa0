"""What a clerk types for a name: full pinyin, first letters, or any mixture, cut into syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from posapp.domain.name_sounds import MARKS, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from posapp.domain.name_sounds import Syllables

MOST_CUTS: Final = 24
LONGEST: Final = 40
_DOUBLE: Final = ("zh", "ch", "sh")
_TONE: Final = re.compile(r"(?<=[a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[1-5](?![0-9])")
_SAME: Final = {"lyu": "lv", "nyu": "nv", "lue": "lve", "nue": "nve"}
_BY_FIRST: Final = {
    "a": "a ai an ang ao",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "e": "e ei en eng er",
    "f": "a an ang ei en eng iao o ou u",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "o": "o ou",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "w": "a ai an ang ei en eng o u",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
}
SYLLABLES: Final = frozenset(
    (first if first not in {"a", "e", "o"} else "") + rest
    for first, endings in _BY_FIRST.items()
    for rest in endings.split()
)
"""Every syllable of standard Chinese without its tone; v stands for ü."""

_BEGINNINGS: Final = frozenset(
    each[:size] for each in (*SYLLABLES, *_SAME) for size in range(1, len(each) + 1)
)
_LONGEST_SYLLABLE: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One syllable as far as it was typed; `is_whole` when it can be no longer one."""

    text: str
    is_whole: bool


Cut = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedName:
    """`plain` as names are compared; `words` are its letters between spaces, empty where it is
    not typed in letters alone. `alike` are they as `same_letters`, `ends` where its words end.
    """

    plain: str
    words: tuple[str, ...] = ()
    alike: str = ""
    ends: tuple[int, ...] = ()

    @property
    def letters(self) -> str:
        return "".join(self.words)


def typed_name(text: str) -> TypedName:
    """Tones by mark or figure are dropped; ü and v are u until a syllable says otherwise."""
    short = text[:LONGEST]
    words = tuple(
        word for part in re.split(r"[\s'’·]+", _TONE.sub("", short)) if (word := plain_name(part))
    )
    is_letters = all(word.isascii() and word.isalpha() for word in words)
    if not (words and is_letters):
        return TypedName(plain=plain_name(short))
    return TypedName(
        plain=plain_name(short),
        words=words,
        alike=same_letters("".join(words)),
        ends=tuple(accumulate(map(len, words))),
    )


def cuts(typed: TypedName) -> tuple[Cut, ...]:
    """The ways to cut the letters into syllables and first letters, those with few parts first.

    A whole syllable stands as it is stored (lu is lv too). At most `MOST_CUTS`: whoever types n
    syllables is among those of n parts.
    """
    if not typed.words:
        return ()
    found: list[Cut] = []
    for size in range(len(typed.words), len(typed.letters) + 1):
        for cut in _cut(typed.words, size):
            found.append(cut)
            if len(found) == MOST_CUTS:
                return tuple(found)
    return (*found, *_as_one_word(typed))


def is_said(typed: TypedName, syllables: Syllables) -> bool:
    """Whether the letters are whole syllables or first letters of this spelling, from its first on;
    the last may be half a syllable.
    """
    letters, size = typed.alike, len(typed.alike)
    places = {0}
    for syllable in syllables:
        places = {
            end
            for at in places
            for form in _forms(syllable)
            for end in _steps(letters, at, form, typed.ends)
        }
        if not places or size in places:
            break
    return bool(letters) and size in places


def same_letters(letters: str) -> str:
    """v, which stands for ü, and u are one."""
    return letters.replace("v", "u")


def beginning(cut: Cut) -> str:
    """With which stored sounds begin that this cut can mean: whole syllables and one letter."""
    text = ""
    for mark, part in zip(MARKS, cut, strict=False):
        text += mark + part.text
        if not part.is_whole:
            break
    return text


def pattern(cut: Cut) -> str:
    """The same as a pattern for GLOB: AwangBx*Cm*."""
    parts = (
        mark + part.text + ("" if part.is_whole else "*")
        for mark, part in zip(MARKS, cut, strict=False)
    )
    return "".join(parts) + ("*" if cut and cut[-1].is_whole else "")


def initials(cut: Cut) -> str:
    return "".join(part.text[0] for part in cut)


def _as_one_word(typed: TypedName) -> tuple[Cut, ...]:
    """A Latin name is no syllable; whoever has one is found by the beginning of it."""
    if len(typed.words) > 1 or typed.letters in _BEGINNINGS:
        return ()
    return ((Part(text=typed.letters, is_whole=False),),)


def _cut(words: Sequence[str], size: int) -> Iterator[Cut]:
    """All cuts into exactly so many parts."""
    first, rest = words[0], words[1:]
    for mine in range(1, size - len(rest) + 1) if rest else (size,):
        for head in _cut_word(first, mine, is_last=not rest):
            if not rest:
                yield head
                continue
            for tail in _cut(rest, size - mine):
                yield (*head, *tail)


def _cut_word(word: str, size: int, *, is_last: bool) -> Iterator[Cut]:
    if size == 1:
        yield from ((part,) for part in _parts(word, is_last=is_last))
        return
    for length in range(min(_LONGEST_SYLLABLE, len(word) - size + 1), 0, -1):
        heads = _parts(word[:length], is_last=False)
        if heads:
            for tail in _cut_word(word[length:], size - 1, is_last=is_last):
                yield from ((head, *tail) for head in heads)


def _parts(text: str, *, is_last: bool) -> tuple[Part, ...]:
    """What these letters can be as one syllable."""
    if len(text) == 1 or text in _DOUBLE:
        return (Part(text=text, is_whole=False),) if text in _BEGINNINGS else ()
    whole = [Part(text=each, is_whole=True) for each in _stored(text) if each in SYLLABLES]
    if not is_last:
        return tuple(whole)
    half = [Part(text=each, is_whole=False) for each in _stored(text) if each in _BEGINNINGS]
    return tuple(half)


def _stored(text: str) -> tuple[str, ...]:
    """The spellings under which a syllable that was typed so is stored."""
    text = _SAME.get(text, text)
    if text[:2] in {"lu", "nu"}:
        return (text, text[0] + "v" + text[2:])
    return (text,)


def _forms(syllable: str) -> tuple[str, ...]:
    """As letters are compared; lü is lyu in a passport."""
    if "v" not in syllable:
        return (syllable,)
    return (same_letters(syllable), syllable.replace("v", "yu"))


def _steps(letters: str, at: int, syllable: str, ends: tuple[int, ...]) -> Iterator[int]:
    """How far this syllable may bring us: whole, by its first letter or two, or as the last."""
    if letters.startswith(syllable, at):
        yield at + len(syllable)
    for size in (1, 2):
        start = syllable[:size]
        if (size == 1 or start in _DOUBLE) and letters.startswith(start, at):
            yield at + size
    stop = next((end for end in ends if end > at), at)
    if stop > at and syllable.startswith(letters[at:stop]):
        yield stop
