"""Simple offers as a price source: percentages and amounts off for a tier or against a coupon.

Not the rule engine: that replaces this source later behind the same port (`pricing.PriceSource`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.money import share, take
from posapp.domain.pricing import Reduction, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.cart import Cart
    from posapp.domain.pricing import PricedLine
    from posapp.domain.sale import SaleLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Takes `amount` or `basis_points` off what the earlier stages left, once the rest reaches
    `threshold`.

    `tier` limits it to members of that tier, `coupon` to carts on which that coupon was laid,
    `products` to some product codes. A coupon that is good `once` is gone with its first use.
    Amounts in minor units.
    """

    code: str
    version: int
    label: str
    stage: Stage
    amount: int = 0
    basis_points: int = 0
    threshold: int = 0
    tier: str | None = None
    coupon: bool = False
    once: bool = False
    products: tuple[str, ...] = ()


class OfferPrices:
    """The offers of one stage, in the order of their codes."""

    def __init__(self, stage: Stage, offers: Sequence[Offer]) -> None:
        self.stage = stage
        self._offers = tuple(sorted((o for o in offers if o.stage is stage), key=lambda o: o.code))

    def reductions(self, cart: Cart, remains: Sequence[int]) -> tuple[Reduction, ...]:
        if not self._offers:
            return ()
        left = list(remains)
        found: list[Reduction] = []
        for offer in self._offers:
            cut = _cut(offer, cart, left)
            if cut is None:
                continue
            found.append(cut)
            left = _after(cut, cart, left)
        return tuple(found)


def codes_laid(lines: Sequence[SaleLine] | Sequence[PricedLine]) -> frozenset[str]:
    """The coupons that took something off these lines."""
    return frozenset(
        reduction.rule.partition("@")[0]
        for line in lines
        for reduction in line.reductions
        if reduction.stage is Stage.COUPON
    )


def _cut(offer: Offer, cart: Cart, remains: Sequence[int]) -> Reduction | None:
    if offer.tier is not None and (cart.member is None or cart.member.tier != offer.tier):
        return None
    if offer.coupon and offer.code not in cart.coupons:
        return None
    places = _places(offer, cart)
    base = sum(remains[place] for place in places)
    if base == 0 or base < offer.threshold:
        return None
    amount = min(base, offer.amount + share(base, offer.basis_points))
    if amount == 0:
        return None
    return Reduction(
        stage=offer.stage,
        amount=amount,
        label=offer.label,
        rule=f"{offer.code}@{offer.version}",
        among=tuple(cart.lines[place].key for place in places),
    )


def _places(offer: Offer, cart: Cart) -> list[int]:
    return [
        i for i, line in enumerate(cart.lines) if not offer.products or line.code in offer.products
    ]


def _after(cut: Reduction, cart: Cart, remains: Sequence[int]) -> list[int]:
    among = set(cut.among or ())
    places = [i for i, line in enumerate(cart.lines) if line.key in among]
    parts = take(cut.amount, [remains[i] for i in places])
    left = list(remains)
    for place, part in zip(places, parts, strict=True):
        left[place] -= part
    return left
