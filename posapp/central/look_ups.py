"""Looking members up from a till: by phone, tail, card, number, code or name, within quotas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from posapp.central.limits import LOOK_UPS_A_MINUTE, MEMBERS_A_DAY, canaries, limit
from posapp.central.members import find_by, load_members, profile_of
from posapp.central.pinyin import spell
from posapp.central.portable import count_up, insert_or_ignore
from posapp.central.registration.till_numbers import found_by_till_number
from posapp.central.searching.by_name import find_named
from posapp.central.tables.inbox import case
from posapp.central.tables.members import member, member_alias, subject_key
from posapp.central.tables.requests import look_up, look_up_rate
from posapp.central.tables.sales import sale
from posapp.central.tables.service import member_card
from posapp.domain.codes import normalised
from posapp.domain.finding_members import Hit, how_found, ranked, sought
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.domain.phones import phones_meant
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.domain.finding_members import FoundMembers, Sought
    from posapp.domain.member import Member

MOST_FOUND: Final = 20
MOST_TAILS: Final = 200
_SHORTEST: Final = 2
_TAIL: Final = 4
_MINUTE_MS: Final = 60_000
_DAY_MS: Final = 86_400_000
_NOT_GOOD: Final = ("lost", "replaced")
_LAST: Final = (
    select(sale.c.at_ms, sale.c.shop_id)
    .where(sale.c.member_id == member.c.id)
    .order_by(sale.c.at_ms.desc())
    .limit(1)
)
_LAST_SALE: Final = select(
    member.c.id,
    _LAST.with_only_columns(sale.c.at_ms).scalar_subquery().label("at_ms"),
    _LAST.with_only_columns(sale.c.shop_id).scalar_subquery().label("shop_id"),
).where(member.c.id.in_(bindparam("ids", expanding=True)))
_FORMER: Final = (
    select(member, subject_key.c.wrapped_key)
    .join(member_alias, member_alias.c.id == member.c.id)
    .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
    .where(
        member_alias.c.member_id.in_(bindparam("ids", expanding=True)),
        member.c.merged_into == member_alias.c.member_id,
    )
)
_CANARY: Final = "members.canary_seen"


def find_members(unit: Unit, view: View, caller: Caller, text: str) -> FoundMembers:
    """The first of them, with balances of now, in the order of `domain.finding_members`. A dynamic
    code only says who she is: it is not used up.

    Raises Refused: "members.too_many_look_ups", "members.text_too_short", "code.too_long",
    "card.reported_lost".
    """
    count_look_up(unit, caller)
    hits = _candidates(view, normalised(text))
    wanted = sought(text)
    members = load_members(view, list(hits))
    found: list[tuple[Member, Hit]] = []
    left: dict[str, Member] = {}
    for each in members:
        hit = _or_how(hits[each.id], each, wanted)
        if hit is None:
            left[each.id] = each
        else:
            found.append((each, hit))
    found += _by_former(view, left, wanted)
    shown = ranked(found, served_here(view, list(hits)))
    note_seen(unit, caller, list(shown.members))
    return shown


def _or_how(known: Hit | None, who: Member, wanted: Sought) -> Hit | None:
    """The entry by which she was found proves it; else what was typed is compared with her."""
    return how_found(who, wanted, spell) if known is None else known


def _by_former(view: View, members: dict[str, Member], wanted: Sought) -> list[tuple[Member, Hit]]:
    """Those of these members whom it finds by what another file said that became theirs."""
    if not members:
        return []
    found = []
    for row in view.connection.execute(_FORMER, {"ids": list(members)}).mappings():
        who, said = members[row["merged_into"]], profile_of(row, view.keys)
        was = replace(who, number=row["number"], phone=said.phone, name=said.name, card=said.card)
        hit = how_found(was, wanted, spell)
        found += [] if hit is None else [(who, hit)]
    return found


def served_here(view: View, member_ids: list[str]) -> dict[str, int]:
    """When each bought last, if that was in this shop; one entry of an index for each of them."""
    rows = view.connection.execute(_LAST_SALE, {"ids": member_ids}) if member_ids else ()
    return {row.id: row.at_ms for row in rows if row.at_ms and row.shop_id == view.shop_id}


def note_seen(unit: Unit, caller: Caller, members: list[Member]) -> None:
    """A terminal is shown these people another way: they count, and canaries are watched.

    Raises Refused("members.too_many_look_ups").
    """
    _count_members(unit, caller, members)
    watch_canaries(unit, caller, members)


def _candidates(view: View, text: str) -> dict[str, Hit | None]:
    """Who may be meant; by what, where the entry itself proves it."""
    own = parse_own(text)
    if isinstance(own, DynamicMemberCode):
        return dict.fromkeys(_by_number(view, own.member_number), Hit.NUMBER)
    if len(text) < _SHORTEST and text.isascii():
        raise Refused("members.text_too_short", least=_SHORTEST)
    wanted = sought(text)
    hits: dict[str, Hit | None] = {}
    exact = [*_by_number(view, text), *_by_number(view, wanted.code), *_by_card(view, text)]
    for member_id in exact:
        hits[member_id] = Hit.NUMBER
    for member_id in _by_phone(view, text):
        hits.setdefault(member_id, Hit.PHONE)
    for member_id in _by_words(view, wanted):
        hits.setdefault(member_id, None)
    return hits


def _by_words(view: View, wanted: Sought) -> list[str]:
    """By the end of a phone, or by a name in any of the ways in which it is typed."""
    if not wanted.digits:
        return find_named(view, wanted.name)
    if len(wanted.digits) < _TAIL:
        return []
    return find_by(view, "tail", wanted.digits[-_TAIL:], MOST_TAILS)


def _by_phone(view: View, text: str) -> list[str]:
    """Of every region that the figures can mean."""
    phones = phones_meant(text)
    return [found for phone in phones for found in find_by(view, "phone", phone, MOST_FOUND)]


def _by_card(view: View, text: str) -> list[str]:
    """Raises Refused("card.reported_lost"): whoever shows such a card is not served on it."""
    query = select(member_card.c.state).where(
        member_card.c.tenant_id == view.tenant.id,
        member_card.c.digest == view.keys.blind(view.tenant.id, "card", text),
    )
    if view.connection.execute(query).scalar() in _NOT_GOOD:
        raise Refused("card.reported_lost")
    return find_by(view, "card", text, MOST_FOUND)


def _by_number(view: View, number: str) -> list[str]:
    means = func.coalesce(member.c.merged_into, member.c.id)
    query = select(means).where(member.c.tenant_id == view.tenant.id, member.c.number == number)
    return [
        *view.connection.execute(query).scalars(),
        *found_by_till_number(view.connection, view.tenant.id, number),
    ]


def count_look_up(unit: Unit, caller: Caller) -> None:
    """Nobody tries codes by the thousand.

    Raises Refused("members.too_many_look_ups", seconds) when the terminal asks too often.
    """
    minute = unit.now_ms // _MINUTE_MS
    keys = {"terminal_id": caller.terminal_id, "minute": minute}
    count = count_up(unit.connection, look_up_rate, keys, "count")
    if count > limit(unit.connection, unit.tenant.id, LOOK_UPS_A_MINUTE):
        raise Refused("members.too_many_look_ups", seconds=60)


def _count_members(unit: Unit, caller: Caller, found: list[Member]) -> None:
    """How many different people a terminal may see in a day; nobody is shown beyond that."""
    day = unit.now_ms // _DAY_MS
    rows = [{"terminal_id": caller.terminal_id, "day": day, "member_id": each.id} for each in found]
    insert_or_ignore(unit.connection, look_up, rows)
    seen = unit.connection.execute(
        select(func.count()).where(
            look_up.c.terminal_id == caller.terminal_id, look_up.c.day == day
        )
    ).scalar_one()
    if seen > limit(unit.connection, unit.tenant.id, MEMBERS_A_DAY):
        raise Refused("members.too_many_look_ups", seconds=3600)


def watch_canaries(unit: Unit, caller: Caller, found: list[Member]) -> None:
    """Who finds one is shown her as anybody: he is not to know. One open case for a terminal."""
    if not canaries(unit.connection, unit.tenant.id).intersection(each.number for each in found):
        return
    told = select(case.c.id).where(
        case.c.terminal_id == caller.terminal_id, case.c.kind == _CANARY, case.c.closed == 0
    )
    if unit.connection.execute(told.limit(1)).first() is None:
        unit.open_case(_CANARY, caller.terminal_id, None)
