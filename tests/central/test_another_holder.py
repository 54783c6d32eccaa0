"""Guardians of children, and what another holder of an account sees and takes over."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from posapp.central.member_page.holder_since import holder_since
from posapp.central.member_page.own_data import own_data, seen_by
from posapp.central.member_page.statement import LEDGERS, read_page
from posapp.central.members import all_ids_of
from posapp.central.seeding import only_tenant
from posapp.central.tables.registration import family_member
from posapp.central.view import View
from posapp.domain.member import Consent, Profile, masked_name
from posapp.wire.facts import SaleData
from posapp.wire.families import FamilyAct
from posapp.wire.service_desk import HolderChange, ProfileEdit
from tests.central.desk import Desk
from tests.central.goods import A, cart, cash, sale
from tests.central.test_registration import child, clerk, family, move, registered
from tests.central.tills import refusal

__all__ = ["clerk"]

NEW = "13711111111"
CHILD = "2018-05-05"


@pytest.fixture
def desk(park):
    return Desk(park)


def holder_change(desk, **more):
    send_id, code = desk.code("new_phone", NEW)
    consent = Consent(
        policy_version="v3", channel="paper", at_ms=1, by_guardian=more.pop("by_guardian", False)
    )
    values = {"relation": "heir", "phone": NEW, "name": "王继承", "birthday": "1980-01-02"}
    return HolderChange(send_id=send_id, code=code, consent=consent, **{**values, **more})


def rows_of(desk, kind, member_id=""):
    sections = {each.kind: each.rows for each in desk.file(member_id=member_id).sections}
    return [(row.title, row.text) for row in sections.get(kind, ())]


def missing(park):
    sql = "SELECT detail FROM open_case WHERE kind = 'member.guardian_missing'"
    return [json.loads(detail)["member"] for (detail,) in park.rows(sql)]


# -- children


def test_a_number_that_nobody_has_is_no_guardian(park, desk):
    named = Profile(phone="", name="宝", birthday=CHILD, guardian_number="12345")
    little = registered(park, named)
    assert missing(park) == [little]
    assert rows_of(desk, "guardian_missing", little) == [("12345", "")]


def test_the_number_of_a_member_makes_her_the_guardian_in_her_family(park, desk, clerk):
    little = registered(
        park, Profile(phone="", name="宝", birthday=CHILD, guardian_number=park.fang.number)
    )
    assert missing(park) == []
    home = family(park, clerk, little)
    assert {(each.member.id, each.guardian_id) for each in home.members} == {
        (park.fang.id, ""), (little, park.fang.id)
    }  # fmt: skip
    assert rows_of(desk, "guardian", little) == [(park.fang.number, "王*")]
    assert rows_of(desk, "children") == [(desk.file(member_id=little).number, masked_name("宝"))]


def test_a_child_answers_for_nobody(park):
    elder = child(park, park.fang.id)
    number = park.rows("SELECT number FROM member WHERE id = :id", id=elder)[0][0]
    little = registered(park, Profile(phone="", name="宝", birthday=CHILD, guardian_number=number))
    assert missing(park) == [little]


def test_a_name_with_a_phone_is_a_guardian_and_stands_masked_in_the_file(park, desk):
    named = {"guardian_name": "李大山", "guardian_phone": "13512345678"}
    little = registered(park, Profile(phone="", name="宝", birthday=CHILD, **named))
    assert missing(park) == []
    assert rows_of(desk, "guardian", little) == [("李*山", "135****5678")]


def test_a_birthday_that_makes_her_a_child_asks_for_a_guardian(park, desk):
    edit = ProfileEdit(birthday=CHILD)
    assert refusal(desk.act, edit).key == "member.guardian_needed"
    made_up = ProfileEdit(birthday=CHILD, guardian_number="12345")
    assert refusal(desk.act, made_up).key == "member.guardian_unknown"
    herself = ProfileEdit(birthday=CHILD, guardian_number=park.fang.number)
    assert refusal(desk.act, herself).key == "member.guardian_unknown"
    half = ProfileEdit(birthday=CHILD, guardian_name="李大山")
    assert refusal(desk.act, half).key == "member.guardian_needed"
    desk.act(ProfileEdit(birthday=CHILD, guardian_name="李大山", guardian_phone="13512345678"))
    assert rows_of(desk, "guardian") == [("李*山", "135****5678")]
    desk.act(ProfileEdit(birthday="2017-05-05"))


def test_a_guardian_by_number_puts_a_corrected_child_into_that_family(park, desk):
    mother = registered(park, Profile(phone="13733334444", name="李雷"))
    number = desk.file(member_id=mother).number
    desk.act(ProfileEdit(birthday=CHILD, guardian_number=number))
    assert rows_of(desk, "guardian") == [(number, "李*")]


def test_a_child_without_anybody_says_so_in_her_file_and_other_edits_go_on(park, desk):
    little = registered(park, Profile(phone="", name="宝", birthday=CHILD))
    assert rows_of(desk, "guardian_missing", little) == [("—", "")]
    desk.act(ProfileEdit(name="小宝"), member_id=little)
    assert rows_of(desk, "guardian_missing") == []


# -- another holder


def told(park, member_id):
    with park.central.database.read() as connection:
        view = View(
            connection=connection,
            tenant=only_tenant(park.central),
            keys=park.central.keys,
            now_ms=park.clock.wall_ms(),
        )
        ids = all_ids_of(connection, view.tenant.id, member_id)
        since = holder_since(view, member_id, ids).get(member_id, 0)
        page = read_page(view, member_id, LEDGERS["points"], since_ms=since)
        return own_data(view, member_id), page.movements, seen_by(view, member_id, 50)


def buy(park):
    bought = sale(park.till.ids, cart(A, member_id=park.fang.id), cash(park.till.ids, 18_000))
    assert park.till.tell(SaleData(sale=bought)) == ["applied"]
    return bought.receipt_number


def test_the_new_holder_sees_nothing_of_what_the_former_one_did(park, desk):
    buy(park)
    desk.file()
    before, _, seen = told(park, park.fang.id)
    assert before["purchases"]
    assert before["movements"]
    assert seen
    points, value = desk.file().points_pending, desk.file().principal
    park.clock.advance_ms(1_000)
    desk.with_boss(holder_change(desk))
    data, page, seen = told(park, park.fang.id)
    assert (data["purchases"], data["movements"], data["returns"], page) == ([], [], [], ())
    assert [row["kind"] for row in data["acts"]] == ["holder_changed"]
    assert len(seen) == 1
    assert (desk.file().points_pending, desk.file().principal) == (points, value)
    assert data["balances"][0]["principal"] == value
    park.clock.advance_ms(1_000)
    own = buy(park)
    data, page, _ = told(park, park.fang.id)
    assert [row["receipt_number"] for row in data["purchases"]] == [own]
    assert [each.receipt for each in page] == [own]


def test_whoever_never_changed_sees_everything(park):
    receipt = buy(park)
    data, page, _ = told(park, park.fang.id)
    assert [row["receipt_number"] for row in data["purchases"]] == [receipt]
    assert receipt in {each.receipt for each in page}


def test_the_former_holders_children_do_not_come_along(park, desk, clerk):
    one, two = child(park, park.fang.id), child(park, park.fang.id)
    desk.with_boss(holder_change(desk))
    assert sorted(missing(park)) == sorted([one, two])
    assert family(park, clerk, park.fang.id).members == ()
    assert rows_of(desk, "children") == []
    assert rows_of(desk, "guardian_missing", one) == [("—", "")]
    aunt = registered(park, Profile(phone="13733334444", name="李雷"))
    for each in (one, two):
        move(park, clerk, FamilyAct.JOIN, each, aunt)
    home = family(park, clerk, aunt)
    assert {each.guardian_id for each in home.members if each.role == "child"} == {aunt}


def test_another_parent_has_the_card_of_the_family_and_answers_for_no_child_unasked(
    park, desk, clerk
):
    little = child(park, park.fang.id)
    father = registered(park, Profile(phone="13733334444", name="李雷"))
    move(park, clerk, FamilyAct.JOIN, father, park.fang.id)
    desk.with_boss(holder_change(desk))
    home = family(park, clerk, little)
    assert home.holder_id == father
    assert {each.member.id for each in home.members} == {father, little}
    with park.central.database.read() as connection:
        asked = select(family_member.c.guardian_id).where(family_member.c.member_id == little)
        assert connection.execute(asked).scalar() is None
    assert missing(park) == [little]


def test_a_child_becomes_a_holder_only_with_her_guardian_who_agrees(park, desk):
    refused = refusal(desk.with_boss, holder_change(desk, birthday=CHILD))
    assert refused.key == "member.guardian_needed"
    named = {"birthday": CHILD, "guardian_name": "李大山", "guardian_phone": "13512345678"}
    refused = refusal(desk.with_boss, holder_change(desk, **named))
    assert refused.key == "member.guardian_consent_needed"
    desk.with_boss(holder_change(desk, **named, by_guardian=True))
    assert rows_of(desk, "guardian") == [("李*山", "135****5678")]


def test_a_file_that_became_hers_after_the_change_is_hers_from_its_beginning(park, desk):
    buy(park)
    park.clock.advance_ms(1_000)
    desk.with_boss(holder_change(desk))
    with park.central.database.read() as connection:
        view = View(
            connection=connection,
            tenant=only_tenant(park.central),
            keys=park.central.keys,
            now_ms=park.clock.wall_ms(),
        )
        since = holder_since(view, "kept", ["kept", park.fang.id])
    assert set(since) == {park.fang.id}
