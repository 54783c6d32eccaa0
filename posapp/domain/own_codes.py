"""The codes that we print and show ourselves: upper-case ASCII, a prefix, a check character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MEMBER: Final = re.compile(r"PM1([0-9A-Z]{4,20})-([0-9]{8})[0-9A-Z]")
_RECEIPT: Final = re.compile(r"PR1([0-9A-Z][0-9A-Z-]{2,38}[0-9A-Z])[0-9A-Z]")
_BADGE: Final = re.compile(r"PB1([0-9A-Z]{1,20})[0-9A-Z]")
_PROVING: Final = re.compile(r"PB2([0-9A-Z]{1,20})-([0-9A-Z]{20})[0-9A-Z]")
_COUPON: Final = re.compile(r"PC1([0-9A-Z][0-9A-Z-]{0,30})[0-9A-Z]")
_TICKET: Final = re.compile(r"PT1([0-9A-Z][0-9A-Z-]{2,38})[0-9A-Z]")
_HOLD: Final = re.compile(r"PH1([0-9A-Z][0-9A-Z-]{2,38})[0-9A-Z]")
_PREFIXES: Final = ("PM1", "PR1", "PB1", "PB2", "PC1", "PT1", "PH1")
BADGE_SECRET: Final = 20
"""Characters of a proving badge's secret, by chance out of 36."""


@dataclass(frozen=True, slots=True)
class DynamicMemberCode:
    """A member's code of the minute: who she says she is, and the digits that prove it once."""

    member_number: str
    digits: str

    def __repr__(self) -> str:
        return f"DynamicMemberCode({self.member_number}, ********)"


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """The number of one of our receipts."""

    receipt_number: str


@dataclass(frozen=True, slots=True)
class StaffBadge:
    """A staff number on a badge. Without a secret it names a person and proves nothing."""

    staff_number: str
    secret: str = ""

    def __repr__(self) -> str:
        return f"StaffBadge({self.staff_number}{', ********' if self.secret else ''})"


@dataclass(frozen=True, slots=True)
class CouponCode:
    """The code of a member's coupon."""

    coupon: str


@dataclass(frozen=True, slots=True)
class TicketCode:
    """The number of an entry ticket."""

    ticket_number: str


@dataclass(frozen=True, slots=True)
class HoldTicket:
    """The id of an order that was put aside, in upper case, as on the slip for the customer."""

    hold_id: str


OwnCode = DynamicMemberCode | ReceiptCode | StaffBadge | CouponCode | TicketCode | HoldTicket


def member_code(member_number: str, digits: str) -> str:
    """The text of a dynamic member code. Raises ValueError for parts that do not fit."""
    return _sealed(f"PM1{member_number}-{digits}")


def receipt_code(receipt_number: str) -> str:
    """The text of a receipt's QR code. Raises ValueError for a number that does not fit."""
    return _sealed(f"PR1{receipt_number}")


def badge_code(staff_number: str) -> str:
    """The text on a staff badge. Raises ValueError for a number that does not fit."""
    return _sealed(f"PB1{staff_number}")


def proving_badge(staff_number: str, secret: str) -> str:
    """The text on a badge that proves, where the shop allows it. Raises ValueError for parts that
    do not fit.
    """
    return _sealed(f"PB2{staff_number}-{secret}")


def coupon_code(coupon: str) -> str:
    """The text of a coupon's code. Raises ValueError for a code that does not fit."""
    return _sealed(f"PC1{coupon}")


def ticket_code(ticket_number: str) -> str:
    """The text on an entry ticket. Raises ValueError for a number that does not fit."""
    return _sealed(f"PT1{ticket_number}")


def hold_ticket(hold_id: str) -> str:
    """The text on the slip of a held order. Raises ValueError for an id that does not fit."""
    return _sealed(f"PH1{hold_id.upper()}")


def parse_own(text: str) -> OwnCode | None:
    """The meaning of one of our codes in either case, or None when it is none or damaged."""
    upper = text.upper()
    if not (upper.isascii() and looks_own(upper) and upper[-1] == check_character(upper[:-1])):
        return None
    if match := _MEMBER.fullmatch(upper):
        return DynamicMemberCode(match[1], match[2])
    if match := _RECEIPT.fullmatch(upper):
        return ReceiptCode(match[1])
    if match := _BADGE.fullmatch(upper):
        return StaffBadge(match[1])
    if match := _PROVING.fullmatch(upper):
        return StaffBadge(match[1], match[2])
    return _shown_by_a_customer(upper)


def _shown_by_a_customer(upper: str) -> OwnCode | None:
    if match := _COUPON.fullmatch(upper):
        return CouponCode(match[1])
    if match := _TICKET.fullmatch(upper):
        return TicketCode(match[1])
    if match := _HOLD.fullmatch(upper):
        return HoldTicket(match[1])
    return None


def looks_own(text: str) -> bool:
    """True when it has the length and prefix of one of our codes, damaged or not."""
    return len(text) > 4 and text[:3].upper() in _PREFIXES


def check_character(text: str) -> str:
    """ISO 7064 MOD 37,36 over letters and digits; hyphens do not count.

    It finds every single wrong character and nearly every swap of neighbours.
    """
    carry = 36
    for mark in text.upper():
        if mark in _ALPHABET:
            total = (carry + _ALPHABET.index(mark)) % 36 or 36
            carry = total * 2 % 37
    return _ALPHABET[(37 - carry) % 36]


def _sealed(body: str) -> str:
    text = body + check_character(body)
    if not body.isascii() or body != body.upper() or parse_own(text) is None:
        raise ValueError("not in the form of our codes")
    return text
