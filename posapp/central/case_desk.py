"""What waits for a person, page by page, and one thing whole: for a manager at a till."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, or_, select

from posapp.central.quarantine import find_held, waiting
from posapp.central.report_cases import acts_about
from posapp.central.tables.inbox import case, dead_letter, fork, inbox
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire.case_work import (
    MOST_ROWS,
    CaseAsked,
    CaseRow,
    CasesAsked,
    CasesListed,
    CaseTold,
    FactTold,
    Shelf,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row, Table

QUARANTINED: Final = "fact.quarantined"
_LETTER: Final = "sync.dead_letter"
_FORKED: Final = "sync.fork"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """Rows of `shelf` after a place, for the tills whose code begins with `terminal`."""

    tenant_id: str
    codes: dict[str, str]
    after_ms: int
    after_id: str
    limit: int

    def narrowed(self, query: Any, table: Table, at: str, key: str) -> Any:
        """The rows behind the place, one more than fit, in order."""
        return (
            self.fitting(query, table)
            .where(
                or_(
                    table.c[at] > self.after_ms,
                    and_(table.c[at] == self.after_ms, table.c[key] > self.after_id),
                )
            )
            .order_by(table.c[at], table.c[key])
            .limit(self.limit + 1)
        )

    def fitting(self, query: Any, table: Table) -> Any:
        return query.where(table.c.terminal_id.in_(self.codes)) if self.codes else query


def listed(
    connection: Connection, tenant_id: str, asked: CasesAsked, request_id: str
) -> CasesListed:
    """One page. Raises Refused("wire.not_understood") for a place that nobody gave out."""
    codes = _codes(connection, tenant_id)
    wanted = {key: code for key, code in codes.items() if code.startswith(asked.terminal)}
    if asked.terminal and not wanted:
        return CasesListed(request_id=request_id, rows=(), total=0, oldest_ms=0)
    after_ms, after_id = _place(asked.after)
    page = _Page(
        tenant_id=tenant_id,
        codes=wanted if asked.terminal else {},
        after_ms=after_ms,
        after_id=after_id,
        limit=max(1, min(asked.limit, MOST_ROWS)),
    )
    read = _open_cases if asked.shelf is Shelf.OPEN else _held_facts
    rows, total, oldest_ms = read(connection, page, codes)
    shown = rows[: page.limit]
    has_more = len(rows) > page.limit
    return CasesListed(
        request_id=request_id,
        rows=tuple(shown),
        total=total,
        oldest_ms=oldest_ms,
        next=_place_of(shown[-1], asked.shelf) if has_more else "",
    )


def told(connection: Connection, tenant_id: str, asked: CaseAsked, request_id: str) -> CaseTold:
    """One of them whole. Raises Refused("case.unknown")."""
    codes = _codes(connection, tenant_id)
    row = _case_row(connection, tenant_id, asked)
    event_id = asked.event_id if row is None else row.event_id or ""
    fact = _fact(connection, tenant_id, event_id, codes) if event_id else None
    if row is None and fact is None:
        raise Refused("case.unknown")
    acts = [*acts_about(connection, tenant_id, event_id)] if event_id else []
    if row is not None:
        acts += acts_about(connection, tenant_id, row.id)
    acts.sort(key=lambda act: act.at_ms)
    if row is None:
        assert fact is not None
        return CaseTold(
            request_id=request_id,
            kind=QUARANTINED,
            at_ms=fact.received_ms,
            terminal=fact.terminal,
            fact=fact,
            acts=tuple(acts),
        )
    return CaseTold(
        request_id=request_id,
        kind=row.kind,
        at_ms=row.at_ms,
        case_id="" if row.closed else row.id,
        terminal=codes.get(row.terminal_id, ""),
        detail=json.loads(row.detail),
        fact=fact,
        letter=_letter(connection, row) if row.kind == _LETTER else "",
        acts=tuple(acts),
    )


# Pages


def _open_cases(
    connection: Connection, page: _Page, codes: dict[str, str]
) -> tuple[list[CaseRow], int, int]:
    mine = (case.c.tenant_id == page.tenant_id, case.c.closed == 0)
    found = connection.execute(page.narrowed(select(case).where(*mine), case, "at_ms", "id")).all()
    kinds = _fact_kinds(connection, page.tenant_id, (row.event_id for row in found))
    sums = select(func.count(), func.min(case.c.at_ms)).select_from(case).where(*mine)
    total, oldest_ms = connection.execute(page.fitting(sums, case)).one()
    rows = [
        CaseRow(
            kind=row.kind,
            at_ms=row.at_ms,
            case_id=row.id,
            event_id=row.event_id or "",
            terminal=codes.get(row.terminal_id, ""),
            code=str(json.loads(row.detail).get("code", "")),
            fact_kind=kinds.get(row.event_id, ""),
        )
        for row in found
    ]
    return rows, total, oldest_ms or 0


def _held_facts(
    connection: Connection, page: _Page, codes: dict[str, str]
) -> tuple[list[CaseRow], int, int]:
    rows: list[CaseRow] = []
    total, oldest = 0, []
    for query, table in zip(waiting(page.tenant_id), (inbox, fork), strict=True):
        found = connection.execute(page.narrowed(query, table, "received_ms", "event_id"))
        rows += [
            CaseRow(
                kind=QUARANTINED,
                at_ms=row.received_ms,
                event_id=row.event_id,
                terminal=codes.get(row.terminal_id, ""),
                code=row.code or _FORKED,
                fact_kind=row.kind,
            )
            for row in found
        ]
        counted = page.fitting(query, table).with_only_columns(
            func.count(), func.min(table.c.received_ms)
        )
        count, first_ms = connection.execute(counted).one()
        total += count
        oldest += [first_ms] if count else []
    rows.sort(key=lambda row: (row.at_ms, row.event_id))
    return rows, total, min(oldest, default=0)


def _place(after: str) -> tuple[int, str]:
    if not after:
        return -1, ""
    at_ms, _, key = after.partition(".")
    if not (at_ms.isascii() and at_ms.isdigit() and len(at_ms) <= 16 and key):
        raise Refused("wire.not_understood", reason="after")
    return int(at_ms), key


def _place_of(row: CaseRow, shelf: Shelf) -> str:
    return f"{row.at_ms}.{row.case_id if shelf is Shelf.OPEN else row.event_id}"


# One thing whole


def _case_row(connection: Connection, tenant_id: str, asked: CaseAsked) -> Row[Any] | None:
    """The case that was named, or the open one about the fact that was named."""
    mine = select(case).where(case.c.tenant_id == tenant_id)
    if asked.case_id:
        named = connection.execute(mine.where(case.c.id == asked.case_id)).first()
        if named is None:
            raise Refused("case.unknown")
        return named
    about = mine.where(case.c.closed == 0, case.c.event_id == asked.event_id)
    return connection.execute(about.order_by(case.c.at_ms, case.c.id).limit(1)).first()


def _fact(
    connection: Connection, tenant_id: str, event_id: str, codes: dict[str, str]
) -> FactTold | None:
    """In quarantine, or applied long ago: a case may be about either."""
    try:
        held = find_held(connection, tenant_id, event_id)
    except Refused:
        return _applied(connection, tenant_id, event_id, codes)
    return FactTold(
        event_id=event_id,
        terminal=codes.get(held.terminal_id, ""),
        incarnation=held.incarnation,
        seq=held.item.seq,
        kind=held.item.kind,
        received_ms=held.received_ms,
        body=held.item.body,
        is_held=True,
        code=held.code,
    )


def _applied(
    connection: Connection, tenant_id: str, event_id: str, codes: dict[str, str]
) -> FactTold | None:
    row = connection.execute(
        select(inbox).where(inbox.c.tenant_id == tenant_id, inbox.c.event_id == event_id)
    ).first()
    if row is None:
        return None
    return FactTold(
        event_id=event_id,
        terminal=codes.get(row.terminal_id, ""),
        incarnation=row.incarnation,
        seq=row.seq,
        kind=row.kind,
        received_ms=row.received_ms,
        body=bytes(row.body).decode(errors="replace"),
        is_held=False,
    )


def _letter(connection: Connection, row: Row[Any]) -> str:
    """The bytes that the case was opened for: both were written in one transaction."""
    body = connection.execute(
        select(dead_letter.c.body)
        .where(
            dead_letter.c.tenant_id == row.tenant_id,
            dead_letter.c.terminal_id == row.terminal_id,
            dead_letter.c.received_ms == row.at_ms,
        )
        .limit(1)
    ).scalar()
    return "" if body is None else bytes(body).decode(errors="backslashreplace")


def _fact_kinds(
    connection: Connection, tenant_id: str, event_ids: Iterable[str | None]
) -> dict[str, str]:
    known = [event_id for event_id in event_ids if event_id]
    if not known:
        return {}
    found = connection.execute(
        select(inbox.c.event_id, inbox.c.kind).where(
            inbox.c.tenant_id == tenant_id, inbox.c.event_id.in_(known)
        )
    )
    return {row.event_id: row.kind for row in found}


def _codes(connection: Connection, tenant_id: str) -> dict[str, str]:
    found = connection.execute(
        select(terminal.c.id, terminal.c.code).where(terminal.c.tenant_id == tenant_id)
    )
    return {row.id: row.code for row in found}
