"""Value lent to a terminal: granted once, spent once, given back by it alone, lost within a bound."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from posapp.central.lease_commands import declare_lost, set_policy, trust
from posapp.domain.leases import LeasePolicy, day_end_ms, total
from posapp.wire.facts import SaleData
from posapp.wire.leases import LeaseState
from posapp.wire.requests import FindMember, FindMemberReply, HoldState
from tests.central.lending import CAP, CEILING, Lending, as_lease
from tests.central.tills import refusal

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def lending(park):
    """The park with leases on, and a second till."""
    set_policy(park.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    return Lending(park)


def test_nothing_is_lent_until_an_operator_switches_it_on(park):
    lending = Lending(park)
    declined = lending.grant(park.till)
    assert (declined.state, declined.reason) == (LeaseState.DECLINED, "lease.off")
    shown = set_policy(park.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=False)
    assert (shown["committed"], shown["worst_loss_honest"]) == (False, 0)
    assert (shown["worst_loss_one_copy"], shown["most_reserved"]) == (CEILING, 2 * CEILING)
    assert lending.grant(park.till).reason == "lease.off"
    set_policy(park.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    assert lending.grant(park.till).state is LeaseState.OPEN
    again = lending.grant(park.till, declined.lease_id)
    assert (again.state, again.reason) == (LeaseState.DECLINED, "lease.off")
    assert [act for (act,) in park.rows("SELECT act FROM operator_act")] == ["lease_policy"]


def test_a_grant_moves_her_cap_from_available_to_held(lending):
    lease = lending.grant(lending.a)
    assert total(lease.slices) == CAP
    assert [(piece.principal, piece.bonus) for piece in lease.slices] == [(8_696, 1_304)]
    assert lending.value() == (105_000, CAP)
    assert lease.ends_ms == day_end_ms(lending.park.clock.wall_ms(), ZONE)
    lending.check_bank()


def test_the_same_id_gets_the_same_grant_after_a_lost_reply(lending):
    first = lending.grant(lending.a)
    again = lending.grant(lending.a, first.lease_id)
    assert (again.slices, again.ends_ms, again.day_key) == (
        first.slices,
        first.ends_ms,
        first.day_key,
    )
    assert lending.value() == (105_000, CAP)
    assert refusal(lending.grant, lending.b, first.lease_id).key == "request.other_body"


def test_grants_at_once_never_lend_the_same_value_twice(lending):
    set_policy(lending.park.central, "1", LeasePolicy(cap=60_000, ceiling=90_000), commit=True)
    tills = [lending.a, lending.b] * 3
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lending.grant, tills))
    lent = sum(total(reply.slices) for reply in replies)
    free, held = lending.value()
    assert (free + held, held) == (115_000, lent)
    lending.check_bank()


def test_a_spend_from_a_lease_is_applied_against_what_is_held(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, lease = lending.sold(lending.a, lease, 3_000)
    other, lease = lending.sold(lending.a, lease, 2_500)
    assert lending.a.tell(fact, other) == ["applied", "applied"]
    assert lending.value() == (105_000, CAP - 5_500)
    assert lending.a.tell(lending.given_back(lease)) == ["applied"]
    assert lending.value() == (115_000 - 5_500, 0)
    assert (lending.losses(), lending.park.cases()) == (0, [])
    assert lending.mine(lending.a) == ()
    lending.check_bank()


def test_two_tills_offline_on_one_member_never_spend_more_than_she_has(lending):
    set_policy(lending.park.central, "1", LeasePolicy(cap=90_000, ceiling=90_000), commit=True)
    facts = []
    for till in (lending.a, lending.b):
        lease = as_lease(lending.grant(till))
        facts.append((till, *lending.sold(till, lease, lease.left)))
    assert sum(fact.sale.net for _, fact, _ in facts) == 115_000
    for till, fact, rest in facts:
        assert till.tell(fact, lending.given_back(rest)) == ["applied", "applied"]
    assert (lending.value(), lending.losses(), lending.park.cases()) == ((0, 0), 0, [])
    lending.check_bank()


def test_what_was_spent_and_did_not_arrive_stays_reserved_at_a_release(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, rest = lending.sold(lending.a, lease, 4_000)
    reply = lending.release(lending.a, rest.id, rest.slices)
    assert (reply.state, total(reply.left), reply.day_key) == (LeaseState.RELEASING, 4_000, "")
    assert lending.value() == (111_000, 4_000)
    assert lending.release(lending.a, rest.id, rest.slices).left == reply.left
    assert lending.a.tell(fact) == ["applied"]
    assert lending.value() == (111_000, 0)
    assert lending.release(lending.a, rest.id, ()).state is LeaseState.RELEASED
    assert (lending.losses(), lending.park.cases()) == (0, [])
    lending.check_bank()


def test_nothing_is_given_back_while_a_spend_of_hers_is_in_quarantine(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, rest = lending.sold(lending.a, lease, 4_000)
    wrong = SaleData(sale=replace(fact.sale, list_total=1), offline=True)
    assert lending.a.tell(wrong, lending.given_back(rest)) == ["quarantined", "applied"]
    # The release came in the same push: what was spent stays reserved in any case.
    assert lending.value() == (111_000, 4_000)
    second = lending.grant(lending.a)
    reply = lending.release(lending.a, second.lease_id, second.slices)
    assert (reply.state, total(reply.left)) == (LeaseState.RELEASING, total(second.slices))
    lost = declare_lost(lending.park.central, "A03")
    assert lost == {
        "terminal": "A03",
        "freed": 0,
        "kept_for_spends_in_quarantine": 4_000 + total(second.slices),
        "points_freed": 0,
        "points_kept_for_spends_in_quarantine": 0,
        "coupons_freed": 0,
        "coupons_kept_for_spends_in_quarantine": 0,
    }
    lending.check_bank()


def test_a_copy_of_a_till_costs_at_most_the_ceiling_and_is_lent_nothing_more(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, rest = lending.sold(lending.a, lease, 9_000)
    lending.a.tell(fact, lending.given_back(rest))
    copied, _ = lending.sold(lending.a, lease, CAP)
    assert lending.a.tell(copied) == ["applied"]
    assert lending.losses() == CAP
    assert lending.losses() <= CEILING
    assert lending.value() == (106_000, 0)
    assert lending.stopped() == ["lease.not_usable"]
    assert "sale.not_covered" in lending.park.cases()
    assert lending.grant(lending.a).reason == "lease.stopped"
    assert lending.grant(lending.b).state is LeaseState.OPEN
    trust(lending.park.central, "A03")
    assert lending.grant(lending.a).state is LeaseState.OPEN
    lending.check_bank()


def test_a_lost_terminal_frees_what_it_held_and_what_it_still_spends_is_the_shops(lending):
    lease = as_lease(lending.grant(lending.a))
    assert declare_lost(lending.park.central, "A03")["freed"] == CAP
    assert lending.value() == (115_000, 0)
    assert declare_lost(lending.park.central, "A03")["freed"] == 0
    assert lending.grant(lending.a).reason == "lease.stopped"
    fact, rest = lending.sold(lending.a, lease, 6_000)
    assert lending.a.tell(fact, lending.given_back(rest)) == ["applied", "applied"]
    assert (lending.losses(), lending.value()) == (6_000, (115_000, 0))
    assert refusal(declare_lost, lending.park.central, "Z99").key == "lease.no_such_terminal"
    lending.check_bank()


def test_another_tills_refusal_says_where_it_is_and_recalls_it(lending):
    lease = as_lease(lending.grant(lending.a))
    enough = lending.b.begin(lending.park.fang.id, 105_000)
    assert (enough.state, enough.reserved) == (HoldState.PENDING, ())
    lending.b.release(enough.hold_id)
    reply = lending.b.begin(lending.park.fang.id, 110_000)
    assert (reply.state, reply.reason) == (HoldState.DECLINED, "stored_value.short")
    (where,) = reply.reserved
    assert (where.terminal_code, where.shop_name, where.amount) == ("A03", "1号店", CAP)
    (mine,) = lending.mine(lending.a)
    assert (mine.lease_id, mine.state, total(mine.left)) == (lease.id, LeaseState.RECALLED, CAP)
    lending.release(lending.a, lease.id, lease.slices)
    assert lending.b.begin(lending.park.fang.id, 110_000).state is HoldState.PENDING


def test_a_look_up_says_where_her_value_is(lending):
    lending.grant(lending.a)
    found = lending.b.ask("/v1/members/find", FindMember(text="13812345678"), FindMemberReply)
    assert [(each.terminal_code, each.amount) for each in found.reserved] == [("A03", CAP)]
    assert found.reserved[0].member_id == lending.park.fang.id


def test_a_recalled_lease_still_covers_what_was_spent_before_the_till_heard(lending):
    lease = as_lease(lending.grant(lending.a))
    lending.b.begin(lending.park.fang.id, 110_000)
    fact, rest = lending.sold(lending.a, lease, 5_000)
    assert lending.a.tell(fact, lending.given_back(rest)) == ["applied", "applied"]
    assert (lending.losses(), lending.value()) == (0, (110_000, 0))


def test_leases_of_another_operator_are_not_found(lending):
    import json

    from posapp.central.commands import seed_sample
    from tests.central.conftest import STORE

    store = {**STORE, "tenant": {"name": "别家"}, "members": []}
    other = seed_sample(lending.park.central, json.dumps(store).encode())
    stranger = lending.park.site.enrol(other.tenant_id, code="A03")
    lease = lending.grant(lending.a)
    assert refusal(lending.grant, stranger).key == "member.unknown"
    assert refusal(lending.release, stranger, lease.lease_id, ()).key == "lease.unknown"
    assert lending.mine(stranger) == ()


def test_what_an_operator_puts_right_frees_what_waited_for_it(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, rest = lending.sold(lending.a, lease, 4_000)
    wrong = SaleData(sale=replace(fact.sale, list_total=1), offline=True)
    item = lending.a.journal(wrong)
    assert [each.outcome.value for each in lending.a.push(item)] == ["quarantined"]
    reply = lending.release(lending.a, rest.id, rest.slices)
    assert (reply.state, total(reply.left)) == (LeaseState.RELEASING, CAP)
    assert lending.value() == (105_000, CAP)
    with lending.park.central.database.write() as connection:
        connection.exec_driver_sql("UPDATE inbox SET outcome = 'applied'")
    (mine,) = lending.mine(lending.a)
    assert (mine.state, total(mine.left)) == (LeaseState.RELEASING, 4_000)
    assert lending.a.tell(fact) == ["applied"]
    assert (lending.value(), lending.losses()) == ((111_000, 0), 0)
    lending.check_bank()
