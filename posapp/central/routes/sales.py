"""Sales by receipt number, wherever in the tenant they were made."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from posapp.central.apply_refund import returned_of, stored_sale
from posapp.central.endpoint import Call, Endpoint
from posapp.central.tables.sales import sale as sale_table
from posapp.wire.requests import FindSale, FindSaleReply


def _find(call: Call) -> FindSaleReply:
    """An unknown number is an answer without a sale."""
    number = call.read(FindSale).receipt_number
    tenant_id = call.caller.tenant.id
    with call.central.database.read() as connection:
        sale_id = connection.execute(
            select(sale_table.c.id)
            .where(sale_table.c.tenant_id == tenant_id, sale_table.c.receipt_number == number)
            .order_by(sale_table.c.at_ms)
            .limit(1)
        ).scalar()
        stored = None if sale_id is None else stored_sale(connection, tenant_id, sale_id)
        if stored is None:
            return FindSaleReply(request_id=call.request_id)
        sale, row = stored
        returned = returned_of(connection, sale.id)
    return FindSaleReply(
        request_id=call.request_id,
        sale=sale,
        sold_at_ms=row.at_ms,
        shop_id=row.shop_id,
        terminal_id=row.terminal_id,
        returned=tuple(sorted(returned.items())),
    )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/sales/find",
        summary="A sale by its receipt number, with what came back of it",
        handler=_find,
        takes=FindSale,
        gives=FindSaleReply,
    ),
)
