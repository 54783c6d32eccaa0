"""Colour tokens, their contrast, and the scale from design pixels to this screen's."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from posapp.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

LIGHT: Final = "light"
DARK: Final = "dark"
CONTRAST: Final = "contrast"
THEMES: Final = (LIGHT, DARK, CONTRAST)

BASE_PPI: Final = 100.5
BASE_WIDTH: Final = 1366
BASE_HEIGHT: Final = 768
NARROW_WIDTH: Final = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """One theme's colours by meaning, as `#RRGGBB` (scrim: `#AARRGGBB`)."""

    bg: str
    surface: str
    surface2: str
    text: str
    text2: str
    disabled: str
    border: str
    divider: str
    primary: str
    on_primary: str
    primary_weak: str
    pay: str
    on_pay: str
    success_weak: str
    warn: str
    warn_weak: str
    danger: str
    on_danger: str
    danger_weak: str
    member: str
    member_weak: str
    offline: str
    focus: str
    inverse: str
    on_inverse: str
    inverse_link: str
    chart1: str
    chart2: str
    chart3: str
    chart4: str
    chart5: str
    chart6: str
    scrim: str

    def __getitem__(self, token: str) -> str:
        if token not in TOKEN_NAMES:
            raise KeyError(token)
        return str(getattr(self, token))


TOKEN_NAMES: Final = frozenset(field.name for field in fields(Colors))


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastPair:
    """Two tokens that meet on the screen and the least ratio they may have."""

    front: str
    back: str
    least: float


@lru_cache(maxsize=len(THEMES))
def load_colors(theme: str, folder: Path | None = None) -> Colors:
    """The colours of `light`, `dark` or `contrast`; KeyError for another name."""
    tokens = json.loads(((folder or resource("theme")) / "tokens.json").read_text("utf-8"))
    return Colors(**tokens[theme])


def contrast_pairs(folder: Path | None = None) -> tuple[ContrastPair, ...]:
    tokens = json.loads(((folder or resource("theme")) / "tokens.json").read_text("utf-8"))
    return tuple(ContrastPair(front=f, back=b, least=least) for f, b, least in tokens["pairs"])


def contrast_ratio(one: str, other: str) -> float:
    """The WCAG contrast of two `#RRGGBB` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def scale_for(
    width_px: int, height_px: int, ppi: float, user_scale: float = 1.0, ratio: float = 1.0
) -> float:
    """How much larger than the design this screen draws.

    The real ppi keeps fingers' millimetres; the screen's size caps it so that the narrow layout
    still fits; below 1 nothing would be legible, so 1 is the floor. All in the system's own
    pixels, of which each is `ratio` dots: where it enlarges everything, the floor is as much lower.
    """
    wanted = ppi / BASE_PPI * user_scale
    room = min(width_px / NARROW_WIDTH, height_px / BASE_HEIGHT)
    return max(1.0 / ratio, min(wanted, room))
