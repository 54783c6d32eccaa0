"""Looking members up from a till: by phone, tail, card, number, code or name, within quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from posapp.central.limits import LOOK_UPS_A_MINUTE, MEMBERS_A_DAY, canaries, limit
from posapp.central.members import find_by, load_members, search_key
from posapp.central.portable import count_up, insert_or_ignore
from posapp.central.registration.till_numbers import found_by_till_number
from posapp.central.tables.inbox import case
from posapp.central.tables.members import member
from posapp.central.tables.requests import look_up, look_up_rate
from posapp.central.tables.service import member_card
from posapp.domain.codes import normalised
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.domain.phones import phones_meant
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.domain.member import Member

MOST_FOUND: Final = 20
_SHORTEST: Final = 2
_TAIL: Final = 4
_MINUTE_MS: Final = 60_000
_DAY_MS: Final = 86_400_000
_NOT_GOOD: Final = ("lost", "replaced")
_CANARY: Final = "members.canary_seen"


def find_members(unit: Unit, view: View, caller: Caller, text: str) -> tuple[Member, ...]:
    """At most 20, with balances of now. A dynamic code only says who she is: it is not used up.

    Raises Refused: "members.too_many_look_ups", "members.text_too_short", "code.too_long",
    "card.reported_lost".
    """
    count_look_up(unit, caller)
    found = load_members(view, _ids(view, normalised(text)))
    note_seen(unit, caller, found)
    return tuple(found)


def note_seen(unit: Unit, caller: Caller, members: list[Member]) -> None:
    """A terminal is shown these people another way: they count, and canaries are watched.

    Raises Refused("members.too_many_look_ups").
    """
    _count_members(unit, caller, members)
    _watch_canaries(unit, caller, members)


def _ids(view: View, text: str) -> list[str]:
    own = parse_own(text)
    if isinstance(own, DynamicMemberCode):
        return _by_number(view, own.member_number)
    if len(text) < _SHORTEST:
        raise Refused("members.text_too_short", least=_SHORTEST)
    if text.isascii() and text.isdigit():
        return _by_digits(view, text)
    return list(
        dict.fromkeys(
            [
                *_by_phone(view, text),
                *_by_card(view, text),
                *_by_number(view, text),
                *find_by(view, "name", search_key(text), MOST_FOUND),
            ]
        )
    )[:MOST_FOUND]


def _by_digits(view: View, digits: str) -> list[str]:
    found = [*_by_number(view, digits), *_by_card(view, digits), *_by_phone(view, digits)]
    if len(digits) == _TAIL:
        found += find_by(view, "tail", digits, MOST_FOUND)
    return list(dict.fromkeys(found))[:MOST_FOUND]


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


def _watch_canaries(unit: Unit, caller: Caller, found: list[Member]) -> None:
    """Who finds one is shown her as anybody: he is not to know. One open case for a terminal."""
    if not canaries(unit.connection, unit.tenant.id).intersection(each.number for each in found):
        return
    told = select(case.c.id).where(
        case.c.terminal_id == caller.terminal_id, case.c.kind == _CANARY, case.c.closed == 0
    )
    if unit.connection.execute(told.limit(1)).first() is None:
        unit.open_case(_CANARY, caller.terminal_id, None)
