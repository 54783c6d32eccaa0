"""Two members become one and two again: to the fen, lot by lot, once, and only when they may."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update

from posapp.central.commands import seed_sample
from posapp.central.lease_commands import set_policy
from posapp.central.members import load_members
from posapp.central.merging.likeness import find_pairs
from posapp.central.registration.consents import Statement, add_statement, agreed
from posapp.central.seeding import only_tenant
from posapp.central.tables.members import member
from posapp.central.view import View
from posapp.domain.consents import Purpose
from posapp.domain.leases import LeasePolicy
from posapp.domain.member import Profile
from posapp.wire.canonical import encode
from posapp.wire.facts import RefundData, SaleData
from posapp.wire.merging import (
    AlikeAsked,
    AlikeReply,
    MergeAsked,
    MergeDone,
    MergeShown,
    MergeTakenBack,
    MergeWanted,
    PairAnswered,
    PairClosed,
    PairsAsked,
    PairsListed,
)
from posapp.wire.requests import Factor
from tests.central.conftest import STORE
from tests.central.goods import A, by_value, cart, cash, refund, sale
from tests.central.lending import CAP, CEILING, Lending
from tests.central.test_case_desk import PIN, person
from tests.central.test_ledger_properties import History
from tests.central.test_members import find, proof_of, register
from tests.central.tills import refusal


@pytest.fixture
def boss(park):
    return person(park)


class Desk:
    """A manager at a till, and Fang's second file, with value, points and a card of its own."""

    def __init__(self, park, boss):
        self.park, self.till, self.boss = park, park.till, boss
        self.fang = park.fang.id
        other = register(
            park, Profile(phone="13900139000", name="汪芳", card="K9", gender="female")
        )
        self.other = other.member_id
        self.history = History(park)
        self.top_up(self.other, 30_001)

    def top_up(self, member_id, amount):
        was, self.park.fang = self.park.fang, type("Her", (), {"id": member_id})
        try:
            self.history.top_up(self.till, amount)
        finally:
            self.park.fang = was

    def show(self, kept="", gone=""):
        asked = MergeAsked(
            staff_id=self.boss, kept_id=kept or self.fang, gone_id=gone or self.other
        )
        return self.till.ask("/v1/desk/pair", asked, MergeShown)

    def show_of(self, member_id):
        third = register(self.park, Profile(phone="13100000001")).member_id
        return self.show(kept=member_id, gone=third).kept

    def pairs(self, member_id=""):
        asked = PairsAsked(staff_id=self.boss, member_id=member_id)
        return self.till.ask("/v1/desk/pairs", asked, PairsListed)

    def wanted(self, kept="", gone="", merge_id="", pin=PIN):
        return MergeWanted(
            merge_id=merge_id or self.till.ids.new(),
            staff_id=self.boss,
            pin=pin,
            kept_id=kept or self.fang,
            gone_id=gone or self.other,
            reason="registered_twice",
        )

    def merge(self, **wanted):
        return self.till.ask("/v1/desk/merge", self.wanted(**wanted), MergeDone)

    def undo(self, merge_id):
        asked = MergeTakenBack(merge_id=merge_id, staff_id=self.boss, pin=PIN)
        return self.till.ask("/v1/desk/unmerge", asked, MergeDone)


@pytest.fixture
def desk(park, boss):
    return Desk(park, boss)


def state(park):
    """Everything of members and their accounts that an undo has to bring back."""
    rows = park.rows
    return {
        "accounts": sorted(
            tuple(row)
            for row in rows(
                "SELECT member_id, ledger, kind, balance FROM account "
                "WHERE member_id IS NOT NULL AND balance <> 0"
            )
        ),
        "lots": sorted(
            tuple(row)
            for row in rows(
                "SELECT id, member_id, ledger, amount, remaining, bonus_amount, bonus_remaining, "
                "opened_ms, available_from_ms, coalesce(expires_ms, 0) FROM lot"
            )
        ),
        "members": sorted(
            tuple(row)
            for row in rows(
                "SELECT id, number, tier, status, coupons, consent, coalesce(merged_into, '') "
                "FROM member"
            )
        ),
        "consents": agreements(park),
        "homes": sorted(
            tuple(row)
            for row in rows(
                "SELECT member_id, family_id, role, coalesce(guardian_id, ''), since_ms "
                "FROM family_member"
            )
        ),
        "families": sorted(tuple(row) for row in rows("SELECT id, holder_id FROM family")),
        "aliases": sorted(tuple(row) for row in rows("SELECT id, member_id FROM member_alias")),
        "people": sorted(
            (each.id, each.name, each.phone, each.card, each.birthday) for each in people(park)
        ),
    }


def agreements(park):
    """What everybody agrees to now, under which version."""
    with park.central.database.read() as connection:
        return {
            member_id: {
                purpose: said.policy_version
                for purpose, said in agreed(connection, member_id).items()
            }
            for (member_id,) in park.rows("SELECT id FROM member")
        }


def people(park):
    tenant = only_tenant(park.central)
    with park.central.database.read() as connection:
        view = View(connection=connection, tenant=tenant, keys=park.central.keys, now_ms=0)
        return load_members(view, [row[0] for row in park.rows("SELECT id FROM member")])


def lots_of(park, member_id):
    query = f"SELECT id, amount, remaining, bonus_remaining, opened_ms FROM lot WHERE member_id = '{member_id}'"
    return sorted(tuple(row) for row in park.rows(query))


def test_side_by_side_says_what_would_move_and_shows_nobody_whole(desk):
    shown = desk.show()
    assert (shown.why_not, shown.status) == ("", "normal")
    assert (shown.gone.principal, shown.gone.bonus, shown.gone.card) == (30_001, 4_285, "****K9")
    assert (shown.kept.name, shown.kept.phone) == ("王*", "138****5678")
    assert "13900139000" not in str(shown)


def test_everything_of_hers_is_the_others_and_lots_keep_their_days(desk):
    park, before = desk.park, lots_of(desk.park, desk.other)
    her_number = next(each.number for each in people(park) if each.id == desk.other)
    cursor = park.till.pull().next
    assert desk.merge().state == "merged"
    desk.history.check()
    (fang,) = find(park, "13812345678")
    assert (fang.principal, fang.bonus, fang.points) == (130_001, 19_285, 2_000)
    assert fang.card == "K9"
    assert set(before) < set(lots_of(park, desk.fang))
    for text in (her_number, "13900139000", "K9", "9000"):
        assert [each.id for each in find(park, text)] == [desk.fang]
    told = {row.k: row.op for row in park.till.pull(cursor).rows if row.t == "member"}
    assert told == {desk.other: "d", desk.fang: "u"}


def test_a_till_that_still_knows_the_old_file_sells_and_returns_to_the_kept_one(desk):
    park = desk.park
    before = sale(park.till.ids, cart(A, member_id=desk.other), cash(park.till.ids, 18_000))
    park.till.tell(SaleData(sale=before))
    desk.merge()
    late = sale(park.till.ids, cart(A, member_id=desk.other), cash(park.till.ids, 18_000))
    assert park.till.tell(SaleData(sale=late)) == ["applied"]
    back = RefundData(refund=refund(park.till.ids, before, {}, {1: 1000}))
    assert park.till.tell(back) == ["applied"]
    desk.history.check()
    left = park.rows(
        f"SELECT coalesce(sum(abs(balance)), 0) FROM account WHERE member_id = '{desk.other}'"
    )
    assert left[0][0] == 0
    phone = "13900139000"
    assert register(park, Profile(phone=phone, name="汪芳"), proof=proof_of(park, phone))
    assert park.rows("SELECT count(*) FROM member")[0][0] == 3


def test_what_comes_back_into_a_lot_that_moved_is_the_kept_members(desk):
    park, till = desk.park, desk.till
    hold = till.begin(desk.other, 18_000)
    till.confirm(hold.hold_id, *confirmed(park, hold))
    usable = till.show(hold.hold_id)
    sold = sale(till.ids, cart(A, member_id=desk.other), by_value(usable))
    assert till.tell(SaleData(sale=sold)) == ["applied"]
    desk.merge()
    assert till.tell(RefundData(refund=refund(till.ids, sold, {}, {1: 1000}))) == ["applied"]
    desk.history.check()
    (fang,) = find(park, "13812345678")
    assert (fang.principal, fang.bonus) == (130_001, 19_285)


def confirmed(park, hold):
    park.till.send_sms(hold.hold_id)
    code = re.search(r"验证码 (\d{6})", park.sms()[-1]["text"])[1]
    return code, Factor.SMS


def test_an_undo_is_exact_and_once(desk):
    before = state(desk.park)
    done = desk.merge()
    assert state(desk.park) != before
    assert desk.undo(done.merge_id).state == "undone"
    assert state(desk.park) == before
    desk.history.check()
    assert desk.undo(done.merge_id).state == "undone"
    assert desk.merge(merge_id=done.merge_id).state == "undone"
    assert state(desk.park) == before
    assert [each.id for each in find(desk.park, "13900139000")] == [desk.other]


def test_after_any_movement_an_undo_is_refused_and_says_why(desk):
    done = desk.merge()
    listed = desk.pairs(desk.fang)
    assert [each.may_undo for each in listed.merges] == [True]
    desk.top_up(desk.fang, 100)
    assert refusal(desk.undo, done.merge_id).key == "merge.moved_since"
    assert [each.may_undo for each in desk.pairs(desk.fang).merges] == [False]


def test_the_same_request_again_is_the_same_merge(desk):
    wanted = desk.wanted()
    one = desk.till.ask("/v1/desk/merge", wanted, MergeDone)
    two = desk.till.ask("/v1/desk/merge", wanted, MergeDone)
    assert (one.merge_id, two.state) == (two.merge_id, "merged")
    assert desk.park.rows("SELECT count(*) FROM posting WHERE kind = 'merge'")[0][0] == 1
    other = desk.wanted(merge_id=one.merge_id, kept=desk.other, gone=desk.fang)
    assert refusal(desk.till.ask, "/v1/desk/merge", other, MergeDone).key == "request.other_body"


def test_whom_nobody_may_merge(desk):
    assert refusal(desk.merge, gone=desk.fang).key == "merge.same_member"
    assert refusal(desk.merge, gone=desk.till.ids.new()).key == "member.unknown"
    assert refusal(desk.merge, pin="000000").key == "sign_in.wrong_pin"
    hold = desk.till.begin(desk.other, 100)
    error = refusal(desk.merge)
    assert (error.key, error.params["where"]) == ("merge.hold_open", "A03")
    assert desk.show().why_not == "merge.hold_open"
    desk.till.release(hold.hold_id)
    desk.merge()
    assert refusal(desk.merge).key == "merge.same_member"


def set_member(desk, member_id, **values):
    with desk.park.central.database.write() as connection:
        connection.execute(update(member).where(member.c.id == member_id).values(**values))


def say(desk, member_id, purpose, *, given, ahead=0):
    """At a till whose clock may run ahead."""
    central = desk.park.central
    with central.work(only_tenant(central)) as unit:
        at_ms = unit.now_ms + ahead
        said = Statement(
            purpose=purpose, given=given, policy_version="v3", channel="till", at_ms=at_ms
        )
        add_statement(unit, member_id, said)


def test_of_two_statuses_and_consents_the_stricter_holds(desk):
    set_member(desk, desk.other, status="blacklisted")
    assert refusal(desk.merge).key == "merge.blacklisted"
    set_member(desk, desk.other, status="closed")
    assert refusal(desk.merge).key == "merge.closed"
    set_member(desk, desk.other, status="frozen", tier="diamond")
    for each in (desk.fang, desk.other):
        say(desk, each, Purpose.MARKETING, given=True)
    assert desk.show().status == "frozen"
    done = desk.merge()
    (fang,) = find(desk.park, "13812345678")
    assert (fang.status.value, fang.tier) == ("frozen", "diamond")
    assert desk.show_of(desk.fang).marketing
    desk.undo(done.merge_id)
    say(desk, desk.other, Purpose.MARKETING, given=False)
    say(desk, desk.fang, Purpose.PROFILING, given=True, ahead=90_000)
    before = state(desk.park)
    done = desk.merge()
    assert not desk.show_of(desk.fang).marketing
    assert not {*agreements(desk.park)[desk.fang]} & {Purpose.MARKETING, Purpose.PROFILING}
    desk.undo(done.merge_id)
    assert agreements(desk.park)[desk.fang] == before["consents"][desk.fang]


def test_a_value_that_is_lent_stays_with_its_till_until_it_is_given_back(desk):
    lending = Lending(desk.park)
    set_policy(desk.park.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    lending.grant(lending.b)
    error = refusal(desk.merge)
    assert (error.key, error.params["where"]) == ("merge.lease_open", "A04")


def test_a_coupon_that_both_have_comes_once_and_is_named(desk):
    set_member(desk, desk.fang, coupons="ONE TWO")
    set_member(desk, desk.other, coupons="TWO THREE")
    assert desk.show().coupons_lost == ("TWO",)
    done = desk.merge()
    assert find(desk.park, "13812345678")[0].coupons == ("ONE", "TWO", "THREE")
    desk.undo(done.merge_id)
    assert find(desk.park, "13900139000")[0].coupons == ("TWO", "THREE")


def test_three_files_of_one_person_end_in_one_and_come_apart_in_turn(desk):
    third = register(desk.park, Profile(phone="13700137000", name="王芳")).member_id
    before = state(desk.park)
    first = desk.merge(kept=third, gone=desk.other)
    middle = state(desk.park)
    second = desk.merge(kept=desk.fang, gone=third)
    assert [each.id for each in find(desk.park, "13900139000")] == [desk.fang]
    assert refusal(desk.undo, first.merge_id).key == "merge.moved_since"
    desk.undo(second.merge_id)
    assert state(desk.park) == middle
    desk.undo(first.merge_id)
    assert state(desk.park) == before
    desk.history.check()


def test_who_is_typed_and_may_be_here_already_is_named_masked(desk):
    def alike(**typed):
        reply = desk.till.ask("/v1/members/alike", AlikeAsked(**typed), AlikeReply)
        return [(each.member_id, each.reasons) for each in reply.members]

    assert alike(phone="139 0013-9000", card="\0") == [(desk.other, ("phone",))]
    assert alike(card="K9", name="汪芳") == [(desk.other, ("card",))]
    assert alike(name="王方", phone="13700009000") == [(desk.other, ("sound",))]
    register(desk.park, Profile(phone="13600000000", name="单于", birthday="1990-01-01"))
    (found,) = alike(name=" 单于", birthday="1990-01-01", phone="13511111111")
    assert found[1] == ("birthday",)
    assert alike(name="王", phone="135") == []


def test_pairs_wait_for_a_person_until_they_are_one_or_two(desk):
    park = desk.park
    twin = register(park, Profile(phone="13500139000", name="王芳"))
    tenant = only_tenant(park.central)
    assert find_pairs(park.central, tenant) == 1
    assert find_pairs(park.central, tenant) == 0
    (pair,) = desk.pairs().pairs
    assert pair.reason == "sound"
    assert {pair.first.member_id, pair.second.member_id} == {twin.member_id, desk.other}
    answer = PairAnswered(
        staff_id=desk.boss, pin=PIN, first_id=desk.other, second_id=twin.member_id
    )
    desk.till.ask("/v1/desk/different", answer, PairClosed)
    assert desk.pairs().pairs == ()


def test_two_managers_at_once_make_one_merge(desk):
    wanted = [desk.wanted() for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        asked = [
            threads.submit(desk.till.send, "POST", "/v1/desk/merge", encode(each))
            for each in wanted
        ]
        codes = sorted(each.result().status_code for each in asked)
    assert codes == [200, 422, 422, 422]
    desk.history.check()


def test_sales_on_the_way_while_she_is_merged_are_the_kept_members(desk):
    """On a server they wait for her row, and find her gone."""
    park = desk.park
    tills = [desk.till] + [park.site.enrol(park.seeded.tenant_id, code=f"B{n}") for n in range(3)]

    def sell(till):
        made = sale(till.ids, cart(A, member_id=desk.other), cash(till.ids, 18_000))
        return till.tell(SaleData(sale=made))

    with ThreadPoolExecutor(5) as threads:
        merging = threads.submit(desk.merge)
        sold = [threads.submit(sell, till) for till in tills[1:]]
        assert all(each.result() == ["applied"] for each in sold)
    assert merging.result().state == "merged"
    desk.history.check()
    left = park.rows(
        "SELECT count(*) FROM account WHERE member_id = :her AND balance <> 0", her=desk.other
    )
    assert left == [(0,)]
    assert park.rows("SELECT count(*) FROM lot WHERE member_id = :her", her=desk.other) == [(0,)]


def test_nobody_is_merged_shown_or_named_across_tenants(desk):
    store = {**STORE, "members": [{"phone": "13900139000", "name": "汪芳", "card": "K9"}]}
    theirs = seed_sample(desk.park.central, json.dumps(store).encode()).members[0].id
    assert refusal(desk.merge, gone=theirs).key == "member.unknown"
    assert refusal(desk.show, gone=theirs).key == "member.unknown"
    asked = AlikeAsked(phone="13900139000", name="汪芳", card="K9")
    reply = desk.till.ask("/v1/members/alike", asked, AlikeReply)
    assert [each.member_id for each in reply.members] == [desk.other]
