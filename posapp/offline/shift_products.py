"""What was sold of each product in a shift; its sales are read for it when a report is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.shift_figures import ProductSum
from posapp.offline.returns import body_in
from posapp.wire.facts import SaleData, from_body

if TYPE_CHECKING:
    from posapp.offline.database import Tx

_SALES: Final = """
    SELECT outbox.body, sale.body FROM sale LEFT JOIN outbox USING (incarnation, seq)
    WHERE shift_id = ? ORDER BY sale.rowid
"""


def products_of(tx: Tx, shift_id: str) -> tuple[ProductSum, ...]:
    """Net in minor units and thousandths, named as it was sold last; deposits are not sold."""
    sold: dict[str, ProductSum] = {}
    for row in tx.rows(_SALES, (shift_id,)):
        fact = from_body(body_in(row))
        assert isinstance(fact.data, SaleData)
        for line in fact.data.sale.lines:
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
