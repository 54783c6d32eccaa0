"""Who of those found stands first: one order for central and for a till without a network."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from posapp.domain.codes import normalised
from posapp.domain.member import Member, MemberStatus
from posapp.domain.name_sounds import plain_name
from posapp.domain.phones import phones_meant
from posapp.domain.typed_names import TypedName, is_said, same_letters, typed_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from posapp.domain.name_sounds import Syllables

    Spell = Callable[[str], tuple[Syllables, ...]]

MOST_SHOWN: Final = 20
FEWEST_DIGITS: Final = 4
LONGEST_TEXT: Final = 64
_BETWEEN: Final = str.maketrans("", "", " -\t\u00a0\u3000")


class Hit(IntEnum):
    """By what she was found; the smaller stands before the greater."""

    NUMBER = 0
    PHONE = 1
    TAIL = 2
    BEGINS = 3
    NAME = 4
    NAME_BEGINS = 5
    MIXED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was typed, in each form in which it can mean a member.

    `code` as numbers and cards are compared, `digits` where it is figures and nothing else.
    """

    code: str
    digits: str
    phones: tuple[str, ...]
    name: TypedName

    @property
    def is_long_enough(self) -> bool:
        """Beginnings and ends of numbers count from four characters on."""
        return len(self.code) >= FEWEST_DIGITS


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMembers:
    """The first of those found; `more`: there are others, type more."""

    members: tuple[Member, ...] = ()
    more: bool = False


def sought(text: str) -> Sought:
    """Read what was typed or scanned. Raises Refused("code.too_long")."""
    plain = normalised(text)[:LONGEST_TEXT]
    code = "".join(plain.split()).upper()
    digits = plain.translate(_BETWEEN)
    if not (digits.isascii() and digits.isdigit()):
        digits = ""
    return Sought(code=code, digits=digits, phones=phones_meant(plain), name=typed_name(plain))


def how_found(member: Member, wanted: Sought, spell: Spell) -> Hit | None:
    """By what this text finds her; None where it does not."""
    if wanted.code and wanted.code in {member.number.upper(), member.card.upper()}:
        return Hit.NUMBER
    if member.phone and member.phone in wanted.phones:
        return Hit.PHONE
    if len(wanted.digits) >= FEWEST_DIGITS and member.phone.endswith(wanted.digits):
        return Hit.TAIL
    if wanted.is_long_enough and _begins(member, wanted):
        return Hit.BEGINS
    return None if wanted.digits else _by_name(member.name, wanted.name, spell)


def how_said(typed: TypedName, sound: str) -> Hit:
    """By what one spelling, which is known to be meant, answers to the letters."""
    whole = same_letters(sound)
    if not whole.startswith(typed.alike):
        return Hit.MIXED
    return Hit.NAME if whole == typed.alike else Hit.NAME_BEGINS


def ranked(
    found: Iterable[tuple[Member, Hit]], served: Mapping[str, int], most: int = MOST_SHOWN
) -> FoundMembers:
    """In the order in which they are shown, each once, `most` of them.

    A member who may spend stands before one who may not, then whoever was served here last;
    `served` says when, in milliseconds. Equal ones keep the order in which they were found.
    """
    best: dict[str, tuple[Hit, Member]] = {}
    for member, hit in found:
        known = best.get(member.id)
        if known is None or hit < known[0]:
            best[member.id] = (hit, member)
    order = sorted(best.values(), key=lambda each: _place(each[0], each[1], served))
    return FoundMembers(members=tuple(each for _, each in order[:most]), more=len(order) > most)


def _place(hit: Hit, member: Member, served: Mapping[str, int]) -> tuple[int, bool, int]:
    return hit, member.status is not MemberStatus.NORMAL, -served.get(member.id, 0)


def _begins(member: Member, wanted: Sought) -> bool:
    if wanted.digits and member.phone.startswith(wanted.digits):
        return True
    return member.number.upper().startswith(wanted.code) or member.card.upper().startswith(
        wanted.code
    )


def _by_name(name: str, typed: TypedName, spell: Spell) -> Hit | None:
    if not typed.plain or not name:
        return None
    plain = plain_name(name)
    if plain.startswith(typed.plain):
        return Hit.NAME if plain == typed.plain else Hit.NAME_BEGINS
    if not typed.words:
        return None
    said = (syllables for syllables in spell(name) if is_said(typed, syllables))
    return min((how_said(typed, "".join(syllables)) for syllables in said), default=None)
