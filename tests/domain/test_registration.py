"""Numbers that a till gives, an operator's own fields, purposes and guardians."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.consents import Purpose, needs_guardian, parse_purposes
from posapp.domain.extra_fields import FieldKind, checked_extra, parse_fields
from posapp.domain.member import Profile
from posapp.domain.member_numbers import ALPHABET, is_provisional, is_sound, provisional_number
from posapp.errors import Refused

AT_MS = 1_795_219_200_000
FIELDS = parse_fields(
    "home=text:家乡; way=choice:出行方式:自驾|公交|地铁; since=date:首次来园; kids=number:孩子数"
)

tills = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-", min_size=1, max_size=7)
moments = st.integers(1_600_000_000_000, 4_000_000_000_000)


@given(tills, moments)
def test_a_number_of_a_till_has_no_look_alikes_and_fits_a_member_code(till, at_ms):
    number = provisional_number(till, at_ms)
    assert not set("01ILOU") & set(number)
    assert len(number) <= 20
    assert is_sound(number)
    assert is_provisional(number)


@given(tills, tills, moments, moments)
def test_two_tills_or_two_moments_give_two_numbers(one, other, at_ms, then_ms):
    same = one.replace("-", "") == other.replace("-", "") and at_ms == then_ms
    assert (provisional_number(one, at_ms) == provisional_number(other, then_ms)) == same


@given(tills, moments, st.data())
def test_one_wrong_character_is_noticed(till, at_ms, data):
    number = provisional_number(till, at_ms)
    place = data.draw(st.integers(1, len(number) - 1))
    other = data.draw(st.sampled_from([mark for mark in ALPHABET if mark != number[place]]))
    assert not is_sound(number[:place] + other + number[place + 1 :])


@pytest.mark.parametrize("number", ["TA03MVJ1Q2ZK", "T03MVJ1Q2ZK0"])
def test_numbers_of_older_programs_stay_valid(number):
    assert is_provisional(number)


@pytest.mark.parametrize("number", ["6000000049", "13812345678", "", "T", "T' OR 1=1"])
def test_other_texts_are_no_numbers_of_a_till(number):
    assert not is_provisional(number)


def test_an_operator_declares_fields_of_four_kinds():
    assert [each.kind for each in FIELDS] == list(
        map(FieldKind, ["text", "choice", "date", "number"])
    )
    assert FIELDS[1].choices == ("自驾", "公交", "地铁")


@pytest.mark.parametrize(
    "text",
    ["home", "home=colour:家乡", "Home=text:家乡", "home=text:", "way=choice:出行", "a=text:b;a=text:c",
     "home=text:家乡:一|二", ";".join(f"f{n}=text:x" for n in range(9))],
)  # fmt: skip
def test_a_declaration_that_cannot_be_read_is_refused(text):
    with pytest.raises(Refused) as refusal:
        parse_fields(text)
    assert refusal.value.key == "settings.not_valid"


def test_values_are_kept_in_the_form_of_their_fields():
    values = {
        "home": " 苏州\x00\u202e ",
        "way": "地铁",
        "since": "2026-05-01",
        "kids": "2",
        "x": "y",
    }
    kept = (("home", "苏州"), ("way", "地铁"), ("since", "2026-05-01"), ("kids", "2"))
    assert checked_extra(FIELDS, values) == kept
    assert checked_extra(FIELDS, {}) == ()


@pytest.mark.parametrize(
    ("key", "value"), [("home", "长" * 61), ("way", "飞机"), ("since", "昨天"), ("kids", "两个")]
)
def test_a_value_that_does_not_fit_names_its_field(key, value):
    with pytest.raises(Refused) as refusal:
        checked_extra(FIELDS, {key: value})
    title = next(each.title for each in FIELDS if each.key == key)
    assert (refusal.value.key, refusal.value.params) == (
        "member.extra_not_valid",
        {"title": title},
    )


def test_purposes_come_in_their_order_and_unknown_ones_are_left_out():
    assert parse_purposes("face, marketing  dancing") == (Purpose.MARKETING, Purpose.FACE)
    assert parse_purposes("") == ()


@pytest.mark.parametrize(
    ("birthday", "today", "guarded"),
    [
        ("2012-11-23", "2026-11-22", True),
        ("2012-11-23", "2026-11-23", False),
        ("2012-02-29", "2026-02-28", True),
        ("2012-02-29", "2026-03-01", False),
        ("", "2026-11-22", False),
    ],
)
def test_below_fourteen_somebody_else_agrees(birthday, today, guarded):
    assert needs_guardian(birthday, today) is guarded


@pytest.mark.parametrize(
    ("given_words", "is_one"),
    [
        ({"guardian_number": "6000000049"}, True),
        ({"guardian_name": "王芳", "guardian_phone": "13812345678"}, True),
        ({"guardian_name": "王芳"}, False),
        ({"guardian_phone": "13812345678"}, False),
        ({}, False),
    ],
)
def test_a_guardian_is_a_number_or_name_and_phone(given_words, is_one):
    assert Profile(phone="", **given_words).has_guardian is is_one
