"""The printer's test page: Chinese, both edges, a code and the cut, each with what to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.receipt import (
    Align,
    Block,
    Cell,
    Columns,
    Qr,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
)
from posapp.domain.receipt_words import Words

if TYPE_CHECKING:
    from posapp.domain.receipt_head import PaperHead

TEST_CODE = "POSAPP-TEST-0123456789"


def probe_page(paper: PaperHead) -> Receipt:
    """A page without money that shows whether this printer prints what it should."""
    words = Words(paper.language)
    centred: list[Block] = [
        Text(text=paper.brand, align=Align.CENTER, style=Style.TITLE),
        Text(text=f"{words('test')}  {paper.at}", align=Align.CENTER),
        Text(text=words("test_words"), align=Align.CENTER),
    ]
    edges: list[Block] = [
        Rule(kind=RuleKind.SOLID),
        Columns(cells=(Cell(text="1", align=Align.LEFT), Cell(text="|")), shares=(1, 1)),
        Text(text=words("test_ruler"), align=Align.CENTER, style=Style.NOTE),
        Rule(),
        Qr(data=TEST_CODE, caption=words("test_qr")),
        Rule(),
        Text(text=words("test_cut"), align=Align.CENTER, style=Style.NOTE),
    ]
    return Receipt(kind=ReceiptKind.TEST, number="TEST", blocks=(*centred, *edges))
