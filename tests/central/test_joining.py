"""Anybody joins on the page, where the operator lets her: without a friend's link."""

from __future__ import annotations

import json

import pytest

from tests.central.page_visitor import FANG, Visitor, turn_on

NEW = "13911110200"


def allow(park, **limits):
    turn_on(park)
    for name, value in {"page_joining": ["1"], **limits}.items():
        park.write(
            "INSERT INTO setting (tenant_id, name, value) VALUES (:tenant, :name, :value)",
            tenant=park.seeded.tenant_id,
            name=f"central.{name}",
            value=json.dumps(value),
        )


def asked(visitor, phone=NEW):
    return visitor.send(visitor.page("/join"), "/join/send", phone=phone)


def enter(visitor, sent, **ticks):
    return visitor.send(sent.text, "/join/enter", code=visitor.newest_code(), **ticks)


def consents(park):
    return dict(
        park.rows(
            "SELECT purpose, given FROM consent_entry JOIN member ON member.id = member_id "
            "WHERE member.source = 'online'"
        )
    )


def test_somebody_joins_without_an_invitation_and_is_signed_in(park):
    allow(park)
    visitor = Visitor(park)
    assert f'href="{visitor.path}/join"' in visitor.page()
    sent = asked(visitor)
    assert "v3" in sent.text
    home = visitor.follow(enter(visitor, sent, agree="1", age="1", profiling="1"))
    assert "欢迎" in home
    assert consents(park) == {
        "agreement": 1,
        "privacy": 1,
        "marketing": 0,
        "profiling": 1,
        "partners": 0,
    }
    versions = park.rows(
        "SELECT DISTINCT policy_version, channel FROM consent_entry "
        "JOIN member ON member.id = member_id WHERE member.source = 'online'"
    )
    assert versions == [("v3", "page")]
    assert park.rows("SELECT id FROM referral") == []


def test_only_what_the_operator_asks_for_is_asked_and_never_a_face(park):
    allow(park)
    park.write(
        "INSERT INTO setting (tenant_id, name, value) "
        "VALUES (:tenant, 'consent_purposes', '\"marketing face\"')",
        tenant=park.seeded.tenant_id,
    )
    visitor = Visitor(park)
    sent = asked(visitor)
    assert 'name="marketing"' in sent.text
    assert 'name="face"' not in sent.text
    visitor.follow(enter(visitor, sent, agree="1", age="1", face="1", partners="1"))
    assert consents(park) == {"agreement": 1, "privacy": 1, "marketing": 0}


def test_who_is_not_fourteen_is_told_to_come_with_her_guardian(park):
    allow(park)
    visitor = Visitor(park)
    sent = asked(visitor)
    refused = enter(visitor, sent, agree="1")
    assert refused.status_code == 422
    assert "请和监护人一起到柜台办理" in refused.text
    assert consents(park) == {}


def test_without_the_setting_nobody_joins_and_no_message_leaves(park):
    turn_on(park)
    visitor = Visitor(park)
    home = visitor.page()
    assert "/join" not in home
    assert visitor.get("/join").status_code != 200
    visitor.post("/join/send", {**visitor.form(home, "/sign-in"), "phone": NEW})
    form = {**visitor.form(home, "/sign-in"), "phone": NEW, "agree": "1", "age": "1"}
    assert "邀请已失效" in visitor.post("/join/enter", form).text
    assert park.sms() == []


def test_a_member_who_joins_again_is_signed_in_and_stays_one_member(park):
    allow(park)
    visitor = Visitor(park)
    before = park.rows("SELECT count(*) FROM member")
    home = visitor.follow(enter(visitor, asked(visitor, FANG), agree="1", age="1"))
    assert "早已是会员" in home
    assert park.rows("SELECT count(*) FROM member") == before


@pytest.mark.parametrize(
    ("name", "told"), [("page_join_messages_a_minute", ""), ("page_join_messages_a_day", "明天")]
)
def test_messages_to_strangers_have_an_end_for_all_browsers_together(park, name, told):
    allow(park, **{name: 1})
    asked(Visitor(park))
    other = Visitor(park, address="203.0.113.77")
    refused = asked(other, "13911110201")
    assert refused.status_code >= 400
    assert told in refused.text
    assert len(park.sms()) == 1


def test_the_code_of_another_browser_makes_no_member(park):
    allow(park)
    visitor, other = Visitor(park), Visitor(park, address="203.0.113.78")
    sent = asked(visitor)
    form = {
        **other.form(other.page("/join"), "/join/send"),
        **visitor.form(sent.text, "/join/enter"),
    }
    mine = other.form(other.page("/join"), "/join/send")
    stolen = {**form, **mine, "code": visitor.newest_code(), "agree": "1", "age": "1"}
    assert other.post("/join/enter", stolen).status_code == 422
    assert consents(park) == {}
