"""What is given to a member to make up for something, and why."""

from __future__ import annotations

from enum import StrEnum


class CompensationKind(StrEnum):
    """Points, a coupon, or gift value: bonus that lapses, never principal."""

    POINTS = "points"
    COUPON = "coupon"
    VALUE = "value"


class CompensationReason(StrEnum):
    """Why; reports count by it."""

    POINTS_MISSING = "points_missing"
    BENEFIT_DENIED = "benefit_denied"
    WAITED = "waited"
    QUALITY = "quality"
    SERVICE = "service"
    FAILURE = "failure"
    GOODWILL = "goodwill"


def worth_of_points(points: int, burn_points: int, burn_value: int) -> int:
    """Minor units that points would pay for, rounded up; nothing where they buy nothing."""
    return -(-points * burn_value // burn_points) if burn_points else 0
