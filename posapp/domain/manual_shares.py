"""How large a share of its price an order gives away on one person's word alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.allowances import Act, share
from posapp.domain.manual_acts import act_of
from posapp.domain.pricing import PricedCart, PricedLine, Stage

if TYPE_CHECKING:
    from posapp.domain.cart import ManualReduction


def shares_alone(priced: PricedCart) -> dict[Act, int]:
    """Basis points that reductions by hand take without an approval, by what they are.

    Measured on what the price was before them. A line's and the whole order's fall on the same
    goods, so they count together: two small ones are no way around a limit.
    """
    on_lines: dict[Act, int] = {}
    for each in priced.lines:
        _add(on_lines, each.line.manual, _before(each))
    on_order: dict[Act, int] = {}
    sold = [each for each in priced.lines if not each.line.is_deposit]
    _add(on_order, priced.cart.manual, sum(_before(each) for each in sold))
    largest = max(on_lines.values(), default=0)
    whole = max(on_order.values(), default=0)
    return {act: size + whole for act, size in on_lines.items()} | {
        act: size + largest for act, size in on_order.items()
    }


def _add(sizes: dict[Act, int], manual: ManualReduction | None, before: int) -> None:
    if manual is None or manual.approval_id is not None:
        return
    act = act_of(manual)
    size = manual.basis_points + share(manual.amount, before)
    sizes[act] = max(size, sizes.get(act, 0))


def _before(priced: PricedLine) -> int:
    earlier = (cut.amount for cut in priced.reductions if cut.stage < Stage.MANUAL)
    return priced.list_amount - sum(earlier)
