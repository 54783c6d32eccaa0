"""The rows of a Z report as a person reads them: sales, tenders, cash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.ui.format import money_digits, percent
from posapp.ui.i18n import tr
from posapp.ui.shift.words import reduction_name, tender_name

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name, an optional count, and a text at the right; a sum stands under a line."""

    title: str
    text: str
    count: int | None = None
    is_sum: bool = False


def sales_rows(z: ZReport) -> tuple[Row, ...]:
    """From list prices to net, and what came in besides sales."""
    sums = z.sums
    cuts = tuple(
        Row(title=reduction_name(stage), text=money_digits(-amount))
        for stage, amount in sums.reductions
        if amount
    )
    taxes = tuple(
        Row(title=tr("其中税额 {rate}", rate=percent(tax.rate_bp)), text=money_digits(tax.tax))
        for tax in sums.taxes
    )
    return (
        Row(title=tr("毛销售"), text=money_digits(sums.list_total)),
        *cuts,
        Row(title=tr("退款"), text=money_digits(-sums.refund_net)),
        Row(title=tr("净销售"), text=money_digits(z.net), is_sum=True),
        *taxes,
        Row(title=tr("储值充值 (负债)"), text=money_digits(sums.top_up_cash)),
        Row(title=tr("收款合计"), text=money_digits(z.net + sums.top_up_cash), is_sum=True),
    )


def tender_rows(z: ZReport) -> tuple[Row, ...]:
    """Per tender its count and net; top-ups are cash besides the sales."""
    sums = z.sums
    rows = tuple(
        Row(
            title=tender_name(each.kind, each.channel),
            text=money_digits(each.net),
            count=each.count,
        )
        for each in sums.tenders
    )
    top_ups = (
        Row(title=tr("充值收现金"), text=money_digits(sums.top_up_cash), count=sums.top_up_count),
    )
    count = sum(each.count for each in sums.tenders) + sums.top_up_count
    net = sum(each.net for each in sums.tenders) + sums.top_up_cash
    return (
        *rows,
        *(top_ups if sums.top_up_count else ()),
        Row(title=tr("合计"), text=money_digits(net), count=count, is_sum=True),
    )


def cash_rows(z: ZReport) -> tuple[Row, ...]:
    """What should lie in the drawer, and what did."""
    sums = z.sums
    taken = sum(each.taken for each in sums.tenders if each.kind == "cash")
    back = sum(each.given_back for each in sums.tenders if each.kind == "cash")
    optional = (
        (tr("充值收现金"), sums.top_up_cash),
        (tr("存入现金"), sums.cash_in),
        (tr("取出现金"), -sums.cash_out),
    )
    return (
        Row(title=tr("备用金"), text=money_digits(z.float_amount)),
        Row(title=tr("现金收"), text=money_digits(taken)),
        Row(title=tr("现金退"), text=money_digits(-back)),
        *(Row(title=title, text=money_digits(amount)) for title, amount in optional if amount),
        Row(title=tr("应有"), text=money_digits(z.expected_cash), is_sum=True),
        Row(title=tr("实点"), text=money_digits(z.counted_cash)),
    )
