"""How large things are on the customer's glass: everything from its pixels and millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TARGET_MM: Final = 20.0
"""What a finger of a person who stands before a screen for the first time meets (kiosk class)."""

_BASE_WIDTH: Final = 1024
_BASE_HEIGHT: Final = 600
_LEAST_SCALE: Final = 0.75
_MOST_SCALE: Final = 3.0
_MM_IN_AN_INCH: Final = 25.4
_BESIDE_WIDTH: Final = 1_200
_KEY: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Of one window: `target` and `key` are the edges of what is touched, in pixels.

    They are 20 mm or more where they fit, and what there is room for where they do not. `has_room`
    tells that the order stays in sight beside the keys.
    """

    scale: float
    target: int
    key: int
    has_room: bool


def sizes_for(width: int, height: int, ppi: float) -> Sizes:
    """For a window of these pixels on glass of this density."""
    scale = min(max(min(width / _BASE_WIDTH, height / _BASE_HEIGHT), _LEAST_SCALE), _MOST_SCALE)
    wanted = round(TARGET_MM / _MM_IN_AN_INCH * ppi)
    # The head, the dots, the edges of the card and three gaps stay for others.
    room = round((height - 200 * scale) / 4)
    return Sizes(
        scale=scale,
        target=min(wanted, round(height * 0.16)),
        key=max(min(max(wanted, round(_KEY * scale)), room), 1),
        has_room=width >= _BESIDE_WIDTH,
    )
