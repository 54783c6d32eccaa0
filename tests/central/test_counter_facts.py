"""Top-ups, cash moves, shifts and approvals in the books, and what reports say of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posapp.central.report_shapes import SalesReport, ShiftsReport, Summary, ZShown
from posapp.domain.permissions import Approval, Permission
from posapp.domain.shift import (
    CashMove,
    CashMoveKind,
    Closing,
    Heading,
    Shift,
    ShiftSums,
    TenderSum,
    z_report,
)
from posapp.domain.shift_figures import KindSum, TenderCheck
from posapp.domain.z_content import ZPaper, local_text, z_blocks
from posapp.wire.facts import (
    ApprovalData,
    AuditData,
    CashMoveData,
    RefundData,
    SaleData,
    ShiftCloseData,
    ShiftOpenData,
    TopUpData,
)
from posapp.wire.requests import FindSale, FindSaleReply, TopUpQuote, TopUpQuoteRequest
from tests.central.goods import A, B, by_value, cart, cash, external, refund, sale


def top_up(park, amount=10_000, quote=None, **changes):
    values = {
        "top_up_id": quote.top_up_id if quote else park.till.ids.new(),
        "quote_id": quote.quote_id if quote else "",
        "quote_hash": quote.quote_hash if quote else "",
        "member_id": park.fang.id,
        "receipt_number": "T1",
        "principal": amount,
        "bonus": 0,
        "tender_kind": "cash",
        "tendered": amount,
        "change": 0,
    }
    return TopUpData(**{**values, **changes})


def quoted(park, amount):
    message = TopUpQuoteRequest(
        top_up_id=park.till.ids.new(), member_id=park.fang.id, amount=amount
    )
    return park.till.ask("/v1/topups/quote", message, TopUpQuote)


def house(park):
    return dict(
        park.rows(
            "SELECT account.kind, sum(entry.amount) FROM entry JOIN account ON account.id = entry.account_id "
            "WHERE account.member_id IS NULL GROUP BY account.kind"
        )
    )


def test_a_top_up_is_a_lot_that_can_be_spent_at_once(park):
    park.clock.advance_ms(1_000)
    fact = top_up(park, 10_000, quoted(park, 10_000))
    assert park.till.tell(fact) == ["applied"]
    assert park.member().principal == 110_000
    assert house(park)["cash"] == -10_000
    hold = park.hold_value(120_000)
    assert [piece.lot_id for piece in hold.value_slices][-1] == fact.top_up_id
    assert park.cases() == []


def test_a_top_up_beside_its_quote_is_credited_and_looked_at(park):
    quote = quoted(park, 10_000)
    assert park.till.tell(top_up(park, 12_000, quote)) == ["applied"]
    late = quoted(park, 5_000)
    park.clock.advance_ms(600_001)
    assert park.till.tell(top_up(park, 5_000, late)) == ["applied"]
    assert park.member().principal == 117_000
    assert park.cases() == ["top_up.not_as_quoted"] * 2


@pytest.mark.parametrize("changes", [{"principal": 0}, {"bonus": -1}, {"tendered": 9_999}])
def test_a_top_up_that_contradicts_itself_is_quarantined(park, changes):
    assert park.till.tell(top_up(park, **changes)) == ["quarantined"]
    assert park.member().principal == 100_000


def test_one_top_up_under_two_events_is_credited_once(park):
    fact = top_up(park)
    assert park.till.tell(fact, fact) == ["applied", "quarantined"]
    assert park.member().principal == 110_000


def open_shift(park, amount=20_000, day="2026-11-22"):
    shift = Shift(
        id=park.till.ids.new(),
        staff_id="s",
        staff_name="张敏",
        business_date=day,
        opened_ms=park.clock.wall_ms(),
        float_amount=amount,
    )
    park.till.shift_id = shift.id
    assert park.till.tell(ShiftOpenData(shift=shift)) == ["applied"]
    return shift


def close(park, shift, counted, number=1, previous="", **sums):
    z = z_report(
        number=number,
        previous_digest=previous,
        shift=shift,
        sums=ShiftSums(**sums),
        count={1: counted},
        closed_ms=park.clock.wall_ms(),
        currency="CNY",
        difference_reason="少找了零钱",
    )
    assert park.till.tell(ShiftCloseData(z=z)) == ["applied"]
    return z


def test_a_shift_leaves_an_empty_drawer_and_its_difference(park):
    shift = open_shift(park)
    till = park.till
    moves = (
        CashMove(id=till.ids.new(), kind=CashMoveKind.CASH_IN, amount=5_000, reason="零钱"),
        CashMove(id=till.ids.new(), kind=CashMoveKind.CASH_OUT, amount=2_000, reason="送存"),
    )
    sold = sale(till.ids, cart(A), cash(till.ids, 20_000))
    till.tell(*(CashMoveData(move=move) for move in moves), SaleData(sale=sold))
    z = close(
        park,
        shift,
        42_500,
        cash_in=5_000,
        cash_out=2_000,
        sale_count=1,
        net_sales=20_000,
        tenders=(TenderSum(kind="cash", count=1, taken=20_000),),
    )
    assert z.difference == -500
    books = house(park)
    assert books["cash"] == 0
    assert books["over_short"] == -500
    assert books["safe"] == -19_500
    (shown,) = till.get("/v1/reports/shifts", ShiftsReport).shifts
    assert (shown.z_number, shown.difference, shown.till_sales, shown.central_sales) == (
        1,
        -500,
        1,
        1,
    )
    assert (shown.till_net, shown.central_net) == (20_000, 20_000)
    assert park.cases() == []


def test_what_is_dropped_lies_in_the_safe(park):
    open_shift(park)
    before = house(park)
    move = CashMove(id=park.till.ids.new(), kind=CashMoveKind.DROP, amount=3_000, reason="大钞")
    assert park.till.tell(CashMoveData(move=move)) == ["applied"]
    after = house(park)
    assert after["cash"] - before["cash"] == 3_000
    assert after["safe"] - before["safe"] == -3_000


def test_central_shows_a_z_row_by_row_as_its_till_printed_it(park):
    shift = replace(open_shift(park), drawer="2")
    heading = Heading(drawer="2", time_zone="UTC+08:00", utc_offset_min=480, version="9")
    said = TenderCheck(
        kind="external",
        channel="card",
        count=1,
        amount=9,
        entered=8,
        reason="结算时间不同",
        checked_by="周店长",
    )
    closing = Closing(
        heading=heading, earlier_counts=(1, 2), counted_by="周店长", tender_checks=(said,)
    )
    z = z_report(
        number=1,
        previous_digest="",
        shift=shift,
        sums=ShiftSums(liabilities=(KindSum(name="deposit", count=1, taken=500),)),
        count={1: 20_000},
        closed_ms=park.clock.wall_ms(),
        currency="CNY",
        closing=closing,
    )
    assert park.till.tell(ShiftCloseData(z=z)) == ["applied"]
    shown = park.till.get(f"/v1/reports/z/{shift.id}", ZShown)
    assert (shown.z, shown.holds, shown.terminal) == (z, True, "A03")
    times = ZPaper(
        opened=local_text(z.opened_ms, 480), closed=local_text(z.closed_ms, 480), version="9"
    )
    assert shown.rows == z_blocks(z, times)
    assert "checks" in {block.key for block in shown.rows}
    (row,) = park.till.get("/v1/reports/shifts", ShiftsReport).shifts
    assert row.till_net == 500
    assert park.cases() == []


def test_a_z_that_does_not_follow_the_one_before_is_looked_at(park):
    first = close(park, open_shift(park), 20_000)
    second = close(park, open_shift(park), 20_000, 2, first.digest)
    assert park.cases() == []
    close(park, open_shift(park), 20_000, 4, second.digest)
    assert park.cases() == ["shift.z_chain_broken"]


def test_approvals_and_audit_facts_keep_both_names(park):
    approval = Approval(
        id=park.till.ids.new(),
        action=Permission.REFUND,
        requested_by="s",
        approved_by="m",
        approved_by_name="陈店长",
        amount=2_000,
        reason="坏了",
    )
    facts = (
        ApprovalData(approval=approval, requested_by_name="张敏"),
        AuditData(action="reprint", subject="A03-1"),
    )
    assert park.till.tell(*facts) == ["applied", "applied"]
    assert park.rows(
        "SELECT action, actor_name, approved_by_name, amount FROM note ORDER BY kind"
    ) == [
        ("refund", "张敏", "陈店长", 2_000),
        ("reprint", "张敏", "", 0),
    ]


def test_the_summary_adds_up_what_was_sold_returned_and_topped_up(park):
    till = park.till
    before = till.get("/v1/reports/summary", Summary).value_owed
    hold = park.hold_value(18_000)
    assert till.get("/v1/reports/summary", Summary).value_owed.principal == before.principal
    first = sale(till.ids, cart(A, member_id=park.fang.id), by_value(hold))
    second = sale(till.ids, cart(A, B), external(till.ids, 10_000), cash(till.ids, 20_000))
    till.tell(SaleData(sale=first), SaleData(sale=second, offline=True), top_up(park))
    till.tell(RefundData(refund=refund(till.ids, second, {}, {2: 1_000})))
    found = till.get("/v1/reports/summary?terminal=A03", Summary)
    assert (found.baskets, found.lines, found.list, found.member_reduction, found.net) == (
        2,
        3,
        50_000,
        2_000,
        48_000,
    )
    assert (found.refunds.count, found.refunds.net, found.offline_baskets) == (1, 10_000, 1)
    assert (found.top_ups.count, found.top_ups.principal) == (1, 10_000)
    owed = before.principal + before.bonus - 18_000 + 10_000 + found.top_ups.bonus
    assert found.value_owed.principal + found.value_owed.bonus == owed
    tenders = {(each.kind, each.channel): (each.taken, each.given_back) for each in found.tenders}
    assert tenders == {
        ("cash", ""): (20_000, 6_667),
        ("external", "wechat"): (10_000, 3_333),
        ("stored_value", ""): (18_000, 0),
    }
    assert till.get("/v1/reports/summary?terminal=A99", Summary).baskets == 0
    assert till.get("/v1/reports/summary?business_date=2026-11-21", Summary).baskets == 0


def test_sales_come_in_pages_with_principal_and_bonus_of_each_tender(park):
    till = park.till
    hold = park.hold_value(20_000)
    sold = [sale(till.ids, cart(A), cash(till.ids, 20_000), receipt=f"R{n}") for n in range(3)]
    sold.append(sale(till.ids, cart(A), by_value(hold), receipt="R3"))
    till.tell(*(SaleData(sale=each) for each in sold))
    first = till.get("/v1/reports/sales?limit=3", SalesReport)
    second = till.get(f"/v1/reports/sales?limit=3&after={first.next}", SalesReport)
    assert [each.receipt_number for each in (*first.sales, *second.sales)] == [
        "R0",
        "R1",
        "R2",
        "R3",
    ]
    assert second.next == ""
    (tender,) = second.sales[0].tenders
    assert (tender.amount, tender.principal, tender.bonus) == (20_000, 17_391, 2_609)


def test_a_sale_is_found_by_its_receipt_with_what_came_back_of_it(park):
    till = park.till
    sold = sale(till.ids, cart(A, B), cash(till.ids, 30_000), receipt="1-A03-1-9")
    till.tell(SaleData(sale=sold), RefundData(refund=refund(till.ids, sold, {}, {2: 1_000})))
    other = park.site.enrol(park.seeded.tenant_id, code="A04")
    found = other.ask("/v1/sales/find", FindSale(receipt_number="1-A03-1-9"), FindSaleReply)
    assert found.sale == sold
    assert found.returned == ((2, 1_000),)
    assert found.terminal_id == till.identity.terminal_id
    assert other.ask("/v1/sales/find", FindSale(receipt_number="none"), FindSaleReply).sale is None


def test_more_back_than_was_sold_is_applied_and_looked_at(park):
    """Two tills that know nothing of each other return the same line."""
    till = park.till
    hold = park.hold_value(10_000)
    sold = sale(till.ids, cart(B), by_value(hold))
    till.tell(SaleData(sale=sold), RefundData(refund=refund(till.ids, sold, {}, {1: 1_000})))
    assert till.tell(RefundData(refund=refund(till.ids, sold, {}, {1: 1_000}))) == ["applied"]
    assert park.cases() == ["refund.more_than_sold"]
    assert park.member().principal + park.member().bonus == 125_000


def test_points_other_than_the_rules_give_are_credited_and_looked_at(park):
    generous = sale(
        park.till.ids,
        cart(B, member_id=park.fang.id),
        cash(park.till.ids, 9_000),
        points_earned=900,
    )
    assert park.till.tell(SaleData(sale=generous)) == ["applied"]
    assert park.cases() == ["sale.points_differ"]
    assert park.member().points_pending == 900


def test_a_refund_of_a_sale_that_nobody_knows_is_kept_in_quarantine(park):
    unknown = sale(park.till.ids, cart(B), cash(park.till.ids, 10_000))
    back = refund(park.till.ids, unknown, {}, {1: 1_000})
    (result,) = park.till.push(park.till.journal(RefundData(refund=back)))
    assert (result.outcome.value, result.code) == ("quarantined", "refund.sale_unknown")


def test_an_account_in_a_report_is_the_sum_of_its_entries(park):
    park.hold_value(20_000)
    for account in park.member().accounts:
        assert account.balance == account.kept
