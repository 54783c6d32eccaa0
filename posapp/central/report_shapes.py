"""The shapes of reports: amounts in minor units, points in points, times in ms."""

from __future__ import annotations

import msgspec

from posapp.domain.shift import ZReport
from posapp.domain.z_blocks import ZBlock
from posapp.wire.bills import BillShown
from posapp.wire.case_work import ActShown
from posapp.wire.member_totals import MemberTotals


class TenderTotal(msgspec.Struct, frozen=True, kw_only=True):
    """Per kind and channel of tender."""

    kind: str
    channel: str
    count: int
    taken: int
    given_back: int


class RefundTotal(msgspec.Struct, frozen=True, kw_only=True):
    count: int
    net: int
    claw: int


class DepositTotal(msgspec.Struct, frozen=True, kw_only=True):
    """Deposits are owed and no sales: `list` and `net` of sales and refunds contain them."""

    taken: int
    given_back: int


class TopUpTotal(msgspec.Struct, frozen=True, kw_only=True):
    count: int
    principal: int
    bonus: int


class ShiftTotal(msgspec.Struct, frozen=True, kw_only=True):
    """`difference` is the sum of over (+) and short (-)."""

    opened: int
    closed: int
    difference: int


class ValueOwed(msgspec.Struct, frozen=True, kw_only=True):
    """Stored value of all members as it stands now, whatever the filter: what is held for a sale
    that is being paid is among it.
    """

    principal: int = 0
    bonus: int = 0


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures that a replay compares with the till's own; `points` are those earned."""

    request_id: str
    currency: str
    baskets: int
    lines: int
    list: int
    member_reduction: int
    promotion: int
    retailer_coupon: int
    manual: int
    rounding: int
    net: int
    tax: int
    manufacturer_coupon: int
    points: int
    offline_baskets: int
    tenders: tuple[TenderTotal, ...]
    refunds: RefundTotal
    top_ups: TopUpTotal
    shifts: ShiftTotal
    members: int
    quarantined: int
    open_cases: int
    deposits: DepositTotal
    value_owed: ValueOwed = ValueOwed()


class TenderShown(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    channel: str
    amount: int
    points: int
    principal: int
    bonus: int


class SaleShown(msgspec.Struct, frozen=True, kw_only=True):
    """A sale; `refunded` is the net that came back so far, `deposits` what net has of them."""

    id: str
    receipt_number: str
    terminal: str
    business_date: str
    at_ms: int
    member: str
    list: int
    net: int
    points: int
    offline: bool
    refunded: int
    tenders: tuple[TenderShown, ...]
    deposits: int = 0


class SalesReport(msgspec.Struct, frozen=True, kw_only=True):
    """In order of sale id; `next` goes into `after` for the following page, empty at the end."""

    request_id: str
    sales: tuple[SaleShown, ...]
    next: str


class ShiftShown(msgspec.Struct, frozen=True, kw_only=True):
    """`central_*` is what central counted from facts; `till_*` what the Z says."""

    id: str
    terminal: str
    staff_name: str
    business_date: str
    opened_ms: int
    closed_ms: int
    float_amount: int
    z_number: int
    z_digest: str
    expected_cash: int
    counted_cash: int
    difference: int
    till_sales: int
    till_net: int
    central_sales: int
    central_net: int
    drawer: str = "1"


class CaseShown(msgspec.Struct, frozen=True, kw_only=True):
    """Something for a person to look at; `detail` holds ids and figures, nothing personal."""

    id: str
    kind: str
    terminal: str
    event_id: str
    at_ms: int
    detail: dict[str, str | int]


class QuarantinedShown(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that central keeps and could not apply; `code` says why."""

    event_id: str
    terminal: str
    kind: str
    code: str
    received_ms: int


class DeadLetterShown(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that no push got through; a readable one is among the quarantined facts as well."""

    id: str
    terminal: str
    size: int
    received_ms: int


class CasesReport(msgspec.Struct, frozen=True, kw_only=True):
    """Oldest first, at most 500 of each. `oldest_ms` is the oldest fact in quarantine, or 0."""

    request_id: str
    cases: tuple[CaseShown, ...]
    quarantined: tuple[QuarantinedShown, ...]
    dead_letters: tuple[DeadLetterShown, ...] = ()
    oldest_ms: int = 0


class HeldShown(msgspec.Struct, frozen=True, kw_only=True):
    """A fact in quarantine with the bytes that came, and what was tried."""

    request_id: str
    event_id: str
    terminal: str
    incarnation: int
    seq: int
    kind: str
    code: str
    received_ms: int
    body: str
    acts: tuple[ActShown, ...]


class LetterShown(msgspec.Struct, frozen=True, kw_only=True):
    """A dead letter; what of its bytes is no text is shown as such."""

    request_id: str
    id: str
    terminal: str
    received_ms: int
    body: str


class ApplyAgain(msgspec.Struct, frozen=True, kw_only=True):
    """Apply a fact of the quarantine under its own id; `body` where an operator put it right."""

    event_id: str
    note: str
    body: str | None = None


class CloseCase(msgspec.Struct, frozen=True, kw_only=True):
    """A person has dealt with a case."""

    case_id: str
    note: str


class Worked(msgspec.Struct, frozen=True, kw_only=True):
    """It is done and written down."""

    request_id: str
    id: str


class AcquirerCounted(msgspec.Struct, frozen=True, kw_only=True):
    """What went over central to one acquirer from this till while the shift stood: `unclear` has
    no result yet, `billed` of the others stand in an imported bill.
    """

    acquirer: str
    charges: int
    taken: int
    refunds: int
    given_back: int
    unclear: int
    billed: int


class ZShown(msgspec.Struct, frozen=True, kw_only=True):
    """A Z as its till wrote it, its rows as the paper has them, and what central counted itself.

    `holds` is whether the figures are those of its digest. `bills` are the acquirers' bills of its
    business date, as they were matched: the Z itself never changes. `members` is what all members
    have, from the close of the till's Z before it until its own, by what arrived meanwhile; where
    the till could not ask, `rows` have it from there.
    """

    request_id: str
    id: str
    terminal: str
    z: ZReport
    rows: tuple[ZBlock, ...]
    holds: bool
    central_sales: int
    central_net: int
    acquirers: tuple[AcquirerCounted, ...] = ()
    bills: tuple[BillShown, ...] = ()
    members: MemberTotals | None = None


class ShiftsReport(msgspec.Struct, frozen=True, kw_only=True):
    request_id: str
    shifts: tuple[ShiftShown, ...]
