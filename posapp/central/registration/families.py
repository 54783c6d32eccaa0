"""Families: parents and children around one card; every coming and going is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

from posapp.central.members import load_members
from posapp.central.tables.registration import family, family_member, family_move
from posapp.errors import Refused
from posapp.wire.families import REASONS, FamilyAct, FamilyChange, FamilyMember, FamilyTold

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit
    from posapp.central.view import View

PARENT: Final = "parent"
CHILD: Final = "child"
MOST_IN_A_FAMILY: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who writes it down, and why."""

    staff_id: str
    staff_name: str
    terminal_id: str | None
    reason: str = ""


def add_child(unit: Unit, child_id: str, guardian_id: str, doer: Doer) -> None:
    """A child is registered into the family of her guardian, which begins if there is none."""
    home = _home_of(unit, guardian_id, doer)
    _enter(unit, home, child_id, CHILD, guardian_id)
    _note(unit, home, child_id, "join", doer)


def end_place(unit: Unit, member_id: str, doer: Doer) -> list[str]:
    """Her account is another person's from now on, who is in no family by that: whom she answered
    for has nobody, the card that others have is another parent's, or each child's own. Returns the
    children for whom nobody answers any more.
    """
    connection = unit.connection
    hers = family_member.c.guardian_id == member_id
    alone = sorted(connection.execute(select(family_member.c.member_id).where(hers)).scalars())
    connection.execute(update(family_member).where(hers).values(guardian_id=None))
    mine = _place_of(connection, member_id)
    if mine is None:
        return alone
    others = [row for row in _rows(connection, mine.family_id) if row.member_id != member_id]
    connection.execute(delete(family_member).where(family_member.c.member_id == member_id))
    _note(unit, mine.family_id, member_id, "leave", doer)
    if _holder(connection, mine.family_id) == member_id:
        _pass_on(unit, mine.family_id, others, doer)
    return alone


def _pass_on(unit: Unit, home: str, others: list[Any], doer: Doer) -> None:
    """To the parent who is there longest; children without one begin homes of their own."""
    parents = sorted((row for row in others if row.role != CHILD), key=lambda row: row.since_ms)
    if parents:
        heir = parents[0].member_id
        unit.connection.execute(update(family).where(family.c.id == home).values(holder_id=heir))
        _note(unit, home, heir, "hold", doer)
        return
    for row in others:
        own = unit.ids.new()
        place = {"id": own, "tenant_id": unit.tenant.id, "holder_id": row.member_id}
        unit.connection.execute(insert(family).values(**place, opened_ms=unit.now_ms))
        moved = update(family_member).where(family_member.c.member_id == row.member_id)
        unit.connection.execute(moved.values(family_id=own))
        _note(unit, own, row.member_id, "leave", doer)


def family_of(view: View, member_id: str, request_id: str) -> FamilyTold:
    """Everybody around one card."""
    mine = _place_of(view.connection, member_id)
    if mine is None:
        return FamilyTold(request_id=request_id)
    holder = _holder(view.connection, mine.family_id)
    rows = {row.member_id: row for row in _rows(view.connection, mine.family_id)}
    members = load_members(view, sorted(rows, key=lambda each: _rank(rows[each], holder)))
    return FamilyTold(
        request_id=request_id,
        holder_id=holder,
        members=tuple(
            FamilyMember(
                member=each,
                role=rows[each.id].role,
                since_ms=rows[each.id].since_ms,
                guardian_id=rows[each.id].guardian_id or "",
            )
            for each in members
        ),
    )


def change_family(unit: Unit, change: FamilyChange, doer: Doer) -> str:
    """Do it; returns the id of the member whose family is to be shown.

    Raises Refused: "family.needs_reason", "member.unknown", "family.none", "family.same",
    "family.full",
    "family.child_needs_guardian", "family.guardian_of_children", "family.holder_stays",
    "family.child_holds_nothing".
    """
    if change.reason not in REASONS:
        raise Refused("family.needs_reason")
    member_id = _known(unit, change.member_id)
    match change.act:
        case FamilyAct.JOIN:
            _join(unit, member_id, _known(unit, change.of_id), doer)
        case FamilyAct.LEAVE:
            _leave(unit, member_id, doer)
        case FamilyAct.HOLD:
            _hold(unit, member_id, doer)
    return member_id


def _join(unit: Unit, member_id: str, of_id: str, doer: Doer) -> None:
    mine = _place_of(unit.connection, member_id)
    theirs = _place_of(unit.connection, of_id)
    if member_id == of_id or (mine and theirs and mine.family_id == theirs.family_id):
        raise Refused("family.same")
    if theirs is not None and theirs.role == CHILD:
        raise Refused("family.child_holds_nothing")
    role = PARENT if mine is None else mine.role
    if mine is not None:
        _go(unit, mine, doer)
    home = _home_of(unit, of_id, doer)
    _enter(unit, home, member_id, role, of_id if role == CHILD else None)
    _note(unit, home, member_id, "join", doer)


def _leave(unit: Unit, member_id: str, doer: Doer) -> None:
    mine = _place_of(unit.connection, member_id)
    if mine is None:
        raise Refused("family.none")
    if mine.role == CHILD:
        raise Refused("family.child_needs_guardian")
    _go(unit, mine, doer)


def _hold(unit: Unit, member_id: str, doer: Doer) -> None:
    mine = _place_of(unit.connection, member_id)
    if mine is None:
        raise Refused("family.none")
    if mine.role == CHILD:
        raise Refused("family.child_holds_nothing")
    own = family.c.id == mine.family_id
    unit.connection.execute(update(family).where(own).values(holder_id=member_id))
    _note(unit, mine.family_id, member_id, "hold", doer)


def _go(unit: Unit, mine: Any, doer: Doer) -> None:
    """Out of the present family; whoever others depend on stays until somebody else is there."""
    connection = unit.connection
    others = [row for row in _rows(connection, mine.family_id) if row.member_id != mine.member_id]
    if any(row.guardian_id == mine.member_id for row in others):
        raise Refused("family.guardian_of_children")
    if others and _holder(connection, mine.family_id) == mine.member_id:
        raise Refused("family.holder_stays")
    own = family_member.c.member_id == mine.member_id
    connection.execute(delete(family_member).where(own))
    _note(unit, mine.family_id, mine.member_id, "leave", doer)


def _home_of(unit: Unit, member_id: str, doer: Doer) -> str:
    """The family of a member, begun with her alone where she has none."""
    mine = _place_of(unit.connection, member_id)
    if mine is not None:
        return str(mine.family_id)
    home = unit.ids.new()
    row = {"id": home, "tenant_id": unit.tenant.id, "holder_id": member_id}
    unit.connection.execute(insert(family).values(**row, opened_ms=unit.now_ms))
    _enter(unit, home, member_id, PARENT, None)
    _note(unit, home, member_id, "join", doer)
    return home


def _enter(unit: Unit, home: str, member_id: str, role: str, guardian_id: str | None) -> None:
    if len(_rows(unit.connection, home)) >= MOST_IN_A_FAMILY:
        raise Refused("family.full", most=MOST_IN_A_FAMILY)
    unit.connection.execute(
        insert(family_member).values(
            member_id=member_id,
            tenant_id=unit.tenant.id,
            family_id=home,
            role=role,
            guardian_id=guardian_id,
            since_ms=unit.now_ms,
        )
    )


def _note(unit: Unit, home: str, member_id: str, act: str, doer: Doer) -> None:
    unit.insert(
        family_move,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        family_id=home,
        member_id=member_id,
        act=act,
        reason=doer.reason,
        staff_id=doer.staff_id,
        staff_name=doer.staff_name,
        terminal_id=doer.terminal_id,
        at_ms=unit.now_ms,
    )


def _known(unit: Unit, member_id: str) -> str:
    found = unit.member(member_id)
    if found is None:
        raise Refused("member.unknown")
    return found


def _place_of(connection: Connection, member_id: str) -> Any:
    mine = select(family_member).where(family_member.c.member_id == member_id)
    return connection.execute(mine).first()


def _rows(connection: Connection, home: str) -> list[Any]:
    query = select(family_member).where(family_member.c.family_id == home)
    return list(connection.execute(query.order_by(family_member.c.member_id)))


def _holder(connection: Connection, home: str) -> str:
    return str(
        connection.execute(select(family.c.holder_id).where(family.c.id == home)).scalar_one()
    )


def _rank(row: Any, holder: str) -> tuple[bool, bool, str]:
    return row.member_id != holder, row.role == CHILD, row.member_id
