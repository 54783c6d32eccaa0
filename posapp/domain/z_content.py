"""What an X and a Z report say, block by block (docs/rules.md D); pure, from the figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from posapp.domain.catalog import ProductKind
from posapp.domain.money import half_up
from posapp.domain.receipt_figures import rate
from posapp.domain.sale import TenderKind
from posapp.domain.tender_checks import checks_block
from posapp.domain.z_acquirers import acquirers_block
from posapp.domain.z_blocks import (
    CellKind,
    Name,
    Weight,
    ZBlock,
    ZCell,
    ZRow,
    amount_cell,
    count_cell,
    count_row,
    entries_row,
    literal,
    money_row,
    table_row,
    text_row,
    word,
    word_or,
)
from posapp.domain.z_cash import cash_block
from posapp.domain.z_goods import goods_block
from posapp.domain.z_unusual import cashiers_block, exceptions_block, hours_block, largest_block

if TYPE_CHECKING:
    from posapp.domain.shift import ShiftSums, TenderSum, Unsettled, ZReport

DISCOUNTS: Final = ("line_discount", "order_discount")
"""Shares taken off by hand; a Z of the first releases has them among `manual`."""
STAGES: Final = (*DISCOUNTS, "member", "promotion", "coupon", "manual", "rounding")
TENDER_HEADS: Final = ("way", "count", "taken", "paid_back", "net")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZPaper:
    """What a report needs from outside its figures: local times as text, the program's version."""

    opened: str
    closed: str
    version: str
    approved_by: str = ""


def local_text(at_ms: int, offset_min: int) -> str:
    """YYYY-MM-DD HH:MM on a clock so many minutes ahead of UTC."""
    at = datetime.fromtimestamp(at_ms // 1000, UTC) + timedelta(minutes=offset_min)
    return at.strftime("%Y-%m-%d %H:%M")


def z_blocks(report: ZReport, z: ZPaper) -> tuple[ZBlock, ...]:
    """Every block of a Z that has something to say, in the order in which it is read."""
    sums = report.sums
    blocks = (
        head_block(report, z),
        _sales(report),
        _counts(sums),
        _kinds(sums),
        goods_block(report),
        _deposits(sums),
        _tenders(report),
        acquirers_block(report),
        checks_block(report),
        _check(sums),
        cash_block(report, z.approved_by or report.approved_by),
        _members(report),
        _taxes(sums),
        cashiers_block(sums),
        hours_block(report),
        exceptions_block(sums),
        largest_block(report),
    )
    return tuple(block for block in blocks if block.rows)


def x_blocks(report: ZReport, z: ZPaper, *, blind: bool) -> tuple[ZBlock, ...]:
    """The open shift so far. A blind one has no figure from which its cash could be worked out."""
    if not blind:
        return z_blocks(report, z)
    sums = report.sums
    counts = (
        count_row(word("sale_count"), sums.sale_count),
        ZRow(name=word("item_count"), cells=(_quantity(sums.item_quantity),)),
    )
    others = tuple(_tender(each) for each in sums.tenders if each.kind != TenderKind.CASH)
    title = word("tenders")
    blocks = (
        head_block(report, z),
        ZBlock(key="counts", title=word("counts"), rows=counts),
        ZBlock(key="tenders", title=title, heads=TENDER_HEADS, rows=others),
        acquirers_block(report),
        exceptions_block(sums, amounts=False),
        ZBlock(key="cash", title=word("cash_head"), rows=(ZRow(name=word("x_blind")),)),
    )
    return tuple(block for block in blocks if block.rows)


def head_block(report: ZReport, z: ZPaper) -> ZBlock:
    """Who, where, when, which receipts, what still waits."""
    sums, heading = report.sums, report.heading
    rows = [text_row(word("cashier"), report.staff_name)]
    if report.counted_by and report.counted_by != report.staff_name:
        rows.append(text_row(word("counted_by"), report.counted_by))
    if heading is not None and heading.drawer:
        rows.append(text_row(word("drawer"), heading.drawer))
    rows += [
        text_row(word("business_date"), report.business_date),
        text_row(word("opened"), z.opened),
        text_row(word("closed" if report.number else "until"), z.closed),
    ]
    if sums.first_receipt:
        rows.append(text_row(word("numbers"), f"{sums.first_receipt} … {sums.last_receipt}"))
    if heading is not None:
        rows.append(text_row(word("zone"), heading.time_zone))
    rows += [
        text_row(word("currency"), report.currency),
        text_row(word("version"), z.version),
        entries_row(word("waiting"), report.waiting_to_sync, Weight.STRONG),
    ]
    return ZBlock(key="head", title=literal(""), rows=tuple(rows))


def _sales(report: ZReport) -> ZBlock:
    sums = report.sums
    taken_off = {name.lower(): cut for name, cut in sums.reductions}
    said = [name for name in STAGES if name in taken_off or name not in DISCOUNTS]
    stages = [(word(f"stage_{name}"), taken_off.pop(name, 0)) for name in said]
    stages += [(literal(name), cut) for name, cut in sorted(taken_off.items())]
    back = word("refunds", after=str(sums.refund_count))
    rows = (
        money_row(word("gross_sales"), sums.list_total),
        *(money_row(name, -cut, Weight.SUB) for name, cut in stages),
        money_row(back, -sums.refund_net),
        money_row(word("net_sales"), report.net, Weight.STRONG),
    )
    return ZBlock(key="sales", title=word("sales"), rows=rows)


def _counts(sums: ShiftSums) -> ZBlock:
    average = half_up(sums.net, sums.sale_count) if sums.sale_count else 0
    rows = (
        count_row(word("sale_count"), sums.sale_count),
        ZRow(name=word("item_count"), cells=(_quantity(sums.item_quantity),)),
        money_row(word("average"), average),
    )
    return ZBlock(key="counts", title=word("counts"), rows=rows)


def _kinds(sums: ShiftSums) -> ZBlock:
    rows = tuple(
        table_row(
            word_or(f"kind_{each.name}", each.name),
            count_cell(each.count),
            _quantity(each.quantity),
            amount_cell(each.net),
        )
        for each in sums.kinds
    )
    heads = ("kind", "count", "quantity", "net")
    return ZBlock(key="kinds", title=word("by_kind"), heads=heads, rows=rows)


def _deposits(sums: ShiftSums) -> ZBlock:
    """Taken and given back: owed, never sold, and in no figure of the sales."""
    rows: list[ZRow] = []
    for each in sums.liabilities:
        if each.name == ProductKind.DEPOSIT:
            rows += [
                money_row(word("deposit_taken", after=str(each.count)), each.taken),
                money_row(word("deposit_given"), -each.given_back),
                money_row(word("deposit_owed"), each.net, Weight.STRONG),
            ]
    return ZBlock(key="deposits", title=word("deposit_head"), rows=tuple(rows))


def _tenders(report: ZReport) -> ZBlock:
    sums = report.sums
    rows = [_tender(each) for each in sums.tenders]
    total = table_row(
        word("total"),
        count_cell(sum(each.count for each in sums.tenders)),
        amount_cell(sum(each.taken for each in sums.tenders)),
        amount_cell(sum(each.given_back for each in sums.tenders)),
        amount_cell(sums.tender_net),
        weight=Weight.STRONG,
    )
    rows.append(total)
    if sums.cash_tendered:
        cells = (amount_cell(sums.cash_tendered), amount_cell(-sums.cash_change))
        rows.append(table_row(word("cash_change"), *cells))
    rows.append(entries_row(word("mixed"), sums.mixed_count))
    if report.unsettled is not None:
        rows += _open(report.unsettled)
    return ZBlock(key="tenders", title=word("tenders"), heads=TENDER_HEADS, rows=tuple(rows))


def _open(unsettled: Unsettled) -> list[ZRow]:
    name = word("unknown", after=str(unsettled.count))
    rows = [money_row(name, unsettled.amount)]
    if unsettled.refunds:
        name = word("refund_open", after=str(unsettled.refunds))
        rows.append(money_row(name, unsettled.refunded))
    if unsettled.unbooked:
        name = word("unbooked", after=str(unsettled.unbooked))
        rows.append(money_row(name, unsettled.unbooked_amount))
    return rows


def _tender(each: TenderSum) -> ZRow:
    return table_row(
        Name(tender=(each.kind, each.channel)),
        count_cell(each.count),
        amount_cell(each.taken),
        amount_cell(each.given_back),
        amount_cell(each.net),
    )


def _check(sums: ShiftSums) -> ZBlock:
    """Net sales and what is owed besides are what the tenders brought; top-ups stand apart."""
    owed = tuple(
        money_row(word_or(f"liability_{each.name}", each.name), each.net)
        for each in sums.liabilities
    )
    top_ups = word("top_ups", after=str(sums.top_up_count))
    rows = (
        money_row(word("net_sales"), sums.net),
        *owed,
        money_row(word("should_equal"), sums.tender_net, Weight.STRONG),
        money_row(top_ups, sums.top_up_cash),
    )
    return ZBlock(key="check", title=word("check"), rows=rows)


def _members(report: ZReport) -> ZBlock:
    sums = report.sums
    share = sums.member_sale_net * 1000 // sums.net_sales if sums.net_sales else 0
    name = word("member_sales", after=f"{share // 10}.{share % 10} %")
    value = [each for each in sums.tenders if each.kind == TenderKind.STORED_VALUE]
    used = sum(each.taken for each in value)
    back = sum(each.given_back for each in value)
    rows = (
        money_row(name, sums.member_sale_net),
        count_row(word("member_count"), sums.member_sale_count),
        count_row(word("new_members"), sums.new_members),
        table_row(
            word("points_in_out"), count_cell(sums.points_earned), count_cell(sums.points_burnt)
        ),
        table_row(
            word("value_in"), amount_cell(sums.top_up_principal), amount_cell(sums.top_up_bonus)
        ),
        table_row(word("value_out"), amount_cell(used), amount_cell(back)),
        *_of_all_members(report),
    )
    return ZBlock(key="members", title=word("members"), rows=rows)


def _of_all_members(report: ZReport) -> tuple[ZRow, ...]:
    """What central said of everybody's; the first releases did not ask, and an X does not."""
    central = report.central
    if central is None:
        return ()
    if not central.known:
        return (ZRow(name=word("members_later"), weight=Weight.NOTE),)
    return (
        count_row(word("points_expired"), central.points_expired),
        money_row(word("value_owed"), central.principal),
        money_row(word("bonus_owed"), central.bonus),
    )


def _taxes(sums: ShiftSums) -> ZBlock:
    rows = tuple(
        table_row(literal(rate(each.rate_bp)), amount_cell(each.gross), amount_cell(each.tax))
        for each in sums.taxes
    )
    heads = ("tax_rate", "gross", "tax")
    return ZBlock(key="taxes", title=word("taxes"), heads=heads, rows=rows)


def _quantity(thousandths: int) -> ZCell:
    return ZCell(kind=CellKind.QUANTITY, value=thousandths)
