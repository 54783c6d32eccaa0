"""A shift: float, cash in and out, the blind count, and the Z report as a pure sum of what
happened.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from posapp.domain.ids import ShiftId, StaffId
from posapp.domain.shift_figures import (
    LATER,
    AcquirerSum,
    CashierSum,
    CentralFigures,
    ChannelOpen,
    ExceptionRow,
    ExceptionSum,
    KindSum,
    ProductSum,
    QuarterSum,
    TenderCheck,
    digestible,
)
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DENOMINATIONS: Final = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)
"""CNY notes and coins in fen (docs/rules.md D1); anything else is counted as a free amount under
denomination 1.
"""

FIRST_DRAWER: Final = "1"
_DEPOSIT: Final = "deposit"


class CashMoveKind(StrEnum):
    """Cash that moves without a sale. Amounts are positive; the kind tells the direction."""

    FLOAT = "float"
    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"
    DROP = "drop"

    @property
    def is_out(self) -> bool:
        """True where it leaves the drawer: taken out, or dropped into the safe (上缴)."""
        return self in (CashMoveKind.CASH_OUT, CashMoveKind.DROP)


@dataclass(frozen=True, slots=True, kw_only=True)
class CashMove:
    """One movement with its reason and, where one was needed, the approval."""

    id: str
    kind: CashMoveKind
    amount: int
    reason: str = ""
    approval_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """An open shift of one drawer. `business_date` (YYYY-MM-DD, local) is fixed when it opens and
    holds for all its facts; `staff_id` is who opened it.
    """

    id: ShiftId
    staff_id: StaffId
    staff_name: str
    business_date: str
    opened_ms: int
    float_amount: int
    drawer: str = FIRST_DRAWER


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDrawer:
    """An open shift with who works with its drawer now; `put_aside_ms` while it only waits for its
    count (暂停待点).
    """

    shift: Shift
    holder_id: StaffId
    holder_name: str
    put_aside_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderSum:
    """Per kind (and channel) of tender: count, taken, given back, minor units."""

    kind: str
    channel: str = ""
    count: int = 0
    taken: int = 0
    given_back: int = 0

    @property
    def net(self) -> int:
        return self.taken - self.given_back


@dataclass(frozen=True, slots=True, kw_only=True)
class RateSum:
    """Per tax rate: gross including tax and the tax in it, refunds taken off."""

    rate_bp: int
    gross: int
    tax: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftSums:
    """Everything that a Z report adds up, as the till's own tables give it; minor units, points,
    counts.
    """

    sale_count: int = 0
    refund_count: int = 0
    item_quantity: int = 0
    list_total: int = 0
    reductions: tuple[tuple[str, int], ...] = ()
    net_sales: int = 0
    refund_net: int = 0
    taxes: tuple[RateSum, ...] = ()
    tenders: tuple[TenderSum, ...] = ()
    top_up_count: int = 0
    top_up_cash: int = 0
    cash_in: int = 0
    cash_out: int = 0
    points_earned: int = 0
    points_burnt: int = 0
    member_sale_count: int = 0
    member_sale_net: int = 0
    new_members: int = 0
    drawer_opens: int = 0
    reprints: int = 0
    approvals: int = 0
    offline_sales: int = 0
    first_receipt: str = ""
    last_receipt: str = ""
    cash_dropped: int = field(default=0, metadata=LATER)
    cash_tendered: int = field(default=0, metadata=LATER)
    cash_change: int = field(default=0, metadata=LATER)
    mixed_count: int = field(default=0, metadata=LATER)
    top_up_principal: int = field(default=0, metadata=LATER)
    top_up_bonus: int = field(default=0, metadata=LATER)
    kinds: tuple[KindSum, ...] = field(default=(), metadata=LATER)
    liabilities: tuple[KindSum, ...] = field(default=(), metadata=LATER)
    cashiers: tuple[CashierSum, ...] = field(default=(), metadata=LATER)
    quarters: tuple[QuarterSum, ...] = field(default=(), metadata=LATER)
    exceptions: tuple[ExceptionSum, ...] = field(default=(), metadata=LATER)
    largest: tuple[ExceptionRow, ...] = field(default=(), metadata=LATER)
    acquirers: tuple[AcquirerSum, ...] = field(default=(), metadata=LATER)

    @property
    def cash_net(self) -> int:
        return sum(tender.net for tender in self.tenders if tender.kind == "cash")

    @property
    def tender_net(self) -> int:
        """What all tenders of sales brought, after what they gave back."""
        return sum(tender.net for tender in self.tenders)

    @property
    def liability_net(self) -> int:
        """What the tenders brought besides sales: money that is owed, such as deposits."""
        return sum(each.net for each in self.liabilities)

    @property
    def net(self) -> int:
        """Net sales after refunds."""
        return self.net_sales - self.refund_net

    @property
    def receipts_net(self) -> int:
        """Net as the receipts add it up, deposits among it: what central counts from them."""
        return self.net + sum(each.net for each in self.liabilities if each.name == _DEPOSIT)

    @property
    def ties(self) -> bool:
        """Tenders = net sales + liabilities: what every Z has to show (docs/rules.md)."""
        return self.tender_net == self.net + self.liability_net


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Where and with what a report was made: names as they were, the zone, the program."""

    shop: str = ""
    till: str = ""
    drawer: str = ""
    time_zone: str = ""
    utc_offset_min: int = 0
    version: str = ""
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """External payments without a result when the report was made; minor units. Refunds that are
    not answered, and what is paid of an order that is no sale yet, are counted apart.
    """

    count: int = 0
    amount: int = 0
    channels: tuple[ChannelOpen, ...] = field(default=(), metadata=LATER)
    refunds: int = field(default=0, metadata=LATER)
    refunded: int = field(default=0, metadata=LATER)
    unbooked: int = field(default=0, metadata=LATER)
    unbooked_amount: int = field(default=0, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZReport:
    """An immutable Z: numbered without gaps per till, chained to the one before by its digest.

    `earlier_counts` are the counts that were submitted before the one that closed, minor units;
    `counter_saw` says that its count was not blind.
    """

    number: int
    previous_digest: str
    shift_id: ShiftId
    business_date: str
    staff_id: StaffId
    staff_name: str
    opened_ms: int
    closed_ms: int
    currency: str
    float_amount: int
    sums: ShiftSums
    expected_cash: int
    counted_cash: int
    count: tuple[tuple[int, int], ...]
    difference: int
    difference_reason: str = ""
    approval_id: str | None = None
    waiting_to_sync: int = 0
    kept_float: int = 0
    digest: str = field(default="", compare=False)
    heading: Heading | None = field(default=None, metadata=LATER)
    earlier_counts: tuple[int, ...] = field(default=(), metadata=LATER)
    counted_by: str = field(default="", metadata=LATER)
    approved_by: str = field(default="", metadata=LATER)
    put_aside_ms: int | None = field(default=None, metadata=LATER)
    unsettled: Unsettled | None = field(default=None, metadata=LATER)
    counter_saw: bool = field(default=False, metadata=LATER)
    sold_most: tuple[ProductSum, ...] = field(default=(), metadata=LATER)
    sold_least: tuple[ProductSum, ...] = field(default=(), metadata=LATER)
    tender_checks: tuple[TenderCheck, ...] = field(default=(), metadata=LATER)
    central: CentralFigures | None = field(default=None, metadata=LATER)

    @property
    def net(self) -> int:
        """Net sales after refunds."""
        return self.sums.net

    @property
    def recounts(self) -> int:
        """How often the drawer was counted anew before a count was accepted."""
        return len(self.earlier_counts)


def counted_cash(count: Mapping[int, int]) -> int:
    """The sum of a count by denomination (minor units -> pieces). Raises
    Refused("shift.count_not_valid").
    """
    for denomination, pieces in count.items():
        if denomination not in (*DENOMINATIONS, 1) or not 0 <= pieces <= 1_000_000:
            raise Refused("shift.count_not_valid")
    return sum(denomination * pieces for denomination, pieces in count.items())


def expected_cash(float_amount: int, sums: ShiftSums) -> int:
    """Float + cash taken - change - cash given back + top-ups + cash in - cash out - dropped
    (docs/rules.md D1).
    """
    moved = sums.cash_in - sums.cash_out - sums.cash_dropped
    return float_amount + sums.cash_net + sums.top_up_cash + moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What a close adds to the sums: who counted and said yes, and what stood open meanwhile."""

    heading: Heading | None = None
    earlier_counts: tuple[int, ...] = ()
    counted_by: str = ""
    approved_by: str = ""
    put_aside_ms: int | None = None
    unsettled: Unsettled | None = None
    counter_saw: bool = False
    sold_most: tuple[ProductSum, ...] = ()
    sold_least: tuple[ProductSum, ...] = ()
    tender_checks: tuple[TenderCheck, ...] = ()
    central: CentralFigures | None = None


def z_report(
    *,
    number: int,
    previous_digest: str,
    shift: Shift,
    sums: ShiftSums,
    count: Mapping[int, int],
    closed_ms: int,
    currency: str,
    difference_reason: str = "",
    approval_id: str | None = None,
    waiting_to_sync: int = 0,
    kept_float: int = 0,
    closing: Closing | None = None,
) -> ZReport:
    """The Z of a shift with its digest. Raises Refused("shift.difference_needs_reason") for
    over/short without one.
    """
    expected = expected_cash(shift.float_amount, sums)
    counted = counted_cash(count)
    more = closing or Closing()
    if counted != expected and not difference_reason.strip():
        raise Refused("shift.difference_needs_reason", difference=counted - expected)
    report = ZReport(
        number=number,
        previous_digest=previous_digest,
        shift_id=shift.id,
        business_date=shift.business_date,
        staff_id=shift.staff_id,
        staff_name=shift.staff_name,
        opened_ms=shift.opened_ms,
        closed_ms=closed_ms,
        currency=currency,
        float_amount=shift.float_amount,
        sums=sums,
        expected_cash=expected,
        counted_cash=counted,
        count=tuple(sorted(count.items(), reverse=True)),
        difference=counted - expected,
        difference_reason=difference_reason.strip(),
        approval_id=approval_id,
        waiting_to_sync=waiting_to_sync,
        kept_float=kept_float,
        heading=more.heading,
        earlier_counts=more.earlier_counts,
        counted_by=more.counted_by,
        approved_by=more.approved_by,
        put_aside_ms=more.put_aside_ms,
        unsettled=more.unsettled,
        counter_saw=more.counter_saw,
        sold_most=more.sold_most,
        sold_least=more.sold_least,
        tender_checks=more.tender_checks,
        central=more.central,
    )
    return _with_digest(report)


def z_digest(report: ZReport) -> str:
    """SHA-256 over the report's figures in a fixed order, hex; includes the previous digest."""
    figures = digestible(replace(report, digest=""))
    assert isinstance(figures, dict)
    figures.pop("digest")
    text = json.dumps(figures, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def chain_holds(reports: Sequence[ZReport]) -> bool:
    """True when the numbers have no gap and every report carries the digest of the one before."""
    linked = all(
        b.number == a.number + 1 and b.previous_digest == a.digest for a, b in pairwise(reports)
    )
    return linked and all(z_digest(report) == report.digest for report in reports)


def _with_digest(report: ZReport) -> ZReport:
    return replace(report, digest=z_digest(report))
