"""Whether a sale that nobody was named in may still bring points to somebody who joins with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.points import earn_base, earned

if TYPE_CHECKING:
    from posapp.domain.points import PointRules
    from posapp.domain.sale import Sale

CLAIMED_WITHIN_MS: Final = 24 * 3_600_000
"""A receipt that lies about may not be picked up tomorrow."""


def points_of(rules: PointRules, sale: Sale) -> tuple[int, int]:
    """What it would have earned, and on which minor units."""
    base = earn_base(rules, sale.goods_net, sale.goods_matrix)
    return earned(rules, base), base


def why_not(sale: Sale, *, age_ms: int, points: int) -> str:
    """A key of the reasons: "claim.has_member", "claim.too_old", "claim.no_points"; empty for a
    sale that may be claimed.
    """
    if sale.member_id is not None:
        return "claim.has_member"
    if not 0 <= age_ms <= CLAIMED_WITHIN_MS:
        return "claim.too_old"
    return "" if points else "claim.no_points"
