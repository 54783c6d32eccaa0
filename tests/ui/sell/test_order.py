"""The order and its past."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.errors import Refused
from posapp.ui.sell.order import Order
from posapp.ui.sell.quantities import parse_quantity
from posapp.workflows.draft import Draft
from tests.ui.counter import products

GOODS = products()


@pytest.fixture
def order():
    return Order(draft=Draft(sale_id=SaleId("sale"), cart=Cart()))


def test_a_second_scan_of_the_same_goods_adds_to_the_line(order):
    order = order.with_product(GOODS[0], 1000, "").with_product(GOODS[0], 1000, "")
    assert [line.quantity for line in order.cart.lines] == [2000]


def test_one_less_of_the_last_removes_the_line_and_undo_brings_it_back(order):
    full = order.with_product(GOODS[0], 1000, "").with_product(GOODS[1], 1000, "")
    less = full.stepped(-1)
    assert [line.name for line in less.cart.lines] == ["矿泉水"]
    assert less.selected == less.cart.lines[0].key
    assert less.undone().cart == full.cart


def test_removing_chooses_the_neighbour(order):
    for product in GOODS[:3]:
        order = order.with_product(product, 1000, "")
    middle = order.choosing(order.cart.lines[1].key).without_line()
    assert middle.cart.line(middle.selected).name == "珍珠奶茶"


def test_the_choice_stays_within_the_lines(order):
    for product in GOODS[:3]:
        order = order.with_product(product, 1000, "")
    assert order.moved(8).selected == order.cart.lines[2].key
    assert order.moved(-8).selected == order.cart.lines[0].key
    assert Order(draft=order.draft).moved(-1).selected == order.cart.lines[1].key


def test_without_a_chosen_line_nothing_can_be_changed(order):
    with pytest.raises(Refused, match=r"cart\.line_gone"):
        order.stepped(1)


def test_an_empty_past_undoes_nothing(order):
    assert order.undone() is order


@given(st.lists(st.sampled_from(["add", "more", "less", "remove"]), max_size=30))
def test_undo_leads_back_to_the_empty_order_step_by_step(steps):
    order = Order(draft=Draft(sale_id=SaleId("sale"), cart=Cart()))
    carts = []
    for place, step in enumerate(steps):
        before = order
        try:
            match step:
                case "add":
                    order = order.with_product(GOODS[place % 15], 1000, "")
                case "more":
                    order = order.stepped(1)
                case "less":
                    order = order.stepped(-1)
                case "remove":
                    order = order.without_line()
        except Refused:
            assert order is before
            continue
        carts.append(before.cart)
    while carts:
        order = order.undone()
        assert order.cart.lines == carts.pop().lines
    assert not order.can_undo


def test_undo_goes_back_as_far_as_the_order_goes(order):
    for _ in range(300):
        order = order.with_product(GOODS[0], 1000, "")
    for _ in range(299):
        order = order.undone()
    assert [line.quantity for line in order.cart.lines] == [1000]


def test_a_line_taken_back_by_undo_is_voided_and_not_forgotten(order):
    order = order.with_product(GOODS[0], 1000, "").with_product(GOODS[1], 1000, "")
    order = order.undone().undone()
    assert order.cart.is_empty
    assert [line.name for line in order.cart.voided] == ["矿泉水", "可口可乐"]
    again = order.with_product(GOODS[2], 1000, "")
    assert [line.key for line in again.cart.lines] == [3]


def test_a_note_is_a_change_like_any_other(order):
    order = order.with_product(GOODS[0], 1000, "").with_note("不要冰", whole=False)
    order = order.with_note("送到三号门", whole=True)
    assert (order.cart.lines[0].note, order.cart.note) == ("不要冰", "送到三号门")
    assert order.undone().cart.note == ""
    assert order.undone().undone().cart.lines[0].note == ""


@pytest.mark.parametrize(
    ("text", "thousandths"), [("3", 3000), ("0.125", 125), ("2.5", 2500), ("１２", 12000)]
)
def test_quantities_are_read_exactly(text, thousandths):
    assert parse_quantity(text) == thousandths


@pytest.mark.parametrize("text", ["", "-1", "1e3", "abc", "1.2345", "999999", "1,5", "٣"])
def test_what_is_no_quantity_is_refused(text):
    with pytest.raises(Refused, match=r"cart\.quantity_not_valid"):
        parse_quantity(text)
