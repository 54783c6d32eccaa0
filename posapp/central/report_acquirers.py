"""Beside a Z: what went over central to each acquirer, and the bills of that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from posapp.central.gateway.attempts import Kind
from posapp.central.report_shapes import AcquirerCounted
from posapp.central.tables.gateway import pay_attempt
from posapp.domain.charges import OPEN, Stage

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from posapp.domain.shift import ZReport


def acquirers_of(
    connection: Connection, tenant_id: str, terminal_id: str, z: ZReport
) -> tuple[AcquirerCounted, ...]:
    """Attempts that this till began between opening and closing, by acquirer. Two drawers that
    stood open together share them: an attempt knows its till and not its drawer.
    """
    paid = pay_attempt.c.state == Stage.PAID.value
    charged = paid & (pay_attempt.c.kind == Kind.CHARGE.value)
    given = paid & (pay_attempt.c.kind == Kind.REFUND.value)
    unclear = pay_attempt.c.state.in_([each.value for each in OPEN])
    rows = connection.execute(
        select(
            pay_attempt.c.acquirer,
            _count(charged),
            _sum(charged),
            _count(given),
            _sum(given),
            _count(unclear),
            _count(paid & (pay_attempt.c.bill_id != "")),
        )
        .where(
            pay_attempt.c.tenant_id == tenant_id,
            pay_attempt.c.terminal_id == terminal_id,
            pay_attempt.c.begun_ms.between(z.opened_ms, z.closed_ms),
        )
        .group_by(pay_attempt.c.acquirer)
        .order_by(pay_attempt.c.acquirer)
    )
    return tuple(
        AcquirerCounted(
            acquirer=acquirer,
            charges=int(charges),
            taken=int(taken),
            refunds=int(refunds),
            given_back=int(back),
            unclear=int(waiting),
            billed=int(billed),
        )
        for acquirer, charges, taken, refunds, back, waiting, billed in rows
    )


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


def _sum(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, pay_attempt.c.amount), else_=0)), 0)
