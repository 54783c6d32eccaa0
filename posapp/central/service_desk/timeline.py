"""One list of everything that happened to a member, newest first, a page at a time.

Each source is asked for no more rows than a page has, by an index in the order of the page; so a
page costs the same whether ten things or ten thousand happened.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from posapp.central.ledger import BONUS, GROWTH, POINTS, POINTS_DEBT, SV_AVAILABLE, SV_HELD
from posapp.central.members import all_ids_of
from posapp.central.service_desk.sealed import keys_of, unseal
from posapp.central.service_desk.sources import (
    ACCESS,
    COMPENSATION,
    CONSENT,
    CORRECTION,
    DECLINED,
    FAMILY,
    REQUEST,
    RULE_TAG,
    SOURCES,
)
from posapp.central.tables.inbox import case
from posapp.central.tables.ledger import account, entry, posting
from posapp.central.tables.members import coupon_use
from posapp.central.tables.sales import refund, sale, top_up
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire.service_desk import MOST_HAPPENED, Happened, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.central.view import View

_NEWEST: Final = (2**62, "~")
_LONGEST_ID: Final = 36
_REVERSIBLE: Final = (CORRECTION, COMPENSATION)
_FIELD: Final = {
    SV_AVAILABLE: "principal",
    SV_HELD: "held",
    BONUS: "bonus",
    POINTS: "points",
    POINTS_DEBT: "points",
    GROWTH: "growth",
}
_SAID: Final = {
    CONSENT: ("purpose", "given", "channel", "policy_version"),
    FAMILY: ("act", "reason"),
    REQUEST: ("what",),
    RULE_TAG: ("tag", "put"),
}
"""Columns of a row that are told as they stand."""
_ACCOUNTS: Final = select(account.c.id, account.c.kind).where(
    account.c.member_id.in_(bindparam("owners", expanding=True))
)
_ENTRIES: Final = select(entry.c.posting_id, entry.c.account_id, entry.c.amount).where(
    entry.c.posting_id.in_(bindparam("ids", expanding=True))
)
"""Without her accounts beside it: by them a file would read every entry that she ever had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    rows: tuple[Happened, ...]
    next: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the rows of one page name, read in one go a kind."""

    moved: dict[str, dict[str, int]]
    papers: dict[str, Any]
    coupons: dict[str, list[str]]
    cases: dict[str, list[str]]
    reversed: frozenset[str]
    terminals: dict[str, str]
    keys: dict[str, bytes]


def timeline(view: View, member_id: str, *, shelf: Shelf, after: str, limit: int) -> Page:
    """A page after a place; `member_id` is the member herself, no alias.

    What happened under ids that became hers is in it. Raises Refused("wire.not_understood") for a
    place that is none.
    """
    before_ms, before_id = _read_place(after)
    most = max(1, min(limit, MOST_HAPPENED))
    owners = all_ids_of(view.connection, view.tenant.id, member_id)
    asked = {"before_ms": before_ms, "before_id": before_id, "most": most + 1}
    found: list[Any] = []
    for source in SOURCES:
        if shelf in source.shelves:
            for owner in owners:
                found += view.connection.execute(source.statement, {**asked, "owner": owner})
    found.sort(key=_place_of, reverse=True)
    rows = found[:most]
    known = _know(view, rows, owners)
    more = len(found) > most
    return Page(
        rows=tuple(_happened(row, known) for row in rows),
        next=_write_place(rows[-1]) if more else "",
    )


def _place_of(row: Any) -> tuple[int, str]:
    return (row.at_ms, row.id)


def _write_place(row: Any) -> str:
    return f"{row.at_ms}.{row.id}"


def _read_place(after: str) -> tuple[int, str]:
    if not after:
        return _NEWEST
    at, dot, row_id = after.partition(".")
    is_number = at.isascii() and at.isdigit() and len(at) <= len(str(_NEWEST[0]))
    if not (dot and is_number and 0 < len(row_id) <= _LONGEST_ID and row_id.isprintable()):
        raise Refused("wire.not_understood", reason="after")
    return min(int(at), _NEWEST[0]), row_id


def _know(view: View, rows: Sequence[Any], owners: Sequence[str]) -> _Known:
    ids = [row.id for row in rows]
    sources = [row.source_id for row in rows if "source_id" in row._fields]
    subjects = {row.subject_id for row in rows if "subject_id" in row._fields and row.sealed}
    named = {row.terminal_id for row in rows if "terminal_id" in row._fields} - {None}
    corrected = [row.id for row in rows if row.kind in _REVERSIBLE]
    return _Known(
        moved=_moved(view, ids, owners),
        papers=_papers(view, sources),
        coupons=_coupons(view, sources),
        cases=_cases(view, ids),
        reversed=_reversed(view, corrected),
        terminals=_terminals(view, named),
        keys=keys_of(view.connection, view.keys, subjects) if subjects else {},
    )


def _moved(view: View, ids: Sequence[str], owners: Sequence[str]) -> dict[str, dict[str, int]]:
    moved: dict[str, dict[str, int]] = {}
    if not ids:
        return moved
    rows = view.connection.execute(_ACCOUNTS, {"owners": list(owners)})
    fields = {row.id: _FIELD[row.kind] for row in rows if row.kind in _FIELD}
    for row in view.connection.execute(_ENTRIES, {"ids": ids}):
        field = fields.get(row.account_id)
        if field is not None:
            of_posting = moved.setdefault(row.posting_id, {})
            of_posting[field] = of_posting.get(field, 0) + row.amount
    return moved


def _papers(view: View, sources: Sequence[str]) -> dict[str, Any]:
    """Sales, returns and top-ups by their ids."""
    if not sources:
        return {}
    queries = (
        select(sale.c.id, sale.c.receipt_number, sale.c.net.label("amount"), sale.c.staff_name),
        select(refund.c.id, refund.c.receipt_number, (-refund.c.net).label("amount")),
        select(top_up.c.id, top_up.c.receipt_number, top_up.c.principal.label("amount")),
    )
    tables = (sale, refund, top_up)
    return {
        row.id: row
        for query, table in zip(queries, tables, strict=True)
        for row in view.connection.execute(query.where(table.c.id.in_(sources)))
    }


def _coupons(view: View, sources: Sequence[str]) -> dict[str, list[str]]:
    used: dict[str, list[str]] = {}
    if sources:
        query = select(coupon_use.c.sale_id, coupon_use.c.code).where(
            coupon_use.c.sale_id.in_(sources), coupon_use.c.tenant_id == view.tenant.id
        )
        for row in view.connection.execute(query.order_by(coupon_use.c.code)):
            used.setdefault(row.sale_id, []).append(row.code)
    return used


def _cases(view: View, ids: Sequence[str]) -> dict[str, list[str]]:
    opened: dict[str, list[str]] = {}
    if ids:
        query = select(case.c.event_id, case.c.kind).where(
            case.c.event_id.in_(ids), case.c.tenant_id == view.tenant.id
        )
        for row in view.connection.execute(query.order_by(case.c.at_ms, case.c.id)):
            opened.setdefault(row.event_id, []).append(row.kind)
    return opened


def _reversed(view: View, ids: Sequence[str]) -> frozenset[str]:
    """Those of these postings by hand that another one took back."""
    if not ids:
        return frozenset()
    query = select(posting.c.source_id).where(
        posting.c.source_id.in_(ids), posting.c.reverses_id.in_(ids)
    )
    return frozenset(view.connection.execute(query).scalars())


def _terminals(view: View, ids: Iterable[str]) -> dict[str, str]:
    wanted = sorted(ids)
    if not wanted:
        return {}
    query = select(terminal.c.id, terminal.c.code).where(
        terminal.c.id.in_(wanted), terminal.c.tenant_id == view.tenant.id
    )
    return {row.id: row.code for row in view.connection.execute(query)}


def _happened(row: Any, known: _Known) -> Happened:
    fields: dict[str, Any] = {"id": row.id, "at_ms": row.at_ms, "kind": row.kind}
    if "terminal_id" in row._fields:
        fields["terminal"] = known.terminals.get(row.terminal_id, "")
    fields["cases"] = tuple(known.cases.get(row.id, ()))
    fields.update(known.moved.get(row.id, {}))
    match row.kind:
        case _ if row.kind == ACCESS:
            fields.update(who=row.who, detail={"what": row.what, "why": row.why})
        case _ if row.kind == DECLINED:
            detail = {"reason": row.reason, "ledger": row.ledger, "wanted": row.amount}
            fields["detail"] = detail
        case _ if row.kind in _SAID:
            columns = _SAID[row.kind]
            fields.update(who=getattr(row, "staff_name", ""))
            fields["detail"] = {name: getattr(row, name) for name in columns}
        case _ if "source_id" in row._fields:
            fields.update(_of_paper(row, known))
        case _ if "sealed" in row._fields:
            fields.update(_of_event(row, known))
    return Happened(**fields)


def _of_paper(row: Any, known: _Known) -> dict[str, Any]:
    paper = known.papers.get(row.source_id)
    if paper is None:
        return {}
    return {
        "receipt": paper.receipt_number,
        "amount": paper.amount,
        "who": getattr(paper, "staff_name", ""),
        "coupons": tuple(known.coupons.get(row.source_id, ())),
    }


def _of_event(row: Any, known: _Known) -> dict[str, Any]:
    detail = json.loads(row.detail)
    can_reverse = row.kind in _REVERSIBLE and "reverses" not in detail
    return {
        "who": row.who,
        "approved_by": row.approved_by,
        "detail": detail,
        "note": unseal(row.sealed, known.keys.get(row.subject_id), row.id).note,
        "can_reverse": can_reverse and row.id not in known.reversed,
    }
