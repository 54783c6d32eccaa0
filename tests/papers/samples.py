"""One sale with everything on it, its refund, and a Z: what the paper tests print."""

from __future__ import annotations

from dataclasses import replace

from posapp.domain import refund as returns
from posapp.domain.catalog import ProductKind
from posapp.domain.ids import (
    CategoryId,
    HoldId,
    LotId,
    MemberId,
    ProductId,
    RefundId,
    SaleId,
    ShiftId,
    StaffId,
    TenderId,
)
from posapp.domain.money import tax_included
from posapp.domain.pricing import LineReduction, Stage, TaxSum
from posapp.domain.receipt_head import PaperHead, PaperMember
from posapp.domain.refund import Refund
from posapp.domain.sale import (
    PointSlice,
    Sale,
    SaleLine,
    Tender,
    TenderKind,
    ValueSlice,
    allocate_tenders,
)
from posapp.domain.shift import RateSum, Shift, ShiftSums, TenderSum, ZReport, z_report


def line(number: int, name: str, quantity: int, price: int, **cuts: int) -> SaleLine:
    labels = {
        "member": "会员价",
        "promotion": "第 2 件半价",
        "coupon": "满 100 减 10",
        "manual": "手工 破损",
        "rounding": "抹零",
    }
    reductions = tuple(
        LineReduction(stage=Stage[stage.upper()], amount=cut, label=labels[stage], rule="r@1")
        for stage, cut in cuts.items()
    )
    list_amount = quantity * price // 1000
    net = list_amount - sum(cuts.values())
    return SaleLine(
        number=number,
        product_id=ProductId(f"p{number}"),
        code=f"A{number}",
        kind=ProductKind.GOODS,
        name=name,
        unit="件",
        category_id=CategoryId("c"),
        quantity=quantity,
        unit_price=price,
        tax_rate=1300,
        list_amount=list_amount,
        reductions=reductions,
        net=net,
        tax=tax_included(net, 1300),
    )


LINES = (
    line(1, "熊猫毛绒（小）", 2000, 3900, member=780, coupon=400, rounding=40),
    line(2, "主题马克杯", 1000, 6800, member=680, coupon=400, rounding=30),
    line(3, "可口可乐 500ml", 2000, 500, promotion=250, coupon=100, rounding=10),
    line(4, "雨衣 成人", 1000, 1500, coupon=100, rounding=10),
)
TENDERS = (
    Tender(
        id=TenderId("t1"),
        kind=TenderKind.POINTS,
        amount=1000,
        points=1000,
        hold_id=HoldId("h1"),
        point_slices=(PointSlice(lot_id=LotId("l1"), points=1000),),
    ),
    Tender(
        id=TenderId("t2"),
        kind=TenderKind.STORED_VALUE,
        amount=8000,
        hold_id=HoldId("h2"),
        value_slices=(ValueSlice(lot_id=LotId("l2"), principal=7000, bonus=1000),),
    ),
    Tender(id=TenderId("t3"), kind=TenderKind.CASH, amount=5300, tendered=10000, change=4700),
)


def sale(lines: tuple[SaleLine, ...] = LINES, tenders: tuple[Tender, ...] = TENDERS) -> Sale:
    net = sum(each.net for each in lines)
    return Sale(
        id=SaleId("s1"),
        receipt_number="A03-1-000091",
        currency="CNY",
        member_id=MemberId("m1"),
        lines=lines,
        tenders=tenders,
        matrix=allocate_tenders([each.net for each in lines], tenders),
        list_total=sum(each.list_amount for each in lines),
        net=net,
        taxes=(TaxSum(rate_bp=1300, gross=net, tax=tax_included(net, 1300)),),
        points_earned=123,
        earn_base=12300,
        earn_rule="points@1",
    )


def cash_sale(*lines: SaleLine) -> Sale:
    net = sum(each.net for each in lines)
    cash = Tender(id=TenderId("t1"), kind=TenderKind.CASH, amount=net, tendered=net)
    return replace(sale(lines, (cash,)), points_earned=0, earn_base=0)


def thirty_lines() -> Sale:
    lines = tuple(replace(LINES[i % 4], number=i + 1) for i in range(30))
    return cash_sale(*lines)


def refund(original: Sale, wanted: dict[int, int]) -> Refund:
    quote = returns.quote(original, {}, wanted)
    return Refund(
        id=RefundId("r1"),
        sale_id=original.id,
        receipt_number="A03-1-000092",
        sale_receipt_number=original.receipt_number,
        currency="CNY",
        member_id=original.member_id,
        lines=quote.lines,
        gives=quote.gives,
        net=quote.net,
        tax=quote.tax,
        claw=quote.claw,
        reason="质量问题",
    )


def z() -> ZReport:
    sums = ShiftSums(
        sale_count=3,
        refund_count=1,
        item_quantity=8000,
        list_total=30000,
        reductions=(("member", 3000), ("coupon", 2000), ("rounding", 100)),
        net_sales=24900,
        refund_net=8000,
        taxes=(RateSum(rate_bp=1300, gross=16900, tax=1944),),
        tenders=(
            TenderSum(kind="cash", count=2, taken=9900, given_back=1333),
            TenderSum(kind="external", channel="wechat", count=1, taken=15000, given_back=6667),
        ),
        top_up_count=1,
        top_up_cash=50000,
        member_sale_count=1,
        member_sale_net=20000,
        first_receipt="A03-1-000001",
        last_receipt="A03-1-000004",
    )
    shift = Shift(
        id=ShiftId("sh"),
        staff_id=StaffId("st"),
        staff_name="张敏 (1024)",
        business_date="2026-11-21",
        opened_ms=0,
        float_amount=50000,
    )
    return z_report(
        number=7,
        previous_digest="ab" * 32,
        shift=shift,
        sums=sums,
        count={10000: 10, 5000: 1, 500: 1, 1: 2967},
        closed_ms=1,
        currency="CNY",
        difference_reason="找零误差",
        waiting_to_sync=4,
        kept_float=50000,
    )


def head(language: str = "zh_CN") -> PaperHead:
    return PaperHead(
        language=language,
        brand="星河乐园",
        shop="1 号店",
        till="03",
        cashier="张敏 (1024)",
        at="2026-11-21 14:36:08",
        zone="UTC+8",
    )


MEMBER = PaperMember(
    name="王*芳",
    tier="金卡",
    phone="138****5678",
    value_before=(28000, 4000),
    points_before=2860,
    points_from="11-28",
)
