"""Forty baskets made by a rule, with everything in them that the real year has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.replay.baskets import RecordedBasket, RecordedLine, RecordedProduct

if TYPE_CHECKING:
    from collections.abc import Iterator

FUEL = "6533889"
PRODUCTS = ("1095275", "9878513", "1041453", FUEL)
START_MS = 1_483_271_606_000


@dataclass(frozen=True)
class MadeRecords:
    """Rows as (basket, household, product, quantity, sales, retail, coupon match, coupon) in cents."""

    count: int = 40

    def products(self) -> tuple[RecordedProduct, ...]:
        return tuple(
            RecordedProduct(
                code=code, name=f"PRODUCT {code}", department="GROCERY", size="", price=99
            )
            for code in PRODUCTS
        )

    def households(self) -> tuple[str, ...]:
        return ("7", "900", "2500")

    def rows(self) -> list[tuple[int, str, list[tuple[str, int, int, int, int, int]]]]:
        """Every seventh basket keeps no line; others mix odd amounts, coupons and fuel."""
        return [
            (31_198_570_044 + n, self.households()[n % 3], _lines(n)) for n in range(self.count)
        ]

    def baskets(self, first: int) -> Iterator[RecordedBasket]:
        for place, (number, household, rows) in enumerate(self.rows()[:first]):
            lines = [_line(*row) for row in rows]
            kept = tuple(line for line in lines if line.is_kept)
            yield RecordedBasket(
                number=number,
                household=household,
                at_ms=START_MS + place * 60_000,
                lines=kept,
                skipped_lines=len(lines) - len(kept),
            )


def _lines(n: int) -> list[tuple[str, int, int, int, int, int]]:
    if n % 7 == 3:
        return [(PRODUCTS[0], 0, 0, 0, 0, 0), (PRODUCTS[1], 1, 0, 50, 0, 0)]
    lines = [(PRODUCTS[0], 3, 100 + n, n % 5, 0, 0), (PRODUCTS[1], 1, 199, 30, n % 2, 25 * (n % 3))]
    if n % 4 == 0:
        lines.append((FUEL, 10_087 + n, 2_501, 1, 0, 0))
    if n % 5 == 0:
        lines.append((PRODUCTS[2], 2, 0, 0, 0, 40))
    return lines


def _line(
    product: str, quantity: int, sales: int, retail: int, match: int, coupon: int
) -> RecordedLine:
    return RecordedLine(
        product=product,
        quantity=quantity,
        net=sales,
        member_reduction=retail,
        retailer_coupon=match,
        manufacturer_coupon=coupon,
    )


def expected(records: MadeRecords, first: int) -> dict[str, int]:
    """The sums worked out from the rows alone, by plain arithmetic."""
    names = "baskets lines skipped_lines skipped_baskets list member_reduction retailer_coupon net"
    sums = dict.fromkeys((*names.split(), "manufacturer_coupon", "points"), 0)
    for _, _, rows in records.rows()[:first]:
        kept = [row for row in rows if row[1] > 0 and row[2] > 0]
        sums["skipped_lines"] += len(rows) - len(kept)
        sums["baskets" if kept else "skipped_baskets"] += 1
        sums["lines"] += len(kept)
        for _, _, sales, retail, match, coupon in kept:
            sums["list"] += sales + retail + match
            sums["member_reduction"] += retail
            sums["retailer_coupon"] += match
            sums["net"] += sales
            sums["manufacturer_coupon"] += coupon
        sums["points"] += sum(row[2] for row in kept) // 100
    return sums
