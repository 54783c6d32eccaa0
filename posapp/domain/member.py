"""A member as the counter knows her, and how her data is masked on screens and paper."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from posapp.domain.extra_fields import Extra
from posapp.domain.ids import MemberId
from posapp.domain.phones import checked_phone, masked_phone, phones_meant
from posapp.errors import Refused

__all__ = [
    "Consent",
    "Member",
    "MemberStatus",
    "Profile",
    "checked_birthday",
    "checked_guardian_phone",
    "checked_name",
    "checked_phone",
    "masked_name",
    "masked_phone",
]

LONGEST_NAME: Final = 40


class MemberStatus(StrEnum):
    """What may still be done (docs/rules.md B3): frozen takes no debit, blacklisted neither,
    closed is gone.
    """

    NORMAL = "normal"
    FROZEN = "frozen"
    BLACKLISTED = "blacklisted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member row of the feed. Balances are central's at `as_of_ms`; minor units and points.

    `version` is central's row version. `phone` is as domain.phones stores it: 11 digits of the
    mainland, else E.164. `tags` are codes of the operator's catalogue that a cashier may see.
    """

    id: MemberId
    number: str
    name: str = ""
    phone: str = ""
    card: str = ""
    tier: str = "ordinary"
    status: MemberStatus = MemberStatus.NORMAL
    birthday: str = ""
    principal: int = 0
    bonus: int = 0
    held: int = 0
    points: int = 0
    points_pending: int = 0
    growth: int = 0
    coupons: tuple[str, ...] = ()
    as_of_ms: int = 0
    version: int = 0
    tags: tuple[str, ...] = ()

    @property
    def stored_value(self) -> int:
        return self.principal + self.bonus

    def check_may_pay(self) -> None:
        """Raises Refused("member.may_not_pay", status) unless she may spend value and points."""
        if self.status is not MemberStatus.NORMAL:
            raise Refused("member.may_not_pay", status=self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What she agreed to, which version she was shown, how and when.

    `asked` are the optional purposes (domain.consents.Purpose) that were put before her, `given`
    those that she agreed to; older tills know `marketing` alone. With `by_guardian` it is the
    guardian of a child who agreed.
    """

    policy_version: str
    channel: str
    at_ms: int
    marketing: bool = False
    asked: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    by_guardian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Personal data of a registration; only the phone is required (S3-03). Never inside a hashed
    body. `referrer` is an invite code, phone, member number or card; `extra` are the operator's
    own fields; `pack_code` is of a pack that a company bought.
    """

    phone: str
    name: str = ""
    birthday: str = ""
    gender: str = ""
    card: str = ""
    referrer: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_number: str = ""
    pack_code: str = ""
    extra: Extra = ()

    @property
    def has_guardian(self) -> bool:
        """Her number alone says who it is; else name and phone together."""
        return bool(self.guardian_number or (self.guardian_name and self.guardian_phone))


def checked_name(text: str) -> str:
    """A name as written, without control characters and outer spaces. Rare characters and middle
    dots stay.

    Raises Refused("member.name_too_long").
    """
    plain = "".join(mark for mark in text if unicodedata.category(mark)[0] != "C").strip()
    if len(plain) > LONGEST_NAME:
        raise Refused("member.name_too_long", most=LONGEST_NAME)
    return plain


def checked_guardian_phone(text: str) -> str:
    """Empty or one phone as it is stored. Raises Refused("member.guardian_phone_not_valid")."""
    if not text.strip():
        return ""
    meant = phones_meant(text)
    if len(meant) != 1:
        raise Refused("member.guardian_phone_not_valid")
    return meant[0]


def checked_birthday(text: str) -> str:
    """Empty or YYYY-MM-DD of a real day. Raises Refused("member.birthday_not_valid")."""
    plain = text.strip()
    if not plain:
        return ""
    match = re.fullmatch(r"(19|20)([0-9]{2})-([0-9]{2})-([0-9]{2})", plain)
    if match is None or not _is_day(int(match[1] + match[2]), int(match[3]), int(match[4])):
        raise Refused("member.birthday_not_valid")
    return plain


def masked_name(name: str) -> str:
    """First and last character with one star between; two characters keep the first: 王*芳, 李*."""
    if len(name) <= 1:
        return name
    if len(name) == 2:
        return f"{name[0]}*"
    return f"{name[0]}*{name[-1]}"


def masked_card(card: str) -> str:
    """The last four characters, of short ones the last two."""
    shown = 4 if len(card) >= 8 else min(2, len(card))
    return "*" * min(4, len(card) - shown) + card[len(card) - shown :]


def _is_day(year: int, month: int, day: int) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]
