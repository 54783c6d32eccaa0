"""Sales of the tests, made by the same pure rules that a till uses."""

from __future__ import annotations

from typing import Any

from posapp.domain.cart import Cart, CartMember, add, attach_member, lay_coupon
from posapp.domain.catalog import Product
from posapp.domain.offers import Offer, OfferPrices
from posapp.domain.points import PointRules, earn_base, earned
from posapp.domain.pricing import MemberPrices, Stage, price
from posapp.domain.refund import Refund, quote
from posapp.domain.sale import (
    PointSlice,
    Sale,
    Tender,
    TenderKind,
    ValueSlice,
    allocate_tenders,
    sale_lines,
)

COUPON = Offer(
    code="SAVE20",
    version=1,
    label="满200减20",
    stage=Stage.COUPON,
    amount=2_000,
    threshold=20_000,
    coupon=True,
)
SOURCES = (MemberPrices("会员价"), OfferPrices(Stage.COUPON, (COUPON,)))
RULES = PointRules()


def product(code: str, list_price: int, member_price: int | None = None) -> Product:
    return Product(
        id=f"00000000-0000-7000-8000-{ord(code[0]):012d}",
        code=code,
        name=code,
        category_id="c",
        price=list_price,
        member_price=member_price,
    )


A = product("A", 20_000, 18_000)
B = product("B", 10_000, 9_000)


def cash(ids: Any, amount: int, tendered: int | None = None) -> Tender:
    given = amount if tendered is None else tendered
    return Tender(
        id=ids.new(), kind=TenderKind.CASH, amount=amount, tendered=given, change=given - amount
    )


def external(ids: Any, amount: int, channel: str = "wechat") -> Tender:
    return Tender(
        id=ids.new(), kind=TenderKind.EXTERNAL, amount=amount, channel=channel, reference="r1"
    )


def by_value(hold: Any, slices: tuple[ValueSlice, ...] | None = None) -> Tender:
    used = hold.value_slices if slices is None else slices
    amount = sum(each.principal + each.bonus for each in used)
    return Tender(
        id=hold.hold_id,
        kind=TenderKind.STORED_VALUE,
        amount=amount,
        hold_id=hold.hold_id,
        value_slices=used,
    )


def by_points(hold: Any, value: int, slices: tuple[PointSlice, ...] | None = None) -> Tender:
    used = hold.point_slices if slices is None else slices
    return Tender(
        id=hold.hold_id,
        kind=TenderKind.POINTS,
        amount=value,
        hold_id=hold.hold_id,
        points=sum(each.points for each in used),
        point_slices=used,
    )


def cart(*products: Product, member_id: str | None = None, coupons: tuple[str, ...] = ()) -> Cart:
    made = Cart()
    for each in products:
        made, _ = add(made, each)
    if member_id is not None:
        made = attach_member(made, CartMember(member_id=member_id, number="n", tier="gold"))
    for code in coupons:
        made = lay_coupon(made, code)
    return made


def sale(ids: Any, basket: Cart, *tenders: Tender, receipt: str = "", **changes: Any) -> Sale:
    priced = price(basket, SOURCES)
    matrix = allocate_tenders([line.net for line in priced.lines], tenders)
    base = earn_base(RULES, priced.net, matrix)
    has_member = basket.member is not None
    values = {
        "id": ids.new(),
        "receipt_number": receipt or f"1-A03-1-{ids.new()[-6:]}",
        "currency": "CNY",
        "member_id": basket.member.member_id if basket.member else None,
        "lines": sale_lines(priced),
        "tenders": tenders,
        "matrix": matrix,
        "list_total": priced.list_total,
        "net": priced.net,
        "taxes": priced.taxes,
        "points_earned": earned(RULES, base) if has_member else 0,
        "earn_base": base if has_member else 0,
        "earn_rule": RULES.reference if has_member else "",
    }
    return Sale(**{**values, **changes})


def refund(ids: Any, sold: Sale, before: dict[int, int], wanted: dict[int, int]) -> Refund:
    quoted = quote(sold, before, wanted)
    return Refund(
        id=ids.new(),
        sale_id=sold.id,
        receipt_number=f"R{ids.new()[-6:]}",
        sale_receipt_number=sold.receipt_number,
        currency="CNY",
        member_id=sold.member_id,
        lines=quoted.lines,
        gives=quoted.gives,
        net=quoted.net,
        tax=quoted.tax,
        claw=quoted.claw,
    )
