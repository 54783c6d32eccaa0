"""The only rules of rounding and of sharing an amount out; amounts are integer minor units
(fen).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

QUANTITY_ONE: Final = 1_000
BASIS_POINTS: Final = 10_000
# One hundred million yuan: far above any sale, far below where a sum could leave 63 bits.
LARGEST_AMOUNT: Final = 10_000_000_000


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount with its currency, where the currency is not plain from the surroundings."""

    minor: int
    currency: str

    def __add__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def _same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added")


def half_up(numerator: int, denominator: int) -> int:
    """Division rounded half away from zero; the one rounding rule of the product."""
    if denominator <= 0:
        raise ValueError("denominator must be positive")
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def times_quantity(unit_price: int, quantity: int) -> int:
    """Price of a quantity in thousandths, half up."""
    whole, part = divmod(quantity, QUANTITY_ONE)
    return unit_price * whole if not part else half_up(unit_price * quantity, QUANTITY_ONE)


def share(amount: int, basis_points: int) -> int:
    """A percentage of an amount, half up."""
    return half_up(amount * basis_points, BASIS_POINTS)


def tax_included(gross: int, rate_bp: int) -> int:
    """The tax contained in an amount that includes it, half up."""
    return half_up(gross * rate_bp, BASIS_POINTS + rate_bp)


def allocate(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share `amount` (>= 0) out by weight with the largest remainder; ties go to the earlier place.

    The parts always sum to `amount`, and where `amount` <= the sum of the weights no part exceeds
    its weight.
    Raises ValueError when there is something to share and no weight to share it by.
    """
    total = sum(weights)
    if amount < 0 or (weights and min(weights) < 0):
        raise ValueError("amount and weights must not be negative")
    if total == 0:
        if amount:
            raise ValueError("nothing to allocate by")
        return (0,) * len(weights)
    parts = [amount * weight // total for weight in weights]
    missing = amount - sum(parts)
    if missing:
        rests = [amount * weight % total for weight in weights]
        # A reversed sort keeps equal ones in their order: ties go to the earlier place.
        by_rest = sorted(range(len(weights)), key=rests.__getitem__, reverse=True)
        for place in by_rest[:missing]:
            parts[place] += 1
    return tuple(parts)


def take(amount: int, remaining: Sequence[int]) -> tuple[int, ...]:
    """Take `amount` out of what remains of each place, in proportion. Raises
    Refused("money.more_than_remains").
    """
    if amount > sum(remaining):
        raise Refused("money.more_than_remains", amount=amount, remaining=sum(remaining))
    return allocate(amount, remaining)


def parse_amount(text: str) -> int:
    """Minor units from what a person typed: '12', '12.5', '1,234.50', full-width digits. Raises
    Refused("money.not_an_amount").
    """
    plain = text.strip().translate(_FULL_WIDTH).replace(",", "")
    whole, point, fraction = plain.partition(".")
    digits = whole + fraction
    if (
        not digits.isascii()
        or not digits.isdigit()
        or len(fraction) > 2
        or (point and not fraction and not whole)
    ):
        raise Refused("money.not_an_amount")
    amount = int(whole or "0") * 100 + int(fraction.ljust(2, "0") or "0")
    if amount > LARGEST_AMOUNT:
        raise Refused("money.amount_too_large")
    return amount


# Full-width digits, full stop and comma, as a Chinese input method types them.
_FULL_WIDTH: Final = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    0xFF0E: ".",
    0xFF0C: ",",
}
