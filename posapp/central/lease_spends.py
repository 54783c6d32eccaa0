"""A sale that was paid from a lease: the fact is applied against what the terminal holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.hold_book import capture_points, capture_value
from posapp.central.lease_ends import settle
from posapp.central.lease_recovery import book_forgotten, is_forgotten
from posapp.central.lease_stops import stop
from posapp.central.leases import LeaseRow, change_lease, find_lease
from posapp.domain.leases import covered, less, of_points, point_slices
from posapp.domain.sale import TenderKind
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.ledger import Posting
    from posapp.central.unit import Unit
    from posapp.domain.sale import Sale, Tender, ValueSlice


def spend_lease(
    unit: Unit, arrival: Arrival, posting: Posting, sale: Sale, tender: Tender
) -> tuple[ValueSlice, ...]:
    """Take what the lease still covers; returns what it does not, points as principal.

    An honest terminal always covers. One that does not has a copy, or an older state than it had:
    it is lent nothing more until an operator says so.
    """
    assert tender.lease_id is not None
    wanted = tender.value_slices or of_points(tender.point_slices)
    lease = find_lease(unit, tender.lease_id)
    if is_forgotten(unit, arrival.head, lease):
        lease = book_forgotten(unit, arrival, posting, sale.member_id, tender)
    problem = _problem(unit, arrival, sale, lease, tender)
    if lease is None or problem:
        arrival.open_case(unit, "sale.lease_not_usable", tender=tender.id, state=problem)
        distrust(unit, arrival, "lease.not_usable")
        return wanted
    paid, short = covered(lease.left, wanted)
    _capture(unit, lease, posting, paid)
    lease = change_lease(unit, lease, lease.state, left=less(lease.left, paid))
    settle(unit, lease, posting)
    if arrival.head.at_ms >= lease.ends_ms:
        arrival.open_case(unit, "sale.lease_was_over", tender=tender.id, lease=lease.id)
    if short:
        distrust(unit, arrival, "lease.overspent")
    return short


def _capture(unit: Unit, lease: LeaseRow, posting: Posting, paid: tuple[ValueSlice, ...]) -> None:
    if lease.ledger is HoldLedger.POINTS:
        capture_points(unit, lease.as_hold(paid), posting, point_slices(paid))
    else:
        capture_value(unit, lease.as_hold(paid), posting, paid)


def _problem(
    unit: Unit, arrival: Arrival, sale: Sale, lease: LeaseRow | None, tender: Tender
) -> str:
    """Why this sale cannot be paid from that lease; empty when it can."""
    if lease is None:
        return "missing"
    if lease.terminal_id != arrival.head.terminal_id:
        return "of_another_till"
    if lease.member_id != unit.member(sale.member_id):
        return "of_another_member"
    is_points = tender.kind is TenderKind.POINTS
    if lease.ledger is not (HoldLedger.POINTS if is_points else HoldLedger.STORED_VALUE):
        return "of_another_ledger"
    return "" if lease.is_live else lease.state.value


def distrust(unit: Unit, arrival: Arrival, reason: str) -> None:
    """Lend the terminal of this fact nothing more; one case, when it was trusted until now."""
    if stop(unit, arrival.head.terminal_id, reason):
        arrival.open_case(unit, "lease.terminal_stopped", reason=reason)
