"""Points: what a sale earns, what points are worth, and which lots they leave first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from posapp.domain.ids import LotId
from posapp.domain.sale import MONEY_PARTS, Column, PointSlice
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence


class EarnBasis(StrEnum):
    """What a sale earns on: only the money paid (principal, cash, external), or all of net."""

    PAID_MONEY = "paid_money"
    NET = "net"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRules:
    """Rates as whole numbers: `earn_points` for every `earn_per` minor units; `burn_points` are
    worth `burn_value`.

    Earned points stay pending for `pending_days`. `code@version` goes into the journal.
    """

    code: str = "points"
    version: int = 1
    basis: EarnBasis = EarnBasis.PAID_MONEY
    earn_per: int = 100
    earn_points: int = 1
    burn_points: int = 100
    burn_value: int = 100
    pending_days: int = 7
    valid_months: int = 12

    @property
    def reference(self) -> str:
        return f"{self.code}@{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLot:
    """Points that can be spent from one credit; `expires_ms` None never expires."""

    lot_id: LotId
    points: int
    available_from_ms: int
    expires_ms: int | None


def earn_base(rules: PointRules, net: int, matrix: Sequence[Column]) -> int:
    """The minor units that earn points; net and matrix without what is owed (deposits)."""
    match rules.basis:
        case EarnBasis.NET:
            return net
        case EarnBasis.PAID_MONEY:
            return sum(column.total for column in matrix if column.part in MONEY_PARTS)


def earned(rules: PointRules, base: int) -> int:
    """Points for a base in minor units, rounded down."""
    return base * rules.earn_points // rules.earn_per


def value_of(rules: PointRules, points: int) -> int:
    """What points pay, minor units. Raises Refused("points.not_a_multiple") when they do not come
    to a whole unit.
    """
    value, rest = divmod(points * rules.burn_value, rules.burn_points)
    if rest or points <= 0:
        raise Refused("points.not_a_multiple", step=rules.burn_points)
    return value


def most_usable(rules: PointRules, available: int, due: int) -> int:
    """The most points that may pay `due`, in steps that come to whole minor units."""
    step, step_value = _step(rules)
    return min(available // step, due // step_value) * step


def plan_burn(lots: Sequence[PointLot], points: int, now_ms: int) -> tuple[PointSlice, ...]:
    """Which lots points leave: soonest to expire first, never-expiring last, then oldest
    (docs/rules.md B4).

    Raises Refused("points.short") when there are not enough available.
    """
    usable = [
        lot
        for lot in lots
        if lot.available_from_ms <= now_ms and _is_alive(lot, now_ms) and lot.points > 0
    ]
    have = sum(lot.points for lot in usable)
    if have < points:
        raise Refused("points.short", available=have, wanted=points)
    slices: list[PointSlice] = []
    for lot in sorted(usable, key=_burn_order):
        if points == 0:
            break
        part = min(points, lot.points)
        slices.append(PointSlice(lot_id=lot.lot_id, points=part))
        points -= part
    return tuple(slices)


def _is_alive(lot: PointLot, now_ms: int) -> bool:
    return lot.expires_ms is None or lot.expires_ms > now_ms


def _burn_order(lot: PointLot) -> tuple[bool, int, int, str]:
    return (lot.expires_ms is None, lot.expires_ms or 0, lot.available_from_ms, lot.lot_id)


def _step(rules: PointRules) -> tuple[int, int]:
    """The smallest number of points with a whole value, and that value."""
    for points in range(1, rules.burn_points + 1):
        value, rest = divmod(points * rules.burn_value, rules.burn_points)
        if rest == 0 and value > 0:
            return points, value
    raise ValueError("points are worth nothing")
