"""What is sold: categories, products, simple offers, and the rules of points by version."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table, UniqueConstraint

from posapp.central.tables.base import METADATA, flag, integer, text, uuid

category: Final = Table(
    "category",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("name"),
    integer("sort"),
    text("icon", default="tag"),
    text("colour", default="blue"),
    UniqueConstraint("tenant_id", "name"),
)

product: Final = Table(
    "product",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("code"),
    text("name"),
    text("spec"),
    text("kind", default="goods"),
    uuid("category_id"),
    text("unit"),
    integer("price"),
    integer("member_price", null=True),
    integer("tax_rate"),
    text("barcodes"),
    text("pinyin"),
    text("initials"),
    text("icon", default="tag"),
    integer("sort"),
    flag("favourite"),
    integer("stock_left", null=True),
    flag("sold_out"),
    flag("active"),
    integer("deposit"),
    UniqueConstraint("tenant_id", "code"),
)
"""`barcodes` are separated by spaces; the rows of `barcode` keep them unique within the tenant."""

barcode: Final = Table(
    "barcode",
    METADATA,
    uuid("tenant_id", key=True),
    text("code", key=True),
    uuid("product_id"),
    Index("ix_barcode_product", "product_id"),
)

offer: Final = Table(
    "offer",
    METADATA,
    uuid("tenant_id", key=True),
    text("code", key=True),
    integer("version"),
    text("body"),
)
"""`body` is the JSON of domain.offers.Offer."""

point_rules: Final = Table(
    "point_rules",
    METADATA,
    uuid("tenant_id", key=True),
    text("code", key=True),
    integer("version", key=True),
    text("body"),
    flag("current"),
)
