"""What the feed says of a row: the domain's own shapes as JSON, read from the tables of now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, select

from posapp.central.accounts import account_of
from posapp.central.members import load_members
from posapp.central.tables import catalogue, shops, tenders
from posapp.domain.catalog import Category, Product, ProductKind
from posapp.domain.ids import CategoryId, ProductId
from posapp.domain.shop import Shop
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posapp.central.view import View

Bodies = dict[str, bytes]
"""Row key to the row's JSON; a key that is missing was deleted."""


def rows_of(view: View, kind: str, row_keys: Sequence[str]) -> Bodies:
    """The rows of one kind, by key, of the view's tenant only."""
    reader = _READERS.get(kind)
    return {} if reader is None else reader(view, row_keys)


def product_of(row: Any) -> Product:
    return Product(
        id=ProductId(row["id"]),
        code=row["code"],
        name=row["name"],
        spec=row["spec"],
        kind=ProductKind(row["kind"]),
        category_id=CategoryId(row["category_id"]),
        unit=row["unit"],
        price=row["price"],
        member_price=row["member_price"],
        tax_rate=row["tax_rate"],
        barcodes=tuple(row["barcodes"].split()),
        pinyin=row["pinyin"],
        initials=row["initials"],
        icon=row["icon"],
        sort=row["sort"],
        favourite=bool(row["favourite"]),
        stock_left=row["stock_left"],
        sold_out=bool(row["sold_out"]),
        active=bool(row["active"]),
        deposit=row["deposit"],
    )


def _select(view: View, table: Table, column: str, row_keys: Sequence[str]) -> Sequence[Any]:
    query = select(table).where(table.c[column].in_(row_keys))
    if column == "id":
        # By id alone: with the tenant beside it SQLite reads all rows of the tenant.
        rows = view.connection.execute(query).mappings().all()
        return [row for row in rows if row["tenant_id"] == view.tenant.id]
    of_tenant = query.where(table.c.tenant_id == view.tenant.id)
    return view.connection.execute(of_tenant).mappings().all()


def _members(view: View, row_keys: Sequence[str]) -> Bodies:
    return {member.id: encode(member) for member in load_members(view, row_keys)}


def _products(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, catalogue.product, "id", row_keys)
    return {row["id"]: encode(product_of(row)) for row in rows}


def _categories(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, catalogue.category, "id", row_keys)
    return {
        row["id"]: encode(
            Category(
                id=CategoryId(row["id"]),
                name=row["name"],
                sort=row["sort"],
                icon=row["icon"],
                colour=row["colour"],
            )
        )
        for row in rows
    }


def _offers(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, catalogue.offer, "code", row_keys)
    return {row["code"]: row["body"].encode() for row in rows}


def _rules(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, catalogue.point_rules, "code", row_keys)
    return {row["code"]: row["body"].encode() for row in rows if row["current"]}


def _staff(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, shops.staff, "id", row_keys)
    return {
        row["id"]: encode(
            {
                "id": row["id"],
                "number": row["number"],
                "name": row["name"],
                "role": row["role"],
                "permissions": row["permissions"].split(),
                "verifier": row["pin_verifier"],
                **_badge(row["badge_verifier"]),
            }
        )
        for row in rows
        if row["active"]
    }


def _badge(verifier: str) -> dict[str, str]:
    """Nothing for who has none: her row stays as tills know it."""
    return {"badge": verifier} if verifier else {}


def _settings(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, shops.setting, "name", row_keys)
    return {
        row["name"]: encode({"name": row["name"], "value": json.loads(row["value"])})
        for row in rows
    }


def _shops(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, shops.shop, "id", row_keys)
    return {row["id"]: encode(_shop_of(row, view)) for row in rows if row["id"] == view.shop_id}


def _shop_of(row: Any, view: View) -> Shop:
    details = json.loads(row["details"])
    return Shop(
        id=row["id"],
        name=row["name"],
        brand=details.get("brand", view.tenant.name),
        address=details.get("address", ""),
        phone=details.get("phone", ""),
        tax_number=details.get("tax_number", ""),
        currency=view.tenant.currency,
        time_zone=view.tenant.zone.key,
        policy_version=details.get("policy_version", ""),
        footer=tuple(details.get("footer", ())),
    )


def _accounts(view: View, row_keys: Sequence[str]) -> Bodies:
    rows = _select(view, tenders.credit_account, "id", row_keys)
    return {row["id"]: encode(account_of(row)) for row in rows}


_READERS: Final[dict[str, Callable[[View, Sequence[str]], Bodies]]] = {
    "member": _members,
    "product": _products,
    "category": _categories,
    "offer": _offers,
    "point_rules": _rules,
    "staff": _staff,
    "setting": _settings,
    "shop": _shops,
    "account": _accounts,
}
