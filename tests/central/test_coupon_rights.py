"""Rights to coupons that are good once: lent to one till, used there with nobody to ask."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.lease_commands import declare_lost, set_policy
from posapp.central.lease_watch import show_leases
from posapp.domain.leases import LeasePolicy, right_to, rights
from posapp.errors import Refused
from posapp.wire.facts import LeaseReleaseData, SaleData
from posapp.wire.leases import LeaseState
from posapp.wire.requests import FindMember, FindMemberReply, HoldLedger
from tests.central.goods import A, B, by_value, cart, sale
from tests.central.lending import Lending, held, hello
from tests.central.test_coupons import OFFER, couponed, has
from tests.central.test_lease_recovery import forgotten, restored

COUPON = HoldLedger.COUPON
CODES = ("SAVE20", "TEA", "TOY")


def allow(park, cap, ceiling):
    policy = LeasePolicy(cap=cap, ceiling=ceiling)
    set_policy(park.central, "1", LeasePolicy(), coupons=policy, commit=True)


@pytest.fixture
def lending(park):
    """She has three coupons that are good once and one that is not."""
    park.write("DELETE FROM offer")
    for code, once in (*((code, True) for code in CODES), ("MANY", False)):
        body = json.dumps({**OFFER, "code": code, "once": once})
        row = {"tenant_id": park.seeded.tenant_id, "code": code, "version": 1, "body": body}
        park.write(
            "INSERT INTO offer (tenant_id, code, version, body) "
            "VALUES (:tenant_id, :code, :version, :body)",
            **row,
        )
    hers = " ".join((*CODES, "MANY"))
    park.write("UPDATE member SET coupons = :hers WHERE id = :id", hers=hers, id=park.fang.id)
    allow(park, 2, 5)
    return Lending(park)


def lent(lending, till, **which):
    return lending.grant(till, ledger=COUPON, **which)


def given_back(reply, *codes):
    left = tuple(right_to(code) for code in codes)
    return LeaseReleaseData(
        lease_id=reply.lease_id, member_id=reply.member_id, left=left, reason="day_over"
    )


def where(lending, till):
    reply = till.ask("/v1/members/find", FindMember(text=lending.park.fang.phone), FindMemberReply)
    return [(each.code, each.terminal_code) for each in reply.coupons]


def states(lending):
    return lending.park.rows("SELECT state, left_amount FROM lease ORDER BY granted_ms, id")


def test_a_right_is_lent_to_one_till_only_and_the_same_id_gets_the_same_rights(lending):
    first = lent(lending, lending.a)
    assert (rights(first.slices), first.day_key) == (("SAVE20", "TEA"), "")
    again = lent(lending, lending.a, lease_id=first.lease_id)
    assert (again.slices, again.state) == (first.slices, LeaseState.OPEN)
    assert rights(lent(lending, lending.b).slices) == ("TOY",)
    assert lent(lending, lending.b).reason == "lease.nothing_to_lend"
    assert lending.value() == (115_000, 0)
    shown = show_leases(lending.park.central)
    assert (shown["coupons_reserved"], shown.get("reserved", 0)) == (3, 0)


def test_nothing_is_lent_unless_an_operator_allows_it(lending):
    allow(lending.park, 0, 0)
    assert lent(lending, lending.a).reason == "lease.off"
    with pytest.raises(Refused, match=r"hold\.amount_not_valid"):
        lending.a.begin(lending.park.fang.id, 1, COUPON)


def test_a_look_up_elsewhere_says_where_the_rights_are_and_recalls_them(lending):
    reply = lent(lending, lending.a)
    assert where(lending, lending.a) == []
    assert states(lending) == [("open", 2)]
    assert where(lending, lending.b) == [("SAVE20", "A03"), ("TEA", "A03")]
    assert [each.state for each in lending.mine(lending.a)] == [LeaseState.RECALLED]
    lending.release(lending.a, reply.lease_id, reply.slices)
    assert where(lending, lending.b) == []
    assert rights(lent(lending, lending.b).slices) == ("SAVE20", "TEA")


def test_a_right_is_used_with_the_sale_whatever_arrives_first(lending):
    reply = lent(lending, lending.a)
    used = couponed(lending.park, lending.a)
    assert lending.a.tell(given_back(reply, "TEA"), used) == ["applied", "applied"]
    assert states(lending) == [("released", 0)]
    assert has(lending.park) == ("TEA", "TOY", "MANY")
    assert rights(lent(lending, lending.b).slices) == ("TEA", "TOY")
    assert (lending.park.cases(), lending.stopped()) == ([], [])


def test_a_sale_at_another_till_is_the_first_use_and_the_lent_one_a_case(lending):
    """Central takes every fact; the till that held the right did what it may."""
    lent(lending, lending.a)
    assert lending.b.tell(couponed(lending.park, lending.b)) == ["applied"]
    assert lending.a.tell(couponed(lending.park, lending.a)) == ["applied"]
    assert (lending.park.cases(), lending.stopped()) == (["coupon.used_twice"], [])
    assert states(lending) == [("open", 1)]


def test_a_copy_that_uses_a_right_again_is_a_case_and_is_lent_nothing_more(lending):
    lent(lending, lending.a)
    first, copied = couponed(lending.park, lending.a), couponed(lending.park, lending.a)
    assert lending.a.tell(first, copied) == ["applied", "applied"]
    assert sorted(lending.park.cases()) == ["coupon.used_twice", "lease.terminal_stopped"]
    assert lending.stopped() == ["lease.overspent"]
    assert lending.park.rows("SELECT sale_id FROM coupon_use") == [(first.sale.id,)]
    assert lent(lending, lending.a).reason == "lease.stopped"


def test_a_lost_till_frees_its_rights_when_a_manager_says_so(lending):
    lent(lending, lending.a)
    assert declare_lost(lending.park.central, "A03")["coupons_freed"] == 2
    assert rights(lent(lending, lending.b).slices) == ("SAVE20", "TEA")


def test_after_a_restore_rights_are_booked_again_before_any_is_lent(lending):
    reply = forgotten(lending, lending.a, ledger=COUPON)
    restored(lending.park)
    with pytest.raises(Refused, match=r"lease\.recovering"):
        lent(lending, lending.b)
    hello(lending.a, held(reply))
    hello(lending.b)
    assert rights(lent(lending, lending.b).slices) == ("TOY",)
    assert lending.a.tell(couponed(lending.park, lending.a)) == ["applied"]
    assert (states(lending)[0], lending.park.cases()) == (("open", 1), [])


def test_a_right_that_somebody_used_meanwhile_is_not_booked_again(lending):
    reply = forgotten(lending, lending.a, ledger=COUPON)
    restored(lending.park)
    assert lending.b.tell(couponed(lending.park, lending.b)) == ["applied"]
    hello(lending.a, held(reply))
    assert [each.left for each in lending.mine(lending.a)] == [(right_to("TEA"),)]
    assert lending.park.cases() == ["lease.not_covered"]


def test_value_cannot_be_paid_from_a_lease_of_rights(lending):
    reply = lent(lending, lending.a)
    hold = lending.a.begin(lending.park.fang.id, 27_000)
    lending.a.release(hold.hold_id)
    tender = by_value(hold)
    wrong = type(tender)(
        id=lending.a.ids.new(),
        kind=tender.kind,
        amount=tender.amount,
        lease_id=reply.lease_id,
        value_slices=tender.value_slices,
    )
    basket = cart(A, B, member_id=lending.park.fang.id)
    assert lending.a.tell(SaleData(sale=sale(lending.a.ids, basket, wrong), offline=True)) == [
        "applied"
    ]
    assert "sale.lease_not_usable" in lending.park.cases()
    assert states(lending) == [("open", 2)]


def test_a_coupon_online_and_without_lending_stays_as_it_was(lending):
    allow(lending.park, 0, 0)
    fact = couponed(lending.park, lending.a)
    online = SaleData(sale=fact.sale, offline=False)
    assert lending.a.tell(online, couponed(lending.park, lending.a)) == ["applied", "applied"]
    assert (lending.park.cases(), lending.stopped()) == (["coupon.used_twice"], [])


def test_tills_that_ask_at_once_are_never_lent_one_right_twice(lending):
    tills = (lending.a, lending.b) * 3
    with ThreadPoolExecutor(len(tills)) as pool:
        asked = [pool.submit(lent, lending, till) for till in tills]
    got = [code for each in asked for code in rights(each.result().slices)]
    assert sorted(got) == sorted(CODES)
