"""Returns: cumulative targets, so that any order of parts gives back the same sum."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId, TenderId
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.points import EarnBasis
from posapp.domain.pricing import price
from posapp.domain.refund import Refund, external_attempt_id, quote
from posapp.domain.sale import Part, Sale
from posapp.errors import Refused
from tests.domain.orders import GOLD, RULES, e1_sale, product

A, B = {1: QUANTITY_ONE}, {2: QUANTITY_ONE}


def gives(quoted) -> dict[Part, int]:
    return {give.part: give.amount for give in quoted.gives}


def test_e2_first_b_then_a_to_the_fen():
    first = quote(e1_sale(), {}, B)
    assert gives(first) == {
        Part.CASH: 1_333,
        Part.PRINCIPAL: 5_797,
        Part.BONUS: 870,
        Part.POINTS: 333,
        Part.POINTS_VALUE: 333,
    }
    assert (first.claw, first.net) == (70, 8_333)
    second = quote(e1_sale(), B, A)
    assert gives(second) == {
        Part.CASH: 2_667,
        Part.PRINCIPAL: 11_594,
        Part.BONUS: 1_739,
        Part.POINTS: 667,
        Part.POINTS_VALUE: 667,
    }
    assert (second.claw, second.net) == (143, 16_667)


def test_everything_at_once_is_the_same():
    whole = quote(e1_sale(), {}, {**A, **B})
    assert gives(whole)[Part.CASH] == 4_000
    assert gives(whole)[Part.PRINCIPAL] == 17_391
    assert (whole.claw, whole.net) == (213, 25_000)


def test_lots_and_tenders_are_named():
    lots = {(give.tender_id, give.lot_id) for give in quote(e1_sale(), {}, B).gives}
    assert lots == {
        ("t-points", None),
        ("t-points", "pl-1"),
        ("t-value", "vl-1"),
        ("t-cash", None),
    }


@pytest.mark.parametrize(
    ("before", "wanted", "key"),
    [
        ({}, {}, "refund.nothing"),
        ({}, {1: 0}, "refund.nothing"),
        ({}, {9: QUANTITY_ONE}, "refund.no_such_line"),
        ({}, {1: -1, 2: QUANTITY_ONE}, "refund.no_such_line"),
        ({}, {1: QUANTITY_ONE + 1}, "refund.more_than_sold"),
        (A, {1: 1}, "refund.more_than_sold"),
    ],
)
def test_what_cannot_come_back_is_refused(before, wanted, key):
    with pytest.raises(Refused) as refusal:
        quote(e1_sale(), before, wanted)
    assert refusal.value.key == key


def test_a_sale_that_earned_nothing_claws_nothing():
    sale = replace(e1_sale(), earn_base=0, points_earned=0)
    assert quote(sale, {}, A).claw == 0


def test_points_earned_on_net_are_clawed_by_net():
    payment = payments.start(SaleId("s"), price(_two_lines(), []), "CNY")
    payment = payments.add_coupon(payment, TenderId("c"), 1_000, "maker")
    payment = payments.add_cash(payment, TenderId("m"), 2_000)
    sale = payments.to_sale(payment, "A1", replace(RULES, basis=EarnBasis.NET))
    assert sale.points_earned == 30
    assert quote(sale, {}, A).claw == 10


def test_a_refund_adds_up_by_part():
    quoted = quote(e1_sale(), {}, {**A, **B})
    refund = Refund(
        id="r",
        sale_id="s-1",
        receipt_number="A03-0002",
        sale_receipt_number="A03-0001",
        currency="CNY",
        lines=quoted.lines,
        gives=quoted.gives,
        net=quoted.net,
        tax=quoted.tax,
        claw=quoted.claw,
    )
    money = [part for part in Part if part is not Part.POINTS]
    assert sum(refund.of_part(part) for part in money) == refund.net
    assert refund.tax == sum(line.tax for line in e1_sale().lines)


def test_the_id_of_an_external_part_is_the_same_whenever_it_is_asked_for():
    assert external_attempt_id("r-1", "t-1") == external_attempt_id("r-1", "t-1")
    assert external_attempt_id("r-1", "t-1") != external_attempt_id("r-1", "t-2")


def _two_lines() -> Cart:
    basket, _ = carts.add(Cart(member=GOLD), product("A", 1_000))
    return carts.add(basket, product("B", 2_000))[0]


@st.composite
def sales(draw) -> Sale:
    basket = Cart(member=GOLD)
    for number in range(draw(st.integers(1, 4))):
        unit_price, quantity = draw(st.integers(1, 9_999)), draw(st.integers(1, 7_000))
        basket, _ = carts.add(basket, product(f"P{number}", unit_price), quantity)
    payment = payments.start(SaleId("s"), price(basket, []), "CNY")
    for number in range(draw(st.integers(0, 2))):
        if payment.remaining:
            amount = draw(st.integers(1, payment.remaining))
            payment = payments.add_coupon(payment, TenderId(f"c{number}"), amount, "maker")
    if payment.remaining:
        payment = payments.add_cash(payment, TenderId("cash"), payment.remaining + 7)
    basis = draw(st.sampled_from(list(EarnBasis)))
    return payments.to_sale(payment, "A1", replace(RULES, basis=basis))


def _pieces(draw, sale: Sale) -> list[dict[int, int]]:
    """The whole sale in some number of returns."""
    left = {line.number: line.quantity for line in sale.lines}
    returns = []
    for _ in range(draw(st.integers(0, 5))):
        part = {n: draw(st.integers(0, quantity)) for n, quantity in left.items()}
        if any(part.values()):
            returns.append(part)
            left = {n: quantity - part[n] for n, quantity in left.items()}
    return [*returns, left] if any(left.values()) else returns


@given(st.data(), sales())
def test_in_pieces_or_at_once_each_component_gives_back_the_same_and_never_too_much(data, sale):
    returns = _pieces(data.draw, sale)
    before: dict[int, int] = {}
    sums: dict[object, int] = {}
    net = tax = claw = 0
    for part in returns:
        quoted = quote(sale, before, part)
        assert quoted.net == sum(g.amount for g in quoted.gives if g.part is not Part.POINTS)
        for give in quoted.gives:
            key = (give.tender_id, give.part, give.lot_id)
            sums[key] = sums.get(key, 0) + give.amount
            paid = sum(c.total for c in sale.matrix if (c.tender_id, c.part, c.lot_id) == key)
            assert sums[key] <= paid
        net, tax, claw = net + quoted.net, tax + quoted.tax, claw + quoted.claw
        before = {n: before.get(n, 0) + quantity for n, quantity in part.items()}
    whole = {(c.tender_id, c.part, c.lot_id): c.total for c in sale.matrix if c.total}
    assert sums == whole
    assert (net, tax, claw) == (sale.net, sum(t.tax for t in sale.taxes), sale.points_earned)
