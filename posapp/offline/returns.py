"""What was returned of a sale, checked against what was sold, inside the refund's transaction."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.wire.facts import RefundData, SaleData, from_body

if TYPE_CHECKING:
    from posapp.domain.refund import Refund
    from posapp.domain.sale import Sale
    from posapp.offline.database import Row, Tx

SALE_BY_ID: Final = """
    SELECT outbox.body, sale.body FROM sale LEFT JOIN outbox USING (incarnation, seq)
    WHERE sale.id = ?
"""
_ADD_RETURNED: Final = """
    INSERT INTO returned(sale_id, line, quantity) VALUES (?, ?, ?)
    ON CONFLICT(sale_id, line) DO UPDATE SET quantity = quantity + excluded.quantity
"""


def packed(body: bytes) -> bytes:
    """The body as it stays in its own table once its entry has left the journal."""
    return zlib.compress(body)


def body_in(row: Row) -> bytes:
    """The body from its journal entry (first column), or from where it stayed (second)."""
    found: bytes = row[0] if row[0] is not None else zlib.decompress(row[1])
    return found


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


def sale_of(tx: Tx, sale_id: str) -> Sale | None:
    """The sale when this till made it."""
    found = tx.row(SALE_BY_ID, (sale_id,))
    return sale_in(body_in(found)) if found else None


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
