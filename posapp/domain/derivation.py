"""How an amount came about, step by step: the words are the screen's, every figure is from here.

The steps of a line, an order or a payment start at what was asked for and end at the amount; the
running `after` of each step is the one before it with this step's amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.domain.ids import TenderId
from posapp.domain.points import earn_base, earned
from posapp.domain.pricing import Stage
from posapp.domain.sale import Tender, TenderKind, allocate_tenders, without

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.domain.payment import Payment
    from posapp.domain.points import PointRules
    from posapp.domain.pricing import LineReduction, PricedCart, PricedLine
    from posapp.domain.sale import Sale
_REST: Final = TenderId("rest")


class StepKind(StrEnum):
    """What a step does."""

    LIST = "list"
    LABELLED = "labelled"
    MODIFIER = "modifier"
    LINES = "lines"
    CUT = "cut"
    SHARE = "share"
    DEPOSITS = "deposits"
    NET = "net"
    TAX = "tax"
    TENDER = "tender"
    PARTS = "parts"
    HANDED = "handed"
    REMAINS = "remains"
    NO_POINTS = "no_points"
    POINT_BASE = "point_base"
    POINTS = "points"
    SOLD = "sold"
    BEFORE = "before"
    BACK = "back"
    RETURNED = "returned"
    SPLIT = "split"
    GIVEN = "given"
    NO_CLAW = "no_claw"
    CLAW_BASE = "claw_base"
    CLAW = "claw"
    POINT_REST = "point_rest"
    FLOAT = "float"
    CASH_TAKEN = "cash_taken"
    CASH_BACK = "cash_back"
    CASH_TOP_UPS = "cash_top_ups"
    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"
    DROPPED = "dropped"
    EXPECTED = "expected"
    PIECES = "pieces"
    COUNTED = "counted"
    DIFFERENCE = "difference"
    PAID_IN = "paid_in"
    BONUS = "bonus"
    NO_BONUS = "no_bonus"
    CREDITED = "credited"
    HAD = "had"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: `amount` in minor units, negative where something comes off; quantity thousandths.

    `whole` is the reduction of the whole order that a SHARE is a part of, `unit_price` the price
    of one, `count` lines or points, `rate_bp` a tax rate, `stage` the place in the price order.
    Of notes `unit_price` is the face value and `count` the pieces. Of goods that come back `whole`
    is the quantity sold, or what the tender had paid, and `count` of a BACK the quantity
    (thousandths) that stays sold.
    """

    kind: StepKind
    amount: int
    label: str = ""
    after: int | None = None
    whole: int = 0
    quantity: int = 0
    unit_price: int = 0
    count: int = 0
    rate_bp: int = 0
    stage: Stage | None = None
    tender: TenderKind | None = None


def of_line(priced: PricedCart, key: int) -> tuple[Step, ...]:
    """From the list price of one line to what it costs; empty when the line is gone."""
    found = next((each for each in priced.lines if each.line.key == key), None)
    if found is None:
        return ()
    steps = _begin(found)
    left = found.list_amount
    for cut in found.reductions:
        left -= cut.amount
        whole = _whole(priced.lines, cut)
        kind = StepKind.CUT if whole == cut.amount else StepKind.SHARE
        steps.append(
            Step(
                kind=kind,
                amount=-cut.amount,
                label=cut.label,
                after=left,
                whole=-whole,
                stage=cut.stage,
            )
        )
    steps.append(Step(kind=StepKind.NET, amount=found.net))
    if found.line.is_deposit:
        return tuple(steps)
    rate = found.line.tax_rate
    steps.append(Step(kind=StepKind.TAX, amount=found.tax, rate_bp=rate))
    return tuple(steps)


def of_order(priced: PricedCart, rules: PointRules | None = None) -> tuple[Step, ...]:
    """From the list prices to the total, the tax in it, and the points if it is paid in money.

    `rules` None: this order earns nothing, because it has no member.
    """
    deposits = priced.deposits
    left = priced.list_total - deposits
    count = len(priced.lines) - len(priced.owed)
    steps = [Step(kind=StepKind.LINES, amount=left, count=count, after=left)]
    for stage in Stage:
        for label, amount in _labels(priced.lines, stage).items():
            left -= amount
            steps.append(
                Step(kind=StepKind.CUT, amount=-amount, label=label, after=left, stage=stage)
            )
    if deposits:
        kind, count = StepKind.DEPOSITS, len(priced.owed)
        steps.append(Step(kind=kind, amount=deposits, count=count, after=left + deposits))
    steps.append(Step(kind=StepKind.NET, amount=priced.net))
    steps += (
        Step(kind=StepKind.TAX, amount=tax.tax, rate_bp=tax.rate_bp)
        for tax in priced.taxes
        if tax.tax
    )
    return (*steps, *_earning(priced.net - deposits, rules))


def of_payment(payment: Payment, rules: PointRules | None = None) -> tuple[Step, ...]:
    """What is due, what was collected and of what it consists, what remains, and the points."""
    left = payment.net
    steps = [Step(kind=StepKind.NET, amount=left, after=left)]
    for tender in payment.tenders:
        left -= tender.amount
        steps += _tender(tender, left)
    steps.append(Step(kind=StepKind.REMAINS, amount=left))
    return (*steps, *_earning(_earning_base(payment, rules), rules))


def of_earned(sale: Sale, rules: PointRules | None) -> tuple[Step, ...]:
    """The points of a finished sale: the money they count from, and what of it was too little for
    one more.
    """
    if rules is None:
        return (Step(kind=StepKind.NO_POINTS, amount=0),)
    base, points = _earning(sale.earn_base, rules)
    used = -(-points.count * rules.earn_per // rules.earn_points) if rules.earn_points else 0
    rest = sale.earn_base - used
    if not rest:
        return (base, points)
    return (base, Step(kind=StepKind.POINT_REST, amount=rest), points)


def _begin(found: PricedLine) -> list[Step]:
    line = found.line
    kind = StepKind.LIST if line.fixed_amount is None else StepKind.LABELLED
    steps = [
        Step(
            kind=kind,
            amount=found.list_amount,
            label=line.name,
            after=found.list_amount,
            quantity=line.quantity,
            unit_price=line.unit_price + sum(each.unit_price for each in line.modifiers),
        )
    ]
    steps += (
        Step(kind=StepKind.MODIFIER, amount=each.unit_price, label=each.name)
        for each in line.modifiers
        if each.unit_price
    )
    return steps


def _whole(lines: Iterable[PricedLine], cut: LineReduction) -> int:
    """What the rule behind a line's reduction took off all lines that it met together."""
    return sum(
        each.amount
        for line in lines
        for each in line.reductions
        if (each.stage, each.rule, each.label) == (cut.stage, cut.rule, cut.label)
    )


def _labels(lines: Iterable[PricedLine], stage: Stage) -> dict[str, int]:
    sums: dict[str, int] = {}
    for line in lines:
        for cut in line.reductions:
            if cut.stage is stage:
                sums[cut.label] = sums.get(cut.label, 0) + cut.amount
    return sums


def _tender(tender: Tender, left: int) -> list[Step]:
    steps = [
        Step(
            kind=StepKind.TENDER,
            amount=-tender.amount,
            label=tender.channel,
            after=left,
            count=tender.points,
            tender=tender.kind,
        )
    ]
    if tender.value_slices:
        principal = sum(piece.principal for piece in tender.value_slices)
        bonus = sum(piece.bonus for piece in tender.value_slices)
        steps.append(Step(kind=StepKind.PARTS, amount=principal, whole=bonus))
    if tender.change:
        steps.append(Step(kind=StepKind.HANDED, amount=tender.tendered, whole=tender.change))
    return steps


def _earning_base(payment: Payment, rules: PointRules | None) -> int:
    """What earns points if the rest is paid in money; each kind of tender as the sale counts it."""
    if rules is None:
        return 0
    rest = payment.remaining
    tenders = payment.tenders
    if rest > 0:
        kind = TenderKind.CASH
        tenders = (*tenders, Tender(id=_REST, kind=kind, amount=rest, tendered=rest))
    deposits = payment.priced.deposits
    goods = payment.net - deposits
    matrix = allocate_tenders([goods, deposits], tenders, {1})
    return earn_base(rules, goods, without(matrix, {1}))


def _earning(base: int, rules: PointRules | None) -> tuple[Step, ...]:
    if rules is None:
        return (Step(kind=StepKind.NO_POINTS, amount=0),)
    return (
        Step(
            kind=StepKind.POINT_BASE,
            amount=base,
            unit_price=rules.earn_per,
            count=rules.earn_points,
        ),
        Step(
            kind=StepKind.POINTS, amount=0, count=earned(rules, base), quantity=rules.pending_days
        ),
    )
