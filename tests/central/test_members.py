"""Registrations, look-ups and what personal data looks like at rest."""

from __future__ import annotations

import re
import secrets

import pytest
from msgspec import structs

from posapp.central.keys import read_key_file
from posapp.central.proofs import phone_proof
from posapp.central.tables import METADATA
from posapp.domain.member import Consent, Profile
from posapp.domain.own_codes import member_code
from posapp.wire.attachments import make_attachment
from posapp.wire.facts import MemberData, SaleData
from posapp.wire.requests import (
    FindMember,
    FindMemberReply,
    SendCode,
    SendCodeReply,
    TopUpQuote,
    TopUpQuoteRequest,
    VerifyPhone,
    VerifyPhoneReply,
)
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal


def registration(till, profile, number="", proof=""):
    subject = till.ids.new()
    attachment = make_attachment(profile, subject, secrets.token_bytes(32), till.identity.seal_key)
    data = MemberData(
        member_id=till.ids.new(),
        subject_id=subject,
        number=number,
        attachment_sha256=attachment.sha256,
        consent=Consent(policy_version="v3", channel="till", at_ms=1),
        proof=proof,
    )
    return data, attachment


def register(park, profile, number="", proof=""):
    data, attachment = registration(park.till, profile, number, proof)
    assert park.till.tell(data, attachments=(attachment,)) == ["applied"]
    return data


def find(park, text):
    return park.till.ask("/v1/members/find", FindMember(text=text), FindMemberReply).members


def send_code(park, phone):
    message = SendCode(send_id=park.till.ids.new(), purpose="register", phone=phone)
    park.till.ask("/v1/codes/send", message, SendCodeReply)
    return message.send_id, re.search(r"验证码 (\d{6})", park.sms()[-1]["text"])[1]


def verify(park, send_id, phone, code):
    message = VerifyPhone(send_id=send_id, phone=phone, code=code)
    return park.till.ask("/v1/codes/verify", message, VerifyPhoneReply)


def test_a_verified_phone_becomes_a_member_with_the_number_it_was_given(park):
    send_id, code = send_code(park, "13711112222")
    answer = verify(park, send_id, "13711112222", code)
    assert answer.member is None
    register(park, Profile(phone="13711112222", name="𠮷田·芳"), answer.number, answer.proof)
    (who,) = find(park, "13711112222")
    assert (who.name, who.number) == ("𠮷田·芳", answer.number)
    assert park.cases() == []


def test_the_code_of_another_phone_or_a_wrong_one_proves_nothing(park):
    send_id, code = send_code(park, "13711112222")
    assert refusal(verify, park, send_id, "13711113333", code).key == "codes.expired"
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for left in (2, 1, 0):
        error = refusal(verify, park, send_id, "13711112222", wrong)
        assert (error.key, error.params) == ("codes.wrong", {"left": left})
    assert refusal(verify, park, send_id, "13711112222", code).key == "codes.expired"


def test_a_phone_that_belongs_to_somebody_names_her(park):
    send_id, code = send_code(park, "13812345678")
    answer = verify(park, send_id, "13812345678", code)
    assert (answer.member.name, answer.proof) == ("王芳", "")


def proof_of(park, phone):
    """As central gave it to a till before somebody else's registration arrived."""
    return phone_proof(park.central.keys, park.seeded.tenant_id, phone)


def test_a_registration_for_a_known_phone_that_answered_becomes_an_alias(park):
    cursor = park.till.pull().next
    her = Profile(phone="13812345678", name="王芳芳")
    data = register(park, her, proof=proof_of(park, her.phone))
    rows = {(row.t, row.k): row.op for row in park.till.pull(cursor).rows}
    assert rows == {("member", data.member_id): "d", ("member", park.fang.id): "u"}
    sold = sale(park.till.ids, cart(A, member_id=data.member_id), cash(park.till.ids, 18_000))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    assert park.member().points_pending == 180


def test_a_registration_without_proof_stays_and_is_looked_at(park):
    register(park, Profile(phone="13711112222"))
    assert park.cases() == ["member.phone_not_verified"]


def test_a_missing_or_damaged_attachment_is_quarantined(park):
    data, attachment = registration(park.till, Profile(phone="13711112222"))
    damaged = structs.replace(attachment, ciphertext=attachment.ciphertext[:-8] + "AAAAAAA=")
    results = park.till.push(
        park.till.journal(data),
        park.till.journal(structs.replace(data, member_id=park.till.ids.new()), (damaged,)),
    )
    assert [result.code for result in results] == [
        "member.attachment_missing",
        "attachment.damaged",
    ]


def test_numbers_are_never_given_twice_also_when_a_till_made_one(park):
    first = register(park, Profile(phone="13711112222"), number="6000000049")
    second = register(park, Profile(phone="13711113333"), number="6000000049")
    numbers = [find(park, phone)[0].number for phone in ("13711112222", "13711113333")]
    assert first.member_id != second.member_id
    assert len(set(numbers)) == 2


@pytest.mark.parametrize(
    "text", ["13812345678", "5678", "wangfang", "wangf", "wf", "王芳", "王", "ＷＦ"]
)
def test_a_member_is_found_by_phone_tail_name_pinyin_and_initials(park, text):
    assert [who.id for who in find(park, text)] == [park.fang.id]


@pytest.mark.parametrize("text", ["w", "8"])
def test_one_letter_or_figure_finds_nobody_a_surname_does(park, text):
    assert refusal(find, park, text).key == "members.text_too_short"


def test_a_member_is_found_by_number_and_by_her_code_without_using_it_up(park):
    assert [who.id for who in find(park, park.fang.number)] == [park.fang.id]
    code = park.code()
    assert [who.id for who in find(park, member_code(park.fang.number, code))] == [park.fang.id]
    hold = park.till.begin(park.fang.id, 100)
    assert park.till.confirm(hold.hold_id, code).state.value == "usable"


@pytest.mark.parametrize("name", ["䶮小龙", "阿凡提·买买提", "单雄信", "O'Neil", "😀", "a%_*"])
def test_rare_names_are_kept_as_written_and_found(park, name):
    register(park, Profile(phone="13711112222", name=name))
    (who,) = find(park, "13711112222")
    assert who.name == name
    if any(mark.isalnum() for mark in name):
        assert who.id in {each.id for each in find(park, name)}


@pytest.mark.parametrize("text", ["%", "____", "' OR 1=1 --", "*" * 30, "%%%%"])
def test_a_search_text_is_never_a_pattern(park, text):
    answer = park.till.send("POST", "/v1/members/find", b'{"text":"' + text.encode() + b'"}')
    assert answer.status_code in {200, 422}
    assert answer.status_code == 422 or answer.json()["members"] == []


def test_look_ups_are_rationed_by_minute_and_by_person(park):
    for _ in range(60):
        find(park, "0000")
    assert refusal(find, park, "0000").key == "members.too_many_look_ups"
    park.clock.advance_ms(60_000)
    assert find(park, "0000") == ()
    park.write("UPDATE setting SET value = '1' WHERE name = 'central.members_a_day'")
    find(park, "5678")
    assert refusal(find, park, "0002").key == "members.too_many_look_ups"


def test_a_canary_among_what_was_found_opens_one_case_and_shows_nothing(park):
    words = {"tenant": park.seeded.tenant_id, "value": f'["{park.fang.number}"]'}
    name = "central.canary_members"
    park.write(
        f"INSERT INTO setting(tenant_id, name, value) VALUES (:tenant, '{name}', :value)", **words
    )
    find(park, "0002")
    assert park.cases() == []
    (seen,) = find(park, "5678")
    assert seen.number == park.fang.number
    find(park, "5678")
    assert park.cases() == ["members.canary_seen"]
    assert name not in repr(park.till.pull_all())


def test_the_database_holds_no_personal_data_in_the_open(park):
    register(park, Profile(phone="13711112222", name="欧阳娜娜", card="CARD990011"))
    raw = b"".join(path.read_bytes() for path in park.folder.glob("central.db*"))
    for table in METADATA.tables:
        raw += repr(park.rows(f"SELECT * FROM {table}")).encode()  # our own tables
    assert b"SAVE20" in raw
    for secret in ("13711112222", "欧阳娜娜", "CARD990011", "13812345678", "王芳"):
        assert secret.encode() not in raw


def test_a_forgotten_person_leaves_her_balances_and_no_name(park):
    hers = "SELECT subject_id FROM member WHERE id = :member"
    park.write(f"DELETE FROM subject_key WHERE subject_id IN ({hers})", member=park.fang.id)
    who = park.member()
    assert (who.name, who.phone, who.principal) == ("", "", 100_000)


def test_the_master_key_opens_to_its_owner_only(park):
    key = park.folder / "central.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    assert refusal(read_key_file, key).key == "central.key_open_to_others"
    assert refusal(read_key_file, park.folder / "none").key == "central.key_missing"


def quote(park, member_id, amount):
    message = TopUpQuoteRequest(top_up_id=park.till.ids.new(), member_id=member_id, amount=amount)
    return park.till.ask("/v1/topups/quote", message, TopUpQuote)


def test_a_card_takes_no_more_than_the_rules_of_prepaid_cards_allow(park):
    assert quote(park, park.fang.id, 385_000).before_principal == 100_000
    error = refusal(quote, park, park.fang.id, 385_001)
    assert error.key == "top_up.above_card_limit"
    assert error.params == {"most_amount": 500_000, "room_amount": 385_000}


def test_a_frozen_member_may_be_credited_and_a_blacklisted_one_not(park):
    assert quote(park, park.frozen.id, 100).principal == 100
    park.write("UPDATE member SET status = 'blacklisted' WHERE id = :id", id=park.frozen.id)
    assert refusal(quote, park, park.frozen.id, 100).key == "member.may_not_top_up"
    assert refusal(quote, park, park.frozen.id, 0).key == "top_up.amount_not_valid"
