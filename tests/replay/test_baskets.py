"""Recorded lines as numbers that a till can ring."""

from __future__ import annotations

import pytest

from posapp.domain.cart import LARGEST_QUANTITY, Cart, add, fix_amount
from posapp.domain.catalog import Product
from posapp.domain.ids import CategoryId, ProductId, is_uuid_text
from posapp.domain.pricing import Stage, price
from posapp.errors import Refused
from posapp.replay.baskets import RecordedLine, cents, member_number
from posapp.replay.recorded_prices import recorded_sources
from posapp.replay.shop import shop_of
from tests.replay.records import FUEL, MadeRecords


def line(**changes) -> RecordedLine:
    facts = {
        "product": "1",
        "quantity": 3,
        "net": 278,
        "member_reduction": 80,
        "retailer_coupon": 20,
        "manufacturer_coupon": 50,
    }
    return RecordedLine(**(facts | changes))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.39", 139),
        ("0.1", 10),
        ("840.0", 84_000),
        ("0.0", 0),
        ("4.440892e-16", 0),
        ("0.005", 1),
        ("2.675", 268),
    ],
)
def test_cents_come_from_the_decimal_text(text, amount):
    assert cents(text) == amount


@pytest.mark.parametrize("text", ["", "one", "NaN", "Infinity"])
def test_what_is_no_amount_is_no_cents(text):
    with pytest.raises(ValueError, match=f"^{text}$"):
        cents(text)


@pytest.mark.parametrize(
    ("recorded", "thousandths"), [(1, 1_000), (144, 144_000), (10_087, 10_087), (89_638, 89_638)]
)
def test_fuel_is_recorded_in_thousandths_and_everything_else_in_pieces(recorded, thousandths):
    quantity = line(quantity=recorded).thousandths
    assert quantity == thousandths <= LARGEST_QUANTITY


@pytest.mark.parametrize("left_out", [{"quantity": 0}, {"net": 0}, {"quantity": -1}])
def test_line_without_quantity_or_value_is_left_out(left_out):
    assert line().is_kept
    assert not line(**left_out).is_kept


def test_sale_id_of_a_basket_is_always_the_same_and_its_own():
    ids = [basket.sale_id for basket in MadeRecords().baskets(40)]
    assert ids == [basket.sale_id for basket in MadeRecords().baskets(40)]
    assert len(set(ids)) == 40
    assert ids == sorted(ids)
    assert all(is_uuid_text(each) for each in ids)


def test_recorded_amounts_come_out_of_the_pricing_as_they_went_in():
    product = Product(
        id=ProductId("p"), code="1", name="MILK", category_id=CategoryId("c"), price=99
    )
    record = line()
    cart, key = add(Cart(), product, record.thousandths)
    cart = fix_amount(cart, key, record.list_amount)
    priced = price(cart, recorded_sources({key: record}))
    assert (priced.list_total, priced.net) == (378, 278)
    assert (priced.by_stage(Stage.MEMBER), priced.by_stage(Stage.COUPON)) == (80, 20)


def test_record_that_takes_off_more_than_there_is_is_refused():
    product = Product(
        id=ProductId("p"), code="1", name="MILK", category_id=CategoryId("c"), price=99
    )
    cart, key = add(Cart(), product)
    with pytest.raises(Refused, match=r"price\.reduction_exceeds"):
        price(cart, recorded_sources({key: line(member_reduction=100)}))


def test_shop_has_every_product_and_household_under_codes_that_cannot_be_confused():
    store = shop_of(MadeRecords())
    assert {product.code for product in store.products} >= {FUEL}
    numbers = {member.number for member in store.members}
    assert numbers == {"HH00007", "HH00900", "HH02500"}
    assert len({member.phone for member in store.members}) == 3
    assert member_number("7") == "HH00007"
    assert store.tenant.currency == "USD"
