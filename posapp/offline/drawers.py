"""The drawers of a till: which shift each belongs to, who works with it, which is in use.

The shift in use is the open one that came into use last and is not put aside. What changes hands
is an audit entry with one of the actions below, so that a rebuilt till knows it as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.ids import ShiftId, StaffId
from posapp.domain.shift import OpenDrawer, Shift
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.offline.database import Row, Tx
    from posapp.wire.facts import AuditData, FactHead

USE: Final = "drawer.use"
TAKE_OVER: Final = "drawer.take_over"
PUT_ASIDE: Final = "drawer.put_aside"

_OPEN: Final = """
    SELECT id, staff_id, staff_name, business_date, opened_ms, float_amount, drawer,
           holder_id, holder_name, put_aside_ms
    FROM shift WHERE closed_ms IS NULL ORDER BY turn DESC
"""
_INSERT: Final = """
    INSERT INTO shift(id, staff_id, staff_name, business_date, opened_ms, float_amount, drawer,
                      turn, holder_id, holder_name)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT COALESCE(MAX(turn), 0) + 1 FROM shift), ?2, ?3)
"""
_USE: Final = """
    UPDATE shift SET turn = (SELECT COALESCE(MAX(turn), 0) + 1 FROM shift), put_aside_ms = NULL
    WHERE id = ? AND closed_ms IS NULL
"""
_TAKE: Final = """
    UPDATE shift SET turn = (SELECT COALESCE(MAX(turn), 0) + 1 FROM shift), put_aside_ms = NULL,
        holder_id = ?, holder_name = ?
    WHERE id = ? AND closed_ms IS NULL
"""
_ASIDE: Final = "UPDATE shift SET put_aside_ms = ? WHERE id = ? AND closed_ms IS NULL"


def open_drawers(tx: Tx) -> tuple[OpenDrawer, ...]:
    """Every open shift, the one that came into use last first."""
    return tuple(_drawer(row) for row in tx.rows(_OPEN))


def drawer_in_use(tx: Tx) -> OpenDrawer | None:
    """The open shift that is sold in; None while there is none, or all are put aside."""
    return next((each for each in open_drawers(tx) if each.put_aside_ms is None), None)


def open_drawer(tx: Tx, shift: Shift) -> None:
    """A new shift at a drawer that is free. Raises Refused("shift.already_open")."""
    if any(each.shift.drawer == shift.drawer for each in open_drawers(tx)):
        raise Refused("shift.already_open", drawer=shift.drawer)
    person = (shift.id, shift.staff_id, shift.staff_name)
    begun = (shift.business_date, shift.opened_ms, shift.float_amount, shift.drawer)
    tx.run(_INSERT, (*person, *begun))


def note_drawer(tx: Tx, head: FactHead, audit: AuditData) -> None:
    """What an audit entry says about a drawer; any other changes nothing here."""
    match audit.action:
        case "drawer.use":
            tx.run(_USE, (audit.subject,))
        case "drawer.take_over":
            tx.run(_TAKE, (head.actor.id, head.actor.name, audit.subject))
        case "drawer.put_aside":
            tx.run(_ASIDE, (head.at_ms, audit.subject))
        case _:
            pass


def _drawer(row: Row) -> OpenDrawer:
    shift = Shift(
        id=ShiftId(row[0]),
        staff_id=StaffId(row[1]),
        staff_name=row[2],
        business_date=row[3],
        opened_ms=row[4],
        float_amount=row[5],
        drawer=row[6],
    )
    return OpenDrawer(
        shift=shift, holder_id=StaffId(row[7]), holder_name=row[8], put_aside_ms=row[9]
    )
