"""What a shop sells: products with their prices, codes and taxes, as the feed brings them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from posapp.domain.ids import CategoryId, ProductId


class ProductKind(StrEnum):
    """What a line is, for reports, refunds and later steps (tickets, meals, sets)."""

    GOODS = "goods"
    DISH = "dish"
    SERVICE = "service"
    TICKET = "ticket"
    DEPOSIT = "deposit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A tab of the sell screen."""

    id: CategoryId
    name: str
    sort: int = 0
    icon: str = "tag"
    colour: str = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One thing that can be sold. Prices include tax, minor units; tax rate in basis points.

    `deposit` is taken for each piece beside the price (押金), minor units: owed, never sold.
    `pinyin` and `initials` are computed when the product is written at central, never at the till.
    """

    id: ProductId
    code: str
    name: str
    spec: str = ""
    kind: ProductKind = ProductKind.GOODS
    category_id: CategoryId
    unit: str = "件"
    price: int
    member_price: int | None = None
    tax_rate: int = 1_300
    barcodes: tuple[str, ...] = ()
    pinyin: str = ""
    initials: str = ""
    icon: str = "tag"
    sort: int = 0
    favourite: bool = False
    stock_left: int | None = None
    sold_out: bool = False
    active: bool = True
    deposit: int = 0
