"""What all members have together over a span: what was there, what came and went, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.expiring import EXPIRE
from posapp.central.member_days import Sums, sums_until
from posapp.wire.member_totals import MemberTotals, PointMoves, ValueMoves

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from posapp.central.member_days import ByKind

_SALE: Final = "sale"
_REFUND: Final = "refund"
_NAMES: Final = {"top_up": "topped_up", _SALE: "used", _REFUND: "given_back"}


def member_totals(
    connection: Connection, tenant_id: str, after_ms: int, until_ms: int, request_id: str
) -> MemberTotals:
    """From after one moment until another, by what is booked now; in a snapshot."""
    after_ms = min(after_ms, until_ms)
    before = sums_until(connection, tenant_id, after_ms)
    now = sums_until(connection, tenant_id, until_ms)
    return MemberTotals(
        request_id=request_id,
        after_ms=after_ms,
        until_ms=until_ms,
        principal=_value(before, now, lambda sums: sums.principal),
        bonus=_value(before, now, lambda sums: sums.bonus),
        points=_points(before, now),
    )


def _moved(before: ByKind, now: ByKind) -> ByKind:
    return {kind: sums - before.get(kind, Sums()) for kind, sums in now.items()}


def _value(before: ByKind, now: ByKind, of: Callable[[Sums], int]) -> ValueMoves:
    moved = {kind: of(sums) for kind, sums in _moved(before, now).items()}
    named = {name: moved.pop(kind, 0) for kind, name in _NAMES.items()}
    return ValueMoves(
        opening=sum(map(of, before.values())),
        closing=sum(map(of, now.values())),
        other=sum(moved.values()),
        **named,
    )


def _points(before: ByKind, now: ByKind) -> PointMoves:
    moved = _moved(before, now)
    sold, returned = moved.pop(_SALE, Sums()), moved.pop(_REFUND, Sums())
    expired = moved.pop(EXPIRE, Sums())
    return PointMoves(
        opening=sum(each.points for each in before.values()),
        earned=sold.points_in,
        used=sold.points_out,
        given_back=returned.points_in,
        clawed=returned.points_out,
        expired=expired.points,
        other=sum(each.points for each in moved.values()),
        closing=sum(each.points for each in now.values()),
    )
