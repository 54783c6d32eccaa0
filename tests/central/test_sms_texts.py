"""Messages to a member's phone: each in three languages, in the one that she or the operator chose."""

from __future__ import annotations

import json
import re
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from posapp.central.sms_texts import _TEXTS, code_text, erased_text
from posapp.wire.requests import SendCode, SendCodeReply
from tests.central.page_visitor import Visitor, turn_on

PHONE = "13711112222"


def send(park, language=""):
    park.clock.advance_ms(61_000)
    asked = SendCode(
        send_id=park.till.ids.new(), purpose="register", phone=PHONE, language=language
    )
    park.till.ask("/v1/codes/send", asked, SendCodeReply)
    return park.sms()[-1]["text"]


def choose(park, language):
    park.write(
        "UPDATE setting SET value = :v WHERE tenant_id = :tenant AND name = 'language'",
        tenant=park.seeded.tenant_id,
        v=json.dumps(language),
    )


def gaps(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def test_every_message_stands_in_three_languages_with_the_same_gaps():
    for kind, (simplified, traditional, english) in _TEXTS.items():
        assert gaps(simplified) == gaps(traditional) == gaps(english), kind
        assert simplified != traditional, kind
        assert not re.search(r"[\u3400-\u9fff]", english), kind


def test_every_purpose_of_a_code_has_a_message():
    assert set(get_args(get_type_hints(SendCode)["purpose"])) <= set(_TEXTS)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_a_payment_says_how_much_and_how_long_before_the_code_is_told(language):
    text = code_text("hold", language, brand="星河", code="012345", minutes=5, amount=123_405)
    assert text.startswith("【星河】")
    assert all(word in text for word in ("012345", "¥1234.05", "5"))


def test_what_she_chose_at_the_counter_is_the_language_of_her_message(park):
    assert "to register as a member" in send(park, "en")
    assert "登記會員" in send(park, "zh_TW")
    assert "登记会员" in send(park, "zh_CN")


def test_where_nothing_was_chosen_the_operators_language_is_taken(park):
    assert "登记会员" in send(park)
    choose(park, "zh_TW")
    assert "登記會員" in send(park)
    assert "登記會員" in send(park, "xx")


def test_the_page_writes_in_the_language_that_it_is_read_in(park):
    turn_on(park)
    Visitor(park, language="en").ask_code()
    assert "to sign in to your member page" in park.sms()[-1]["text"]


def test_the_last_message_says_until_when_what_is_sealed_is_kept():
    assert "2031-01-05" in erased_text("en", brand="x", until="2031-01-05")
    assert "deleted" in erased_text("en", brand="x", until="")
