"""What waits for a person: open cases, facts in quarantine, dead letters, and one of them whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from posapp.central.quarantine import find_held, waiting
from posapp.central.report_shapes import (
    CaseShown,
    CasesReport,
    DeadLetterShown,
    HeldShown,
    LetterShown,
    QuarantinedShown,
)
from posapp.central.tables.inbox import case, dead_letter
from posapp.central.tables.recovery import operator_act
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire.case_work import ActShown

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MOST: Final = 500


def cases_report(connection: Connection, tenant_id: str, request_id: str) -> CasesReport:
    """Of one tenant. Reading changes nothing: a case is closed by an audited act only."""
    codes = _terminal_codes(connection, tenant_id)
    cases = connection.execute(
        select(case)
        .where(case.c.tenant_id == tenant_id, case.c.closed == 0)
        .order_by(case.c.at_ms, case.c.id)
        .limit(_MOST)
    )
    letters = connection.execute(
        select(dead_letter)
        .where(dead_letter.c.tenant_id == tenant_id)
        .order_by(dead_letter.c.received_ms, dead_letter.c.id)
        .limit(_MOST)
    )
    quarantined = _quarantined(connection, tenant_id, codes)
    return CasesReport(
        request_id=request_id,
        cases=tuple(
            CaseShown(
                id=row.id,
                kind=row.kind,
                terminal=codes.get(row.terminal_id, ""),
                event_id=row.event_id or "",
                at_ms=row.at_ms,
                detail=json.loads(row.detail),
            )
            for row in cases
        ),
        quarantined=quarantined,
        dead_letters=tuple(
            DeadLetterShown(
                id=row.id,
                terminal=codes.get(row.terminal_id, ""),
                size=len(row.body),
                received_ms=row.received_ms,
            )
            for row in letters
        ),
        oldest_ms=min((each.received_ms for each in quarantined), default=0),
    )


def held_report(
    connection: Connection, tenant_id: str, event_id: str, request_id: str
) -> HeldShown:
    """One fact of the quarantine with its raw body. Raises Refused("quarantine.unknown")."""
    held = find_held(connection, tenant_id, event_id)
    return HeldShown(
        request_id=request_id,
        event_id=event_id,
        terminal=_terminal_codes(connection, tenant_id).get(held.terminal_id, ""),
        incarnation=held.incarnation,
        seq=held.item.seq,
        kind=held.item.kind,
        code=held.code,
        received_ms=held.received_ms,
        body=held.item.body,
        acts=acts_about(connection, tenant_id, event_id),
    )


def letter_report(
    connection: Connection, tenant_id: str, letter_id: str, request_id: str
) -> LetterShown:
    """Raises Refused("quarantine.unknown")."""
    row = connection.execute(
        select(dead_letter).where(
            dead_letter.c.tenant_id == tenant_id, dead_letter.c.id == letter_id
        )
    ).first()
    if row is None:
        raise Refused("quarantine.unknown")
    return LetterShown(
        request_id=request_id,
        id=letter_id,
        terminal=_terminal_codes(connection, tenant_id).get(row.terminal_id, ""),
        received_ms=row.received_ms,
        body=bytes(row.body).decode(errors="backslashreplace"),
    )


def acts_about(connection: Connection, tenant_id: str, subject_id: str) -> tuple[ActShown, ...]:
    """What operators did about one thing, oldest first."""
    rows = connection.execute(
        select(operator_act)
        .where(operator_act.c.tenant_id == tenant_id, operator_act.c.subject_id == subject_id)
        .order_by(operator_act.c.id)
    )
    return tuple(
        ActShown(
            at_ms=row.at_ms,
            who=row.who,
            act=row.act,
            note=row.note,
            terminal=str(json.loads(row.detail).get("terminal", "")),
        )
        for row in rows
    )


def _quarantined(
    connection: Connection, tenant_id: str, codes: dict[str, str]
) -> tuple[QuarantinedShown, ...]:
    rows: list[Any] = []
    for query in waiting(tenant_id):
        rows += connection.execute(query.limit(_MOST))
    rows.sort(key=lambda row: (row.received_ms, row.event_id))
    return tuple(
        QuarantinedShown(
            event_id=row.event_id,
            terminal=codes.get(row.terminal_id, ""),
            kind=row.kind,
            code=row.code or "sync.fork",
            received_ms=row.received_ms,
        )
        for row in rows[:_MOST]
    )


def _terminal_codes(connection: Connection, tenant_id: str) -> dict[str, str]:
    found = connection.execute(
        select(terminal.c.id, terminal.c.code).where(terminal.c.tenant_id == tenant_id)
    )
    return {row.id: row.code for row in found}
