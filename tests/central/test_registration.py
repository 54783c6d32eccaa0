"""Consents by purpose, guardians and families, phones of four regions, numbers that tills gave."""

from __future__ import annotations

import json
import secrets

import pytest

from posapp.central.caller import load_tenant
from posapp.central.registration.consents import agrees
from posapp.central.registration.packs import issue_pack, packs_of
from posapp.central.registration.referrers import referrer_of
from posapp.central.view import View
from posapp.domain.consents import Purpose
from posapp.domain.member import Consent, Profile
from posapp.domain.member_numbers import provisional_number
from posapp.domain.pack_codes import new_pack_code, shown_pack_code
from posapp.wire.attachments import make_attachment
from posapp.wire.consents import ConsentChange, ConsentsAsked, ConsentsTold
from posapp.wire.facts import MemberData, RefundData, SaleData
from posapp.wire.families import (
    FamilyAct,
    FamilyAsked,
    FamilyChange,
    FamilyChanged,
    FamilyTold,
)
from posapp.wire.packs import PackAsked, PackTold, PackUse
from tests.central.goods import A, cart, cash, refund, sale
from tests.central.test_case_desk import PIN, person
from tests.central.test_members import find, send_code, verify
from tests.central.tills import refusal

PHONE = "13711112222"
AGREED = Consent(
    policy_version="v3",
    channel="display",
    at_ms=1_795_219_200_000,
    asked=("marketing", "profiling", "partners", "face"),
    given=("profiling", "no_such_purpose"),
)


@pytest.fixture
def clerk(park):
    return person(park, rights="sell register_member", number="7001")


def registered(park, profile, *, till=None, consent=AGREED, **more):
    """A registration as a till tells it; returns the member's id."""
    till = till or park.till
    subject = till.ids.new()
    attachment = make_attachment(profile, subject, secrets.token_bytes(32), till.identity.seal_key)
    data = MemberData(
        member_id=till.ids.new(),
        subject_id=subject,
        attachment_sha256=attachment.sha256,
        consent=consent,
        **{"number": "", **more},
    )
    assert till.tell(data, attachments=(attachment,)) == ["applied"]
    return data.member_id


def child(park, guardian_id, name="王小宝", **more):
    profile = Profile(phone="", name=name, birthday="2018-05-05")
    return registered(park, profile, guardian_id=guardian_id, **more)


def told(park, clerk, member_id):
    asked = ConsentsAsked(staff_id=clerk, member_id=member_id)
    return park.till.ask("/v1/members/consents", asked, ConsentsTold)


def say(park, clerk, member_id, purpose, *, given, **more):
    change = ConsentChange(
        change_id=park.till.ids.new(),
        staff_id=clerk,
        member_id=member_id,
        purpose=purpose,
        given=given,
        policy_version="v4",
        **more,
    )
    return park.till.ask("/v1/members/consent", change, ConsentsTold)


def family(park, clerk, member_id):
    asked = FamilyAsked(staff_id=clerk, member_id=member_id)
    return park.till.ask("/v1/families/show", asked, FamilyTold)


def move(park, clerk, act, member_id, of_id="", **more):
    change = FamilyChange(
        change_id=park.till.ids.new(),
        staff_id=clerk,
        act=act,
        member_id=member_id,
        of_id=of_id,
        **{"pin": PIN, "reason": "asked", **more},
    )
    return park.till.ask("/v1/families/change", change, FamilyChanged)


def states(answer):
    return {each.purpose: each.given for each in answer.states}


def test_every_purpose_has_its_own_entry_also_what_she_did_not_agree_to(park, clerk):
    who = registered(park, Profile(phone=PHONE))
    answer = told(park, clerk, who)
    assert states(answer) == {
        "agreement": True,
        "privacy": True,
        "marketing": False,
        "profiling": True,
        "partners": False,
        "face": False,
    }
    assert {(each.policy_version, each.channel) for each in answer.entries} == {("v3", "display")}


def test_withdrawing_is_one_act_and_the_last_entry_counts(park, clerk):
    who = registered(park, Profile(phone=PHONE))
    answer = say(park, clerk, who, "profiling", given=False)
    assert not states(answer)["profiling"]
    with park.central.database.read() as connection:
        assert not agrees(connection, who, Purpose.PROFILING)
    answer = say(park, clerk, who, "profiling", given=True)
    assert states(answer)["profiling"]
    said = [each.given for each in answer.entries if each.purpose == "profiling"]
    assert said == [True, False, True]
    assert answer.entries[-1].by == "周店长"


def test_what_membership_stands_on_is_not_withdrawn_by_itself(park, clerk):
    who = registered(park, Profile(phone=PHONE))
    assert refusal(say, park, clerk, who, "privacy", given=False).key == "consent.necessary"
    assert refusal(say, park, clerk, who, "dancing", given=True).key == "wire.not_understood"
    nobody = person(park, rights="sell", number="7002")
    assert refusal(told, park, nobody, who).key == "case_work.not_allowed"


def test_an_old_till_that_knows_one_box_still_says_it(park, clerk):
    old = Consent(policy_version="v2", channel="till", at_ms=1, marketing=True)
    who = registered(park, Profile(phone=PHONE), consent=old)
    assert states(told(park, clerk, who)) == {
        "agreement": True,
        "privacy": True,
        "marketing": True,
    }


def test_agreeing_with_a_phone_that_was_not_proved_changes_nothing_of_its_owner(park, clerk):
    owner = registered(park, Profile(phone=PHONE))
    stranger = Consent(policy_version="v3", channel="paper", at_ms=AGREED.at_ms + 1, marketing=True)
    registered(park, Profile(phone=PHONE), consent=stranger)
    assert not states(told(park, clerk, owner))["marketing"]


def test_two_tills_register_one_phone_and_the_unproved_one_waits_for_a_person(park):
    other = park.site.enrol(park.seeded.tenant_id, code="A02")
    send_id, code = send_code(park, PHONE)
    answer = verify(park, send_id, PHONE, code)
    away = provisional_number("A02", park.clock.wall_ms())
    first = registered(
        park, Profile(phone=PHONE, name="陈晓雨"), number=answer.number, proof=answer.proof
    )
    registered(park, Profile(phone=PHONE, name="陈小雨"), till=other, number=away, offline=True)
    (who,) = find(park, PHONE)
    assert (who.id, who.name, who.number) == (first, "陈晓雨", answer.number)
    (again,) = find(park, away)
    assert (again.name, again.phone) == ("陈小雨", "")
    assert park.cases() == ["member.phone_known"]


@pytest.mark.parametrize(
    "typed", ["+85291234567", "9123 4567", "０912-345-678", "4567", "00852 9123-4567"]
)
def test_phones_of_other_regions_are_found_as_people_write_them(park, typed):
    hong_kong = registered(park, Profile(phone="+85291234567"))
    taiwan = registered(park, Profile(phone="+886912345678"))
    wanted = taiwan if "345" in typed and "678" in typed else hong_kong
    assert [each.id for each in find(park, typed)] == [wanted]


def test_a_number_that_a_till_gave_goes_on_finding_her(park):
    number = provisional_number("A01", park.clock.wall_ms())
    who = registered(park, Profile(phone=PHONE), number=number)
    assert [each.id for each in find(park, number.lower())] == [who]
    assert find(park, number)[0].number.isdigit()


def test_a_child_joins_the_family_of_her_guardian_without_a_phone(park, clerk):
    kid = child(park, park.fang.id)
    home = family(park, clerk, kid)
    assert home.holder_id == park.fang.id
    shown = [(each.member.id, each.role, each.guardian_id) for each in home.members]
    assert shown == [(park.fang.id, "parent", ""), (kid, "child", park.fang.id)]
    assert park.cases() == []
    assert refusal(say, park, clerk, kid, "face", given=True).key == "consent.guardian_needed"
    answer = say(park, clerk, kid, "face", given=True, by_guardian=True)
    assert answer.entries[-1].by_guardian


def test_a_child_for_whom_nobody_answers_waits_for_a_person(park):
    registered(park, Profile(phone="", name="宝", birthday="2018-05-05"))
    assert park.cases() == ["member.guardian_missing"]


def test_a_family_is_left_passed_on_and_joined(park, clerk):
    kid = child(park, park.fang.id)
    father = registered(park, Profile(phone=PHONE, name="李雷"))
    move(park, clerk, FamilyAct.JOIN, father, park.fang.id)
    assert [each.role for each in family(park, clerk, kid).members] == ["parent", "parent", "child"]
    move(park, clerk, FamilyAct.HOLD, father)
    assert family(park, clerk, kid).holder_id == father
    stays = refusal(move, park, clerk, FamilyAct.LEAVE, park.fang.id)
    assert stays.key == "family.guardian_of_children"
    assert refusal(move, park, clerk, FamilyAct.LEAVE, kid).key == "family.child_needs_guardian"
    assert refusal(move, park, clerk, FamilyAct.LEAVE, father).key == "family.holder_stays"
    new_home = registered(park, Profile(phone="13733334444"))
    move(park, clerk, FamilyAct.JOIN, kid, new_home)
    assert [each.member.id for each in family(park, clerk, kid).members] == [new_home, kid]
    move(park, clerk, FamilyAct.LEAVE, park.fang.id)
    assert family(park, clerk, park.fang.id).members == ()
    acts = park.rows("SELECT act FROM family_move WHERE member_id = :kid ORDER BY id", kid=kid)
    assert [act for (act,) in acts] == ["join", "leave", "join"]


def test_a_family_changes_only_by_pin_and_with_a_reason_from_the_list(park, clerk):
    kid = child(park, park.fang.id)
    wrong = refusal(move, park, clerk, FamilyAct.HOLD, park.fang.id, pin="000000")
    assert wrong.key == "sign_in.wrong_pin"
    free = refusal(move, park, clerk, FamilyAct.HOLD, park.fang.id, reason="王芳说的")
    assert free.key == "family.needs_reason"
    assert refusal(move, park, clerk, FamilyAct.HOLD, kid).key == "family.child_holds_nothing"
    assert refusal(move, park, clerk, FamilyAct.JOIN, kid, kid).key == "family.same"


@pytest.mark.parametrize("written", ["13812345678", "number", "nobody"])
def test_who_brought_her_is_resolved_to_a_member(park, written):
    text = park.fang.number if written == "number" else written
    wanted = None if written == "nobody" else park.fang.id
    with park.central.database.read() as connection:
        view = View(
            connection=connection,
            tenant=load_tenant(connection, park.seeded.tenant_id),
            keys=park.central.keys,
            now_ms=0,
        )
        assert referrer_of(view, Profile(phone="", referrer=text)) == wanted


@pytest.fixture
def pack(park):
    """Two codes that bring gold and a coupon."""
    with park.central.work(load(park)) as unit:
        _, codes = issue_pack(
            unit,
            company="蓝天公司",
            title="员工福利",
            size=2,
            tier="gold",
            coupons=("SAVE20",),
            who="root",
        )
    return codes


def load(park):
    with park.central.database.read() as connection:
        return load_tenant(connection, park.seeded.tenant_id)


def show_pack(park, code):
    return park.till.ask("/v1/packs/show", PackAsked(code=code), PackTold)


def use_pack(park, clerk, member_id, code):
    use = PackUse(use_id=park.till.ids.new(), staff_id=clerk, member_id=member_id, code=code)
    return park.till.ask("/v1/packs/use", use, PackTold)


def test_a_code_of_a_company_makes_one_member_once(park, pack):
    told_pack = show_pack(park, shown_pack_code(pack[0]).lower())
    assert (told_pack.company, told_pack.title, told_pack.tier) == ("蓝天公司", "员工福利", "gold")
    registered(park, Profile(phone=PHONE, pack_code=pack[0]))
    (who,) = find(park, PHONE)
    assert (who.tier, who.coupons) == ("gold", ("SAVE20",))
    assert refusal(show_pack, park, pack[0]).key == "pack.used"
    registered(park, Profile(phone="13733334444", pack_code=pack[0]))
    assert park.cases().count("member.pack_refused") == 1
    (other,) = find(park, "13733334444")
    assert (other.tier, other.coupons) == ("ordinary", ())


def test_a_member_brings_a_code_and_keeps_what_she_has(park, clerk, pack):
    use_pack(park, clerk, park.fang.id, pack[1])
    (who,) = find(park, "13812345678")
    assert (who.tier, who.coupons) == ("gold", ("SAVE20",))
    assert refusal(use_pack, park, clerk, park.fang.id, pack[1]).key == "pack.used"


def test_a_code_that_nobody_issued_brings_nothing(park, pack):
    strange = new_pack_code(lambda below: below - 1)
    assert refusal(show_pack, park, strange).key == "pack.unknown"
    wrong = pack[0][:-1] + ("2" if pack[0][-1] != "2" else "3")
    assert refusal(show_pack, park, wrong).key == "pack.code_not_valid"
    with park.central.database.read() as connection:
        assert [each["used"] for each in packs_of(connection, park.seeded.tenant_id)] == [0]
    raw = b"".join(path.read_bytes() for path in park.folder.glob("central.db*"))
    assert pack[0].encode() not in raw


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        ({"coupons": ("NONE",)}, "pack.coupon_unknown"),
        ({"tier": "emperor"}, "pack.not_valid"),
        ({"size": 0}, "pack.not_valid"),
        ({"company": " "}, "pack.not_valid"),
    ],
)
def test_a_pack_that_does_not_fit_is_not_issued(park, bad, key):
    good = {"company": "A", "title": "B", "size": 1, "tier": "", "coupons": (), "who": "root"}
    with park.central.work(load(park)) as unit:
        assert refusal(issue_pack, unit, **{**good, **bad}).key == key


def sold_to_nobody(park):
    sold = sale(park.till.ids, cart(A), cash(park.till.ids, 20_000))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    return sold


def test_who_joins_with_a_sale_has_its_points_and_a_return_takes_them_back(park):
    sold = sold_to_nobody(park)
    who = registered(park, Profile(phone=PHONE), sale_id=sold.id)
    (number,) = park.rows("SELECT number FROM member WHERE id = :id", id=who)[0]
    earned_points = sold.goods_net // 100
    assert park.member(number).points_pending == earned_points
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    after = park.member(number)
    assert (after.points_pending, after.growth) == (0, 0)
    assert all(each.balance == each.kept for each in after.accounts)


def test_the_points_of_a_sale_are_claimed_once_and_within_a_day(park):
    sold = sold_to_nobody(park)
    registered(park, Profile(phone=PHONE), sale_id=sold.id)
    registered(park, Profile(phone="13733334444"), sale_id=sold.id)
    returned = sold_to_nobody(park)
    back = refund(park.till.ids, returned, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    registered(park, Profile(phone="13733335555"), sale_id=returned.id)
    registered(park, Profile(phone="13733336666"), sale_id=park.till.ids.new())
    hers = sale(park.till.ids, cart(A, member_id=park.fang.id), cash(park.till.ids, 18_000))
    assert park.till.tell(SaleData(sale=hers)) == ["applied"]
    registered(park, Profile(phone="13733337777"), sale_id=hers.id)
    late = sold_to_nobody(park)
    park.clock.advance_ms(25 * 3_600_000)
    registered(park, Profile(phone="13733338888"), sale_id=late.id)
    sql = "SELECT detail FROM open_case WHERE kind = 'member.sale_refused'"
    reasons = sorted(json.loads(detail)["reason"] for (detail,) in park.rows(sql))
    assert reasons == [
        "claim.has_member",
        "claim.has_member",
        "claim.returned",
        "claim.sale_unknown",
        "claim.too_old",
    ]
