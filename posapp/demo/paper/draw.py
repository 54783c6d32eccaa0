"""Draws an interpreted print job as the paper that comes out, for the receipt roll and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import segno
from PIL import Image, ImageDraw, ImageFont

from posapp.demo.paper.interpreter import (
    Cut,
    Document,
    DrawerPulse,
    Feed,
    Item,
    Picture,
    QrCode,
    Run,
    TextRow,
    interpret,
)

if TYPE_CHECKING:
    from pathlib import Path

_CELL: Final = 12
_ROW: Final = 32
_MARGIN: Final = 16
_PAPER: Final = 255


class PaperArtist:
    """Draws on paper of a given width with fonts given by path; it judges nothing."""

    def __init__(self, regular: Path, bold: Path, dots: int = 576) -> None:
        self._dots = dots
        self._regular = ImageFont.truetype(str(regular), 24, layout_engine=ImageFont.Layout.BASIC)
        self._bold = ImageFont.truetype(str(bold), 24, layout_engine=ImageFont.Layout.BASIC)

    def draw(self, document: Document) -> Image.Image:
        """The whole job as a grey picture; cuts are dashed lines, drawer pulses a note."""
        strips = [self._strip(item) for item in document.items]
        height = sum(strip.height for strip in strips) + 2 * _MARGIN
        paper = Image.new("L", (self._dots + 2 * _MARGIN, height), _PAPER)
        top = _MARGIN
        for strip in strips:
            paper.paste(strip, (_MARGIN, top))
            top += strip.height
        return paper

    def draw_bytes(self, data: bytes, charset: str = "gbk") -> Image.Image:
        return self.draw(interpret(data, charset))

    def _strip(self, item: Item) -> Image.Image:
        match item:
            case TextRow():
                return self._text_row(item)
            case Picture():
                return self._aligned(_unpacked(item), item.align)
            case QrCode():
                return self._aligned(_qr(item), item.align)
            case Feed():
                return self._blank(item.rows * _ROW)
            case Cut():
                return self._cut()
            case DrawerPulse():
                return self._note("[ drawer ]")

    def _blank(self, height: int) -> Image.Image:
        return Image.new("L", (self._dots, max(height, 1)), _PAPER)

    def _aligned(self, picture: Image.Image, align: str) -> Image.Image:
        strip = self._blank(picture.height)
        strip.paste(picture, (_offset(align, self._dots - picture.width), 0))
        return strip

    def _text_row(self, row: TextRow) -> Image.Image:
        height = _ROW * max((run.height for run in row.runs), default=1)
        strip = self._blank(height)
        width = sum(_columns(run.text) * run.width * _CELL for run in row.runs)
        x = _offset(row.align, self._dots - width)
        for run in row.runs:
            picture = self._run(run)
            strip.paste(picture, (x, height - picture.height))
            x += picture.width
        return strip

    def _run(self, run: Run) -> Image.Image:
        """Characters in fixed cells, as a printer's own font stands, then stretched."""
        cells = _columns(run.text)
        paper, ink = (0, _PAPER) if run.reverse else (_PAPER, 0)
        picture = Image.new("L", (max(cells, 1) * _CELL, _ROW), paper)
        pen = ImageDraw.Draw(picture)
        font = self._bold if run.bold else self._regular
        place = 0
        for mark in run.text:
            wide = _columns(mark)
            middle = (place + wide / 2) * _CELL
            if wide == 1 and font.getlength(mark) > _CELL * 1.2:
                squeezed = _squeezed(mark, font, paper, ink)
                picture.paste(squeezed, (place * _CELL, 0))
            else:
                pen.text((middle, 24), mark, fill=ink, font=font, anchor="ms")
            place += wide
        if run.width == 1 and run.height == 1:
            return picture
        size = (picture.width * run.width, picture.height * run.height)
        return picture.resize(size, Image.Resampling.LANCZOS)

    def _cut(self) -> Image.Image:
        strip = self._blank(_ROW)
        pen = ImageDraw.Draw(strip)
        for x in range(0, self._dots, 14):
            pen.line((x, _ROW // 2, x + 7, _ROW // 2), fill=120)
        return strip

    def _note(self, text: str) -> Image.Image:
        strip = self._blank(_ROW)
        pen = ImageDraw.Draw(strip)
        pen.text((self._dots - 4, 24), text, fill=140, font=self._regular, anchor="rs")
        return strip


def _squeezed(mark: str, font: ImageFont.FreeTypeFont, paper: int, ink: int) -> Image.Image:
    """A wide letter of a proportional font, made as narrow as a printer's cell."""
    wide = Image.new("L", (int(font.getlength(mark)) + 1, _ROW), paper)
    ImageDraw.Draw(wide).text((0, 24), mark, fill=ink, font=font, anchor="ls")
    return wide.resize((_CELL, _ROW), Image.Resampling.LANCZOS)


def _offset(align: str, spare: int) -> int:
    return {"left": 0, "center": max(spare, 0) // 2, "right": max(spare, 0)}[align]


def _columns(text: str) -> int:
    return sum(1 if mark.isascii() else 2 for mark in text)


def _unpacked(item: Picture) -> Image.Image:
    picture = Image.frombytes("1", (item.width_bytes * 8, item.height), item.packed)
    return picture.convert("L").point(lambda value: 255 - value)


def _qr(item: QrCode) -> Image.Image:
    matrix = segno.make_qr(item.data, error="m").matrix
    side = len(matrix) + 4
    small = Image.new("L", (side, side), _PAPER)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                small.putpixel((x + 2, y + 2), 0)
    size = (side * item.module, side * item.module)
    return small.resize(size, Image.Resampling.NEAREST)
