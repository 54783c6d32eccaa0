"""Who was shown whom: look-ups, lists, consents, families; asked for by clerk, till and time."""

from __future__ import annotations

import pytest

from posapp.central.privacy.access_list import Span, as_csv, as_rows, seen_members
from posapp.domain.member import Profile
from posapp.wire.consents import ConsentsAsked, ConsentsTold
from posapp.wire.facts import AuditData
from posapp.wire.families import FamilyAsked, FamilyTold
from posapp.wire.merging import (
    AlikeAsked,
    AlikeReply,
    MergeAsked,
    MergeShown,
    PairsAsked,
    PairsListed,
)
from posapp.wire.requests import FindMember, FindMemberReply
from posapp.wire.service_desk import Shelf
from tests.central.desk import Desk, hire
from tests.central.test_members import register
from tests.central.test_privacy_reports import view_on
from tests.central.tills import refusal


@pytest.fixture
def desk(park):
    return Desk(park)


def find(desk, staff_id):
    asked = FindMember(text="13812345678", staff_id=staff_id)
    return desk.till.ask("/v1/members/find", asked, FindMemberReply).members


def listed(park, **span):
    now_ms = park.clock.wall_ms()
    with park.central.database.read() as connection:
        view = view_on(park, connection)
        found = seen_members(
            view, Span(**{"since_ms": now_ms - 1000, "until_ms": now_ms + 1, **span})
        )
        return view, found


def kinds(park, **span):
    return {(each.number, each.what, each.who) for each in listed(park, **span)[1]}


def test_a_look_up_names_the_clerk_who_is_signed_in(park, desk):
    find(desk, desk.clerk)
    find(desk, desk.clerk)
    (seen,) = listed(park, who="2001")[1]
    assert (seen.number, seen.what, seen.who) == (park.fang.number, "found", "张敏 (2001)")
    assert (seen.times, seen.is_masked) == (2, True)
    assert listed(park, who="9001")[1] == ()


def test_an_older_till_or_a_made_up_clerk_leaves_a_row_without_a_name(park, desk):
    find(desk, "")
    find(desk, desk.till.ids.new())
    (seen,) = listed(park)[1]
    assert (seen.who, seen.times, seen.till != "") == ("", 2, True)


def test_consents_and_family_are_written_down_and_ration_the_till(park, desk):
    about = {"staff_id": desk.clerk, "member_id": park.fang.id}
    desk.till.ask("/v1/members/consents", ConsentsAsked(**about), ConsentsTold)
    desk.till.ask("/v1/families/show", FamilyAsked(**about), FamilyTold)
    who = "张敏 (2001)"
    assert kinds(park) == {
        (park.fang.number, "consents", who),
        (park.fang.number, "family", who),
    }
    assert park.rows("SELECT member_id FROM look_up") == [(park.fang.id,)]


def test_pairs_and_who_is_alike_are_written_down(park, desk):
    boss = hire(park, "9005", "135791", rights="sell work_cases", name="李主管")
    other = register(park, Profile(phone="13900139000", name="王芳")).member_id
    asked = AlikeAsked(phone="13812345678", staff_id=desk.clerk)
    assert desk.till.ask("/v1/members/alike", asked, AlikeReply).members
    two = sorted((park.fang.id, other))
    park.write(
        "INSERT INTO member_pair (tenant_id, first_id, second_id, reason, state, found_ms) "
        "VALUES (:t, :a, :b, 'sound', 'open', 1)",
        t=park.seeded.tenant_id,
        a=two[0],
        b=two[1],
    )
    desk.till.ask("/v1/desk/pairs", PairsAsked(staff_id=boss), PairsListed)
    beside = MergeAsked(staff_id=boss, kept_id=park.fang.id, gone_id=other)
    desk.till.ask("/v1/desk/pair", beside, MergeShown)
    written = {(number, what) for number, what, _ in kinds(park)}
    assert {(park.fang.number, each) for each in ("alike", "pairs", "pair")} <= written
    assert len([each for each in written if each[1] in {"pairs", "pair"}]) == 4


def test_who_opened_a_member_at_a_till_is_told_later_and_not_in_her_life(park, desk):
    fact = AuditData(action="member.opened", subject=park.fang.id)
    assert desk.till.tell(fact) == ["applied"]
    ((what, at_ms),) = park.rows("SELECT what, at_ms FROM data_glance")
    assert what == "opened"
    assert at_ms <= park.clock.wall_ms()
    on_access = [each.detail["what"] for each in desk.file(shelf=Shelf.ACCESS).timeline]
    assert on_access.count("opened") == 1
    assert "opened" not in [each.detail.get("what") for each in desk.file().timeline]


def test_nobody_changes_what_was_written(park, desk):
    find(desk, desk.clerk)
    for verb in ("UPDATE data_glance SET who = ''", "DELETE FROM data_glance"):
        with pytest.raises(Exception, match=r"append only|refuse"):
            park.write(verb)


def test_the_list_is_of_a_time_a_till_and_a_person_and_names_no_member(park, desk):
    find(desk, desk.clerk)
    desk.reveal()
    view, seen = listed(park)
    text = as_csv(as_rows(view, seen, "en"), "en")
    assert "Your whole phone number" in text
    assert "Listed when members were sought, masked" in text
    for secret in ("王芳", "13812345678", park.fang.id):
        assert secret not in text
    now_ms = park.clock.wall_ms()
    assert listed(park, since_ms=now_ms - 100, until_ms=now_ms - 50)[1] == ()
    assert refusal(listed, park, who="77").key == "access.nobody_known"
    assert refusal(listed, park, till="T99").key == "access.till_unknown"


def test_everybody_who_was_shown_has_a_row_and_nobody_else(park, desk):
    for tail in range(5):
        register(park, Profile(phone=f"1370000{tail}678", name="王芳"))
    asked = FindMember(text="5678", staff_id=desk.clerk)
    found = desk.till.ask("/v1/members/find", asked, FindMemberReply).members
    assert park.rows("SELECT count(*) FROM data_glance") == [(len(found),)]
