"""The tiers of membership, from the lowest up."""

from __future__ import annotations

from typing import Final

TIERS: Final = ("ordinary", "silver", "gold", "diamond")


def higher(one: str, other: str) -> str:
    """The higher of two; the first where one is none of ours."""
    known = one in TIERS and other in TIERS
    return max(one, other, key=TIERS.index) if known else one
