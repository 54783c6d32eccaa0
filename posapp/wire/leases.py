"""Leases of value and points: asked for online, spent with nobody to ask, given back by the till.

A lease of points counts points, as the principal of its slices; one of rights to coupons (`ledger`
`coupon`) has a slice of 1 for each, with the coupon's code as its lot.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from posapp.domain.sale import ValueSlice
from posapp.wire.requests import HoldLedger


class LeaseState(StrEnum):
    """open: the terminal may spend; recalled: it should give back; releasing: it gave back and
    spends of it are still on the way; then exactly one end. No state ever changes by time.
    """

    OPEN = "open"
    RECALLED = "recalled"
    RELEASING = "releasing"
    RELEASED = "released"
    LOST = "lost"
    DECLINED = "declined"


class LeaseGrant(msgspec.Struct, frozen=True, kw_only=True):
    """Lend this terminal value, points or coupons of a member who was identified.

    `lease_id` is the idempotency key. Central decides how much.
    """

    lease_id: str
    member_id: str
    ledger: HoldLedger = HoldLedger.STORED_VALUE


class LeaseRelease(msgspec.Struct, frozen=True, kw_only=True):
    """Give back what is left, by lot, in the till's own books; sent again it changes nothing."""

    lease_id: str
    left: tuple[ValueSlice, ...]
    reason: str = ""


class LeaseReply(msgspec.Struct, frozen=True, kw_only=True):
    """A lease as it stands: `slices` as they were granted, `left` as central's books have it.

    `day_key` (base64) makes her dynamic codes of the local date `day` and of no other; `last_step`
    is the newest step that central has accepted. Only with a lease that is open or recalled. With
    state declined, `reason` is an error key.
    """

    request_id: str
    lease_id: str
    member_id: str
    state: LeaseState
    slices: tuple[ValueSlice, ...] = ()
    left: tuple[ValueSlice, ...] = ()
    granted_ms: int = 0
    ends_ms: int = 0
    day: str = ""
    day_key: str = ""
    last_step: int = 0
    reason: str = ""
    ledger: HoldLedger = HoldLedger.STORED_VALUE


class LeaseShown(msgspec.Struct, frozen=True, kw_only=True):
    """One of the asking terminal's leases that did not end."""

    lease_id: str
    member_id: str
    incarnation: int
    state: LeaseState
    left: tuple[ValueSlice, ...]
    ends_ms: int
    ledger: HoldLedger = HoldLedger.STORED_VALUE


class LeaseHeld(msgspec.Struct, frozen=True, kw_only=True):
    """A lease as the till that holds it has it: as it was granted, and what it has not spent."""

    lease_id: str
    member_id: str
    incarnation: int
    ledger: HoldLedger
    granted: tuple[ValueSlice, ...]
    left: tuple[ValueSlice, ...]
    granted_ms: int
    ends_ms: int


class LeasesReply(msgspec.Struct, frozen=True, kw_only=True):
    """What central has down as lent to this terminal; `recalled` ones should come back."""

    request_id: str
    leases: tuple[LeaseShown, ...]
