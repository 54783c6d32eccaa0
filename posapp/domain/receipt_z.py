"""An X or Z report on paper: its blocks as rows, then the digest, its code and two signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from posapp.domain.receipt_head import PaperHead, table_cells, till_name
from posapp.domain.receipt_words import Words
from posapp.domain.z_blocks import Weight
from posapp.domain.z_content import ZPaper, x_blocks, z_blocks
from posapp.domain.z_text import cell_text, name_text

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport
    from posapp.domain.z_blocks import ZBlock, ZRow

__all__ = ["ZPaper", "x_receipt", "z_receipt"]

_STYLES: Final = {
    Weight.PLAIN: Style.BODY,
    Weight.SUB: Style.SUB,
    Weight.NOTE: Style.NOTE,
    Weight.STRONG: Style.BOLD,
}
_SHARES: Final = {2: (22, 10), 3: (16, 12, 20), 4: (14, 10, 10, 14), 5: (13, 6, 10, 9, 10)}
"""How a table of so many columns divides the width."""


def z_receipt(report: ZReport, paper: PaperHead, z: ZPaper) -> Receipt:
    """The paper of a closed shift; `ShiftSums.reductions` names stages in lower case."""
    words = Words(paper.language)
    number = f"{report.number:06d}"
    blocks = _title(words, paper, f"{words('z_report')}  {number}", report)
    blocks += _body(words, z_blocks(report, z))
    blocks += _foot(words, report, paper, number)
    return Receipt(kind=ReceiptKind.SHIFT_Z, number=f"Z{number}", blocks=tuple(blocks))


def x_receipt(report: ZReport, paper: PaperHead, z: ZPaper, *, blind: bool) -> Receipt:
    """The paper of an open shift so far; it is no receipt and has neither number nor digest."""
    words = Words(paper.language)
    blocks = _title(words, paper, words("x_report"), report)
    blocks += _body(words, x_blocks(report, z, blind=blind))
    blocks.append(Text(text=f"{words('printed')} {paper.at}", style=Style.NOTE))
    return Receipt(kind=ReceiptKind.SHIFT_X, number="X", blocks=tuple(blocks))


def _title(words: Words, paper: PaperHead, title: str, report: ZReport) -> list[Block]:
    is_training = report.heading is not None and report.heading.training
    return [
        Text(text=f"{paper.brand} · {paper.shop}", align=Align.CENTER, style=Style.BOLD),
        Band(text=title),
        *((Band(text=words("training")),) if is_training else ()),
        Text(text=till_name(paper), align=Align.CENTER),
    ]


def _body(words: Words, blocks: tuple[ZBlock, ...]) -> list[Block]:
    rows: list[Block] = []
    for place, block in enumerate(blocks):
        title = name_text(words, block.title)
        if title:
            rows.append(Text(text=title, style=Style.BOLD))
        if block.heads:
            names = tuple(words(head) if head else "" for head in block.heads)
            rows.append(
                Columns(cells=table_cells(names), shares=_SHARES[len(names)], style=Style.NOTE)
            )
        rows += [_row(words, row) for row in block.rows]
        rows.append(Rule() if place else Rule(kind=RuleKind.SOLID))
    return rows


def _row(words: Words, row: ZRow) -> Block:
    name, style = name_text(words, row.name), _STYLES[row.weight]
    texts = tuple(cell_text(words, cell) for cell in row.cells)
    if not texts:
        return Text(text=name, style=style)
    if len(texts) == 1:
        indent = 1 if row.weight is Weight.SUB else 0
        return Pair(left=name, right=texts[0], style=style, indent=indent)
    return Columns(cells=table_cells((name, *texts)), shares=_SHARES[len(texts) + 1], style=style)


def _foot(words: Words, report: ZReport, paper: PaperHead, number: str) -> list[Block]:
    notes = (
        f"{words('digest')} {short_digest(report.digest)}",
        f"{words('previous')} {short_digest(report.previous_digest)}",
        f"{words('printed')} {paper.at}",
    )
    code = Qr(data=f"Z {report.number} {report.digest}", caption=f"Z {number}", notes=notes)
    line = "_" * 10
    hands = (f"{words('cashier')} {line}", f"{words('manager')} {line}")
    return [code, Feed(), Columns(cells=table_cells(hands), shares=(1, 1))]


def short_digest(digest: str) -> str:
    """The first twelve characters in threes of four; a first Z has no previous one."""
    return " ".join(digest[i : i + 4] for i in (0, 4, 8)) if digest else "-"
