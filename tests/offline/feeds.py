"""Rows as central's feed sends them."""

import msgspec

from posapp.domain.catalog import Category, Product
from posapp.domain.ids import CategoryId, MemberId, ProductId
from posapp.domain.member import Member
from posapp.domain.offers import Offer
from posapp.domain.pricing import Stage
from posapp.wire.canonical import encode
from posapp.wire.sync import FeedRow


def member(number: int, **fields) -> Member:
    return Member(id=MemberId(f"m-{number:06d}"), number=f"M{number:07d}", **fields)


def product(number: int, *, category: str = "c-1", name: str = "苹果", **fields) -> Product:
    return Product(
        id=ProductId(f"p-{number:06d}"),
        code=f"A{number:03d}",
        name=name,
        category_id=CategoryId(category),
        price=fields.pop("price", 500),
        **fields,
    )


def category(key: str, name: str = "水果", sort: int = 0) -> Category:
    return Category(id=CategoryId(key), name=name, sort=sort)


def offer(code: str = "C20") -> Offer:
    return Offer(code=code, version=1, label="减", stage=Stage.COUPON, amount=2_000)


def feed_row(kind: str, made, version: int) -> FeedRow:
    key = made.code if kind == "offer" else made.id
    return FeedRow(t=kind, k=key, v=version, op="u", d=msgspec.Raw(encode(made)))


def deleted(kind: str, key: str, version: int) -> FeedRow:
    return FeedRow(t=kind, k=key, v=version, op="d")
