"""What a cell may do to whoever opens it: formulas become text on the way out, and come back."""

from __future__ import annotations

import unicodedata
from typing import Final

MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 4_000

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With which a spreadsheet takes a cell for something to work out; the last four are full-width."""
_QUOTE: Final = "'"


def guarded(text: str) -> str:
    """The text with a quote before it where a spreadsheet would work it out; `unguarded` of it is
    the text again.
    """
    return _QUOTE + text if text.lstrip(_QUOTE).startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """What was written: one quote less where it only guards."""
    is_guard = text.startswith(_QUOTE) and text.lstrip(_QUOTE).startswith(FORMULA)
    return text[1:] if is_guard else text


def title_key(text: str) -> str:
    """A column's title as it is compared: half-width, lower case, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def has_control(text: str) -> bool:
    """NUL, other control characters, or a broken character."""
    return any(unicodedata.category(mark) in ("Cc", "Cs") for mark in text)
