"""What was returned of a sale, checked against what was sold, inside the refund's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.wire.facts import RefundData, SaleData, from_body

if TYPE_CHECKING:
    from posapp.domain.refund import Refund
    from posapp.domain.sale import Sale
    from posapp.offline.database import Tx

_BODY_OF_SALE: Final = """
    SELECT outbox.body FROM sale JOIN outbox USING (incarnation, seq) WHERE sale.id = ?
"""
_ADD_RETURNED: Final = """
    INSERT INTO returned(sale_id, line, quantity) VALUES (?, ?, ?)
    ON CONFLICT(sale_id, line) DO UPDATE SET quantity = quantity + excluded.quantity
"""


def sale_in(body: bytes) -> Sale:
    """The sale of a sale.v1 body."""
    data = from_body(body).data
    if not isinstance(data, SaleData):
        raise TypeError("not a sale")
    return data.sale


def refund_in(body: bytes) -> Refund:
    """The refund of a refund.v1 body."""
    data = from_body(body).data
    if not isinstance(data, RefundData):
        raise TypeError("not a refund")
    return data.refund


def sale_of_refund(tx: Tx, sale_id: str) -> Sale | None:
    """The sale when this till made it."""
    found = tx.row(_BODY_OF_SALE, (sale_id,))
    return sale_in(found[0]) if found else None


def read_returned(tx: Tx, sale_id: str) -> dict[int, int]:
    """Line number -> thousandths returned at this till."""
    rows = tx.rows("SELECT line, quantity FROM returned WHERE sale_id = ?", (sale_id,))
    return {int(line): int(quantity) for line, quantity in rows}


def add_returned(tx: Tx, refund: Refund, sale: Sale | None) -> None:
    """Count the returned quantities. Raises Refused("refund.more_than_sold", line)."""
    if sale is not None:
        check_not_more(refund, sale, read_returned(tx, sale.id))
    tx.run_many(
        _ADD_RETURNED,
        [(refund.sale_id, line.number, line.quantity) for line in refund.lines if line.quantity],
    )


def check_not_more(refund: Refund, sale: Sale, before: dict[int, int]) -> None:
    """Raises Refused("refund.more_than_sold", line)."""
    sold = {line.number: line.quantity for line in sale.lines}
    for line in refund.lines:
        if before.get(line.number, 0) + line.quantity > sold.get(line.number, 0):
            raise Refused("refund.more_than_sold", line=line.number)
