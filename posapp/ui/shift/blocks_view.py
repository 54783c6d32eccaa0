"""The rows of an X or Z on the screen: the same list, words and figures as on its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.receipt_words import Words
from posapp.domain.z_blocks import Weight
from posapp.domain.z_text import cell_text, name_text
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from posapp.domain.z_blocks import ZBlock, ZRow
    from posapp.ui.look import Look

COLUMNS: Final = (
    ("head", "sales", "counts", "kinds", "goods", "deposits", "taxes"),
    ("tenders", "acquirers", "checks", "check", "members", "cashiers", "hours"),
    ("cash", "exceptions", "largest"),
)
"""Which blocks stand in which column, in the order in which they are read."""

_LOUD: Final = {"short": "danger", "over": "warn"}
"""Rows that are seen first; the word says the same as the colour."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BlocksView(QWidget):
    """Three cards that scroll by themselves; `name` is the prefix of their object names."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        self._columns: list[QVBoxLayout] = []
        self._cards: list[Card] = []
        for keys in COLUMNS:
            card = Card(look, padding=0, name=f"{name}.{keys[0]}")
            inner = QWidget()
            column = QVBoxLayout(inner)
            column.setContentsMargins(look.px(20), look.px(4), look.px(20), look.px(8))
            column.setSpacing(0)
            column.addStretch(1)
            card.rows.addWidget(Scroller(inner), 1)
            self._columns.append(column)
            self._cards.append(card)
            row.addWidget(card, 1)
        self._shown: tuple[ZBlock, ...] = ()

    def show_blocks(self, blocks: tuple[ZBlock, ...]) -> None:
        """Replace everything; nothing of the rows before stays in the tree."""
        if blocks == self._shown:
            return
        self._shown = blocks
        words = Words(self._look.language)
        by_key = {block.key: block for block in blocks}
        for column, card, keys in zip(self._columns, self._cards, COLUMNS, strict=True):
            _clear(column)
            card.setVisible(not blocks or any(key in by_key for key in keys))
            for key in keys:
                block = by_key.get(key)
                if block is not None:
                    self._add(column, block, words)

    def _add(self, column: QVBoxLayout, block: ZBlock, words: Words) -> None:
        look = self._look
        title = name_text(words, block.title)
        if title:
            label = Label(look, title, bold=True)
            label.setContentsMargins(0, look.px(12), 0, look.px(4))
            _append(column, label)
            _append(column, Divider(look))
        heads = tuple(words(head) if head else "" for head in block.heads)
        for row in block.rows:
            _append(column, _row(look, words, row, heads))


def _clear(column: QVBoxLayout) -> None:
    while column.count() > 1:
        item = column.takeAt(0)
        widget = None if item is None else item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def _append(column: QVBoxLayout, widget: QWidget) -> None:
    column.insertWidget(column.count() - 1, widget)


def _row(look: Look, words: Words, row: ZRow, heads: tuple[str, ...]) -> QWidget:
    """Name and last figure; the other figures of a table stand below, each with its head."""
    box = QWidget()
    column = QVBoxLayout(box)
    indent = look.px(16) if row.weight is Weight.SUB else 0
    column.setContentsMargins(indent, 0, 0, 0)
    column.setSpacing(0)
    strong = row.weight is Weight.STRONG
    if strong:
        column.addWidget(Divider(look))
    texts = [cell_text(words, cell) for cell in row.cells]
    quiet = row.weight in (Weight.SUB, Weight.NOTE)
    tone = _LOUD.get(row.name.key, "text2" if quiet else "text")
    name = name_text(words, row.name)
    line = QHBoxLayout()
    if texts:
        line.addWidget(ElidedLabel(look, name, bold=strong, tone=tone), 1)
        value = Label(look, texts[-1], bold=strong, tone=tone)
        value.setAlignment(_RIGHT)
        line.addWidget(value)
    else:
        line.addWidget(Label(look, name, bold=strong, tone=tone, wrap=True), 1)
    column.addLayout(line)
    others = _others(texts, heads)
    if others:
        column.addWidget(ElidedLabel(look, others, size="small", tone="text2"))
    box.setMinimumHeight(look.px(52 if others else 34))
    box.setAccessibleName(" ".join((name, *texts)))
    return box


def _others(texts: list[str], heads: tuple[str, ...]) -> str:
    named = heads[1:-1] if len(heads) == len(texts) + 1 else ("",) * (len(texts) - 1)
    pairs = zip(named, texts[:-1], strict=True)
    return "  ".join(f"{head} {text}".strip() for head, text in pairs if text)
