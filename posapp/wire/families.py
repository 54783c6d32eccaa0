"""Families, as tills ask for them and change them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from posapp.domain.member import Member

REASONS = ("asked", "new_guardian", "moved", "mistake")


class FamilyAct(StrEnum):
    """`join` brings a member into the family of another, out of her own; `leave` takes her out;
    `hold` makes her the one who holds the card.
    """

    JOIN = "join"
    LEAVE = "leave"
    HOLD = "hold"


class FamilyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The family of one member."""

    staff_id: str
    member_id: str


class FamilyChange(msgspec.Struct, frozen=True, kw_only=True):
    """One act, with who does it, her PIN and why. `change_id` is its id; `of_id` is whose family
    is joined, and of a child her guardian from then on; `reason` is one of `REASONS`, because free
    words could name somebody.
    """

    change_id: str
    staff_id: str
    pin: str
    act: FamilyAct
    member_id: str
    reason: str
    of_id: str = ""


class FamilyChanged(msgspec.Struct, frozen=True, kw_only=True):
    """It is done; nothing about a person is in the answer, because answers are kept."""

    request_id: str
    member_id: str


class FamilyMember(msgspec.Struct, frozen=True, kw_only=True):
    member: Member
    role: str
    since_ms: int
    guardian_id: str = ""


class FamilyTold(msgspec.Struct, frozen=True, kw_only=True):
    """The holder first, then parents, then children; no members where there is no family."""

    request_id: str
    holder_id: str = ""
    members: tuple[FamilyMember, ...] = ()
