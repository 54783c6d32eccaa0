"""One table as a file has it: heads, rows as they come, and which of them are totals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from posapp.sheets.cells import Value, width_of

LONGEST_TITLE: Final = 31
_NOT_IN_TITLES: Final = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9_]")
_WIDEST: Final = 48
_NARROWEST: Final = 8


class Style(StrEnum):
    """How a row stands among the others: `BELOW` belongs to the row above it, and after a `TOTAL`
    nothing is filtered any more.
    """

    PLAIN = "plain"
    SUB = "sub"
    BELOW = "below"
    NOTE = "note"
    STRONG = "strong"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`names` are those under which a workbook knows the cells; empty for a cell without one."""

    values: tuple[Value, ...]
    style: Style = Style.PLAIN
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`rows` are read once and never held: a million may come. `widths` are in characters."""

    title: str
    heads: tuple[str, ...]
    rows: Iterable[Row]
    widths: tuple[int, ...] = ()


def fitted(title: str, heads: tuple[str, ...], rows: tuple[Row, ...]) -> Sheet:
    """A sheet of rows that are all known, each column as wide as what stands in it."""
    lines = (heads, *(row.values for row in rows))
    widest = max(map(len, lines))
    widths = tuple(
        max(width_of(line[place]) for line in lines if place < len(line)) for place in range(widest)
    )
    return Sheet(
        title=title,
        heads=heads,
        rows=rows,
        widths=tuple(min(max(width + 2, _NARROWEST), _WIDEST) for width in widths),
    )


def joined(sheets: Iterable[Sheet], heads: tuple[str, ...]) -> Sheet:
    """Sheets as one table with a figure in each line: sheet, row, column, value. A row below
    another is named with it, because a line stands alone.
    """
    made = tuple(sheets)
    rows = tuple(line for sheet in made for line in _lines(sheet))
    return fitted(made[0].title, heads, rows)


def _lines(sheet: Sheet) -> Iterable[Row]:
    above = ""
    for row in sheet.rows:
        name = str(row.values[0])
        above = name if row.style is not Style.BELOW else above
        full = name if above == name else f"{above} · {name}"
        titles = (*sheet.heads[1:], *("",) * len(row.values))
        for title, value in zip(titles, row.values[1:], strict=False):
            if value is not None:
                yield Row(values=(sheet.title, full, title, value))


def sheet_title(text: str, taken: Iterable[str]) -> str:
    """As a workbook takes it: without marks that it forbids, not too long, not there already."""
    title = _NOT_IN_TITLES.sub(" ", text).strip("' ")[:LONGEST_TITLE].strip("' ") or "-"
    known = {each.casefold() for each in taken}
    found, number = title, 1
    while found.casefold() in known:
        number += 1
        found = f"{title[: LONGEST_TITLE - 4]} {number}"
    return found


def range_name(*parts: str) -> str:
    """The name of a cell; the letters before `_` keep it from being read as an address."""
    return "_".join(_NOT_IN_NAMES.sub("_", part) for part in parts if part)
