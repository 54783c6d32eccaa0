"""Points lent to a terminal: the same accounts, bounds and ends as value, without a code."""

from __future__ import annotations

import pytest

from posapp.central.lease_commands import declare_lost, set_policy
from posapp.central.lease_watch import show_leases
from posapp.domain.leases import LeasePolicy, total
from posapp.wire.facts import RefundData
from posapp.wire.leases import LeaseState
from posapp.wire.requests import HoldState
from tests.central.goods import refund
from tests.central.lending import CAP, CEILING, MONEY, POINTS, Lending, as_lease

POINTS_CAP, POINTS_CEILING = 800, 1_000
HAS = 2_000


@pytest.fixture
def lending(park):
    """Points are lent beside value; she has 2 000."""
    value = LeasePolicy(cap=CAP, ceiling=CEILING)
    points = LeasePolicy(cap=POINTS_CAP, ceiling=POINTS_CEILING)
    set_policy(park.central, "1", value, points=points, commit=True)
    return Lending(park)


def points_of(lending):
    return lending.park.member().points


def test_a_lease_of_points_is_bounded_by_cap_and_ceiling_and_needs_no_code(lending):
    lease = lending.grant(lending.a, ledger=POINTS)
    assert (total(lease.slices), lease.day_key, lease.ledger) == (POINTS_CAP, "", POINTS)
    assert points_of(lending) == HAS - POINTS_CAP
    assert lending.value() == (115_000, 0)
    assert lending.grant(lending.a, ledger=POINTS).reason == "lease.nothing_to_lend"
    elsewhere = lending.grant(lending.b, ledger=POINTS)
    assert total(elsewhere.slices) == POINTS_CAP
    assert total(lending.grant(lending.a, ledger=MONEY).slices) == CAP
    lending.check_bank()


def test_the_same_id_is_not_another_ledgers(lending):
    lease = lending.grant(lending.a, ledger=POINTS)
    with pytest.raises(Exception, match=r"request\.other_body"):
        lending.grant(lending.a, lease.lease_id, ledger=MONEY)


def test_points_of_a_lease_pay_and_what_is_left_goes_back(lending):
    lease = as_lease(lending.grant(lending.a, ledger=POINTS))
    fact, rest = lending.sold_for_points(lending.a, lease, 500)
    assert lending.a.tell(fact, lending.given_back(rest)) == ["applied", "applied"]
    assert points_of(lending) == HAS - 500
    assert (lending.losses(), lending.park.cases(), lending.mine(lending.a)) == (0, [], ())
    back = refund(lending.a.ids, fact.sale, {}, {1: 1_000})
    assert lending.a.tell(RefundData(refund=back)) == ["applied"]
    assert points_of(lending) == HAS
    lending.check_bank()


def test_a_copy_that_spends_points_twice_costs_the_shop_what_they_are_worth(lending):
    lease = as_lease(lending.grant(lending.a, ledger=POINTS))
    first, _ = lending.sold_for_points(lending.a, lease, 600)
    copied, _ = lending.sold_for_points(lending.a, lease, 500)
    assert lending.a.tell(first, copied) == ["applied", "applied"]
    assert (lending.losses(), lending.stopped()) == (300, ["lease.overspent"])
    assert points_of(lending) == HAS - POINTS_CAP
    assert "sale.not_covered" in lending.park.cases()
    assert lending.grant(lending.a, ledger=POINTS).reason == "lease.stopped"
    lending.check_bank()


def test_another_till_that_lacks_points_hears_where_they_are_and_recalls_them(lending):
    lease = as_lease(lending.grant(lending.a, ledger=POINTS))
    money = lending.grant(lending.a)
    reply = lending.b.begin(lending.park.fang.id, 1_500, POINTS)
    assert (reply.state, reply.reason) == (HoldState.DECLINED, "points.short")
    assert [(each.terminal_code, each.amount) for each in reply.reserved] == [("A03", POINTS_CAP)]
    states = {each.lease_id: (each.state, each.ledger) for each in lending.mine(lending.a)}
    assert states == {
        lease.id: (LeaseState.RECALLED, POINTS),
        money.lease_id: (LeaseState.OPEN, MONEY),
    }


def test_points_are_off_until_switched_on_and_the_bound_is_shown_before(park):
    lending = Lending(park)
    value = LeasePolicy(cap=CAP, ceiling=CEILING)
    set_policy(park.central, "1", value, commit=True)
    assert lending.grant(lending.a, ledger=POINTS).reason == "lease.off"
    points = LeasePolicy(cap=POINTS_CAP, ceiling=POINTS_CEILING)
    shown = set_policy(park.central, "1", value, points=points, commit=False)
    assert (shown["points_worst_loss_honest"], shown["points_worst_loss_one_copy"]) == (
        0,
        POINTS_CEILING,
    )
    assert shown["points_most_reserved"] == 2 * POINTS_CEILING
    assert lending.grant(lending.a, ledger=POINTS).reason == "lease.off"
    set_policy(park.central, "1", value, points=points, commit=True)
    assert lending.grant(lending.a, ledger=POINTS).state is LeaseState.OPEN
    after = set_policy(park.central, "1", value, commit=False)
    assert after["points_cap"] == POINTS_CAP


def test_an_operator_sees_what_is_lent_by_terminal_and_what_copies_can_cost(lending):
    lending.grant(lending.a)
    lending.grant(lending.b, ledger=POINTS)
    lending.park.clock.advance_ms(7 * 60_000)
    shown = show_leases(lending.park.central)
    assert (shown["reserved"], shown["points_reserved"]) == (CAP, POINTS_CAP)
    assert (shown["worst_loss_one_copy"], shown["points_worst_loss_one_copy"]) == (
        CEILING,
        POINTS_CEILING,
    )
    first, second = shown["terminals"]
    assert (first["terminal"], first["leases"], first["oldest_minutes"]) == ("A03", 1, 7)
    assert (second["terminal"], second["points_leases"]) == ("A04", 1)
    lost = declare_lost(lending.park.central, "A04")
    assert (lost["freed"], lost["points_freed"]) == (0, POINTS_CAP)
    assert show_leases(lending.park.central)["terminals"][1]["stopped_because"] == (
        "lease.terminal_lost"
    )
