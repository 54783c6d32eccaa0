"""Lots in memory: what one credit still holds, how it leaves, is held, and comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from posapp.domain.ids import LotId
from posapp.domain.points import PointLot
from posapp.domain.stored_value import ValueLot

GRACE_MS: Final = 30 * 86_400_000
"""A lot that had expired is open for at least this long once value comes back into it."""


@dataclass(slots=True, kw_only=True)
class Lot:
    """A row of `lot` while a transaction works on it. `bonus_*` only with stored value."""

    id: str
    tenant_id: str
    member_id: str
    ledger: str
    source_id: str
    amount: int
    remaining: int
    held: int = 0
    bonus_amount: int = 0
    bonus_remaining: int = 0
    bonus_held: int = 0
    opened_ms: int
    available_from_ms: int
    expires_ms: int | None = None
    is_new: bool = False
    is_dirty: bool = False

    @property
    def free(self) -> int:
        return self.remaining - self.held

    @property
    def bonus_free(self) -> int:
        return self.bonus_remaining - self.bonus_held

    def hold(self, amount: int, bonus: int = 0) -> None:
        self.held += amount
        self.bonus_held += bonus
        self.is_dirty = True

    def unhold(self, amount: int, bonus: int = 0) -> None:
        self.hold(-amount, -bonus)

    def take(self, amount: int, bonus: int = 0) -> None:
        """Value leaves for good; what was held for it is unheld by the caller."""
        self.remaining -= amount
        self.bonus_remaining -= bonus
        self.is_dirty = True

    def give_back(self, amount: int, bonus: int, now_ms: int) -> tuple[int, int]:
        """Value returns to where it came from; what does not fit is given back to the caller."""
        fits = min(amount, self.amount - self.remaining)
        bonus_fits = min(bonus, self.bonus_amount - self.bonus_remaining)
        self.take(-fits, -bonus_fits)
        if self.expires_ms is not None and self.expires_ms <= now_ms:
            self.expires_ms = now_ms + GRACE_MS
        return amount - fits, bonus - bonus_fits

    def row(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in LOT_COLUMNS}

    def as_value_lot(self) -> ValueLot:
        return ValueLot(
            lot_id=LotId(self.id),
            principal=self.free,
            bonus=self.bonus_free,
            opened_ms=self.opened_ms,
        )

    def as_point_lot(self) -> PointLot:
        return PointLot(
            lot_id=LotId(self.id),
            points=self.free,
            available_from_ms=self.available_from_ms,
            expires_ms=self.expires_ms,
        )


LOT_COLUMNS: Final = (
    "id",
    "tenant_id",
    "member_id",
    "ledger",
    "source_id",
    "amount",
    "remaining",
    "held",
    "bonus_amount",
    "bonus_remaining",
    "bonus_held",
    "opened_ms",
    "available_from_ms",
    "expires_ms",
)


def claw_order(lot: Lot) -> tuple[bool, int, int, str]:
    """Soonest to expire first, never-expiring last, then oldest (docs/rules.md B4)."""
    return (lot.expires_ms is None, lot.expires_ms or 0, lot.available_from_ms, lot.id)


def expiry_ms(at_ms: int, valid_months: int, zone: tzinfo) -> int | None:
    """The first moment after the month in which the points lapse; None for points that never do.

    Earned on 22 January with 12 months: 1 February next year, 00:00 local time.
    """
    if valid_months <= 0:
        return None
    local = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(zone)
    months = local.year * 12 + local.month - 1 + valid_months + 1
    first = datetime(months // 12, months % 12 + 1, 1, tzinfo=zone)
    return int(first.timestamp()) * 1000
