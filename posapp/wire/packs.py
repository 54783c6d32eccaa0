"""Packs that a company bought, as a till asks about a code."""

from __future__ import annotations

import msgspec


class PackAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What this code would bring."""

    code: str


class PackUse(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is a member already brings a code. `use_id` is the act's id."""

    use_id: str
    staff_id: str
    member_id: str
    code: str


class PackTold(msgspec.Struct, frozen=True, kw_only=True):
    """Whose pack it is and what it brings: a tier where one is named, coupons."""

    request_id: str
    company: str
    title: str
    tier: str = ""
    coupons: tuple[str, ...] = ()
