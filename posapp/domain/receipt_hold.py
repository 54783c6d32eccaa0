"""The slip of a held sale: its code brings the order back at any till of the shop."""

from __future__ import annotations

from posapp.domain.own_codes import hold_ticket
from posapp.domain.receipt import Pair, Qr, Receipt, ReceiptKind, Rule, RuleKind, Style
from posapp.domain.receipt_figures import with_sign
from posapp.domain.receipt_head import PaperHead, head
from posapp.domain.receipt_words import Words


def hold_slip(held_id: str, label: str, total: int, paper: PaperHead) -> Receipt:
    """Whose order it is (masked), what it came to in minor units, and its code."""
    words = Words(paper.language)
    number = held_id[-8:].upper()
    blocks = head(paper, number, words("hold_slip"))
    blocks += [
        Rule(kind=RuleKind.SOLID),
        Pair(left=label, right=with_sign(total), style=Style.TOTAL),
        Rule(kind=RuleKind.SOLID),
        Qr(data=hold_ticket(held_id), caption=words("hold_verb"), notes=(number,)),
    ]
    return Receipt(kind=ReceiptKind.HOLD, number=held_id, blocks=tuple(blocks))
