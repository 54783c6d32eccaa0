"""Why so much comes back: the steps end at the very figures of the quote, whatever is returned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import refund as refunds
from posapp.domain.derivation import StepKind
from posapp.domain.derivation_refund import of_return, of_returned_line
from posapp.domain.sale import Part, TenderKind
from tests.domain.orders import e1_sale


@pytest.fixture(scope="module")
def sale():
    return e1_sale()


def one(steps, kind):
    (found,) = (step for step in steps if step.kind is kind)
    return found


def everything(sale):
    return {line.number: line.quantity for line in sale.lines}


def test_a_line_that_comes_back_whole_gives_what_it_was_paid(sale):
    quote = refunds.quote(sale, {}, everything(sale))
    for line, back in zip(sale.lines, quote.lines, strict=True):
        steps = of_returned_line(sale, {}, back)
        assert one(steps, StepKind.SOLD).amount == line.net
        assert one(steps, StepKind.BACK).amount == line.net
        assert one(steps, StepKind.BACK).count == 0
        assert [step for step in steps if step.kind is StepKind.BEFORE] == []


def test_what_came_back_before_is_told(sale):
    line = sale.lines[0]
    half = line.quantity // 2
    before = {line.number: half}
    quote = refunds.quote(sale, before, {line.number: half // 2})
    steps = of_returned_line(sale, before, quote.lines[0])
    assert one(steps, StepKind.BEFORE).quantity == half
    assert one(steps, StepKind.BACK).count == line.quantity - half - half // 2
    assert one(steps, StepKind.BACK).amount == quote.net


def test_each_tender_is_told_with_what_it_paid_and_what_it_gets(sale):
    quote = refunds.quote(sale, {}, everything(sale))
    steps = of_return(sale, {}, quote)
    given_back = {step.tender: step for step in steps if step.kind is StepKind.GIVEN}
    assert set(given_back) == {TenderKind.POINTS, TenderKind.STORED_VALUE, TenderKind.CASH}
    assert all(step.whole == -step.amount for step in given_back.values())
    assert given_back[TenderKind.POINTS].count == 1_000
    parts = one(steps, StepKind.PARTS)
    assert (parts.amount, parts.whole) == (17_391, 2_609)


def test_points_taken_back_are_told_with_the_money_that_earned_them(sale):
    quote = refunds.quote(sale, {}, everything(sale))
    steps = of_return(sale, {}, quote)
    base = one(steps, StepKind.CLAW_BASE)
    assert (base.amount, base.whole, base.count) == (
        sale.earn_base,
        sale.earn_base,
        sale.points_earned,
    )
    assert one(steps, StepKind.CLAW).count == quote.claw == sale.points_earned


@given(data=st.data())
def test_whatever_is_returned_the_tenders_use_up_the_amount_to_nothing(data):
    sale = e1_sale()
    before, wanted = {}, {}
    for line in sale.lines:
        was = data.draw(st.integers(0, line.quantity))
        before[line.number] = was
        wanted[line.number] = data.draw(st.integers(0, line.quantity - was))
    if not any(wanted.values()):
        return
    quote = refunds.quote(sale, before, wanted)
    steps = of_return(sale, before, quote)
    gives = [step for step in steps if step.kind is StepKind.GIVEN]
    assert steps[0].amount == quote.net == -sum(step.amount for step in gives)
    if gives:
        assert gives[-1].after == 0
    assert sum(step.count for step in gives) == sum(
        give.amount for give in quote.gives if give.part is Part.POINTS
    )
    backs = [of_returned_line(sale, before, back) for back in quote.lines]
    assert sum(one(steps, StepKind.BACK).amount for steps in backs) == quote.net
