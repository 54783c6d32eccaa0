"""An X or Z as the sheets of a file: the rows of its paper with typed cells, a sheet per block."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, assert_never

from posapp.domain.receipt_words import Words
from posapp.domain.shift import ZReport
from posapp.domain.z_blocks import CellKind, Weight, ZBlock
from posapp.domain.z_text import name_text
from posapp.sheets.cells import Money, Quantity
from posapp.sheets.sheet import Row, Sheet, Style, fitted, joined, range_name
from posapp.sheets.words import MEANT, FileWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.z_blocks import ZCell, ZRow
    from posapp.sheets.cells import Value

_HEAD: Final = "head"
_CASH: Final = "cash"
_SUMMED: Final = ("kinds", "taxes", "cashiers", "hours")
"""Tables whose rows add up and whose paper has no room for the sum."""
_NAMED: Final = dict.fromkeys(("over", "short", "even"), "difference")
_MOMENTS: Final = ("opened", "closed", "until")
_PIECES: Final = "× "
_STYLES: Final = {
    Weight.PLAIN: Style.PLAIN,
    Weight.SUB: Style.SUB,
    Weight.NOTE: Style.NOTE,
    Weight.STRONG: Style.STRONG,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ZFile:
    """What a file says of one report; `blocks` are those of its paper, `language` that of who reads
    it. Nothing of a member is in it but sums.
    """

    report: ZReport
    blocks: tuple[ZBlock, ...]
    brand: str
    till: str
    language: str


def z_sheets(file: ZFile) -> tuple[Sheet, ...]:
    """The overview, each block, and last what the words mean."""
    made = _Made(file)
    return (*(made.sheet(block) for block in file.blocks), meanings(file.language))


def z_lines(file: ZFile) -> Sheet:
    """The same as one table with a figure in each line, for CSV: part, row, column, value."""
    made, words = _Made(file), FileWords(file.language)
    heads = tuple(words(key) for key in ("part", "item", "column", "value"))
    return joined(map(made.sheet, file.blocks), heads)


def meanings(language: str) -> Sheet:
    """The sheet of definitions."""
    paper, words = Words(language), FileWords(language)
    rows = tuple(Row(values=(paper(key), words.meaning(key))) for key in MEANT)
    heads = (words("item"), words("meaning"))
    return Sheet(title=words("meanings"), heads=heads, rows=rows, widths=(24, 90))


class _Made:
    """Makes the sheets of one report."""

    def __init__(self, file: ZFile) -> None:
        self._file = file
        self._words = Words(file.language)
        self._own = FileWords(file.language)

    def sheet(self, block: ZBlock) -> Sheet:
        rows = [_without_bars(row) for row in block.rows]
        names = tuple(head for head in block.heads if head)
        return self._table(block, names, rows) if names else self._pairs(block, rows)

    def _pairs(self, block: ZBlock, rows: Sequence[ZRow]) -> Sheet:
        wide = max(len(row.cells) for row in rows) if block.key == _CASH else 0
        made = []
        for row in rows:
            values = self._values(row)
            blank = [None] * (wide - len(values) if values else 0)
            made.append(self._row(block, row, (*blank, *values)))
        title = name_text(self._words, block.title)
        if block.key == _HEAD:
            title = self._own("overview")
            made = [*self._first(), *made, *self._last()]
        return fitted(title, self._heads(max(len(row.values) for row in made), wide), tuple(made))

    def _heads(self, wide: int, counted: int) -> tuple[str, ...]:
        """Of a sheet that is no table on paper; what was counted has its pieces first."""
        own = self._own
        if counted > 1:
            return (own("item"), own("pieces"), own("value"))
        more = (f"{own('value')} {place}" for place in range(2, wide))
        return (own("item"), own("value"), *more)

    def _table(self, block: ZBlock, names: tuple[str, ...], rows: Sequence[ZRow]) -> Sheet:
        kinds = next((_kinds(row) for row in rows if len(row.cells) == len(names) - 1), ())
        made = []
        for row in rows:
            placed = _placed(row.cells, tuple(self._values(row)), kinds)
            made.append(self._row(block, row, placed, names))
        if block.key in _SUMMED:
            made.append(self._sum(block, names, made))
        heads = tuple(self._words(name) for name in names)
        return fitted(name_text(self._words, block.title), heads, tuple(made))

    def _row(
        self, block: ZBlock, row: ZRow, values: tuple[Value, ...], heads: tuple[str, ...] = ()
    ) -> Row:
        style = _STYLES[row.weight]
        names: tuple[str, ...] = ()
        if style is Style.STRONG:
            key = _NAMED.get(row.name.key, row.name.key)
            keys = heads[1:] if heads else ("",) * len(values)
            named = zip(keys, values, strict=False)
            names = tuple(
                "" if value is None else range_name(block.key, key, head) for head, value in named
            )
            style = Style.TOTAL if heads else style
        elif style is Style.SUB and heads:
            style = Style.BELOW
        return Row(
            values=(name_text(self._words, row.name), *values), style=style, names=("", *names)
        )

    def _sum(self, block: ZBlock, heads: tuple[str, ...], rows: Sequence[Row]) -> Row:
        columns = zip(*(row.values[1:] for row in rows), strict=True)
        names = ("", *(range_name(block.key, "total", head) for head in heads[1:]))
        values = (self._words("total"), *map(_added, columns))
        return Row(values=values, style=Style.TOTAL, names=names)

    def _values(self, row: ZRow) -> list[Value]:
        return [_value(row.name.key, cell) for cell in row.cells]

    def _first(self) -> list[Row]:
        report, words, own = self._file.report, self._words, self._own
        kind = words("z_report" if report.number else "x_report")
        rows = [
            Row(values=(kind, report.number or None), style=Style.STRONG),
            Row(values=(own("shop"), self._file.brand)),
            Row(values=(words("till"), self._file.till)),
        ]
        if report.heading is not None and report.heading.training:
            rows.insert(0, Row(values=(words("training"),), style=Style.STRONG))
        return rows

    def _last(self) -> list[Row]:
        report, words = self._file.report, self._words
        if not report.number:
            return []
        return [
            Row(values=(words("digest"), report.digest), style=Style.NOTE),
            Row(values=(words("previous"), report.previous_digest or None), style=Style.NOTE),
        ]


def _value(key: str, cell: ZCell) -> Value:
    value = cell.value
    if isinstance(value, str):
        return _typed(key, value)
    match cell.kind:
        case CellKind.AMOUNT:
            return Money(value)
        case CellKind.QUANTITY:
            return Quantity(value)
        case CellKind.COUNT | CellKind.ENTRIES | CellKind.BAR | CellKind.TEXT:
            return value
        case _:
            assert_never(cell.kind)


def _typed(key: str, text: str) -> Value:
    """A day, a moment or a number of pieces that paper has as text; else the text itself."""
    with suppress(ValueError):
        if key == "business_date":
            return date.fromisoformat(text)
        if key in _MOMENTS:
            return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # the shop's own clock
        if text.startswith(_PIECES):
            return int(text.removeprefix(_PIECES))
    return text or None


def _without_bars(row: ZRow) -> ZRow:
    kept = tuple(cell for cell in row.cells if cell.kind is not CellKind.BAR)
    return type(row)(name=row.name, cells=kept, weight=row.weight)


def _kinds(row: ZRow) -> tuple[CellKind, ...]:
    return tuple(cell.kind for cell in row.cells)


def _placed(
    cells: Sequence[ZCell], values: tuple[Value, ...], kinds: tuple[CellKind, ...]
) -> tuple[Value, ...]:
    """The cells of a row that is no whole row of its table, each in a column of its kind: a single
    amount in the last one, where the net stands; what has no column comes behind them all.
    """
    if len(values) >= len(kinds):
        return values
    placed: list[Value] = [None] * len(kinds)
    free = [_plain_kind(kind) for kind in kinds]
    for cell, value in zip(cells, values, strict=True):
        kind = _plain_kind(cell.kind)
        fitting = [place for place, each in enumerate(free) if each is kind]
        if not fitting:
            placed.append(value)
            continue
        place = fitting[-1] if len(cells) == 1 and kind is CellKind.AMOUNT else fitting[0]
        placed[place] = value
        free[place] = CellKind.BAR
    return tuple(placed)


def _plain_kind(kind: CellKind) -> CellKind:
    return CellKind.COUNT if kind is CellKind.ENTRIES else kind


def _added(column: Sequence[Value]) -> Value:
    amounts = [each.minor for each in column if isinstance(each, Money)]
    if amounts:
        return Money(sum(amounts))
    quantities = [each.thousandths for each in column if isinstance(each, Quantity)]
    if quantities:
        return Quantity(sum(quantities))
    return sum(each for each in column if isinstance(each, int))
