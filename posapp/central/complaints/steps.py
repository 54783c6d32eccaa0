"""What happened to a complaint, step by step; the words under its subject's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.service_desk.sealed import Words, seal
from posapp.central.tables.redress import complaint_step

if TYPE_CHECKING:
    from posapp.central.service_desk.hands import Hand
    from posapp.central.unit import Unit
    from posapp.domain.complaints import ComplaintStep


def note_step(
    unit: Unit,
    hand: Hand,
    complaint_id: str,
    step: ComplaintStep,
    *,
    outcome: str = "",
    words: str = "",
    key: bytes | None = None,
) -> None:
    """Stage it. Words of somebody who was forgotten are not kept."""
    step_id = unit.ids.new()
    has_words = bool(words) and key is not None
    unit.insert(
        complaint_step,
        id=step_id,
        tenant_id=unit.tenant.id,
        complaint_id=complaint_id,
        step=step.value,
        at_ms=unit.now_ms,
        staff_id=hand.clerk.staff.id,
        who=hand.clerk.shown,
        terminal_id=hand.caller.terminal_id,
        outcome=outcome,
        sealed=seal(Words(note=words), key, step_id) if has_words and key else None,
    )
