"""What was sold of each product in a shift: a running figure that every sale adds to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.shift_figures import ProductSum
from posapp.offline.figures import PRODUCT
from posapp.offline.returns import body_in, sale_in

if TYPE_CHECKING:
    from posapp.domain.sale import Sale
    from posapp.offline.database import Tx

_ADD: Final = """
    INSERT INTO figure(shift_id, sort, name, part, source, count, amount, other)
    SELECT ?1, ?2, ?3, ?4, '', 1 + COALESCE(MAX(count), 0), ?5 + COALESCE(amount, 0),
           ?6 + COALESCE(other, 0)
    FROM figure WHERE shift_id = ?1 AND sort = ?2 AND name = ?3
    ON CONFLICT DO UPDATE SET count = excluded.count, amount = excluded.amount,
        other = excluded.other
"""
"""The row of the newest name of a product holds all of it; it is the one that counts most lines."""
_SOLD: Final = """
    SELECT name, part, MAX(count), amount, other FROM figure
    WHERE shift_id = ? AND sort = ? GROUP BY name
"""
_TOLD: Final = """
    SELECT (SELECT COALESCE(SUM(net), 0) FROM sale WHERE shift_id = ?1)
             = COALESCE(SUM(amount), 0),
           COALESCE(SUM(CASE WHEN name = 'deposit' THEN 0 ELSE count END), 0)
    FROM figure WHERE shift_id = ?1 AND sort = 'kind' AND part = 'sold'
"""
"""Whether the kinds of goods tell all that was sold, and how many lines of goods they count."""
_SALES: Final = """
    SELECT outbox.body, sale.body FROM sale LEFT JOIN outbox USING (incarnation, seq)
    WHERE shift_id = ? ORDER BY sale.rowid
"""


def add_products(tx: Tx, shift_id: str, sale: Sale) -> None:
    """Add the lines of a sale; deposits are owed, not sold."""
    lines = [line for line in sale.lines if not line.is_deposit]
    tx.run_many(
        _ADD,
        [(shift_id, PRODUCT, line.code, line.name, line.net, line.quantity) for line in lines],
    )


def products_of(tx: Tx, shift_id: str) -> tuple[ProductSum, ...]:
    """Net in minor units and thousandths, named as it was sold last.

    A shift in which an older program sold has figures of fewer lines than its kinds of goods count:
    then its sales are read, which takes about a second for 2,000 of them.
    """
    rows = tx.rows(_SOLD, (shift_id, PRODUCT))
    is_whole, lines = tx.row(_TOLD, (shift_id,)) or (False, 0)
    if not is_whole or sum(row[2] for row in rows) != lines:
        return _read(tx, shift_id)
    return tuple(
        ProductSum(code=code, name=name, quantity=quantity, net=net)
        for code, name, _, net, quantity in rows
    )


def _read(tx: Tx, shift_id: str) -> tuple[ProductSum, ...]:
    sold: dict[str, ProductSum] = {}
    for row in tx.rows(_SALES, (shift_id,)):
        for line in sale_in(body_in(row)).lines:
            if line.is_deposit:
                continue
            before = sold.get(line.code)
            sold[line.code] = ProductSum(
                code=line.code,
                name=line.name,
                quantity=line.quantity + (before.quantity if before else 0),
                net=line.net + (before.net if before else 0),
            )
    return tuple(sold.values())
