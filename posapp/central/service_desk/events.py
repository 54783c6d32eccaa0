"""What was done about a member and moved nothing: one row each, the words under her key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from posapp.central.service_desk.sealed import Words, keys_of, seal
from posapp.central.tables.service import member_event

if TYPE_CHECKING:
    from posapp.central.unit import Unit


def note_event(
    unit: Unit,
    *,
    member_id: str,
    subject_id: str,
    kind: str,
    who: str,
    staff_id: str = "",
    approved_by: str = "",
    terminal_id: str | None = None,
    detail: dict[str, str | int] | None = None,
    words: Words | None = None,
    event_id: str = "",
) -> str:
    """Stage a row of her timeline; `detail` names nobody. Returns its id.

    A correction's `event_id` is its posting's. Words of somebody who was forgotten are not kept.
    """
    chosen = event_id or unit.ids.new()
    key = None
    if words is not None:
        key = keys_of(unit.connection, unit.keys, [subject_id]).get(subject_id)
    unit.insert(
        member_event,
        id=chosen,
        tenant_id=unit.tenant.id,
        member_id=member_id,
        subject_id=subject_id,
        kind=kind,
        at_ms=unit.now_ms,
        staff_id=staff_id,
        who=who,
        approved_by=approved_by,
        terminal_id=terminal_id,
        detail=json.dumps(detail or {}, sort_keys=True),
        sealed=None if key is None or words is None else seal(words, key, chosen),
    )
    return chosen
