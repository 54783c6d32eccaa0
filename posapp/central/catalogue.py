"""Goods written into the catalogue: spelled for search, codes unique within the tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from posapp.central.pinyin import spelled
from posapp.central.tables import catalogue

if TYPE_CHECKING:
    from posapp.central.unit import Unit


def add_category(unit: Unit, *, name: str, sort: int, icon: str, colour: str) -> str:
    """A new tab; returns its id."""
    category_id = unit.ids.new()
    unit.insert(
        catalogue.category,
        id=category_id,
        tenant_id=unit.tenant.id,
        name=name,
        sort=sort,
        icon=icon,
        colour=colour,
    )
    unit.change("category", category_id)
    return category_id


def add_product(
    unit: Unit,
    *,
    code: str,
    name: str,
    category_id: str,
    price: int,
    unit_name: str,
    tax_rate: int,
    spec: str = "",
    kind: str = "goods",
    member_price: int | None = None,
    barcodes: tuple[str, ...] = (),
    icon: str = "tag",
    sort: int = 0,
    favourite: bool = False,
    stock_left: int | None = None,
    sold_out: bool = False,
    product_id: str = "",
    deposit: int = 0,
) -> str:
    """A new product; returns its id. Prices in minor units, tax rate in basis points; `deposit`
    is taken beside the price for each piece.
    """
    pinyin, initials = spelled(name)
    product_id = product_id or unit.ids.new()
    row: dict[str, Any] = {
        "code": code,
        "name": name,
        "spec": spec,
        "kind": kind,
        "category_id": category_id,
        "unit": unit_name,
        "price": price,
        "member_price": member_price,
        "tax_rate": tax_rate,
        "barcodes": " ".join(barcodes),
        "pinyin": pinyin,
        "initials": initials,
        "icon": icon,
        "sort": sort,
        "favourite": int(favourite),
        "stock_left": stock_left,
        "sold_out": int(sold_out),
        "active": 1,
        "deposit": deposit,
    }
    unit.insert(catalogue.product, id=product_id, tenant_id=unit.tenant.id, **row)
    for each in barcodes:
        unit.insert(catalogue.barcode, tenant_id=unit.tenant.id, code=each, product_id=product_id)
    unit.change("product", product_id)
    return product_id
