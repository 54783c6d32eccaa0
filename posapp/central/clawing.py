"""Points taken back: from the lot they came in, then the others by expiry, then as a debt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.ledger import POINTS, POINTS_DEBT, PTS
from posapp.central.lots import claw_order

if TYPE_CHECKING:
    from posapp.central.ledger import Posting
    from posapp.central.lots import Lot
    from posapp.central.unit import Unit


def claw_points(unit: Unit, posting: Posting, member_id: str, points: int, own_lot: str) -> None:
    """Never stops what it belongs to: what is spent or held is owed."""
    books, left = unit.books, points
    lots = [lot for lot in books.lots_of(member_id, PTS) if _is_alive(lot, unit.now_ms)]
    for lot in sorted(lots, key=lambda each: (each.id != own_lot, claw_order(each))):
        part = min(left, lot.free)
        if part > 0:
            lot.take(part)
            books.member(posting, PTS, POINTS, member_id, -part, lot_id=lot.id)
            left -= part
    books.member(posting, PTS, POINTS_DEBT, member_id, -left)


def _is_alive(lot: Lot, now_ms: int) -> bool:
    return lot.expires_ms is None or lot.expires_ms > now_ms
