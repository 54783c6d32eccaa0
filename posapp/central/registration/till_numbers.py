"""Numbers that tills gave while central was away: on paper already, so they go on finding her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.portable import beside, insert_or_ignore
from posapp.central.tables.members import member_alias
from posapp.central.tables.registration import till_number
from posapp.domain.member_numbers import is_provisional

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit


def keep_number(unit: Unit, number: str, member_id: str) -> None:
    """The first who was given it keeps it."""
    if is_provisional(number):
        row = {"tenant_id": unit.tenant.id, "number": number, "member_id": member_id}
        insert_or_ignore(unit.connection, till_number, [row])


def found_by_till_number(connection: Connection, tenant_id: str, text: str) -> list[str]:
    """The member who was given it, also after she became one with another."""
    number = text.upper()
    if not is_provisional(number):
        return []
    given = select(till_number.c.member_id).where(
        till_number.c.tenant_id == tenant_id, till_number.c.number == number
    )
    owners = list(connection.execute(given).scalars())
    into = select(member_alias.c.member_id).where(
        member_alias.c.id.in_(owners), beside(member_alias.c.tenant_id) == tenant_id
    )
    return [*connection.execute(into).scalars()] or owners
