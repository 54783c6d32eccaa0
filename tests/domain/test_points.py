"""Points: whole steps, rounding down, and soonest to expire first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.ids import LotId
from posapp.domain.points import (
    EarnBasis,
    PointLot,
    PointRules,
    earn_base,
    earned,
    most_usable,
    plan_burn,
    value_of,
)
from posapp.errors import Refused
from tests.domain.orders import e1_sale

RULES = PointRules()
NOW = 1_000


def lot(name: str, points: int, expires_ms: int | None = None, available_from_ms: int = 0):
    return PointLot(
        lot_id=LotId(name),
        points=points,
        available_from_ms=available_from_ms,
        expires_ms=expires_ms,
    )


def burnt(lots, points):
    return [(piece.lot_id, piece.points) for piece in plan_burn(lots, points, NOW)]


def test_only_paid_money_earns_unless_the_rule_says_net():
    sale = e1_sale()
    assert earn_base(RULES, sale.net, sale.matrix) == 21_391
    on_net = replace(RULES, basis=EarnBasis.NET)
    assert earn_base(on_net, sale.net, sale.matrix) == 25_000


def test_earning_rounds_down():
    assert earned(RULES, 21_391) == 213
    assert earned(RULES, 99) == 0


def test_points_pay_whole_units_only():
    assert value_of(RULES, 1_000) == 1_000
    coarse = replace(RULES, burn_points=100, burn_value=50)
    assert value_of(coarse, 2) == 1
    for bad in (0, -100, 1):
        with pytest.raises(Refused) as refusal:
            value_of(coarse, bad)
        assert refusal.value.key == "points.not_a_multiple"


@given(st.integers(1, 500), st.integers(1, 500), st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_most_usable_points_fit_balance_and_due(per, value, available, due):
    rules = replace(RULES, burn_points=per, burn_value=value)
    most = most_usable(rules, available, due)
    assert 0 <= most <= available
    if most:
        assert value_of(rules, most) <= due


def test_points_that_are_worth_nothing_are_a_mistake_in_the_rules():
    with pytest.raises(ValueError, match="worth nothing"):
        most_usable(replace(RULES, burn_value=0), 100, 100)


def test_soonest_to_expire_leaves_first_and_never_expiring_last():
    lots = [lot("never", 100), lot("late", 100, 9_000), lot("soon", 100, 5_000)]
    assert burnt(lots, 250) == [("soon", 100), ("late", 100), ("never", 50)]


def test_what_is_pending_expired_or_empty_is_not_used():
    lots = [
        lot("pending", 100, 9_000, available_from_ms=NOW + 1),
        lot("expired", 100, NOW),
        lot("empty", 0, 9_000),
        lot("good", 100, 9_000),
    ]
    assert burnt(lots, 100) == [("good", 100)]
    with pytest.raises(Refused) as refusal:
        plan_burn(lots, 101, NOW)
    assert refusal.value.params == {"available": 100, "wanted": 101}


def test_of_the_same_day_the_older_lot_leaves_first():
    lots = [lot("b", 10, 9_000, available_from_ms=2), lot("a", 10, 9_000, available_from_ms=1)]
    assert burnt(lots, 10) == [("a", 10)]


@given(st.lists(st.tuples(st.integers(0, 99), st.none() | st.integers(900, 1_100)), max_size=8))
def test_slices_sum_to_what_was_asked(parts):
    lots = [lot(f"l{i}", points, expires) for i, (points, expires) in enumerate(parts)]
    usable = sum(each.points for each in lots if each.expires_ms is None or each.expires_ms > NOW)
    pieces = plan_burn(lots, usable, NOW)
    assert sum(piece.points for piece in pieces) == usable
    assert all(piece.points > 0 for piece in pieces)
