"""A member's data as it comes in, and as it may be shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.ids import MemberId
from posapp.domain.member import (
    LONGEST_NAME,
    Member,
    MemberStatus,
    checked_birthday,
    checked_name,
    checked_phone,
    masked_name,
    masked_phone,
)
from posapp.errors import Refused

MEMBER = Member(id=MemberId("m"), number="M1", principal=28_000, bonus=4_000)


@pytest.mark.parametrize(
    "text", ["13812345678", "138 1234 5678", "+86 138-1234-5678", "１３８１２３４５６７８"]
)
def test_a_mobile_number_is_read_as_people_write_it(text):
    assert checked_phone(text) == "13812345678"


@pytest.mark.parametrize("text", ["", "1381234567", "138123456789", "12812345678", "138x2345678"])
def test_what_is_no_mobile_number_is_refused(text):
    with pytest.raises(Refused) as refusal:
        checked_phone(text)
    assert refusal.value.key == "member.phone_not_valid"


@pytest.mark.parametrize("name", ["𠮷田", "䶮", "阿依古丽·买买提", "O'Neil", ""])
def test_rare_characters_and_middle_dots_stay(name):
    assert checked_name(f" {name} ") == name


def test_control_characters_go_and_long_names_are_refused():
    assert checked_name("王\x00\u202e芳\n") == "王芳"
    with pytest.raises(Refused) as refusal:
        checked_name("长" * (LONGEST_NAME + 1))
    assert refusal.value.params == {"most": LONGEST_NAME}


@pytest.mark.parametrize("text", ["1990-03-08", "2000-02-29", "2024-02-29", ""])
def test_real_days_are_birthdays(text):
    assert checked_birthday(f" {text} ") == text


@pytest.mark.parametrize(
    "text", ["1990-02-29", "1900-02-29", "1990-13-01", "1990-00-10", "1990-04-31", "90-1-1", "x"]
)
def test_other_days_are_refused(text):
    with pytest.raises(Refused) as refusal:
        checked_birthday(text)
    assert refusal.value.key == "member.birthday_not_valid"


def test_masks_show_enough_to_recognise_and_no_more():
    assert masked_phone("13812345678") == "138****5678"
    assert masked_phone("1234567") == "*****67"
    assert masked_phone("1") == "1"
    assert [masked_name(name) for name in ("", "王", "王芳", "王小芳", "欧阳小芳")] == [
        "",
        "王",
        "王*",
        "王*芳",
        "欧*芳",
    ]


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_masked_phone_never_shows_the_middle(phone):
    assert masked_phone(phone)[3:7] == "****"


@pytest.mark.parametrize("status", [s for s in MemberStatus if s is not MemberStatus.NORMAL])
def test_only_a_member_in_good_standing_may_pay(status):
    MEMBER.check_may_pay()
    with pytest.raises(Refused) as refusal:
        replace(MEMBER, status=status).check_may_pay()
    assert refusal.value.params == {"status": status}


def test_stored_value_is_principal_and_bonus():
    assert MEMBER.stored_value == 32_000
