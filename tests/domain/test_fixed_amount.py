"""A line whose amount is named by a price label or a record, where no unit price could make it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain.cart import Cart
from posapp.domain.catalog import Product
from posapp.domain.ids import CategoryId, ProductId
from posapp.domain.money import LARGEST_AMOUNT
from posapp.domain.pricing import MemberPrices, price
from posapp.errors import Refused

PEARS = Product(
    id=ProductId("p1"),
    code="P1",
    name="梨",
    category_id=CategoryId("c1"),
    price=100,
    member_price=90,
)


def three_pears() -> tuple[Cart, int]:
    return carts.add(Cart(), PEARS, 3_000)


@given(amount=st.integers(0, LARGEST_AMOUNT))
def test_line_costs_exactly_what_is_named(amount):
    cart, key = three_pears()
    priced = price(carts.fix_amount(cart, key, amount), [MemberPrices("会员价")])
    assert (priced.list_total, priced.net) == (amount, amount)


def test_unit_price_is_what_the_amount_comes_to():
    cart, key = three_pears()
    line = carts.fix_amount(cart, key, 400).line(key)
    assert (line.list_amount, line.unit_price, line.quantity) == (400, 133, 3_000)


def test_new_quantity_goes_by_the_unit_price_again():
    cart, key = three_pears()
    fixed = carts.fix_amount(cart, key, 400)
    assert carts.set_quantity(fixed, key, 1_000).line(key).list_amount == 133


def test_the_same_product_again_is_a_line_of_its_own():
    cart, key = three_pears()
    cart, second = carts.add(carts.fix_amount(cart, key, 400), PEARS)
    assert second != key
    assert [line.list_amount for line in cart.lines] == [400, 100]


@pytest.mark.parametrize("amount", [-1, LARGEST_AMOUNT + 1])
def test_amount_out_of_range_is_refused(amount):
    cart, key = three_pears()
    with pytest.raises(Refused, match=r"cart\.amount_out_of_range"):
        carts.fix_amount(cart, key, amount)
