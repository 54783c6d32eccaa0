"""What codes mean by form and context."""

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.codes import (
    LONGEST_CODE,
    Context,
    ForeignLink,
    LooksLikePayment,
    MemberKey,
    Payment,
    PaymentChannel,
    PaymentCode,
    Phone,
    PhoneTail,
    ProductCode,
    SearchText,
    Symbol,
    UnknownCode,
    classify,
    has_gtin_check_digit,
    normalised,
    payment_code,
)
from posapp.domain.own_codes import DynamicMemberCode, ReceiptCode, StaffBadge, member_code
from posapp.errors import Refused

WECHAT = "134512345678908293"
ALIPAY = "2812345678901234"
UNIONPAY = "6212345678901234567"

digits = st.text("0123456789", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("6901234567892", Symbol.GTIN),
        ("2112345678900", Symbol.IN_STORE),
        ("6901234567890", Symbol.INTERNAL),
        ("96385074", Symbol.GTIN),
        ("A-1024", Symbol.INTERNAL),
    ],
)
def test_a_product_code_says_which_form_it_has(code: str, symbol: Symbol) -> None:
    assert classify(code, Context.SELL)[0] == ProductCode(code, symbol)


def test_four_digits_may_be_a_product_first_and_a_phone_tail_second() -> None:
    assert classify("5678", Context.SELL) == (
        ProductCode("5678", Symbol.INTERNAL),
        PhoneTail("5678"),
        MemberKey("5678"),
    )


def test_a_phone_number_finds_members_and_no_product_where_a_member_is_wanted() -> None:
    assert classify("138 1234 5678".replace(" ", ""), Context.MEMBER) == (
        Phone("13812345678"),
        MemberKey("13812345678"),
    )


def test_full_width_digits_are_the_same_code() -> None:
    assert classify("６９０１２３４５６７８９２", Context.SELL) == classify(
        "6901234567892", Context.SELL
    )


def test_control_characters_and_an_aim_identifier_are_stripped() -> None:
    assert normalised("\x02]E06901234567892\r\n\x03") == "6901234567892"


@pytest.mark.parametrize(
    ("code", "channel"),
    [
        (WECHAT, PaymentChannel.WECHAT),
        (ALIPAY, PaymentChannel.ALIPAY),
        ("3012345678901234", PaymentChannel.ALIPAY),
        (UNIONPAY, PaymentChannel.UNIONPAY),
    ],
)
def test_payment_codes_are_told_apart_by_their_published_ranges(code, channel) -> None:
    (meaning,) = classify(code, Context.PAYMENT)
    assert isinstance(meaning, Payment)
    assert (meaning.code.channel, meaning.code.reveal()) == (channel, code)


def test_a_payment_code_while_selling_is_asked_about_and_never_looked_up() -> None:
    assert classify(WECHAT, Context.SELL) == (LooksLikePayment("1345********8293"),)


def test_a_product_while_paying_is_not_a_payment() -> None:
    assert classify("6901234567892", Context.PAYMENT) == (
        UnknownCode("code.not_a_payment_code", "6901…892"),
    )


def test_a_members_own_code_counts_while_selling_and_while_paying() -> None:
    code = member_code("80001234", "12345678")
    expected = (DynamicMemberCode("80001234", "12345678"),)
    assert classify(code, Context.SELL) == expected == classify(code, Context.PAYMENT)


def test_a_damaged_code_of_ours_is_nothing_else() -> None:
    code = member_code("80001234", "12345678")
    assert classify(code[:-1] + "0", Context.SELL) == (UnknownCode("code.damaged", "PM18…780"),)


def test_a_foreign_link_shows_only_its_host() -> None:
    assert classify("HTTPS://evil.example/a?token=1", Context.SELL) == (
        ForeignLink("evil.example"),
    )
    assert classify("https://[broken", Context.SELL) == (ForeignLink("?"),)


def test_words_are_searched() -> None:
    assert classify("熊猫", Context.SELL) == (SearchText("熊猫"),)
    assert classify("xmmr", Context.MEMBER) == (MemberKey("xmmr"), SearchText("xmmr"))


def test_five_thousand_characters_are_refused_in_words() -> None:
    with pytest.raises(Refused, match=r"code\.too_long") as refusal:
        classify("1" * 5000, Context.SELL)
    assert refusal.value.params == {"length": 5000, "most": LONGEST_CODE}


@pytest.mark.parametrize("nothing", ["", "   ", "\r\n", "\x00\x1b"])
def test_nothing_visible_is_refused(nothing: str) -> None:
    with pytest.raises(Refused, match=r"code\.empty"):
        classify(nothing, Context.SELL)


def test_a_payment_code_hides_itself_and_cannot_be_serialised() -> None:
    code = PaymentCode(WECHAT, PaymentChannel.WECHAT)
    assert WECHAT not in f"{code} {code!r} {Payment(code)}"
    for serialise in (pickle.dumps, copy.copy, copy.deepcopy, json.dumps):
        with pytest.raises(TypeError):
            serialise(code)


@given(text=st.one_of(digits, st.text(max_size=60)), context=st.sampled_from(Context))
def test_no_text_is_a_payment_and_a_product_in_the_same_context(text, context) -> None:
    try:
        meanings = classify(text, context)
    except Refused:
        return
    kinds = {type(meaning) for meaning in meanings}
    assert meanings
    assert not (kinds & {Payment, LooksLikePayment} and len(kinds) > 1)
    assert (Payment in kinds) <= (context is Context.PAYMENT)
    assert (ProductCode in kinds) <= (context is Context.SELL)


@given(text=st.text(max_size=80))
def test_normalising_twice_changes_nothing_that_a_look_up_sees(text: str) -> None:
    once = normalised(text)
    assert not any(ord(mark) < 32 or 0x7F <= ord(mark) < 0xA0 for mark in once)
    assert once == once.strip()


@given(body=st.text("0123456789", min_size=12, max_size=12))
def test_exactly_one_check_digit_makes_a_gtin(body: str) -> None:
    assert sum(has_gtin_check_digit(body + last) for last in "0123456789") == 1


@given(text=digits)
def test_a_masked_payment_code_never_contains_the_code(text: str) -> None:
    code = payment_code(text)
    assert code is None or (text not in code.masked and code.masked[:4] == text[:4])


def test_own_receipts_and_badges_are_known_by_their_prefix() -> None:
    assert classify("PR1A03-1-000091R", Context.SELL) == (ReceiptCode("A03-1-000091"),)
    assert classify("pb11024s", Context.MEMBER) == (StaffBadge("1024"),)
