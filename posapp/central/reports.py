"""Sums over what was sold, for one tenant and optionally one terminal, day or shift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, ColumnElement, Table, cast, func, select

from posapp.central.ledger import BONUS, SV_AVAILABLE, SV_HELD
from posapp.central.report_shapes import (
    DepositTotal,
    RefundTotal,
    SaleShown,
    SalesReport,
    ShiftShown,
    ShiftsReport,
    ShiftTotal,
    Summary,
    TenderShown,
    TenderTotal,
    TopUpTotal,
    ValueOwed,
)
from posapp.central.tables.inbox import case, inbox
from posapp.central.tables.ledger import account, alloc
from posapp.central.tables.members import member
from posapp.central.tables.sales import refund, refund_give, sale, sale_tender, shift, top_up
from posapp.central.tables.shops import tenant, terminal
from posapp.domain.sale import Part, TenderKind
from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

MOST_SALES: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Empty texts mean all. `terminal` is a terminal's code, `business_date` YYYY-MM-DD."""

    tenant_id: str
    terminal: str = ""
    business_date: str = ""
    shift_id: str = ""
    after: str = ""
    limit: int = 0

    def on(self, table: Table) -> list[ColumnElement[bool]]:
        """The conditions on one of the tables that carry tenant, terminal, day and shift."""
        found: list[ColumnElement[bool]] = [table.c.tenant_id == self.tenant_id]
        if self.terminal:
            of_code = select(terminal.c.id).where(
                terminal.c.tenant_id == self.tenant_id, terminal.c.code == self.terminal
            )
            found.append(table.c.terminal_id.in_(of_code))
        if self.business_date:
            found.append(table.c.business_date == self.business_date)
        if self.shift_id:
            column = table.c.id if table is shift else table.c.shift_id
            found.append(column == self.shift_id)
        return found


def summary(connection: Connection, which: Filter, request_id: str) -> Summary:
    """Everything that a till can compare with its own sums."""
    totals = connection.execute(
        select(
            func.count().label("baskets"),
            *(_sum(sale, name) for name in _SALE_SUMS),
        ).where(*which.on(sale))
    ).one()
    tenders = _tenders(connection, which)
    coupons = TenderKind.THIRD_PARTY_COUPON.value
    return Summary(
        request_id=request_id,
        currency=_currency(connection, which),
        baskets=totals.baskets,
        lines=totals.lines,
        list=totals.list_total,
        member_reduction=totals.member_cut,
        promotion=totals.promotion_cut,
        retailer_coupon=totals.coupon_cut,
        manual=totals.manual_cut,
        rounding=totals.rounding_cut,
        net=totals.net,
        tax=totals.tax,
        manufacturer_coupon=sum(each.taken for each in tenders if each.kind == coupons),
        points=totals.points_earned,
        offline_baskets=totals.offline,
        tenders=tenders,
        refunds=_refunds(connection, which),
        top_ups=_top_ups(connection, which),
        shifts=_shift_total(connection, which),
        members=_count(
            connection,
            member,
            (member.c.tenant_id == which.tenant_id) & member.c.merged_into.is_(None),
        ),
        quarantined=_count(
            connection,
            inbox,
            inbox.c.tenant_id == which.tenant_id,
            inbox.c.outcome == ItemOutcome.QUARANTINED.value,
        ),
        open_cases=_count(
            connection, case, case.c.tenant_id == which.tenant_id, case.c.closed == 0
        ),
        deposits=DepositTotal(taken=totals.deposits, given_back=_given_back(connection, which)),
        value_owed=_value_owed(connection, which.tenant_id),
    )


def sales_report(connection: Connection, which: Filter, request_id: str) -> SalesReport:
    """A page of sales in order of their ids, which is the order in which they began."""
    most = min(which.limit or MOST_SALES, MOST_SALES)
    returned = (
        select(func.coalesce(func.sum(refund.c.net), 0))
        .where(refund.c.sale_id == sale.c.id)
        .scalar_subquery()
    )
    query = (
        select(sale, terminal.c.code, member.c.number, returned.label("refunded"))
        .join(terminal, terminal.c.id == sale.c.terminal_id)
        .outerjoin(member, member.c.id == sale.c.member_id)
        .where(*which.on(sale), sale.c.id > which.after)
        .order_by(sale.c.id)
        .limit(most + 1)
    )
    rows = connection.execute(query).all()
    page = rows[:most]
    tenders = _tenders_of(connection, [row.id for row in page])
    return SalesReport(
        request_id=request_id,
        sales=tuple(_sale_shown(row, tenders.get(row.id, [])) for row in page),
        next=page[-1].id if len(rows) > most else "",
    )


def shifts_report(connection: Connection, which: Filter, request_id: str) -> ShiftsReport:
    """Each shift as its Z says, beside what central counted of its sales and refunds."""
    query = (
        select(shift, terminal.c.code)
        .join(terminal, terminal.c.id == shift.c.terminal_id)
        .where(*which.on(shift))
        .order_by(shift.c.opened_ms, shift.c.id)
    )
    rows = connection.execute(query).all()
    sold = _per_shift(connection, sale, which)
    returned = _per_shift(connection, refund, which)
    return ShiftsReport(
        request_id=request_id,
        shifts=tuple(
            ShiftShown(
                id=row.id,
                terminal=row.code,
                staff_name=row.staff_name,
                business_date=row.business_date,
                opened_ms=row.opened_ms,
                closed_ms=row.closed_ms or 0,
                float_amount=row.float_amount,
                z_number=row.z_number or 0,
                z_digest=row.z_digest,
                expected_cash=row.expected_cash,
                counted_cash=row.counted_cash,
                difference=row.difference,
                till_sales=row.till_sales,
                till_net=row.till_net,
                central_sales=sold.get(row.id, (0, 0))[0],
                central_net=sold.get(row.id, (0, 0))[1] - returned.get(row.id, (0, 0))[1],
                drawer=row.drawer,
            )
            for row in rows
        ),
    )


_SALE_SUMS: Final = (
    "lines",
    "list_total",
    "member_cut",
    "promotion_cut",
    "coupon_cut",
    "manual_cut",
    "rounding_cut",
    "net",
    "tax",
    "points_earned",
    "offline",
    "deposits",
)


def _sum(table: Table, name: str) -> ColumnElement[int]:
    # A sum of BIGINT is NUMERIC on PostgreSQL.
    return cast(func.coalesce(func.sum(table.c[name]), 0), BigInteger).label(name)


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


def _currency(connection: Connection, which: Filter) -> str:
    query = select(tenant.c.currency).where(tenant.c.id == which.tenant_id)
    return str(connection.execute(query).scalar_one())


def _tenders(connection: Connection, which: Filter) -> tuple[TenderTotal, ...]:
    kind, channel = sale_tender.c.kind, sale_tender.c.channel
    taken = connection.execute(
        select(kind, channel, func.count(), func.sum(sale_tender.c.amount))
        .join(sale, sale.c.id == sale_tender.c.sale_id)
        .where(*which.on(sale))
        .group_by(kind, channel)
    )
    totals = {(row[0], row[1]): (row[2], int(row[3])) for row in taken}
    given = connection.execute(
        select(refund_give.c.kind, refund_give.c.channel, func.sum(refund_give.c.amount))
        .join(refund, refund.c.id == refund_give.c.refund_id)
        .where(*which.on(refund), refund_give.c.part != Part.POINTS.value)
        .group_by(refund_give.c.kind, refund_give.c.channel)
    )
    back = {(row[0], row[1]): int(row[2]) for row in given}
    return tuple(
        TenderTotal(
            kind=key[0],
            channel=key[1],
            count=totals.get(key, (0, 0))[0],
            taken=totals.get(key, (0, 0))[1],
            given_back=back.get(key, 0),
        )
        for key in sorted(totals.keys() | back.keys())
    )


def _refunds(connection: Connection, which: Filter) -> RefundTotal:
    row = connection.execute(
        select(func.count().label("count"), _sum(refund, "net"), _sum(refund, "claw")).where(
            *which.on(refund)
        )
    ).one()
    return RefundTotal(count=row[0], net=row.net, claw=row.claw)


def _given_back(connection: Connection, which: Filter) -> int:
    query = select(_sum(refund, "deposits")).where(*which.on(refund))
    return int(connection.execute(query).scalar_one())


def _top_ups(connection: Connection, which: Filter) -> TopUpTotal:
    row = connection.execute(
        select(func.count(), _sum(top_up, "principal"), _sum(top_up, "bonus")).where(
            *which.on(top_up)
        )
    ).one()
    return TopUpTotal(count=row[0], principal=row.principal, bonus=row.bonus)


def _value_owed(connection: Connection, tenant_id: str) -> ValueOwed:
    query = (
        select(account.c.kind, _sum(account, "balance"))
        .where(
            account.c.tenant_id == tenant_id,
            account.c.member_id.is_not(None),
            account.c.kind.in_((SV_AVAILABLE, SV_HELD, BONUS)),
        )
        .group_by(account.c.kind)
    )
    found = {row[0]: int(row[1]) for row in connection.execute(query)}
    principal = found.get(SV_AVAILABLE, 0) + found.get(SV_HELD, 0)
    return ValueOwed(principal=principal, bonus=found.get(BONUS, 0))


def _shift_total(connection: Connection, which: Filter) -> ShiftTotal:
    row = connection.execute(
        select(func.count(), func.count(shift.c.closed_ms), _sum(shift, "difference")).where(
            *which.on(shift)
        )
    ).one()
    return ShiftTotal(opened=row[0], closed=row[1], difference=row.difference)


def _per_shift(connection: Connection, table: Table, which: Filter) -> dict[str, tuple[int, int]]:
    rows = connection.execute(
        select(table.c.shift_id, func.count(), func.sum(table.c.net))
        .where(*which.on(table), table.c.shift_id.is_not(None))
        .group_by(table.c.shift_id)
    )
    return {row[0]: (row[1], int(row[2])) for row in rows}


def _tenders_of(connection: Connection, sale_ids: Sequence[str]) -> dict[str, list[TenderShown]]:
    parts = _value_parts(connection, sale_ids)
    rows = connection.execute(
        select(sale_tender)
        .where(sale_tender.c.sale_id.in_(sale_ids))
        .order_by(sale_tender.c.sale_id, sale_tender.c.n)
    )
    found: dict[str, list[TenderShown]] = {}
    for row in rows:
        found.setdefault(row.sale_id, []).append(
            TenderShown(
                kind=row.kind,
                channel=row.channel,
                amount=row.amount,
                points=row.points,
                principal=parts.get((row.sale_id, row.tender_id, Part.PRINCIPAL.value), 0),
                bonus=parts.get((row.sale_id, row.tender_id, Part.BONUS.value), 0),
            )
        )
    return found


def _value_parts(
    connection: Connection, sale_ids: Sequence[str]
) -> dict[tuple[str, str, str], int]:
    rows = connection.execute(
        select(alloc.c.sale_id, alloc.c.tender_id, alloc.c.part, func.sum(alloc.c.amount))
        .where(
            alloc.c.sale_id.in_(sale_ids),
            alloc.c.part.in_((Part.PRINCIPAL.value, Part.BONUS.value)),
        )
        .group_by(alloc.c.sale_id, alloc.c.tender_id, alloc.c.part)
    )
    return {(row[0], row[1], row[2]): int(row[3]) for row in rows}


def _sale_shown(row: Any, tenders: list[TenderShown]) -> SaleShown:
    return SaleShown(
        id=row.id,
        receipt_number=row.receipt_number,
        terminal=row.code,
        business_date=row.business_date,
        at_ms=row.at_ms,
        member=row.number or "",
        list=row.list_total,
        net=row.net,
        points=row.points_earned,
        offline=bool(row.offline),
        refunded=int(row.refunded),
        tenders=tuple(tenders),
        deposits=row.deposits,
    )
