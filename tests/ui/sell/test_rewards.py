"""F8: a coupon is laid, seen, taken off again; points are chosen on the pay screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from posapp.domain.member import MemberStatus
from posapp.ui.keymap import Action
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Way
from posapp.ui.sell.state import Choices
from posapp.wire.requests import HoldLedger
from posapp.workflows.lease_shelf import Lent
from posapp.workflows.selling import CouponOffer
from tests.ui.counter import WANG

RIGHT = Lent(member_id=WANG.id, amount=1, granted_ms=0, ledger=HoldLedger.COUPON, coupons=("C1",))


@pytest.fixture
def went(counter):
    wishes = []
    counter.floor.navigation.requested.connect(wishes.append)
    return wishes


@pytest.fixture
def order(sell, finder, idle):
    """A panda (39.00, hers 35.10) on an order of the member."""
    sell.attach(WANG)
    finder.scan("P009")
    idle()


def ask(actions, idle):
    actions.press(Action.REWARDS)
    idle()


def rewards(sell):
    return [getattr(each, "code", "points") for each in sell.state.choices.rewards]


def test_f8_lists_her_coupons_and_enter_lays_the_one_that_helps(sell, actions, idle, order, shown):
    ask(actions, idle)
    assert rewards(sell) == ["C1", "C2", "points"]
    assert [each.saves for each in sell.state.choices.rewards[:2]] == [500, 0]
    actions.enter_on_nothing("+")
    assert (sell.state.priced.net, sell.state.choices) == (3_010, None)
    assert shown[-1].text == "已用 满20减5券"


def test_a_coupon_comes_off_by_undo_or_by_choosing_it_again(sell, finder, actions, idle, order):
    ask(actions, idle)
    finder.choose(0)
    sell.undo()
    assert (sell.state.priced.net, sell.state.order.cart.coupons) == (3_510, ())
    ask(actions, idle)
    finder.choose(0)
    ask(actions, idle)
    assert sell.state.choices.rewards[0].laid
    assert sell.state.chosen == 2
    finder.choose(0)
    assert (sell.state.priced.net, sell.state.order.cart.coupons) == (3_510, ())


def test_a_coupon_that_takes_nothing_off_is_refused(sell, finder, actions, idle, order, shown):
    ask(actions, idle)
    finder.choose(1)
    assert shown[-1].key == "coupon.takes_nothing"
    assert sell.state.order.cart.coupons == ()


def test_points_are_chosen_on_the_pay_screen(sell, finder, actions, idle, order, went):
    ask(actions, idle)
    finder.choose(2)
    assert [(wish.place, wish.payload.way) for wish in went] == [(Place.PAY, Way.POINTS)]


def test_without_coupons_f8_goes_straight_to_the_points(sell, actions, idle, order, went):
    sell.know(_with(coupons=()))
    ask(actions, idle)
    assert [(wish.place, wish.payload.way) for wish in went] == [(Place.PAY, Way.POINTS)]


def test_who_has_no_points_stays_where_enter_takes_no_cash(sell, actions, idle, order, went, shown):
    sell.know(_with(coupons=(), points=0))
    ask(actions, idle)
    assert (went, shown[-1].text) == ([], "没有可用的积分")


def test_a_frozen_member_pays_with_no_points(sell, actions, idle, order, went, shown):
    sell.know(_with(coupons=(), status=MemberStatus.FROZEN))
    ask(actions, idle)
    assert (went, shown[-1].key) == ([], "member.may_not_pay")


def test_the_coupon_leaves_with_the_member(sell, actions, finder, idle, order):
    ask(actions, idle)
    finder.choose(0)
    sell.detach()
    assert (sell.state.priced.net, sell.state.order.cart.coupons) == (3_900, ())


def test_up_and_down_move_among_the_rewards_and_esc_leaves(sell, actions, idle, order):
    ask(actions, idle)
    actions.press(Action.DOWN)
    actions.press(Action.PAGE_DOWN)
    assert sell.state.chosen == 2
    actions.press(Action.BACK)
    assert sell.state.choices is None


def test_the_panel_says_what_each_would_take_off_and_why_not(
    make_window, look, counter, sell, actions, idle, order, qtbot
):
    window = make_window(look)
    idle()
    ask(actions, idle)
    panel = window.layers.page.choices
    first, second, points = panel.list.rows
    assert (first.text(), first._value, first.isChecked()) == ("满20减5券", "−¥5.00", True)
    assert (second.isEnabled(), second.reason) == (False, "满 ¥500.00 可用")
    assert points.isEnabled()
    first.click()
    assert sell.state.priced.net == 3_010


def test_with_central_away_f8_lays_what_this_till_was_lent(sell, actions, idle, order, shown):
    sell.show_online(online=False)
    ask(actions, idle)
    assert (sell.state.choices, shown[-1].key) == (None, "sell.needs_central")
    sell.show_online(online=False, lent=(RIGHT,))
    ask(actions, idle)
    assert rewards(sell) == ["C1", "C2", "points"]
    actions.enter_on_nothing("+")
    assert sell.state.order.cart.coupons == ("C1",)


def test_with_central_away_a_finger_lays_what_this_till_was_lent(
    make_window, look, sell, idle, order, qtbot
):
    window = make_window(look)
    idle()
    button = window.layers.page.find_side.keys.button(Action.REWARDS)
    sell.show_online(online=False)
    assert not button.isEnabled()
    sell.show_online(online=False, lent=(RIGHT,))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    idle()
    assert rewards(sell) == ["C1", "C2", "points"]


def test_the_panel_says_which_coupon_works_here_and_where_another_is(
    make_window, look, sell, idle, order
):
    window = make_window(look)
    idle()
    here = CouponOffer(code="C1", label="a", saves=500, threshold=0, laid=False, is_here=True)
    away = CouponOffer(code="C2", label="b", saves=500, threshold=0, laid=False, where="1 号店 A04")
    sell.show(choices=Choices(text="券", rewards=(here, away)))
    first, second = window.layers.page.choices.list.rows
    assert (first.isEnabled(), first._sub) == (True, "C1  可离线使用")
    assert (second.isEnabled(), second.reason) == (False, "预留于 1 号店 A04")


def _with(**changes):
    return replace(WANG, **changes)
