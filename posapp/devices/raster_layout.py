"""Where the words of a receipt's blocks stand on raster paper: rows of pieces with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

import segno
from PIL import Image

from posapp.devices.glyphs import Face
from posapp.devices.paper_text import clean
from posapp.domain.money import allocate
from posapp.domain.receipt import (
    Align,
    Band,
    Block,
    Columns,
    Feed,
    ItemRow,
    Pair,
    Qr,
    Rule,
    RuleKind,
    Style,
    Text,
)

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.devices.printer_profile import PrinterProfile

_INDENT: Final = 24
_GAP: Final = 12
_CELL_GAP: Final = 5


@dataclass(frozen=True, slots=True)
class Cast:
    """The face, row height and baseline of one style."""

    face: Face
    height: int
    baseline: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with its place in a row: x of its left edge and the baseline from the row's top."""

    x: int
    text: str
    cast: Cast


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of paper: its height and what stands on it."""

    height: int
    pieces: tuple[Piece, ...] = ()
    rule: RuleKind | None = None
    inverted: bool = False
    picture: Image.Image | None = None


class PaperLayout:
    """Fits blocks to the dots of one printer."""

    def __init__(self, profile: PrinterProfile, regular: Path, bold: Path) -> None:
        self._profile = profile
        self._dots = profile.dots // 8 * 8
        self._fonts = (regular, bold)
        self._casts: dict[Style, Cast] = {}
        self._small_bold = Cast(Face(bold, 20), 30, 22)

    def strips(self, block: Block) -> list[Strip]:
        """The rows of one block, top to bottom; none for a heading on narrow paper."""
        match block:
            case Text():
                return self._text(block)
            case Pair():
                return self._pair(block)
            case ItemRow():
                return self._item(block)
            case Columns():
                return self._table_row(block)
            case Rule():
                return [Strip(20, rule=block.kind)]
            case Band():
                return self._band(block)
            case Qr():
                return self._qr(block)
            case Feed():
                return [Strip(34 * block.rows)]
            case unreachable:
                assert_never(unreachable)

    def _cast(self, style: Style) -> Cast:
        found = self._casts.get(style)
        if found is None:
            found = self._casts[style] = self._new_cast(style)
        return found

    def _new_cast(self, style: Style) -> Cast:
        regular, bold = self._fonts
        narrow = self._profile.is_narrow
        match style:
            case Style.BODY:
                return Cast(Face(regular, 24), 34, 26)
            case Style.BOLD:
                return Cast(Face(bold, 24), 34, 26)
            case Style.SUB:
                return Cast(Face(regular, 22), 32, 24)
            case Style.NOTE:
                return Cast(Face(regular, 20), 30, 22)
            case Style.TITLE:
                return Cast(Face(bold, 36 if narrow else 44), 60, 44)
            case Style.TOTAL:
                return Cast(Face(bold, 48 if narrow else 52), 72, 54)
            case unreachable:
                assert_never(unreachable)

    def _text(self, block: Text) -> list[Strip]:
        cast = self._cast(block.style)
        rows = _wrapped(cast.face, clean(block.text), self._dots)
        return [Strip(cast.height, (self._placed(row, cast, block.align),)) for row in rows]

    def _placed(self, text: str, cast: Cast, align: Align) -> Piece:
        spare = self._dots - cast.face.width(text)
        offsets = {Align.LEFT: 0, Align.CENTER: max(spare, 0) // 2, Align.RIGHT: max(spare, 0)}
        return Piece(offsets[align], text, cast)

    def _pair(self, block: Pair) -> list[Strip]:
        cast = self._cast(block.style)
        # The word 合计 stands smaller beside its sum, so that the sum keeps its size.
        name = self._cast(Style.TITLE) if block.style is Style.TOTAL else cast
        left, right = clean(block.left), clean(block.right)
        x = _INDENT * block.indent
        if x + name.face.width(left) + _GAP + cast.face.width(right) <= self._dots or not right:
            return self._both(left, right, x, name, cast)
        rows = _wrapped(name.face, left, self._dots - x)
        names = [Strip(name.height, (Piece(x, row, name),)) for row in rows]
        values = _wrapped(cast.face, right, self._dots)
        pieces = [self._placed(row, cast, Align.RIGHT) for row in values]
        return [*names, *(Strip(cast.height, (piece,)) for piece in pieces)]

    def _both(self, left: str, right: str, x: int, name: Cast, cast: Cast) -> list[Strip]:
        rows = _wrapped(name.face, left, self._dots - x)
        strips = [Strip(name.height, (Piece(x, row, name),)) for row in rows[:-1]]
        on_baseline = Cast(name.face, cast.height, cast.baseline)
        last = (Piece(x, rows[-1], on_baseline), self._placed(right, cast, Align.RIGHT))
        return [*strips, Strip(cast.height, last)]

    def _item(self, block: ItemRow) -> list[Strip]:
        cast = self._cast(Style.NOTE if block.heading else Style.BODY)
        name, measure, amount = clean(block.name), clean(block.measure), clean(block.amount)
        if self._profile.is_narrow:
            if block.heading:
                return []
            pair = Pair(left=measure, right=amount, indent=1)
            return [*self._text(Text(text=name)), *self._pair(pair)]
        measure_end = self._dots * 5 // 8
        measure_x = measure_end - cast.face.width(measure)
        figures = (Piece(measure_x, measure, cast), self._placed(amount, cast, Align.RIGHT))
        if cast.face.width(name) + _GAP <= measure_x:
            return [Strip(cast.height, (Piece(0, name, cast), *figures))]
        return [*self._text(Text(text=name)), Strip(cast.height, figures)]

    def _table_row(self, block: Columns) -> list[Strip]:
        """At its size, or smaller where that does not fit, or stacked: figures are never cut."""
        fitting = self._in_columns(block, self._cast(block.style))
        if fitting is None:
            fitting = self._in_columns(block, self._small_cast(block.style))
        return self._stacked(block) if fitting is None else [fitting]

    def _small_cast(self, style: Style) -> Cast:
        return self._small_bold if style is Style.BOLD else self._cast(Style.NOTE)

    def _in_columns(self, block: Columns, cast: Cast) -> Strip | None:
        widths = allocate(self._dots, block.shares)
        pieces: list[Piece] = []
        left = 0
        for cell, width in zip(block.cells, widths, strict=True):
            text = clean(cell.text)
            spare = width - cast.face.width(text)
            if spare < (_CELL_GAP if left and text else 0):
                return None
            offset = {Align.LEFT: 0, Align.CENTER: spare // 2, Align.RIGHT: spare}[cell.align]
            pieces.append(Piece(left + offset, text, cast))
            left += width
        return Strip(cast.height, tuple(pieces))

    def _stacked(self, block: Columns) -> list[Strip]:
        texts = [cell.text for cell in block.cells]
        right = "  ".join(text for text in texts[1:] if text)
        return self._pair(Pair(left=texts[0], right=right, style=block.style))

    def _band(self, block: Band) -> list[Strip]:
        cast = self._cast(Style.BOLD)
        tall = Cast(cast.face, 46, 32)
        rows = _wrapped(tall.face, clean(block.text), self._dots)
        return [
            Strip(tall.height, (self._placed(row, tall, Align.CENTER),), inverted=True)
            for row in rows
        ]

    def _qr(self, block: Qr) -> list[Strip]:
        strips = [self.qr_strip(block.data)]
        strips += self._text(Text(text=block.caption, align=Align.CENTER, style=Style.BOLD))
        for note in block.notes:
            strips += self._text(Text(text=note, align=Align.CENTER, style=Style.NOTE))
        return strips

    def qr_strip(self, data: str) -> Strip:
        """A QR code alone, in the middle."""
        picture = _qr_picture(data, self._profile.qr_module)
        return Strip(picture.height, picture=picture)


def _qr_picture(data: str, module: int) -> Image.Image:
    """The modules as whole dots, with a quiet zone of two beside the open paper."""
    matrix = segno.make_qr(data, error="m").matrix
    side = len(matrix)
    small = Image.new("1", (side + 4, side + 4), 0)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                small.putpixel((x + 2, y + 2), 1)
    size = (side + 4) * module
    return small.resize((size, size), Image.Resampling.NEAREST)


def _wrapped(face: Face, text: str, room: int) -> list[str]:
    """Rows that fit; a row ends at a space when one lies in its last third."""
    if face.width(text) <= room:
        return [text]
    rows: list[str] = []
    start, width, space = 0, 0, 0
    for place, mark in enumerate(text):
        advance = face.glyph(mark).advance
        if width + advance > room and place > start:
            end = space if space > start + (place - start) * 2 // 3 else place
            rows.append(text[start:end].rstrip())
            start = end
            width = face.width(text[start:place])
        width += advance
        if mark == " ":
            space = place + 1
    rows.append(text[start:])
    return rows
