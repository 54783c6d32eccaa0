"""A receipt as plain dicts and lists and back, for the store of print jobs and for evidence."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import Any, Final

from posapp.domain import receipt as paper
from posapp.errors import Refused

FORMAT: Final = 1

_BLOCKS: Final[dict[str, type[paper.Block]]] = {
    "text": paper.Text,
    "pair": paper.Pair,
    "item": paper.ItemRow,
    "columns": paper.Columns,
    "rule": paper.Rule,
    "band": paper.Band,
    "qr": paper.Qr,
    "feed": paper.Feed,
}
_NAMES: Final = {kind: name for name, kind in _BLOCKS.items()}


def to_plain(receipt: paper.Receipt) -> dict[str, Any]:
    """JSON shapes only; `from_plain` gives an equal receipt back."""
    mark = receipt.copy
    return {
        "format": FORMAT,
        "kind": receipt.kind.value,
        "number": receipt.number,
        "open_drawer": receipt.open_drawer,
        "drawer": receipt.drawer,
        "copy": None if mark is None else [mark.words, mark.at, mark.by],
        "blocks": [_plain_block(block) for block in receipt.blocks],
    }


def from_plain(plain: Any) -> paper.Receipt:
    """Raises Refused("receipt.not_understood") for anything that `to_plain` did not make."""
    try:
        if plain["format"] != FORMAT:
            raise Refused("receipt.not_understood")
        mark = plain["copy"]
        return paper.Receipt(
            kind=paper.ReceiptKind(plain["kind"]),
            number=_text(plain["number"]),
            open_drawer=plain["open_drawer"] is True,
            drawer=_text(plain.get("drawer", "")),
            copy=None if mark is None else paper.CopyMark(words=mark[0], at=mark[1], by=mark[2]),
            blocks=tuple(_block(block) for block in plain["blocks"]),
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise Refused("receipt.not_understood") from error


def _plain_block(block: paper.Block) -> dict[str, Any]:
    plain: dict[str, Any] = {"is": _NAMES[type(block)]}
    for each in fields(block):
        plain[each.name] = _plain_value(getattr(block, each.name))
    return plain


def _plain_value(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, paper.Cell):
        return [value.text, value.align.value]
    if isinstance(value, tuple):
        return [_plain_value(each) for each in value]
    return value


def _block(plain: Any) -> paper.Block:
    values = dict(plain)
    kind = _BLOCKS[values.pop("is")]
    return kind(**{name: _value(name, value) for name, value in values.items()})


def _value(name: str, value: Any) -> Any:
    match name:
        case "align":
            return paper.Align(value)
        case "style":
            return paper.Style(value)
        case "kind":
            return paper.RuleKind(value)
        case "cells":
            return tuple(paper.Cell(text=_text(t), align=paper.Align(a)) for t, a in value)
        case "shares" | "indent" | "rows":
            return tuple(int(each) for each in value) if name == "shares" else int(value)
        case "notes":
            return tuple(_text(each) for each in value)
        case "heading":
            return value is True
        case _:
            return _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
