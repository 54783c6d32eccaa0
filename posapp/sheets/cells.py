"""What a cell may hold, and the one rule that keeps a text from being worked out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Final, NamedTuple

DECIMALS: Final = 2
"""Of an amount, as paper shows it."""
_QUOTE: Final = "'"
_WORKED_OUT: Final = re.compile("['\\s\ufeff\u200b]*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
"""With which a spreadsheet takes a cell of a CSV for something to work out: behind quotes, blanks
or unseen marks too; the last four signs are full-width.
"""
_KEPT: Final = "\t\n\r"
_UNKNOWN: Final = "\ufffd"


class Money(NamedTuple):
    """An amount in minor units."""

    minor: int


class Quantity(NamedTuple):
    """A quantity in thousandths."""

    thousandths: int


Value = str | int | Money | Quantity | date | datetime | None
"""A text, a count or points, an amount, a quantity, a day, a moment at the shop, or nothing.

A moment carries no time zone: a spreadsheet knows none, so the column's head has to say which.
"""


def guarded(text: str) -> str:
    """The text with a quote before it where a spreadsheet would work it out; `unguarded` of it is
    the text again.
    """
    return _QUOTE + text if _WORKED_OUT.match(text) else text


def unguarded(text: str) -> str:
    """What was written: one quote less where it only guards."""
    is_guard = text.startswith(_QUOTE) and _WORKED_OUT.match(text)
    return text[1:] if is_guard else text


def plain(text: str) -> str:
    """Without control characters but tab and line ends; a broken character is shown as such."""
    return "".join(_mark(mark) for mark in text) if _is_odd(text) else text


def csv_text(value: Value) -> str:
    """One cell of a CSV. Only a text is guarded: a negative amount stays a number."""
    match value:
        case None:
            return ""
        case str():
            return guarded(plain(value))
        case Money(minor=minor):
            return _decimal(minor, DECIMALS)
        case Quantity(thousandths=thousandths):
            return _decimal(thousandths, 3)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def width_of(value: Value) -> int:
    """How many columns of half-width characters a cell takes, about."""
    match value:
        case str():
            longest = max(value.splitlines(), key=len, default="")
            return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in longest)
        case Money(minor=minor):
            digits = len(str(abs(minor)))
            return digits + digits // 3 + 2
        case datetime():
            return 16
        case _:
            return len(csv_text(value))


def _decimal(value: int, digits: int) -> str:
    whole, rest = divmod(abs(value), 10**digits)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{digits}d}"


def _is_odd(text: str) -> bool:
    return not text.isprintable()


def _mark(mark: str) -> str:
    if mark in _KEPT:
        return mark
    if 0xD800 <= ord(mark) <= 0xDFFF or ord(mark) & 0xFFFE == 0xFFFE:
        return _UNKNOWN
    return "" if unicodedata.category(mark) == "Cc" else mark
