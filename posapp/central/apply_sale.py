"""A sale into the books by docs/rules.md E1, to the fen. It is a fact: what is not covered is a
case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.apply_tender import SaleWork, channel_of, pay
from posapp.central.coupons import use_coupons
from posapp.central.ledger import GROWTH, GRW, POINTS, POINTS_DEBT, PTS
from posapp.central.lots import expiry_ms
from posapp.central.sale_check import check_sale
from posapp.central.tables.ledger import alloc
from posapp.central.tables.sales import sale as sale_table
from posapp.central.tables.sales import sale_tender
from posapp.central.tagging.heard import Heard
from posapp.domain.points import earn_base, earned
from posapp.domain.pricing import Stage
from posapp.domain.sale import Sale, Tender, TenderKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.domain.points import PointRules

DAY_MS: Final = 86_400_000
DEPOSITS: Final = "deposits"
"""What a shop owes to whoever brings its things back: a liability, by shop."""
CONTRA: Final[Mapping[Stage, str]] = {
    Stage.MEMBER: "contra:tier",
    Stage.PROMOTION: "contra:promotion",
    Stage.COUPON: "contra:coupon",
    Stage.MANUAL: "contra:manual",
    Stage.ROUNDING: "contra:rounding",
}


def apply_sale(unit: Unit, arrival: Arrival, sale: Sale, *, offline: bool) -> None:
    """Raises Refused when the sale contradicts itself; nothing else stops a fact."""
    check_sale(sale)
    member_id = unit.member(sale.member_id)
    if sale.member_id is not None and member_id is None:
        arrival.open_case(unit, "sale.member_unknown", points=sale.points_earned)
    posting = arrival.posting("sale", sale.id, member_id=member_id)
    work = SaleWork(unit=unit, arrival=arrival, posting=posting, sale=sale)
    cuts = cuts_of(sale)
    shop_id = arrival.head.shop_id
    sold = sum(line.list_amount for line in sale.lines if not line.is_deposit)
    unit.books.house(posting, "sales_list", shop_id, sold)
    unit.books.house(posting, DEPOSITS, shop_id, sale.deposits)
    for stage, amount in cuts.items():
        unit.books.house(posting, CONTRA[stage], shop_id, -amount)
    for tender in sale.tenders:
        pay(work, tender)
    if member_id is not None:
        earn(work, member_id)
        use_coupons(work, member_id, offline=offline)
        unit.heard.append(Heard(member_id=member_id, sale=sale, at_ms=arrival.head.at_ms))
        unit.change("member", member_id)
    unit.books.post(posting)
    unit.sales[sale.id] = sale
    _keep(unit, arrival, sale, cuts, member_id, offline=offline)


def cuts_of(sale: Sale) -> dict[Stage, int]:
    """What each stage of the price order took off what was sold."""
    cuts: dict[Stage, int] = dict.fromkeys(CONTRA, 0)
    for line in sale.lines:
        for reduction in () if line.is_deposit else line.reductions:
            cuts[reduction.stage] += reduction.amount
    return cuts


def earn(work: SaleWork, member_id: str) -> None:
    """Points of a sale: debt is paid first, the rest waits for the return window; growth now."""
    unit, posting, sale = work.unit, work.posting, work.sale
    points = sale.points_earned
    rules = unit.rules(sale.earn_rule)
    _compare_points(work, rules)
    if points == 0:
        return
    at_ms = work.arrival.head.at_ms
    debt = -unit.books.balance(PTS, POINTS_DEBT, member_id)
    paid = min(debt, points)
    unit.books.member(posting, PTS, POINTS_DEBT, member_id, paid)
    if points > paid:
        lot = unit.books.open_lot(
            lot_id=sale.id,
            member_id=member_id,
            ledger=PTS,
            source_id=sale.id,
            amount=points - paid,
            opened_ms=at_ms,
            available_from_ms=at_ms + rules.pending_days * DAY_MS,
            expires_ms=expiry_ms(at_ms, rules.valid_months, unit.tenant.zone),
        )
        unit.books.member(posting, PTS, POINTS, member_id, points - paid, lot_id=lot.id)
    unit.books.member(posting, GRW, GROWTH, member_id, points)


def _compare_points(work: SaleWork, rules: PointRules) -> None:
    """Points stay as the till gave them; other than the rules that it names is a case."""
    sale = work.sale
    if sale.earn_rule != rules.reference:
        return
    base = earn_base(rules, sale.goods_net, sale.goods_matrix)
    if (base, earned(rules, base)) != (sale.earn_base, sale.points_earned):
        work.arrival.open_case(work.unit, "sale.points_differ", sale=sale.id)


def _keep(
    unit: Unit,
    arrival: Arrival,
    sale: Sale,
    cuts: Mapping[Stage, int],
    member_id: str | None,
    *,
    offline: bool,
) -> None:
    head = arrival.head
    unit.insert(
        sale_table,
        id=sale.id,
        tenant_id=head.tenant_id,
        shop_id=head.shop_id,
        terminal_id=head.terminal_id,
        event_id=head.event_id,
        shift_id=head.shift_id,
        member_id=member_id,
        receipt_number=sale.receipt_number,
        business_date=head.business_date,
        at_ms=head.at_ms,
        staff_name=head.actor.name,
        lines=len(sale.lines),
        list_total=sale.list_total,
        member_cut=cuts[Stage.MEMBER],
        promotion_cut=cuts[Stage.PROMOTION],
        coupon_cut=cuts[Stage.COUPON],
        manual_cut=cuts[Stage.MANUAL],
        rounding_cut=cuts[Stage.ROUNDING],
        net=sale.net,
        deposits=sale.deposits,
        tax=sum(line.tax for line in sale.lines),
        points_earned=sale.points_earned,
        offline=int(offline),
    )
    for n, tender in enumerate(sale.tenders):
        _keep_tender(unit, sale, n, tender)
    for col, column in enumerate(sale.matrix):
        for line, amount in zip(sale.lines, column.amounts, strict=True):
            if amount:
                unit.insert(
                    alloc,
                    sale_id=sale.id,
                    line=line.number,
                    col=col,
                    tender_id=column.tender_id,
                    part=column.part.value,
                    lot_id=column.lot_id,
                    amount=amount,
                )


def _keep_tender(unit: Unit, sale: Sale, n: int, tender: Tender) -> None:
    is_ours = tender.kind in (TenderKind.CASH, TenderKind.STORED_VALUE, TenderKind.POINTS)
    unit.insert(
        sale_tender,
        sale_id=sale.id,
        n=n,
        tender_id=tender.id,
        kind=tender.kind.value,
        channel="" if is_ours else channel_of(tender),
        amount=tender.amount,
        tendered=tender.tendered,
        change=tender.change,
        points=tender.points,
        hold_id=tender.hold_id,
        reference=tender.reference,
        masked=tender.masked,
    )
