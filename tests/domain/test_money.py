"""Rounding, sharing out, and reading what a person typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.money import (
    LARGEST_AMOUNT,
    Money,
    allocate,
    half_up,
    parse_amount,
    share,
    take,
    tax_included,
    times_quantity,
)
from posapp.errors import Refused

weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (4, 2, 2), (1, 3, 0), (2, 3, 1), (-1, 3, 0), (0, 7, 0)],
)
def test_halves_round_away_from_zero(numerator, denominator, rounded):
    assert half_up(numerator, denominator) == rounded


def test_a_denominator_must_be_positive():
    with pytest.raises(ValueError, match="positive"):
        half_up(1, 0)


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_rounding_is_never_more_than_half_off(numerator, denominator):
    assert abs(half_up(numerator, denominator) * denominator - numerator) * 2 <= denominator


def test_quantities_percentages_and_taxes_use_the_same_rounding():
    assert times_quantity(1_999, 455) == 910
    assert share(999, 1_250) == 125
    assert tax_included(11_300, 1_300) == 1_300


@given(st.integers(0, 10**9), weights.filter(any))
def test_parts_sum_to_the_amount_and_are_within_one_of_their_share(amount, by):
    parts = allocate(amount, by)
    assert sum(parts) == amount
    total = sum(by)
    assert all(abs(p * total - amount * w) < total for p, w in zip(parts, by, strict=True))


@given(st.data(), weights.filter(any))
def test_no_part_exceeds_its_weight_when_there_is_enough(data, by):
    amount = data.draw(st.integers(0, sum(by)))
    assert all(p <= w for p, w in zip(allocate(amount, by), by, strict=True))


def test_ties_go_to_the_earlier_place():
    assert allocate(1_000, [1, 1, 1]) == (334, 333, 333)


def test_there_must_be_something_to_share_by():
    assert allocate(0, [0, 0]) == (0, 0)
    with pytest.raises(ValueError, match="nothing to allocate by"):
        allocate(1, [0, 0])
    with pytest.raises(ValueError, match="negative"):
        allocate(-1, [1])
    with pytest.raises(ValueError, match="negative"):
        allocate(1, [1, -1])


def test_more_than_remains_cannot_be_taken():
    with pytest.raises(Refused) as refusal:
        take(11, [5, 5])
    assert refusal.value.params == {"amount": 11, "remaining": 10}


@given(weights, st.data())
def test_taking_in_pieces_empties_every_place_exactly(by, data):
    left = list(by)
    for last in (False, False, False, True):
        amount = sum(left) if last else data.draw(st.integers(0, sum(left)))
        left = [rest - part for rest, part in zip(left, take(amount, left), strict=True)]
        assert min(left) >= 0
    assert left == [0] * len(by)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("12", 1_200),
        ("12.5", 1_250),
        ("1,234.50", 123_450),
        ("１２．５", 1_250),
        (" .5 ", 50),
        ("5.", 500),
        ("0", 0),
        ("100000000", LARGEST_AMOUNT),
    ],
)
def test_amounts_are_read_as_people_type_them(text, minor):
    assert parse_amount(text) == minor


@pytest.mark.parametrize("text", ["", ".", "1.234", "-1", "1e3", "12元", "1.2.3", "²", "٣"])
def test_anything_else_is_not_an_amount(text):
    with pytest.raises(Refused) as refusal:
        parse_amount(text)
    assert refusal.value.key == "money.not_an_amount"


def test_an_absurd_amount_is_refused_by_name():
    with pytest.raises(Refused) as refusal:
        parse_amount("100000000.01")
    assert refusal.value.key == "money.amount_too_large"


def test_different_currencies_cannot_be_added():
    assert Money(5, "CNY") + Money(6, "CNY") == Money(11, "CNY")
    assert Money(5, "CNY") - Money(6, "CNY") == Money(-1, "CNY")
    with pytest.raises(ValueError, match="CNY and USD"):
        Money(5, "CNY") + Money(5, "USD")
