"""The operator's own fields of a member at the service desk: told, edited, merged, never lost."""

from __future__ import annotations

import pytest

from posapp.central.merging.moving import merge
from posapp.central.merging.undoing import undo
from posapp.central.quarantine import Act
from posapp.domain.member import Profile
from posapp.wire.service_desk import ProfileEdit
from tests.central.desk import Desk
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_member_page_data import download
from tests.central.test_members import register
from tests.central.tills import refusal


def pairs(extra):
    return tuple(extra.items())


@pytest.fixture
def desk(park):
    park.clock.advance_ms(1)
    return Desk(park)


def test_a_field_is_written_changed_and_taken_away_and_what_was_stays_told(park, desk):
    turn_on(park)
    desk.act(ProfileEdit(extra=pairs({"home": "成都", "way": "自驾"})))
    assert desk.file().extra == (("home", "成都"), ("way", "自驾"))
    desk.act(ProfileEdit(extra=pairs({"home": "", "way": "公交"})))
    assert desk.file().extra == (("way", "公交"),)
    assert (desk.file().name, desk.file().phone) != ("", "")
    edits = [each.detail["fields"] for each in desk.file().timeline if each.kind == "edited"]
    assert edits == ["extra.home extra.way", "extra.home extra.way"]
    assert "成都".encode() not in b"".join(
        bytes(row[0]) for row in park.rows("SELECT sealed FROM member_event WHERE sealed NOT NULL")
    )
    assert "公交" in download(Visitor(park).sign_in())[0]


@pytest.mark.parametrize(
    "extra",
    [{"Home!": "x"}, {"home": "字" * 61}, {f"f{place}": "x" for place in range(9)}],
)
def test_what_is_no_field_changes_nothing(desk, extra):
    assert refusal(desk.act, ProfileEdit(extra=pairs(extra))).key == "member.extra_not_valid"
    assert desk.file().extra == ()


def test_the_same_again_and_nothing_taken_away_are_no_change(desk):
    desk.act(ProfileEdit(extra=pairs({"home": "成都"})))
    for extra in ({"home": "成都"}, {"way": ""}):
        assert refusal(desk.act, ProfileEdit(extra=pairs(extra))).key == "service.nothing_changes"


def test_a_merge_keeps_the_fields_of_the_file_that_goes_and_parting_gives_them_back(park, desk):
    other = register(park, Profile(phone="13700002222", name="王方")).member_id
    desk.act(ProfileEdit(extra=pairs({"home": "成都"})), member_id=other)
    act = Act(who="op", note="same_person")
    with park.central.work(park.tenant) as unit:
        done = merge(unit, unit.ids.new(), desk.member_id, other, act)
    assert desk.file().extra == (("home", "成都"),)
    with park.central.work(park.tenant) as unit:
        undo(unit, done.id, act)
    assert desk.file().extra == ()
    assert desk.file(member_id=other).extra == (("home", "成都"),)
