"""What the till counted of each channel, beside which an acquirer's own total is laid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.sale import TenderKind
from posapp.domain.shift_figures import AcquirerSum, ChannelOpen
from posapp.domain.z_blocks import (
    Name,
    Weight,
    ZBlock,
    ZRow,
    amount_cell,
    count_cell,
    count_row,
    money_row,
    table_row,
    word,
)

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport

HEADS: Final = ("channel", "count", "taken", "paid_back", "net")


def acquirers_block(report: ZReport) -> ZBlock:
    """Channel by channel: charges, taken, given back, net; below it how many refunds, and what has
    no result yet. Nothing of it is compared: the acquirer's bill comes later, and to central.
    """
    waiting = {} if report.unsettled is None else _by_channel(report.unsettled.channels)
    rows: list[ZRow] = []
    for each in report.sums.acquirers:
        here = waiting.pop(each.channel, None) if each.kind == TenderKind.EXTERNAL else None
        rows += _channel(each, here)
    for channel, left in waiting.items():
        rows += _channel(AcquirerSum(kind=TenderKind.EXTERNAL, channel=channel), left)
    if rows:
        rows += [_total(report.sums.acquirers), ZRow(name=word("bill_later"), weight=Weight.NOTE)]
    return ZBlock(key="acquirers", title=word("acquirers"), heads=HEADS, rows=tuple(rows))


def _channel(each: AcquirerSum, waiting: ChannelOpen | None) -> list[ZRow]:
    rows = [_row(Name(tender=(each.kind, each.channel)), (each,))]
    if each.refunds:
        rows.append(count_row(word("refund_count"), each.refunds, Weight.SUB))
    if waiting is not None and waiting.charges:
        name = word("unknown", after=str(waiting.charges))
        rows.append(money_row(name, waiting.charged, Weight.SUB))
    if waiting is not None and waiting.refunds:
        name = word("refund_open", after=str(waiting.refunds))
        rows.append(money_row(name, waiting.refunded, Weight.SUB))
    if waiting is not None and waiting.unbooked:
        name = word("unbooked", after=str(waiting.unbooked))
        rows.append(money_row(name, waiting.unbooked_amount, Weight.SUB))
    return rows


def _total(sums: tuple[AcquirerSum, ...]) -> ZRow:
    return _row(word("total"), sums, Weight.STRONG)


def _row(name: Name, sums: tuple[AcquirerSum, ...], weight: Weight = Weight.PLAIN) -> ZRow:
    return table_row(
        name,
        count_cell(sum(each.charges for each in sums)),
        amount_cell(sum(each.taken for each in sums)),
        amount_cell(sum(each.given_back for each in sums)),
        amount_cell(sum(each.net for each in sums)),
        weight=weight,
    )


def _by_channel(channels: tuple[ChannelOpen, ...]) -> dict[str, ChannelOpen]:
    return {each.channel: each for each in channels}
