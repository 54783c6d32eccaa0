"""The shape of `store.json`, from which a sample park is made.

```
tenant      {name, currency, time_zone}
shop        {code, name, details: {brand, address, phone, tax_number, policy_version, footer}}
tills       [{code, label}]
staff       [{number, name, role: cashier|service|manager, pin}]
categories  [{name, icon, colour}]                       in the order of the tabs
products    [{code, name, spec, kind, category, unit, price, member_price, tax_rate, barcodes,
              icon, favourite, stock_left, sold_out, deposit}]     category by name, prices in fen
offers      [domain.offers.Offer]
point_rules domain.points.PointRules
tags        [{code, kind, name, name_zh_tw, name_en, rule, amount, count, days, category, at_till}]
settings    {name: value}                                 names of posapp.settings, or central.*
members     [{number, phone, name, card, birthday, tier, status, coupons,
              principal, bonus, points, growth}]          fen and points; number may be empty
```

Names left out take their defaults; an unknown name is an error.
"""

from __future__ import annotations

from typing import Any

import msgspec

from posapp.domain.catalog import ProductKind
from posapp.domain.member import MemberStatus
from posapp.domain.offers import Offer
from posapp.domain.permissions import Role
from posapp.domain.points import PointRules
from posapp.domain.tags import RuleKind, TagKind


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every part refuses names that it does not know."""


class SampleTenant(_Part, frozen=True, kw_only=True):
    name: str
    currency: str = "CNY"
    time_zone: str = "Asia/Shanghai"


class SampleShop(_Part, frozen=True, kw_only=True):
    code: str
    name: str
    details: dict[str, Any] = {}


class SampleTill(_Part, frozen=True, kw_only=True):
    code: str
    label: str


class SampleStaff(_Part, frozen=True, kw_only=True):
    number: str
    name: str
    role: Role
    pin: str


class SampleCategory(_Part, frozen=True, kw_only=True):
    name: str
    icon: str = "tag"
    colour: str = "blue"


class SampleProduct(_Part, frozen=True, kw_only=True):
    code: str
    name: str
    spec: str = ""
    kind: ProductKind = ProductKind.GOODS
    category: str
    unit: str = "件"
    price: int
    member_price: int | None = None
    tax_rate: int = 1_300
    barcodes: tuple[str, ...] = ()
    icon: str = "tag"
    favourite: bool = False
    stock_left: int | None = None
    sold_out: bool = False
    deposit: int = 0


class SampleTag(_Part, frozen=True, kw_only=True):
    code: str
    kind: TagKind
    name: str
    name_zh_tw: str
    name_en: str
    rule: RuleKind | None = None
    amount: int = 0
    count: int = 0
    days: int = 0
    category: str = ""
    at_till: bool = False


class SampleMember(_Part, frozen=True, kw_only=True):
    number: str = ""
    phone: str
    name: str = ""
    card: str = ""
    birthday: str = ""
    tier: str = "ordinary"
    status: MemberStatus = MemberStatus.NORMAL
    coupons: tuple[str, ...] = ()
    principal: int = 0
    bonus: int = 0
    points: int = 0
    growth: int = 0


class SampleStore(_Part, frozen=True, kw_only=True):
    """A whole park."""

    tenant: SampleTenant
    shop: SampleShop
    tills: tuple[SampleTill, ...] = ()
    staff: tuple[SampleStaff, ...] = ()
    categories: tuple[SampleCategory, ...] = ()
    products: tuple[SampleProduct, ...] = ()
    offers: tuple[Offer, ...] = ()
    point_rules: PointRules = PointRules()
    tags: tuple[SampleTag, ...] = ()
    settings: dict[str, Any] = {}
    members: tuple[SampleMember, ...] = ()
