"""By what a member was found, and who stands first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.finding_members import Hit, how_found, ranked, sought
from posapp.domain.ids import MemberId
from posapp.domain.member import Member, MemberStatus
from posapp.domain.name_sounds import spellings
from posapp.errors import PosError
from posapp.offline.spelling import readings_of


def spell(name):
    return spellings(name, readings_of)


def member(number="6000000018", **changes):
    values = {"name": "欧阳娜", "phone": "13812345678", "card": "VIP-0042"}
    return Member(id=MemberId(f"id-{number}"), number=number, **{**values, **changes})


@pytest.mark.parametrize(
    ("typed", "hit"),
    [
        ("6000000018", Hit.NUMBER),
        ("６０００００００１８", Hit.NUMBER),
        ("vip-0042", Hit.NUMBER),
        ("13812345678", Hit.PHONE),
        ("+86 138-1234-5678", Hit.PHONE),
        ("１３８１２３４５６７８", Hit.PHONE),
        ("0086 138 1234 5678", Hit.PHONE),
        ("5678", Hit.TAIL),
        ("345678", Hit.TAIL),
        ("678", None),
        ("1381", Hit.BEGINS),
        ("60000", Hit.BEGINS),
        ("vip-", Hit.BEGINS),
        ("欧阳娜", Hit.NAME),
        ("歐陽娜", Hit.NAME),
        ("欧阳", Hit.NAME_BEGINS),
        ("ouyangna", Hit.NAME),
        ("OuYang Na", Hit.NAME),
        ("ouyang", Hit.NAME_BEGINS),
        ("ouyn", Hit.MIXED),
        ("oyn", Hit.MIXED),
        ("阳娜", None),
        ("", None),
        ("  ", None),
    ],
)
def test_a_text_finds_her_by_what_it_is(typed, hit):
    assert how_found(member(), sought(typed), spell) is hit


@pytest.mark.parametrize(
    ("phone", "typed"),
    [
        ("+85261234567", "6123 4567"),
        ("+85261234567", "+852 6123 4567"),
        ("+85361234567", "00853-61234567"),
        ("+886912345678", "0912 345 678"),
        ("+886912345678", "８８６９１２３４５６７８"),
    ],
)
def test_phones_of_the_neighbours_are_found_as_they_are_written(phone, typed):
    assert how_found(member(phone=phone), sought(typed), spell) is Hit.PHONE


def test_the_best_stand_first_then_who_may_spend_then_who_was_here_last():
    rows = {
        "by name": (member("1"), Hit.NAME),
        "frozen": (member("2", status=MemberStatus.FROZEN), Hit.NAME),
        "lately": (member("3"), Hit.NAME),
        "earlier": (member("4"), Hit.NAME),
        "letters": (member("5"), Hit.MIXED),
        "tail": (member("6"), Hit.TAIL),
        "number": (member("7"), Hit.NUMBER),
    }
    served = {"id-3": 20, "id-4": 10, "id-2": 99}
    found = ranked([rows["letters"], *rows.values()], served)
    assert [each.number for each in found.members] == ["7", "6", "3", "4", "1", "2", "5"]
    assert not found.more


def test_no_more_are_shown_than_asked_for_and_it_is_said():
    rows = [(member(str(number)), Hit.NAME) for number in range(21)]
    assert ranked(rows, {}).more
    assert len(ranked(rows, {}).members) == 20
    assert not ranked(rows[:20], {}).more


def test_who_is_found_twice_stands_once_by_the_better_of_both():
    one, other = member("1"), member("2")
    found = ranked([(one, Hit.MIXED), (other, Hit.NAME), (one, Hit.TAIL)], {})
    assert [each.number for each in found.members] == ["1", "2"]


@given(st.text(max_size=120), st.text(max_size=40))
def test_no_text_and_no_name_break_it(typed, name):
    try:
        wanted = sought(typed)
    except PosError:
        assert len(typed) > 64
        return
    how_found(member(name=name), wanted, spell)
