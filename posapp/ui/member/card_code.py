"""Which scans are the number of a plastic card."""

from __future__ import annotations

from posapp.domain.codes import Context, MemberKey, classify
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.errors import PosError


def member_number(text: str) -> str:
    """Whose code of the minute it is, or empty."""
    own = parse_own(text)
    return own.member_number if isinstance(own, DynamicMemberCode) else ""


def card_number(text: str) -> str:
    """The number, or empty for a payment code, a badge, a link or one of our own codes."""
    try:
        meanings = classify(text, Context.MEMBER)
    except PosError:
        return ""
    return next((each.text for each in meanings if isinstance(each, MemberKey)), "")
