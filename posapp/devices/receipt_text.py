"""A receipt as characters of a printer's font; a block that the font lacks becomes a picture."""

from __future__ import annotations

from typing import Final, Protocol, assert_never

from posapp.devices import escpos_commands as cmd
from posapp.devices.paper_text import encode, encode_anyway, wrapped
from posapp.devices.printer_profile import Cutter, PrinterProfile
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
    Receipt,
    Rule,
    RuleKind,
    Style,
    Text,
    printed_blocks,
)

_ALIGN: Final = {Align.CENTER: cmd.ALIGN_CENTER, Align.RIGHT: cmd.ALIGN_RIGHT}
_BEFORE: Final = {
    Style.BOLD: cmd.BOLD_ON,
    Style.TITLE: cmd.BOLD_ON + cmd.SIZE_DOUBLE,
    Style.TOTAL: cmd.BOLD_ON + cmd.SIZE_DOUBLE,
}
_AFTER: Final = {
    Style.BOLD: cmd.BOLD_OFF,
    Style.TITLE: cmd.SIZE_NORMAL + cmd.BOLD_OFF,
    Style.TOTAL: cmd.SIZE_NORMAL + cmd.BOLD_OFF,
}
_FEED_TO_CUTTER: Final = 4


class _NotInFont(Exception):
    """A character of this block is not in the printer's font."""


class Pictures(Protocol):
    """What draws the blocks that a font cannot print."""

    def block_bytes(self, block: Block) -> bytes: ...

    def qr_bytes(self, data: str) -> bytes: ...


class TextPaper:
    """Makes the bytes of receipts for one printer. No I/O; a millisecond for 30 lines."""

    def __init__(self, profile: PrinterProfile, pictures: Pictures | None) -> None:
        """`pictures` draws the blocks that the font cannot print; without it they show 〓."""
        self._profile = profile
        self._pictures = pictures if profile.raster else None
        self._columns = profile.columns
        self._charset = profile.charset

    def render(self, receipt: Receipt) -> bytes:
        """Everything from initialising to the cut; one drawer pulse only when asked for."""
        pulse = cmd.DRAWER_PULSE if receipt.open_drawer else b""
        first = pulse if self._profile.drawer_first else b""
        last = b"" if self._profile.drawer_first else pulse
        body = [self._block(block) for block in printed_blocks(receipt)]
        return b"".join((cmd.INITIALISE, first, cmd.CHINESE_ON, *body, self._end(), last))

    def _end(self) -> bytes:
        match self._profile.cutter:
            case Cutter.PARTIAL:
                return cmd.feed(_FEED_TO_CUTTER) + cmd.CUT_PARTIAL
            case Cutter.FULL:
                return cmd.feed(_FEED_TO_CUTTER) + cmd.CUT_FULL
            case Cutter.NONE:
                return cmd.feed(_FEED_TO_CUTTER)
            case unreachable:
                assert_never(unreachable)

    def _block(self, block: Block) -> bytes:
        try:
            return self._layout(block)
        except _NotInFont:
            assert self._pictures is not None
            return self._pictures.block_bytes(block)

    def _layout(self, block: Block) -> bytes:
        match block:
            case Pair():
                return self._pair(block)
            case ItemRow():
                return self._item(block)
            case Columns():
                return self._table_row(block)
            case Text():
                return self._text(block)
            case Rule():
                return self._rule(block.kind)
            case Band():
                return self._band(block.text)
            case Qr():
                return self._qr(block)
            case Feed():
                return cmd.feed(block.rows)
            case unreachable:
                assert_never(unreachable)

    def _bytes(self, text: str) -> bytes:
        if self._pictures is None:
            return encode_anyway(text, self._charset)
        data = encode(text, self._charset)
        if data is None:
            raise _NotInFont
        return data

    def _width(self, style: Style) -> int:
        return self._columns // 2 if style in (Style.TITLE, Style.TOTAL) else self._columns

    def _text(self, block: Text) -> bytes:
        rows = wrapped(self._bytes(block.text), self._width(block.style))
        body = _styled(block.style, b"".join(row + cmd.LINE for row in rows))
        align = _ALIGN.get(block.align)
        return body if align is None else align + body + cmd.ALIGN_LEFT

    def _pair(self, block: Pair) -> bytes:
        left = b"  " * block.indent + self._bytes(block.left)
        right = self._bytes(block.right)
        return _styled(block.style, _two_ends(left, right, self._width(block.style)))

    def _item(self, block: ItemRow) -> bytes:
        if self._profile.is_narrow:
            return b"" if block.heading else self._narrow_item(block)
        name, measure = self._bytes(block.name), self._bytes(block.measure)
        amount = self._bytes(block.amount)
        # The count ends at five eighths of the paper; a long name or count takes its own row.
        measure_end = self._columns * 5 // 8
        room = measure_end - len(measure) - 1
        if len(name) <= room and len(amount) < self._columns - measure_end:
            middle = name.ljust(room + 1) + measure
            return middle + amount.rjust(self._columns - measure_end) + cmd.LINE
        rows = b"".join(row + cmd.LINE for row in wrapped(name, self._columns))
        return rows + _two_ends(measure.rjust(measure_end), amount, self._columns)

    def _narrow_item(self, block: ItemRow) -> bytes:
        name = wrapped(self._bytes(block.name), self._columns)
        rows = b"".join(row + cmd.LINE for row in name)
        measure = b"  " + self._bytes(block.measure)
        return rows + _two_ends(measure, self._bytes(block.amount), self._columns)

    def _table_row(self, block: Columns) -> bytes:
        cells = [self._bytes(cell.text) for cell in block.cells]
        widths = allocate(self._columns, block.shares)
        pairs = zip(cells, widths, strict=True)
        if any(len(cell) >= width for cell, width in list(pairs)[1:]) or len(cells[0]) > widths[0]:
            return _styled(block.style, self._stacked(cells))
        aligned = (
            cell.ljust(width) if each.align is Align.LEFT else _placed(cell, width, each.align)
            for cell, width, each in zip(cells, widths, block.cells, strict=True)
        )
        return _styled(block.style, b"".join(aligned) + cmd.LINE)

    def _stacked(self, cells: list[bytes]) -> bytes:
        """A row too wide for its columns: the name first, then the figures, none of them cut."""
        return _two_ends(cells[0], b"  ".join(cell for cell in cells[1:] if cell), self._columns)

    def _rule(self, kind: RuleKind) -> bytes:
        if kind is RuleKind.SOLID:
            solid = encode("─", self._charset)
            if solid is not None:
                return solid * (self._columns // 2) + cmd.LINE
            return b"=" * self._columns + cmd.LINE
        return b"-" * self._columns + cmd.LINE

    def _band(self, text: str) -> bytes:
        rows = wrapped(self._bytes(text), self._columns - 2)
        body = b"".join(row.center(self._columns) + cmd.LINE for row in rows)
        return cmd.BOLD_ON + cmd.REVERSE_ON + body + cmd.REVERSE_OFF + cmd.BOLD_OFF

    def _qr(self, block: Qr) -> bytes:
        if self._profile.qr:
            code = cmd.qr(block.data.encode("ascii"), self._profile.qr_module)
        elif self._pictures is not None:
            code = self._pictures.qr_bytes(block.data)
        else:
            code = block.data.encode("ascii") + cmd.LINE
        caption = Text(text=block.caption, align=Align.CENTER, style=Style.BOLD)
        notes = (Text(text=note, align=Align.CENTER) for note in block.notes)
        words = b"".join(self._block(each) for each in (caption, *notes))
        return cmd.ALIGN_CENTER + code + cmd.LINE + cmd.ALIGN_LEFT + words


def _styled(style: Style, body: bytes) -> bytes:
    before = _BEFORE.get(style)
    return body if before is None else before + body + _AFTER[style]


def _two_ends(left: bytes, right: bytes, columns: int) -> bytes:
    """Left and right in one row, or the right one in rows of its own; nothing is ever cut off."""
    gap = columns - len(left) - len(right)
    if gap >= 1 or not right:
        return (
            left + b" " * max(gap, 0) + right + cmd.LINE
            if len(left) <= columns
            else _rows(left, columns)
        )
    rows = wrapped(right, columns)
    return _rows(left, columns) + b"".join(row.rjust(columns) + cmd.LINE for row in rows)


def _rows(data: bytes, columns: int) -> bytes:
    return b"".join(row + cmd.LINE for row in wrapped(data, columns))


def _placed(cell: bytes, width: int, align: Align) -> bytes:
    return cell.rjust(width) if align is Align.RIGHT else cell.center(width)
