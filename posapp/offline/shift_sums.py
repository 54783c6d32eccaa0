"""The sums of one shift, read by index from the till's own tables; no sale is decoded for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.shift import CashMoveKind, RateSum, ShiftSums, TenderSum
from posapp.offline.effects import AUDIT, EVENT, REDUCTION, TAX, TENDER

if TYPE_CHECKING:
    from posapp.offline.database import Row, Tx

DRAWER_ACTION: Final = "drawer.open"
REPRINT_ACTION: Final = "reprint"
"""The audit actions that a Z counts."""

_SALES: Final = """
    SELECT COUNT(*), COALESCE(SUM(item_quantity), 0), COALESCE(SUM(list_total), 0),
           COALESCE(SUM(net), 0), COALESCE(SUM(points_earned), 0), COALESCE(SUM(points_burnt), 0),
           COUNT(member_id), COALESCE(SUM(CASE WHEN member_id IS NULL THEN 0 ELSE net END), 0),
           COALESCE(SUM(offline), 0)
    FROM sale WHERE shift_id = ?
"""
_REFUNDS: Final = """
    SELECT COUNT(*), COALESCE(SUM(net), 0), COALESCE(SUM(claw), 0), COALESCE(SUM(points_back), 0)
    FROM refund WHERE shift_id = ?
"""
_TOP_UPS: Final = "SELECT COUNT(*), COALESCE(SUM(cash), 0) FROM top_up WHERE shift_id = ?"
_MOVES: Final = "SELECT kind, SUM(amount) FROM cash_move WHERE shift_id = ? GROUP BY kind"
_FIGURES: Final = """
    SELECT sort, name, part, SUM(count), SUM(amount), SUM(other) FROM figure
    WHERE shift_id = ? GROUP BY sort, name, part ORDER BY sort, name, part
"""
_RECEIPTS: Final = """
    WITH made AS (
      SELECT incarnation, seq, receipt_number FROM sale WHERE shift_id = ?1
      UNION ALL SELECT incarnation, seq, receipt_number FROM refund WHERE shift_id = ?1
      UNION ALL SELECT incarnation, seq, receipt_number FROM top_up WHERE shift_id = ?1)
    SELECT (SELECT receipt_number FROM made ORDER BY incarnation, seq LIMIT 1),
           (SELECT receipt_number FROM made ORDER BY incarnation DESC, seq DESC LIMIT 1)
"""


def shift_sums(tx: Tx, shift_id: str) -> ShiftSums:
    """Points earned and burnt are after what refunds took and gave back."""
    key = (shift_id,)
    sales = tx.row(_SALES, key) or (0,) * 9
    refunds = tx.row(_REFUNDS, key) or (0,) * 4
    top_ups = tx.row(_TOP_UPS, key) or (0, 0)
    moves = {kind: int(amount) for kind, amount in tx.rows(_MOVES, key)}
    figures = tx.rows(_FIGURES, key)
    first, last = tx.row(_RECEIPTS, key) or (None, None)
    return ShiftSums(
        sale_count=sales[0],
        refund_count=refunds[0],
        item_quantity=sales[1],
        list_total=sales[2],
        reductions=tuple((row[1], row[4]) for row in _of(figures, REDUCTION)),
        net_sales=sales[3],
        refund_net=refunds[1],
        taxes=_taxes(figures),
        tenders=_tenders(figures),
        top_up_count=top_ups[0],
        top_up_cash=top_ups[1],
        cash_in=moves.get(CashMoveKind.CASH_IN, 0),
        cash_out=moves.get(CashMoveKind.CASH_OUT, 0),
        points_earned=sales[4] - refunds[2],
        points_burnt=sales[5] - refunds[3],
        member_sale_count=sales[6],
        member_sale_net=sales[7],
        new_members=_count(figures, EVENT, "member"),
        drawer_opens=_count(figures, AUDIT, DRAWER_ACTION),
        reprints=_count(figures, AUDIT, REPRINT_ACTION),
        approvals=_count(figures, EVENT, "approval"),
        offline_sales=sales[8],
        first_receipt=first or "",
        last_receipt=last or "",
    )


def _of(figures: list[Row], sort: str) -> list[Row]:
    return [row for row in figures if row[0] == sort]


def _taxes(figures: list[Row]) -> tuple[RateSum, ...]:
    rates = (RateSum(rate_bp=int(row[1]), gross=row[4], tax=row[5]) for row in _of(figures, TAX))
    return tuple(sorted(rates, key=lambda rate: rate.rate_bp))


def _tenders(figures: list[Row]) -> tuple[TenderSum, ...]:
    return tuple(
        TenderSum(kind=row[1], channel=row[2], count=row[3], taken=row[4], given_back=row[5])
        for row in _of(figures, TENDER)
    )


def _count(figures: list[Row], sort: str, name: str) -> int:
    return sum(int(row[3]) for row in _of(figures, sort) if row[1] == name)
