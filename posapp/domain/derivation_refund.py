"""How the amount of a return of goods came about: lines, tenders and points, step by step.

As in `derivation`, the words are the screen's and every figure is from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.derivation import Step, StepKind
from posapp.domain.refund import earning_back
from posapp.domain.sale import Part

if TYPE_CHECKING:
    from posapp.domain.refund import GiveBack, RefundLine, RefundQuote, Returned
    from posapp.domain.sale import Sale, SaleLine, Tender


def of_returned_line(sale: Sale, before: Returned, back: RefundLine) -> tuple[Step, ...]:
    """From what a line was paid, over what came back before, to its share of this return."""
    line = next(each for each in sale.lines if each.number == back.number)
    was = before.get(line.number, 0)
    steps = [
        Step(kind=StepKind.SOLD, amount=line.net, after=line.net, quantity=line.quantity),
        *_before(line, was),
        Step(
            kind=StepKind.BACK,
            amount=back.net,
            whole=line.quantity,
            quantity=back.quantity,
            count=line.quantity - was - back.quantity,
        ),
    ]
    if back.tax:
        steps.append(Step(kind=StepKind.TAX, amount=back.tax, rate_bp=back.tax_rate))
    return tuple(steps)


def of_return(sale: Sale, before: Returned, quote: RefundQuote) -> tuple[Step, ...]:
    """Which tender gets what of it, down to nothing; then the points taken back."""
    left = quote.net
    steps = [
        Step(kind=StepKind.RETURNED, amount=left, after=left, count=len(quote.lines)),
        Step(kind=StepKind.SPLIT, amount=0),
    ]
    for tender in sale.tenders:
        gives = [give for give in quote.gives if give.tender_id == tender.id]
        if gives:
            left -= _valued(gives)
            steps += _given(tender, gives, left)
    steps.append(Step(kind=StepKind.NET, amount=quote.net))
    return (*steps, *_clawed(sale, before, quote))


def _before(line: SaleLine, was: int) -> list[Step]:
    if not was:
        return []
    return [Step(kind=StepKind.BEFORE, amount=0, quantity=was, whole=line.quantity)]


def _given(tender: Tender, gives: list[GiveBack], left: int) -> list[Step]:
    step = Step(
        kind=StepKind.GIVEN,
        amount=-_valued(gives),
        label=tender.holder or tender.channel,
        after=left,
        whole=tender.amount,
        count=_of(gives, Part.POINTS),
        tender=tender.kind,
    )
    principal, bonus = _of(gives, Part.PRINCIPAL), _of(gives, Part.BONUS)
    if not (principal or bonus):
        return [step]
    return [step, Step(kind=StepKind.PARTS, amount=principal, whole=bonus)]


def _clawed(sale: Sale, before: Returned, quote: RefundQuote) -> tuple[Step, ...]:
    """Points earned by the sale go back with the money that earned them."""
    if not sale.points_earned:
        return (Step(kind=StepKind.NO_CLAW, amount=0),)
    after = {**before}
    for line in quote.lines:
        after[line.number] = before.get(line.number, 0) + line.quantity
    base = earning_back(sale, after) - earning_back(sale, before)
    return (
        Step(kind=StepKind.CLAW_BASE, amount=base, whole=sale.earn_base, count=sale.points_earned),
        Step(kind=StepKind.CLAW, amount=0, count=quote.claw),
    )


def _valued(gives: list[GiveBack]) -> int:
    return sum(give.amount for give in gives if give.part is not Part.POINTS)


def _of(gives: list[GiveBack], part: Part) -> int:
    return sum(give.amount for give in gives if give.part is part)
