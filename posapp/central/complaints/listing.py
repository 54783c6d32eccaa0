"""What waits at the service centre, the most urgent first; one complaint whole; counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, select, tuple_
from sqlalchemy import case as when

from posapp.central.service_desk.access_log import COMPLAINT, note_access
from posapp.central.service_desk.sealed import keys_of, unseal
from posapp.central.tables.members import member
from posapp.central.tables.redress import compensation, complaint, complaint_step
from posapp.central.tables.shops import shop
from posapp.domain.complaints import ComplaintState
from posapp.errors import Refused
from posapp.wire.complaints import (
    MOST_COMPLAINTS,
    ComplaintRow,
    ComplaintsAsked,
    ComplaintShelf,
    ComplaintsListed,
    ComplaintStepTold,
    ComplaintTold,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from posapp.central.service_desk.hands import Clerk
    from posapp.central.unit import Unit

_LONGEST_ID: Final = 36
_LATEST: Final = 2**62


def listed(
    connection: Connection, tenant_id: str, asked: ComplaintsAsked, now_ms: int, request_id: str
) -> ComplaintsListed:
    """A page. Raises Refused("wire.not_understood") for a place that is none."""
    most = max(1, min(asked.limit, MOST_COMPLAINTS))
    query = _shelf(asked, now_ms).where(complaint.c.tenant_id == tenant_id).limit(most + 1)
    rows = connection.execute(query).all()
    waiting, late = _counted(connection, tenant_id, now_ms)
    shown = rows[:most]
    order = "closed_ms" if asked.shelf is ComplaintShelf.CLOSED else "due_ms"
    last = f"{getattr(shown[-1], order)}.{shown[-1].id}" if len(rows) > most else ""
    return ComplaintsListed(
        request_id=request_id,
        rows=tuple(_row(row, now_ms) for row in shown),
        waiting=waiting,
        late=late,
        next=last,
    )


def told(
    unit: Unit, clerk: Clerk, terminal_id: str, complaint_id: str, request_id: str
) -> ComplaintTold:
    """One whole; about a member, that it was read is in the log of who saw her data.

    Raises Refused("complaint.unknown").
    """
    query = _rows().where(complaint.c.id == complaint_id, complaint.c.tenant_id == unit.tenant.id)
    row = unit.connection.execute(query).first()
    if row is None:
        raise Refused("complaint.unknown")
    known = unit.member(row.member_id)
    if known is not None:
        note_access(
            unit,
            known,
            COMPLAINT,
            who=clerk.shown,
            staff_id=clerk.staff.id,
            terminal_id=terminal_id,
            why="complaint",
        )
    key = keys_of(unit.connection, unit.keys, [row.subject_id]).get(row.subject_id)
    steps = unit.connection.execute(
        select(complaint_step)
        .where(complaint_step.c.complaint_id == row.id)
        .order_by(complaint_step.c.at_ms, complaint_step.c.id)
    )
    return ComplaintTold(
        request_id=request_id,
        row=_row(row, unit.now_ms),
        steps=tuple(
            ComplaintStepTold(
                step=each.step,
                at_ms=each.at_ms,
                who=each.who,
                outcome=each.outcome,
                words=unseal(each.sealed, key, each.id).note,
            )
            for each in steps
        ),
    )


def counts(
    connection: Connection, tenant_id: str, since_ms: int, until_ms: int, now_ms: int
) -> list[dict[str, Any]]:
    """By category of those that were opened in this time: how many, how many wait, how many were
    answered too late or are, and what was given for them.
    """
    late = func.coalesce(complaint.c.answered_ms, now_ms) > complaint.c.due_ms
    given = (
        select(func.coalesce(func.sum(compensation.c.worth), 0))
        .where(compensation.c.complaint_id == complaint.c.id, compensation.c.ended != "reversed")
        .correlate(complaint)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            complaint.c.about,
            func.count().label("opened"),
            func.sum(when((complaint.c.closed_ms.is_(None), 1), else_=0)).label("waiting"),
            func.sum(when((late, 1), else_=0)).label("late"),
            func.sum(given).label("given"),
        )
        .where(
            complaint.c.tenant_id == tenant_id,
            complaint.c.opened_ms >= since_ms,
            complaint.c.opened_ms < until_ms,
        )
        .group_by(complaint.c.about)
    )
    return [
        {
            "about": row.about,
            "opened": row.opened,
            "waiting": int(row.waiting),
            "late": int(row.late),
            "given": int(row.given),
        }
        for row in sorted(rows, key=lambda each: (-each.opened, each.about))
    ]


def _rows() -> Select[Any]:
    return (
        select(complaint, shop.c.name.label("shop"), member.c.number)
        .join(shop, shop.c.id == complaint.c.shop_id)
        .outerjoin(member, member.c.id == complaint.c.member_id)
    )


def _shelf(asked: ComplaintsAsked, now_ms: int) -> Select[Any]:
    at_ms, row_id = _place(asked.after)
    column = complaint.c
    if asked.shelf is ComplaintShelf.CLOSED:
        query = _rows().where(column.closed_ms.is_not(None))
        if asked.after:
            query = query.where(tuple_(column.closed_ms, column.id) < (at_ms, row_id))
        return query.order_by(column.closed_ms.desc(), column.id.desc())
    query = _rows().where(column.closed_ms.is_(None))
    if asked.shelf is ComplaintShelf.OVERDUE:
        query = query.where(_is_late(now_ms))
    if asked.after:
        query = query.where(tuple_(column.due_ms, column.id) > (at_ms, row_id))
    return query.order_by(column.due_ms, column.id)


def _is_late(now_ms: int) -> Any:
    return and_(complaint.c.due_ms < now_ms, complaint.c.state == ComplaintState.OPEN.value)


def _counted(connection: Connection, tenant_id: str, now_ms: int) -> tuple[int, int]:
    row = connection.execute(
        select(func.count(), func.coalesce(func.sum(when((_is_late(now_ms), 1), else_=0)), 0))
        .where(complaint.c.tenant_id == tenant_id, complaint.c.closed_ms.is_(None))
        .select_from(complaint)
    ).one()
    return int(row[0]), int(row[1])


def _place(after: str) -> tuple[int, str]:
    if not after:
        return 0, ""
    at, dot, row_id = after.partition(".")
    is_number = at.isascii() and at.isdigit() and len(at) <= len(str(_LATEST))
    if not (dot and is_number and 0 < len(row_id) <= _LONGEST_ID and row_id.isprintable()):
        raise Refused("wire.not_understood", reason="after")
    return min(int(at), _LATEST), row_id


def _row(row: Any, now_ms: int) -> ComplaintRow:
    is_open = row.state == ComplaintState.OPEN.value
    return ComplaintRow(
        id=row.id,
        about=row.about,
        way=row.way,
        state=row.state,
        opened_ms=row.opened_ms,
        due_ms=row.due_ms,
        is_late=is_open and row.due_ms < now_ms,
        owner=row.owner,
        shop=row.shop,
        member_id=row.member_id or "",
        number=row.number or "",
    )
