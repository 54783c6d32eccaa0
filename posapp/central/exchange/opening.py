"""Opening balances: what a member brings from another system, posted once and for ever."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from posapp.central.ledger import (
    BON,
    BONUS,
    GROWTH,
    GRW,
    MON,
    POINTS,
    PTS,
    SV_AVAILABLE,
    Posting,
)
from posapp.central.lots import expiry_ms

if TYPE_CHECKING:
    from posapp.central.exchange.candidate import Candidate
    from posapp.central.unit import Unit

OPENING = "opening"


def opening_id(tenant_id: str, member_id: str) -> str:
    """Of a member's opening posting: she has one at most, whatever is imported and how often."""
    return str(uuid.uuid5(uuid.UUID(tenant_id), f"{OPENING}/{member_id}"))


def open_balances(unit: Unit, run_id: str, member_id: str, given: Candidate) -> None:
    """Principal and bonus are one lot of the day on which they were paid in; `run_id` is the
    import that brought them, and the account of the house that they come from.
    """
    if not given.has_balance:
        return
    posting = Posting(
        id=opening_id(unit.tenant.id, member_id),
        kind=OPENING,
        source_id=run_id,
        at_ms=unit.now_ms,
        member_id=member_id,
    )
    books = unit.books
    if given.principal or given.bonus:
        lot_id = unit.ids.new()
        books.open_lot(
            lot_id=lot_id,
            member_id=member_id,
            ledger=MON,
            source_id=run_id,
            amount=given.principal,
            bonus=given.bonus,
            opened_ms=given.opened_ms or unit.now_ms,
            available_from_ms=unit.now_ms,
        )
        books.house(posting, OPENING, run_id, -given.principal)
        books.member(posting, MON, SV_AVAILABLE, member_id, given.principal, lot_id=lot_id)
        books.member(posting, BON, BONUS, member_id, given.bonus, lot_id=lot_id)
    if given.points:
        books.member(
            posting,
            PTS,
            POINTS,
            member_id,
            given.points,
            lot_id=_points(unit, run_id, member_id, given),
        )
    books.member(posting, GRW, GROWTH, member_id, given.growth)
    books.post(posting)


def _points(unit: Unit, run_id: str, member_id: str, given: Candidate) -> str:
    until = given.points_expire_ms
    if until is None:
        until = expiry_ms(unit.now_ms, unit.rules().valid_months, unit.tenant.zone)
    lot = unit.books.open_lot(
        lot_id=unit.ids.new(),
        member_id=member_id,
        ledger=PTS,
        source_id=run_id,
        amount=given.points,
        opened_ms=unit.now_ms,
        available_from_ms=unit.now_ms,
        expires_ms=until,
    )
    return lot.id
