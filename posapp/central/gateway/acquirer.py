"""An acquirer as central asks it: the port, and what one order is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from posapp.domain.charges import ChargeOutcome, OfferOutcome, ReverseOutcome

BUDGET_S = 10.0
"""How long one question to an acquirer may take; a till waits a little longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One charge. `number` is new for every attempt; amounts in minor units."""

    number: str
    amount: int
    currency: str
    channel: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferOrder:
    """A charge whose code the customer scans, for `left_ms` from now on; minor units."""

    number: str
    amount: int
    currency: str
    left_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrder:
    """Money to give back of the order `original`, of which `whole` was paid."""

    number: str
    original: str
    amount: int
    whole: int
    currency: str


class Acquirer(Protocol):
    """Takes money by payment codes. No call raises: what is not clear is Unknown. No database
    transaction is open meanwhile; a call takes at most `BUDGET_S`.
    """

    def pay(self, order: Order) -> ChargeOutcome:
        """Called once in the life of an order number; Declined only where none will be taken."""
        ...

    def precreate(self, order: OfferOrder) -> OfferOutcome:
        """A code that the customer scans. The same number again is the same order, until it is
        closed: never a second one. Nothing is taken by this.
        """
        ...

    def query(self, number: str) -> ChargeOutcome:
        """What became of an order. One that the acquirer does not know is Unknown: it may be on
        its way. One that nobody scanned is Waiting while it may still be scanned.
        """
        ...

    def reverse(self, number: str) -> ReverseOutcome:
        """Undo or close an order, so that it can never be paid; may be repeated."""
        ...

    def refund(self, order: RefundOrder) -> ChargeOutcome:
        """Paid where the money went back; the same number may be asked again."""
        ...
