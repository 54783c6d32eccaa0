"""Finding members and registering them, with central and without."""

import base64
from dataclasses import replace

import pytest

from posapp.domain.member import Consent, Profile
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.wire.attachments import open_attachment
from posapp.wire.requests import FindMemberReply, VerifyPhoneReply
from posapp.workflows.members import AlreadyMember, VerifiedPhone
from tests.workflows import replies
from tests.workflows.counter import CASHIER, SEAL_PRIVATE, WANG

FRESH = replace(WANG, points=9_999)
CONSENT = Consent(policy_version="v3", channel="display", at_ms=1)
PROFILE = Profile(phone="ignored", name=" 𠮷田·芳 ", birthday="1990-03-08")
PHONE = "13700000000"


def central_knows(till, *members):
    till.central.will("find_members", FindMemberReply(request_id="r", members=members))


def refused(key: str, call, *args) -> None:
    with pytest.raises(Refused) as refusal:
        call(*args)
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
        assert member.number.startswith("TA03")
        assert member.number.isalnum()
        till.clock.advance_ms(1)
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
