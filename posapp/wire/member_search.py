"""Members by several conditions at once: what a service desk asks, a page of what it is told."""

from __future__ import annotations

import msgspec

from posapp.domain.member import MemberStatus

MOST_ROWS = 50
"""Rows of one page, at most."""
MOST_WORDS = 10
"""Tiers, states or tags in one condition, at most."""


class SearchConditions(msgspec.Struct, frozen=True, kw_only=True):
    """All that are given have to hold; an empty one says nothing. Of several states, tiers or
    sources one has to hold, of several tags all.

    `name` as it is typed anywhere; `phone` whole, or its last four figures or more. `month` is of
    the birthday, 1 to 12. Moments are milliseconds, from the first on and before the second;
    `bought_*` is about her last sale.
    """

    name: str = ""
    phone: str = ""
    month: int = 0
    statuses: tuple[MemberStatus, ...] = ()
    tiers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    has_card: bool | None = None
    registered_from_ms: int = 0
    registered_before_ms: int = 0
    bought_from_ms: int = 0
    bought_before_ms: int = 0


class MembersSought(msgspec.Struct, frozen=True, kw_only=True):
    """One page for a person who may serve members; `after` is a `next`."""

    staff_id: str
    conditions: SearchConditions
    after: str = ""
    limit: int = 20


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who she is, masked; `last_sale_ms` is 0 for one who never bought."""

    id: str
    number: str
    name: str
    phone: str
    tier: str
    status: MemberStatus
    registered_ms: int
    last_sale_ms: int = 0


class MembersFound(msgspec.Struct, frozen=True, kw_only=True):
    """`next` is empty at the end. A page may hold fewer rows than asked for and still have one:
    central looks at so many members at a time and no more.
    """

    request_id: str
    rows: tuple[MemberRow, ...]
    next: str = ""
