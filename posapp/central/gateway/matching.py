"""A bill beside the book of attempts: what agrees, and what a person has to look at. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from posapp.central.gateway.attempts import Attempt
from posapp.central.gateway.attempts import Kind as AttemptKind
from posapp.central.gateway.bill import Kind
from posapp.domain.charges import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from posapp.central.gateway.bill import Bill, BillRow


class Finding(StrEnum):
    """What differs; also the kind of its case, behind `bill.`."""

    PAID_THERE = "paid_there"
    MISSING_THERE = "missing_there"
    AMOUNT_DIFFERS = "amount_differs"
    REFUNDED_THERE = "refunded_there"
    REVERSED_THERE = "reversed_there"
    NO_SALE = "no_sale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """`here` and `there` are minor units; nothing is 0."""

    finding: Finding
    number: str
    reference: str
    here: int
    there: int
    attempt: Attempt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A payment that a till recorded as taken elsewhere and that nobody found in a bill yet."""

    id: str
    reference: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The attempts that a bill names, the recorded payments (ids) that it shows, and every
    difference.
    """

    named: tuple[Attempt, ...]
    seen: tuple[str, ...] = ()
    agreed: int
    differences: tuple[Difference, ...]


def match(
    bill: Bill,
    known: Mapping[str, Attempt],
    expected: Iterable[Attempt],
    sold: frozenset[str],
    recorded: Iterable[Recorded] = (),
) -> Matched:
    """`known` are the attempts by merchant number that the bill may name, `expected` those that it
    has to name, `sold` the ids of paid charges that a sale counts. A payment that no attempt of
    ours made is one of `recorded` when exactly one of them has its number and amount.
    """
    differences: list[Difference] = []
    named = {}
    elsewhere, seen = _by_number(recorded), []
    for row in bill.rows:
        attempt = known.get(row.number)
        if attempt is not None:
            named[attempt.id] = attempt
        elif (payment_id := _recorded(row, elsewhere)) and payment_id not in seen:
            seen.append(payment_id)
            continue
        found = _difference(row, attempt, sold)
        differences += [found] if found is not None else []
    agreed = len(bill.rows) - len(differences)
    differences += [_missing(each) for each in expected if each.id not in named]
    return Matched(
        named=tuple(named.values()),
        seen=tuple(seen),
        agreed=agreed,
        differences=tuple(differences),
    )


def _recorded(row: BillRow, elsewhere: Mapping[str, list[Recorded]]) -> str:
    """The recorded payment that a row is; empty where there is none, or more than one."""
    if row.kind is not Kind.PAID:
        return ""
    found = {each.id: each for each in elsewhere.get(row.number, ())}
    found |= {each.id: each for each in elsewhere.get(row.reference, ())}
    fitting = [each.id for each in found.values() if each.amount == row.amount]
    return fitting[0] if len(found) == len(fitting) == 1 else ""


def _by_number(recorded: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    told: dict[str, list[Recorded]] = {}
    for each in recorded:
        told.setdefault(each.reference, []).append(each)
    return told


def _difference(row: BillRow, attempt: Attempt | None, sold: frozenset[str]) -> Difference | None:
    wanted = AttemptKind.REFUND if row.kind is Kind.REFUND else AttemptKind.CHARGE
    if attempt is not None and attempt.kind is not wanted:
        attempt = None
    here = attempt.amount if attempt is not None and attempt.state is Stage.PAID else 0
    finding = _finding(row, attempt, here, sold)
    if finding is None:
        return None
    there = 0 if row.kind is Kind.REVERSED else row.amount
    return Difference(
        finding=finding,
        number=row.number,
        reference=row.reference,
        here=here,
        there=there,
        attempt=attempt,
    )


def _finding(
    row: BillRow, attempt: Attempt | None, here: int, sold: frozenset[str]
) -> Finding | None:
    if row.kind is Kind.REVERSED:
        return Finding.REVERSED_THERE if here else None
    if not here:
        return Finding.PAID_THERE if row.kind is Kind.PAID else Finding.REFUNDED_THERE
    if here != row.amount:
        return Finding.AMOUNT_DIFFERS
    is_counted = row.kind is Kind.REFUND or (attempt is not None and attempt.id in sold)
    return None if is_counted else Finding.NO_SALE


def _missing(attempt: Attempt) -> Difference:
    return Difference(
        finding=Finding.MISSING_THERE,
        number=attempt.merchant_no,
        reference=attempt.reference,
        here=attempt.amount,
        there=0,
        attempt=attempt,
    )
