"""The book of attempts: put down before anything is sent, each move with its step beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from posapp.central.portable import insert_new
from posapp.central.tables.gateway import pay_attempt, pay_step
from posapp.domain.charges import ENDED, Paid, Stage

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.clock import Ids
    from posapp.domain.charges import ChargeOutcome


class Kind(StrEnum):
    CHARGE = "charge"
    REFUND = "refund"


class Act(StrEnum):
    """What was asked of the acquirer, or of central alone (`closed`)."""

    PAY = "pay"
    OFFER = "offer"
    QUERY = "query"
    REVERSE = "reverse"
    REFUND = "refund"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A row of `pay_attempt`; amounts in minor units."""

    tenant_id: str
    id: str
    shop_id: str
    terminal_id: str
    kind: Kind
    merchant_no: str
    acquirer: str
    channel: str
    amount: int
    currency: str
    state: Stage
    begun_ms: int
    changed_ms: int
    original_id: str = ""
    reference: str = ""
    masked: str = ""
    reason: str = ""
    bill_id: str = ""


def find(connection: Connection, tenant_id: str, attempt_id: str) -> Attempt | None:
    """Locked on a server until the end of the transaction, as it is about to move."""
    row = connection.execute(
        select(pay_attempt)
        .where(pay_attempt.c.tenant_id == tenant_id, pay_attempt.c.id == attempt_id)
        .with_for_update()
    ).mappings()
    found = row.first()
    return None if found is None else attempt_of(found)


def attempt_of(row: Any) -> Attempt:
    """From a row with the columns of `pay_attempt`."""
    return Attempt(**{**row, "kind": Kind(row["kind"]), "state": Stage(row["state"])})


def put(connection: Connection, ids: Ids, attempt: Attempt, act: Act) -> bool:
    """Write it down with its first step; False when its id stands already."""
    row = {name: getattr(attempt, name) for name in Attempt.__slots__}
    row |= {"kind": attempt.kind.value, "state": attempt.state.value}
    if not insert_new(connection, pay_attempt, row):
        return False
    _step(connection, ids, attempt, act)
    return True


def move(connection: Connection, ids: Ids, attempt: Attempt, act: Act) -> None:
    """Write how it stands now, and the step that brought it there."""
    connection.execute(
        update(pay_attempt)
        .where(pay_attempt.c.tenant_id == attempt.tenant_id, pay_attempt.c.id == attempt.id)
        .values(
            state=attempt.state.value,
            reference=attempt.reference,
            masked=attempt.masked,
            reason=attempt.reason,
            changed_ms=attempt.changed_ms,
        )
    )
    _step(connection, ids, attempt, act)


def with_answer(attempt: Attempt, stage: Stage, outcome: ChargeOutcome, now_ms: int) -> Attempt:
    """What an answer made of it."""
    changed = replace(attempt, state=stage, changed_ms=now_ms)
    if isinstance(outcome, Paid) and stage is Stage.PAID:
        return replace(changed, reference=outcome.reference, masked=outcome.masked, reason="")
    key = getattr(outcome, "key", "")
    return replace(changed, reason=key) if stage in ENDED else changed


def refunded(connection: Connection, original: Attempt, *, but: str = "") -> int:
    """What was given back of a charge or is on its way, minor units; `but` is not counted."""
    total = connection.execute(
        select(func.coalesce(func.sum(pay_attempt.c.amount), 0)).where(
            pay_attempt.c.tenant_id == original.tenant_id,
            pay_attempt.c.original_id == original.id,
            pay_attempt.c.id != but,
            pay_attempt.c.state != Stage.FAILED.value,
        )
    ).scalar_one()
    return int(total)


def _step(connection: Connection, ids: Ids, attempt: Attempt, act: Act) -> None:
    connection.execute(
        insert(pay_step).values(
            id=ids.new(),
            tenant_id=attempt.tenant_id,
            attempt_id=attempt.id,
            at_ms=attempt.changed_ms,
            act=act.value,
            state=attempt.state.value,
            reason=attempt.reason,
        )
    )
