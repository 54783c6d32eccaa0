"""One Z as its till wrote it, with the rows of its paper and what central counted from facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from posapp.central.gateway.bill_book import bills_of_day
from posapp.central.report_acquirers import acquirers_of
from posapp.central.report_shapes import ZShown
from posapp.central.report_totals import member_totals
from posapp.central.tables.sales import refund, sale, shift
from posapp.central.tables.shops import terminal
from posapp.domain.shift import ZReport, z_digest
from posapp.domain.z_content import ZPaper, local_text, z_blocks
from posapp.errors import Refused
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from posapp.wire.member_totals import MemberTotals


def z_shown(connection: Connection, tenant_id: str, shift_id: str, request_id: str) -> ZShown:
    """Raises Refused("report.no_such_z") for an open or unknown shift, or of another."""
    row = connection.execute(
        select(shift.c.id, shift.c.z_body, shift.c.terminal_id, terminal.c.code)
        .join(terminal, terminal.c.id == shift.c.terminal_id)
        .where(shift.c.id == shift_id, shift.c.tenant_id == tenant_id)
    ).one_or_none()
    if row is None or not row.z_body:
        raise Refused("report.no_such_z")
    z = decode(row.z_body.encode(), ZReport)
    sales, sold = _counted(connection, sale, tenant_id, shift_id)
    _, returned = _counted(connection, refund, tenant_id, shift_id)
    after_ms = _close_before(connection, tenant_id, row.terminal_id, z)
    members = member_totals(connection, tenant_id, after_ms, z.closed_ms, request_id)
    return ZShown(
        request_id=request_id,
        id=row.id,
        terminal=row.code,
        z=z,
        rows=z_blocks(filled(z, members), paper_of(z)),
        holds=z_digest(z) == z.digest,
        central_sales=sales,
        central_net=sold - returned,
        acquirers=acquirers_of(connection, tenant_id, row.terminal_id, z),
        bills=bills_of_day(connection, tenant_id, z.business_date),
        members=members,
    )


def filled(z: ZReport, members: MemberTotals) -> ZReport:
    """The same with what only central knows, where its till could not ask; for its rows alone."""
    if z.central is None or z.central.known:
        return z
    return replace(z, central=members.figures)


def _close_before(connection: Connection, tenant_id: str, terminal_id: str, z: ZReport) -> int:
    """When the till's Z before this one was closed; its first begins where its shift was opened."""
    before = connection.execute(
        select(shift.c.closed_ms).where(
            shift.c.tenant_id == tenant_id,
            shift.c.terminal_id == terminal_id,
            shift.c.z_number == z.number - 1,
        )
    ).scalar()
    return z.opened_ms if before is None else int(before)


def paper_of(z: ZReport) -> ZPaper:
    """Times and version as the heading of the Z has them; one of the first release has none."""
    heading = z.heading
    offset = 0 if heading is None else heading.utc_offset_min
    return ZPaper(
        opened=local_text(z.opened_ms, offset),
        closed=local_text(z.closed_ms, offset),
        version="" if heading is None else heading.version,
    )


def _counted(
    connection: Connection, table: Table, tenant_id: str, shift_id: str
) -> tuple[int, int]:
    count, net = connection.execute(
        select(func.count(), func.coalesce(func.sum(table.c.net), 0)).where(
            table.c.tenant_id == tenant_id, table.c.shift_id == shift_id
        )
    ).one()
    return int(count), int(net)
