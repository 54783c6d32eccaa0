"""What a person does about a member: proved, once, on the file that she saw, with a reason."""

from __future__ import annotations

import json

import pytest

from posapp.central.registration.consents import Statement, add_statement
from posapp.central.seeding import only_tenant
from posapp.domain.consents import Purpose
from posapp.domain.member import Consent
from posapp.wire.requests import FindMember, FindMemberReply
from posapp.wire.service_desk import (
    Balance,
    CardChange,
    CardStep,
    Correction,
    HolderChange,
    MemberActed,
    PhoneChange,
    ProfileEdit,
    StatusChange,
)
from tests.central.desk import BOSS_PIN, PIN, Desk, hire
from tests.central.tills import feed_members, refusal

OLD, NEW = "13812345678", "13700001111"


@pytest.fixture
def desk(park):
    return Desk(park)


def find(park, text):
    reply = park.till.ask("/v1/members/find", FindMember(text=text), FindMemberReply)
    return [each.id for each in reply.members]


def events(park):
    rows = park.rows("SELECT kind, who, approved_by, detail FROM member_event ORDER BY at_ms, id")
    return [(kind, who, second, json.loads(detail)) for kind, who, second, detail in rows]


# -- proof, once, on what she saw


def test_nothing_is_done_without_her_pin_and_a_reason(park, desk):
    what = ProfileEdit(name="王小芳")
    assert refusal(desk.act, what, pin="000000").key == "sign_in.wrong_pin"
    assert refusal(desk.act, what, note="  ").key == "case.note_needed"
    cashier = hire(park, "3001", PIN, rights="sell")
    assert refusal(desk.act, what, staff_id=cashier).key == "service.not_allowed"
    assert events(park) == []


def test_act_is_done_once_however_often_it_is_sent(park, desk):
    message = desk.message(ProfileEdit(name="王小芳"))
    first = park.till.ask("/v1/service/act", message, MemberActed)
    again = park.till.ask("/v1/service/act", message, MemberActed)
    assert (first.version, again.version, len(events(park))) == (1, 1, 1)
    other = desk.message(ProfileEdit(name="别人"), act_id=message.act_id, version=0)
    error = refusal(park.till.ask, "/v1/service/act", other, MemberActed)
    assert error.key == "request.other_body"


def test_second_of_two_people_at_once_is_told_to_look_again(park, desk):
    seen = desk.file().version
    desk.act(ProfileEdit(gender="female"), version=seen)
    assert refusal(desk.act, ProfileEdit(gender="male"), version=seen).key == "service.stale"
    assert refusal(desk.act, ProfileEdit(gender="male"), version=-1).key == "service.stale"
    assert desk.act(ProfileEdit(gender="male"), version=seen + 1).version == seen + 2


def test_no_pin_and_no_code_leaves_a_digest_that_could_be_tried(park, desk):
    message = desk.message(ProfileEdit(name="王小芳"))
    park.till.ask("/v1/service/act", message, MemberActed)
    key = "SELECT request_hash FROM idem WHERE request LIKE '/v1/service/act%'"
    ((kept,),) = park.rows(key)
    other = desk.message(ProfileEdit(name="王小芳"), act_id=message.act_id, version=0)
    park.write("DELETE FROM wrong_tries")
    assert park.till.ask("/v1/service/act", other, MemberActed).version == 1
    assert park.rows(key) == [(kept,)]


# -- profile


def test_new_name_is_found_and_the_old_one_is_not(park, desk):
    desk.act(ProfileEdit(name="欧阳娜", birthday="1990-03-08"))
    assert find(park, "ouyangna") == [park.fang.id]
    assert find(park, "wangfang") == []
    assert find(park, OLD) == [park.fang.id]
    row = feed_members(park.till.pull_all())[park.fang.id]
    assert (row["name"], row["birthday"]) == ("欧阳娜", "1990-03-08")
    assert events(park)[-1][3] == {"fields": "birthday name"}


def test_what_is_no_profile_changes_nothing(park, desk):
    cases = [
        (ProfileEdit(), "service.nothing_changes"),
        (ProfileEdit(name="王芳"), "service.nothing_changes"),
        (ProfileEdit(name="x" * 41), "member.name_too_long"),
        (ProfileEdit(birthday="2026-02-30"), "member.birthday_not_valid"),
        (ProfileEdit(gender="'; DROP"), "member.gender_not_valid"),
    ]
    assert [refusal(desk.act, what).key for what, _key in cases] == [key for _what, key in cases]
    assert (desk.file().version, events(park)) == (0, [])


# -- status


def test_anybody_freezes_but_only_two_thaw(park, desk):
    desk.act(StatusChange(status="frozen"))
    assert feed_members(park.till.pull_all())[park.fang.id]["status"] == "frozen"
    assert park.till.begin(park.fang.id, 100).reason == "member.may_not_pay"
    thaw = StatusChange(status="normal")
    assert refusal(desk.act, thaw).key == "service.needs_manager"
    desk.with_boss(thaw)
    assert park.till.begin(park.fang.id, 100).state.value == "pending"
    assert events(park)[-1] == (
        "status",
        "张敏 (2001)",
        "周店长 (9001)",
        {"from": "frozen", "to": "normal"},
    )


def test_second_person_is_another_one_with_the_right_and_her_own_pin(park, desk):
    thaw = StatusChange(status="blacklisted")
    hire(park, "2002", PIN, name="李四")
    cases = {
        ("2001", PIN): "approval.same_person",
        ("7777", PIN): "service.second_unknown",
        ("2002", PIN): "approval.not_allowed",
        ("9001", "000000"): "service.second_pin_wrong",
    }
    for (number, pin), key in cases.items():
        error = refusal(desk.act, thaw, approver_number=number, approver_pin=pin)
        assert error.key == key
    manager = desk.act(thaw, staff_id=desk.boss, pin=BOSS_PIN)
    assert (manager.version, events(park)[-1][2]) == (1, "")


def test_shop_says_how_far_each_goes_alone(park, desk):
    park.write(
        "INSERT INTO setting (tenant_id, name, value) VALUES (:tenant, :name, :value)",
        tenant=park.seeded.tenant_id,
        name="allow_correct_points",
        value='"service 100"',
    )
    desk.act(Correction(balance=Balance.POINTS, amount=100))
    over = Correction(balance=Balance.POINTS, amount=-101)
    assert refusal(desk.act, over).key == "service.needs_manager"


def test_account_with_value_is_not_closed_and_says_why(park, desk):
    closing = StatusChange(status="closed")
    error = refusal(desk.with_boss, closing)
    assert (error.key, error.params["value"]) == ("service.close_value_left", 115_000)
    for balance, amount in ((Balance.PRINCIPAL, -100_000), (Balance.BONUS, -15_000)):
        desk.with_boss(Correction(balance=balance, amount=amount))
    error = refusal(desk.with_boss, closing)
    assert (error.key, error.params["points"]) == ("service.close_points_left", 2_000)
    desk.with_boss(StatusChange(status="closed", forfeit_points=True))
    told = desk.file()
    assert (told.status, told.points) == ("closed", 0)
    assert (find(park, OLD), find(park, park.fang.number)) == ([], [park.fang.id])
    gone = [row.k for row in park.till.pull_all() if row.t == "member" and row.op == "d"]
    assert gone == [park.fang.id]
    desk.with_boss(StatusChange(status="normal"))
    assert find(park, OLD) == [park.fang.id]


def test_held_value_stands_in_the_way_of_closing(park, desk):
    park.hold_value(5_000)
    error = refusal(desk.with_boss, StatusChange(status="closed"))
    assert (error.key, error.params["held"]) == ("service.close_held", 5_000)


# -- cards


def test_lost_card_is_refused_at_once_and_found_again(park, desk):
    desk.act(CardChange(step=CardStep.BIND, card="88001122"))
    assert find(park, "88001122") == [park.fang.id]
    desk.act(CardChange(step=CardStep.LOST))
    assert refusal(find, park, "88001122").key == "card.reported_lost"
    assert feed_members(park.till.pull_all())[park.fang.id]["card"] == ""
    bound = CardChange(step=CardStep.BIND, card="88001122")
    assert refusal(desk.act, bound, member_id=park.frozen.id).key == "card.reported_lost"
    desk.act(CardChange(step=CardStep.FOUND, card="88001122"))
    assert find(park, "88001122") == [park.fang.id]
    assert [(each.tail, each.state) for each in desk.file().cards] == [("****1122", "active")]


def test_replacement_refuses_the_old_card_and_takes_the_new_one(park, desk):
    desk.act(CardChange(step=CardStep.BIND, card="88001122"))
    desk.act(CardChange(step=CardStep.REPLACE, card="88003344"))
    assert refusal(find, park, "88001122").key == "card.reported_lost"
    assert find(park, "88003344") == [park.fang.id]
    cards = [(each.tail, each.state) for each in desk.file().cards]
    assert cards == [("****3344", "active"), ("****1122", "replaced")]


def test_card_that_cannot_be_hers_is_refused(park, desk):
    desk.act(CardChange(step=CardStep.BIND, card="88001122"), member_id=park.frozen.id)
    cases = [
        (CardChange(step=CardStep.LOST), "card.none"),
        (CardChange(step=CardStep.REPLACE, card="88009999"), "card.none"),
        (CardChange(step=CardStep.BIND, card="88001122"), "card.taken"),
        (CardChange(step=CardStep.BIND, card="1"), "card.too_short"),
        (CardChange(step=CardStep.FOUND, card="88009999"), "card.not_lost"),
    ]
    assert [refusal(desk.act, what).key for what, _key in cases] == [key for _what, key in cases]
    again = CardChange(step=CardStep.BIND, card="88007777")
    assert refusal(desk.act, again, member_id=park.frozen.id).key == "card.already"


# -- phone and holder


def phone_change(desk, *, with_old=True, **changed):
    send_id, code = desk.code("new_phone", NEW)
    values = {"phone": NEW, "send_id": send_id, "code": code}
    if with_old:
        values["old_send_id"], values["old_code"] = desk.code("old_phone")
    return PhoneChange(**{**values, **changed})


def test_phone_changes_when_both_phones_answered(park, desk):
    desk.act(phone_change(desk))
    assert (find(park, NEW), find(park, OLD)) == ([park.fang.id], [])
    told = desk.file()
    assert (told.phone, told.phone_verified) == ("137****1111", True)
    assert events(park)[-1][3] == {"by": "code"}


def test_phone_changes_without_the_old_one_only_before_a_manager(park, desk):
    what = phone_change(desk, with_old=False)
    assert refusal(desk.act, what).key == "service.needs_manager"
    desk.with_boss(what, note="身份证原件已核对")
    assert events(park)[-1][2:] == ("周店长 (9001)", {"by": "identity"})
    assert refusal(desk.with_boss, what).key == "service.same_phone"


def test_wrong_code_is_counted_and_says_which_phone(park, desk):
    what = phone_change(desk, old_code="000000")
    for left in (2, 1, 0):
        error = refusal(desk.act, what)
        assert (error.key, error.params["left"]) == ("service.old_code_wrong", left)
    assert refusal(desk.act, what).key == "service.old_code_expired"
    new_wrong = phone_change(desk, with_old=False, code="000000")
    assert refusal(desk.with_boss, new_wrong).key == "service.new_code_wrong"
    assert find(park, OLD) == [park.fang.id]


def test_code_for_one_phone_changes_to_no_other(park, desk):
    what = phone_change(desk, with_old=False, phone="13700002222")
    assert refusal(desk.with_boss, what).key == "service.new_code_expired"


def test_phone_that_somebody_took_meanwhile_is_refused_with_her_number(park, desk):
    what = phone_change(desk)
    park.write(
        "UPDATE member_token SET digest = :digest WHERE digest = :old",
        digest=park.central.keys.blind(park.seeded.tenant_id, "phone", NEW),
        old=park.central.keys.blind(park.seeded.tenant_id, "phone", "13900000002"),
    )
    error = refusal(desk.act, what)
    assert (error.key, error.params["number"]) == ("member.phone_taken", park.frozen.number)


def holder_change(desk):
    send_id, code = desk.code("new_phone", NEW)
    consent = Consent(policy_version="v3", channel="screen", at_ms=1)
    return HolderChange(
        relation="heir", phone=NEW, send_id=send_id, code=code, consent=consent, name="王继承"
    )


def agree(park, purpose, at_ms):
    """Written down by a till whose clock may run ahead."""
    with park.central.work(only_tenant(park.central)) as unit:
        said = Statement(
            purpose=purpose, given=True, policy_version="v2", channel="display", at_ms=at_ms
        )
        add_statement(unit, park.fang.id, said)


def test_account_goes_to_another_holder_with_a_key_of_her_own(park, desk):
    desk.act(ProfileEdit(gender="female"), note="原持有人的说明")
    before = park.rows("SELECT subject_id FROM member WHERE id = :id", id=park.fang.id)
    agree(park, Purpose.PROFILING, at_ms=park.clock.wall_ms() + 600_000)
    what = holder_change(desk)
    assert refusal(desk.act, what).key == "service.needs_manager"
    old_code = park.code()
    desk.with_boss(what, note="公证书原件已核对")
    told = desk.file()
    assert (told.name, told.phone, told.principal) == ("王*承", "137****1111", 100_000)
    says = {each.purpose: (each.given, each.policy_version) for each in told.consents}
    assert says == {
        "agreement": (True, "v3"), "privacy": (True, "v3"), "profiling": (False, "v3")
    }  # fmt: skip
    assert (find(park, NEW), find(park, OLD)) == ([park.fang.id], [])
    hold = park.till.begin(park.fang.id, 100)
    assert park.till.confirm(hold.hold_id, old_code).reason == "factor.wrong_code"
    park.write("DELETE FROM subject_key WHERE subject_id = :id", id=before[0][0])
    notes = {each.kind: each.note for each in desk.file().timeline}
    assert (notes["holder_changed"], notes["edited"]) == ("公证书原件已核对", "")


def test_holder_does_not_change_while_value_is_held(park, desk):
    what = holder_change(desk)
    park.hold_value(5_000)
    assert refusal(desk.with_boss, what).key == "service.value_is_held"


# -- corrections


def test_correction_is_a_posting_and_is_taken_back_by_another_once(park, desk):
    desk.with_boss(Correction(balance=Balance.POINTS, amount=-700), note="补记")
    told = desk.file()
    made = next(each for each in told.timeline if each.kind == "correction")
    assert (told.points, made.points) == (1_300, -700)
    assert (made.note, made.approved_by, made.can_reverse) == ("补记", "周店长 (9001)", True)
    desk.with_boss(Correction(reverses=made.id))
    told = desk.file()
    first, second = [each for each in told.timeline if each.kind == "correction"]
    assert (told.points, first.can_reverse, second.can_reverse) == (2_000, False, False)
    error = refusal(desk.with_boss, Correction(reverses=made.id))
    assert error.key == "service.already_reversed"
    assert refusal(desk.with_boss, Correction(reverses=first.id)).key == "service.not_reversible"


def test_no_correction_goes_below_zero_or_moves_what_others_hold(park, desk):
    park.hold_value(115_000)
    for balance in Balance:
        what = Correction(balance=balance, amount=-2_001)
        assert refusal(desk.with_boss, what).key == "service.below_zero"
    for amount in (0, 10**40, -(2**62)):
        if abs(amount) < 2**63:
            error = refusal(desk.with_boss, Correction(amount=amount))
            assert error.key == "service.amount_not_valid"
    sale_id = desk.file().timeline[-2].id
    assert refusal(desk.with_boss, Correction(reverses=sale_id)).key == "service.not_reversible"


def test_corrected_value_is_owed_by_the_shop_and_can_be_spent(park, desk):
    desk.with_boss(Correction(balance=Balance.PRINCIPAL, amount=500))
    rows = park.rows(
        "SELECT a.kind, sum(e.amount) FROM entry e JOIN account a ON a.id = e.account_id"
        " JOIN posting p ON p.id = e.posting_id WHERE p.kind = 'correction' GROUP BY a.kind"
    )
    assert sorted(rows) == [("correction", -500), ("sv_available", 500)]
    assert park.hold_value(115_500).state.value == "usable"


def test_other_tenants_people_and_members_are_nobody_here(park, desk):
    park.write("UPDATE staff SET tenant_id = 'x' WHERE number = '9001'")
    error = refusal(desk.with_boss, StatusChange(status="blacklisted"))
    assert error.key == "service.second_unknown"
    stranger = refusal(desk.act, ProfileEdit(name="x"), member_id=park.till.ids.new(), version=0)
    assert stranger.key == "member.unknown"
