"""Payments taken beside the till while its line is dead: by stand, handheld or voucher number."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from posapp.domain.codes import has_gtin_check_digit, payment_code
from posapp.domain.own_codes import looks_own
from posapp.errors import Refused

_REFERENCE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]{3,39}")


class TakenBy(StrEnum):
    """What took the money."""

    STAND = "stand"
    HANDHELD = "handheld"
    VOUCHER = "voucher"


def check_reference(text: str) -> str:
    """The number on the slip or in the acquirer's app, by which it is found in the bill later.

    Raises Refused("recorded.needs_reference", "recorded.is_a_payment_code",
    "recorded.is_our_code"): a member's code that is good for a minute is as secret as a
    customer's payment code.
    """
    plain = text.strip()
    if payment_code(plain) is not None:
        raise Refused("recorded.is_a_payment_code")
    if looks_own(plain):
        raise Refused("recorded.is_our_code")
    if _REFERENCE.fullmatch(plain) is None:
        raise Refused("recorded.needs_reference")
    return plain


def scanned_reference(text: str) -> str:
    """As `check_reference`, for what a scanner read: the code of goods is no number of a payment.

    Raises Refused("recorded.is_a_product") besides.
    """
    plain = check_reference(text)
    if has_gtin_check_digit(plain):
        raise Refused("recorded.is_a_product")
    return plain
