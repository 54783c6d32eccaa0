"""What all members have together, and how it came about: the shape of central's answer."""

from __future__ import annotations

import msgspec

from posapp.domain.shift_figures import CentralFigures


class ValueMoves(msgspec.Struct, frozen=True, kw_only=True):
    """Stored value of all members over a span, minor units: `opening` and what follows add up to
    `closing`. `used` is negative; `other` is whatever is none of these, such as opening balances.
    """

    opening: int = 0
    topped_up: int = 0
    used: int = 0
    given_back: int = 0
    other: int = 0
    closing: int = 0


class PointMoves(msgspec.Struct, frozen=True, kw_only=True):
    """Points of all members over a span, debts taken off. `used`, `clawed` and `expired` are
    negative.
    """

    opening: int = 0
    earned: int = 0
    used: int = 0
    given_back: int = 0
    clawed: int = 0
    expired: int = 0
    other: int = 0
    closing: int = 0


class MemberTotals(msgspec.Struct, frozen=True, kw_only=True):
    """From after `after_ms` until `until_ms`, by what central has booked by now."""

    request_id: str
    after_ms: int
    until_ms: int
    principal: ValueMoves
    bonus: ValueMoves
    points: PointMoves

    @property
    def figures(self) -> CentralFigures:
        """What of it stands in a Z."""
        return CentralFigures(
            known=True,
            until_ms=self.until_ms,
            points_expired=-self.points.expired,
            principal=self.principal.closing,
            bonus=self.bonus.closing,
        )
