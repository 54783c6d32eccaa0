"""The shop that a replay rings in: recorded products as its goods, households as members."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from posapp.central.commands import create_central, enrol_code
from posapp.central.sample_store import (
    SampleCategory,
    SampleMember,
    SampleProduct,
    SampleShop,
    SampleStaff,
    SampleStore,
    SampleTenant,
    SampleTill,
)
from posapp.central.seeding import seed
from posapp.domain.permissions import Role
from posapp.domain.points import EarnBasis, PointRules
from posapp.replay.baskets import member_number

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.replay.baskets import RecordedProduct, Records

SHOP: Final = "CJ"
TILL: Final = "R01"
CASHIER: Final = "1001"
CASHIER_PIN: Final = "246813"
"""Of a made-up cashier on made-up data (docs/decisions/0004-keys.md)."""

_RULES: Final = PointRules(code="replay", basis=EarnBasis.NET, earn_per=100, earn_points=1)
_NO_TAX: Final = 0


def make_central(folder: Path, records: Records) -> None:
    """Fill `folder` with a central that has this shop; whole or, after a kill, not at all."""
    if folder.exists():
        return
    under_way = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(under_way, ignore_errors=True)
    central = create_central(under_way)
    try:
        seed(central, shop_of(records))
    finally:
        central.database.close()
    under_way.rename(folder)


def new_enrol_code(folder: Path) -> str:
    """A one-time code for the replay's till."""
    return str(enrol_code(folder, shop=SHOP, till=TILL)["code"])


def shop_of(records: Records) -> SampleStore:
    """One point for a whole unit of net, one cashier, no offers: every price is recorded."""
    products = records.products()
    return SampleStore(
        tenant=SampleTenant(name="Replay", currency="USD", time_zone="America/New_York"),
        shop=SampleShop(code=SHOP, name="Replay"),
        tills=(SampleTill(code=TILL, label="Replay"),),
        staff=(SampleStaff(number=CASHIER, name="Replay", role=Role.CASHIER, pin=CASHIER_PIN),),
        categories=tuple(map(_category, sorted({each.department for each in products}))),
        products=tuple(map(_product, products)),
        point_rules=_RULES,
        members=tuple(map(_member, records.households())),
    )


def _category(department: str) -> SampleCategory:
    return SampleCategory(name=department)


def _product(product: RecordedProduct) -> SampleProduct:
    return SampleProduct(
        code=product.code,
        name=product.name,
        spec=product.size,
        category=product.department,
        unit="ea",
        price=product.price,
        tax_rate=_NO_TAX,
    )


def _member(household: str) -> SampleMember:
    """Phones are made up from the number; nobody has one that begins like this."""
    return SampleMember(number=member_number(household), phone=f"199{household:>08}")
