"""What is given to a member to make up for something, and complaints that wait, on her file."""

from __future__ import annotations

import msgspec

from posapp.domain.compensation import CompensationKind, CompensationReason
from posapp.domain.complaints import ComplaintAbout, ComplaintState


class Compensation(msgspec.Struct, frozen=True, kw_only=True, tag="compensate"):
    """Points or gift value (minor units) of `amount`, or a `coupon` by its code; for a complaint,
    for a sale by its receipt number, or for neither.
    """

    kind: CompensationKind
    reason: CompensationReason
    amount: int = 0
    coupon: str = ""
    complaint_id: str = ""
    receipt: str = ""


class CompensationBack(msgspec.Struct, frozen=True, kw_only=True, tag="compensate_back"):
    """Take a compensation back whole, while nothing of it was spent."""

    compensation_id: str


class CouponOffered(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon of the shop that she does not have. Minor units; 0 where it has no fixed worth."""

    code: str
    label: str
    worth: int = 0


class ComplaintWaiting(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint of hers that is not closed."""

    id: str
    about: ComplaintAbout
    state: ComplaintState
    opened_ms: int
    due_ms: int
