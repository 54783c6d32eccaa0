"""Whose data somebody saw, or a till showed, in a span of time: for a breach, for an audit."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select, union_all

from posapp.central.privacy.access_words import title, what_word
from posapp.central.service_desk.access_log import IN_PASSING, MASKED
from posapp.central.tables.members import member
from posapp.central.tables.service import data_access, data_glance
from posapp.central.tables.shops import staff, terminal
from posapp.errors import Refused
from posapp.sheets.cells import guarded

if TYPE_CHECKING:
    from sqlalchemy import Select, Table

    from posapp.central.view import View

COLUMNS: Final = ("number", "what", "who", "till", "times", "first", "last", "masked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """`who` is a staff number, `till` a code; empty for everybody, every till."""

    since_ms: int
    until_ms: int
    who: str = ""
    till: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One member, one way of seeing her, one person at one till: how often, from when to when.
    `is_masked`: nothing of her was shown in full.
    """

    number: str
    what: str
    who: str
    till: str
    times: int
    first_ms: int
    last_ms: int
    is_masked: bool


def seen_members(view: View, span: Span) -> tuple[Seen, ...]:
    """By member number. Raises Refused("access.nobody_known", "access.till_unknown")."""
    staff_id = _staff_id(view, span.who) if span.who else ""
    terminal_id = _terminal_id(view, span.till) if span.till else ""
    looks = union_all(
        *(_looks(view, table, span, staff_id, terminal_id) for table in (data_access, data_glance))
    ).subquery()
    rows = view.connection.execute(
        select(
            member.c.number,
            looks.c.what,
            looks.c.who,
            func.coalesce(terminal.c.code, "").label("till"),
            func.count().label("times"),
            func.min(looks.c.at_ms).label("first_ms"),
            func.max(looks.c.at_ms).label("last_ms"),
        )
        .join(member, member.c.id == looks.c.member_id)
        .outerjoin(terminal, terminal.c.id == looks.c.terminal_id)
        .group_by(member.c.number, looks.c.what, looks.c.who, terminal.c.code)
        .order_by(member.c.number, looks.c.what, looks.c.who, terminal.c.code)
    )
    return tuple(
        Seen(
            number=row.number,
            what=row.what,
            who=row.who,
            till=row.till,
            times=row.times,
            first_ms=row.first_ms,
            last_ms=row.last_ms,
            is_masked=row.what in MASKED | IN_PASSING,
        )
        for row in rows
    )


def as_rows(view: View, seen: tuple[Seen, ...], language: str) -> list[dict[str, Any]]:
    """With the shop's own times, `what` in words."""
    return [
        {
            "number": each.number,
            "what": what_word(language, each.what),
            "who": each.who,
            "till": each.till,
            "times": each.times,
            "first": _moment(view, each.first_ms),
            "last": _moment(view, each.last_ms),
            "masked": each.is_masked,
        }
        for each in seen
    ]


def as_csv(rows: list[dict[str, Any]], language: str) -> str:
    """A table that a spreadsheet opens and works nothing out of."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow([title(language, column) for column in COLUMNS])
    for row in rows:
        writer.writerow([_cell(language, row[column]) for column in COLUMNS])
    return made.getvalue()


def _cell(language: str, value: Any) -> Any:
    if isinstance(value, bool):
        return title(language, "yes" if value else "no")
    return guarded(value) if isinstance(value, str) else value


def _looks(
    view: View, table: Table, span: Span, staff_id: str, terminal_id: str
) -> Select[tuple[Any, ...]]:
    query = select(
        table.c.member_id,
        table.c.at_ms,
        table.c.who,
        table.c.terminal_id,
        table.c.what,
    ).where(
        table.c.tenant_id == view.tenant.id,
        table.c.at_ms >= span.since_ms,
        table.c.at_ms < span.until_ms,
    )
    if staff_id:
        query = query.where(table.c.staff_id == staff_id)
    if terminal_id:
        query = query.where(table.c.terminal_id == terminal_id)
    return query


def _staff_id(view: View, number: str) -> str:
    """Somebody who left too: that is when it is asked."""
    query = select(staff.c.id).where(staff.c.tenant_id == view.tenant.id, staff.c.number == number)
    found: str | None = view.connection.execute(query).scalar()
    if found is None:
        raise Refused("access.nobody_known", number=number)
    return found


def _terminal_id(view: View, code: str) -> str:
    query = select(terminal.c.id).where(
        terminal.c.tenant_id == view.tenant.id, terminal.c.code == code
    )
    found: str | None = view.connection.execute(query).scalar()
    if found is None:
        raise Refused("access.till_unknown", code=code)
    return found


def _moment(view: View, at_ms: int) -> str:
    local = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(view.tenant.zone)
    return f"{local:%Y-%m-%d %H:%M}"
