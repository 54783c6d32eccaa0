"""How far each may go: at once, in a day, and for one member in a year; by what it is worth."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from posapp.central.members import all_ids_of
from posapp.central.phone_turns import take_turn
from posapp.central.tables.redress import compensation
from posapp.domain.allowances import Act

if TYPE_CHECKING:
    from datetime import tzinfo

    from sqlalchemy import ColumnElement

    from posapp.central.service_desk.acts import Work

_TURN: Final = "compensation"


def check_limits(work: Work, size: int) -> bool:
    """Whether it stands on the second person. What was taken back counts no more.

    Raises Refused("service.needs_manager", "approval.not_allowed", "approval.above_limit").
    """
    unit, clerk = work.unit, work.hand.clerk.staff.id
    # Her own turn: two of hers at once would each find room for one.
    take_turn(unit, unit.keys.blind(unit.tenant.id, _TURN, clerk))
    day, year = _day_and_year(unit.now_ms, unit.tenant.zone)
    column = compensation.c
    of_day = _given(work, column.staff_id == clerk, column.at_ms >= day)
    hers = all_ids_of(work.view.connection, work.view.tenant.id, work.member_id)
    of_year = _given(work, column.member_id.in_(hers), column.at_ms >= year)
    sizes = {
        Act.COMPENSATE: size,
        Act.COMPENSATE_DAY: of_day + size,
        Act.COMPENSATE_YEAR: of_year + size,
    }
    needed = [work.hand.check(unit, act, total) for act, total in sizes.items()]
    return any(needed)


def _given(work: Work, *which: ColumnElement[bool]) -> int:
    total = select(func.coalesce(func.sum(compensation.c.worth), 0)).where(
        compensation.c.tenant_id == work.unit.tenant.id,
        compensation.c.ended != "reversed",
        *which,
    )
    return int(work.unit.connection.execute(total).scalar_one())


def _day_and_year(now_ms: int, zone: tzinfo) -> tuple[int, int]:
    """When the shop's day and year began."""
    local = datetime.fromtimestamp(now_ms // 1000, UTC).astimezone(zone)
    day = datetime(local.year, local.month, local.day, tzinfo=zone)
    year = datetime(local.year, 1, 1, tzinfo=zone)
    return int(day.timestamp()) * 1000, int(year.timestamp()) * 1000
