"""Rounding off is the last reduction of all: to the fen on every line, and never to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.cart import CartMember
from posapp.domain.ids import MemberId
from posapp.domain.pricing import Stage, price
from posapp.domain.rounding import (
    RoundingMode,
    RoundingOff,
    RoundingRule,
    RoundTo,
    next_step,
    over,
    round_off,
)
from posapp.domain.signed_off import SignedOff
from tests.domain.orders import cart, product, sources

LABEL = "抹零"
TO_YUAN = RoundingRule(mode=RoundingMode.BUTTON, to=RoundTo.YUAN)
TO_JIAO = RoundingRule(mode=RoundingMode.BUTTON, to=RoundTo.JIAO)


def priced(basket, automatic=0):
    return price(basket, [*sources(), RoundingOff(LABEL, automatic)])


def test_pressing_once_more_goes_from_fen_to_jiao_to_yuan_and_back():
    taken, seen = 0, []
    for _ in range(3):
        step = next_step(TO_YUAN, 9_023, taken)
        taken = over(9_023, step)
        seen.append(9_023 - taken)
    assert seen == [9_020, 9_000, 9_023]


@pytest.mark.parametrize(
    ("rule", "amount", "step"),
    [
        (TO_JIAO, 9_023, 10),
        (TO_JIAO, 9_020, 0),
        (TO_YUAN, 9_020, 100),
        (TO_YUAN, 9_000, 0),
        (TO_YUAN, 7, 0),
        (RoundingRule(mode=RoundingMode.OFF, to=RoundTo.YUAN), 9_023, 0),
    ],
)
def test_only_what_is_there_and_what_the_shop_allows_is_rounded_off(rule, amount, step):
    assert next_step(rule, amount, 0) == step


def test_rounding_is_its_own_reduction_and_falls_on_the_lines():
    yes = SignedOff(act="round_off", asked_by="李", approved_by="周岚", approval_id="approval-1")
    basket = round_off(cart(product("A", 6_011), product("B", 3_012)), 100, yes)
    result = priced(basket)
    assert (result.net, result.by_stage(Stage.ROUNDING)) == (9_000, 23)
    cuts = [cut for line in result.lines for cut in line.reductions]
    assert {(cut.label, cut.rule) for cut in cuts} == {(LABEL, "rounding:100:approval-1")}


def test_automatic_rounding_needs_no_hand_and_taking_it_back_leaves_it():
    basket = round_off(cart(product("A", 9_023)), 0)
    assert priced(basket, automatic=10).net == 9_020
    assert basket.rounding is None


def test_what_is_below_one_step_is_not_given_away():
    assert priced(round_off(cart(product("A", 5)), 10)).net == 5


@given(
    amounts=st.lists(st.integers(1, 1_000_000), min_size=1, max_size=8),
    step=st.sampled_from([10, 100]),
    gold=st.booleans(),
)
def test_lines_sum_to_a_round_net_and_nothing_falls_below_nothing(amounts, step, gold):
    member = CartMember(member_id=MemberId("m-1"), number="M1", tier="gold") if gold else None
    goods = [product(f"P{n}", amount) for n, amount in enumerate(amounts)]
    basket = cart(*goods, member=member)
    result = priced(round_off(basket, step))
    plain = priced(basket).net
    assert result.net % step == 0 or result.net < step
    assert 0 <= plain - result.net == result.by_stage(Stage.ROUNDING) < step
    assert sum(line.net for line in result.lines) == result.net
    assert all(line.net >= 0 for line in result.lines)
    for line in result.lines:
        assert line.list_amount - sum(cut.amount for cut in line.reductions) == line.net
