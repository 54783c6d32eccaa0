"""Phones of the mainland, Hong Kong, Macao and Taiwan on the member's page, as people write them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from posapp.central.member_page.word_table import ROWS
from posapp.domain import phones
from posapp.domain.member import Profile
from posapp.domain.phones import Region, typed_phone
from posapp.errors import Refused
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_registration import registered


def alert(answer):
    return answer.text.split('role="alert">')[1].split("<")[0]


def ask(visitor, phone, **more):
    return visitor.send(visitor.page(), "/sign-in", phone=phone, **more)


@pytest.mark.parametrize(
    ("typed", "region", "stored"),
    [
        ("9123 4567", "HK", "+85291234567"),
        ("6612-3456", "MO", "+85366123456"),
        ("0912 345 678", "TW", "+886912345678"),
        ("0912345678", "CN", "+886912345678"),
        ("91234567", "CN", "+85291234567"),
        ("+852 6123 4567", "CN", "+85261234567"),
        ("13711112222", "HK", "13711112222"),
    ],
)
def test_a_member_signs_in_with_the_phone_that_she_has(park, typed, region, stored):
    registered(park, Profile(phone=stored, name="陈晓雨"), vouched=True)
    turn_on(park)
    page = Visitor(park)
    asked = ask(page, typed, region=region)
    assert park.sms()[-1]["phone"] == stored
    assert page.enter(asked.text, page.newest_code()).status_code == 303


def test_a_number_of_two_regions_is_asked_for_again_and_stands_where_it_was_typed(park):
    turn_on(park)
    answer = ask(Visitor(park), "66123456", region="CN")
    assert (answer.status_code, "选对地区" in alert(answer)) == (422, True)
    assert 'value="66123456"' in answer.text
    assert "服务台" in alert(ask(Visitor(park), "+1 650 253 0000"))
    assert "核对位数" in alert(ask(Visitor(park), "123", region="TW"))


def test_the_region_of_the_shop_stands_first_and_a_region_that_is_none_is_the_shops(park):
    set_region(park, "HK")
    turn_on(park)
    page = Visitor(park)
    assert '<option value="HK" selected>' in page.page()
    registered(park, Profile(phone="+85291234567", name="陈晓雨"), vouched=True)
    ask(page, "91234567", region="<script>")
    assert park.sms()[-1]["phone"] == "+85291234567"
    again = ask(Visitor(park), "123", region="MO")
    assert '<option value="MO" selected>' in again.text


def set_region(park, value):
    park.write(
        "INSERT INTO setting (tenant_id, name, value) VALUES (:tenant, 'phone_region', :v)",
        tenant=park.seeded.tenant_id,
        v=json.dumps(value),
    )


def test_every_reason_for_which_a_phone_is_refused_has_a_sentence_on_the_page():
    code = Path(phones.__file__).read_text("utf-8")
    keys = set(re.findall(r'"(member\.phone[a-z_]*)"', code))
    assert len(keys) == 4
    assert {f"error.{key}" for key in keys} <= set(ROWS)


@pytest.mark.parametrize("region", list(Region))
def test_a_form_that_two_regions_have_is_never_guessed(region):
    if region in {Region.HONG_KONG, Region.MACAO}:
        assert typed_phone("66123456", region).endswith("66123456")
    else:
        with pytest.raises(Refused, match=r"phone_of_another_region"):
            typed_phone("66123456", region)
