"""A refund on paper: what came back, and how much of it went where it was paid from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.receipt import (
    Block,
    Feed,
    Pair,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
)
from posapp.domain.receipt_figures import amount, points, with_sign
from posapp.domain.receipt_head import PaperHead, PaperMember, head, member_row, return_code
from posapp.domain.receipt_sale import item_heading, item_row, tender_name
from posapp.domain.receipt_words import Words
from posapp.domain.sale import Part, Sale, TenderKind

if TYPE_CHECKING:
    from posapp.domain.refund import Refund


def refund_receipt(
    refund: Refund,
    sale: Sale,
    paper: PaperHead,
    member: PaperMember | None = None,
    *,
    approved_by: str = "",
    open_drawer: bool = False,
) -> Receipt:
    """The receipt of a committed refund of `sale`; `approved_by` is a staff name."""
    words = Words(paper.language)
    is_owed = all(line.is_deposit for line in refund.lines)
    title = words("deposit_back" if is_owed else "refund")
    blocks = head(paper, refund.receipt_number, title)
    blocks.append(Pair(left=words("original"), right=sale.receipt_number))
    if member is not None:
        blocks += member_row(words, member)
    blocks += [Rule(), *_lines(words, refund, sale), Rule(kind=RuleKind.SOLID)]
    total = with_sign(refund.net)
    blocks.append(Pair(left=words("refund_total"), right=total, style=Style.TOTAL))
    blocks += [Rule(kind=RuleKind.SOLID), *_given_back(words, refund, sale)]
    blocks += [Rule(), *_why(words, refund, approved_by)]
    blocks += [return_code(words, sale.receipt_number)]
    blocks += [Feed(), Pair(left=words("signature"), right="_" * 16)]
    return Receipt(
        kind=ReceiptKind.REFUND,
        number=refund.receipt_number,
        blocks=tuple(blocks),
        open_drawer=open_drawer,
    )


def _lines(words: Words, refund: Refund, sale: Sale) -> list[Block]:
    sold = {line.number: line for line in sale.lines}
    rows: list[Block] = [item_heading(words)]
    goods = [line for line in refund.lines if not line.is_deposit]
    owed = [line for line in refund.lines if line.is_deposit]
    rows += [item_row(sold[line.number], line.quantity, line.net) for line in goods]
    if goods and owed:
        rows += [Rule(), Text(text=words("deposit_back"), style=Style.BOLD)]
    return rows + [item_row(sold[line.number], line.quantity, line.net) for line in owed]


def _given_back(words: Words, refund: Refund, sale: Sale) -> list[Block]:
    rows: list[Block] = [Text(text=words("given_back"), style=Style.BOLD)]
    for tender in sale.tenders:
        gives = {give.part: 0 for give in refund.gives if give.tender_id == tender.id}
        for give in refund.gives:
            if give.tender_id == tender.id:
                gives[give.part] += give.amount
        back = sum(value for part, value in gives.items() if part is not Part.POINTS)
        if refund.in_cash:
            if back:
                rows.append(Pair(left=words("cash"), right=amount(back)))
            continue
        if not back and not gives.get(Part.POINTS):
            continue
        name = tender_name(words, tender.kind, tender.channel)
        rows.append(Pair(left=name, right=amount(back)))
        if tender.kind is TenderKind.STORED_VALUE:
            rows.append(_sub(words("principal"), amount(gives.get(Part.PRINCIPAL, 0))))
            rows.append(_sub(words("bonus"), amount(gives.get(Part.BONUS, 0))))
        if tender.masked:
            rows.append(_sub(tender.masked, ""))
    if refund.in_cash:
        rows.append(_sub(words("deposit_in_cash"), ""))
    if spent := refund.of_part(Part.POINTS):
        rows.append(Pair(left=words("points_back"), right=points(spent, signed=True)))
    if refund.claw:
        rows.append(Pair(left=words("points_clawed"), right=points(-refund.claw)))
    rows.append(Pair(left=words("tax"), right=amount(refund.tax), style=Style.SUB))
    return rows


def _why(words: Words, refund: Refund, approved_by: str) -> list[Block]:
    rows: list[Block] = []
    if refund.reason:
        rows.append(Pair(left=words("reason"), right=refund.reason))
    if approved_by:
        rows.append(Pair(left=words("approved_by"), right=approved_by))
    return rows


def _sub(left: str, right: str) -> Pair:
    return Pair(left=left, right=right, style=Style.SUB, indent=1)
