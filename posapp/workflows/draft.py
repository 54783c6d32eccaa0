"""The order on the screen, as it is saved behind every change and parked on demand."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.cart import Cart
from posapp.domain.cart_steps import CartStep
from posapp.domain.ids import SaleId
from posapp.wire.canonical import decode, encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An unpaid order. `sale_id` is made with it and stays, so that a charge survives a restart.

    `held_id` names the held sale that it was taken back from without central, which other tills
    may have taken as well; empty where nobody else can have it. `past` leads back through the
    newest changes, the last one last; an order that is put aside goes without it.
    """

    sale_id: SaleId
    cart: Cart
    held_id: str = ""
    past: tuple[CartStep, ...] = ()


def to_bytes(draft: Draft) -> bytes:
    return encode(draft)


def from_bytes(data: bytes) -> Draft:
    """Raises Refused("wire.not_understood")."""
    return decode(data, Draft)
