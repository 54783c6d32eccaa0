"""A member asks to be forgotten, on her page or at the desk: from then on it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from posapp.central.limits import ERASURE_DAYS, limit
from posapp.central.tables.privacy import erasure

if TYPE_CHECKING:
    from posapp.central.unit import Unit

ASKED: Final = "asked"
DAY_MS: Final = 86_400_000


def ask_erasure(unit: Unit, member_id: str, channel: str) -> str:
    """She asked: from now on it is due. A second asking is the first. Returns its id."""
    open_one = unit.connection.execute(
        select(erasure.c.id).where(erasure.c.member_id == member_id, erasure.c.state == ASKED)
    ).scalar()
    if open_one is not None:
        return str(open_one)
    erasure_id = unit.ids.new()
    days = limit(unit.connection, unit.tenant.id, ERASURE_DAYS)
    unit.connection.execute(
        insert(erasure).values(
            id=erasure_id,
            tenant_id=unit.tenant.id,
            member_id=member_id,
            state=ASKED,
            channel=channel,
            asked_ms=unit.now_ms,
            due_ms=unit.now_ms + days * DAY_MS,
        )
    )
    return erasure_id
