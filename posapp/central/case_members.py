"""Whom a case is about, and what she asked for on her page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from msgspec import structs
from sqlalchemy import select

from posapp.central.member_page.asking import asking_of
from posapp.central.portable import beside
from posapp.central.service_desk.access_log import REQUEST, note_access
from posapp.central.tables.inbox import case
from posapp.central.tables.members import member

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.case_rights import Worker
    from posapp.central.unit import Unit
    from posapp.wire.case_work import CasesListed, CaseTold

_NAMES: Final = ("member", "into")
"""Of a case's detail: what names a member, by id or by number."""


def with_numbers(unit: Unit, listed: CasesListed) -> CasesListed:
    """Each row with the number of whom it is about."""
    ids = [row.case_id for row in listed.rows if row.kind.startswith("member.")]
    if not ids:
        return listed
    found = unit.connection.execute(select(case.c.id, case.c.detail).where(case.c.id.in_(ids)))
    named = {row.id: str(json.loads(row.detail).get("member", "")) for row in found}
    known = _members(unit, set(named.values()))
    rows = tuple(
        structs.replace(row, member=known[named[row.case_id]][1])
        if named.get(row.case_id) in known
        else row
        for row in listed.rows
    )
    return structs.replace(listed, rows=rows)


def with_member(unit: Unit, caller: Caller, who: Worker, told: CaseTold) -> CaseTold:
    """The case with whose file it is about; that her words were read is written down."""
    known = _members(unit, {str(told.detail.get(name, "")) for name in _NAMES})
    detail = {
        name: known[str(value)][1] if name in _NAMES and str(value) in known else value
        for name, value in told.detail.items()
    }
    member_id, _ = known.get(str(told.detail.get("member", "")), ("", ""))
    told = structs.replace(told, detail=detail, member_id=member_id)
    if not told.case_id:
        return told
    asked = asking_of(unit.connection, unit.keys, unit.tenant.id, told.case_id)
    if asked is None:
        return told
    if asked.words:
        note_access(
            unit,
            member_id or asked.member_id,
            REQUEST,
            who=f"{who.name} ({who.number})",
            staff_id=who.id,
            terminal_id=caller.terminal_id,
        )
    return structs.replace(told, asked=True, words=asked.words)


def _members(unit: Unit, names: set[str]) -> dict[str, tuple[str, str]]:
    """Id and number by what names her; nobody's are left out."""
    means = {name: unit.member(name) or name for name in names if name}
    wanted, whose = sorted(means.values()), select(member.c.id, member.c.number)
    # Two questions: of one with `or`, no index serves both halves and everybody would be read.
    by_id = whose.where(beside(member.c.tenant_id) == unit.tenant.id, member.c.id.in_(wanted))
    by_number = whose.where(member.c.tenant_id == unit.tenant.id, member.c.number.in_(wanted))
    rows = [row for query in (by_id, by_number) for row in unit.connection.execute(query)]
    found = {row.id: row for row in rows} | {row.number: row for row in rows}
    return {
        name: (found[meant].id, found[meant].number)
        for name, meant in means.items()
        if meant in found
    }
