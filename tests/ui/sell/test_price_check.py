"""Prices that are only asked for, and goods that are added once more."""

from dataclasses import replace

import pytest

from posapp.domain.cart import Cart
from posapp.ui.keymap import Action
from posapp.ui.sell.quantities import times_alone
from posapp.ui.sell.state import Entry
from tests.ui.counter import WANG, products, renew

GOODS = products()
WATER, COLA, PANDA = GOODS[0], GOODS[1], GOODS[8]


def quantities(sell):
    return [line.line.quantity for line in sell.state.priced.lines]


def ask(actions):
    actions.press(Action.PRICE_CHECK)


def test_a_search_that_finds_one_product_shows_its_price_and_sells_nothing(
    sell, finder, actions, idle
):
    ask(actions)
    finder.submit("熊猫")
    idle()
    assert sell.state.checked.product.name == "熊猫毛绒"
    assert quantities(sell) == []


def test_a_search_that_finds_several_shows_tiles_and_goes_on_asking(sell, finder, actions, idle):
    ask(actions)
    finder.search_typed("雨衣")
    idle()
    assert {each.name for each in sell.state.shelf.tiles} == {"成人雨衣", "儿童雨衣"}
    assert sell.state.entry is Entry.PRICE_CHECK
    actions.touch_tile(sell.state.shelf.tiles[0])
    assert sell.state.checked.product == sell.state.shelf.tiles[0]
    assert quantities(sell) == []


def test_the_members_own_price_is_shown_once_she_is_known(sell, finder, actions, idle):
    ask(actions)
    finder.scan("P009")
    idle()
    assert sell.state.checked.member_price is None
    finder.dismiss()
    sell.attach(WANG)
    ask(actions)
    finder.scan("P009")
    idle()
    assert sell.state.checked.member_price == 3_510


def test_what_was_looked_at_is_added_when_it_is_wanted_after_all(sell, finder, actions, idle):
    ask(actions)
    finder.scan("P002")
    idle()
    actions.press(Action.REPEAT)
    idle()
    assert sell.state.checked is None
    assert quantities(sell) == [1000]


def test_the_last_goods_once_more_with_the_same_quantity(sell, finder, actions, idle):
    finder.submit("3*P002")
    idle()
    actions.press(Action.REPEAT)
    idle()
    assert quantities(sell) == [6000]


def test_a_repetition_costs_what_the_feed_says_by_now(sell, finder, actions, idle, counter):
    finder.scan("P001")
    idle()
    renew(counter.cache, replace(WATER, price=350))
    actions.press(Action.REPEAT)
    idle()
    assert [line.line.unit_price for line in sell.state.priced.lines] == [300, 350]


def test_what_has_sold_out_since_is_not_added_again(sell, finder, actions, idle, counter, shown):
    finder.scan("P001")
    idle()
    renew(counter.cache, replace(WATER, sold_out=True))
    actions.press(Action.REPEAT)
    idle()
    assert quantities(sell) == [1000]
    assert shown[-1].key == "cart.sold_out"


def test_without_anything_to_repeat_nothing_happens(sell, actions, idle):
    actions.press(Action.REPEAT)
    idle()
    assert quantities(sell) == []


def test_a_count_with_a_star_alone_is_for_the_chosen_line(sell, finder, idle):
    finder.scan("P001")
    finder.scan("P002")
    idle()
    sell.move(-1)
    finder.submit("5*")
    idle()
    assert quantities(sell) == [5000, 1000]


@pytest.mark.parametrize(
    ("text", "count"),
    [("3*", "3"), ("0.5*", "0.5"), ("１２＊", "12"), ("3*P", ""), ("*", ""), ("3", "")],
)
def test_only_a_count_and_a_star_are_a_count(text, count):
    assert times_alone(text) == count


def test_a_member_price_is_of_one_piece_and_only_where_it_differs(counter):
    selling = counter.selling
    cart = selling.join(Cart(), WANG)
    assert selling.member_price(PANDA, cart.member) == 3_510
    assert selling.member_price(COLA, cart.member) is None
    assert selling.member_price(PANDA, None) is None
