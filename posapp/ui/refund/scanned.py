"""Which line of a sale a scanned thing comes back to, and how much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.money import QUANTITY_ONE

if TYPE_CHECKING:
    from posapp.domain.labelled import Label
    from posapp.domain.sale import SaleLine
    from posapp.ui.refund.state import RefundState


def line_for(state: RefundState, product_id: str, label: Label | None = None) -> tuple[int, int]:
    """Line number and thousandths, (0, 0) where nothing of this product may still come back.

    What is owed for the thing is its deposit, so that comes first. Of several packets from the
    scale it is the one that the label agrees with, whole; of a product it is one piece.
    """
    lines = sorted(state.lines, key=lambda line: not line.is_deposit)
    fitting = [line for line in lines if line.product_id == product_id and state.left(line.number)]
    if not fitting:
        return 0, 0
    first = fitting[0]
    if label is None or first.is_deposit:
        return first.number, QUANTITY_ONE
    best = max(fitting, key=lambda line: (_agreement(line, label), _is_open(state, line)))
    is_it = best.quantity == label.quantity or best.list_amount == label.amount
    return best.number, state.left(best.number) if is_it else label.quantity


def _agreement(line: SaleLine, label: Label) -> int:
    """How much of the label stands on the line; prices and names change, a packet does not."""
    same = (
        line.barcode == label.barcode,
        line.quantity == label.quantity,
        line.list_amount == label.amount,
    )
    return sum(same)


def _is_open(state: RefundState, line: SaleLine) -> bool:
    """Not all of it was chosen already: two packets may weigh the same."""
    return state.wanted.get(line.number, 0) < state.left(line.number)
