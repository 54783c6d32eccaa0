"""What an operator asks about complaints."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from posapp.central.commands import central_of
from posapp.central.complaints.listing import counts
from posapp.central.seeding import only_tenant
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from posapp.central.commands import Answer

_EVER: Final = 2**53
_WHOLE: Final = 1_000


def report(data: Path, *, since: str, until: str) -> Answer:
    """By category, the most frequent first, of the days from `since` up to and with `until`; the
    share in tenths of a percent.

    Raises Refused("complaint.day_not_valid", day).
    """
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        begin = _begin(since, tenant.zone, 0) if since else 0
        end = _begin(until, tenant.zone, 1) if until else _EVER
        with central.database.read() as connection:
            rows = counts(connection, tenant.id, begin, end, central.clock.wall_ms())
    finally:
        central.database.close()
    total = sum(row["opened"] for row in rows)
    return {
        "total": total,
        "waiting": sum(row["waiting"] for row in rows),
        "late": sum(row["late"] for row in rows),
        "by_category": [
            {**row, "share": (row["opened"] * _WHOLE + total // 2) // total} for row in rows
        ],
    }


def _begin(text: str, zone: ZoneInfo, days: int) -> int:
    try:
        day = date.fromisoformat(text) + timedelta(days=days)
    except (ValueError, OverflowError) as error:
        raise Refused("complaint.day_not_valid", day=text[:20]) from error
    local = datetime(day.year, day.month, day.day, tzinfo=zone)
    return int(local.astimezone(UTC).timestamp()) * 1000
