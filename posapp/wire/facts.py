"""Facts: what happened at a till. A fact is never refused; central applies or quarantines it."""

from __future__ import annotations

from typing import Literal

import msgspec

from posapp.domain.member import Consent
from posapp.domain.permissions import Approval
from posapp.domain.refund import Refund
from posapp.domain.sale import Sale, ValueSlice
from posapp.domain.shift import CashMove, Shift, ZReport
from posapp.wire.canonical import decode, encode

SCHEMA = 1
KEPT_CHANGE = "change"
"""The kind of a top-up whose money is the change of a sale."""


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who did it: a person, a kiosk, or the system itself."""

    kind: Literal["staff", "kiosk", "system"]
    id: str
    name: str = ""


class FactHead(msgspec.Struct, frozen=True, kw_only=True):
    """What every fact carries. `at_ms` is the till's corrected wall time; `business_date` is the
    shift's.
    """

    event_id: str
    tenant_id: str
    shop_id: str
    terminal_id: str
    incarnation: int
    at_ms: int
    business_date: str
    shift_id: str | None
    actor: Actor
    currency: str


class SaleData(msgspec.Struct, frozen=True, kw_only=True, tag="sale.v1", tag_field="kind"):
    """A sale with its matrix; `offline` when no central answered while it was made."""

    sale: Sale
    offline: bool = False


class RefundData(msgspec.Struct, frozen=True, kw_only=True, tag="refund.v1", tag_field="kind"):
    """A return of goods with what each component gave back."""

    refund: Refund
    offline: bool = False


class TopUpData(msgspec.Struct, frozen=True, kw_only=True, tag="topup.v1", tag_field="kind"):
    """Money paid in for stored value: principal and bonus as central quoted them; cash with its
    change. With `tender_kind` "change" it is the change of a sale, `sale_id`, kept here (找零转存).
    """

    top_up_id: str
    quote_id: str
    quote_hash: str
    member_id: str
    receipt_number: str
    principal: int
    bonus: int
    tender_kind: str
    tendered: int
    change: int
    sale_id: str = ""


class MemberData(msgspec.Struct, frozen=True, kw_only=True, tag="member.v1", tag_field="kind"):
    """A registration. Personal data is in an attachment named by its digest (docs/rules.md E7, 12).

    `number` is the member number that the till was given or made; `proof` is central's answer to
    the SMS code. `vouched`: a manager looked at the phone in person, as an audit entry says.
    `guardian_id` is the member whose child is registered, `source` how she came to join,
    `sale_id` the sale of nobody that she joins with: its points are hers.
    """

    member_id: str
    subject_id: str
    number: str
    attachment_sha256: str
    consent: Consent
    proof: str = ""
    tier: str = "ordinary"
    offline: bool = False
    vouched: bool = False
    guardian_id: str = ""
    source: str = ""
    sale_id: str = ""


class WithdrawalData(
    msgspec.Struct, frozen=True, kw_only=True, tag="consent_withdrawn.v1", tag_field="kind"
):
    """She withdrew one purpose at a till that reached nobody: it holds from `at_ms` of the head."""

    member_id: str
    purpose: str
    policy_version: str
    channel: str = "counter"


class CashMoveData(msgspec.Struct, frozen=True, kw_only=True, tag="cash_move.v1", tag_field="kind"):
    """Cash in or out of the drawer without a sale."""

    move: CashMove


class ShiftOpenData(
    msgspec.Struct, frozen=True, kw_only=True, tag="shift_open.v1", tag_field="kind"
):
    """A shift was opened with its float."""

    shift: Shift


class ShiftCloseData(msgspec.Struct, frozen=True, kw_only=True, tag="shift.v1", tag_field="kind"):
    """A shift was closed with its Z."""

    z: ZReport


class ApprovalData(msgspec.Struct, frozen=True, kw_only=True, tag="approval.v1", tag_field="kind"):
    """A second person said yes, in place."""

    approval: Approval
    requested_by_name: str


class HoldReleaseData(
    msgspec.Struct, frozen=True, kw_only=True, tag="hold_release.v1", tag_field="kind"
):
    """This till will not commit on the hold: the only way besides capture in which a hold ends."""

    hold_id: str
    tender_id: str
    sale_id: str
    reason: str


class LeaseReleaseData(
    msgspec.Struct, frozen=True, kw_only=True, tag="lease_release.v1", tag_field="kind"
):
    """This till spends no more of a lease; `left` is what its own books say it has not spent."""

    lease_id: str
    member_id: str
    left: tuple[ValueSlice, ...]
    reason: str


class AuditData(msgspec.Struct, frozen=True, kw_only=True, tag="audit.v1", tag_field="kind"):
    """Something worth remembering that moves nothing: sign-in, wrong PIN, reprint, drawer without
    sale, void.
    """

    action: str
    subject: str = ""
    amount: int = 0
    reason: str = ""
    approval_id: str | None = None


FactData = (
    SaleData
    | RefundData
    | TopUpData
    | MemberData
    | WithdrawalData
    | CashMoveData
    | ShiftOpenData
    | ShiftCloseData
    | ApprovalData
    | HoldReleaseData
    | LeaseReleaseData
    | AuditData
)


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as it stands in the journal: head and data. Its canonical bytes are the body that is
    hashed.
    """

    head: FactHead
    data: FactData


def kind_of(data: FactData) -> str:
    """The journal kind, for example "sale.v1"."""
    return str(type(data).__struct_config__.tag)


def aggregate_of(fact: Fact) -> str:
    """The dependency group: items of one group are applied in order (docs/rules.md A4)."""
    match fact.data:
        case SaleData(sale=sale):
            return sale.id
        case RefundData(refund=refund):
            return refund.sale_id
        case TopUpData(member_id=member_id) | MemberData(member_id=member_id):
            return member_id
        case WithdrawalData(member_id=member_id):
            return member_id
        case HoldReleaseData(sale_id=sale_id):
            return sale_id
        case LeaseReleaseData(lease_id=lease_id):
            return lease_id
        case _:
            return fact.head.event_id


def to_body(fact: Fact) -> bytes:
    return encode(fact)


def from_body(body: bytes) -> Fact:
    """Raises Refused("wire.not_understood")."""
    return decode(body, Fact)
