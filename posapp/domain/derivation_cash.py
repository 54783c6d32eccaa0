"""How cash came about, step by step: what a drawer should hold, what lay in it, a top-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.derivation import Step, StepKind
from posapp.domain.sale import TenderKind

if TYPE_CHECKING:
    from posapp.domain.shift import ShiftSums, ZReport


def of_expected_cash(float_amount: int, sums: ShiftSums) -> tuple[Step, ...]:
    """From the float to what should lie in the drawer; what did not move is left out."""
    cash = [each for each in sums.tenders if each.kind == TenderKind.CASH]
    moves = (
        (StepKind.CASH_TAKEN, sum(each.taken for each in cash)),
        (StepKind.CASH_BACK, -sum(each.given_back for each in cash)),
        (StepKind.CASH_TOP_UPS, sums.top_up_cash),
        (StepKind.CASH_IN, sums.cash_in),
        (StepKind.CASH_OUT, -sums.cash_out),
        (StepKind.DROPPED, -sums.cash_dropped),
    )
    left = float_amount
    steps = [Step(kind=StepKind.FLOAT, amount=left, after=left)]
    for kind, amount in moves:
        if amount:
            left += amount
            steps.append(Step(kind=kind, amount=amount, after=left))
    return (*steps, Step(kind=StepKind.EXPECTED, amount=left))


def of_counted_cash(report: ZReport) -> tuple[Step, ...]:
    """The notes and coins of the count that was accepted, and their sum."""
    left = 0
    steps = []
    for value, pieces in report.count:
        if pieces:
            amount = value * pieces
            left += amount
            step = Step(
                kind=StepKind.PIECES, amount=amount, after=left, unit_price=value, count=pieces
            )
            steps.append(step)
    return (*steps, Step(kind=StepKind.COUNTED, amount=report.counted_cash))


def of_difference(report: ZReport) -> tuple[Step, ...]:
    """What was counted less what should be there: over (长款) above nothing, short (短款) below."""
    counted, expected = report.counted_cash, report.expected_cash
    return (
        Step(kind=StepKind.COUNTED, amount=counted, after=counted),
        Step(kind=StepKind.EXPECTED, amount=-expected, after=counted - expected),
        Step(kind=StepKind.DIFFERENCE, amount=report.difference),
    )


def of_top_up(
    before: int, principal: int, bonus: int, *, tendered: int = 0, change: int = 0
) -> tuple[Step, ...]:
    """What is paid and what is credited for it, on the balance of `before`; all minor units.

    `tendered` 0: no cash was handed over yet.
    """
    steps = [Step(kind=StepKind.PAID_IN, amount=principal, after=principal)]
    if tendered:
        steps.append(Step(kind=StepKind.HANDED, amount=tendered, whole=change))
    credited = principal + bonus
    kind = StepKind.BONUS if bonus else StepKind.NO_BONUS
    return (
        *steps,
        Step(kind=kind, amount=bonus, after=credited),
        Step(kind=StepKind.CREDITED, amount=credited),
        Step(kind=StepKind.HAD, amount=before, after=before + credited),
        Step(kind=StepKind.HOLDS, amount=before + credited),
    )
