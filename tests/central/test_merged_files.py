"""What hangs on two files beside value and points comes along when they are one, and goes back."""

from __future__ import annotations

import pytest

from posapp.central.registration.packs import issue_pack
from posapp.domain.member import Profile
from posapp.domain.member_numbers import provisional_number
from posapp.wire.facts import RefundData, SaleData
from posapp.wire.families import FamilyAct
from posapp.wire.service_desk import CardChange, CardStep, ProfileEdit
from tests.central.desk import Desk as ServiceDesk
from tests.central.goods import A, cart, cash, refund, sale
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_case_desk import person
from tests.central.test_members import find
from tests.central.test_merging import Desk, state
from tests.central.test_registration import (
    child,
    family,
    load,
    move,
    registered,
    sold_to_nobody,
    use_pack,
)
from tests.central.tills import refusal

OTHERS = "13900139000"


@pytest.fixture
def desk(park):
    return Desk(park, person(park, number="9002"))


@pytest.fixture
def clerk(park):
    return person(park, rights="sell register_member", number="7001")


@pytest.fixture
def service(desk):
    return ServiceDesk(desk.park, desk.other)


def home(desk, clerk, member_id):
    told = family(desk.park, clerk, member_id)
    return told.holder_id, {(each.member.id, each.guardian_id) for each in told.members}


# -- families


def test_her_children_and_her_card_are_the_kept_ones_and_go_back(desk, clerk):
    kid = child(desk.park, desk.other)
    father = registered(desk.park, Profile(phone="13711110000", name="李雷"))
    move(desk.park, clerk, FamilyAct.JOIN, father, desk.other)
    before = state(desk.park)
    done = desk.merge()
    everybody = {(desk.fang, ""), (father, ""), (kid, desk.fang)}
    assert home(desk, clerk, kid) == (desk.fang, everybody)
    desk.undo(done.merge_id)
    assert state(desk.park) == before


def test_two_of_one_family_are_one_in_it(desk, clerk):
    kid = child(desk.park, desk.other)
    move(desk.park, clerk, FamilyAct.JOIN, desk.fang, desk.other)
    before = state(desk.park)
    done = desk.merge()
    assert home(desk, clerk, kid) == (desk.fang, {(desk.fang, ""), (kid, desk.fang)})
    desk.undo(done.merge_id)
    assert state(desk.park) == before


def test_a_family_that_she_is_alone_in_gives_way(desk, clerk):
    kid = child(desk.park, desk.fang)
    move(desk.park, clerk, FamilyAct.JOIN, kid, desk.other)
    before = state(desk.park)
    done = desk.merge()
    assert home(desk, clerk, kid) == (desk.fang, {(desk.fang, ""), (kid, desk.fang)})
    desk.undo(done.merge_id)
    assert state(desk.park) == before
    done = desk.merge(kept=desk.other, gone=desk.fang)
    assert home(desk, clerk, kid) == (desk.other, {(desk.other, ""), (kid, desk.other)})
    desk.undo(done.merge_id)
    assert state(desk.park) == before


def test_families_that_differ_are_for_people_to_bring_together(desk, clerk):
    kid = child(desk.park, desk.fang)
    other_kid = child(desk.park, desk.other, name="李小宝")
    assert refusal(desk.merge).key == "merge.families_differ"
    assert desk.show().why_not == "merge.families_differ"
    assert refusal(desk.merge, kept=kid, gone=desk.fang).key == "merge.families_differ"
    move(desk.park, clerk, FamilyAct.JOIN, other_kid, desk.fang)
    assert desk.merge().state == "merged"


def test_after_a_change_in_the_family_an_undo_is_refused(desk, clerk):
    child(desk.park, desk.other)
    done = desk.merge()
    child(desk.park, desk.fang, name="王二宝")
    assert refusal(desk.undo, done.merge_id).key == "merge.moved_since"


# -- numbers, packs, points of a sale


def test_a_number_a_code_and_a_claimed_sale_of_the_other_file_are_the_kept_ones(desk, clerk):
    park = desk.park
    number = provisional_number("A03", 1_795_219_200_000)
    sold = sold_to_nobody(park)
    third = registered(
        park, Profile(phone="13700137000", name="王芳"), number=number, sale_id=sold.id
    )
    with park.central.work(load(park)) as unit:
        _, (code,) = issue_pack(
            unit, company="蓝天公司", title="年卡", size=1, tier="diamond", coupons=(), who="root"
        )
    use_pack(park, clerk, third, code)
    before = state(park)
    done = desk.merge(gone=third)
    (fang,) = find(park, number)
    assert (fang.id, fang.tier) == (desk.fang, "diamond")
    desk.undo(done.merge_id)
    assert state(park) == before
    assert find(park, number)[0].id == third
    desk.merge(gone=third)
    had = find(park, number)[0].points_pending
    back = RefundData(refund=refund(park.till.ids, sold, {}, {1: 1000}))
    assert park.till.tell(back) == ["applied"]
    assert find(park, number)[0].points_pending == had - sold.goods_net // 100
    desk.history.check()


# -- cards, and what was done about her


def test_cards_and_deeds_of_the_other_file_stand_in_the_kept_ones_under_their_own_key(
    desk, service
):
    service.act(CardChange(step=CardStep.REPLACE, card="KK900900"))
    service.act(CardChange(step=CardStep.LOST))
    service.act(ProfileEdit(name="汪小芳"))
    desk.merge()
    file = service.file(member_id=desk.fang)
    assert {each.state for each in file.cards} == {"lost", "replaced"}
    assert all(each.tail.endswith(("K9", "0900")) for each in file.cards)
    notes = [each.note for each in file.timeline if each.kind in ("card", "edited")]
    assert notes == ["本人要求"] * 3
    assert refusal(find, desk.park, "KK900900").key == "card.reported_lost"
    service.act(CardChange(step=CardStep.FOUND, card="KK900900"), member_id=desk.fang)
    assert find(desk.park, "KK900900")[0].id == desk.fang


def test_a_phone_that_was_hers_before_a_change_finds_her_no_more(desk, service):
    """The kept file had none; that of the other one came along, and was changed."""
    kept = registered(desk.park, Profile(phone="", name="王芳"))
    desk.merge(kept=kept)
    before = desk.park.rows("SELECT count(*) FROM member_token WHERE member_id = :m", m=desk.other)
    service.act(ProfileEdit(name="汪小芳"), member_id=kept)
    after = desk.park.rows("SELECT count(*) FROM member_token WHERE member_id = :m", m=desk.other)
    assert find(desk.park, OTHERS)[0].name == "汪小芳"
    assert after < before


# -- her page


def test_her_browser_is_signed_out_and_both_phones_lead_to_the_kept_file(desk):
    park = desk.park
    turn_on(park)
    park.write("UPDATE member SET phone_verified = 1 WHERE id = :id", id=desk.other)
    page = Visitor(park).sign_in(OTHERS)
    page.send(page.page("/me"), "/correction", words="改成汪芳")
    sold = sale(park.till.ids, cart(A, member_id=desk.other), cash(park.till.ids, 18_000))
    park.till.tell(SaleData(sale=sold))
    done = desk.merge()
    assert page.get("/me").status_code == 303
    park.clock.advance_ms(61_000)
    again = Visitor(park).sign_in(OTHERS)
    assert park.fang.number in again.page("/data")
    told = again.get("/data.json").json()
    assert [each["receipt_number"] for each in told["purchases"]] == [sold.receipt_number]
    assert [each["words"] for each in told["requests"]] == ["改成汪芳"]
    assert "账户合并" in again.page("/statement")
    desk.undo(done.merge_id)
    assert again.get("/me").status_code == 303


def test_a_phone_that_nobody_verified_opens_the_kept_file_to_nobody(desk):
    park = desk.park
    turn_on(park)
    desk.merge()
    asked = Visitor(park).ask_code(OTHERS)
    assert asked.status_code == 200
    assert [each for each in park.sms() if each["phone"] == OTHERS] == []
