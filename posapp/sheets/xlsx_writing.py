"""Tables as a workbook: typed cells, frozen heads, filters, named totals; a row at a time."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from posapp.errors import Refused
from posapp.sheets.cells import DECIMALS, Money, Quantity, Value, plain
from posapp.sheets.sheet import Style, sheet_title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posapp.sheets.sheet import Row, Sheet

MOST_ROWS: Final = 1_048_576
"""What a sheet holds, its heads among them."""
LONGEST_TEXT: Final = 32_767
EXACT: Final = 10**15
"""From here on a spreadsheet's numbers are no longer exact; such a figure is written as text."""
A4: Final = 9

_WHOLE: Final = "#,##0"
_MONEY: Final = "#,##0." + "0" * DECIMALS
_QUANTITY: Final = "#,##0.000"
_DAY: Final = "yyyy-mm-dd"
_MOMENT: Final = "yyyy-mm-dd hh:mm"
_LOOKS: Final[dict[Style, dict[str, object]]] = {
    Style.PLAIN: {},
    Style.SUB: {"indent": 1, "font_color": "#4A545F"},
    Style.BELOW: {"indent": 1, "font_color": "#4A545F"},
    Style.NOTE: {"italic": True, "font_color": "#4A545F"},
    Style.STRONG: {"bold": True},
    Style.TOTAL: {"bold": True, "top": 1},
}
_HEAD: Final[dict[str, object]] = {"bold": True, "bottom": 1, "bg_color": "#E9EDF1"}


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> int:
    """Write them in their order; how many rows. Rows that come one by one are never all in memory:
    they lie beside `path` meanwhile.

    Any lane. Raises OSError, and Refused("report.too_many_rows", most) where a sheet is full.
    """
    is_known = all(isinstance(sheet.rows, tuple) for sheet in sheets)
    way = {"in_memory": True} if is_known else {"constant_memory": True}
    book = Workbook(str(path), {**way, "tmpdir": str(path.parent)})
    book.use_zip64()
    pages = _Pages(book)
    try:
        count = sum(pages.add(sheet) for sheet in sheets)
        book.close()
    except FileCreateError as error:
        cause = error.__context__
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from None
    finally:
        for page in book.worksheets():
            if page.row_data_fh is not None:  # open still where rows came and a write failed
                page.row_data_fh.close()
    return count


class _Pages:
    """The sheets of one workbook, its formats and its names."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._titles: list[str] = []
        self._names: set[str] = set()
        self._formats: dict[tuple[str, Style], Any] = {}
        self._head = book.add_format(_HEAD)

    def add(self, sheet: Sheet) -> int:
        title = sheet_title(sheet.title, self._titles)
        self._titles.append(title)
        page = self._book.add_worksheet(title)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_paper(A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        for place, width in enumerate(sheet.widths):
            page.set_column(place, place, width)
        for place, head in enumerate(sheet.heads):
            page.write_string(0, place, plain(head), self._head)
        count = filtered = 0
        has_total = False
        for count, row in enumerate(sheet.rows, 1):
            if count >= MOST_ROWS:
                raise Refused("report.too_many_rows", most=MOST_ROWS - 1)
            self._write(page, title, count, row)
            has_total = has_total or row.style is Style.TOTAL
            filtered = filtered if has_total else count
        if sheet.heads:
            page.autofilter(0, 0, filtered, len(sheet.heads) - 1)
        return count

    def _write(self, page: Any, title: str, line: int, row: Row) -> None:
        for place, value in enumerate(row.values):
            self._cell(page, (line, place), value, row.style)
        for place, name in enumerate(row.names):
            if name and name not in self._names:
                self._names.add(name)
                quoted = title.replace("'", "''")
                self._book.define_name(name, f"='{quoted}'!${_letters(place)}${line + 1}")

    def _cell(self, page: Any, at: tuple[int, int], value: Value, style: Style) -> None:
        match value:
            case None:
                return
            case str():
                self._text(page, at, value, style)
            case Money(minor=minor):
                self._number(page, at, Decimal(minor).scaleb(-DECIMALS), _MONEY, style)
            case Quantity(thousandths=thousandths):
                shape = _QUANTITY if thousandths % 1000 else _WHOLE
                self._number(page, at, Decimal(thousandths).scaleb(-3), shape, style)
            case datetime():
                page.write_datetime(*at, value, self._format(_MOMENT, style))
            case date():
                page.write_datetime(*at, value, self._format(_DAY, style))
            case _:
                self._number(page, at, Decimal(value), _WHOLE, style)

    def _number(
        self, page: Any, at: tuple[int, int], number: Decimal, shape: str, style: Style
    ) -> None:
        if len(number.as_tuple().digits) > len(str(EXACT)) - 1:
            self._text(page, at, str(number), style)
        else:
            page.write_number(*at, number, self._format(shape, style))

    def _text(self, page: Any, at: tuple[int, int], text: str, style: Style) -> None:
        lines = plain(text).replace("\r\n", "\n").replace("\r", "\n")
        page.write_string(*at, lines[:LONGEST_TEXT], self._format("@", style))

    def _format(self, shape: str, style: Style) -> Any:
        key = (shape, style)
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"num_format": shape, **_LOOKS[style]})
        return self._formats[key]


def _letters(place: int) -> str:
    """Column 0 is A, 26 is AA."""
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
