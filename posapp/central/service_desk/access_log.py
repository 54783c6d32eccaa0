"""Who saw what of whose data, written in the unit of work that answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.tables.service import data_access, data_glance
from posapp.central.tables.shops import staff

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.central.unit import Unit

FILE: Final = "file"
TIMELINE: Final = "timeline"
EXPORT: Final = "export"
REQUEST: Final = "request"
SEARCH: Final = "search"
COMPLAINT: Final = "complaint"
CONSENTS: Final = "consents"
FAMILY: Final = "family"
PAIR: Final = "pair"
MASKED: Final = frozenset({FILE, TIMELINE, SEARCH, COMPLAINT, CONSENTS, FAMILY, PAIR})
"""What shows nobody's phone, name or card in full."""

FOUND: Final = "found"
ALIKE: Final = "alike"
PAIRS: Final = "pairs"
OPENED: Final = "opened"
IN_PASSING: Final = frozenset({FOUND, ALIKE, PAIRS, OPENED})
"""Words of `data_glance`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onlooker:
    """Who is signed in at a till, as the till says; nobody where an older till says nothing."""

    staff_id: str
    who: str
    terminal_id: str


def onlooker(unit: Unit, staff_id: str, terminal_id: str) -> Onlooker:
    """Only somebody of this tenant's list has a name here."""
    row = None
    if staff_id:
        query = select(staff.c.name, staff.c.number).where(
            staff.c.id == staff_id, staff.c.tenant_id == unit.tenant.id
        )
        row = unit.connection.execute(query).first()
    known = "" if row is None else f"{row.name} ({row.number})"
    return Onlooker(staff_id=staff_id if known else "", who=known, terminal_id=terminal_id)


def note_glances(unit: Unit, member_ids: Iterable[str], what: str, by: Onlooker) -> None:
    """Those who were shown masked among others; one append, however many."""
    for member_id in member_ids:
        _glance(unit, member_id, what, by, at_ms=unit.now_ms, glance_id=unit.ids.new())


def note_opened_before(
    unit: Unit, member_id: str, by: Onlooker, *, at_ms: int, fact_id: str
) -> None:
    """A till says later that an order became hers there, by what the till itself knew of her."""
    _glance(unit, member_id, OPENED, by, at_ms=at_ms, glance_id=fact_id)


def _glance(
    unit: Unit, member_id: str, what: str, by: Onlooker, *, at_ms: int, glance_id: str
) -> None:
    unit.insert(
        data_glance,
        id=glance_id,
        tenant_id=unit.tenant.id,
        member_id=member_id,
        at_ms=at_ms,
        staff_id=by.staff_id,
        who=by.who,
        terminal_id=by.terminal_id,
        what=what,
    )


def note_opened(unit: Unit, member_id: str, what: str, by: Onlooker) -> None:
    """One who was looked at by herself, masked."""
    note_access(
        unit,
        member_id,
        what,
        who=by.who,
        staff_id=by.staff_id,
        terminal_id=by.terminal_id,
    )


def note_access(
    unit: Unit,
    member_id: str,
    what: str,
    *,
    who: str,
    staff_id: str = "",
    terminal_id: str | None = None,
    why: str = "service",
    at_ms: int | None = None,
    access_id: str = "",
) -> None:
    """`what` and `why` are words of a list: free text could name somebody. `at_ms` and `access_id`
    where a till tells later what was shown there.
    """
    unit.insert(
        data_access,
        id=access_id or unit.ids.new(),
        tenant_id=unit.tenant.id,
        member_id=member_id,
        at_ms=unit.now_ms if at_ms is None else at_ms,
        staff_id=staff_id,
        who=who,
        terminal_id=terminal_id,
        what=what,
        why=why,
    )
