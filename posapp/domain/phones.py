"""Mobile numbers of the mainland, Hong Kong, Macao and Taiwan: read as people write them, stored
in one form, shown masked.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from posapp.errors import Refused

LONGEST_PHONE: Final = 40
"""Longer than any way of writing one; what is longer is no phone and is not looked at."""


class Region(StrEnum):
    """Where a number belongs; the value is the ISO code."""

    MAINLAND = "CN"
    HONG_KONG = "HK"
    MACAO = "MO"
    TAIWAN = "TW"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """`shown` digits stand at the front of a masked number, four at its end."""

    code: str
    mobile: re.Pattern[str]
    trunk: str = ""
    shown: int = 0


_PLANS: Final = {
    Region.MAINLAND: _Plan(code="86", mobile=re.compile(r"1[3-9][0-9]{9}"), shown=3),
    Region.HONG_KONG: _Plan(
        code="852", mobile=re.compile(r"(?!999)(?:[4-79][0-9]|8[4-9])[0-9]{6}")
    ),
    Region.MACAO: _Plan(code="853", mobile=re.compile(r"6[0-9]{7}")),
    Region.TAIWAN: _Plan(code="886", mobile=re.compile(r"9[0-9]{8}"), trunk="0", shown=1),
}
"""Of Hong Kong's numbers those that begin with 2, 3 and 81 to 83 are no mobiles."""

_THERE: Final = "member.phone_not_valid_there"
_BETWEEN: Final = re.compile(r"[\s()./\-\u2010-\u2015\u2212]+")


def checked_phone(text: str, region: Region = Region.MAINLAND) -> str:
    """The one form of a mobile number: 11 digits of the mainland, else E.164 with its plus.

    A number with its country's code is read as of that country whatever `region` says. Raises
    Refused: "member.phone_not_valid" and "member.phone_not_valid_there" (what was written is no
    mobile of the mainland, of the other region), "member.phone_of_another_region" (it is one of
    another: choose that), "member.phone_abroad" (a code of another country).
    """
    written = _plain(text)
    found, national = _split_code(written)
    if found is None:
        if written.startswith("+"):
            raise Refused("member.phone_abroad")
        found = region
    plan = _PLANS[found]
    digits = national.removeprefix(plan.trunk)
    if plan.mobile.fullmatch(digits):
        return _stored(found, digits)
    if national == written and phones_meant(written):
        raise Refused("member.phone_of_another_region")
    raise Refused("member.phone_not_valid" if found is region is Region.MAINLAND else _THERE)


def typed_phone(text: str, usual: Region) -> str:
    """The one form of a number that somebody typed about herself, who may have left the region as
    it stood: where only one region has numbers of this form, it is of that one. Raises as
    `checked_phone`; "member.phone_of_another_region" only where two have.
    """
    try:
        return checked_phone(text, usual)
    except Refused as refusal:
        meant = phones_meant(text)
        if refusal.key == "member.phone_of_another_region" and len(meant) == 1:
            return meant[0]
        raise


def phones_meant(text: str) -> tuple[str, ...]:
    """Every stored number that this can be when nobody said of which region; empty for no phone."""
    written = _plain(text)
    named, national = _split_code(written)
    if named is None and written.startswith("+"):
        return ()
    readings = []
    for region in Region if named is None else (named,):
        plan = _PLANS[region]
        digits = national.removeprefix(plan.trunk)
        if plan.mobile.fullmatch(digits):
            readings.append(_stored(region, digits))
    return tuple(readings)


def split_phone(phone: str) -> tuple[Region | None, str]:
    """The region that a number names by its country's code, and what follows it; None for none."""
    return _split_code(_plain(phone))


def region_of(phone: str) -> Region:
    """Of a stored number."""
    return _split_code(phone)[0] or Region.MAINLAND


def calling_code(region: Region) -> str:
    """For example +852."""
    return f"+{_PLANS[region].code}"


def masked_phone(phone: str) -> str:
    """138****5678, +852 ****5678, +853 ****5678, +886 9****5678: four figures are hidden at least.
    Anything shorter shows only its last two digits.
    """
    region, digits = _split_code(phone) if phone.startswith("+") else (Region.MAINLAND, phone)
    if len(digits) < 8 or region is None:
        return "*" * max(0, len(phone) - 2) + phone[-2:]
    shown = digits[: min(_PLANS[region].shown, len(digits) - 8)]
    code = f"{calling_code(region)} " if phone.startswith("+") else ""
    return f"{code}{shown}****{digits[-4:]}"


def _plain(text: str) -> str:
    """Half-width, without what people put between the figures; 00 before a code is a plus."""
    if len(text) > LONGEST_PHONE:
        return ""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(mark for mark in plain if unicodedata.category(mark) != "Cf")
    plain = _BETWEEN.sub("", plain)
    return f"+{plain[2:]}" if plain.startswith("00") else plain


def _split_code(plain: str) -> tuple[Region | None, str]:
    """A code without its plus counts where what follows is a mobile number: none begins so."""
    for region, plan in _PLANS.items():
        if plain.startswith(f"+{plan.code}"):
            return region, plain[len(plan.code) + 1 :]
        rest = plain.removeprefix(plan.code)
        if rest != plain and plan.mobile.fullmatch(rest.removeprefix(plan.trunk)):
            return region, rest
    return None, plain


def _stored(region: Region, digits: str) -> str:
    return digits if region is Region.MAINLAND else f"{calling_code(region)}{digits}"
