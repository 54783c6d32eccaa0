"""The words and figures of a report's rows in one language: the same on paper, screen and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from posapp.domain.receipt_figures import amount, quantity
from posapp.domain.receipt_sale import tender_name
from posapp.domain.sale import TenderKind
from posapp.domain.z_blocks import CellKind, Name, ZCell

if TYPE_CHECKING:
    from posapp.domain.receipt_words import Words

BAR_LENGTH: Final = 8


def name_text(words: Words, name: Name) -> str:
    """The name of a row; a key that has no word stands as its text."""
    if name.tender is not None:
        return _tender_text(words, *name.tender)
    known = name.key and words.knows(name.key)
    text = words(name.key, **dict(name.params)) if known else name.text or name.key
    return f"{text}  {name.after}" if name.after else text


def cell_text(words: Words, cell: ZCell) -> str:
    """What a cell shows; a text is its own."""
    if isinstance(cell.value, str):
        return cell.value
    match cell.kind:
        case CellKind.AMOUNT:
            return amount(cell.value)
        case CellKind.COUNT:
            return f"{cell.value:,}".replace("-", "−")
        case CellKind.ENTRIES:
            return words("entries", count=cell.value)
        case CellKind.QUANTITY:
            return quantity(cell.value)
        case CellKind.BAR:
            return "■" * (cell.value * BAR_LENGTH // 1000)
        case CellKind.TEXT:
            return str(cell.value)
        case _:
            assert_never(cell.kind)


def _tender_text(words: Words, kind: str, channel: str) -> str:
    try:
        known = TenderKind(kind)
    except ValueError:
        return kind
    return tender_name(words, known, channel)
