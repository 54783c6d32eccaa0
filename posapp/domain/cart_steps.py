"""Changes of a cart as the way back from each: small, so that the past is kept with the order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from posapp.domain.cart import (
    Cart,
    CartLine,
    CartMember,
    CartRounding,
    ManualReduction,
    go_back,
)

LEAST_KEPT: Final = 100
LEAST_LINES: Final = 50
"""Steps that an order keeps through a restart, and the lines that they bring back; of both one
more for each line that it has.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """A line as it was before the change, and the place where it stood."""

    at: int
    line: CartLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PastHead:
    """What a cart has beside its lines, as it was before the change."""

    member: CartMember | None
    coupons: tuple[str, ...]
    manual: ManualReduction | None
    note: str
    rounding: CartRounding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CartStep:
    """The way back from one change: `gone` are the keys that came with it, `counts` the keys of
    which it changed the quantity alone and what that was, `back` the lines that it changed
    otherwise or took off; `head` is None where it changed lines alone.
    """

    gone: tuple[int, ...] = ()
    counts: tuple[tuple[int, int], ...] = ()
    back: tuple[PastLine, ...] = ()
    head: PastHead | None = None


def way_back(before: Cart, after: Cart) -> CartStep:
    """The step that makes `before` of `after`; what was voided since follows from the lines."""
    here = {line.key: line for line in after.lines}
    there = {line.key for line in before.lines}
    head = _head(before)
    counts: list[tuple[int, int]] = []
    back: list[PastLine] = []
    for at, line in enumerate(before.lines):
        now = here.get(line.key)
        if now is line or now == line:
            continue
        if now is not None and replace(now, quantity=line.quantity) == line:
            counts.append((line.key, line.quantity))
        else:
            back.append(PastLine(at=at, line=line))
    step = CartStep(
        gone=tuple(key for key in here if key not in there),
        counts=tuple(counts),
        back=tuple(back),
        head=None if head == _head(after) else head,
    )
    if _lines_before(after, step) == before.lines:
        return step
    # They stood in another order: all of them are told.
    every = tuple(PastLine(at=at, line=line) for at, line in enumerate(before.lines))
    return replace(step, counts=(), back=every)


def stepped_back(now: Cart, step: CartStep) -> Cart:
    """Undo one change; a line that came with it is voided, not forgotten."""
    before = replace(now, lines=_lines_before(now, step))
    if step.head is not None:
        head = step.head
        before = replace(
            before,
            member=head.member,
            coupons=head.coupons,
            manual=head.manual,
            note=head.note,
            rounding=head.rounding,
        )
    return go_back(now, before)


def worth_keeping(steps: tuple[CartStep, ...], lines: int) -> tuple[CartStep, ...]:
    """The newest steps of an order with so many lines, no more than it may cost to write them with
    every change: neither they nor the lines that they bring back outgrow the order itself.
    """
    count = weight = 0
    for step in reversed(steps[-LEAST_KEPT - lines :]):
        weight += len(step.back)
        if weight > LEAST_LINES + lines:
            break
        count += 1
    return steps[len(steps) - count :]


def _lines_before(after: Cart, step: CartStep) -> tuple[CartLine, ...]:
    replaced = {*step.gone, *(past.line.key for past in step.back)}
    counts = dict(step.counts)
    lines = [
        replace(line, quantity=counts[line.key]) if line.key in counts else line
        for line in after.lines
        if line.key not in replaced
    ]
    for past in step.back:
        lines.insert(past.at, past.line)
    return tuple(lines)


def _head(cart: Cart) -> PastHead:
    return PastHead(
        member=cart.member,
        coupons=cart.coupons,
        manual=cart.manual,
        note=cart.note,
        rounding=cart.rounding,
    )
