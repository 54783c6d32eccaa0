"""What a till asks central about people who may be one, and about making them one."""

from __future__ import annotations

import msgspec


class AlikeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of a person so far; `staff_id` is who types it."""

    phone: str = ""
    name: str = ""
    birthday: str = ""
    card: str = ""
    staff_id: str = ""


class AlikeMember(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is here; name, phone and card are masked. `reasons`: phone, card, birthday
    (with the same name), sound (of the name, with the same end of the phone).
    """

    member_id: str
    number: str
    name: str
    phone: str
    card: str
    reasons: tuple[str, ...]


class AlikeReply(msgspec.Struct, frozen=True, kw_only=True):
    request_id: str
    members: tuple[AlikeMember, ...]


class MergeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Two members, to be looked at side by side; `gone` would become one with `kept`."""

    staff_id: str
    kept_id: str
    gone_id: str


class MergeSide(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two: personal data masked, amounts in minor units. `debt` is points she owes."""

    member_id: str
    number: str
    name: str
    phone: str
    card: str
    birth_year: str
    tier: str
    status: str
    registered_ms: int
    principal: int
    bonus: int
    points: int
    points_pending: int
    debt: int
    growth: int
    lots: int
    coupons: tuple[str, ...]
    orders: int
    top_ups: int
    marketing: bool


class MergeShown(msgspec.Struct, frozen=True, kw_only=True):
    """`why_not` is the key of what stands in the way, with the tills in `where`, or empty.
    `coupons_lost` are those of `gone` that `kept` has or had herself.
    """

    request_id: str
    kept: MergeSide
    gone: MergeSide
    status: str = ""
    coupons_lost: tuple[str, ...] = ()
    why_not: str = ""
    where: str = ""


class MergeWanted(msgspec.Struct, frozen=True, kw_only=True):
    """Do it. `reason` is one of `REASONS`: a word of ours, so that nothing in it names anybody."""

    merge_id: str
    staff_id: str
    pin: str
    kept_id: str
    gone_id: str
    reason: str


class MergeTakenBack(msgspec.Struct, frozen=True, kw_only=True):
    merge_id: str
    staff_id: str
    pin: str


class MergeDone(msgspec.Struct, frozen=True, kw_only=True):
    """`state` is merged or undone."""

    request_id: str
    merge_id: str
    kept_id: str
    gone_id: str
    state: str


class PairsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs that wait for a person; with a member hers alone, and what was merged into her."""

    staff_id: str
    member_id: str = ""
    after: str = ""


class PairShown(msgspec.Struct, frozen=True, kw_only=True):
    first: AlikeMember
    second: AlikeMember
    reason: str


class MergeKnown(msgspec.Struct, frozen=True, kw_only=True):
    """A merge of a member. `may_undo` while neither account has moved since."""

    merge_id: str
    gone_number: str
    reason: str
    who: str
    at_ms: int
    state: str
    may_undo: bool


class PairsListed(msgspec.Struct, frozen=True, kw_only=True):
    request_id: str
    pairs: tuple[PairShown, ...]
    merges: tuple[MergeKnown, ...] = ()
    next: str = ""


class PairAnswered(msgspec.Struct, frozen=True, kw_only=True):
    """A person has said that two are not one."""

    staff_id: str
    pin: str
    first_id: str
    second_id: str


class PairClosed(msgspec.Struct, frozen=True, kw_only=True):
    request_id: str


REASONS = ("same_person", "registered_twice", "card_and_phone", "imported_twice")
"""She says so and proved it; a clerk registered her again; a card of hers and a phone of hers; a
file brought her again.
"""
