"""Goods with a label from the scale: a line of their own, of the weight and amount it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from posapp.domain import cart as carts
from posapp.domain.money import LARGEST_AMOUNT, times_quantity
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.domain.cart import Cart
    from posapp.domain.catalog import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Quantity in thousandths; `amount` in minor units where the label names one."""

    quantity: int
    amount: int | None = None
    barcode: str = ""


def add_labelled(cart: Cart, product: Product, label: Label) -> tuple[Cart, int]:
    """Add one labelled piece; two labels stay two lines, as the customer holds two packets.

    Returns the cart and the line's key. The list amount is the label's to the fen; the unit price
    stays the product's unless the label was printed at another price.
    Raises Refused as `cart.add`, and "cart.amount_out_of_range".
    """
    bare = replace(cart, lines=())
    added, key = carts.add(bare, product, label.quantity, barcode=label.barcode)
    line = added.line(key)
    amount = line.list_amount if label.amount is None else label.amount
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise Refused("cart.amount_out_of_range", most=LARGEST_AMOUNT)
    # The amount stands still, so that a later piece of the same goods does not join this line.
    rows = (replace(line, fixed_amount=amount), *added.lines[1:])
    carts.check_room(cart, len(rows))
    whole = replace(added, lines=(*cart.lines, *rows))
    if _is_of_another_price(amount, line.unit_price, line.quantity):
        whole = carts.fix_amount(whole, key, amount)
    return whole, key


def _is_of_another_price(amount: int, unit_price: int, quantity: int) -> bool:
    """More than the rounding of the weight to whole grams can explain."""
    return abs(times_quantity(unit_price, quantity) - amount) > 1 + unit_price // 2_000
