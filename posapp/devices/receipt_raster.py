"""A receipt drawn as one-bit dots with the bundled font: the same on every picture printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PIL import Image

from posapp.devices import escpos_commands as cmd
from posapp.devices.printer_profile import Cutter, PrinterProfile
from posapp.devices.raster_layout import PaperLayout, Strip
from posapp.domain.receipt import Block, Receipt, RuleKind, printed_blocks

if TYPE_CHECKING:
    from pathlib import Path

_FEED_TO_CUTTER: Final = 4


class RasterPaper:
    """Draws receipts for one printer. No I/O after construction but reading the font once."""

    def __init__(self, profile: PrinterProfile, regular: Path, bold: Path) -> None:
        self._profile = profile
        self._dots = profile.dots // 8 * 8
        self._layout = PaperLayout(profile, regular, bold)

    def render(self, receipt: Receipt) -> bytes:
        """Everything from initialising to the cut; the drawer pulse as in the text form."""
        pulse = cmd.DRAWER_PULSE if receipt.open_drawer else b""
        first, last = (pulse, b"") if self._profile.drawer_first else (b"", pulse)
        picture = self.picture(receipt)
        body = cmd.raster(picture.tobytes(), self._dots // 8)
        return b"".join((cmd.INITIALISE, first, body, self._end(), last))

    def picture(self, receipt: Receipt) -> Image.Image:
        """The receipt as a one-bit picture, 1 = black: the preview is what is printed."""
        strips = [
            strip for block in printed_blocks(receipt) for strip in self._layout.strips(block)
        ]
        return self._drawn(strips)

    def block_bytes(self, block: Block) -> bytes:
        """One block as raster commands, for text printers that cannot print its characters."""
        strips = self._layout.strips(block)
        if not strips:
            return b""
        return cmd.raster(self._drawn(strips).tobytes(), self._dots // 8)

    def qr_bytes(self, data: str) -> bytes:
        """A QR code alone as raster commands."""
        return cmd.raster(self._drawn([self._layout.qr_strip(data)]).tobytes(), self._dots // 8)

    def _end(self) -> bytes:
        cut = {Cutter.PARTIAL: cmd.CUT_PARTIAL, Cutter.FULL: cmd.CUT_FULL, Cutter.NONE: b""}
        return cmd.feed(_FEED_TO_CUTTER) + cut[self._profile.cutter]

    def _drawn(self, strips: list[Strip]) -> Image.Image:
        height = sum(strip.height for strip in strips)
        canvas = Image.new("1", (self._dots, max(height, 1)), 0)
        top = 0
        for strip in strips:
            self._draw(canvas, top, strip)
            top += strip.height
        return canvas

    def _draw(self, canvas: Image.Image, top: int, strip: Strip) -> None:
        if strip.inverted:
            canvas.paste(1, (0, top, self._dots, top + strip.height))
        for piece in strip.pieces:
            baseline = top + piece.cast.baseline
            piece.cast.face.put(canvas, piece.x, baseline, piece.text, 0 if strip.inverted else 1)
        if strip.picture is not None:
            canvas.paste(strip.picture, ((self._dots - strip.picture.width) // 2, top))
        middle = top + strip.height // 2
        if strip.rule is RuleKind.SOLID:
            canvas.paste(1, (0, middle - 1, self._dots, middle + 2))
        elif strip.rule is RuleKind.DASHED:
            for x in range(0, self._dots, 16):
                canvas.paste(1, (x, middle, min(x + 10, self._dots), middle + 2))
