"""Who looked at members' data, day by day, and what is unusual: figures, never a member."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.limits import DESK_FROM_HOUR, DESK_TO_HOUR, REVEALS_A_DAY, limit
from posapp.central.service_desk.access_log import FILE, MASKED, TIMELINE
from posapp.central.tables.service import data_access
from posapp.central.tables.shops import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from posapp.central.view import View

MANY: Final = "many"
OUT_OF_HOURS: Final = "out_of_hours"
ONE_PERSON: Final = "one_person"
ONE_PERSON_TIMES: Final = 10
MOST_ROWS: Final = 200_000
"""Nobody looks through more in one report; the newest count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One person's day: how often she opened files, saw something in full, of how many members.
    `unusual` are words of a list, empty on an ordinary day.
    """

    day: str
    who: str
    terminals: tuple[str, ...]
    files: int
    in_full: int
    members: int
    out_of_hours: int
    unusual: tuple[str, ...]


def looked(view: View, since_ms: int, until_ms: int) -> tuple[Looked, ...]:
    """Each person's days, those with something unusual first, then the newest."""
    rows = view.connection.execute(
        select(data_access, terminal.c.code)
        .outerjoin(terminal, terminal.c.id == data_access.c.terminal_id)
        .where(
            data_access.c.tenant_id == view.tenant.id,
            data_access.c.at_ms >= since_ms,
            data_access.c.at_ms < until_ms,
        )
        .order_by(data_access.c.at_ms.desc())
        .limit(MOST_ROWS)
    )
    days: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        days[_local(view, row.at_ms).date().isoformat(), row.who].append(row)
    rules = _Rules.of(view)
    found = [_day(view, rules, *key, each) for key, each in days.items()]
    found.sort(key=lambda each: (each.day, each.who), reverse=True)
    return tuple(sorted(found, key=lambda each: not each.unusual))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    most: int
    from_hour: int
    to_hour: int

    @classmethod
    def of(cls, view: View) -> _Rules:
        asked = (view.connection, view.tenant.id)
        return cls(
            most=limit(*asked, REVEALS_A_DAY),
            from_hour=limit(*asked, DESK_FROM_HOUR),
            to_hour=limit(*asked, DESK_TO_HOUR),
        )


def _day(view: View, rules: _Rules, day: str, who: str, rows: Iterable[Any]) -> Looked:
    rows = list(rows)
    in_full = [row for row in rows if row.what not in MASKED]
    hours = [_local(view, row.at_ms).hour for row in rows]
    late = sum(not rules.from_hour <= hour < rules.to_hour for hour in hours)
    most_of_one = max(Counter(row.member_id for row in in_full).values(), default=0)
    signs = (
        (MANY, len(in_full) > rules.most),
        (OUT_OF_HOURS, bool(late)),
        (ONE_PERSON, most_of_one >= ONE_PERSON_TIMES),
    )
    return Looked(
        day=day,
        who=who,
        terminals=tuple(sorted({row.code for row in rows if row.code})),
        files=sum(row.what in (FILE, TIMELINE) for row in rows),
        in_full=len(in_full),
        members=len({row.member_id for row in rows}),
        out_of_hours=late,
        unusual=tuple(word for word, is_so in signs if is_so),
    )


def _local(view: View, at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(view.tenant.zone)
