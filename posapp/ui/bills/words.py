"""What a bill and its differences are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.cases.words import kind_title
from posapp.ui.format import local_day_time, money, time_from_ms
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.wire.bills import BillShown, DifferenceShown


def bill_title(bill: BillShown) -> str:
    return f"{bill.day}  {bill.acquirer}"


def bill_sub(bill: BillShown) -> str:
    """Who handed it in, and when."""
    return f"{bill.who}  {local_day_time(time_from_ms(bill.at_ms))}"


def bill_value(bill: BillShown) -> str:
    """How it stands in a word."""
    waiting = sum(each.open for each in bill.differences)
    if waiting:
        return tr("{n} 笔待处理", n=waiting)
    return tr("已处理") if bill.differences else tr("全部相符")


def bill_facts(bill: BillShown) -> str:
    return tr(
        "{file}：共 {rows} 笔，相符 {matched} 笔，不符 {n} 笔",
        file=bill.file_name,
        rows=bill.rows,
        matched=bill.matched,
        n=len(bill.differences),
    )


def difference_title(difference: DifferenceShown) -> str:
    return kind_title(f"bill.{difference.finding}")


def difference_sub(difference: DifferenceShown) -> str:
    """The number to look it up by, and whether somebody has dealt with it."""
    state = tr("待处理") if difference.open else tr("已处理")
    return f"{difference.number}  {state}"


def difference_value(difference: DifferenceShown) -> str:
    """Here and there."""
    here, there = money(difference.here), money(difference.there)
    return tr("本店 {here}，账单 {there}", here=here, there=there)
