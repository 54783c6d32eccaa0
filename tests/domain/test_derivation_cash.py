"""Why a drawer should hold so much, and what differs: the steps end at the Z's very figures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.derivation import StepKind, of_earned
from posapp.domain.derivation_cash import (
    of_counted_cash,
    of_difference,
    of_expected_cash,
    of_top_up,
)
from posapp.domain.points import PointRules, earned
from posapp.domain.shift import ShiftSums, TenderSum, expected_cash
from tests.domain.orders import e1_sale
from tests.domain.test_z_content import rich

fen = st.integers(0, 10_000_000)


def kinds(steps):
    return [step.kind for step in steps]


def test_every_way_that_cash_moves_is_a_step_of_its_own():
    report = rich()
    steps = of_expected_cash(report.float_amount, report.sums)
    assert [(step.kind, step.amount) for step in steps] == [
        (StepKind.FLOAT, 50_000),
        (StepKind.CASH_TAKEN, 20_000),
        (StepKind.CASH_BACK, -1_000),
        (StepKind.CASH_TOP_UPS, 10_000),
        (StepKind.CASH_IN, 3_000),
        (StepKind.CASH_OUT, -2_000),
        (StepKind.DROPPED, -5_000),
        (StepKind.EXPECTED, report.expected_cash),
    ]


def test_what_did_not_happen_is_left_out():
    assert kinds(of_expected_cash(0, ShiftSums())) == [StepKind.FLOAT, StepKind.EXPECTED]


@given(
    float_amount=fen,
    cash=st.lists(st.tuples(fen, fen), max_size=3),
    card=fen,
    top_up_cash=fen,
    cash_in=fen,
    cash_out=fen,
    cash_dropped=fen,
)
def test_whatever_moved_the_steps_come_to_what_the_z_expects(float_amount, cash, card, **moved):
    tenders = tuple(TenderSum(kind="cash", taken=a, given_back=b) for a, b in cash)
    sums = ShiftSums(tenders=(*tenders, TenderSum(kind="external", taken=card)), **moved)
    *moves, result = of_expected_cash(float_amount, sums)
    left = 0
    for step in moves:
        left += step.amount
        assert step.after == left
    assert result.amount == left == expected_cash(float_amount, sums)


@pytest.mark.parametrize("extra", [-300, 0, 70])
def test_the_count_less_what_should_be_there_is_the_difference(extra):
    even = rich()
    counted = even.expected_cash + extra
    report = rich(count={100: counted // 100, 1: counted % 100})
    pieces = of_counted_cash(report)
    assert sum(step.amount for step in pieces[:-1]) == pieces[-1].amount == counted
    assert StepKind.PIECES not in kinds(of_counted_cash(replace(report, count=((100, 0),))))
    was, expected, left = of_difference(report)
    assert (was.after, expected.after) == (counted, left.amount)
    assert left.amount == report.difference == was.amount + expected.amount == extra


@given(before=fen, principal=st.integers(1, 10_000_000), bonus=fen, over=fen)
def test_a_top_up_credits_what_is_paid_and_the_bonus(before, principal, bonus, over):
    steps = of_top_up(before, principal, bonus, tendered=principal + over, change=over)
    amounts = {step.kind: step.amount for step in steps}
    assert amounts[StepKind.PAID_IN] == amounts[StepKind.HANDED] - over == principal
    assert amounts[StepKind.CREDITED] == principal + bonus
    assert amounts[StepKind.HOLDS] == before + principal + bonus
    assert (StepKind.BONUS in amounts) == bool(bonus)
    assert StepKind.HANDED not in kinds(of_top_up(before, principal, bonus))


@given(base=fen, per=st.integers(1, 5_000), each=st.integers(1, 50))
def test_the_points_of_a_sale_and_what_was_too_little_for_one_more(base, per, each):
    rules = PointRules(earn_per=per, earn_points=each)
    steps = of_earned(replace(e1_sale(), earn_base=base), rules)
    assert (steps[0].amount, steps[-1].count) == (base, earned(rules, base))
    rest = sum(step.amount for step in steps if step.kind is StepKind.POINT_REST)
    assert earned(rules, base - rest) == earned(rules, base)
    if base > rest:
        assert earned(rules, base - rest - 1) < earned(rules, base)


def test_without_a_member_a_sale_earns_nothing():
    assert kinds(of_earned(e1_sale(), None)) == [StepKind.NO_POINTS]
