"""Phones of four regions: every way of writing one is read as the same, and nothing else is one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.phones import (
    Region,
    checked_phone,
    masked_phone,
    phones_meant,
    region_of,
    split_phone,
)
from posapp.errors import Refused

NATIONAL = {
    Region.MAINLAND: r"1[3-9][0-9]{9}",
    Region.HONG_KONG: r"(4[0-9]|5[0-9]|6[0-9]|7[0-9]|8[4-9]|9[0-8])[0-9]{6}",
    Region.MACAO: r"6[0-9]{7}",
    Region.TAIWAN: r"9[0-9]{8}",
}
CODES = {Region.MAINLAND: "86", Region.HONG_KONG: "852", Region.MACAO: "853", Region.TAIWAN: "886"}

CORPUS = [
    ("13812345678", Region.MAINLAND, "13812345678"),
    ("138 1234 5678", Region.MAINLAND, "13812345678"),
    ("138-1234-5678", Region.MAINLAND, "13812345678"),
    ("(138)12345678", Region.MAINLAND, "13812345678"),
    ("+86 138 1234 5678", Region.HONG_KONG, "13812345678"),
    ("0086-13812345678", Region.TAIWAN, "13812345678"),
    ("8613812345678", Region.MAINLAND, "13812345678"),
    ("１３８１２３４５６７８", Region.MAINLAND, "13812345678"),
    ("＋８６１３８１２３４５６７８", Region.MAINLAND, "13812345678"),
    ("\u202d13812345678\u202c", Region.MAINLAND, "13812345678"),
    ("138\u00a01234\u20115678", Region.MAINLAND, "13812345678"),
    ("9123 4567", Region.HONG_KONG, "+85291234567"),
    ("+852-9123-4567", Region.MAINLAND, "+85291234567"),
    ("00852 9123 4567", Region.MAINLAND, "+85291234567"),
    ("85291234567", Region.MAINLAND, "+85291234567"),
    ("6612 3456", Region.MACAO, "+85366123456"),
    ("+853 6612 3456", Region.MAINLAND, "+85366123456"),
    ("0912-345-678", Region.TAIWAN, "+886912345678"),
    ("912 345 678", Region.TAIWAN, "+886912345678"),
    ("+886 (0)912 345 678", Region.MAINLAND, "+886912345678"),
    ("00886912345678", Region.MAINLAND, "+886912345678"),
]

REFUSED = [
    ("", Region.MAINLAND, "member.phone_not_valid"),
    ("1381234567", Region.MAINLAND, "member.phone_not_valid"),
    ("138123456789", Region.MAINLAND, "member.phone_not_valid"),
    ("12812345678", Region.MAINLAND, "member.phone_not_valid"),
    ("138x2345678", Region.MAINLAND, "member.phone_not_valid"),
    ("١٣٨١٢٣٤٥٦٧٨", Region.MAINLAND, "member.phone_not_valid"),
    ("1" * 4_000, Region.MAINLAND, "member.phone_not_valid"),
    ("' OR 1=1 --", Region.MAINLAND, "member.phone_not_valid"),
    ("0755-12345678", Region.MAINLAND, "member.phone_not_valid"),
    ("9123 4567", Region.MAINLAND, "member.phone_of_another_region"),
    ("0912345678", Region.MAINLAND, "member.phone_of_another_region"),
    ("13812345678", Region.HONG_KONG, "member.phone_of_another_region"),
    ("2123 4567", Region.HONG_KONG, "member.phone_not_valid_there"),
    ("99912345", Region.HONG_KONG, "member.phone_not_valid_there"),
    ("2871 2345", Region.MACAO, "member.phone_not_valid_there"),
    ("+852 123", Region.MAINLAND, "member.phone_not_valid_there"),
    ("+1 650 253 0000", Region.MAINLAND, "member.phone_abroad"),
    ("0044 7911 123456", Region.MAINLAND, "member.phone_abroad"),
]


@pytest.mark.parametrize(("text", "region", "stored"), CORPUS)
def test_a_number_is_read_as_people_write_it(text, region, stored):
    assert checked_phone(text, region) == stored


@pytest.mark.parametrize(("text", "region", "key"), REFUSED)
def test_what_is_no_number_of_the_region_is_refused_with_its_own_advice(text, region, key):
    with pytest.raises(Refused) as refusal:
        checked_phone(text, region)
    assert refusal.value.key == key


@st.composite
def written(draw):
    """A mobile number of a region, and one of the many ways of writing it."""
    region = draw(st.sampled_from(list(Region)))
    digits = draw(st.from_regex(NATIONAL[region], fullmatch=True))
    front = draw(st.sampled_from(["", "+", "00"]))
    text = f"{front}{CODES[region]}{digits}" if front else digits
    gaps = draw(st.lists(st.sampled_from(["", "", " ", "-", "\u2013", "\u200b"]), min_size=20))
    if draw(st.booleans()):
        text = "".join(chr(ord(mark) + 0xFEE0) for mark in text)
    return region, digits, "".join(m + g for m, g in zip(text, gaps * 2, strict=False))


@given(written())
def test_every_way_of_writing_a_number_is_the_same_number(case):
    region, digits, text = case
    stored = checked_phone(text, region)
    assert stored == (digits if region is Region.MAINLAND else f"+{CODES[region]}{digits}")
    assert checked_phone(stored) == stored
    assert region_of(stored) is region
    assert stored in phones_meant(text)
    assert stored in phones_meant(digits)
    if region is not Region.MAINLAND:
        assert split_phone(stored) == (region, digits)


@given(st.text(max_size=60), st.sampled_from(list(Region)))
def test_any_text_is_a_stored_number_or_refused(text, region):
    try:
        stored = checked_phone(text, region)
    except Refused:
        return
    digits = stored.removeprefix("+")
    assert digits.isascii()
    assert digits.isdigit()
    figures = "".join(m for m in unicodedata.normalize("NFKC", text) if m.isdigit())
    assert figures.endswith(digits[-8:])


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812345678", "138****5678"),
        ("+85291234567", "+852 ****4567"),
        ("+85366123456", "+853 ****3456"),
        ("+886912345678", "+886 9****5678"),
        ("91234567", "****4567"),
        ("1234567", "*****67"),
    ],
)
def test_a_masked_number_shows_its_region_and_its_end(phone, shown):
    assert masked_phone(phone) == shown


@given(written())
def test_four_figures_are_hidden_at_least(case):
    region, digits, _text = case
    shown = masked_phone(checked_phone(digits, region))
    assert shown.count("*") == 4
    assert digits not in shown.replace(" ", "")
