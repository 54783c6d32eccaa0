"""The cash of a report: what should lie in the drawer, what was counted, and why they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.receipt_figures import amount
from posapp.domain.sale import TenderKind
from posapp.domain.z_blocks import (
    Name,
    Weight,
    ZBlock,
    ZRow,
    amount_cell,
    count_row,
    literal,
    money_row,
    table_row,
    text_cell,
    text_row,
    word,
)

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport


def cash_block(report: ZReport, approved_by: str) -> ZBlock:
    """Float + taken - given back + top-ups + in - out - dropped = expected; then the count."""
    rows = _expected(report)
    if report.number:
        rows += _counted(report) + _explained(report, approved_by)
    return ZBlock(key="cash", title=word("cash_head"), rows=tuple(rows))


def _expected(report: ZReport) -> list[ZRow]:
    sums = report.sums
    cash = [each for each in sums.tenders if each.kind == TenderKind.CASH]
    return [
        money_row(word("float"), report.float_amount),
        money_row(word("cash_taken"), sum(each.taken for each in cash)),
        money_row(word("cash_back"), -sum(each.given_back for each in cash)),
        money_row(word("cash_top_ups"), sums.top_up_cash),
        money_row(word("cash_in"), sums.cash_in),
        money_row(word("cash_out"), -sums.cash_out),
        money_row(word("dropped"), -sums.cash_dropped),
        money_row(word("expected"), report.expected_cash, Weight.STRONG),
    ]


def _counted(report: ZReport) -> list[ZRow]:
    rows = [_pieces(value, pieces) for value, pieces in report.count]
    rows.append(money_row(word("counted"), report.counted_cash, Weight.STRONG))
    return [*rows, ZRow(name=word("counter_saw"))] if report.counter_saw else rows


def _pieces(value: int, pieces: int) -> ZRow:
    """A denomination and its pieces; denomination 1 holds whatever was counted as an amount."""
    if value == 1:
        cells = (text_cell(""), amount_cell(pieces))
        return table_row(word("odd_cash"), *cells, weight=Weight.SUB)
    face = literal(f"¥{amount(value).removesuffix('.00')}")
    cells = (text_cell(f"× {pieces}"), amount_cell(value * pieces))
    return table_row(face, *cells, weight=Weight.SUB)


def _explained(report: ZReport, approved_by: str) -> list[ZRow]:
    rows = [money_row(_over_or_short(report.difference), report.difference, Weight.STRONG)]
    if report.difference_reason:
        rows.append(text_row(word("reason"), report.difference_reason, Weight.NOTE))
    if approved_by:
        rows.append(text_row(word("approved_by"), approved_by, Weight.NOTE))
    rows.append(count_row(word("recounts"), report.recounts))
    rows += [
        money_row(word("earlier_count", count=place), counted, Weight.SUB)
        for place, counted in enumerate(report.earlier_counts, 1)
    ]
    handed_in = report.counted_cash - report.kept_float
    return [
        *rows,
        money_row(word("kept_float"), report.kept_float),
        money_row(word("handed_in"), handed_in, Weight.STRONG),
    ]


def _over_or_short(difference: int) -> Name:
    if difference == 0:
        return word("even")
    return word("over" if difference > 0 else "short")
