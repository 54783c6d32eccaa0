"""What sold most in a shift, and what sold least of all that sold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.z_blocks import (
    CellKind,
    Weight,
    ZBlock,
    ZCell,
    ZRow,
    amount_cell,
    literal,
    table_row,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.shift import ZReport
    from posapp.domain.shift_figures import ProductSum

MOST_ROWS: Final = 5


def most_and_least(
    sold: Sequence[ProductSum],
) -> tuple[tuple[ProductSum, ...], tuple[ProductSum, ...]]:
    """The five that brought most, and the five that brought least where those are others."""
    ranked = tuple(sorted(sold, key=lambda each: (-each.net, each.code)))
    return ranked[:MOST_ROWS], tuple(reversed(ranked[MOST_ROWS:][-MOST_ROWS:]))


def goods_block(report: ZReport) -> ZBlock:
    """Pieces and net of each as they were sold; what came back stands among the refunds."""
    rows = [_row(each) for each in report.sold_most]
    if report.sold_least:
        rows.append(ZRow(name=word("sold_least"), weight=Weight.NOTE))
        rows += [_row(each) for each in report.sold_least]
    heads = ("goods", "quantity", "net")
    return ZBlock(key="goods", title=word("sold_most"), heads=heads, rows=tuple(rows))


def _row(each: ProductSum) -> ZRow:
    pieces = ZCell(kind=CellKind.QUANTITY, value=each.quantity)
    return table_row(literal(each.name), pieces, amount_cell(each.net))
