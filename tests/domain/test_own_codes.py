"""Our own codes survive scanning and find damage."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from posapp.domain.own_codes import (
    CouponCode,
    DynamicMemberCode,
    HoldTicket,
    ReceiptCode,
    StaffBadge,
    TicketCode,
    badge_code,
    check_character,
    coupon_code,
    hold_ticket,
    member_code,
    parse_own,
    receipt_code,
    ticket_code,
)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
numbers = st.text(ALPHABET, min_size=4, max_size=20)
otps = st.text("0123456789", min_size=8, max_size=8)


@given(number=numbers, digits=otps)
def test_a_member_code_is_read_back_in_either_case(number: str, digits: str) -> None:
    code = member_code(number, digits)
    assert parse_own(code) == DynamicMemberCode(number, digits) == parse_own(code.lower())


@given(number=numbers, digits=otps, place=st.integers(3, 40), wrong=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(number, digits, place, wrong) -> None:
    code = member_code(number, digits)
    assume(place < len(code) and code[place] not in ("-", wrong))
    assert parse_own(code[:place] + wrong + code[place + 1 :]) is None


@given(number=st.from_regex(r"[A-Z][0-9]{2}-[1-9]-[0-9]{6}", fullmatch=True))
def test_a_receipt_code_is_short_ascii_and_read_back(number: str) -> None:
    code = receipt_code(number)
    assert code.isascii()
    assert parse_own(code) == ReceiptCode(number)


def test_a_badge_names_a_person() -> None:
    assert parse_own(badge_code("1024")) == StaffBadge("1024")


@pytest.mark.parametrize(
    "make",
    [
        lambda: member_code("12", "12345678"),
        lambda: member_code("80001234", "1234567"),
        lambda: member_code("abcd", "12345678"),
        lambda: receipt_code("中文"),
        lambda: receipt_code(""),
        lambda: badge_code("１"),
    ],
)
def test_parts_that_do_not_fit_the_form_make_no_code(make) -> None:
    with pytest.raises(ValueError, match="form"):
        make()


def test_the_digits_of_a_member_code_stay_out_of_its_repr() -> None:
    assert "12345678" not in repr(DynamicMemberCode("80001234", "12345678"))


def test_the_check_character_follows_iso_7064() -> None:
    assert check_character("A12425GABC1234002") == "M"


def test_coupons_tickets_and_held_orders_have_codes_of_their_own() -> None:
    hold = "0192f3a4-7b1c-7def-8123-456789abcdef"
    assert parse_own(coupon_code("C1")) == CouponCode("C1")
    assert parse_own(ticket_code("T-2026-0001")) == TicketCode("T-2026-0001")
    assert parse_own(hold_ticket(hold)) == HoldTicket(hold.upper())
