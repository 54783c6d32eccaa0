"""A phone that nobody answered for is verified later: at the desk, or by her own code."""

from __future__ import annotations

import pytest

from posapp.central.exchange.importing import Plan, import_members
from posapp.domain.member import Profile
from posapp.domain.member_numbers import provisional_number
from posapp.wire.service_desk import PhoneProof
from tests.central.desk import BOSS_PIN, Desk
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_members import find, send_code, verify
from tests.central.test_referral import chain, given, keep
from tests.central.test_registration import registered
from tests.central.tills import refusal

PHONE = "13711112222"
NOT_VERIFIED = "member.phone_not_verified"


def offline(park, phone=PHONE, **profile):
    """Registered while the till had no connection; nobody answered."""
    number = provisional_number("A01", park.clock.wall_ms())
    return registered(park, Profile(phone=phone, name="陈晓雨", **profile), number=number)


def imported(park, tmp_path, text="13711112222,陈晓雨,C001\n"):
    path = tmp_path / "m.csv"
    path.write_text(f"手机号,姓名,卡号\n{text}", encoding="utf-8")
    plan = Plan(name=f"n{len(text)}", who="op", commit=True)
    import_members(park.central, park.tenant, path, plan)
    return find(park, PHONE)[0].id


def is_verified(park, member_id):
    return park.rows("SELECT phone_verified FROM member WHERE id = :id", id=member_id)[0][0] == 1


def events(park, member_id):
    return park.rows(
        "SELECT kind, who, approved_by, detail FROM member_event "
        "WHERE member_id = :id AND kind = 'phone_proved'",
        id=member_id,
    )


def open_cases(park):
    return [row[0] for row in park.rows("SELECT kind FROM open_case WHERE closed = 0")]


# -- at the desk


def test_a_code_to_the_phone_that_she_has_opens_her_page_and_closes_its_case(park):
    who = offline(park)
    turn_on(park)
    desk = Desk(park, who)
    assert open_cases(park) == [NOT_VERIFIED]
    send_id, code = desk.code("identity")
    assert park.sms()[-1]["phone"] == PHONE
    desk.act(PhoneProof(send_id=send_id, code=code))
    assert (desk.file().phone_verified, open_cases(park)) == (True, [])
    assert "phone_proved" in desk.kinds()
    assert "陈" in Visitor(park).sign_in(PHONE).page("/data")


def test_a_wrong_code_is_counted_and_one_of_another_act_is_none(park):
    desk = Desk(park, offline(park))
    send_id, _ = desk.code("identity")
    error = refusal(desk.act, PhoneProof(send_id=send_id, code="000000"))
    assert (error.key, error.params["left"]) == ("service.own_code_wrong", 2)
    other_id, other = desk.code("old_phone")
    assert refusal(desk.act, PhoneProof(send_id=other_id, code=other)).key == (
        "service.own_code_expired"
    )
    assert not is_verified(park, desk.member_id)


def test_without_a_code_a_manager_looks_at_the_phone_and_stands_in_the_timeline(park):
    desk = Desk(park, offline(park))
    assert refusal(desk.act, PhoneProof()).key == "service.needs_manager"
    desk.with_boss(PhoneProof(), note="当面拨打，本人手机响")
    assert events(park, desk.member_id) == [
        ("phone_proved", "张敏 (2001)", "周店长 (9001)", '{"by": "identity"}')
    ]
    assert refusal(desk.with_boss, PhoneProof()).key == "service.phone_is_verified"
    assert BOSS_PIN not in str(park.rows("SELECT * FROM member_event"))


def test_who_has_no_phone_has_none_to_verify(park):
    desk = Desk(park, registered(park, Profile(phone="", name="王小宝")))
    assert refusal(desk.with_boss, PhoneProof()).key == "service.no_phone"


def test_a_phone_on_two_files_proves_neither(park, tmp_path):
    who = imported(park, tmp_path)
    desk = Desk(park, who)
    other = offline(park, "13711114444")
    put_on(park, PHONE, other)
    error = refusal(desk.with_boss, PhoneProof())
    assert error.key == "service.phone_on_two"
    assert desk.file(member_id=other).number == error.params["number"]
    turn_on(park)
    before = len(park.sms())
    Visitor(park).ask_code(PHONE)
    assert len(park.sms()) == before


def put_on(park, phone, member_id):
    park.write(
        "INSERT INTO member_token (tenant_id, digest, member_id) VALUES (:tenant, :digest, :id)",
        tenant=park.seeded.tenant_id,
        digest=park.central.keys.blind(park.seeded.tenant_id, "phone", phone),
        id=member_id,
    )


# -- by her own code


def test_an_imported_member_proves_her_phone_by_signing_in(park, tmp_path):
    who = imported(park, tmp_path)
    turn_on(park)
    page = Visitor(park)
    asked = page.ask_code(PHONE)
    assert not is_verified(park, who)
    assert page.enter(asked.text, "000000").status_code == 422
    assert not is_verified(park, who)
    page.enter(asked.text, page.newest_code())
    assert is_verified(park, who)
    assert events(park, who) == [("phone_proved", "", "", '{"by": "page"}')]
    assert "C001" in page.page("/data")


def test_an_imported_phone_that_answers_at_a_till_is_verified(park, tmp_path):
    who = imported(park, tmp_path)
    send_id, code = send_code(park, PHONE)
    assert verify(park, send_id, PHONE, code).member.id == who
    assert is_verified(park, who)


@pytest.mark.parametrize("at_a_till", [False, True])
def test_a_phone_that_a_clerk_typed_offline_is_not_verified_by_whoever_has_it(park, at_a_till):
    who = offline(park)
    turn_on(park)
    before = len(park.sms())
    if at_a_till:
        send_id, code = send_code(park, PHONE)
        verify(park, send_id, PHONE, code)
    else:
        told = Visitor(park).ask_code(PHONE).text
        assert "服务台" in told
        assert "核验手机号" in told
        assert len(park.sms()) == before
    assert not is_verified(park, who)


def test_a_phone_that_a_manager_vouched_for_opens_the_page_by_its_code(park):
    who = registered(park, Profile(phone=PHONE, name="陈晓雨"), vouched=True)
    turn_on(park)
    Visitor(park).sign_in(PHONE)
    assert is_verified(park, who)


# -- who brought her


def test_a_friend_whose_phone_is_verified_later_counts_from_then_on(park):
    keep(park)
    who = offline(park, referrer=park.fang.number)
    assert chain(park, who)[1:] == ("refused", "phone_not_verified")
    desk = Desk(park, who)
    desk.with_boss(PhoneProof())
    assert chain(park, who) == (park.fang.id, "pending", "")
    assert given(park, who) == [("joining", "points", 10, "")]


def test_a_friend_above_the_limit_stays_refused_also_with_her_phone_verified(park):
    keep(park, till_day=1)
    registered(park, Profile(phone="13711113333", referrer=park.fang.number), vouched=True)
    who = offline(park, referrer=park.fang.number)
    Desk(park, who).with_boss(PhoneProof())
    assert chain(park, who)[1:] == ("refused", "device_often")
