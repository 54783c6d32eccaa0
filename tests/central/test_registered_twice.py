"""Cards that are not hers to bind, and a phone that somebody has already: nothing is dropped."""

from __future__ import annotations

import json

import pytest

from posapp.domain.member import Profile
from posapp.domain.member_numbers import provisional_number
from posapp.wire.facts import SaleData
from posapp.wire.merging import MergeDone, MergeTakenBack, MergeWanted, PairsAsked, PairsListed
from posapp.wire.registering import RegistrationChecked, RegistrationFits
from posapp.wire.service_desk import CardChange, CardStep
from tests.central.desk import Desk
from tests.central.goods import A, cart, cash, sale
from tests.central.test_case_desk import PIN, person
from tests.central.test_members import find, proof_of
from tests.central.test_registration import AGREED, registered
from tests.central.tills import refusal

PHONE = "13711112222"


@pytest.fixture
def desk(park):
    return Desk(park)


def refused_cards(park):
    sql = "SELECT detail FROM open_case WHERE kind = 'member.card_refused' ORDER BY at_ms"
    return [json.loads(detail)["reason"] for (detail,) in park.rows(sql)]


def test_a_card_of_another_finds_nobody_new(park, desk):
    owner = registered(park, Profile(phone=PHONE, card="C-7788"))
    other = registered(park, Profile(phone="13733334444", name="乙", card="C-7788"))
    assert [each.id for each in find(park, "C-7788")] == [owner]
    (second,) = find(park, "13733334444")
    assert (second.id, second.name, second.card) == (other, "乙", "")
    assert refused_cards(park) == ["card.taken"]
    assert [each.state for each in desk.file(member_id=owner).cards] == ["active"]


@pytest.mark.parametrize("step", [CardStep.LOST, CardStep.REPLACE])
def test_a_card_that_was_lost_or_replaced_is_not_bound_again(park, desk, step):
    owner = registered(park, Profile(phone=PHONE, card="C-7788"))
    new = "C-9900" if step is CardStep.REPLACE else ""
    desk.act(CardChange(step=step, card=new), member_id=owner)
    registered(park, Profile(phone="13733334444", card="C-7788"))
    assert refused_cards(park) == ["card.reported_lost"]
    assert find(park, "13733334444")[0].card == ""


def test_a_till_asks_before_it_keeps_a_card_or_the_number_of_a_guardian(park, desk):
    owner = registered(park, Profile(phone=PHONE, card="C-7788"))

    def check(**asked):
        message = RegistrationChecked(**asked)
        return park.till.ask("/v1/members/check", message, RegistrationFits)

    assert check(card="C-9900", guardian_number=park.fang.number)
    assert refusal(check, card="C-7788").key == "card.taken"
    desk.act(CardChange(step=CardStep.LOST), member_id=owner)
    assert refusal(check, card="C-7788").key == "card.reported_lost"
    assert refusal(check, guardian_number="12345").key == "member.guardian_unknown"


def again(park, **profile):
    """Registered offline with a phone that was somebody's meanwhile; with a sale and its points."""
    sold = sale(park.till.ids, cart(A), cash(park.till.ids, 20_000))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    number = provisional_number("A01", park.clock.wall_ms())
    given = Profile(phone=PHONE, name="李四", birthday="1990-05-06", card="K-5566", **profile)
    new = registered(park, given, number=number, offline=True, sale_id=sold.id)
    return new, number, sold.goods_net // 100


def merge(park, boss, kept, gone):
    wanted = MergeWanted(
        merge_id=park.till.ids.new(),
        staff_id=boss,
        pin=PIN,
        kept_id=kept,
        gone_id=gone,
        reason="registered_twice",
    )
    return park.till.ask("/v1/desk/merge", wanted, MergeDone).merge_id


def test_an_unproved_phone_of_a_member_makes_a_file_that_waits_and_nothing_of_it_is_lost(park):
    owner = registered(park, Profile(phone=PHONE, name="李思"))
    new, number, earned = again(park)
    assert [each.id for each in find(park, PHONE)] == [owner]
    for text in (number, "K-5566", "李四"):
        assert [each.id for each in find(park, text)] == [new]
    (told,) = find(park, "K-5566")
    assert (told.birthday, told.phone, told.points_pending) == ("1990-05-06", "", earned)
    boss = person(park)
    asked = PairsAsked(staff_id=boss)
    (pair,) = park.till.ask("/v1/desk/pairs", asked, PairsListed).pairs
    assert ({pair.first.member_id, pair.second.member_id}, pair.reason) == ({owner, new}, "phone")
    assert set(park.cases()) == {"member.phone_not_verified", "member.phone_known"}


def test_once_a_person_says_that_they_are_one_it_is_hers_and_can_be_taken_back(park):
    owner = registered(park, Profile(phone=PHONE, name="李思"))
    new, _, earned = again(park)
    boss = person(park)
    merge_id = merge(park, boss, owner, new)
    (one,) = find(park, "K-5566")
    assert (one.id, one.name, one.birthday) == (owner, "李思", "1990-05-06")
    assert one.points_pending == earned
    back = MergeTakenBack(merge_id=merge_id, staff_id=boss, pin=PIN)
    park.till.ask("/v1/desk/unmerge", back, MergeDone)
    assert [each.points_pending for each in find(park, "K-5566")] == [earned]
    assert [each.points_pending for each in find(park, PHONE)] == [0]


def test_what_she_buys_before_anybody_looked_is_on_her_own_file_to_the_fen(park):
    owner = registered(park, Profile(phone=PHONE, name="李思"))
    new, number, earned = again(park)
    bought = sale(park.till.ids, cart(A, member_id=new), cash(park.till.ids, 18_000))
    assert park.till.tell(SaleData(sale=bought)) == ["applied"]
    (own,) = find(park, number)
    assert own.points_pending == earned + bought.points_earned
    member = park.member(own.number)
    assert all(each.balance == each.kept for each in member.accounts)
    boss = person(park)
    merge(park, boss, owner, new)
    assert find(park, PHONE)[0].points_pending == earned + bought.points_earned


def test_a_proved_phone_fills_what_was_empty_and_binds_the_free_card(park, desk):
    owner = registered(park, Profile(phone=PHONE, name="李思"))
    sold = sale(park.till.ids, cart(A), cash(park.till.ids, 20_000))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    given = Profile(phone=PHONE, name="李四", birthday="1990-05-06", card="K-5566")
    registered(park, given, proof=proof_of(park, PHONE), consent=AGREED, sale_id=sold.id)
    (who,) = find(park, "K-5566")
    assert (who.id, who.name, who.birthday) == (owner, "李思", "1990-05-06")
    assert who.points_pending == sold.goods_net // 100
    happened = {each.kind: each for each in desk.file(member_id=owner).timeline}
    assert happened["registered_again"].detail == {"fields": "birthday card", "left": "name"}
    assert happened["registered_again"].note == "李*"
