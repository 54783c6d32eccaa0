"""The key card as a piece of paper: which key does what, screen by screen."""

from __future__ import annotations

from posapp.domain.receipt import (
    Align,
    Block,
    Feed,
    Pair,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
)

Section = tuple[str, tuple[tuple[str, str], ...]]
"""A screen's title and its rows: what happens, and the keys."""


def key_card(title: str, note: str, sections: tuple[Section, ...]) -> Receipt:
    """One paper to stick beside the till; it opens no drawer."""
    blocks: list[Block] = [
        Text(text=title, align=Align.CENTER, style=Style.TITLE),
        Text(text=note, align=Align.CENTER, style=Style.NOTE),
    ]
    for heading, rows in sections:
        blocks.append(Rule(kind=RuleKind.SOLID))
        blocks.append(Text(text=heading, style=Style.BOLD))
        blocks.extend(Pair(left=text, right=keys) for text, keys in rows)
    blocks.append(Feed())
    return Receipt(kind=ReceiptKind.TEST, number="KEYS", blocks=tuple(blocks))
