"""Words for a printer's own font: cleaned of control characters, encoded, fitted to columns."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from posapp.devices.printer_profile import Charset

GETA: Final = "〓"
"""Stands where a printer can neither print nor draw a character."""

# What looks the same and exists in every two-byte font; a narrow sign stays narrow.
_TWINS: Final = str.maketrans(
    {
        "¥": "￥",
        "−": "-",
        "–": "-",
        "•": "·",
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)


def clean(text: str) -> str:
    """The text without control, format, surrogate and private characters."""
    if text.isprintable():
        return text
    return "".join(
        mark for mark in text if unicodedata.category(mark)[0] != "C" and mark not in "\u2028\u2029"
    )


def encode(text: str, charset: Charset) -> bytes | None:
    """Cleaned bytes, one per column, or None when a character is not in the printer's font.

    Only ASCII and two-byte codes come out: four-byte GB18030 prints garbage on most printers.
    """
    if text.isascii() and text.isprintable():
        return text.encode("ascii")
    try:
        return clean(text).translate(_TWINS).encode(charset.value)
    except UnicodeEncodeError:
        return None


def encode_anyway(text: str, charset: Charset) -> bytes:
    """As `encode`, with 〓 (or ?) for what the font does not have."""
    whole = encode(text, charset)
    if whole is not None:
        return whole
    stand_in = encode(GETA, charset) or b"?"
    return b"".join(encode(mark, charset) or stand_in for mark in clean(text))


def wrapped(data: bytes, columns: int) -> list[bytes]:
    """Encoded text in rows of at most `columns`, never splitting a two-byte character.

    A row ends at a space when one lies in its last third, else wherever it is full.
    """
    rows: list[bytes] = []
    while len(data) > columns:
        end = _row_end(data, columns)
        rows.append(data[:end].rstrip(b" "))
        data = data[end:].lstrip(b" ")
    rows.append(data)
    return rows


def _row_end(data: bytes, columns: int) -> int:
    place, space = 0, 0
    while place < columns:
        step = 2 if data[place] >= 0x80 else 1
        if place + step > columns:
            break
        if data[place] == 0x20:
            space = place + 1
        place += step
    return space if space > columns * 2 // 3 else max(place, 1)
