"""An X or Z report as blocks of rows: the one list that screen, paper, PDF and central show.

A row carries a key of the words of paper, or a name of its own, and cells that know their kind;
nothing here knows a language, a width or a widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell's value is: minor units, a count, a count with its unit, thousandths, thousandths
    of the longest bar, text.
    """

    AMOUNT = "amount"
    COUNT = "count"
    ENTRIES = "entries"
    QUANTITY = "quantity"
    BAR = "bar"
    TEXT = "text"


class Weight(StrEnum):
    """How a row stands among the others."""

    PLAIN = "plain"
    SUB = "sub"
    NOTE = "note"
    STRONG = "strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A key of the words of paper with its parameters, or `text` as it stands where there is none;
    `after` follows it. `tender` is a kind and a channel.
    """

    key: str = ""
    text: str = ""
    params: tuple[tuple[str, str | int], ...] = ()
    after: str = ""
    tender: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZCell:
    kind: CellKind
    value: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class ZRow:
    """A name and what stands right of it; one cell is a pair, several are a row of a table."""

    name: Name
    cells: tuple[ZCell, ...] = ()
    weight: Weight = Weight.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ZBlock:
    """A title, the heads of its table if it is one, and its rows."""

    key: str
    title: Name
    heads: tuple[str, ...] = ()
    rows: tuple[ZRow, ...] = ()


def word(key: str, after: str = "", **params: str | int) -> Name:
    return Name(key=key, params=tuple(sorted(params.items())), after=after)


def word_or(key: str, text: str) -> Name:
    """A word if paper has it, else the stored name itself."""
    return Name(key=key, text=text)


def literal(text: str) -> Name:
    return Name(text=text)


def amount_cell(minor: int) -> ZCell:
    return ZCell(kind=CellKind.AMOUNT, value=minor)


def count_cell(count: int) -> ZCell:
    return ZCell(kind=CellKind.COUNT, value=count)


def text_cell(text: str) -> ZCell:
    return ZCell(kind=CellKind.TEXT, value=text)


def money_row(name: Name, minor: int, weight: Weight = Weight.PLAIN) -> ZRow:
    return ZRow(name=name, cells=(amount_cell(minor),), weight=weight)


def count_row(name: Name, count: int, weight: Weight = Weight.PLAIN) -> ZRow:
    return ZRow(name=name, cells=(count_cell(count),), weight=weight)


def entries_row(name: Name, count: int, weight: Weight = Weight.PLAIN) -> ZRow:
    return ZRow(name=name, cells=(ZCell(kind=CellKind.ENTRIES, value=count),), weight=weight)


def text_row(name: Name, text: str, weight: Weight = Weight.PLAIN) -> ZRow:
    return ZRow(name=name, cells=(text_cell(text),), weight=weight)


def table_row(name: Name, *cells: ZCell, weight: Weight = Weight.PLAIN) -> ZRow:
    return ZRow(name=name, cells=cells, weight=weight)
