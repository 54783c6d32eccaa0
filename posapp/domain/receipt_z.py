"""A Z report on paper: the shift's figures, how payments tie to sales, and the cash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.receipt import (
    Align,
    Band,
    Block,
    Columns,
    Feed,
    Pair,
    Qr,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
)
from posapp.domain.receipt_figures import amount, points, quantity, rate
from posapp.domain.receipt_head import PaperHead, table_cells, till_name
from posapp.domain.receipt_sale import tender_name
from posapp.domain.receipt_words import Words
from posapp.domain.sale import TenderKind

if TYPE_CHECKING:
    from posapp.domain.shift import TenderSum, ZReport

_STAGES = ("member", "promotion", "coupon", "manual", "rounding")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZPaper:
    """What a Z needs from outside its figures: local times as text and the program's version."""

    opened: str
    closed: str
    version: str
    approved_by: str = ""


def z_receipt(report: ZReport, paper: PaperHead, z: ZPaper) -> Receipt:
    """The paper of a closed shift; `ShiftSums.reductions` names stages in lower case."""
    words = Words(paper.language)
    number = f"{report.number:06d}"
    sections = (
        _sales(words, report),
        _counts(words, report),
        _tenders(words, report),
        _check(words, report),
        _cash(words, report, z),
        _members(words, report),
        _taxes(words, report),
        _exceptions(words, report),
    )
    blocks = _head(words, report, paper, z, number)
    for section in sections:
        blocks += [*section, Rule()]
    blocks += _foot(words, report, paper, number)
    return Receipt(kind=ReceiptKind.SHIFT_Z, number=f"Z{number}", blocks=tuple(blocks))


def _head(words: Words, report: ZReport, paper: PaperHead, z: ZPaper, number: str) -> list[Block]:
    sums = report.sums
    blocks: list[Block] = [
        Text(text=f"{paper.brand} · {paper.shop}", align=Align.CENTER, style=Style.BOLD),
        Band(text=f"{words('z_report')}  {number}"),
        Pair(left=till_name(paper), right=report.staff_name),
        Pair(left=words("business_date"), right=report.business_date),
        Pair(left=words("opened"), right=z.opened),
        Pair(left=words("closed"), right=z.closed),
    ]
    if sums.first_receipt:
        span = f"{sums.first_receipt} {words('to')} {sums.last_receipt}"
        blocks.append(Pair(left=words("numbers"), right=span))
    place = f"{words('zone')} {paper.zone}  {words('currency')} {report.currency}"
    blocks.append(Pair(left=place, right=f"{words('version')} {z.version}"))
    waiting = words("entries", count=report.waiting_to_sync)
    blocks.append(Pair(left=words("waiting"), right=waiting, style=Style.BOLD))
    return [*blocks, Rule(kind=RuleKind.SOLID)]


def _sales(words: Words, report: ZReport) -> list[Block]:
    sums = report.sums
    taken_off = {name.lower(): cut for name, cut in sums.reductions}
    rows: list[Block] = [_title(words("sales")), _row(words("gross_sales"), sums.list_total)]
    for stage in _STAGES:
        cut = taken_off.pop(stage, 0)
        rows.append(_sub(words(f"stage_{stage}"), amount(-cut)))
    rows += [_sub(name, amount(-cut)) for name, cut in sorted(taken_off.items())]
    back = words("entries", count=sums.refund_count)
    rows.append(_row(f"{words('refunds')}  {back}", -sums.refund_net))
    return [*rows, _strong(words("net_sales"), amount(report.net))]


def _counts(words: Words, report: ZReport) -> list[Block]:
    sums = report.sums
    average = sums.net_sales // sums.sale_count if sums.sale_count else 0
    return [
        _title(words("counts")),
        Pair(left=words("sale_count"), right=str(sums.sale_count)),
        Pair(left=words("item_count"), right=quantity(sums.item_quantity)),
        _row(words("average"), average),
    ]


def _tenders(words: Words, report: ZReport) -> list[Block]:
    shares = (13, 6, 10, 9, 10)
    heads = ("way", "count", "taken", "paid_back", "net")
    names = tuple(words(key) for key in heads)
    rows: list[Block] = [
        _title(words("tenders")),
        Columns(cells=table_cells(names), shares=shares, style=Style.NOTE),
    ]
    tenders = report.sums.tenders
    for each in tenders:
        figures = (
            _tender_name(words, each),
            str(each.count),
            amount(each.taken),
            amount(each.given_back),
            amount(each.net),
        )
        rows.append(Columns(cells=table_cells(figures), shares=shares))
    totals = (
        words("total"),
        str(sum(each.count for each in tenders)),
        amount(sum(each.taken for each in tenders)),
        amount(sum(each.given_back for each in tenders)),
        amount(sum(each.net for each in tenders)),
    )
    return [*rows, Columns(cells=table_cells(totals), shares=shares, style=Style.BOLD)]


def _tender_name(words: Words, each: TenderSum) -> str:
    try:
        kind = TenderKind(each.kind)
    except ValueError:
        return each.kind
    return tender_name(words, kind, each.channel)


def _check(words: Words, report: ZReport) -> list[Block]:
    sums = report.sums
    count = words("entries", count=sums.top_up_count)
    payments = sum(each.net for each in sums.tenders)
    return [
        _title(words("check")),
        _row(words("net_sales"), report.net),
        Pair(left=words("should_equal"), right=amount(payments), style=Style.BOLD),
        _row(f"{words('top_ups')}  {count}", sums.top_up_cash),
    ]


def _cash(words: Words, report: ZReport, z: ZPaper) -> list[Block]:
    cash = [each for each in report.sums.tenders if each.kind == TenderKind.CASH]
    rows: list[Block] = [
        _title(words("cash_head")),
        _row(words("float"), report.float_amount),
        _row(words("cash_taken"), sum(each.taken for each in cash)),
        _row(words("cash_back"), -sum(each.given_back for each in cash)),
        _row(words("cash_top_ups"), report.sums.top_up_cash),
        _row(words("cash_in"), report.sums.cash_in),
        _row(words("cash_out"), -report.sums.cash_out),
        _strong(words("expected"), amount(report.expected_cash)),
        Rule(),
    ]
    rows += [_counted(words, value, pieces) for value, pieces in report.count]
    rows.append(_strong(words("counted"), amount(report.counted_cash)))
    rows.append(_strong(_over_or_short(words, report.difference), amount(report.difference)))
    if report.difference_reason:
        rows.append(Pair(left=words("reason"), right=report.difference_reason, style=Style.NOTE))
    if z.approved_by:
        rows.append(Pair(left=words("approved_by"), right=z.approved_by, style=Style.NOTE))
    rows.append(_row(words("kept_float"), report.kept_float))
    handed_in = amount(report.counted_cash - report.kept_float)
    return [*rows, Pair(left=words("handed_in"), right=handed_in, style=Style.BOLD)]


def _counted(words: Words, value: int, pieces: int) -> Columns:
    """A denomination and its pieces; denomination 1 holds whatever was counted as an amount."""
    if value == 1:
        names = (words("odd_cash"), "", amount(pieces))
    else:
        names = (f"¥{amount(value).removesuffix('.00')}", f"× {pieces}", amount(value * pieces))
    return Columns(cells=table_cells(names), shares=(16, 12, 20), style=Style.SUB)


def _over_or_short(words: Words, difference: int) -> str:
    if difference == 0:
        return words("even")
    return words("over" if difference > 0 else "short")


def _members(words: Words, report: ZReport) -> list[Block]:
    sums = report.sums
    share = sums.member_sale_net * 1000 // sums.net_sales if sums.net_sales else 0
    name = f"{words('member_sales')}  {share // 10}.{share % 10} %"
    in_out = f"{points(sums.points_earned)} / {points(sums.points_burnt)}"
    return [
        _title(words("members")),
        _row(name, sums.member_sale_net),
        Pair(left=words("new_members"), right=str(sums.new_members)),
        Pair(left=words("points_in_out"), right=in_out),
    ]


def _taxes(words: Words, report: ZReport) -> list[Block]:
    rows: list[Block] = [_title(words("taxes"))]
    for each in report.sums.taxes:
        name = f"{rate(each.rate_bp)}  {words('gross')} {amount(each.gross)}"
        rows.append(_row(name, each.tax))
    total = sum(each.tax for each in report.sums.taxes)
    return [*rows, _strong(words("total"), amount(total))]


def _exceptions(words: Words, report: ZReport) -> list[Block]:
    sums = report.sums
    counted = (
        ("refunds", sums.refund_count),
        ("reprints", sums.reprints),
        ("drawer_opens", sums.drawer_opens),
        ("offline_sales", sums.offline_sales),
        ("approvals", sums.approvals),
    )
    rows: list[Block] = [_title(words("exceptions"))]
    return rows + [Pair(left=words(key), right=str(count)) for key, count in counted]


def _foot(words: Words, report: ZReport, paper: PaperHead, number: str) -> list[Block]:
    notes = (
        f"{words('digest')} {_groups(report.digest)}",
        f"{words('previous')} {_groups(report.previous_digest)}",
        f"{words('printed')} {paper.at}",
    )
    code = Qr(data=f"Z {report.number} {report.digest}", caption=f"Z {number}", notes=notes)
    line = "_" * 10
    hands = (f"{words('cashier')} {line}", f"{words('manager')} {line}")
    return [code, Feed(), Columns(cells=table_cells(hands), shares=(1, 1))]


def _groups(digest: str) -> str:
    """The first twelve characters in threes of four; a first Z has no previous one."""
    return " ".join(digest[i : i + 4] for i in (0, 4, 8)) if digest else "-"


def _title(text: str) -> Text:
    return Text(text=text, style=Style.BOLD)


def _row(left: str, minor: int) -> Pair:
    return Pair(left=left, right=amount(minor))


def _strong(left: str, right: str) -> Pair:
    return Pair(left=left, right=right, style=Style.BOLD)


def _sub(left: str, right: str) -> Pair:
    return Pair(left=left, right=right, style=Style.SUB, indent=1)
