"""What a lease allows: amounts, codes, ends and refunds; the books alone, whatever the engine."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from posapp.central.lease_commands import set_policy
from posapp.domain.leases import LeasePolicy, total
from posapp.wire.facts import RefundData
from posapp.wire.leases import LeaseState
from posapp.wire.member_code import digits_of, step_at, step_day
from tests.central.goods import refund
from tests.central.lending import CAP, CEILING, DAY_MS, Lending, as_lease
from tests.central.tills import refusal

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def lending(park):
    """The park with leases on, and a second till."""
    set_policy(park.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    return Lending(park)


def test_a_grant_tops_up_to_the_cap_and_stays_under_the_terminals_ceiling(lending):
    first = as_lease(lending.grant(lending.a))
    fact, _ = lending.sold(lending.a, first, 4_000)
    assert lending.a.tell(fact) == ["applied"]
    assert total(lending.grant(lending.a).slices) == 4_000
    assert lending.grant(lending.a).reason == "lease.nothing_to_lend"
    elsewhere = lending.grant(lending.b)
    assert total(elsewhere.slices) == CAP
    set_policy(lending.park.central, "1", LeasePolicy(cap=CEILING, ceiling=CEILING), commit=True)
    assert total(lending.grant(lending.a).slices) == CEILING - CAP
    lending.check_bank()


def test_who_may_not_pay_is_lent_nothing(lending):
    reply = lending.grant(lending.a, member_id=lending.park.frozen.id)
    assert (reply.state, reply.reason) == (LeaseState.DECLINED, "member.may_not_pay")
    assert refusal(lending.grant, lending.a, member_id=lending.a.ids.new()).key == "member.unknown"


def test_a_refund_of_a_sale_from_a_lease_goes_back_into_her_lots(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, lease = lending.sold(lending.a, lease, 3_000)
    lending.a.tell(fact, lending.given_back(lease))
    back = refund(lending.a.ids, fact.sale, {}, {1: 1_000})
    assert lending.a.tell(RefundData(refund=back)) == ["applied"]
    assert lending.value() == (115_000, 0)
    lending.check_bank()


def test_time_alone_frees_nothing(lending):
    lease = lending.grant(lending.a)
    lending.park.clock.advance_ms(40 * DAY_MS)
    assert lending.value() == (105_000, CAP)
    again = lending.grant(lending.a, lease.lease_id)
    assert (again.state, again.slices, again.day_key) == (LeaseState.OPEN, lease.slices, "")


def test_a_part_that_the_lease_still_covers_is_hers_and_only_the_rest_is_lost(lending):
    lease = as_lease(lending.grant(lending.a))
    fact, _ = lending.sold(lending.a, lease, 7_000)
    copied, _ = lending.sold(lending.a, lease, 5_000)
    assert lending.a.tell(fact, copied) == ["applied", "applied"]
    assert (lending.losses(), lending.value()) == (2_000, (105_000, 0))
    assert lending.stopped() == ["lease.overspent"]
    back = refund(lending.a.ids, copied.sale, {}, {1: 1_000})
    assert lending.a.tell(RefundData(refund=back)) == ["applied"]
    assert (lending.losses(), lending.value()) == (0, (108_000, 0))
    lending.check_bank()


def test_only_the_terminal_that_holds_a_lease_spends_it_or_gives_it_back(lending):
    lease = as_lease(lending.grant(lending.a))
    assert refusal(lending.release, lending.b, lease.id, lease.slices).key == (
        "lease.of_another_till"
    )
    fact, _ = lending.sold(lending.b, lease, 2_000)
    assert lending.b.tell(fact, lending.given_back(lease)) == ["applied", "applied"]
    assert (lending.losses(), lending.value()) == (2_000, (105_000, CAP))
    assert "lease.release_refused" in lending.park.cases()
    unknown = lending.a.ids.new()
    assert refusal(lending.release, lending.a, unknown, ()).key == "lease.unknown"


def test_a_release_cannot_free_more_than_was_lent(lending):
    lease = lending.grant(lending.a)
    piece = lease.slices[0]
    greedy = replace(piece, principal=piece.principal + 5_000), replace(piece, principal=-900)
    lending.release(lending.a, lease.lease_id, greedy)
    free, held = lending.value()
    assert free + held == 115_000
    lending.check_bank()


def test_a_spend_after_the_lease_ended_counts_and_is_a_case(lending):
    lease = as_lease(lending.grant(lending.a))
    lending.park.clock.advance_ms(2 * DAY_MS)
    fact, _ = lending.sold(lending.a, lease, 1_000, now_ms=0)
    assert lending.a.tell(fact) == ["applied"]
    assert (lending.losses(), lending.park.cases()) == (0, ["sale.lease_was_over"])


def test_the_key_of_the_day_makes_the_codes_of_that_day_and_of_no_other(lending):
    lease = lending.grant(lending.a)
    key = base64.b64decode(lease.day_key)
    now = lending.park.clock.wall_ms()
    step = step_at(now)
    assert lease.day == step_day(step, ZONE).isoformat()
    assert digits_of(key, step) == lending.park.code()
    tomorrow = now + DAY_MS
    assert digits_of(key, step_at(tomorrow)) != lending.park.code(tomorrow)


def test_neither_seed_nor_day_key_is_stored_with_an_answer(lending):
    lease = lending.grant(lending.a)
    key = base64.b64decode(lease.day_key)
    stored = lending.park.rows("SELECT * FROM lease") + lending.park.rows("SELECT * FROM idem")
    assert lease.day_key not in repr(stored)
    assert key.hex() not in repr(stored)
    assert repr(key) not in repr(stored)
    assert hashlib.sha256(lending.park.fang.seed).digest() != key
