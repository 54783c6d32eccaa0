"""Who sold offline while the shop's other tills were online: for an operator to look at.

A till is offline by what its own line did, so one that pulls the plug dodges what central would
have asked. Nothing here is proof; a till whose share stands out deserves a look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, and_, case, cast, exists, func, select

from posapp.central.commands import central_of
from posapp.central.seeding import only_tenant
from posapp.central.tables.sales import sale, sale_tender
from posapp.central.tables.shops import terminal
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

Answer = dict[str, Any]

DAY_MS: Final = 86_400_000
NEAR_MS: Final = 120_000
"""A sale that another till of the shop made online this close shows that central was there."""
MOST_DAYS: Final = 366


def offline_report(data: Path, *, days: int) -> Answer:
    """Per till and cashier: sales, those offline, those offline while another till was online.

    Amounts in minor units. Raises Refused("report.days_not_valid").
    """
    if not 1 <= days <= MOST_DAYS:
        raise Refused("report.days_not_valid", most=MOST_DAYS)
    central = central_of(data)
    try:
        since_ms = central.clock.wall_ms() - days * DAY_MS
        tenant_id = only_tenant(central).id
        with central.database.read() as connection:
            return {"days": days, "rows": offline_rows(connection, tenant_id, since_ms)}
    finally:
        central.database.close()


def offline_rows(connection: Connection, tenant_id: str, since_ms: int) -> list[Answer]:
    """The most suspicious first; who never sold offline is left out."""
    other = sale.alias("other")
    another_online = exists().where(
        other.c.tenant_id == sale.c.tenant_id,
        other.c.at_ms.between(sale.c.at_ms - NEAR_MS, sale.c.at_ms + NEAR_MS),
        other.c.shop_id == sale.c.shop_id,
        other.c.terminal_id != sale.c.terminal_id,
        other.c.offline == 0,
    )
    alone = and_(sale.c.offline == 1, another_online)
    lent = (
        select(func.coalesce(func.sum(sale_tender.c.amount), 0))
        .where(
            sale_tender.c.sale_id == sale.c.id, sale_tender.c.kind.in_(("stored_value", "points"))
        )
        .scalar_subquery()
    )
    each = (
        select(
            sale.c.terminal_id,
            sale.c.staff_name,
            sale.c.offline,
            sale.c.net,
            case((alone, 1), else_=0).label("alone"),
            case((sale.c.offline == 1, lent), else_=0).label("lent"),
        )
        .where(sale.c.tenant_id == tenant_id, sale.c.at_ms >= since_ms)
        .subquery("each")
    )
    counted = (
        select(
            terminal.c.code,
            each.c.staff_name,
            func.count().label("sales"),
            _sum(each.c.offline).label("offline"),
            _sum(each.c.alone).label("alone"),
            _sum(each.c.net * each.c.alone).label("alone_net"),
            _sum(each.c.lent * each.c.alone).label("alone_lent"),
        )
        .join(terminal, terminal.c.id == each.c.terminal_id)
        .group_by(terminal.c.code, each.c.staff_name)
        .having(func.sum(each.c.offline) > 0)
    )
    found = [_row(row) for row in connection.execute(counted)]
    return sorted(found, key=lambda row: (-row["offline_while_others_online"], row["till"]))


def _sum(column: Any) -> Any:
    return cast(func.sum(column), BigInteger)


def _row(row: Any) -> Answer:
    return {
        "till": row.code,
        "cashier": row.staff_name,
        "sales": row.sales,
        "offline": row.offline,
        "offline_while_others_online": row.alone,
        "net_of_those": row.alone_net,
        "lent_value_of_those": row.alone_lent,
    }
