"""What a return of goods gives back: cumulative targets from the sale's matrix, so that any order
of parts sums the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from posapp.domain.catalog import ProductKind
from posapp.domain.ids import LotId, RefundId, SaleId, TenderId
from posapp.domain.sale import MONEY_PARTS, Column, Part, Sale, SaleLine
from posapp.errors import Refused

_CASH_INSTEAD: Final = (Part.EXTERNAL, Part.RECORDED)
_DEPOSIT_PARTS: Final = (Part.CASH, Part.ON_ACCOUNT, *_CASH_INSTEAD)

Returned = Mapping[int, int]
"""Line number -> quantity (thousandths) returned so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLine:
    """A returned quantity (thousandths) of one line of the sale, its net and tax, minor units; rate
    in basis points. `kind` is what the line was sold as.
    """

    number: int
    quantity: int
    net: int
    tax: int
    tax_rate: int = 0
    kind: ProductKind = ProductKind.GOODS

    @property
    def is_deposit(self) -> bool:
        """A deposit given back: what was owed is paid, nothing comes back that was sold."""
        return self.kind is ProductKind.DEPOSIT


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBack:
    """What one component of one tender gives back: minor units, or points where the part is
    POINTS.
    """

    tender_id: TenderId
    part: Part
    lot_id: LotId | None = None
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """A refund as a fact. `claw` are earned points taken back; `net` = sum of the money given
    back.
    """

    id: RefundId
    sale_id: SaleId
    receipt_number: str
    sale_receipt_number: str
    currency: str
    member_id: str | None = None
    lines: tuple[RefundLine, ...]
    gives: tuple[GiveBack, ...]
    net: int
    tax: int
    claw: int
    reason: str = ""
    approval_id: str | None = None
    in_cash: bool = False
    """A deposit was given back in cash although another tender had paid it."""

    def of_part(self, part: Part) -> int:
        """The sum given back in one part."""
        return sum(give.amount for give in self.gives if give.part is part)

    @property
    def deposits(self) -> int:
        """The part of net that was owed and not sold."""
        return sum(line.net for line in self.lines if line.is_deposit)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundQuote:
    """What a refund of these lines would give back now; nothing has moved."""

    lines: tuple[RefundLine, ...]
    gives: tuple[GiveBack, ...]
    net: int
    tax: int
    claw: int

    @property
    def only_deposits(self) -> bool:
        """Nothing of what was sold comes back."""
        return all(line.is_deposit for line in self.lines)

    @property
    def beside_cash(self) -> int:
        """What goes back another way than in cash, minor units."""
        return sum(give.amount for give in self.gives if give.part in _CASH_INSTEAD)


def in_cash(given: RefundQuote) -> RefundQuote:
    """Deposits that another tender paid, given back in cash; each part keeps its tender's id.

    Raises Refused("refund.cash_for_deposits_only") where anything comes back that was sold, or
    was paid on account.
    """
    parts = {give.part for give in given.gives}
    if not given.only_deposits or not parts <= {Part.CASH, *_CASH_INSTEAD}:
        raise Refused("refund.cash_for_deposits_only")
    return replace(given, gives=tuple(replace(give, part=Part.CASH) for give in given.gives))


def external_attempt_id(refund_id: str, tender_id: str) -> str:
    """The id under which an external part is given back: the same whenever it is asked again."""
    return f"{refund_id}-{tender_id[-12:]}"


def quote(sale: Sale, before: Returned, wanted: Returned) -> RefundQuote:
    """The refund of `wanted` after `before` was already returned.

    Raises Refused: "refund.nothing", "refund.no_such_line", "refund.more_than_sold".
    """
    after = _after(sale, before, wanted)
    lines = tuple(
        _line(sale, place, before, after)
        for place, line in enumerate(sale.lines)
        if wanted.get(line.number)
    )
    gives = tuple(
        give for column in sale.matrix if (give := _give(sale, column, before, after)).amount
    )
    claw = _clawed(sale, after) - _clawed(sale, before)
    net = sum(line.net for line in lines)
    return RefundQuote(
        lines=lines, gives=gives, net=net, tax=sum(line.tax for line in lines), claw=claw
    )


def _after(sale: Sale, before: Returned, wanted: Returned) -> dict[int, int]:
    if not any(wanted.values()):
        raise Refused("refund.nothing")
    sold = {line.number: line.quantity for line in sale.lines}
    for number, quantity in wanted.items():
        if number not in sold or quantity < 0:
            raise Refused("refund.no_such_line")
        if before.get(number, 0) + quantity > sold[number]:
            raise Refused("refund.more_than_sold", line=number)
    return {number: before.get(number, 0) + wanted.get(number, 0) for number in sold}


def _line(sale: Sale, place: int, before: Returned, after: Returned) -> RefundLine:
    line = sale.lines[place]
    was, now = before.get(line.number, 0), after[line.number]
    return RefundLine(
        number=line.number,
        quantity=now - was,
        net=_row_net(sale, place, now) - _row_net(sale, place, was),
        tax=_target(line.tax, line, now) - _target(line.tax, line, was),
        tax_rate=line.tax_rate,
        kind=line.kind,
    )


def _row_net(sale: Sale, place: int, returned: int) -> int:
    """The sum of what the line's components give back, so that rows and columns hold for any
    part.
    """
    valued = (column for column in sale.matrix if column.part is not Part.POINTS)
    return sum(_part(sale, column, place, returned) for column in valued)


def _give(sale: Sale, column: Column, before: Returned, after: Returned) -> GiveBack:
    amount = _column_target(sale, column, after) - _column_target(sale, column, before)
    return GiveBack(
        tender_id=column.tender_id, part=column.part, lot_id=column.lot_id, amount=amount
    )


def _column_target(sale: Sale, column: Column, returned: Returned) -> int:
    return sum(
        _part(sale, column, place, returned.get(line.number, 0))
        for place, line in enumerate(sale.lines)
    )


def _part(sale: Sale, column: Column, place: int, returned: int) -> int:
    """A deposit comes back whole for every piece: to one tender until that is used up, then to
    the next. What was sold comes back in the shares in which it was paid.
    """
    line, amount = sale.lines[place], column.amounts[place]
    if not (line.is_deposit and amount and _is_money(sale, place)):
        return _target(amount, line, returned)
    earlier = sale.matrix[: sale.matrix.index(column)]
    before = sum(each.amounts[place] for each in earlier)
    return min(amount, max(0, _target(line.net, line, returned) - before))


def _is_money(sale: Sale, place: int) -> bool:
    """False for what an older till let points or stored value pay for."""
    return all(column.part in _DEPOSIT_PARTS for column in sale.matrix if column.amounts[place])


def _target(amount: int, line: SaleLine, returned: int) -> int:
    """Rounded down until the last piece, which brings the rest (docs/rules.md E2)."""
    return amount * returned // line.quantity


def _clawed(sale: Sale, returned: Returned) -> int:
    if sale.earn_base == 0:
        return 0
    return sale.points_earned * earning_back(sale, returned) // sale.earn_base


def earning_back(sale: Sale, returned: Returned) -> int:
    """How much of what earned the sale's points is back once `returned` is; deposits earn none."""
    return sum(_column_target(sale, column, returned) for column in earning_columns(sale))


def earning_columns(sale: Sale) -> Sequence[Column]:
    """The parts of the sale that its points were earned by."""
    goods = sale.goods_matrix
    money = [column for column in goods if column.part in MONEY_PARTS]
    if sum(column.total for column in money) == sale.earn_base:
        return money
    return [column for column in goods if column.part is not Part.POINTS]
