"""Compensation: within limits, once, in the books with its expense, taken back while unspent."""

from __future__ import annotations

import pytest

from posapp.central.compensation.taking_back import lapse
from posapp.wire.complaints import ComplaintAct, ComplaintActed, ComplaintRecord
from posapp.wire.facts import SaleData
from posapp.wire.redress import Compensation, CompensationBack
from posapp.wire.service_desk import MemberActed, Shelf
from tests.central.desk import PIN, Desk, hire
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import feed_members, refusal

DAY = 86_400_000


@pytest.fixture
def desk(park):
    return Desk(park)


def points(amount, **more):
    return Compensation(kind="points", reason="waited", amount=amount, **more)


def gift(amount, **more):
    return Compensation(kind="value", reason="quality", amount=amount, **more)


def coupon(code="SAVE20"):
    return Compensation(kind="coupon", reason="goodwill", coupon=code)


def given(park):
    return park.rows("SELECT id, kind, amount, worth, ended FROM compensation ORDER BY at_ms, id")


def house(park, kind):
    return park.rows(
        "SELECT coalesce(sum(entry.amount), 0) FROM entry JOIN account ON account.id ="
        " entry.account_id WHERE account.kind = :kind",
        kind=kind,
    )[0][0]


def test_points_are_hers_at_once_and_the_expense_is_named(park, desk):
    before = desk.file().points
    desk.act(points(300))
    assert desk.file().points == before + 300
    assert house(park, "expense:compensation") == -300
    assert house(park, "provision:compensation") == 300
    told = desk.file(shelf=Shelf.MONEY).timeline
    (row,) = [each for each in told if each.kind == "compensation"]
    assert (row.kind, row.points, row.detail["why"], row.can_reverse) == (
        "compensation",
        300,
        "waited",
        True,
    )


def test_sent_twice_it_is_given_once(park, desk):
    message = desk.message(points(100))
    for _ in range(2):
        park.till.ask("/v1/service/act", message, MemberActed)
    assert len(given(park)) == 1


def test_gift_value_is_bonus_and_what_is_left_of_it_lapses(park, desk):
    principal, bonus = desk.file().principal, desk.file().bonus
    desk.act(gift(4_000))
    told = desk.file()
    assert (told.principal, told.bonus) == (principal, bonus + 4_000)
    park.clock.advance_ms(89 * DAY)
    assert lapse(park.central, park.tenant, batch=1) == 0
    park.clock.advance_ms(DAY)
    assert lapse(park.central, park.tenant, batch=1) == 1
    assert lapse(park.central, park.tenant) == 0
    assert (desk.file().bonus, house(park, "provision:compensation")) == (bonus, 0)
    assert given(park)[0][4] == "lapsed"


def test_a_coupon_comes_to_her_and_not_twice(park, desk):
    desk.act(coupon())
    assert feed_members(park.till.pull_all())[park.fang.id]["coupons"] == ["SAVE20"]
    assert refusal(desk.act, coupon()).key == "compensation.coupon_has"
    assert refusal(desk.act, coupon("NONE")).key == "compensation.coupon_unknown"
    assert desk.file().coupons_offered == ()


def test_each_limit_needs_a_second_person_beyond_it(park, desk):
    assert refusal(desk.act, gift(5_001)).key == "service.needs_manager"
    for _ in range(4):
        desk.act(gift(5_000))
    assert refusal(desk.act, gift(1)).key == "service.needs_manager"
    other = refusal(desk.act, gift(1), member_id=park.frozen.id)
    assert other.key == "service.needs_manager"
    park.clock.advance_ms(DAY)
    assert refusal(desk.act, gift(1)).key == "service.needs_manager"
    desk.act(gift(1), member_id=park.frozen.id)
    desk.with_boss(gift(1))
    cashier = hire(park, "3003", PIN, role="cashier")
    error = refusal(desk.act, gift(1), member_id=park.frozen.id, staff_id=cashier)
    assert error.key == "service.needs_manager"


def test_it_is_taken_back_whole_while_nothing_of_it_was_spent(park, desk):
    before = desk.file()
    for what in (points(200), gift(3_000), coupon()):
        desk.act(what)
    for row in given(park):
        desk.act(CompensationBack(compensation_id=row[0]))
    told = desk.file()
    assert (told.points, told.bonus, told.coupons) == (before.points, before.bonus, before.coupons)
    assert (house(park, "expense:compensation"), house(park, "provision:compensation")) == (0, 0)
    again = CompensationBack(compensation_id=given(park)[0][0])
    assert refusal(desk.act, again).key == "service.already_reversed"
    assert not any(each.can_reverse for each in desk.file().timeline)


def test_what_was_spent_is_not_taken_back(park, desk):
    desk.act(gift(3_000))
    hold = park.hold_value(118_000)
    assert hold
    back = CompensationBack(compensation_id=given(park)[0][0])
    assert refusal(desk.act, back).key == "compensation.spent"
    other = refusal(desk.act, back, member_id=park.frozen.id)
    assert other.key == "compensation.unknown"


def test_it_names_a_complaint_and_a_sale_of_hers_only(park, desk):
    ids = park.till.ids
    sold = sale(ids, cart(A, member_id=park.fang.id), cash(ids, A.member_price))
    park.till.tell(SaleData(sale=sold))
    act = ComplaintAct(
        staff_id=desk.clerk,
        pin=PIN,
        act_id=ids.new(),
        note="等了一小时",
        what=ComplaintRecord(about="use", way="counter", member_id=park.fang.id),
    )
    complaint_id = park.till.ask("/v1/complaints/act", act, ComplaintActed).complaint_id
    named = points(100, complaint_id=complaint_id, receipt=sold.receipt_number)
    error = refusal(desk.act, named, member_id=park.frozen.id)
    assert error.key == "compensation.complaint_unknown"
    anothers = sale(park.till.ids, cart(A, member_id=park.frozen.id), cash(park.till.ids, 18_000))
    park.till.tell(SaleData(sale=anothers))
    taken = points(100, receipt=anothers.receipt_number)
    assert refusal(desk.act, taken).key == "compensation.sale_of_another"
    wrong = points(100, receipt="NO-SUCH")
    assert refusal(desk.act, wrong).key == "compensation.sale_unknown"
    desk.act(named)
    kept = park.rows("SELECT complaint_id, sale_id FROM compensation")
    assert kept == [(complaint_id, sold.id)]
    steps = park.rows("SELECT step FROM complaint_step ORDER BY at_ms, id")
    assert steps == [("recorded",), ("compensated",)]
