"""What may be lent to a terminal, what it covers, and what copies of a terminal can cost."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.leases import (
    Lease,
    LeasePolicy,
    Standing,
    check_policy,
    covered,
    day_end_ms,
    exposure,
    grantable,
    less,
    overspend_bound,
    spend,
    total,
)
from posapp.domain.sale import ValueSlice
from posapp.errors import Refused

AMOUNTS = st.integers(0, 1_000_000)
SLICES = st.lists(
    st.builds(
        ValueSlice,
        lot_id=st.sampled_from(["a", "b", "c", "d"]),
        principal=st.integers(0, 50_000),
        bonus=st.integers(0, 50_000),
    ),
    max_size=4,
    unique_by=lambda piece: piece.lot_id,
).map(tuple)


def lease(*slices, ends_ms=1_000):
    return Lease(id="l", member_id="m", slices=slices, ends_ms=ends_ms)


@given(cap=AMOUNTS, ceiling=AMOUNTS, available=AMOUNTS, of_member=AMOUNTS, of_terminal=AMOUNTS)
def test_a_grant_stays_below_what_she_has_her_cap_and_the_ceiling(
    cap, ceiling, available, of_member, of_terminal
):
    policy = LeasePolicy(cap=cap, ceiling=ceiling)
    standing = Standing(available=available, of_member=of_member, of_terminal=of_terminal)
    amount = grantable(policy, standing)
    assert 0 <= amount <= available
    if amount:
        assert of_member + amount <= cap
        assert of_terminal + amount <= ceiling
    elif policy.is_on:
        assert available == 0 or of_member >= cap or of_terminal >= ceiling


def test_nothing_is_lent_unless_the_operator_switched_it_on():
    plenty = Standing(available=10_000, of_member=0, of_terminal=0)
    assert grantable(LeasePolicy(), plenty) == 0
    assert grantable(LeasePolicy(cap=5_000), plenty) == 0
    assert grantable(LeasePolicy(cap=5_000, ceiling=8_000), plenty) == 5_000


@pytest.mark.parametrize(("cap", "ceiling"), [(1, 0), (0, 1), (2, 1), (-1, 5), (1, 10**15)])
def test_a_policy_that_contradicts_itself_is_refused(cap, ceiling):
    with pytest.raises(Refused, match=r"lease\.policy_not_valid"):
        check_policy(LeasePolicy(cap=cap, ceiling=ceiling))


def test_off_and_on_are_policies():
    check_policy(LeasePolicy())
    check_policy(LeasePolicy(cap=100, ceiling=100))


@given(slices=SLICES, amount=st.integers(-5, 500_000))
def test_a_lease_pays_exactly_what_is_asked_or_nothing(slices, amount):
    one = lease(*slices)
    if 0 < amount <= one.left:
        paid = spend(one, amount, 999)
        assert total(paid) == amount
        there, short = covered(slices, paid)
        assert (there, short) == (paid, ())
        assert total(less(slices, paid)) == one.left - amount
    else:
        with pytest.raises(Refused, match=r"lease\.short"):
            spend(one, amount, 999)


def test_the_end_of_a_lease_stops_the_terminal_at_that_very_moment():
    one = lease(ValueSlice(lot_id="a", principal=100, bonus=0))
    assert spend(one, 100, 999) == one.slices
    with pytest.raises(Refused, match=r"lease\.over"):
        spend(one, 100, 1_000)


@given(have=SLICES, wanted=SLICES)
def test_what_is_covered_and_what_is_short_add_up_to_what_was_wanted(have, wanted):
    paid, short = covered(have, wanted)
    assert total(paid) + total(short) == total(wanted)
    assert total(less(have, paid)) == total(have) - total(paid)
    assert covered(less(have, paid), short)[0] == ()


def test_the_same_lot_twice_is_not_covered_twice():
    piece = ValueSlice(lot_id="a", principal=100, bonus=0)
    assert covered((piece,), (piece, piece)) == ((piece,), (piece,))
    assert less((piece,), (piece, piece)) == ()


@pytest.mark.parametrize(
    ("zone", "at", "end"),
    [
        ("Asia/Shanghai", 1_795_449_599_999, 1_795_449_600_000),
        ("Asia/Shanghai", 1_795_449_600_000, 1_795_536_000_000),
        # 25 October 2026 in Berlin has 25 hours.
        ("Europe/Berlin", 1_792_879_200_000, 1_792_879_200_000 + 25 * 3_600_000),
    ],
)
def test_a_day_ends_at_local_midnight(zone, at, end):
    assert day_end_ms(at, ZoneInfo(zone)) == end


@given(st.lists(st.tuples(st.integers(0, 5), AMOUNTS), max_size=8))
def test_copies_cost_a_ceiling_each_and_honest_terminals_nothing(terminals):
    assert overspend_bound([(min(1, copies), each) for copies, each in terminals]) == 0
    more = overspend_bound(terminals)
    assert overspend_bound([(copies + 1, each) for copies, each in terminals]) - more == sum(
        each for copies, each in terminals if copies
    )


def test_the_worked_example_of_ten_terminals():
    shown = exposure(LeasePolicy(cap=100, ceiling=5_000), 10)
    assert (shown.honest, shown.one_copy, shown.every_copy, shown.most_reserved) == (
        0,
        5_000,
        50_000,
        50_000,
    )
    assert exposure(LeasePolicy(), 10).every_copy == 0
    assert exposure(LeasePolicy(cap=1, ceiling=1), 0).one_copy == 0
