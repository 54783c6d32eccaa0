"""Forked lines whose till has moved on: both copies had sold, so the second is taken as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from posapp.central.tables.recovery import branch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.wire.sync import PushItem

BranchKey = tuple[str, bytes]
"""Event id and digest of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branched:
    """What the first delivery of a forked fact was told."""

    outcome: str
    code: str
    pos: int


def read_branches(
    connection: Connection, items: Sequence[PushItem]
) -> Mapping[BranchKey, Branched]:
    """What became of forked facts among these."""
    rows = connection.execute(
        select(branch).where(branch.c.event_id.in_(sorted({item.event_id for item in items})))
    )
    return {
        (row.event_id, row.body_sha256): Branched(outcome=row.outcome, code=row.code, pos=row.pos)
        for row in rows
    }


def keep_branch(
    connection: Connection, caller: Caller, item: PushItem, told: Branched, now_ms: int
) -> None:
    """The body is in `fork`; this says what became of it."""
    connection.execute(
        insert(branch).values(
            event_id=item.event_id,
            body_sha256=bytes.fromhex(item.body_sha256),
            tenant_id=caller.tenant.id,
            terminal_id=caller.terminal_id,
            incarnation=caller.incarnation,
            seq=item.seq,
            outcome=told.outcome,
            code=told.code,
            pos=told.pos,
            at_ms=now_ms,
        )
    )
