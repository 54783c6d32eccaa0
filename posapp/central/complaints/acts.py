"""What a person does about a complaint: each step once, in its order, with words under a key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, assert_never

from sqlalchemy import insert, select, update

from posapp.central.compensation.sources import sale_by_receipt
from posapp.central.complaints.steps import note_step
from posapp.central.limits import COMPLAINT_HOURS, limit
from posapp.central.service_desk.events import note_event
from posapp.central.service_desk.member_file import find_row
from posapp.central.service_desk.sealed import Words, keys_of
from posapp.central.tables.members import subject_key
from posapp.central.tables.redress import complaint
from posapp.domain.complaints import CallOutcome, ComplaintState, ComplaintStep, state_after
from posapp.errors import Refused
from posapp.wire.attachments import KEY_BYTES
from posapp.wire.complaints import (
    ComplaintAnswer,
    ComplaintCall,
    ComplaintClose,
    ComplaintRecord,
    ComplaintTake,
)

if TYPE_CHECKING:
    from posapp.central.service_desk.hands import Hand
    from posapp.central.unit import Unit
    from posapp.wire.complaints import ComplaintAct

KIND: Final = "complaint"
LONGEST_NOTE: Final = 2_000
_HOUR_MS: Final = 3_600_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    complaint_id: str
    state: ComplaintState


def act_on(unit: Unit, hand: Hand, asked: ComplaintAct) -> Done:
    """Raises Refused("complaint.unknown", "complaint.not_now", "complaint.too_long",
    "member.unknown", "compensation.sale_unknown", "compensation.sale_of_another").
    """
    note, what = asked.note.strip(), asked.what
    if len(note) > LONGEST_NOTE:
        raise Refused("complaint.too_long", most=LONGEST_NOTE)
    if isinstance(what, ComplaintRecord):
        return _record(unit, hand, what, note)
    row = _row(unit, asked.complaint_id)
    match what:
        case ComplaintTake():
            return _step(unit, hand, row, ComplaintStep.TAKEN, note)
        case ComplaintAnswer():
            return _step(unit, hand, row, ComplaintStep.ANSWERED, note)
        case ComplaintCall(outcome=outcome):
            return _step(unit, hand, row, ComplaintStep.CALLED, note, outcome=outcome)
        case ComplaintClose():
            return _step(unit, hand, row, ComplaintStep.CLOSED, note)
        case _:
            assert_never(what)


def _record(unit: Unit, hand: Hand, what: ComplaintRecord, note: str) -> Done:
    complaint_id = unit.ids.new()
    member_id, subject_id = _subject(unit, what.member_id)
    unit.connection.execute(
        insert(complaint).values(
            id=complaint_id,
            tenant_id=unit.tenant.id,
            shop_id=hand.caller.shop_id,
            member_id=member_id,
            subject_id=subject_id,
            about=what.about.value,
            way=what.way.value,
            state=ComplaintState.OPEN.value,
            opened_ms=unit.now_ms,
            due_ms=_due_ms(unit),
            owner_id=hand.clerk.staff.id,
            owner=hand.clerk.shown,
            sale_id=sale_by_receipt(unit, what.receipt, member_id, or_of_nobody=True),
        )
    )
    row = _row(unit, complaint_id)
    _note(unit, hand, row, ComplaintStep.RECORDED, note)
    return Done(complaint_id=complaint_id, state=ComplaintState.OPEN)


def _step(
    unit: Unit,
    hand: Hand,
    row: Any,
    step: ComplaintStep,
    note: str,
    *,
    outcome: CallOutcome | None = None,
) -> Done:
    state = state_after(ComplaintState(row.state), step, outcome)
    values: dict[str, Any] = {"state": state.value}
    match step:
        case ComplaintStep.TAKEN:
            values |= {"owner_id": hand.clerk.staff.id, "owner": hand.clerk.shown}
        case ComplaintStep.ANSWERED if row.answered_ms is None:
            values["answered_ms"] = unit.now_ms
        case ComplaintStep.CALLED if state is ComplaintState.OPEN:
            # She waits for another answer, as long as for the first.
            values |= {"due_ms": _due_ms(unit)}
        case ComplaintStep.CLOSED:
            values["closed_ms"] = unit.now_ms
        case _:
            pass
    unit.connection.execute(update(complaint).where(complaint.c.id == row.id).values(**values))
    _note(unit, hand, row, step, note, outcome="" if outcome is None else outcome.value)
    return Done(complaint_id=row.id, state=state)


def _note(
    unit: Unit, hand: Hand, row: Any, step: ComplaintStep, note: str, *, outcome: str = ""
) -> None:
    """A step of its own, and a row of her timeline where it is about a member."""
    key = keys_of(unit.connection, unit.keys, [row.subject_id]).get(row.subject_id)
    note_step(unit, hand, row.id, step, outcome=outcome, words=note, key=key)
    member_id = unit.member(row.member_id)
    if member_id is None:
        return
    detail: dict[str, str | int] = {"step": step.value, "about": row.about, "complaint": row.id}
    if outcome:
        detail["outcome"] = outcome
    note_event(
        unit,
        member_id=member_id,
        subject_id=row.subject_id,
        kind=KIND,
        who=hand.clerk.shown,
        staff_id=hand.clerk.staff.id,
        terminal_id=hand.caller.terminal_id,
        detail=detail,
        words=Words(note=note),
    )


def _row(unit: Unit, complaint_id: str) -> Any:
    query = (
        select(complaint)
        .where(complaint.c.id == complaint_id, complaint.c.tenant_id == unit.tenant.id)
        .with_for_update()
    )
    row = unit.connection.execute(query).first()
    if row is None:
        raise Refused("complaint.unknown")
    return row


def _subject(unit: Unit, member_id: str) -> tuple[str | None, str]:
    """Hers, or a key of its own where it is about nobody in the file."""
    if member_id:
        found = find_row(unit, member_id)
        if found["wrapped_key"] is None:
            raise Refused("service.forgotten")
        return found["id"], found["subject_id"]
    subject_id = unit.ids.new()
    wrapped = unit.keys.wrap(secrets.token_bytes(KEY_BYTES), subject_id)
    unit.connection.execute(insert(subject_key).values(subject_id=subject_id, wrapped_key=wrapped))
    return None, subject_id


def _due_ms(unit: Unit) -> int:
    hours = limit(unit.connection, unit.tenant.id, COMPLAINT_HOURS)
    return unit.now_ms + hours * _HOUR_MS
