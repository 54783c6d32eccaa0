"""What a member is asked to agree to: each purpose by itself, and for how long her data is kept."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Purpose(StrEnum):
    """One thing that her data is used for."""

    AGREEMENT = "agreement"
    PRIVACY = "privacy"
    MARKETING = "marketing"
    PROFILING = "profiling"
    PARTNERS = "partners"
    FACE = "face"


NECESSARY: Final = (Purpose.AGREEMENT, Purpose.PRIVACY)
"""Without these there is no membership; withdrawing one means to leave."""
OPTIONAL: Final = (Purpose.MARKETING, Purpose.PROFILING, Purpose.PARTNERS, Purpose.FACE)

GUARDED_BELOW: Final = 14
"""Years of age below which a guardian has to agree (PIPL art. 31)."""


def parse_purposes(text: str) -> tuple[Purpose, ...]:
    """The optional purposes that an operator asks for, in their order. What is none is left out,
    so that a till reads the settings of a newer central.
    """
    wanted = set(text.replace(",", " ").split())
    return tuple(each for each in OPTIONAL if each.value in wanted)


def needs_guardian(birthday: str, today: str) -> bool:
    """Whether somebody born on that day is younger than 14 today; both YYYY-MM-DD, or empty."""
    if not birthday:
        return False
    year = int(birthday[:4]) + GUARDED_BELOW
    return today < f"{year:04d}{birthday[4:]}"
