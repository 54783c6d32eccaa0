"""What waits for a person: open cases, and facts in quarantine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.report_shapes import CaseShown, CasesReport, QuarantinedShown
from posapp.central.tables.inbox import case, inbox
from posapp.central.tables.shops import terminal
from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MOST: Final = 500


def cases_report(connection: Connection, tenant_id: str, request_id: str) -> CasesReport:
    """Of one tenant. Reading changes nothing: a case is closed by an audited act only."""
    cases = connection.execute(
        select(case, terminal.c.code)
        .outerjoin(terminal, terminal.c.id == case.c.terminal_id)
        .where(case.c.tenant_id == tenant_id, case.c.closed == 0)
        .order_by(case.c.at_ms, case.c.id)
        .limit(_MOST)
    )
    waiting = connection.execute(
        select(inbox, terminal.c.code.label("terminal"))
        .join(terminal, terminal.c.id == inbox.c.terminal_id)
        .where(inbox.c.tenant_id == tenant_id, inbox.c.outcome == ItemOutcome.QUARANTINED.value)
        .order_by(inbox.c.pos)
        .limit(_MOST)
    )
    return CasesReport(
        request_id=request_id,
        cases=tuple(
            CaseShown(
                id=row.id,
                kind=row.kind,
                terminal=row.code or "",
                event_id=row.event_id or "",
                at_ms=row.at_ms,
                detail=json.loads(row.detail),
            )
            for row in cases
        ),
        quarantined=tuple(
            QuarantinedShown(
                event_id=row.event_id,
                terminal=row.terminal,
                kind=row.kind,
                code=row.code,
                received_ms=row.received_ms,
            )
            for row in waiting
        ),
    )
