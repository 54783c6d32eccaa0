"""A return of goods while it is being made, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from posapp.domain.member import Member
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.refund import RefundQuote
from posapp.ui.i18n import tr
from posapp.workflows.pay_outcomes import RefundLegResult
from posapp.workflows.refunding import CommittedRefund, Refundable

if TYPE_CHECKING:
    from posapp.domain.sale import SaleLine


class Reason(StrEnum):
    """Why goods come back; worded by the screen."""

    UNWANTED = "unwanted"
    SIZE = "size"
    QUALITY = "quality"
    OTHER = "other"


def reason_text(reason: Reason) -> str:
    match reason:
        case Reason.UNWANTED:
            return tr("不想要了")
        case Reason.SIZE:
            return tr("尺寸不合")
        case Reason.QUALITY:
            return tr("质量问题")
        case Reason.OTHER:
            return tr("其他")
        case _:
            assert_never(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundState:
    """`wanted` is line number -> thousandths; `selected` a line number; `legs` what became of
    external payments, by the leg's id; `in_cash` that a deposit goes back in cash instead."""

    refundable: Refundable | None = None
    member: Member | None = None
    wanted: dict[int, int] = field(default_factory=dict)
    selected: int = 0
    reason: Reason | None = None
    quote: RefundQuote | None = None
    busy: bool = False
    done: CommittedRefund | None = None
    legs: dict[str, RefundLegResult] = field(default_factory=dict)
    in_cash: bool = False

    @property
    def only_deposits(self) -> bool:
        """What is chosen are deposits and nothing else: no reason is asked for."""
        return self.quote is not None and self.quote.only_deposits

    @property
    def why(self) -> str:
        """What stands as the reason; empty until one is chosen."""
        if self.only_deposits:
            return tr("退押金")
        return "" if self.reason is None else reason_text(self.reason)

    @property
    def may_be_cash(self) -> bool:
        """Deposits that another tender paid may go back in cash."""
        if self.quote is None or not self.only_deposits:
            return False
        return self.in_cash or self.quote.beside_cash > 0

    @property
    def lines(self) -> tuple[SaleLine, ...]:
        return () if self.refundable is None else self.refundable.sale.lines

    def line(self, number: int) -> SaleLine:
        return next(line for line in self.lines if line.number == number)

    def left(self, number: int) -> int:
        """How much of a line may still come back, thousandths."""
        if self.refundable is None:
            return 0
        return self.line(number).quantity - self.refundable.returned.get(number, 0)

    def first_piece(self, number: int) -> int:
        """What ticking a line takes back first: one piece, or all of what is weighed."""
        left = self.left(number)
        return left if left % QUANTITY_ONE else min(left, QUANTITY_ONE)


def with_wanted(wanted: dict[int, int], number: int, quantity: int) -> dict[int, int]:
    """Another quantity of one line; none takes the line out."""
    rest = {line: thousandths for line, thousandths in wanted.items() if line != number}
    return rest | {number: quantity} if quantity > 0 else rest
