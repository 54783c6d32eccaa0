"""A restored central lends nothing, and takes nothing online, until the tills have told it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.caller import Caller, load_tenant
from posapp.central.lease_commands import set_policy
from posapp.central.lease_grants import grant_lease
from posapp.central.lease_watch import show_recovery
from posapp.central.schema import upgrade
from posapp.domain.leases import LeasePolicy, total
from posapp.wire.leases import LeaseGrant, LeaseState
from posapp.wire.requests import HoldState
from tests.central.lending import CAP, CEILING, POINTS, Lending, as_lease, held, hello
from tests.central.tills import refusal


@pytest.fixture
def lending(park):
    value, points = LeasePolicy(cap=CAP, ceiling=CEILING), LeasePolicy(cap=500, ceiling=500)
    set_policy(park.central, "1", value, points=points, commit=True)
    return Lending(park)


def restored(park):
    """The database says that it is another central now; the program is started on it."""
    park.write("UPDATE meta SET value = :epoch WHERE name = 'epoch'", epoch=park.central.ids.new())
    upgrade(park.central.database, park.central.ids)


def forgotten(lending, till, **which):
    """A grant that the restored database does not have: as if it was made after the backup."""
    reply = lending.grant(till, **which)
    lending.release(till, reply.lease_id, reply.slices)
    lending.park.write("DELETE FROM lease WHERE id = :id", id=reply.lease_id)
    return reply


def test_nothing_is_lent_or_held_until_every_till_has_told_and_facts_are_taken(lending):
    known = as_lease(lending.grant(lending.a))
    restored(lending.park)
    assert show_recovery(lending.park.central)["waits_for"] == ["1号店 A03", "1号店 A04"]
    error = refusal(lending.grant, lending.b)
    assert (error.key, error.params["where"]) == ("lease.recovering", "1号店 A03、1号店 A04")
    assert refusal(lending.b.begin, lending.park.fang.id, 1_000).key == "lease.recovering"
    assert refusal(lending.b.begin, lending.park.fang.id, 100, POINTS).key == "lease.recovering"
    lending.park.write(
        "UPDATE member SET status = 'normal', seed = NULL WHERE id = :id",
        id=lending.park.frozen.id,
    )
    without_a_code = lending.b.begin(lending.park.frozen.id, 1_000)
    assert without_a_code.state is HoldState.PENDING
    fact, _ = lending.sold(lending.a, known, 4_000)
    assert lending.a.tell(fact) == ["applied"]
    hello(lending.a, held(lending.grant(lending.a, known.id)))
    assert refusal(lending.grant, lending.b).params["where"] == "1号店 A04"
    hello(lending.b, says=False)
    assert refusal(lending.grant, lending.b).key == "lease.recovering"
    hello(lending.b)
    assert lending.grant(lending.b).state is LeaseState.OPEN
    assert lending.b.begin(lending.park.fang.id, 1_000).state is HoldState.PENDING
    assert (lending.losses(), lending.park.cases()) == (0, [])


def test_a_manager_releases_a_till_that_will_not_come_and_says_why(lending):
    restored(lending.park)
    central = lending.park.central
    assert refusal(show_recovery, central, "A03", " ").key == "recovery.needs_a_note"
    assert show_recovery(central, "A03", "在维修")["waits_for"] == ["1号店 A04"]
    assert refusal(show_recovery, central, "A03", "在维修").key == "recovery.not_awaited"
    hello(lending.b)
    assert show_recovery(central) == {"recovering": False, "waits_for": []}
    acts = lending.park.rows("SELECT act, note FROM operator_act ORDER BY id")
    assert acts[-1] == ("recovery_released", "在维修")
    upgrade(central.database, central.ids)
    assert not show_recovery(central)["recovering"]


def test_a_grant_that_central_has_forgotten_is_booked_again_and_covers_what_was_spent(lending):
    reply = forgotten(lending, lending.a)
    points = forgotten(lending, lending.a, ledger=POINTS)
    assert lending.value() == (115_000, 0)
    restored(lending.park)
    fact, rest = lending.sold(lending.a, as_lease(reply), 6_000)
    paid, _ = lending.sold_for_points(lending.a, as_lease(points), 300)
    for _ in range(2):
        hello(lending.a, held(reply, rest), held(points))
    assert lending.value() == (115_000 - CAP, CAP)
    assert lending.a.tell(fact, paid, lending.given_back(rest)) == ["applied"] * 3
    assert (lending.value(), lending.losses(), lending.park.cases()) == ((109_000, 0), 0, [])
    assert (lending.park.member().points, lending.stopped()) == (2_000 - 500, [])
    lending.check_bank()


def test_what_is_no_longer_covered_is_a_case_and_nobody_goes_below_zero(lending):
    set_policy(lending.park.central, "1", LeasePolicy(cap=90_000, ceiling=90_000), commit=True)
    reply = forgotten(lending, lending.a)
    taken = lending.grant(lending.b)
    restored(lending.park)
    hello(lending.a, held(reply))
    booked = lending.park.rows("SELECT left_amount FROM lease WHERE id = :id", id=reply.lease_id)
    assert booked == [(115_000 - total(taken.slices),)]
    assert lending.park.cases() == ["lease.not_covered"]
    fact, _ = lending.sold(lending.a, as_lease(reply), 90_000)
    assert lending.a.tell(fact) == ["applied"]
    assert lending.losses() == 90_000 - 25_000
    lending.check_bank()


def test_a_till_that_names_more_than_its_shop_lends_sets_nothing_of_hers_aside(lending):
    reply = forgotten(lending, lending.a)
    set_policy(lending.park.central, "1", LeasePolicy(cap=CAP - 1, ceiling=CAP), commit=True)
    restored(lending.park)
    hello(lending.a, held(reply))
    assert lending.value() == (115_000, 0)
    assert lending.park.cases() == ["lease.not_covered"]
    lending.check_bank()


def test_a_lease_that_was_granted_and_spent_in_the_lost_window_is_hers_not_the_shops(lending):
    reply = forgotten(lending, lending.a)
    first, rest = lending.sold(lending.a, as_lease(reply), 6_000)
    second, rest = lending.sold(lending.a, rest, 4_000)
    restored(lending.park)
    hello(lending.a)
    hello(lending.b)
    told = lending.a.tell(first, second, lending.given_back(rest))
    assert told == ["applied", "applied", "applied"]
    assert (lending.value(), lending.losses(), lending.park.cases()) == ((105_000, 0), 0, [])
    assert lending.stopped() == []
    lending.check_bank()
    lending.park.clock.advance_ms(60 * 60_000)
    invented, _ = lending.sold(lending.a, as_lease(forgotten(lending, lending.a)), 2_000)
    assert lending.a.tell(invented) == ["applied"]
    assert (lending.losses(), lending.stopped()) == (2_000, ["lease.not_usable"])


def test_an_operator_who_never_lent_is_not_held_up_by_a_restore(park):
    restored(park)
    assert park.till.begin(park.fang.id, 1_000).state is HoldState.PENDING
    assert not show_recovery(park.central)["recovering"]
    assert refusal(show_recovery, park.central, "A03", "-").key == "recovery.not_awaited"


def test_a_till_that_nobody_waits_for_is_heard_all_the_same(park):
    lending = Lending(park)
    policy = LeasePolicy(cap=CAP, ceiling=CEILING)
    set_policy(park.central, "1", policy, commit=True)
    reply = forgotten(lending, lending.a)
    park.write("DELETE FROM lease_policy")
    restored(park)
    assert not show_recovery(park.central)["recovering"]
    hello(lending.a, held(reply))
    assert lending.value() == (115_000 - CAP, CAP)


def test_two_members_at_once_never_pass_the_ceiling_of_a_terminal(lending):
    """The second waits for the terminal's account until the first has committed its grant."""
    park, till = lending.park, lending.a
    set_policy(park.central, "1", LeasePolicy(cap=CAP, ceiling=CAP + 1), commit=True)
    park.write("UPDATE member SET status = 'normal'")
    lending.release(till, *_all_of(lending.grant(till)))
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, till.identity.tenant_id)
    caller = Caller(
        tenant=tenant,
        terminal_id=till.identity.terminal_id,
        shop_id=till.identity.shop_id,
        incarnation=1,
        newest=1,
    )
    with ThreadPoolExecutor(1) as pool:
        with park.central.work(tenant) as unit:
            view = park.central.view_on(unit.connection, caller)
            asked = LeaseGrant(lease_id=till.ids.new(), member_id=park.fang.id)
            first = grant_lease(unit, view, caller, asked, "r")
            second = pool.submit(lending.grant, till, member_id=park.frozen.id)
            wait_until_it_waits(park, second)
        assert total(first.slices) + total(second.result().slices) == CAP + 1
    lending.check_bank()


def _all_of(reply):
    return reply.lease_id, reply.slices


def wait_until_it_waits(park, second):
    """On a server another connection stands in the queue of a lock; a file has one writer."""
    if not park.central.database.is_server:
        return
    deadline = time.monotonic() + 60
    while not park.rows("SELECT 1 FROM pg_locks WHERE NOT granted"):
        assert not second.done()
        assert time.monotonic() < deadline
