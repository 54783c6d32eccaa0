"""The real records: read without pandas, in the stated order; only where the package is there."""

from __future__ import annotations

import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal

import pytest

from posapp.replay import complete_journey

parquet = pytest.importorskip("pyarrow.parquet", reason="installed by `python3 dev.py replay`")

FIRST = 300
ROWS = {
    "basket_id": [30, 10, 10, 20, 40],
    "household_id": [1, 2, 2, 1, 3],
    "product_id": [100, 100, 200, 300, 100],
    "quantity": [2, 1, 0, 4, 1],
    "sales_value": [2.78, 0.1, 4.44e-16, 1.0, 1.39],
    "retail_disc": [0.8, 0.0, 0.0, 0.1, 1.38778e-16],
    "coupon_disc": [0.0, 0.05, 0.0, 0.0, 0.0],
    "coupon_match_disc": [0.0, 0.02, 0.0, 0.0, 0.0],
    "minutes": [2, 1, 1, 1, 0],
}


@pytest.fixture
def made(tmp_path):
    """Five lines in the package's own form."""
    import pyarrow as pa

    columns = {name: values for name, values in ROWS.items() if name != "minutes"}
    stamps = pa.array([minute * 60_000_000_000 for minute in ROWS["minutes"]], pa.int64())
    columns["transaction_timestamp"] = stamps.cast(pa.timestamp("ns"))
    parquet.write_table(pa.table(columns), tmp_path / "transactions.parquet")
    products = {
        "product_id": [100, 200],
        "department": ["GROCERY", None],
        "product_category": ["FRZN ICE", None],
        "product_type": ["ICE - CRUSHED/CUBED", None],
        "package_size": ["22 LB", None],
    }
    parquet.write_table(pa.table(products), tmp_path / "products.parquet")
    return complete_journey.CompleteJourney(tmp_path)


def test_baskets_come_in_order_of_time_and_then_of_number(made):
    assert [basket.number for basket in made.baskets(9)] == [40, 10, 20, 30]
    assert [basket.number for basket in made.baskets(2)] == [40, 10]


def test_lines_are_cents_and_what_does_not_count_is_counted_as_left_out(made):
    basket = list(made.baskets(2))[1]
    line = basket.lines[0]
    assert (line.list_amount, line.net, line.member_reduction) == (12, 10, 0)
    assert (line.retailer_coupon, line.manufacturer_coupon) == (2, 5)
    assert (len(basket.lines), basket.skipped_lines, basket.household) == (1, 1, "2")


def test_products_sold_but_not_listed_are_there_too(made):
    products = {product.code: product for product in made.products()}
    assert list(products) == ["100", "200", "300"]
    assert (products["100"].name, products["100"].price) == ("ICE - CRUSHED/CUBED", 179)
    assert products["300"].price == 28
    assert made.households() == ("1", "2", "3")


@pytest.fixture(scope="module")
def real():
    if complete_journey.find_spec(complete_journey.PACKAGE) is None:
        pytest.skip("installed by `python3 dev.py replay`")
    return complete_journey.CompleteJourney()


def test_first_baskets_sum_to_what_the_file_says(real):
    rows = parquet.read_table(real._folder / "transactions.parquet").to_pylist()
    began: dict[int, object] = {}
    for row in rows:
        at = row["transaction_timestamp"]
        began[row["basket_id"]] = min(at, began.get(row["basket_id"], at))
    first = set(sorted(began, key=lambda number: (began[number], number))[:FIRST])
    kept = [
        row
        for row in rows
        if row["basket_id"] in first and row["quantity"] > 0 and row["sales_value"] > 0
    ]
    lines = [line for basket in real.baskets(FIRST) for line in basket.lines]
    assert len(lines) == len(kept)
    assert sum(line.net for line in lines) == _sum(kept, "sales_value")
    assert sum(line.member_reduction for line in lines) == _sum(kept, "retail_disc")
    assert sum(line.retailer_coupon for line in lines) == _sum(kept, "coupon_match_disc")
    assert sum(line.manufacturer_coupon for line in lines) == _sum(kept, "coupon_disc")


def test_pandas_stays_out(real):
    program = (
        "import sys; from posapp.replay.complete_journey import CompleteJourney; "
        "list(CompleteJourney().baskets(1)); print('pandas' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "False"


def _sum(rows, column: str) -> int:
    whole = Decimal(1)
    amounts = (Decimal(str(row[column])) * 100 for row in rows)
    return sum(int(amount.quantize(whole, ROUND_HALF_UP)) for amount in amounts)
