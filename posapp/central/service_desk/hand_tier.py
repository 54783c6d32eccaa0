"""A tier by hand: given by two until a day, over what the rules say; the same act takes it back.
While it stands the rules move the tier that she falls back to.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from posapp.central.expiring import local_day
from posapp.central.service_desk.acts import set_member, take_version, write_down
from posapp.central.tiers import KIND, earned_of
from posapp.domain.allowances import Act
from posapp.domain.tiers import TIERS
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.central.unit import Unit
    from posapp.wire.service_desk import TierChange

MOST_DAYS: Final = 5 * 366


def change_tier(work: Work, change: TierChange) -> int:
    """Always with a second person, whatever the shop's table says.

    Raises Refused: "tier.unknown", "tier.until_not_valid" (days), "tier.none_by_hand",
    "service.nothing_changes", "service.stale", "service.needs_manager", and as the limits.
    """
    now = work.row["tier"]
    earned = earned_of(work.row)
    if not change.tier:
        if not work.row["tier_until_ms"]:
            raise Refused("tier.none_by_hand")
        values = {"tier": earned, "tier_before": "", "tier_until_ms": 0}
        detail: dict[str, str | int] = {"from": now, "to": earned, "back": 1}
    else:
        if change.tier not in TIERS:
            raise Refused("tier.unknown")
        until_ms = _end_of(work.unit, change.until)
        if (now, work.row["tier_until_ms"]) == (change.tier, until_ms):
            raise Refused("service.nothing_changes")
        values = {"tier": change.tier, "tier_before": earned, "tier_until_ms": until_ms}
        detail = {"from": now, "to": change.tier, "until": change.until}
    work.hand.check_both(work.unit, Act.MEMBER_TIER, 1)
    version = take_version(work)
    set_member(work, **values)
    write_down(work, KIND, detail=detail, approved=True)
    return version


def _end_of(unit: Unit, text: str) -> int:
    """The midnight that ends the last day at the venue."""
    today = date.fromisoformat(local_day(unit.tenant, unit.now_ms))
    try:
        last = date.fromisoformat(text)
    except ValueError:
        last = date.min
    if len(text) != len("2026-01-01") or not today <= last <= today + timedelta(days=MOST_DAYS):
        raise Refused("tier.until_not_valid", days=MOST_DAYS)
    after = last + timedelta(days=1)
    midnight = datetime(after.year, after.month, after.day, tzinfo=unit.tenant.zone)
    return int(midnight.timestamp()) * 1000
