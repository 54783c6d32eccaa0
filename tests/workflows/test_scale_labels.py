"""Labels of the scale at a till: the goods, the quantity, and no guess about a payment code."""

from dataclasses import replace

import pytest

from posapp.domain.codes import Context
from posapp.domain.own_codes import coupon_code, hold_ticket, ticket_code
from posapp.domain.scale_codes import check_digit
from posapp.workflows.found import (
    FoundCoupon,
    FoundHold,
    FoundProduct,
    LooksLikePayment,
    NothingFound,
)
from tests.workflows.counter import COLA, feed_row, product

MELON = product("00017", 1_980, "哈密瓜", unit="kg")
TEMPLATES = "21{I:5}{W:5}{C}; 23{I:4}{V}{P:5}{C}; 28{I:5}{P:5}{W:5}{C}"


def sealed(digits: str) -> str:
    return digits + str(check_digit(digits))


@pytest.fixture
def scan(till):
    till.cache.apply([feed_row("product", MELON.id, MELON)], "9", "epoch")
    till.desk.use(replace(till.desk.settings, scale_codes=TEMPLATES))
    return lambda text: till.selling.find(text, Context.SELL)


def test_a_weight_label_finds_its_goods_and_their_weight(scan):
    found = scan(sealed("210001700532"))
    assert isinstance(found, FoundProduct)
    assert (found.product, found.quantity, found.barcode) == (MELON, 532, sealed("210001700532"))


def test_an_18_digit_label_is_goods_and_its_digits_are_not_kept_whole(scan):
    code = sealed("28000170105300532")
    found = scan(code)
    assert isinstance(found, FoundProduct)
    assert (found.label.amount, found.quantity) == (1_053, 532)
    assert code not in repr(found)


def test_an_18_digit_label_of_no_goods_may_be_a_payment_code(scan):
    assert isinstance(scan(sealed("28999990105300532")), LooksLikePayment)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sealed("210001700000"), "code.label_empty"),
        (sealed("230017514685"), "code.label_damaged"),
        (sealed("219999900532"), "code.unknown"),
        (ticket_code("T2026001"), "code.ticket_not_here"),
    ],
)
def test_a_label_that_cannot_be_sold_says_why(scan, code, key):
    found = scan(code)
    assert isinstance(found, NothingFound)
    assert found.key == key


def test_goods_that_are_not_weighed_refuse_a_weight(till, scan):
    cake = product("00018", 900, "蛋糕", unit="个")
    till.cache.apply([feed_row("product", cake.id, cake)], "10", "epoch")
    assert scan(sealed("210001800532")) == NothingFound(key="code.not_by_weight", shown="蛋糕")


def test_coupons_and_held_orders_are_told_apart(scan):
    assert scan(coupon_code("C20")) == FoundCoupon(code="C20")
    hold = "0192f3a4-7b1c-7def-8123-456789abcdef"
    assert scan(hold_ticket(hold)) == FoundHold(hold_id=hold)


def test_caps_lock_turns_no_code_into_another(till, scan):
    lower = product("ab-12", 100, "贴纸", barcodes=("Sku-7",))
    till.cache.apply([feed_row("product", lower.id, lower)], "11", "epoch")
    for text in ("sKU-7", "SKU-7", "ｓｋｕ-７", "AB-12"):
        assert scan(text).product == lower
    assert scan("5678").product.product == COLA
