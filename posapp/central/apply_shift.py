"""Shifts and cash moves: float out of the safe, the count back into it, over and short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from posapp.central.tables.sales import shift as shift_table
from posapp.domain.shift import (
    FIRST_DRAWER,
    CashMove,
    CashMoveKind,
    Shift,
    ZReport,
    z_digest,
)
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit


def apply_cash_move(unit: Unit, arrival: Arrival, move: CashMove) -> None:
    """Cash between the safe of the shop and the drawer of the till."""
    inwards = -move.amount if CashMoveKind(move.kind).is_out else move.amount
    posting = arrival.posting("cash_move", move.id)
    unit.books.house(posting, "safe", arrival.head.shop_id, inwards)
    unit.books.house(posting, "cash", arrival.head.terminal_id, -inwards)
    unit.books.post(posting)


def apply_shift_open(unit: Unit, arrival: Arrival, shift: Shift) -> None:
    posting = arrival.posting("shift_open", shift.id)
    unit.books.house(posting, "safe", arrival.head.shop_id, shift.float_amount)
    unit.books.house(posting, "cash", arrival.head.terminal_id, -shift.float_amount)
    unit.books.post(posting)
    _insert(unit, arrival, shift)


def apply_shift_close(unit: Unit, arrival: Arrival, z: ZReport) -> None:
    """The count replaces what the books expect; the difference is the shop's over or short."""
    unit.flush()
    head = arrival.head
    posting = arrival.posting("shift_close", z.shift_id)
    unit.books.house(posting, "over_short", head.shop_id, z.difference)
    unit.books.house(posting, "safe", head.shop_id, -z.counted_cash)
    unit.books.house(posting, "cash", head.terminal_id, z.counted_cash - z.difference)
    unit.books.post(posting)
    _check_chain(unit, arrival, z)
    _ensure_open(unit, arrival, z)
    unit.connection.execute(
        update(shift_table)
        .where(shift_table.c.id == z.shift_id, shift_table.c.tenant_id == unit.tenant.id)
        .values(
            closed_ms=z.closed_ms,
            z_number=z.number,
            z_digest=z.digest,
            z_previous_digest=z.previous_digest,
            expected_cash=z.expected_cash,
            counted_cash=z.counted_cash,
            difference=z.difference,
            till_sales=z.sums.sale_count,
            till_net=z.sums.receipts_net,
            z_body=encode(z).decode(),
        )
    )


def _check_chain(unit: Unit, arrival: Arrival, z: ZReport) -> None:
    """A Z that was changed, or that does not follow the one before it, is a case."""
    before = unit.connection.execute(
        select(shift_table.c.z_digest).where(
            shift_table.c.tenant_id == unit.tenant.id,
            shift_table.c.terminal_id == arrival.head.terminal_id,
            shift_table.c.z_number == z.number - 1,
        )
    ).scalar()
    follows = z.number == 1 or before == z.previous_digest
    if not follows or z_digest(z) != z.digest:
        arrival.open_case(unit, "shift.z_chain_broken", number=z.number)


def _ensure_open(unit: Unit, arrival: Arrival, z: ZReport) -> None:
    known = unit.connection.execute(
        select(shift_table.c.id).where(shift_table.c.id == z.shift_id)
    ).scalar()
    if known is None:
        shift = Shift(
            id=z.shift_id,
            staff_id=z.staff_id,
            staff_name=z.staff_name,
            business_date=z.business_date,
            opened_ms=z.opened_ms,
            float_amount=z.float_amount,
            drawer=FIRST_DRAWER if z.heading is None else z.heading.drawer,
        )
        _insert(unit, arrival, shift)
        unit.flush()


def _insert(unit: Unit, arrival: Arrival, shift: Shift) -> None:
    unit.insert(
        shift_table,
        id=shift.id,
        tenant_id=arrival.head.tenant_id,
        shop_id=arrival.head.shop_id,
        terminal_id=arrival.head.terminal_id,
        staff_name=shift.staff_name,
        business_date=shift.business_date,
        opened_ms=shift.opened_ms,
        float_amount=shift.float_amount,
        drawer=shift.drawer,
    )
