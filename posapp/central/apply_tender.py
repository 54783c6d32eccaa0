"""Tenders of a sale into its posting: cash, acquirers, and holds captured once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.central import recorded
from posapp.central.accounts import RECEIVABLE, owe
from posapp.central.arrival import Arrival
from posapp.central.hold_book import capture_points, capture_value, end_hold, find_hold
from posapp.central.lease_spends import spend_lease
from posapp.central.ledger import Posting
from posapp.central.tables.ledger import loss
from posapp.central.unit import Unit
from posapp.domain.leases import total
from posapp.domain.sale import Part, Sale, Tender, TenderKind, ValueSlice
from posapp.wire.requests import HoldState

if TYPE_CHECKING:
    from posapp.central.hold_book import Hold

MANUFACTURER: Final = "manufacturer"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleWork:
    """A sale on its way into one posting."""

    unit: Unit
    arrival: Arrival
    posting: Posting
    sale: Sale


def channel_of(tender: Tender) -> str:
    """The acquirer behind a tender that is neither cash nor the member's."""
    if tender.channel:
        return tender.channel
    return MANUFACTURER if tender.kind is TenderKind.THIRD_PARTY_COUPON else tender.kind.value


def pay(work: SaleWork, tender: Tender) -> None:
    """Post what a tender moves, capturing the hold behind it."""
    match tender.kind:
        case TenderKind.CASH:
            work.unit.books.house(
                work.posting, "cash", work.arrival.head.terminal_id, -tender.amount
            )
        case TenderKind.EXTERNAL | TenderKind.THIRD_PARTY_COUPON:
            work.unit.books.house(work.posting, "acquirer", channel_of(tender), -tender.amount)
        case TenderKind.ON_ACCOUNT:
            work.unit.books.house(work.posting, RECEIVABLE, tender.channel, -tender.amount)
            owe(work.unit, work.arrival, tender.channel, tender.amount)
        case TenderKind.RECORDED:
            _record(work, tender)
        case TenderKind.STORED_VALUE:
            _pay_with_value(work, tender)
        case TenderKind.POINTS:
            _pay_with_points(work, tender)


def _record(work: SaleWork, tender: Tender) -> None:
    """Taken elsewhere: it stands on an account of its own until somebody saw it in a bill."""
    work.unit.books.house(work.posting, recorded.RECORDED, tender.channel, -tender.amount)
    recorded.keep(
        work.unit,
        work.arrival,
        tender.id,
        sale_id=work.sale.id,
        taken_by=tender.channel,
        reference=tender.reference,
        amount=tender.amount,
    )


def _hold_for(work: SaleWork, tender: Tender) -> Hold | None:
    """The open hold behind a tender. Any other state is a case, and the tender is not covered."""
    hold = None if tender.hold_id is None else find_hold(work.unit, tender.hold_id)
    if hold is None or not hold.is_open or hold.ledger.value != tender.kind.value:
        state = "missing" if hold is None else hold.state.value
        work.arrival.open_case(work.unit, "sale.hold_not_usable", tender=tender.id, state=state)
        return None
    if hold.state is HoldState.PENDING:
        work.arrival.open_case(work.unit, "sale.hold_not_confirmed", tender=tender.id)
    return hold


def _pay_with_value(work: SaleWork, tender: Tender) -> None:
    if tender.lease_id is None:
        short = _pay_from_hold(work, tender)
    else:
        short = spend_lease(work.unit, work.arrival, work.posting, work.sale, tender)
    for piece in short:
        _lose(work, tender, Part.PRINCIPAL, piece.lot_id, piece.principal)
        _lose(work, tender, Part.BONUS, piece.lot_id, piece.bonus)


def _pay_from_hold(work: SaleWork, tender: Tender) -> tuple[ValueSlice, ...]:
    hold = _hold_for(work, tender)
    if hold is None:
        return tender.value_slices
    short = capture_value(work.unit, hold, work.posting, tender.value_slices)
    _captured(work.unit, hold)
    return short


def _pay_with_points(work: SaleWork, tender: Tender) -> None:
    if tender.lease_id is None:
        short = _points_from_hold(work, tender)
    else:
        short = total(spend_lease(work.unit, work.arrival, work.posting, work.sale, tender))
    lost = tender.amount * short // tender.points
    work.unit.books.house(
        work.posting, "contra:points", work.arrival.head.shop_id, lost - tender.amount
    )
    _lose(work, tender, Part.POINTS_VALUE, "", lost)
    if short:
        _note_loss(work, tender, Part.POINTS, "", short)


def _points_from_hold(work: SaleWork, tender: Tender) -> int:
    hold = _hold_for(work, tender)
    if hold is None:
        return tender.points
    short = capture_points(work.unit, hold, work.posting, tender.point_slices)
    _captured(work.unit, hold)
    return short


def _captured(unit: Unit, hold: Hold) -> None:
    end_hold(unit, hold, HoldState.CAPTURED)
    if hold.member_id is not None:
        unit.change("member", hold.member_id)


def _lose(work: SaleWork, tender: Tender, part: Part, lot_id: str, amount: int) -> None:
    """The shop bears what no hold covered; the member is not driven below zero."""
    if amount == 0:
        return
    work.unit.books.house(work.posting, "offline_loss", work.arrival.head.shop_id, -amount)
    _note_loss(work, tender, part, lot_id, amount)
    work.arrival.open_case(
        work.unit,
        "sale.not_covered",
        sale=work.sale.id,
        tender=tender.id,
        part=part.value,
        amount=amount,
    )


def _note_loss(work: SaleWork, tender: Tender, part: Part, lot_id: str, amount: int) -> None:
    work.unit.insert(
        loss,
        sale_id=work.sale.id,
        tender_id=tender.id,
        part=part.value,
        lot_id=lot_id,
        amount=amount,
        returned=0,
    )
