"""Recorded baskets as the replay rings them; amounts in cents, quantities as recorded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, Protocol

from posapp.domain.cart import LARGEST_QUANTITY
from posapp.domain.ids import SaleId, uuid7_text
from posapp.domain.money import QUANTITY_ONE

if TYPE_CHECKING:
    from collections.abc import Iterator

_CENTS: Final = Decimal(100)
_WHOLE: Final = Decimal(1)
_IN_THOUSANDTHS_FROM: Final = 500
"""Fuel is recorded in thousandths of a gallon; no other line has that many pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedLine:
    """One line. list = net + member reduction + retailer's coupon; `manufacturer` pays a part."""

    product: str
    quantity: int
    net: int
    member_reduction: int
    retailer_coupon: int
    manufacturer_coupon: int

    @property
    def list_amount(self) -> int:
        return self.net + self.member_reduction + self.retailer_coupon

    @property
    def is_kept(self) -> bool:
        return self.quantity > 0 and self.net > 0

    @property
    def thousandths(self) -> int:
        """The quantity as a cart has it."""
        if self.quantity >= _IN_THOUSANDTHS_FROM:
            return min(self.quantity, LARGEST_QUANTITY)
        return self.quantity * QUANTITY_ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedBasket:
    """A basket with the lines that are rung and the number of those left out."""

    number: int
    household: str
    at_ms: int
    lines: tuple[RecordedLine, ...]
    skipped_lines: int

    @property
    def sale_id(self) -> SaleId:
        """Always the same for the same basket: ringing it twice is committing it once."""
        return SaleId(uuid7_text(self.at_ms, 0, self.number.to_bytes(8, "big")))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedProduct:
    """A product as the records name it; `price` is what one piece cost when first sold, cents."""

    code: str
    name: str
    department: str
    size: str
    price: int


class Records(Protocol):
    """Where baskets come from: the supermarket's year, or a handful made by a test."""

    def products(self) -> tuple[RecordedProduct, ...]:
        """Everything that may be on a basket."""
        ...

    def households(self) -> tuple[str, ...]: ...

    def baskets(self, first: int) -> Iterator[RecordedBasket]:
        """The first so many, in order of their first line's time, then of their number."""
        ...


def cents(decimal_text: str) -> int:
    """Cents of a decimal text, half up: 4.440892e-16 is nothing. Raises ValueError."""
    try:
        amount = Decimal(decimal_text) * _CENTS
        return int(amount.quantize(_WHOLE, ROUND_HALF_UP))
    except (ArithmeticError, ValueError) as error:
        raise ValueError(decimal_text) from error


def member_number(household: str) -> str:
    """A member number that no product code can be taken for."""
    return f"HH{household:>05}"
