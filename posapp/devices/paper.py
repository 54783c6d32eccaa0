"""How bytes are made for one printer: text or raster, pictures only when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from posapp.devices.printer_profile import Mode, PrinterProfile
from posapp.devices.receipt_text import TextPaper
from posapp.paths import BOLD_FONT, REGULAR_FONT, resource

if TYPE_CHECKING:
    from posapp.devices.receipt_raster import RasterPaper
    from posapp.domain.receipt import Block, Receipt


class Paper(Protocol):
    """Receipt in, the printer's bytes out."""

    def render(self, receipt: Receipt) -> bytes: ...


def paper_for(profile: PrinterProfile) -> Paper:
    """Text where the printer's font is known to have Chinese, raster everywhere else."""
    if profile.mode is Mode.RASTER:
        return raster_paper(profile)
    return TextPaper(profile, _LatePictures(profile) if profile.raster else None)


def raster_paper(profile: PrinterProfile) -> RasterPaper:
    """Paper drawn with the bundled font, for printing and for previews."""
    from posapp.devices.receipt_raster import RasterPaper

    return RasterPaper(profile, resource(REGULAR_FONT), resource(BOLD_FONT))


class _LatePictures:
    """Loads the drawing library and the font only when a rare character asks for them."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._profile = profile
        self._made: RasterPaper | None = None

    def block_bytes(self, block: Block) -> bytes:
        return self._paper().block_bytes(block)

    def qr_bytes(self, data: str) -> bytes:
        return self._paper().qr_bytes(data)

    def _paper(self) -> RasterPaper:
        if self._made is None:
            self._made = raster_paper(self._profile)
        return self._made
