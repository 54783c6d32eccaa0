"""The smaller sums of a shift: by kind, by cashier, by quarter of an hour, and what was unusual."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_SINCE: Final = "since"

LATER: Final = {_SINCE: 2}
"""Marks a field that came after the first release: with its default it does not change a digest, so
that the digest of an old Z is still the one that it was printed with.
"""


def digestible(value: object) -> object:
    """A frozen dataclass as plain figures, without later fields that hold their default."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each: digestible(getattr(value, each)) for each in _hashed(value)}
    if isinstance(value, tuple):
        return [digestible(each) for each in value]
    return value


def _hashed(value: DataclassInstance) -> list[str]:
    return [
        each.name
        for each in fields(value)
        if _SINCE not in each.metadata or getattr(value, each.name) != each.default
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSum:
    """What was sold of one kind of product, or came in as a liability: minor units, thousandths."""

    name: str
    count: int = 0
    quantity: int = 0
    taken: int = 0
    given_back: int = 0

    @property
    def net(self) -> int:
        return self.taken - self.given_back


@dataclass(frozen=True, slots=True, kw_only=True)
class CashierSum:
    """Who sold what in the shift, whoever opened it; minor units."""

    staff_id: str
    name: str
    sale_count: int = 0
    net_sales: int = 0
    refund_count: int = 0
    refund_net: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterSum:
    """Sales of a quarter of an hour, which every time zone can add up to its hours."""

    start_ms: int
    count: int
    net: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AcquirerSum:
    """What the till counted of one channel, for an acquirer's total: `kind` is that of the tender,
    so that what was recorded by hand stands apart. Minor units.
    """

    kind: str
    channel: str
    charges: int = 0
    taken: int = 0
    refunds: int = 0
    given_back: int = 0

    @property
    def net(self) -> int:
        return self.taken - self.given_back


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelOpen:
    """What has no result yet on one channel. Charges are in no sum; refunds are in theirs, and may
    still be refused there. What is `unbooked` was paid, and its order is no sale yet. Minor units.
    """

    channel: str
    charges: int = 0
    charged: int = 0
    refunds: int = 0
    refunded: int = 0
    unbooked: int = field(default=0, metadata=LATER)
    unbooked_amount: int = field(default=0, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderCheck:
    """One way of paying held against the total of its device or acquirer: `count` and `amount` are
    the till's, `entered` is what the other side says, with a reason where they differ. Minor units.
    """

    kind: str
    channel: str
    count: int
    amount: int
    entered: int
    reason: str = ""
    checked_by: str = ""

    @property
    def difference(self) -> int:
        """What the other side has more (+) or less (-)."""
        return self.entered - self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralFigures:
    """What of all members only central knows: points that expired since the till's Z before, and
    the stored value owed at `until_ms`, minor units. `known` is whether it could be asked.
    """

    known: bool = False
    until_ms: int = 0
    points_expired: int = 0
    principal: int = 0
    bonus: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductSum:
    """What was sold of one product, before anything came back: thousandths, net in minor units."""

    code: str
    name: str
    quantity: int
    net: int


class ExceptionKind(StrEnum):
    """What a manager wants to see although it was allowed."""

    REFUND = "refund"
    ORDER_VOID = "order_void"
    LINE_REMOVED = "line_removed"
    PRICE_CHANGE = "price_change"
    MANUAL_DISCOUNT = "manual_discount"
    REPRINT = "reprint"
    DRAWER_OPEN = "drawer_open"
    OFFLINE_SALE = "offline_sale"
    APPROVAL = "approval"
    SIGN_IN_FAILED = "sign_in_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionSum:
    """How often one person did one of them, and for how much; without an amount it is 0."""

    kind: str
    staff_name: str
    count: int
    amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRow:
    """One of the largest; `reference` is a receipt number or empty."""

    kind: str
    staff_name: str
    amount: int
    at_ms: int
    reference: str = ""
