"""Who sold what, when, and what a manager wants to see although it was allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.shift_figures import ExceptionKind
from posapp.domain.z_blocks import (
    CellKind,
    Weight,
    ZBlock,
    ZCell,
    ZRow,
    amount_cell,
    count_cell,
    literal,
    table_row,
    text_cell,
    word,
    word_or,
)

if TYPE_CHECKING:
    from posapp.domain.shift import ShiftSums, ZReport
    from posapp.domain.shift_figures import ExceptionSum

HOUR_MS: Final = 3_600_000
MINUTE_MS: Final = 60_000


def cashiers_block(sums: ShiftSums) -> ZBlock:
    """Sales, net and refunds of everybody who sold in the shift."""
    rows = tuple(
        table_row(
            literal(each.name),
            count_cell(each.sale_count),
            amount_cell(each.net_sales - each.refund_net),
            amount_cell(-each.refund_net),
        )
        for each in sums.cashiers
    )
    heads = ("who", "sale_count", "net", "refunds")
    return ZBlock(key="cashiers", title=word("by_cashier"), heads=heads, rows=rows)


def by_hour(report: ZReport) -> dict[int, tuple[int, int]]:
    """Hour of the shop's day -> count and net of the sales in it."""
    offset = 0 if report.heading is None else report.heading.utc_offset_min * MINUTE_MS
    hours: dict[int, tuple[int, int]] = {}
    for each in report.sums.quarters:
        hour = (each.start_ms + offset) // HOUR_MS % 24
        count, net = hours.get(hour, (0, 0))
        hours[hour] = (count + each.count, net + each.net)
    return hours


def hours_block(report: ZReport) -> ZBlock:
    """One row for each hour in which something was sold, in the order of the shift."""
    hours = by_hour(report)
    most = max((net for _, net in hours.values()), default=0)
    rows = tuple(
        table_row(
            literal(f"{hour:02d}:00"),
            ZCell(kind=CellKind.BAR, value=1000 * max(net, 0) // most if most > 0 else 0),
            count_cell(count),
            amount_cell(net),
        )
        for hour, (count, net) in hours.items()
    )
    heads = ("hour", "", "count", "net")
    return ZBlock(key="hours", title=word("by_hour"), heads=heads, rows=rows)


def exceptions_block(sums: ShiftSums, *, amounts: bool = True) -> ZBlock:
    """Every kind with its count and amount, below it each person's own."""
    rows: list[ZRow] = []
    for kind in ExceptionKind:
        mine = [each for each in sums.exceptions if each.kind == kind]
        count = sum(each.count for each in mine) if mine else _counted_before(sums, kind)
        name = word(f"exception_{kind}")
        total = sum(each.amount for each in mine)
        rows.append(table_row(name, count_cell(count), *_amount(total, wanted=amounts)))
        rows += [_person(each, amounts=amounts) for each in mine if each.staff_name]
    others = [each for each in sums.exceptions if each.kind not in tuple(ExceptionKind)]
    for each in others:
        name = word_or(f"exception_{each.kind}", each.kind)
        rows.append(table_row(name, count_cell(each.count), *_amount(each.amount, wanted=amounts)))
    heads = ("what", "count", "amount") if amounts else ("what", "count")
    return ZBlock(key="exceptions", title=word("exceptions"), heads=heads, rows=tuple(rows))


def _person(each: ExceptionSum, *, amounts: bool) -> ZRow:
    cells = (count_cell(each.count), *_amount(each.amount, wanted=amounts))
    return table_row(literal(each.staff_name), *cells, weight=Weight.SUB)


def _amount(minor: int, *, wanted: bool) -> tuple[ZCell, ...]:
    return (amount_cell(minor),) if wanted else ()


def _counted_before(sums: ShiftSums, kind: ExceptionKind) -> int:
    """What the first Zs counted; theirs had no names."""
    counted = {
        ExceptionKind.REFUND: sums.refund_count,
        ExceptionKind.REPRINT: sums.reprints,
        ExceptionKind.DRAWER_OPEN: sums.drawer_opens,
        ExceptionKind.OFFLINE_SALE: sums.offline_sales,
        ExceptionKind.APPROVAL: sums.approvals,
    }
    return counted.get(kind, 0)


def largest_block(report: ZReport) -> ZBlock:
    """The five with the largest amounts: what, who, which receipt or when, how much."""
    rows = tuple(
        table_row(
            word_or(f"exception_{each.kind}", each.kind),
            text_cell(each.staff_name),
            text_cell(each.reference or _clock(report, each.at_ms)),
            amount_cell(each.amount),
        )
        for each in report.sums.largest
    )
    heads = ("what", "who", "receipt_number", "amount")
    return ZBlock(key="largest", title=word("largest"), heads=heads, rows=rows)


def _clock(report: ZReport, at_ms: int) -> str:
    offset = 0 if report.heading is None else report.heading.utc_offset_min
    minutes = at_ms // MINUTE_MS + offset
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
