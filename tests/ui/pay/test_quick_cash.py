"""The keys offered for cash are amounts that a person would hand over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.ui.pay.quick_cash import quick_cash


@pytest.mark.parametrize(
    ("due", "keys"),
    [
        (9_020, (9_100, 9_500, 10_000, 20_000)),
        (2_020, (2_100, 2_500, 5_000, 10_000)),
        (3_500, (4_000, 5_000, 10_000, 20_000)),
        (10_000, (20_000, 30_000, 40_000, 50_000)),
        (5, (100, 500, 1_000, 2_000)),
        (0, ()),
    ],
)
def test_keys_round_up_a_little_then_name_notes(due, keys):
    assert quick_cash(due) == keys


@given(st.integers(min_value=1, max_value=10_000_000))
def test_keys_rise_and_always_cover_what_is_due(due):
    keys = quick_cash(due)
    assert len(keys) == 4
    assert list(keys) == sorted(set(keys))
    assert keys[0] > due


def test_another_currency_has_its_own_notes():
    assert quick_cash(8_640, notes=(1_000, 2_000, 5_000, 10_000, 50_000)) == (
        9_000,
        10_000,
        50_000,
        100_000,
    )
