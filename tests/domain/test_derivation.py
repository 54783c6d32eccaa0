"""Why an amount is what it is: the steps always end at the very figure that is shown."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import ManualReduction, Modifier
from posapp.domain.derivation import StepKind, of_line, of_order, of_payment
from posapp.domain.ids import SaleId, TenderId
from posapp.domain.offers import Offer
from posapp.domain.payment import to_sale
from posapp.domain.pricing import ManualReductions, MemberPrices, Stage, price
from tests.domain.orders import (
    GOLD,
    OFFERS,
    RULES,
    cart,
    e1_payment,
    e1_priced,
    product,
    sources,
)

PROMOTION = Offer(
    code="spring", version=2, label="春季 8 折", stage=Stage.PROMOTION, basis_points=2_000
)


def all_sources():
    return [MemberPrices("会员价"), *sources(*OFFERS, PROMOTION), ManualReductions("手工优惠")]


def kinds(steps):
    return [step.kind for step in steps]


def test_a_line_tells_its_list_price_and_each_reduction_in_the_price_order():
    basket = cart(product("A", 2_000, member_price=1_800), member=GOLD)
    basket = carts.set_quantity(basket, 1, 2_000)
    basket = carts.reduce_line(basket, 1, ManualReduction(amount=100, reason="破损"))
    steps = of_line(price(basket, all_sources()), 1)
    assert [(s.label, s.amount, s.after) for s in steps if s.kind is StepKind.CUT] == [
        ("会员价", -400, 3_600),
        ("金卡 9 折", -360, 3_240),
        ("春季 8 折", -648, 2_592),
        ("手工优惠 破损", -100, 2_492),
    ]
    assert (steps[0].quantity, steps[0].unit_price, steps[0].amount) == (2_000, 2_000, 4_000)
    assert steps[-2].amount == 2_492


def test_what_came_off_the_whole_order_is_named_as_a_share():
    steps = of_line(e1_priced(), 1)
    shares = [s for s in steps if s.kind is StepKind.SHARE]
    assert ("减 20", -2_000) in [(s.label, s.whole) for s in shares]
    assert all(0 > s.amount > s.whole for s in shares)


def test_a_line_that_is_gone_has_no_derivation():
    assert of_line(e1_priced(), 99) == ()


def test_a_choice_that_costs_is_told():
    basket, key = carts.add(
        carts.Cart(),
        product("A", 1_800),
        modifiers=(Modifier(code="e", name="蛋", unit_price=200),),
    )
    steps = of_line(price(basket, ()), key)
    assert [(s.kind, s.amount) for s in steps[:2]] == [
        (StepKind.LIST, 2_000),
        (StepKind.MODIFIER, 200),
    ]


def test_a_price_label_is_no_list_price():
    basket = carts.fix_amount(cart(product("A", 1_000)), 1, 777)
    assert kinds(of_line(price(basket, ()), 1))[0] is StepKind.LABELLED


def test_without_a_member_nothing_is_earned():
    assert of_order(e1_priced())[-1].kind is StepKind.NO_POINTS
    assert of_payment(e1_payment())[-1].kind is StepKind.NO_POINTS


def test_the_points_of_a_payment_are_the_points_of_the_sale():
    payment = e1_payment()
    sale = to_sale(payment, "A03-1", RULES)
    base, points = of_payment(payment, RULES)[-2:]
    assert (base.amount, points.count) == (sale.earn_base, sale.points_earned)


def test_a_payment_in_work_counts_the_rest_as_money():
    payment = replace(e1_payment(), tenders=())
    base = of_payment(payment, RULES)[-2]
    assert base.amount == payment.net


def test_change_and_what_was_handed_over_are_told():
    priced = price(cart(product("A", 1_500)), ())
    payment = payments.add_cash(payments.start(SaleId("s"), priced, "CNY"), TenderId("t"), 2_000)
    handed = [s for s in of_payment(payment) if s.kind is StepKind.HANDED]
    assert [(s.amount, s.whole) for s in handed] == [(2_000, 500)]


@given(
    goods=st.lists(
        st.tuples(st.integers(1, 50_000), st.integers(1, 5_000), st.integers(0, 9_000)),
        min_size=1,
        max_size=6,
    ),
    member=st.sampled_from([None, GOLD]),
    cut=st.integers(0, 9_999),
    laid=st.booleans(),
)
def test_the_steps_always_end_at_the_amount(goods, member, cut, laid):
    basket = cart(
        *(product(f"P{i}", amount) for i, (amount, _count, _off) in enumerate(goods)),
        member=member,
    )
    for key, (_amount, count, off) in enumerate(goods, 1):
        basket = carts.set_quantity(basket, key, count)
        basket = carts.reduce_line(basket, key, ManualReduction(basis_points=off, reason="x"))
    basket = carts.reduce_order(basket, ManualReduction(basis_points=cut, reason="y"))
    if laid:
        basket = carts.lay_coupon(basket, "C20")
    priced = price(basket, all_sources())
    for line in priced.lines:
        _check(of_line(priced, line.line.key), line.net)
    _check(of_order(priced, RULES), priced.net)


def _check(steps, net):
    running = [step for step in steps if step.after is not None]
    for before, step in pairwise(running):
        assert step.after == before.after + step.amount
    assert running[-1].after == net
    assert next(step.amount for step in steps if step.kind is StepKind.NET) == net


@pytest.mark.parametrize("rules", [None, RULES])
def test_what_remains_is_told_whatever_was_paid(rules):
    remains = [s for s in of_payment(e1_payment(), rules) if s.kind is StepKind.REMAINS]
    assert [s.amount for s in remains] == [e1_payment().remaining]
