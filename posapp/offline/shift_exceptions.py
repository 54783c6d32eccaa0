"""What was unusual in a shift: how often, for how much, by whom, and the largest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.ids import made_ms
from posapp.domain.shift_figures import ExceptionKind, ExceptionRow, ExceptionSum
from posapp.offline.figures import AUDIT, EVENT, EXCEPTION

if TYPE_CHECKING:
    from posapp.offline.database import Row, Tx

LARGEST: Final = 5

_NAMED: Final = {
    (AUDIT, "order.void"): ExceptionKind.ORDER_VOID,
    (AUDIT, "reprint"): ExceptionKind.REPRINT,
    (AUDIT, "drawer.open"): ExceptionKind.DRAWER_OPEN,
    (AUDIT, "sign_in.failed"): ExceptionKind.SIGN_IN_FAILED,
    (EVENT, "approval"): ExceptionKind.APPROVAL,
}
"""Figures that are counted as an exception of a kind; those of EXCEPTION name it themselves."""

_REFUNDS: Final = """
    WITH owed AS (SELECT source, amount FROM figure
      WHERE shift_id = ?1 AND sort = 'kind' AND name = 'deposit' AND part = 'back')
    SELECT staff_name, COUNT(*), SUM(net - COALESCE(owed.amount, 0))
    FROM refund LEFT JOIN owed ON owed.source = refund.id
    WHERE shift_id = ?1 AND (owed.amount IS NULL OR net > owed.amount)
    GROUP BY staff_name ORDER BY staff_name
"""
_OFFLINE: Final = """
    SELECT staff_name, COUNT(*), SUM(net) FROM sale WHERE shift_id = ? AND offline = 1
    GROUP BY staff_name ORDER BY staff_name
"""
_LARGEST: Final = """
    WITH owed AS (SELECT source, amount FROM figure
      WHERE shift_id = ?1 AND sort = 'kind' AND name = 'deposit' AND part = 'back'),
    found AS (
      SELECT 'refund' AS kind, staff_name AS who, net - COALESCE(owed.amount, 0) AS amount,
             at_ms, receipt_number, id
      FROM refund LEFT JOIN owed ON owed.source = refund.id WHERE shift_id = ?1
      UNION ALL
      SELECT CASE name WHEN 'order.void' THEN 'order_void' ELSE name END, part, figure.amount,
             sale.at_ms, sale.receipt_number, source
      FROM figure LEFT JOIN sale ON sale.id = source
      WHERE figure.shift_id = ?1 AND figure.amount > 0
        AND (sort = 'exception' OR (sort = 'audit' AND name = 'order.void')))
    SELECT kind, who, amount, at_ms, receipt_number, id FROM found
    WHERE amount > 0 ORDER BY amount DESC, id LIMIT ?2
"""


def exception_sums(tx: Tx, shift_id: str, figures: list[Row]) -> tuple[ExceptionSum, ...]:
    """By kind in the order of the kinds, then by who did it. `figures` are the shift's, summed."""
    sums = [
        *_rows(ExceptionKind.REFUND, tx.rows(_REFUNDS, (shift_id,))),
        *_rows(ExceptionKind.OFFLINE_SALE, tx.rows(_OFFLINE, (shift_id,))),
    ]
    for sort, name, who, count, amount, _ in figures:
        kind = name if sort == EXCEPTION else _NAMED.get((sort, name))
        if kind is not None:
            sums.append(ExceptionSum(kind=kind, staff_name=who, count=count, amount=amount))
    order = [each.value for each in ExceptionKind]
    return tuple(sorted(sums, key=lambda each: (_place(order, each.kind), each.staff_name)))


def largest_exceptions(tx: Tx, shift_id: str) -> tuple[ExceptionRow, ...]:
    """The five largest by amount; the id of what has no row of its own tells its time."""
    return tuple(
        ExceptionRow(
            kind=kind,
            staff_name=who,
            amount=amount,
            at_ms=at_ms or made_ms(source),
            reference=receipt or "",
        )
        for kind, who, amount, at_ms, receipt, source in tx.rows(_LARGEST, (shift_id, LARGEST))
    )


def _rows(kind: ExceptionKind, rows: list[Row]) -> list[ExceptionSum]:
    return [
        ExceptionSum(kind=kind, staff_name=who, count=count, amount=amount)
        for who, count, amount in rows
    ]


def _place(order: list[str], kind: str) -> int:
    return order.index(kind) if kind in order else len(order)
