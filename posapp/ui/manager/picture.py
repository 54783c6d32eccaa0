"""A receipt as the printer's own pixels, for looking at; the same drawing that would be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.devices.paper import raster_paper
from posapp.devices.printer_profile import profile_named

if TYPE_CHECKING:
    from posapp.domain.receipt import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Grey pixels, one byte each, row by row without padding."""

    width: int
    height: int
    grey: bytes


def picture_of(receipt: Receipt, profile: str = "generic-80") -> Picture:
    """Any thread but the UI's: the first one reads the font."""
    black = raster_paper(profile_named(profile)).picture(receipt).convert("L")
    # In the printer's picture 1 is ink; on a screen 255 is light.
    light = black.point([255 - value for value in range(256)])
    return Picture(width=light.width, height=light.height, grey=light.tobytes())
