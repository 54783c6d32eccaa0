"""What a Z adds up besides receipts: figures of each fact, one row for each name and source.

A new row of a Z needs no new table: whoever takes money in that is no sale writes it as a LIABILITY
(count, taken, given back), whatever a manager should see as an EXCEPTION (count, amount).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.allowances import Act
from posapp.domain.manual_acts import read_rule
from posapp.domain.pricing import Stage
from posapp.domain.sale import TenderKind
from posapp.domain.shift_figures import ExceptionKind

if TYPE_CHECKING:
    from posapp.domain.catalog import ProductKind
    from posapp.domain.pricing import LineReduction
    from posapp.domain.refund import Refund
    from posapp.domain.sale import Sale
    from posapp.wire.facts import FactHead

TENDER: Final = "tender"
TAX: Final = "tax"
REDUCTION: Final = "reduction"
EVENT: Final = "event"
AUDIT: Final = "audit"
KIND: Final = "kind"
CHANGE: Final = "change"
EXCEPTION: Final = "exception"
SEEN: Final = "seen"
"""Who was shown what a shift should hold: the name, and as its part the id of the person."""
X_SEEN: Final = "report.x_seen"
"""The audit action behind it."""
PRODUCT: Final = "product"
"""A running figure of all sales of a shift, by code and name (`offline.shift_products`)."""
LIABILITY: Final = "liability"
LEG_BACK: Final = "leg_back"
"""One leg of a refund that an acquirer gives back, or that is given back by hand there."""
KEPT: Final = "kept_change"
"""The name of the LIABILITY that change becomes when it is kept as stored value (找零转存)."""

LINE_DISCOUNT: Final = "line_discount"
ORDER_DISCOUNT: Final = "order_discount"
"""Shares that a person took off, among the names of a REDUCTION; the others are stages."""

SOLD: Final = "sold"
BACK: Final = "back"
"""The parts of a KIND: pieces and money that went out of the shop, and that came back."""

Figure = tuple[str, str, str, int, int, int]
"""Sort, name, part; then count, amount and other: taken and given back, gross and tax, money and
thousandths of a KIND, tendered and change."""


def sale_figures(sale: Sale, who: str) -> list[Figure]:
    """What a sale adds to its shift besides tenders, taxes and reductions."""
    figures = _kinds([(line.kind, line.quantity, line.net) for line in sale.lines], SOLD)
    figures += [
        (CHANGE, TenderKind.CASH.value, "", 1, tender.tendered, tender.change)
        for tender in sale.tenders
        if tender.kind is TenderKind.CASH and tender.change
    ]
    figures += _by_hand(sale, who)
    if sale.voided:
        amount = sum(line.amount for line in sale.voided)
        figures.append(_exception(ExceptionKind.LINE_REMOVED, who, len(sale.voided), amount))
    return figures


def reduction_name(cut: LineReduction) -> str:
    """The name of a REDUCTION: its stage; a share that a person gave, on a line or on the order."""
    act = read_rule(cut.rule) if cut.stage is Stage.MANUAL else None
    if act is None or act.act is not Act.DISCOUNT:
        return cut.stage.name.lower()
    return ORDER_DISCOUNT if act.whole else LINE_DISCOUNT


def _by_hand(sale: Sale, who: str) -> list[Figure]:
    """What a person did, each counted once: what was taken off the order fell on many lines."""
    found: list[Figure] = []
    orders_seen: set[str] = set()
    for line in sale.lines:
        for cut in line.reductions:
            if cut.stage is not Stage.MANUAL:
                continue
            act = read_rule(cut.rule)
            is_price = act is not None and act.act is Act.PRICE_CHANGE
            kind = ExceptionKind.PRICE_CHANGE if is_price else ExceptionKind.MANUAL_DISCOUNT
            again = act is not None and act.whole and cut.rule in orders_seen
            found.append(_exception(kind, who, 0 if again else 1, cut.amount))
            if act is not None and act.whole:
                orders_seen.add(cut.rule)
    return found


def refund_figures(refund: Refund, sale: Sale | None) -> list[Figure]:
    """What came back, by the kind that it was sold as; the refund itself says it of a sale that
    was made elsewhere.
    """
    kinds = {} if sale is None else {line.number: line.kind for line in sale.lines}
    lines = [(kinds.get(line.number, line.kind), line.quantity, line.net) for line in refund.lines]
    return _kinds(lines, BACK)


def actor_of(head: FactHead) -> str:
    """Whose figure it is: a name, because a Z is read long after a number means nothing."""
    return head.actor.name


def _kinds(lines: list[tuple[ProductKind, int, int]], part: str) -> list[Figure]:
    sums: dict[ProductKind, list[int]] = {}
    for kind, quantity, net in lines:
        known = sums.setdefault(kind, [0, 0, 0])
        known[0] += 1
        known[1] += net
        known[2] += quantity
    return [(KIND, kind.value, part, n, net, many) for kind, (n, net, many) in sums.items()]


def _exception(kind: ExceptionKind, who: str, count: int, amount: int) -> Figure:
    return (EXCEPTION, kind.value, who, count, amount, 0)
