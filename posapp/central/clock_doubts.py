"""A fact of a till whose clock was wrong: it counts, under a time that can be, and is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from msgspec import structs
from sqlalchemy import select

from posapp.central.tables.inbox import case

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit

KIND: Final = "till.clock_wrong"
MOST_AHEAD_MS: Final = 300_000
"""As far as a signed request may be ahead; nothing has happened later than now."""
MOST_BEHIND_MS: Final = 400 * 24 * 3_600_000
"""Of entries that were made before the till ever heard central's time."""


def in_time(unit: Unit, arrival: Arrival) -> Arrival:
    """The arrival, with the moment of its arrival where its own cannot be.

    Its bytes stay as they came, and so does the shift's business date. One open case a terminal.
    """
    at_ms = arrival.head.at_ms
    is_ahead = at_ms > unit.now_ms + MOST_AHEAD_MS
    is_trusted = arrival.item.server_offset_ms is not None
    if not is_ahead and (is_trusted or at_ms > unit.now_ms - MOST_BEHIND_MS):
        return arrival
    _tell(unit, arrival)
    head = structs.replace(arrival.head, at_ms=unit.now_ms)
    return replace(arrival, fact=structs.replace(arrival.fact, head=head))


def _tell(unit: Unit, arrival: Arrival) -> None:
    if KIND in unit.told:
        return
    unit.told.add(KIND)
    known = unit.connection.execute(
        select(case.c.id)
        .where(
            case.c.tenant_id == unit.tenant.id,
            case.c.closed == 0,
            case.c.kind == KIND,
            case.c.terminal_id == arrival.head.terminal_id,
        )
        .limit(1)
    ).first()
    if known is None:
        arrival.open_case(unit, KIND, said_ms=arrival.head.at_ms, booked_ms=unit.now_ms)
