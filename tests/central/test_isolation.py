"""Two operators in one database: no endpoint gives one of them a row of the other."""

from __future__ import annotations

import json

import pytest

from posapp.central.commands import seed_sample
from posapp.central.report_members import MemberReport
from posapp.central.report_shapes import SalesReport, ShiftsReport, Summary
from posapp.wire.facts import HoldReleaseData, RefundData, SaleData, TopUpData
from posapp.wire.requests import (
    FindMember,
    FindMemberReply,
    FindSale,
    FindSaleReply,
    HoldState,
    TopUpQuote,
    TopUpQuoteRequest,
)
from tests.central.conftest import STORE
from tests.central.goods import A, B, by_value, cart, cash, product, refund, sale
from tests.central.tills import refusal


@pytest.fixture
def stranger(park):
    """A till of another operator in the same database."""
    store = {**STORE, "tenant": {"name": "别家"}, "members": []}
    other = seed_sample(park.central, json.dumps(store).encode())
    return park.site.enrol(other.tenant_id, code="A03")


def test_members_are_not_found_by_anything(park, stranger):
    for text in ("13812345678", "5678", "wangfang", park.fang.number):
        assert (
            stranger.ask("/v1/members/find", FindMember(text=text), FindMemberReply).members == ()
        )
    error = refusal(stranger.get, f"/v1/reports/members/{park.fang.number}", MemberReport)
    assert error.key == "report.member_unknown"
    assert refusal(stranger.begin, park.fang.id, 100).key == "member.unknown"
    asked = TopUpQuoteRequest(top_up_id=stranger.ids.new(), member_id=park.fang.id, amount=100)
    assert refusal(stranger.ask, "/v1/topups/quote", asked, TopUpQuote).key == "member.unknown"


def test_holds_and_sales_are_not_found(park, stranger):
    hold = park.hold_value(1_000)
    sold = sale(park.till.ids, cart(A), cash(park.till.ids, 20_000))
    park.till.tell(SaleData(sale=sold))
    for act in (stranger.show, stranger.release):
        assert refusal(act, hold.hold_id).key == "hold.unknown"
    found = stranger.ask(
        "/v1/sales/find", FindSale(receipt_number=sold.receipt_number), FindSaleReply
    )
    assert found.sale is None
    assert stranger.get("/v1/reports/summary", Summary).baskets == 0
    assert stranger.get("/v1/reports/sales", SalesReport).sales == ()
    assert stranger.get("/v1/reports/shifts", ShiftsReport).shifts == ()


def test_the_feed_carries_only_its_own_rows(park, stranger):
    ours = {
        row.k for row in park.till.pull_all() if row.t in {"member", "product", "staff", "shop"}
    }
    theirs = {
        row.k for row in stranger.pull_all() if row.t in {"member", "product", "staff", "shop"}
    }
    assert theirs
    assert not ours & theirs
    assert refusal(stranger.pull, park.till.pull().next).key == "sync.rebootstrap"


def test_facts_about_somebody_elses_rows_move_nothing_there(park, stranger):
    hold = park.hold_value(20_000)
    sold = sale(park.till.ids, cart(A, B), cash(park.till.ids, 30_000))
    park.till.tell(SaleData(sale=sold))
    before = park.member()
    top_up = TopUpData(
        top_up_id=stranger.ids.new(), quote_id="", quote_hash="", member_id=park.fang.id, receipt_number="T",
        principal=100, bonus=0, tender_kind="cash", tendered=100, change=0,
    )  # fmt: skip
    release = HoldReleaseData(
        hold_id=hold.hold_id, tender_id=hold.hold_id, sale_id=stranger.ids.new(), reason="x"
    )
    spend = sale(stranger.ids, cart(product("E", 20_000), member_id=park.fang.id), by_value(hold))
    back = refund(stranger.ids, sold, {}, {1: 1_000})
    items = [
        stranger.journal(each)
        for each in (top_up, SaleData(sale=spend), RefundData(refund=back), release)
    ]
    outcomes = [result.outcome.value for result in stranger.push(*items)]
    assert outcomes == ["quarantined", "applied", "quarantined", "quarantined"]
    after = park.member()
    assert (after.principal, after.bonus, after.held, after.points) == (
        before.principal,
        before.bonus,
        before.held,
        before.points,
    )
    assert park.till.show(hold.hold_id).state is HoldState.USABLE
    assert refusal(stranger.begin, park.fang.id, 1, hold_id=hold.hold_id).key == "member.unknown"


def test_the_same_terminal_codes_and_member_numbers_live_side_by_side(park, stranger):
    assert stranger.identity.terminal_code == park.till.identity.terminal_code
    assert stranger.identity.terminal_id != park.till.identity.terminal_id
