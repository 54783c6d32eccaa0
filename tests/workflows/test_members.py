"""Finding members and registering them, with central and without."""

import base64
from dataclasses import replace

import pytest

from posapp.domain.member import Consent, Profile
from posapp.domain.member_numbers import is_sound
from posapp.domain.own_codes import member_code
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.wire.attachments import open_attachment
from posapp.wire.requests import FindMemberReply, VerifyPhoneReply
from posapp.workflows.members import NO_PHONE, AlreadyMember, VerifiedPhone
from posapp.workflows.registering import clean_referrer
from tests.workflows import replies
from tests.workflows.counter import CASHIER, MANAGER, SEAL_PRIVATE, WANG

FRESH = replace(WANG, points=9_999)
CONSENT = Consent(policy_version="v3", channel="display", at_ms=1)
PROFILE = Profile(phone="ignored", name=" 𠮷田·芳 ", birthday="1990-03-08")
PHONE = "13700000000"


def central_knows(till, *members):
    till.central.will("find_members", FindMemberReply(request_id="r", members=members))


def refused(key: str, call, *args, **named) -> None:
    with pytest.raises(Refused) as refusal:
        call(*args, **named)
    assert refusal.value.key == key


class TestLookUp:
    def test_central_answers_first_because_its_balances_are_fresh(self, till):
        central_knows(till, FRESH)
        assert till.members.look_up("13812345678") == (FRESH,)

    @pytest.mark.parametrize(
        "error", [Unavailable("central.unreachable"), OutcomeUnknown("central.no_answer")]
    )
    def test_when_it_does_not_answer_the_cache_does(self, till, error):
        till.central.will("find_members", error)
        assert till.members.look_up("13812345678") == (WANG,)

    def test_without_a_network_it_is_not_even_asked(self, till):
        till.go_offline()
        assert till.members.look_up("wangxiaofang") == (WANG,)
        assert till.central.asked == []

    def test_central_hears_who_is_signed_in(self, till):
        central_knows(till, FRESH)
        till.desk.serving = "clerk"
        till.members.look_up("13812345678")
        ((_, asked),) = till.central.asked
        assert asked.staff_id == "clerk"

    def test_a_refresh_takes_the_same_member_only(self, till):
        central_knows(till, replace(FRESH, id="other"), FRESH)
        assert till.members.refresh(WANG.id) == FRESH
        central_knows(till)
        assert till.members.refresh(WANG.id) == WANG
        assert till.members.refresh("nobody") is None


class TestPhone:
    def test_a_verified_phone_brings_proof_and_number(self, till):
        till.central.will("send_code", replies.sms_sent)
        sent = till.members.send_code("137 0000 0000")
        reply = VerifyPhoneReply(request_id="r", proof="proof-1", number="M0100000")
        till.central.will("verify_phone", reply)
        verified = till.members.verify_code(sent, PHONE, "123456")
        assert verified == VerifiedPhone(phone=PHONE, proof="proof-1", number="M0100000")
        request = till.central.requests("verify_phone")[0]
        assert (request.send_id, request.phone, request.code) == (sent.send_id, PHONE, "123456")

    def test_the_message_is_in_the_language_of_who_is_served_else_in_the_tills(self, till):
        till.central.will("send_code", replies.sms_sent, replies.sms_sent)
        till.desk.hear_language("en")
        till.members.send_code(PHONE)
        till.desk.hear_language("")
        till.members.send_code(PHONE)
        asked = till.central.requests("send_code")
        assert [each.language for each in asked] == ["en", till.desk.settings.language]

    def test_a_phone_that_has_a_member_is_hers(self, till):
        till.central.will("send_code", replies.sms_sent)
        sent = till.members.send_code(WANG.phone)
        reply = VerifyPhoneReply(request_id="r", proof="", number="", member=FRESH)
        till.central.will("verify_phone", reply)
        assert till.members.verify_code(sent, WANG.phone, "123456") == AlreadyMember(FRESH)

    def test_what_is_no_phone_is_refused_before_anything_is_sent(self, till):
        refused("member.phone_not_valid", till.members.send_code, "12345")
        assert till.central.asked == []

    def test_without_central_no_code_is_needed_and_a_known_phone_is_found(self, till):
        refused("member.code_needed", till.members.without_code, PHONE)
        till.go_offline()
        assert till.members.without_code(PHONE) == VerifiedPhone(phone=PHONE)
        assert till.members.without_code(WANG.phone) == AlreadyMember(WANG)


class TestRegister:
    @pytest.fixture
    def member(self, till):
        verified = VerifiedPhone(phone=PHONE, proof="proof-1", number="M0100000")
        return till.members.register(verified, PROFILE, CONSENT, CASHIER, None)

    def test_she_is_known_here_at_once(self, till, member):
        assert (member.number, member.name, member.phone) == ("M0100000", "𠮷田·芳", PHONE)
        assert till.cache.member_by_phone(PHONE) == member

    def test_the_fact_carries_no_personal_data(self, till, member):
        (item,) = till.store.outbox.pending(10, 2**20)
        assert PHONE not in item.body.decode()
        assert "𠮷田" not in item.body.decode()
        data = till.facts("MemberData")[0].data
        assert (data.member_id, data.proof, data.offline) == (member.id, "proof-1", False)
        assert data.consent == CONSENT

    def test_the_attachment_opens_with_centrals_key_alone(self, till, member):
        (item,) = till.store.outbox.pending(10, 2**20)
        (attachment,) = item.attachments
        data = till.facts("MemberData")[0].data
        assert attachment.sha256 == data.attachment_sha256
        profile, key = open_attachment(attachment, SEAL_PRIVATE)
        assert (profile.phone, profile.name) == (PHONE, "𠮷田·芳")
        assert base64.b64encode(key).decode() not in attachment.sealed_key
        with pytest.raises(Refused):
            open_attachment(attachment, bytes(32))

    def test_two_people_have_two_keys(self, till, member):
        other = VerifiedPhone(phone="13700000001", proof="p", number="M0100001")
        till.members.register(other, PROFILE, CONSENT, CASHIER, None)
        first, second = (
            open_attachment(item.attachments[0], SEAL_PRIVATE)[1]
            for item in till.store.outbox.pending(10, 2**20)
        )
        assert first != second

    def test_offline_she_gets_a_provisional_number_of_this_till(self, till):
        till.go_offline()
        verified = till.members.without_code(PHONE)
        member = till.members.register(verified, PROFILE, CONSENT, CASHIER, None)
        assert is_sound(member.number)
        other = till.members.register(
            VerifiedPhone(phone="13700000001"), PROFILE, CONSENT, CASHIER, None
        )
        assert other.number != member.number
        assert till.facts("MemberData")[0].data.offline is True

    def test_consent_names_a_version(self, till):
        nothing = replace(CONSENT, policy_version="")
        verified = VerifiedPhone(phone=PHONE)
        refused(
            "member.consent_needed",
            till.members.register,
            verified,
            PROFILE,
            nothing,
            CASHIER,
            None,
        )

    @pytest.mark.parametrize(
        ("bad", "key"),
        [
            ({"name": "长" * 41}, "member.name_too_long"),
            ({"birthday": "1990-02-30"}, "member.birthday_not_valid"),
        ],
    )
    def test_a_field_that_does_not_fit_is_refused_and_nothing_is_journalled(self, till, bad, key):
        profile = replace(PROFILE, **bad)
        verified = VerifiedPhone(phone=PHONE)
        refused(key, till.members.register, verified, profile, CONSENT, CASHIER, None)
        assert till.facts() == []

    def test_it_needs_the_right(self, till):
        nobody = replace(CASHIER, permissions=frozenset())
        refused(
            "permission.needs_approval",
            till.members.register,
            VerifiedPhone(phone=PHONE),
            PROFILE,
            CONSENT,
            nobody,
            None,
        )


CHILD = Profile(phone="", name="王小宝", birthday="2018-05-05")
BY_GUARDIAN = replace(CONSENT, by_guardian=True)


class TestGuardians:
    def register(self, till, profile=CHILD, consent=BY_GUARDIAN, guardian_id=""):
        return till.members.register(
            NO_PHONE, profile, consent, CASHIER, None, guardian_id=guardian_id
        )

    def test_a_child_of_a_member_needs_no_phone(self, till):
        child = self.register(till, guardian_id=WANG.id)
        assert (child.phone, child.birthday) == ("", "2018-05-05")
        assert till.facts("MemberData")[0].data.guardian_id == WANG.id

    @pytest.mark.parametrize(
        "guardian",
        [
            {"guardian_number": "6000000049"},
            {"guardian_name": "王芳", "guardian_phone": "+852 9123 4567"},
        ],
    )
    def test_a_guardian_who_is_no_member_is_named(self, till, guardian):
        self.register(till, replace(CHILD, **guardian))
        (item,) = till.store.outbox.pending(10, 2**20)
        kept, _ = open_attachment(item.attachments[0], SEAL_PRIVATE)
        assert kept.has_guardian
        assert "王芳" not in item.body.decode()

    def test_without_one_or_without_her_consent_a_child_is_not_registered(self, till):
        refused("member.guardian_needed", self.register, till)
        named = replace(CHILD, guardian_number="6000000049")
        refused("member.guardian_consent_needed", self.register, till, named, CONSENT)
        bad = replace(CHILD, guardian_name="王芳", guardian_phone="123")
        refused("member.guardian_phone_not_valid", self.register, till, bad)
        assert till.facts("MemberData") == []


class TestVouching:
    def test_a_manager_vouches_for_a_phone_that_no_code_reaches(self, till):
        verified = till.members.vouch(PHONE, "短信没有发出", MANAGER, None)
        assert (verified.vouched, verified.proof) == (True, "")
        till.members.register(verified, PROFILE, CONSENT, CASHIER, None)
        seen = till.facts("AuditData")[0].data
        assert (seen.action, seen.reason) == ("member.phone_vouched", "短信没有发出")
        assert PHONE not in repr(till.facts())
        assert till.facts("MemberData")[0].data.vouched

    def test_a_cashier_alone_does_not(self, till):
        refused("permission.needs_approval", till.members.vouch, PHONE, "x", CASHIER, None)
        assert till.facts() == []


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("138 1234 5678", "13812345678"),
        ("+852 9123 4567", "+85291234567"),
        (member_code("6000000049", "12345678"), "6000000049"),
        ("6000000049", "6000000049"),
        (" 王芳\x00 ", "王芳"),
    ],
)
def test_who_brought_her_is_kept_so_that_central_can_find_her(written, kept):
    assert clean_referrer(written) == kept


@pytest.mark.parametrize(
    "name", ["=cmd|'/C calc'!A0", "<script>alert(1)</script>", "';--", "𠮷\u202e王"]
)
def test_hostile_names_are_kept_as_words_in_every_field(till, name):
    till.desk.use(replace(till.desk.settings, member_fields="home=text:家乡"))
    fields = dict.fromkeys(("name", "card", "referrer", "guardian_name"), name)
    profile = Profile(phone="", extra=(("home", name), ("other", name)), **fields)
    till.members.register(VerifiedPhone(phone=PHONE), profile, CONSENT, CASHIER, None)
    (item,) = till.store.outbox.pending(10, 2**20)
    kept, _ = open_attachment(item.attachments[0], SEAL_PRIVATE)
    plain = name.replace("\u202e", "")
    assert {kept.name, kept.card, kept.referrer, kept.guardian_name} == {plain}
    assert kept.extra == (("home", plain),)
    assert plain not in item.body.decode()
