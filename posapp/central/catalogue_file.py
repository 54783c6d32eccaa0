"""Reading a catalogue's CSV: UTF-8, known columns, every cell checked, errors by row and column."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

from posapp.domain.catalog import ProductKind
from posapp.domain.money import BASIS_POINTS, parse_amount
from posapp.errors import ParamValue, PosError, Refused

COLUMNS: Final = {
    "code": ("编码", "商品编码"),
    "name": ("名称", "商品名称"),
    "spec": ("规格",),
    "category": ("分类", "类别"),
    "kind": ("类型",),
    "unit": ("单位",),
    "price": ("售价", "单价"),
    "member_price": ("会员价",),
    "tax_rate": ("税率",),
    "barcodes": ("条码",),
    "deposit": ("押金",),
}
"""The columns by their English names, and what else a header may call them."""

REQUIRED: Final = ("code", "name", "category", "price")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_LONGEST: Final = {"code": 32, "name": 80, "spec": 40, "category": 20, "unit": 8}
_MOST_ROWS: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """What is wrong with one cell: the file's row (the header is 1), the column, a key."""

    row: int
    column: str
    key: str
    params: tuple[tuple[str, ParamValue], ...] = ()

    @classmethod
    def of(cls, row: int, column: str, key: str, **params: ParamValue) -> RowError:
        return cls(row=row, column=column, key=key, params=tuple(params.items()))

    def as_answer(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "column": self.column,
            "key": self.key,
            "params": dict(self.params),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """One product of the file. Prices in minor units, tax rate in basis points."""

    row: int
    code: str
    name: str
    spec: str
    category: str
    kind: str
    unit: str
    price: int
    member_price: int | None
    tax_rate: int
    barcodes: tuple[str, ...]
    deposit: int


def read_rows(data: bytes) -> tuple[list[CatalogueRow], list[RowError]]:
    """The rows that are right, and everything that is wrong.

    Raises Refused: "import.wrong_encoding", "import.no_header", "import.column_missing",
    "import.column_unknown", "import.too_many_rows", "import.not_csv".
    """
    reader = csv.reader(io.StringIO(_text(data), newline=""), strict=True)
    rows: list[CatalogueRow] = []
    errors: list[RowError] = []
    try:
        names = _header(next(reader, []))
        for cells in reader:
            if len(rows) + len(errors) > _MOST_ROWS:
                raise Refused("import.too_many_rows", most=_MOST_ROWS)
            if any(cell.strip() for cell in cells):
                _read(names, cells, reader.line_num, rows, errors)
    except csv.Error as error:
        raise Refused("import.not_csv", row=reader.line_num) from error
    errors += _doubles(rows)
    return rows, errors


def _text(data: bytes) -> str:
    """UTF-8 with or without a mark. Spreadsheets that save GBK are told so, not guessed at."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise Refused("import.wrong_encoding", row=row) from error


def _header(cells: list[str]) -> list[str]:
    by_title = {title: name for name, titles in COLUMNS.items() for title in (name, *titles)}
    names: list[str] = []
    for cell in cells:
        title = unicodedata.normalize("NFKC", cell).strip().lower()
        if title not in by_title or by_title[title] in names:
            raise Refused("import.column_unknown", name=cell.strip()[:40])
        names.append(by_title[title])
    if not names:
        raise Refused("import.no_header")
    for name in REQUIRED:
        if name not in names:
            raise Refused("import.column_missing", name=name)
    return names


def _read(
    names: list[str],
    cells: list[str],
    number: int,
    rows: list[CatalogueRow],
    errors: list[RowError],
) -> None:
    if len(cells) > len(names):
        errors.append(RowError.of(number, "", "import.too_many_cells"))
        return
    values = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=False))
    found = [error for name, text in values.items() if (error := _plain_error(name, text, number))]
    if not found:
        row = _row(values, number, found)
        if row is not None:
            rows.append(row)
    errors += found


def _plain_error(name: str, text: str, number: int) -> RowError | None:
    """What no cell may be: a formula, control characters, missing, too long."""
    if text.startswith(_FORMULA):
        return RowError.of(number, name, "import.formula")
    if any(unicodedata.category(mark)[0] == "C" for mark in text):
        return RowError.of(number, name, "import.control_character")
    if name in REQUIRED and not text.strip():
        return RowError.of(number, name, "import.empty")
    if len(text) > _LONGEST.get(name, 400):
        return RowError.of(number, name, "import.too_long", most=_LONGEST.get(name, 400))
    return None


def _row(values: dict[str, str], number: int, errors: list[RowError]) -> CatalogueRow | None:
    """The typed row, or None with what is wrong added to `errors`."""
    plain = {name: text.strip() for name, text in values.items()}
    price = _amount(plain, "price", number, errors)
    member_price = _amount(plain, "member_price", number, errors) if plain["member_price"] else None
    deposit = _amount(plain, "deposit", number, errors) if plain["deposit"] else 0
    tax_rate = _rate(plain["tax_rate"] or "13", number, errors)
    kind = plain["kind"].lower() or ProductKind.GOODS.value
    if kind not in set(ProductKind):
        errors.append(RowError.of(number, "kind", "import.kind_unknown"))
    if deposit and kind == ProductKind.DEPOSIT:
        errors.append(RowError.of(number, "deposit", "import.deposit_of_a_deposit"))
    if price is not None and member_price is not None and member_price > price:
        errors.append(RowError.of(number, "member_price", "import.member_price_above_price"))
    barcodes = tuple(plain["barcodes"].replace(";", " ").replace("；", " ").split())
    if not all(each.isascii() and each.isalnum() and len(each) <= 32 for each in barcodes):
        errors.append(RowError.of(number, "barcodes", "import.barcode_not_valid"))
    if errors or price is None or tax_rate is None or deposit is None:
        return None
    return CatalogueRow(
        row=number,
        code=plain["code"],
        name=plain["name"],
        spec=plain["spec"],
        category=plain["category"],
        kind=kind,
        unit=plain["unit"] or "件",
        price=price,
        member_price=member_price,
        tax_rate=tax_rate,
        barcodes=barcodes,
        deposit=deposit,
    )


def _amount(plain: dict[str, str], name: str, number: int, errors: list[RowError]) -> int | None:
    try:
        return parse_amount(plain[name])
    except PosError as error:
        errors.append(RowError.of(number, name, error.key))
        return None


def _rate(text: str, number: int, errors: list[RowError]) -> int | None:
    """Percent with at most two decimals, with or without the sign."""
    try:
        rate = parse_amount(text.removesuffix("%").removesuffix("％"))
    except PosError:
        rate = BASIS_POINTS + 1
    if rate > BASIS_POINTS:
        errors.append(RowError.of(number, "tax_rate", "import.tax_rate_not_valid"))
        return None
    return rate


def _doubles(rows: list[CatalogueRow]) -> list[RowError]:
    """A code or a barcode that an earlier row of the file has already."""
    codes: dict[str, int] = {}
    barcodes: dict[str, int] = {}
    errors: list[RowError] = []
    for row in rows:
        first = codes.setdefault(row.code, row.row)
        if first != row.row:
            errors.append(RowError.of(row.row, "code", "import.code_twice", first=first))
        for each in row.barcodes:
            earlier = barcodes.setdefault(each, row.row)
            if earlier != row.row:
                errors.append(
                    RowError.of(row.row, "barcodes", "import.barcode_twice", first=earlier)
                )
    return errors
