"""Member numbers that a till gives while central is away: no character looks like another."""

from __future__ import annotations

import re
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0 O, 1 I L and U, which is read as V."""

_TIME_WIDTH: Final = 9
_LONGEST_TILL: Final = 7
_CODE_BASE: Final = 36
_OLD: Final = re.compile(r"T[0-9A-Z]{8,18}")


def provisional_number(terminal_code: str, at_ms: int) -> str:
    """T, the till, the moment, a check character. One till gives one number in a millisecond."""
    code = "".join(mark for mark in terminal_code.upper() if mark.isascii() and mark.isalnum())
    # The 1 in front keeps 3 and 03 apart.
    till = _written(int(f"1{code[-_LONGEST_TILL:]}", _CODE_BASE))
    body = till + _written(at_ms).rjust(_TIME_WIDTH, ALPHABET[0])
    return f"T{body}{check_mark(body)}"


def is_provisional(number: str) -> bool:
    """Whether a till made it, in the form of now or in that of older programs."""
    return _OLD.fullmatch(number) is not None


def is_sound(number: str) -> bool:
    """Whether the check character of a number in the form of now holds."""
    body = number[1:-1]
    shaped = number[:1] == "T" and len(body) > _TIME_WIDTH and set(number[1:]) <= set(ALPHABET)
    return shaped and check_mark(body) == number[-1]


def _written(value: int) -> str:
    text = ""
    while value:
        value, place = divmod(value, len(ALPHABET))
        text = ALPHABET[place] + text
    return text


def check_mark(body: str) -> str:
    """Luhn over this alphabet: finds every single wrong character and nearly every swap."""
    size, total = len(ALPHABET), 0
    for place, mark in enumerate(reversed(body)):
        doubled = ALPHABET.index(mark) * (2 if place % 2 == 0 else 1)
        total += doubled // size + doubled % size
    return ALPHABET[-total % size]
