"""Forks: the second of two facts under one id or place is kept beside the first, and alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.tables.inbox import case, fork
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.wire.sync import PushItem


def keep_fork(unit: Unit, caller: Caller, item: PushItem, code: str) -> None:
    """Write the item once, however often it is sent; one open case for a terminal says so."""
    sha = bytes.fromhex(item.body_sha256)
    place = (caller.terminal_id, caller.incarnation, item.seq, sha)
    columns = (fork.c.terminal_id, fork.c.incarnation, fork.c.seq, fork.c.body_sha256)
    kept = select(fork.c.id).where(
        *(column == value for column, value in zip(columns, place, strict=True))
    )
    if unit.connection.execute(kept).first() is not None:
        return
    unit.insert(
        fork,
        id=unit.ids.new(),
        tenant_id=caller.tenant.id,
        terminal_id=caller.terminal_id,
        incarnation=caller.incarnation,
        seq=item.seq,
        event_id=item.event_id,
        kind=item.kind,
        body=item.body.encode(),
        body_sha256=sha,
        chain=bytes.fromhex(item.chain),
        attachments=encode(item.attachments).decode(),
        received_ms=unit.now_ms,
    )
    told = select(case.c.id).where(
        case.c.terminal_id == caller.terminal_id, case.c.kind == code, case.c.closed == 0
    )
    if unit.connection.execute(told.limit(1)).first() is None:
        unit.open_case(code, caller.terminal_id, item.event_id, seq=item.seq)
