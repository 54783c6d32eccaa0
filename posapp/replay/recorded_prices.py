"""Recorded reductions as a price source: what came off each line, not a rule that works it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.pricing import PriceSource, Reduction, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posapp.domain.cart import Cart
    from posapp.replay.baskets import RecordedLine


class RecordedPrices:
    """The reductions of one stage of one basket, by the key of the cart line; cents."""

    def __init__(self, stage: Stage, label: str, amounts: Mapping[int, int]) -> None:
        self.stage = stage
        self._label = label
        self._amounts = amounts

    def reductions(self, cart: Cart, remains: Sequence[int]) -> tuple[Reduction, ...]:
        """Raises nothing: `price` refuses a record that takes off more than there is."""
        del remains
        found = ((line.key, self._amounts.get(line.key, 0)) for line in cart.lines)
        return tuple(
            Reduction(
                stage=self.stage, amount=amount, label=self._label, rule="recorded", line_key=key
            )
            for key, amount in found
            if amount
        )


def recorded_sources(lines: Mapping[int, RecordedLine]) -> tuple[PriceSource, ...]:
    """The shop's reduction and its coupon, for the cart lines that these records became."""
    member = {key: line.member_reduction for key, line in lines.items()}
    coupon = {key: line.retailer_coupon for key, line in lines.items()}
    return (
        RecordedPrices(Stage.MEMBER, "Loyalty price", member),
        RecordedPrices(Stage.COUPON, "Store coupon", coupon),
    )
