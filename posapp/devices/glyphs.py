"""Glyphs of the bundled font as one-bit pictures, drawn once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from pathlib import Path

_DARK_ENOUGH: Final = 255 - 168
"""Coverage above which a dot is black: greys are cut at 168 of 255."""
_MOST_GLYPHS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Glyph:
    """A one-bit picture, its place from pen and baseline, and how far the pen moves."""

    mask: Image.Image | None
    left: int
    top: int
    advance: int


class Face:
    """One weight of the font at one size in dots."""

    def __init__(self, path: Path, size: int) -> None:
        self.size = size
        self._font: ImageFont.FreeTypeFont = ImageFont.truetype(
            str(path), size, layout_engine=ImageFont.Layout.BASIC
        )
        self._glyphs: dict[str, Glyph] = {}

    def width(self, text: str) -> int:
        return sum(self.glyph(mark).advance for mark in text)

    def glyph(self, mark: str) -> Glyph:
        found = self._glyphs.get(mark)
        if found is None:
            if len(self._glyphs) >= _MOST_GLYPHS:
                self._glyphs.clear()
            found = self._glyphs[mark] = self._draw(mark)
        return found

    def put(self, canvas: Image.Image, x: int, baseline: int, text: str, ink: int = 1) -> None:
        """Draw one row of text with its pen at x on the baseline."""
        for mark in text:
            glyph = self.glyph(mark)
            if glyph.mask is not None:
                canvas.paste(ink, (x + glyph.left, baseline + glyph.top), glyph.mask)
            x += glyph.advance

    def _draw(self, mark: str) -> Glyph:
        advance = round(self._font.getlength(mark))
        left, top, right, bottom = (int(edge) for edge in self._font.getbbox(mark, anchor="ls"))
        if right <= left or bottom <= top:
            return Glyph(None, 0, 0, advance)
        grey = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(grey).text((-left, -top), mark, fill=255, font=self._font, anchor="ls")
        mask = grey.point(lambda value: 255 if value > _DARK_ENOUGH else 0).convert("1")
        return Glyph(mask, left, top, advance)
