"""Holds: reserved once, confirmed by a second factor, ended once; no interleaving spends a lot twice."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.domain.own_codes import member_code
from posapp.domain.sale import PointSlice, ValueSlice
from posapp.wire.facts import HoldReleaseData, RefundData, SaleData
from posapp.wire.requests import Factor, HoldLedger, HoldState
from tests.central.goods import A, B, by_points, by_value, cart, cash, refund, sale
from tests.central.tills import refusal

MINUTE = 60_000


def test_a_hold_moves_principal_aside_and_back(park):
    hold = park.till.begin(park.fang.id, 20_000)
    assert (hold.state, hold.factors) == (HoldState.PENDING, (Factor.DYNAMIC_CODE, Factor.SMS))
    assert [(each.principal, each.bonus) for each in hold.value_slices] == [(17_391, 2_609)]
    assert (hold.available_principal, hold.available_bonus) == (100_000, 15_000)
    who = park.member()
    assert (who.principal, who.bonus, who.held) == (82_609, 12_391, 20_000)
    assert park.till.release(hold.hold_id).state is HoldState.RELEASED
    assert park.till.release(hold.hold_id).state is HoldState.RELEASED
    who = park.member()
    assert (who.principal, who.bonus, who.held) == (100_000, 15_000, 0)


def test_a_dynamic_code_confirms_once_and_never_again_one_step_either_side(park):
    first = park.till.begin(park.fang.id, 1_000)
    code = park.code()
    assert park.till.confirm(first.hold_id, code).state is HoldState.USABLE
    assert park.till.confirm(first.hold_id, "00000000").state is HoldState.USABLE
    for _ in range(2):
        second = park.till.begin(park.fang.id, 1_000)
        reply = park.till.confirm(second.hold_id, code)
        assert (reply.state, reply.reason) == (HoldState.PENDING, "factor.wrong_code")
        park.clock.advance_ms(MINUTE)
    third = park.till.begin(park.fang.id, 1_000)
    assert (
        park.till.confirm(third.hold_id, park.code(park.clock.wall_ms() - MINUTE)).state
        is HoldState.USABLE
    )


def test_a_scanned_member_code_confirms_only_its_own_member(park):
    hold = park.till.begin(park.fang.id, 1_000)
    other = member_code("6000000099", park.code())
    assert park.till.confirm(hold.hold_id, other).reason == "factor.wrong_code"
    own = member_code(park.fang.number, park.code())
    assert park.till.confirm(hold.hold_id, own).state is HoldState.USABLE


def test_five_wrong_codes_pause_member_and_terminal_for_fifteen_minutes(park):
    hold = park.till.begin(park.fang.id, 1_000)
    replies = [park.till.confirm(hold.hold_id, "12345678") for _ in range(5)]
    assert [reply.tries_left for reply in replies[:4]] == [4, 3, 2, 1]
    assert replies[4].reason == "factor.paused"
    assert replies[4].locked_until_ms == park.clock.wall_ms() + 15 * MINUTE
    assert park.till.confirm(hold.hold_id, park.code()).reason == "factor.paused"
    elsewhere = park.site.enrol(park.seeded.tenant_id, code="A04")
    theirs = elsewhere.begin(park.fang.id, 1_000)
    assert elsewhere.confirm(theirs.hold_id, park.code()).reason == "factor.paused"
    park.clock.advance_ms(15 * MINUTE)
    assert park.till.confirm(hold.hold_id, park.code()).state is HoldState.USABLE


def test_a_repeated_request_with_a_wrong_code_is_one_try(park):
    hold = park.till.begin(park.fang.id, 1_000)
    request_id = park.till.ids.new()
    first = park.till.confirm(hold.hold_id, "12345678", request_id=request_id)
    again = park.till.confirm(hold.hold_id, "12345678", request_id=request_id)
    assert first.tries_left == again.tries_left == 4


def sms_code(park):
    return re.search(r"验证码 (\d{6})", park.sms()[-1]["text"])[1]


def test_an_sms_code_is_bound_to_its_hold_and_good_for_three_tries(park):
    hold = park.till.begin(park.fang.id, 20_000)
    sent = park.till.send_sms(hold.hold_id)
    assert sent.masked_phone == "138****5678"
    assert "¥200.00" in park.sms()[-1]["text"]
    code = sms_code(park)
    other = park.till.begin(park.fang.id, 100)
    assert park.till.confirm(other.hold_id, code, Factor.SMS).reason == "factor.code_expired"
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    assert park.till.confirm(hold.hold_id, wrong, Factor.SMS).tries_left == 2
    assert park.till.confirm(hold.hold_id, code, Factor.SMS).state is HoldState.USABLE
    park.till.release(hold.hold_id)


def test_the_third_wrong_try_kills_an_sms_code(park):
    hold = park.till.begin(park.fang.id, 20_000)
    park.till.send_sms(hold.hold_id)
    code = sms_code(park)
    for _ in range(3):
        park.till.confirm(hold.hold_id, "x", Factor.SMS)
    assert park.till.confirm(hold.hold_id, code, Factor.SMS).reason == "factor.code_expired"


def test_sms_codes_expire_and_are_rationed(park):
    hold = park.till.begin(park.fang.id, 20_000)
    park.till.send_sms(hold.hold_id)
    too_soon = refusal(park.till.send_sms, hold.hold_id)
    assert (too_soon.key, too_soon.params) == ("codes.too_soon", {"seconds": 60})
    code = sms_code(park)
    park.clock.advance_ms(5 * MINUTE)
    assert park.till.confirm(hold.hold_id, code, Factor.SMS).reason == "factor.code_expired"
    for _ in range(4):
        park.till.send_sms(hold.hold_id)
        park.clock.advance_ms(MINUTE)
    assert refusal(park.till.send_sms, hold.hold_id).key == "codes.too_many_today"


def test_frozen_members_and_short_lots_are_declined_for_ever(park):
    frozen = park.till.begin(park.frozen.id, 100)
    assert (frozen.state, frozen.reason) == (HoldState.DECLINED, "member.may_not_pay")
    ids = {"hold_id": park.till.ids.new(), "sale_id": park.till.ids.new()}
    short = park.till.begin(park.fang.id, 999_999, **ids)
    assert (short.state, short.reason) == (HoldState.DECLINED, "stored_value.short")
    assert park.till.begin(park.fang.id, 999_999, **ids).state is HoldState.DECLINED
    assert park.till.confirm(short.hold_id, park.code()).state is HoldState.DECLINED
    assert refusal(park.till.begin, park.fang.id, 0).key == "hold.amount_not_valid"
    assert refusal(park.till.begin, park.till.ids.new(), 5).key == "member.unknown"


def test_a_begin_that_comes_after_its_own_release_is_declined(park):
    hold_id = park.till.ids.new()
    release = HoldReleaseData(
        hold_id=hold_id, tender_id=hold_id, sale_id=park.till.ids.new(), reason="dropped"
    )
    assert park.till.tell(release) == ["applied"]
    late = park.till.begin(park.fang.id, 5_000, hold_id=hold_id)
    assert late.state is HoldState.DECLINED
    assert park.member().held == 0


def test_another_till_neither_sees_nor_ends_a_hold(park):
    hold = park.till.begin(park.fang.id, 5_000)
    other = park.site.enrol(park.seeded.tenant_id, code="A04")
    for act in (other.show, other.release):
        assert refusal(act, hold.hold_id).key == "hold.of_another_till"
    fact = HoldReleaseData(
        hold_id=hold.hold_id, tender_id=hold.hold_id, sale_id=other.ids.new(), reason="x"
    )
    assert other.tell(fact) == ["applied"]
    assert park.till.show(hold.hold_id).state is HoldState.PENDING
    assert park.cases() == ["hold.release_refused"]


def test_time_alone_never_frees_a_hold(park):
    hold = park.hold_value(20_000)
    park.clock.advance_ms(90 * 86_400_000)
    assert park.till.show(hold.hold_id).state is HoldState.USABLE
    assert park.member().held == 20_000


def test_a_hold_is_captured_although_the_member_was_frozen_meanwhile(park):
    hold = park.hold_value(20_000)
    park.write("UPDATE member SET status = 'frozen' WHERE id = :id", id=park.fang.id)
    sold = sale(park.till.ids, cart(A), by_value(hold))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    assert park.member().held == 0
    assert park.till.show(hold.hold_id).state is HoldState.CAPTURED
    assert park.till.release(hold.hold_id).state is HoldState.CAPTURED


def test_capture_of_less_than_was_held_frees_the_rest(park):
    hold = park.hold_value(20_000)
    (piece,) = hold.value_slices
    used = (ValueSlice(lot_id=piece.lot_id, principal=8_696, bonus=1_304),)
    sold = sale(park.till.ids, cart(B), by_value(hold, used))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    who = park.member()
    assert (who.principal, who.bonus, who.held) == (91_304, 13_696, 0)


def test_a_sale_without_a_hold_that_covers_it_stays_and_the_shop_bears_the_loss(park):
    hold = park.hold_value(10_000)
    park.till.release(hold.hold_id)
    sold = sale(park.till.ids, cart(B), by_value(hold))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    who = park.member()
    assert (who.principal, who.bonus) == (100_000, 15_000)
    loss = "SELECT sum(amount) FROM entry JOIN account ON account.id = account_id WHERE kind = 'offline_loss'"
    assert park.rows(loss) == [(-10_000,)]
    assert park.cases() == ["sale.hold_not_usable", "sale.not_covered", "sale.not_covered"]
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    assert park.rows(loss) == [(0,)]
    assert park.member().principal == 100_000


def test_spending_more_than_was_held_takes_only_the_hold(park):
    hold = park.hold_value(5_000)
    (piece,) = hold.value_slices
    more = (ValueSlice(lot_id=piece.lot_id, principal=piece.principal + 5_000, bonus=piece.bonus),)
    sold = sale(park.till.ids, cart(B), by_value(hold, more))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    who = park.member()
    assert (who.principal + who.bonus, who.held) == (110_000, 0)
    assert "sale.not_covered" in park.cases()


def test_points_are_usable_at_once_and_come_back_when_they_are_dropped(park):
    hold = park.till.begin(park.fang.id, 1_500, HoldLedger.POINTS)
    assert (hold.state, hold.available_points) == (HoldState.USABLE, 2_000)
    again = park.till.begin(park.fang.id, 600, HoldLedger.POINTS)
    assert (again.state, again.reason) == (HoldState.DECLINED, "points.short")
    park.till.release(hold.hold_id)
    assert park.member().points == 2_000


def test_points_without_a_hold_are_a_loss_of_their_value(park):
    lot = park.rows("SELECT id FROM lot WHERE ledger = 'PTS'")[0][0]
    hold = park.till.begin(park.fang.id, 1_000, HoldLedger.POINTS)
    park.till.release(hold.hold_id)
    spent = (PointSlice(lot_id=lot, points=1_000),)
    sold = sale(park.till.ids, cart(B), by_points(hold, 1_000, spent), cash(park.till.ids, 9_000))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    assert park.member().points == 2_000
    assert park.rows("SELECT part, amount FROM loss ORDER BY part") == [
        ("points", 1_000),
        ("points_value", 1_000),
    ]


def test_debt_of_points_is_paid_first_and_stops_redemption(park):
    """Points earned, spent elsewhere, and the sale returned: the claw goes below nothing."""
    till = park.till
    sold = sale(till.ids, cart(A, B, member_id=park.fang.id), cash(till.ids, 27_000))
    till.tell(SaleData(sale=sold))
    park.clock.advance_ms(8 * 86_400_000)
    spend = till.begin(park.fang.id, 2_270, HoldLedger.POINTS)
    paid = sale(till.ids, cart(A), by_points(spend, 2_270), cash(till.ids, 17_730))
    till.tell(SaleData(sale=paid))
    till.tell(RefundData(refund=refund(till.ids, sold, {}, {1: 1_000, 2: 1_000})))
    assert [(a.kind, a.balance) for a in park.member().accounts if a.kind == "points_debt"] == [
        ("points_debt", -270)
    ]
    assert till.begin(park.fang.id, 100, HoldLedger.POINTS).reason == "points.debt"
    till.tell(
        SaleData(sale=sale(till.ids, cart(A, B, member_id=park.fang.id), cash(till.ids, 27_000)))
    )
    assert [a.balance for a in park.member().accounts if a.kind == "points_debt"] == [0]
    assert park.member().points_pending == 0


@pytest.mark.parametrize("amount", [30_000, 60_000])
def test_holds_of_many_tills_at_once_never_reserve_a_lot_twice(park, amount):
    tills = [park.site.enrol(park.seeded.tenant_id, code=f"B{n:02d}") for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda till: till.begin(park.fang.id, amount), tills))
    taken = [reply for reply in replies if reply.state is HoldState.PENDING]
    assert len(taken) == 115_000 // amount
    assert {reply.reason for reply in replies if reply.state is HoldState.DECLINED} == {
        "stored_value.short"
    }
    assert park.member().held == amount * len(taken)


def test_one_hold_confirmed_from_many_threads_uses_its_code_once(park):
    holds = [park.till.begin(park.fang.id, 1_000) for _ in range(4)]
    code = park.code()
    with ThreadPoolExecutor(4) as pool:
        states = list(pool.map(lambda hold: park.till.confirm(hold.hold_id, code).state, holds))
    assert sorted(states) == [HoldState.PENDING] * 3 + [HoldState.USABLE]
