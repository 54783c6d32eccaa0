"""The glass before the person: its pixels, how close they lie, and what scale follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.ui.theme import BASE_PPI, scale_for

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from posapp.settings import Settings

CARD_MM: Final = 85.6
"""The long edge of every bank card (ISO/IEC 7810 ID-1)."""

_MM_IN_AN_INCH: Final = 25.4
_LIKELY_PPI: Final = (50.0, 300.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """Sizes in the system's own pixels; `ratio` dots of the glass make one of them."""

    width: int
    height: int
    ppi: float
    ratio: float = 1.0

    def scale(self, settings: Settings) -> float:
        """How much larger than the design everything is drawn."""
        ppi = float(settings.screen_ppi) or self.ppi
        percent = settings.screen_percent / 100
        return scale_for(self.width, self.height, ppi, percent, self.ratio)


def glass_of(screen: QScreen, room: tuple[int, int] | None = None) -> Glass:
    """The screen, or the part of it that the window gets (`room`)."""
    area = screen.availableGeometry()
    width, height = room or (area.width(), area.height())
    said = screen.physicalDotsPerInch()
    # Projectors and virtual screens report sizes that cannot be.
    ppi = said if _LIKELY_PPI[0] <= said <= _LIKELY_PPI[1] else BASE_PPI
    return Glass(width=width, height=height, ppi=ppi, ratio=screen.devicePixelRatio())


def card_width(ppi: float) -> int:
    """How many pixels a bank card is wide."""
    return round(CARD_MM / _MM_IN_AN_INCH * ppi)


def ppi_of_card(width_px: int) -> int:
    """Pixels in an inch where a bank card covers so many."""
    return round(width_px * _MM_IN_AN_INCH / CARD_MM)
