"""A top-up and a cash movement on paper: both are proof of money that is not a sale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.receipt import (
    Align,
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
from posapp.domain.receipt_figures import amount, with_sign
from posapp.domain.receipt_head import PaperHead, PaperMember, head, member_row, value_table
from posapp.domain.receipt_words import Words

if TYPE_CHECKING:
    from posapp.domain.shift import CashMove


@dataclass(frozen=True, slots=True, kw_only=True)
class TopUpPaper:
    """A committed top-up in minor units; `before` is principal and bonus as central quoted them."""

    number: str
    principal: int
    bonus: int
    before: tuple[int, int]
    tendered: int
    change: int
    kept_change: bool = False


def topup_receipt(
    top_up: TopUpPaper, paper: PaperHead, member: PaperMember, *, open_drawer: bool = False
) -> Receipt:
    """The receipt of a top-up in cash, or of change that she left here (找零转存)."""
    words = Words(paper.language)
    title = "kept_change" if top_up.kept_change else "top_up"
    blocks = head(paper, top_up.number, words(title))
    blocks += member_row(words, member)
    total = with_sign(top_up.principal)
    blocks += [
        Rule(kind=RuleKind.SOLID),
        Pair(left=words("top_up_principal"), right=total, style=Style.TOTAL),
        Pair(left=words("bonus"), right=amount(top_up.bonus)),
        Rule(kind=RuleKind.SOLID),
        Pair(
            left=words("kept_change" if top_up.kept_change else "cash"),
            right=amount(top_up.tendered - top_up.change),
        ),
        *_change(words, top_up),
        Rule(),
        *_balances(words, top_up),
        Rule(),
        Text(text=words("top_up_note"), align=Align.CENTER, style=Style.NOTE),
        Text(text=words("thanks"), align=Align.CENTER, style=Style.BOLD),
    ]
    return Receipt(
        kind=ReceiptKind.TOP_UP,
        number=top_up.number,
        blocks=tuple(blocks),
        open_drawer=open_drawer,
    )


def cash_move_receipt(
    move: CashMove, paper: PaperHead, *, approved_by: str = "", open_drawer: bool = True
) -> Receipt:
    """The slip of a float, cash in or cash out, with room for a signature."""
    words = Words(paper.language)
    blocks = head(paper, move.id[-8:].upper(), words(move.kind.value))
    blocks += [
        Rule(kind=RuleKind.SOLID),
        Pair(left=words(move.kind.value), right=with_sign(move.amount), style=Style.TOTAL),
        Rule(kind=RuleKind.SOLID),
    ]
    if move.reason:
        blocks.append(Pair(left=words("reason"), right=move.reason))
    if approved_by:
        blocks.append(Pair(left=words("approved_by"), right=approved_by))
    blocks += [Feed(), Pair(left=words("cashier_signature"), right="_" * 16)]
    return Receipt(
        kind=ReceiptKind.CASH_MOVE, number=move.id, blocks=tuple(blocks), open_drawer=open_drawer
    )


def _change(words: Words, top_up: TopUpPaper) -> list[Block]:
    if not top_up.change:
        return []
    return [
        Pair(left=words("tendered"), right=amount(top_up.tendered), style=Style.SUB, indent=1),
        Pair(left=words("change"), right=amount(top_up.change), style=Style.BOLD, indent=1),
    ]


def _balances(words: Words, top_up: TopUpPaper) -> list[Block]:
    had, had_bonus = top_up.before
    rows = (
        (words("top_up_before"), had, had_bonus),
        (words("top_up_this"), top_up.principal, top_up.bonus),
        (words("top_up_after"), had + top_up.principal, had_bonus + top_up.bonus),
    )
    return value_table(words, rows)
