"""Dead letters: bytes that no push got through, kept for ever; readable ones take their place."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from posapp.central.branches import read_branches
from posapp.central.cases import keep_fork
from posapp.central.inbox_last import Last, inbox_row, write_last
from posapp.central.inbox_state import advance, read_state
from posapp.central.items import is_well_formed, storable
from posapp.central.tables.inbox import dead_letter
from posapp.errors import Refused
from posapp.wire.canonical import decode
from posapp.wire.sync import ItemOutcome, PushItem

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit

_CODE = "sync.dead_letter"


def keep_dead_letter(unit: Unit, caller: Caller, body: bytes) -> None:
    """Keep the bytes once. A readable item also takes its place in the inbox, in quarantine, or
    beside the fact that has it: a person sees and applies either.
    """
    sha = hashlib.sha256(body).digest()
    is_known = unit.connection.execute(
        select(dead_letter.c.id).where(
            dead_letter.c.terminal_id == caller.terminal_id, dead_letter.c.body_sha256 == sha
        )
    ).first()
    if is_known is None:
        unit.connection.execute(
            insert(dead_letter).values(
                id=unit.ids.new(),
                tenant_id=caller.tenant.id,
                terminal_id=caller.terminal_id,
                body=body,
                body_sha256=sha,
                received_ms=unit.now_ms,
            )
        )
        unit.open_case(_CODE, caller.terminal_id, None, size=len(body))
        unit.flush()
    item = _readable(body)
    if item is not None:
        _take_place(unit, caller, item)


def _readable(body: bytes) -> PushItem | None:
    try:
        item = decode(body, PushItem)
    except Refused:
        return None
    return storable(item) if is_well_formed(item) else None


def _is_branch(unit: Unit, item: PushItem) -> bool:
    """Beside a forked line it was taken already, and the till has not heard so."""
    known = read_branches(unit.connection, (item,))
    return (item.event_id, bytes.fromhex(item.body_sha256)) in known


def _take_place(unit: Unit, caller: Caller, item: PushItem) -> None:
    state = read_state(unit.connection, caller, (item,))
    if item.event_id in state.by_event or _is_branch(unit, item):
        return
    if item.seq in state.by_seq:
        keep_fork(unit, caller, item, "sync.fork")
        unit.flush()
        return
    head, _ = advance(unit.connection, caller, state, (item,))
    outcome = ItemOutcome.QUARANTINED.value
    row = inbox_row(caller, item, place=0, outcome=outcome, code=_CODE, now_ms=unit.now_ms)
    last = Last(tenant_id=caller.tenant.id, changes={}, items=1, rows=[row], head=head)
    write_last(unit.connection, last)
