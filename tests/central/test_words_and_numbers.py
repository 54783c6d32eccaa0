"""Spelling for search, member numbers, and when points lapse."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.central.lots import expiry_ms
from posapp.central.numbers import check_digit, is_member_number
from posapp.central.pinyin import initial_keys, name_keys, spelled, syllable_keys

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("矿泉水", "kuangquanshui", "kqs"),
        ("可口可乐 500ml", "kekoukele500ml", "kkkl5"),
        ("绿茶", "lvcha", "lc"),
        ("Coca-Cola", "cocacola", "c"),
        ("", "", ""),
    ],
)
def test_goods_are_spelled_for_search(name, pinyin, initials):
    assert spelled(name) == (pinyin, initials)


def test_every_reading_of_a_surname_finds_a_person():
    assert {"shanxiongxin", "danxiongxin", "单雄信", "shan"} <= name_keys("单雄信")
    assert {"sx", "sxx", "dx", "dxx"} <= initial_keys("单雄信")
    assert {"Ashan", "Adan", "Bxiong", "Cxin"} <= syllable_keys("单雄信")
    assert {"zengguofan", "曾国藩"} <= name_keys("曾国藩")


def test_a_name_full_of_polyphones_has_few_entries():
    keys = [name_keys("单曾解仇查盖"), initial_keys("单曾解仇查盖"), syllable_keys("单曾解仇查盖")]
    assert sum(map(len, keys)) < 200


@given(st.text(max_size=40))
def test_any_name_can_be_spelled(name):
    pinyin, initials = spelled(name)
    assert len(initials) <= max(1, len(pinyin))
    assert all(key for key in name_keys(name))


@given(st.integers(100_000_000, 999_999_999), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_never_a_member_number(serial, place, shift):
    number = f"{serial}{check_digit(str(serial))}"
    assert is_member_number(number)
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not is_member_number(wrong)


def at(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).timestamp()) * 1000


@pytest.mark.parametrize(
    ("earned", "months", "lapses"),
    [
        ("2026-01-22T10:00", 12, "2027-02-01T00:00"),
        ("2026-12-31T23:59", 12, "2028-01-01T00:00"),
        ("2026-11-30T12:00", 1, "2027-01-01T00:00"),
        ("2028-02-29T12:00", 12, "2029-03-01T00:00"),
    ],
)
def test_points_lapse_after_the_end_of_a_month_in_local_time(earned, months, lapses):
    assert expiry_ms(at(earned), months, SHANGHAI) == at(lapses)


def test_points_without_a_term_never_lapse():
    assert expiry_ms(at("2026-01-22T10:00"), 0, UTC) is None
