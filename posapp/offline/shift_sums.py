"""The sums of one shift, read by index from the till's own tables; no sale is decoded for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.catalog import ProductKind
from posapp.domain.sale import TenderKind
from posapp.domain.shift import CashMoveKind, RateSum, ShiftSums, TenderSum
from posapp.domain.shift_figures import AcquirerSum, CashierSum, KindSum, QuarterSum
from posapp.offline.figures import (
    AUDIT,
    BACK,
    CHANGE,
    EVENT,
    KIND,
    LEG_BACK,
    LIABILITY,
    LINE_DISCOUNT,
    ORDER_DISCOUNT,
    REDUCTION,
    SOLD,
    TAX,
    TENDER,
)
from posapp.offline.shift_exceptions import exception_sums, largest_exceptions

if TYPE_CHECKING:
    from posapp.offline.database import Row, Tx

DRAWER_ACTION: Final = "drawer.open"
REPRINT_ACTION: Final = "reprint"
"""The audit actions that a Z counts."""

_SALES: Final = """
    WITH owed AS (SELECT source, amount FROM figure
      WHERE shift_id = ?1 AND sort = 'kind' AND name = 'deposit' AND part = 'sold')
    SELECT COUNT(*), COALESCE(SUM(item_quantity), 0), COALESCE(SUM(list_total), 0),
           COALESCE(SUM(net), 0), COALESCE(SUM(points_earned), 0), COALESCE(SUM(points_burnt), 0),
           COUNT(member_id),
           COALESCE(SUM(CASE WHEN member_id IS NULL THEN 0
                             ELSE net - COALESCE(owed.amount, 0) END), 0),
           COALESCE(SUM(offline), 0)
    FROM sale LEFT JOIN owed ON owed.source = sale.id WHERE shift_id = ?1
"""
_REFUNDS: Final = """
    WITH owed AS (SELECT source, amount FROM figure
      WHERE shift_id = ?1 AND sort = 'kind' AND name = 'deposit' AND part = 'back')
    SELECT COALESCE(SUM(owed.amount IS NULL OR net > owed.amount), 0), COALESCE(SUM(net), 0),
           COALESCE(SUM(claw), 0), COALESCE(SUM(points_back), 0)
    FROM refund LEFT JOIN owed ON owed.source = refund.id WHERE shift_id = ?1
"""
_TOP_UPS: Final = """
    SELECT COUNT(*), COALESCE(SUM(cash), 0), COALESCE(SUM(principal), 0), COALESCE(SUM(bonus), 0)
    FROM top_up WHERE shift_id = ?1 AND id NOT IN (
      SELECT source FROM figure WHERE shift_id = ?1 AND sort = 'liability' AND name = 'kept_change')
"""
_MOVES: Final = "SELECT kind, SUM(amount) FROM cash_move WHERE shift_id = ? GROUP BY kind"
_FIGURES: Final = """
    SELECT sort, name, part, SUM(count), SUM(amount), SUM(other) FROM figure
    WHERE shift_id = ? AND sort <> 'product' GROUP BY sort, name, part ORDER BY sort, name, part
"""
_MIXED: Final = """
    SELECT source FROM figure WHERE shift_id = ? AND sort = 'tender' AND count > 0
    GROUP BY source HAVING SUM(count) > 1
"""
_CASHIERS: Final = """
    WITH owed AS (SELECT source, amount FROM figure
      WHERE shift_id = ?1 AND sort = 'kind' AND name = 'deposit'),
    made AS (
      SELECT staff_id, staff_name, 1 AS sold, net - COALESCE(owed.amount, 0) AS net,
             0 AS back, 0 AS returned
      FROM sale LEFT JOIN owed ON owed.source = sale.id WHERE shift_id = ?1
      UNION ALL
      SELECT staff_id, staff_name, 0, 0, owed.amount IS NULL OR net > owed.amount,
             net - COALESCE(owed.amount, 0)
      FROM refund LEFT JOIN owed ON owed.source = refund.id WHERE shift_id = ?1)
    SELECT staff_id, staff_name, SUM(sold), SUM(net), SUM(back), SUM(returned) FROM made
    GROUP BY staff_id, staff_name ORDER BY SUM(net) DESC, staff_id
"""
_QUARTERS: Final = """
    WITH owed AS (SELECT source, amount FROM figure
      WHERE shift_id = ?1 AND sort = 'kind' AND name = 'deposit' AND part = 'sold')
    SELECT at_ms / 900000 * 900000, COUNT(*), SUM(net - COALESCE(owed.amount, 0))
    FROM sale LEFT JOIN owed ON owed.source = sale.id WHERE shift_id = ?1
    GROUP BY 1 ORDER BY 1
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
    """Points earned and burnt are after what refunds took and gave back; deposits are owed, not
    sold, so gross and net are without them.
    """
    key = (shift_id,)
    sales = tx.row(_SALES, key) or (0,) * 9
    refunds = tx.row(_REFUNDS, key) or (0,) * 4
    top_ups = tx.row(_TOP_UPS, key) or (0,) * 4
    moves = {kind: int(amount) for kind, amount in tx.rows(_MOVES, key)}
    figures = tx.rows(_FIGURES, key)
    first, last = tx.row(_RECEIPTS, key) or (None, None)
    kinds = _kinds(figures)
    deposits = KindSum(name=ProductKind.DEPOSIT)
    deposits = next((each for each in kinds if each.name == deposits.name), deposits)
    return ShiftSums(
        sale_count=sales[0],
        refund_count=refunds[0],
        item_quantity=sales[1],
        list_total=sales[2] - deposits.taken,
        reductions=_reductions(figures),
        net_sales=sales[3] - deposits.taken,
        refund_net=refunds[1] - deposits.given_back,
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
        cash_dropped=moves.get(CashMoveKind.DROP, 0),
        cash_tendered=sum(row[4] for row in _of(figures, CHANGE)),
        cash_change=sum(row[5] for row in _of(figures, CHANGE)),
        mixed_count=len(tx.rows(_MIXED, key)),
        top_up_principal=top_ups[2],
        top_up_bonus=top_ups[3],
        kinds=tuple(each for each in kinds if each is not deposits),
        liabilities=_liabilities(figures, deposits),
        cashiers=_cashiers(tx, shift_id),
        quarters=_quarters(tx, shift_id),
        exceptions=exception_sums(tx, shift_id, figures),
        largest=largest_exceptions(tx, shift_id),
        acquirers=_acquirers(figures),
    )


def _of(figures: list[Row], sort: str) -> list[Row]:
    return [row for row in figures if row[0] == sort]


def _reductions(figures: list[Row]) -> tuple[tuple[str, int], ...]:
    """By name; both kinds of discounts by hand are said, also where there was none."""
    found = {LINE_DISCOUNT: 0, ORDER_DISCOUNT: 0}
    found |= {row[1]: int(row[4]) for row in _of(figures, REDUCTION)}
    return tuple(sorted(found.items()))


def _taxes(figures: list[Row]) -> tuple[RateSum, ...]:
    rates = (RateSum(rate_bp=int(row[1]), gross=row[4], tax=row[5]) for row in _of(figures, TAX))
    return tuple(sorted(rates, key=lambda rate: rate.rate_bp))


def _tenders(figures: list[Row]) -> tuple[TenderSum, ...]:
    return tuple(
        TenderSum(kind=row[1], channel=row[2], count=row[3], taken=row[4], given_back=row[5])
        for row in _of(figures, TENDER)
    )


def _acquirers(figures: list[Row]) -> tuple[AcquirerSum, ...]:
    """Refunds of a shift that was open before legs were counted have an amount and no count."""
    legs = {(row[1], row[2]): row[3] for row in _of(figures, LEG_BACK)}
    return tuple(
        AcquirerSum(
            kind=row[1],
            channel=row[2],
            charges=row[3],
            taken=row[4],
            refunds=legs.get((row[1], row[2]), 0),
            given_back=row[5],
        )
        for row in _of(figures, TENDER)
        if row[1] in (TenderKind.EXTERNAL, TenderKind.RECORDED)
    )


def _count(figures: list[Row], sort: str, name: str) -> int:
    return sum(int(row[3]) for row in _of(figures, sort) if row[1] == name)


def _kinds(figures: list[Row]) -> tuple[KindSum, ...]:
    rows = {(row[1], row[2]): row for row in _of(figures, KIND)}
    none = (KIND, "", "", 0, 0, 0)
    found = []
    for name in sorted({name for name, _ in rows}):
        sold, back = rows.get((name, SOLD), none), rows.get((name, BACK), none)
        found.append(
            KindSum(
                name=name,
                count=sold[3],
                quantity=sold[5] - back[5],
                taken=sold[4],
                given_back=back[4],
            )
        )
    return tuple(found)


def _liabilities(figures: list[Row], deposits: KindSum) -> tuple[KindSum, ...]:
    others = tuple(
        KindSum(name=row[1], count=row[3], taken=row[4], given_back=row[5])
        for row in _of(figures, LIABILITY)
    )
    return (deposits, *others) if deposits.taken or deposits.given_back else others


def _cashiers(tx: Tx, shift_id: str) -> tuple[CashierSum, ...]:
    return tuple(
        CashierSum(
            staff_id=row[0],
            name=row[1],
            sale_count=row[2],
            net_sales=row[3],
            refund_count=row[4],
            refund_net=row[5],
        )
        for row in tx.rows(_CASHIERS, (shift_id,))
    )


def _quarters(tx: Tx, shift_id: str) -> tuple[QuarterSum, ...]:
    return tuple(
        QuarterSum(start_ms=row[0], count=row[1], net=row[2])
        for row in tx.rows(_QUARTERS, (shift_id,))
    )
