"""A sale on paper: what was bought, what came off, how it was paid, and what she has now."""

from __future__ import annotations

from typing import Final, assert_never

from posapp.domain.pricing import LineReduction, Stage
from posapp.domain.receipt import (
    Align,
    Block,
    Columns,
    ItemRow,
    Pair,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
)
from posapp.domain.receipt_figures import amount, per_piece, points, quantity, rate, with_sign
from posapp.domain.receipt_head import (
    PaperHead,
    PaperMember,
    head,
    member_row,
    return_code,
    table_cells,
    value_table,
)
from posapp.domain.receipt_words import Words
from posapp.domain.recorded import TakenBy
from posapp.domain.sale import Part, Sale, SaleLine, Tender, TenderKind

_ON_THE_LINE: Final = frozenset({Stage.MEMBER, Stage.PROMOTION, Stage.MANUAL})


def sale_receipt(
    sale: Sale,
    paper: PaperHead,
    member: PaperMember | None = None,
    *,
    open_drawer: bool = False,
    offline: bool = False,
) -> Receipt:
    """The receipt of a committed sale. Every figure is the sale's, or a sum of them."""
    words = Words(paper.language)
    blocks = head(paper, sale.receipt_number)
    if offline:
        blocks.append(Text(text=words("offline_sale"), style=Style.NOTE))
    if member is not None:
        blocks += member_row(words, member)
    blocks += [Rule(), *_lines(words, sale)]
    if sale.note:
        blocks.append(Text(text=f"{words('note')}  {sale.note}"))
    blocks += [Rule(), *_sums(words, sale), *_deposits(words, sale), *_total(words, sale)]
    for tender in sale.tenders:
        blocks += tender_rows(words, tender)
    if member is not None:
        blocks += _balances(words, sale, member)
    blocks += [Rule(), *tax_table(words, [(t.rate_bp, t.gross, t.tax) for t in sale.taxes])]
    if approved := _approvals(words, sale):
        blocks += [Rule(), *approved]
    blocks += [Rule(), return_code(words, sale.receipt_number), Rule(), *_foot(words, paper)]
    return Receipt(
        kind=ReceiptKind.SALE,
        number=sale.receipt_number,
        blocks=tuple(blocks),
        open_drawer=open_drawer,
    )


def item_row(line: SaleLine, count: int, money: int) -> ItemRow:
    """One line: its name with what distinguishes it, how many at which price, and an amount."""
    name = f"{line.name} {line.spec}".strip()
    return ItemRow(
        name=name,
        measure=f"{quantity(count)} × {amount(line.unit_price)}",
        amount=amount(money),
    )


def item_heading(words: Words) -> ItemRow:
    return ItemRow(
        name=words("item"), measure=words("quantity"), amount=words("amount"), heading=True
    )


def tender_name(words: Words, kind: TenderKind, channel: str) -> str:
    """How the till's language calls a tender; an unknown channel reads as external payment."""
    match kind:
        case TenderKind.CASH:
            return words("cash")
        case TenderKind.STORED_VALUE:
            return words("stored_value")
        case TenderKind.POINTS:
            return words("points_tender")
        case TenderKind.THIRD_PARTY_COUPON:
            return words("third_party_coupon")
        case TenderKind.ON_ACCOUNT:
            return f"{words('on_account')} {channel}".strip()
        case TenderKind.RECORDED:
            by = words(f"taken_{channel}") if channel in tuple(TakenBy) else channel
            return f"{words('recorded')} {by}".strip()
        case TenderKind.EXTERNAL:
            known = channel in ("card", "wechat", "alipay", "unionpay", "qr")
            return words(channel if known else "external")
        case _:
            assert_never(kind)


def tender_rows(words: Words, tender: Tender) -> list[Block]:
    """A tender and what it consisted of."""
    name = tender_name(words, tender.kind, tender.channel)
    if tender.points:
        name = f"{name}  {points(tender.points)} {words('points_unit')}"
    rows: list[Block] = [Pair(left=name, right=amount(tender.amount))]
    if tender.value_slices:
        principal = sum(piece.principal for piece in tender.value_slices)
        bonus = sum(piece.bonus for piece in tender.value_slices)
        rows.append(_sub(words("principal"), amount(principal)))
        rows.append(_sub(words("bonus"), amount(bonus)))
    if tender.change:
        rows.append(_sub(words("tendered"), amount(tender.tendered)))
        change = amount(tender.change)
        rows.append(Pair(left=words("change"), right=change, style=Style.BOLD, indent=1))
    if tender.kind is TenderKind.ON_ACCOUNT:
        rows += [_sub(tender.holder, ""), _sub(words("signed_by"), tender.reference)]
    elif tender.masked or tender.reference:
        rows.append(_sub(tender.masked or words("reference"), tender.reference))
    return rows


def tax_table(words: Words, taxes: list[tuple[int, int, int]]) -> list[Block]:
    """Per rate (basis points): gross, without tax, tax."""
    shares = (10, 13, 13, 12)
    names = (words("tax_rate"), words("gross"), words("without_tax"), words("tax"))
    rows: list[Block] = [Columns(cells=table_cells(names), shares=shares, style=Style.NOTE)]
    for rate_bp, gross, tax in taxes:
        figures = (rate(rate_bp), amount(gross), amount(gross - tax), amount(tax))
        rows.append(Columns(cells=table_cells(figures), shares=shares))
    return rows


def _lines(words: Words, sale: Sale) -> list[Block]:
    rows: list[Block] = [item_heading(words)]
    for line in sale.lines:
        if line.is_deposit:
            continue
        rows.append(item_row(line, line.quantity, line.list_amount))
        for _code, name, price in line.modifiers:
            rows.append(_sub(name, amount(price) if price else ""))
        if line.note:
            rows.append(_sub(f"{words('note')}  {line.note}", ""))
        rows += _cut_rows(words, line)
    return rows


def _cut_rows(words: Words, line: SaleLine) -> list[Block]:
    """Coupons and rounding belong to the whole order and stand with the sums instead."""
    return [
        _sub(_cut_name(words, cut, line.quantity), amount(-cut.amount))
        for cut in line.reductions
        if cut.stage in _ON_THE_LINE
    ]


def _cut_name(words: Words, cut: LineReduction, count: int) -> str:
    each = per_piece(cut.amount, count) if cut.stage is Stage.MEMBER else None
    return cut.label if each is None else f"{cut.label} −{each}/{words('each')}"


def _sums(words: Words, sale: Sale) -> list[Block]:
    sold = [line for line in sale.lines if not line.is_deposit]
    count = sum(line.quantity for line in sold)
    name = f"{words('list_total')}  {quantity(count)} {words('pieces')}"
    list_total = sum(line.list_amount for line in sold)
    rows: list[Block] = [Pair(left=name, right=amount(list_total))]
    goods = _of_stages(sale, Stage.MEMBER, Stage.PROMOTION)
    manual = _of_stages(sale, Stage.MANUAL)
    if goods:
        rows.append(Pair(left=words("goods_reductions"), right=amount(-goods)))
    for label, cut in _coupons(sale).items():
        rows.append(Pair(left=f"{words('coupon')}  {label}", right=amount(-cut)))
    if manual:
        rows.append(Pair(left=words("manual_reductions"), right=amount(-manual)))
    if rounding := _of_stages(sale, Stage.ROUNDING):
        rows.append(Pair(left=words("rounding"), right=amount(-rounding)))
    return rows


def _deposits(words: Words, sale: Sale) -> list[Block]:
    """What was taken besides, in a block of its own: it is owed and comes back."""
    owed = [line for line in sale.lines if line.is_deposit]
    if not owed:
        return []
    return [
        Pair(left=words("goods_sum"), right=amount(sale.goods_net)),
        Rule(),
        Text(text=words("deposits"), style=Style.BOLD),
        *(item_row(line, line.quantity, line.net) for line in owed),
        Pair(left=words("deposit_sum"), right=amount(sale.deposits)),
    ]


def _of_stages(sale: Sale, *stages: Stage) -> int:
    return sum(c.amount for line in sale.lines for c in line.reductions if c.stage in stages)


def _coupons(sale: Sale) -> dict[str, int]:
    sums: dict[str, int] = {}
    for line in sale.lines:
        for cut in line.reductions:
            if cut.stage is Stage.COUPON:
                sums[cut.label] = sums.get(cut.label, 0) + cut.amount
    return sums


def _total(words: Words, sale: Sale) -> list[Block]:
    rows: list[Block] = [
        Rule(kind=RuleKind.SOLID),
        Pair(left=words("total"), right=with_sign(sale.net), style=Style.TOTAL),
    ]
    if saved := sale.list_total - sale.net:
        rows.append(Pair(left=words("saved"), right=amount(saved)))
    return [*rows, Rule(kind=RuleKind.SOLID)]


def _balances(words: Words, sale: Sale, member: PaperMember) -> list[Block]:
    blocks: list[Block] = []
    principal = sum(c.total for c in sale.matrix if c.part is Part.PRINCIPAL)
    bonus = sum(c.total for c in sale.matrix if c.part is Part.BONUS)
    if member.value_before is not None and principal + bonus:
        had, had_bonus = member.value_before
        rows = (
            (words("before"), had, had_bonus),
            (words("this_order"), -principal, -bonus),
            (words("after"), had - principal, had_bonus - bonus),
        )
        blocks += [Rule(), *value_table(words, rows)]
    if member.points_before is not None:
        blocks += [Rule(), *_points(words, sale, member, member.points_before)]
    elif sale.points_earned:
        earned = points(sale.points_earned, signed=True)
        blocks += [Rule(), Pair(left=words("points_earned"), right=earned)]
    return blocks


def _points(words: Words, sale: Sale, member: PaperMember, before: int) -> list[Block]:
    used = sum(tender.points for tender in sale.tenders)
    rows: list[Block] = [
        Text(text=words("points"), style=Style.BOLD),
        Pair(left=words("before"), right=points(before)),
    ]
    if used:
        rows.append(Pair(left=words("points_used"), right=points(-used)))
    earned = sale.points_earned
    rows.append(Pair(left=words("points_earned"), right=points(earned, signed=True)))
    is_later = earned > 0 and bool(member.points_from)
    after = points(before - used + (0 if is_later else earned))
    rows.append(Pair(left=words("after"), right=after, style=Style.BOLD))
    if sale.earn_base:
        note = words("points_basis", base=amount(sale.earn_base))
        rows.append(Text(text=note, style=Style.NOTE))
    if is_later:
        note = words("points_from", points=points(earned), day=member.points_from)
        rows.append(Text(text=note, style=Style.NOTE))
    return rows


def _approvals(words: Words, sale: Sale) -> list[Block]:
    """What was done on a second person's yes: which act, who allowed it, who had asked."""
    said = dict.fromkeys((a.act, a.approved_by, a.asked_by) for a in sale.all_approvals)
    rows: list[Block] = []
    for act, approved_by, asked_by in said:
        name = words(f"act_{act}") if words.knows(f"act_{act}") else act
        rows += [
            Pair(left=f"{words('approved_by')}  {name}", right=approved_by),
            _sub(words("asked_by"), asked_by),
        ]
    return rows


def _foot(words: Words, paper: PaperHead) -> list[Block]:
    policy = words("policy", days=paper.return_days)
    return [
        Text(text=policy, align=Align.CENTER, style=Style.SUB),
        Text(text=words("thanks"), align=Align.CENTER, style=Style.BOLD),
    ]


def _sub(left: str, right: str) -> Pair:
    return Pair(left=left, right=right, style=Style.SUB, indent=1)
