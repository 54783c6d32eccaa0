"""The figures that both sides of a replay give, in one shape; cents, points and counts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from posapp.domain.pricing import Stage
from posapp.domain.sale import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.domain.sale import Sale
    from posapp.offline.central_api import CentralSums


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What the records held and nobody rang; only the records themselves know it."""

    lines: int = 0
    baskets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """One side of the answer; the names are the JSON's (docs/api.md)."""

    baskets: int = 0
    lines: int = 0
    skipped_lines: int = 0
    skipped_baskets: int = 0
    list: int = 0
    member_reduction: int = 0
    retailer_coupon: int = 0
    net: int = 0
    manufacturer_coupon: int = 0
    points: int = 0

    def as_json(self) -> dict[str, int]:
        return asdict(self)


def sums_of_till(sales: Iterable[Sale], skipped: Skipped) -> Sums:
    """Added up from the sales in the till's journal, line by line."""
    names = ("lines", "list", "member", "coupon", "net", "paper", "points")
    totals, baskets = dict.fromkeys(names, 0), 0
    for sale in sales:
        baskets += 1
        for name, amount in zip(names, _figures(sale), strict=True):
            totals[name] += amount
    return Sums(
        baskets=baskets,
        lines=totals["lines"],
        skipped_lines=skipped.lines,
        skipped_baskets=skipped.baskets,
        list=totals["list"],
        member_reduction=totals["member"],
        retailer_coupon=totals["coupon"],
        net=totals["net"],
        manufacturer_coupon=totals["paper"],
        points=totals["points"],
    )


def sums_of_central(sums: CentralSums, skipped: Skipped) -> Sums:
    """What central answered over HTTP."""
    return Sums(
        baskets=sums.baskets,
        lines=sums.lines,
        skipped_lines=skipped.lines,
        skipped_baskets=skipped.baskets,
        list=sums.list,
        member_reduction=sums.member_reduction,
        retailer_coupon=sums.retailer_coupon,
        net=sums.net,
        manufacturer_coupon=sums.manufacturer_coupon,
        points=sums.points,
    )


def _figures(sale: Sale) -> tuple[int, ...]:
    return (
        len(sale.lines),
        sum(line.list_amount for line in sale.lines),
        _off(sale, Stage.MEMBER),
        _off(sale, Stage.COUPON),
        sum(line.net for line in sale.lines),
        sum(t.amount for t in sale.tenders if t.kind is TenderKind.THIRD_PARTY_COUPON),
        sale.points_earned,
    )


def _off(sale: Sale, stage: Stage) -> int:
    cuts = (cut for line in sale.lines for cut in line.reductions)
    return sum(cut.amount for cut in cuts if cut.stage is stage)
