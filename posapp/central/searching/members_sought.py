"""Members by several conditions: one index is walked, newest first, so many a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from posapp.central.look_ups import count_look_up, note_seen
from posapp.central.members import load_members
from posapp.central.pinyin import spell
from posapp.central.portable import beside
from posapp.central.searching.narrowing import NOBODY, Walk, narrowed
from posapp.central.service_desk.access_log import SEARCH
from posapp.central.tables.members import member, member_token
from posapp.central.tables.sales import sale
from posapp.domain.finding_members import how_found, sought
from posapp.domain.member import masked_name, masked_phone
from posapp.errors import Refused
from posapp.wire.member_search import MOST_ROWS, MOST_WORDS, MemberRow, MembersFound

if TYPE_CHECKING:
    from posapp.central.service_desk.member_file import Look
    from posapp.central.view import View
    from posapp.domain.member import Member
    from posapp.wire.member_search import MembersSought, SearchConditions

CHUNK: Final = 200
MOST_CHUNKS: Final = 10
"""Of so many members one request looks at the rows, and then says where it goes on."""

_LAST: Final = (
    select(sale.c.at_ms)
    .where(sale.c.member_id == member.c.id)
    .order_by(sale.c.at_ms.desc())
    .limit(1)
    .scalar_subquery()
)
_ROWS: Final = select(
    member.c.id,
    member.c.tier,
    member.c.status,
    member.c.source,
    member.c.registered_ms,
    _LAST.label("last_sale_ms"),
).where(
    beside(member.c.tenant_id) == bindparam("of_tenant"),
    member.c.id.in_(bindparam("ids", expanding=True)),
    member.c.merged_into.is_(None),
)
_MARKED: Final = select(member_token.c.member_id).where(
    member_token.c.tenant_id == bindparam("of_tenant"),
    member_token.c.digest == bindparam("digest"),
    member_token.c.member_id.in_(bindparam("ids", expanding=True)),
)


def members_sought(look: Look, asked: MembersSought) -> MembersFound:
    """A page, newest members or who bought last first; that each was shown is written down.

    Raises Refused: "search.nothing_narrows", "search.not_understood", "search.no_tags",
    "members.too_many_look_ups".
    """
    limit, wanted = _checked(asked)
    count_look_up(look.unit, look.caller)
    walk = narrowed(look.view, wanted)
    found: list[tuple[Any, Member]] = []
    after = asked.after
    for _ in range(MOST_CHUNKS):
        step = walk.step(look.view, after, CHUNK)
        places = {member_id: place for place, member_id in step if member_id != NOBODY}
        for row, who in _fitting(look.view, wanted, list(places), walk):
            found.append((row, who))
            if len(found) == limit:
                return _page(look, found, places[who.id])
        if len(step) < CHUNK:
            return _page(look, found, "")
        after = step[-1][0]
    return _page(look, found, after)


def _checked(asked: MembersSought) -> tuple[int, SearchConditions]:
    wanted = asked.conditions
    words = (wanted.statuses, wanted.tiers, wanted.sources, wanted.tags)
    is_right = (
        1 <= asked.limit <= MOST_ROWS
        and 0 <= wanted.month <= 12
        and all(len(each) <= MOST_WORDS for each in words)
    )
    if not is_right:
        raise Refused("search.not_understood")
    return asked.limit, wanted


def _fitting(
    view: View, wanted: SearchConditions, ids: list[str], walk: Walk
) -> list[tuple[Any, Member]]:
    """Those of the ids for whom every condition holds, in the order of the walk."""
    if not ids:
        return []
    asked = {"of_tenant": view.tenant.id, "ids": ids}
    rows = {row.id: row for row in view.connection.execute(_ROWS, asked) if _holds(wanted, row)}
    for kind, text in walk.marks:
        digest = view.keys.blind(view.tenant.id, kind, text)
        known = set(view.connection.execute(_MARKED, {**asked, "digest": digest}).scalars())
        rows = {each: row for each, row in rows.items() if each in known}
    for tag in walk.tags:
        known = tag.among(view, list(rows))
        rows = {each: row for each, row in rows.items() if each in known}
    members = load_members(view, [each for each in ids if each in rows])
    return [(rows[each.id], each) for each in members if _is_she(each, wanted)]


def _holds(wanted: SearchConditions, row: Any) -> bool:
    last = row.last_sale_ms or 0
    return (
        (not wanted.statuses or row.status in wanted.statuses)
        and (not wanted.tiers or row.tier in wanted.tiers)
        and (not wanted.sources or row.source in wanted.sources)
        and wanted.registered_from_ms <= row.registered_ms
        and row.registered_ms < (wanted.registered_before_ms or row.registered_ms + 1)
        and (not wanted.bought_from_ms or last >= wanted.bought_from_ms)
        and (not wanted.bought_before_ms or last < wanted.bought_before_ms)
    )


def _is_she(who: Member, wanted: SearchConditions) -> bool:
    if wanted.has_card is not None and bool(who.card) is not wanted.has_card:
        return False
    texts = (wanted.name, wanted.phone)
    return all(how_found(who, sought(text), spell) is not None for text in texts if text.strip())


def _page(look: Look, found: list[tuple[Any, Member]], after: str) -> MembersFound:
    note_seen(look.unit, look.caller, [who for _, who in found])
    for _, who in found:
        look.note(who.id, SEARCH)
    return MembersFound(
        request_id=look.request_id,
        rows=tuple(_row(row, who) for row, who in found),
        next=after,
    )


def _row(row: Any, who: Member) -> MemberRow:
    return MemberRow(
        id=who.id,
        number=who.number,
        name=masked_name(who.name),
        phone=masked_phone(who.phone),
        tier=who.tier,
        status=who.status,
        registered_ms=row.registered_ms,
        last_sale_ms=row.last_sale_ms or 0,
    )
