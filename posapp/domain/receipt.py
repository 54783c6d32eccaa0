"""A receipt as a layout: blocks in the order they are printed, without any printer's commands.

Nothing here knows a language or a width: builders bring words, drivers fit them to the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class ReceiptKind(StrEnum):
    """Why paper comes out; the kind decides nothing about the layout."""

    SALE = "sale"
    REFUND = "refund"
    TOP_UP = "topup"
    SHIFT_Z = "shift_z"
    SHIFT_X = "shift_x"
    CASH_MOVE = "cash_move"
    HOLD = "hold"
    TEST = "test"


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Style(StrEnum):
    """How large and heavy. TITLE is the shop's name, TOTAL the sum to pay."""

    BODY = "body"
    BOLD = "bold"
    SUB = "sub"
    NOTE = "note"
    TITLE = "title"
    TOTAL = "total"


class RuleKind(StrEnum):
    DASHED = "dashed"
    SOLID = "solid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words of their own, wrapped to the paper."""

    text: str
    align: Align = Align.LEFT
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A name at the left, its value at the right; in two rows when both do not fit in one."""

    left: str
    right: str
    style: Style = Style.BODY
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A sold line: name, count with unit price, amount. On narrow paper the name has its own row.

    A heading names the three columns and is left out on narrow paper.
    """

    name: str
    measure: str
    amount: str
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    text: str
    align: Align = Align.RIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A row of a table; `shares` divide the width of the paper, one for each cell."""

    cells: tuple[Cell, ...]
    shares: tuple[int, ...]
    style: Style = Style.BODY

    def __post_init__(self) -> None:
        if len(self.cells) != len(self.shares) or min(self.shares, default=0) <= 0:
            raise ValueError("a row needs one positive share for each cell")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    kind: RuleKind = RuleKind.DASHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """White words on a black band over the whole width: the head of a Z report."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr:
    """A QR code of ASCII text, under it a bold verb that says what it is for, and notes."""

    data: str
    caption: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.data.isascii() and self.data.isprintable() and self.data):
            raise ValueError("a code on paper is printable ASCII")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Empty rows of body height."""

    rows: int = 1


Block = Text | Pair | ItemRow | Columns | Rule | Band | Qr | Feed


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyMark:
    """What makes a reprint recognisable: the words (补打 / COPY), when and by whom."""

    words: str
    at: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One piece of paper; every receipt ends with a cut where the printer can.

    `open_drawer` asks for one drawer pulse; it belongs to the document, never to a text in it.
    `drawer` is whose: it stays that one, whichever is in use when the paper comes out.
    """

    kind: ReceiptKind
    number: str
    blocks: tuple[Block, ...]
    copy: CopyMark | None = field(default=None)
    open_drawer: bool = False
    drawer: str = ""


def as_copy(original: Receipt, mark: CopyMark) -> Receipt:
    """The same paper again, marked; a reprint never opens the drawer."""
    return replace(original, copy=mark, open_drawer=False)


def as_training(original: Receipt, words: str) -> Receipt:
    """The same paper between two black bands that say that nothing of it is real."""
    band = Band(text=words)
    return replace(original, blocks=(band, *original.blocks, Rule(), band))


def printed_blocks(receipt: Receipt) -> tuple[Block, ...]:
    """The blocks as they come out: a copy says so before the first and after the last of them."""
    mark = receipt.copy
    if mark is None:
        return receipt.blocks
    stamp: tuple[Block, ...] = (
        Text(text=mark.words, align=Align.CENTER, style=Style.TITLE),
        Pair(left=mark.at, right=mark.by),
    )
    return (*stamp, Rule(), *receipt.blocks, Rule(), *stamp)
