"""What a cell of a file from outside may be: how wide, how long, and what is no text."""

from __future__ import annotations

import unicodedata
from typing import Final

MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 4_000

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With which a spreadsheet takes a cell for something to work out; the last four are full-width."""


def title_key(text: str) -> str:
    """A column's title as it is compared: half-width, lower case, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def has_control(text: str) -> bool:
    """NUL, other control characters, or a broken character."""
    return any(unicodedata.category(mark) in ("Cc", "Cs") for mark in text)
