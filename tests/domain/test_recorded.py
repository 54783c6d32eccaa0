"""Numbers of payments taken elsewhere: what is secret or means something else is never one."""

import pytest

from posapp.domain.own_codes import check_character
from posapp.domain.recorded import check_reference, scanned_reference
from posapp.errors import Refused

BADGE = "PB11024"


@pytest.mark.parametrize("number", ["4200001234567", "V-2026/11.22_7", " 0042 "])
def test_a_number_of_a_slip_is_taken_as_it_stands(number):
    assert check_reference(number) == number.strip()


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("134567890123456789", "recorded.is_a_payment_code"),
        (BADGE + check_character(BADGE), "recorded.is_our_code"),
        ("PM16000000002-12345678", "recorded.is_our_code"),
        ("abc", "recorded.needs_reference"),
        ("4200 0012", "recorded.needs_reference"),
    ],
)
def test_what_is_secret_or_ours_is_no_number(code, key):
    with pytest.raises(Refused) as refusal:
        check_reference(code)
    assert refusal.value.key == key


def test_the_code_of_goods_is_refused_from_the_scanner_and_may_be_typed():
    assert check_reference("6901234567892") == "6901234567892"
    with pytest.raises(Refused, match=r"recorded\.is_a_product"):
        scanned_reference("6901234567892")
