"""Turns for a phone: who registers it, or sends it a code, comes after whoever began before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from posapp.central.portable import insert_or_ignore
from posapp.central.tables.requests import phone_turn

if TYPE_CHECKING:
    from posapp.central.unit import Unit

_TURN: Final = (
    select(phone_turn.c.digest)
    .where(
        phone_turn.c.tenant_id == bindparam("of_tenant"),
        phone_turn.c.digest == bindparam("of_phone"),
    )
    .with_for_update()
)


def take_turn(unit: Unit, digest: bytes) -> None:
    """Held until the transaction ends. A file has one writer, whose turn it is."""
    if unit.connection.dialect.name == "sqlite":
        return
    row = {"tenant_id": unit.tenant.id, "digest": digest}
    insert_or_ignore(unit.connection, phone_turn, [row])
    asked = {"of_tenant": unit.tenant.id, "of_phone": digest}
    unit.connection.execute(_TURN, asked).one()
