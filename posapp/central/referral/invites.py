"""The code that a member gives to friends: it follows from her id, and an older one is revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from posapp.central.portable import insert_new, upsert
from posapp.central.tables.members import member_alias
from posapp.central.tables.referral import invite
from posapp.domain.referral import invite_code

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit

_KIND: Final = "invite"
_HERS: Final = select(invite.c.code, invite.c.turn).where(
    invite.c.member_id == bindparam("of_member")
)
_WHOSE: Final = (
    select(func.coalesce(member_alias.c.member_id, invite.c.member_id))
    .outerjoin(member_alias, member_alias.c.id == invite.c.member_id)
    .where(invite.c.tenant_id == bindparam("of_tenant"), invite.c.code == bindparam("of_code"))
)


def code_of(connection: Connection, member_id: str) -> str:
    """Her code; empty before she first asked for it."""
    row = connection.execute(_HERS, {"of_member": member_id}).first()
    return "" if row is None else row.code


def own_code(unit: Unit, member_id: str) -> str:
    """Her code, which is there from now on."""
    found = code_of(unit.connection, member_id)
    if found:
        return found
    turn = 0
    while not insert_new(unit.connection, invite, _row(unit, member_id, turn)):
        # Hers of another window, else somebody's by a chance of one in 10^10.
        found = code_of(unit.connection, member_id)
        if found:
            return found
        turn += 1
    return code_of(unit.connection, member_id)


def new_code(unit: Unit, member_id: str) -> str:
    """Another code; the one before brings nobody any more. Who came with it stays hers."""
    unit.know_members({member_id})
    row = unit.connection.execute(_HERS, {"of_member": member_id}).first()
    turn = 0 if row is None else row.turn + 1
    while whose_code(unit.connection, unit.tenant.id, _code(unit, member_id, turn)) is not None:
        turn += 1
    fresh = _row(unit, member_id, turn)
    upsert(unit.connection, invite, [fresh])
    return str(fresh["code"])


def whose_code(connection: Connection, tenant_id: str, code: str) -> str | None:
    """The member who gave this code, or whom she became one with."""
    asked = {"of_tenant": tenant_id, "of_code": code}
    found: str | None = connection.execute(_WHOSE, asked).scalar()
    return found


def _row(unit: Unit, member_id: str, turn: int) -> dict[str, str | int]:
    return {
        "member_id": member_id,
        "tenant_id": unit.tenant.id,
        "code": _code(unit, member_id, turn),
        "turn": turn,
    }


def _code(unit: Unit, member_id: str, turn: int) -> str:
    return invite_code(unit.keys.blind(unit.tenant.id, _KIND, f"{member_id}/{turn}"))
