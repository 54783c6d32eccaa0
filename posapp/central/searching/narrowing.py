"""Which index a search by conditions walks: the one that leaves fewest members to look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, tuple_

from posapp.central.searching.by_name import name_entries
from posapp.central.searching.tags import Tagged, tagged
from posapp.central.tables.members import member, member_token
from posapp.central.tables.sales import sale
from posapp.domain.finding_members import FEWEST_DIGITS, sought
from posapp.domain.member import MemberStatus
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column, Select

    from posapp.central.view import View
    from posapp.wire.member_search import SearchConditions


Lane = Callable[["View", str, int], list[str]]
"""The ids before this one under one entry of an index, newest first, so many at most."""

_MOST_ENTRIES: Final = 3
_TAIL: Final = 4
_AFTER_ALL: Final = "~"
_ID: Final = re.compile(r"[0-9a-f-]{1,36}|~")
_PLACE: Final = re.compile(r"([0-9]{1,15})\.([0-9a-f-]{1,36}|~)")
_FAR_MS: Final = 10**15 - 1
NOBODY: Final = ""
_ORDINARY: Final = "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where to look, and what is left to check by other indexes: entries of the blind index, and
    tags. Without lanes it goes by the moment of the last sale, or with `since_ms` of registration,
    newest first.
    """

    lanes: tuple[Lane, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    tags: tuple[Tagged, ...] = ()
    until_ms: int = 0
    since_ms: int = 0
    sold_since_ms: int = 0
    sold_until_ms: int = 0

    def step(self, view: View, after: str, most: int) -> list[tuple[str, str]]:
        """The next members: where each stands, to go on after, and her id.

        Raises Refused("search.not_understood") for a place that is none.
        """
        if not self.lanes and self.sold_since_ms:
            return _by_last_sale(view, self.sold_since_ms, self.sold_until_ms, after, most)
        if not self.lanes:
            return _by_moment(view, self.since_ms, self.until_ms, after, most)
        if _ID.fullmatch(after or _AFTER_ALL) is None:
            raise Refused("search.not_understood")
        ids = {found for lane in self.lanes for found in lane(view, after or _AFTER_ALL, most)}
        return [(each, each) for each in sorted(ids, reverse=True)[:most]]


def narrowed(view: View, wanted: SearchConditions) -> Walk:
    """The walk of these conditions.

    Raises Refused: "search.nothing_narrows" where everybody would have to be looked at,
    "search.phone_too_short", "search.no_tags".
    """
    tags = tuple(tagged(tag) for tag in wanted.tags)
    marks = _marks(wanted)
    lanes = _by_person(view, wanted)
    if not lanes and tags:
        lanes = [tags[0].before]
    if not lanes and wanted.month:
        lanes = [_under(view, [("month", f"{wanted.month:02}")])]
    lanes = lanes or _by_column(wanted)
    if not lanes and not wanted.registered_from_ms and not wanted.bought_from_ms:
        raise Refused("search.nothing_narrows")
    return Walk(
        lanes=tuple(lanes),
        marks=marks,
        tags=tags,
        since_ms=wanted.registered_from_ms,
        until_ms=wanted.registered_before_ms or view.now_ms + 1,
        sold_since_ms=0 if wanted.registered_from_ms else wanted.bought_from_ms,
        sold_until_ms=wanted.bought_before_ms or _FAR_MS,
    )


def _marks(wanted: SearchConditions) -> tuple[tuple[str, str], ...]:
    month = (("month", f"{wanted.month:02}"),) if wanted.month else ()
    return (*month, ("has", "card")) if wanted.has_card else month


def _by_person(view: View, wanted: SearchConditions) -> list[Lane]:
    """By her phone, else by her name."""
    if wanted.phone.strip():
        asked = sought(wanted.phone)
        entries = [("phone", phone) for phone in asked.phones]
        if len(asked.digits) >= FEWEST_DIGITS:
            entries.append(("tail", asked.digits[-_TAIL:]))
        if not entries:
            raise Refused("search.phone_too_short", least=FEWEST_DIGITS)
        return [_under(view, [each]) for each in entries]
    return [_under(view, entries) for entries in name_entries(sought(wanted.name).name)]


def _by_column(wanted: SearchConditions) -> list[Lane]:
    """By a state, a tier or a source that not nearly everybody has."""
    states = [each.value for each in wanted.statuses]
    if states and MemberStatus.NORMAL not in states:
        return _each(member.c.status, states)
    if wanted.tiers and _ORDINARY not in wanted.tiers:
        return _each(member.c.tier, wanted.tiers)
    if wanted.sources and "" not in wanted.sources:
        return _each(member.c.source, wanted.sources)
    return []


def _each(column: Column[str], values: Iterable[str]) -> list[Lane]:
    return [partial(_with_value, _WITH[column.name], value) for value in values]


def _with_value(query: Select[Any], value: str, view: View, before: str, most: int) -> list[str]:
    asked = {"of_tenant": view.tenant.id, "value": value, "before": before, "most": most}
    return list(view.connection.execute(query, asked).scalars())


def _with(column: Column[str]) -> Select[Any]:
    return (
        select(member.c.id)
        .where(
            member.c.tenant_id == bindparam("of_tenant"),
            column == bindparam("value"),
            member.c.id < bindparam("before"),
        )
        .order_by(member.c.id.desc())
        .limit(bindparam("most"))
    )


_WITH: Final = {
    column.name: _with(column) for column in (member.c.status, member.c.tier, member.c.source)
}


def _under(view: View, entries: Sequence[tuple[str, str]]) -> Lane:
    digests = [view.keys.blind(view.tenant.id, *entry) for entry in entries[:_MOST_ENTRIES]]
    return partial(_with_entries, digests)


def _with_entries(digests: list[bytes], view: View, before: str, most: int) -> list[str]:
    asked = {f"digest_{place}": digest for place, digest in enumerate(digests)}
    values = {"of_tenant": view.tenant.id, "before": before, "most": most, **asked}
    return list(view.connection.execute(_ENTRIES[len(digests) - 1], values).scalars())


def _entries(count: int) -> Select[Any]:
    first = member_token.alias()
    query = select(first.c.member_id).where(
        first.c.tenant_id == bindparam("of_tenant"),
        first.c.digest == bindparam("digest_0"),
        first.c.member_id < bindparam("before"),
    )
    for place in range(1, count):
        other = member_token.alias()
        query = query.where(
            other.c.tenant_id == first.c.tenant_id,
            other.c.digest == bindparam(f"digest_{place}"),
            other.c.member_id == first.c.member_id,
        )
    return query.order_by(first.c.member_id.desc()).limit(bindparam("most"))


_ENTRIES: Final = tuple(_entries(count) for count in range(1, _MOST_ENTRIES + 1))
_MOMENT: Final = (
    select(member.c.registered_ms, member.c.id)
    .where(
        member.c.tenant_id == bindparam("of_tenant"),
        member.c.registered_ms >= bindparam("since_ms"),
        tuple_(member.c.registered_ms, member.c.id)
        < tuple_(bindparam("until_ms"), bindparam("before")),
    )
    .order_by(member.c.registered_ms.desc(), member.c.id.desc())
    .limit(bindparam("most"))
)


_LATER: Final = sale.alias()
_SALES: Final = (
    select(
        sale.c.at_ms,
        sale.c.id,
        sale.c.member_id,
        select(_LATER.c.at_ms)
        .where(_LATER.c.member_id == sale.c.member_id)
        .order_by(_LATER.c.at_ms.desc())
        .limit(1)
        .scalar_subquery()
        .label("last_ms"),
    )
    .where(
        sale.c.tenant_id == bindparam("of_tenant"),
        sale.c.at_ms >= bindparam("since_ms"),
        tuple_(sale.c.at_ms, sale.c.id) < tuple_(bindparam("until_ms"), bindparam("before")),
    )
    .order_by(sale.c.at_ms.desc(), sale.c.id.desc())
    .limit(bindparam("most"))
)


def _by_moment(
    view: View, since_ms: int, until_ms: int, after: str, most: int
) -> list[tuple[str, str]]:
    rows = view.connection.execute(_MOMENT, _asked(view, since_ms, until_ms, after, most))
    return [(f"{row.registered_ms}.{row.id}", row.id) for row in rows]


def _by_last_sale(
    view: View, since_ms: int, until_ms: int, after: str, most: int
) -> list[tuple[str, str]]:
    """So many sales: whoever bought again later stands there, and nobody in the place of a sale
    that is not somebody's last.
    """
    rows = view.connection.execute(_SALES, _asked(view, since_ms, until_ms, after, most))
    return [
        (f"{row.at_ms}.{row.id}", row.member_id if row.at_ms == row.last_ms else NOBODY)
        for row in rows
    ]


def _asked(view: View, since_ms: int, until_ms: int, after: str, most: int) -> dict[str, object]:
    until, before = until_ms, ""
    if after:
        place = _PLACE.fullmatch(after)
        if place is None:
            raise Refused("search.not_understood")
        until, before = int(place[1]), place[2]
    return {
        "of_tenant": view.tenant.id,
        "since_ms": since_ms,
        "until_ms": until,
        "before": before,
        "most": most,
    }
