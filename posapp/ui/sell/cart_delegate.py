"""Paints a line of the order: its figures, its reductions below, the bar of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate

from posapp.domain.pricing import Stage
from posapp.ui.format import money_digits
from posapp.ui.sell.cart_model import (
    ALIGNMENTS,
    LINE_ROLE,
    VOIDED_ROLE,
    Column,
    inset,
    note_text,
    reduction_text,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from posapp.domain.pricing import PricedLine
    from posapp.ui.look import Look

LINE_HEIGHT: Final = 48
CUT_HEIGHT: Final = 28
_FIGURES: Final = (Column.QUANTITY, Column.PRICE, Column.AMOUNT)


def row_height(look: Look, priced: PricedLine) -> int:
    """48, and 28 more for each reduction and for a note."""
    below = len(priced.reductions) + bool(priced.line.note)
    return look.px(LINE_HEIGHT) + below * look.px(CUT_HEIGHT)


class CartDelegate(QStyledItemDelegate):
    """Draws from the priced line, without the style engine: a scan must be on the glass at once."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.selected_key: int | None = None
        self.flash_key: int | None = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        priced: PricedLine = index.data(LINE_ROLE)
        column = Column(index.column())
        area: QRect = option.rect
        selected = priced.line.key == self.selected_key
        self._paint_ground(painter, area, priced, column, selected=selected)
        if column is Column.QUANTITY and selected:
            return
        voided = bool(index.data(VOIDED_ROLE))
        font = self._font(priced, column, selected=selected)
        if voided:
            font = QFont(font)
            font.setStrikeOut(True)
        self._paint_figure(painter, area, str(index.data() or ""), column, font, voided=voided)
        if column in (Column.NAME, Column.AMOUNT):
            self._paint_cuts(painter, area, priced, column)

    def _paint_ground(
        self, painter: QPainter, area: QRect, priced: PricedLine, column: Column, *, selected: bool
    ) -> None:
        look = self._look
        if priced.line.key == self.flash_key:
            painter.fillRect(area, look.color("success_weak"))
        elif selected:
            painter.fillRect(area, look.color("primary_weak"))
        if selected and column is Column.NUMBER:
            painter.fillRect(
                area.left(), area.top(), look.px(3), area.height(), look.color("primary")
            )
        left = area.left() + (look.px(16) if column is Column.NUMBER and not selected else 0)
        right = area.right() - (look.px(16) if column is Column.AMOUNT and not selected else 0)
        painter.setPen(look.color("divider"))
        painter.drawLine(left, area.bottom(), right, area.bottom())

    def _paint_figure(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        column: Column,
        font: QFont,
        *,
        voided: bool,
    ) -> None:
        look = self._look
        head = QRect(area.left(), area.top(), area.width(), look.px(LINE_HEIGHT))
        quiet = voided or column in (Column.NUMBER, Column.PRICE)
        painter.setFont(font)
        painter.setPen(look.color("text2" if quiet else "text"))
        inner = inset(look, head, column)
        if column is Column.NAME:
            room = inner.width() - look.px(8)
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(ALIGNMENTS[column]), text)

    def _paint_cuts(
        self, painter: QPainter, area: QRect, priced: PricedLine, column: Column
    ) -> None:
        look = self._look
        height = look.px(CUT_HEIGHT)
        corner = QPoint(area.left(), area.top() + look.px(LINE_HEIGHT) - look.px(6))
        painter.setFont(look.font("small"))
        for cut in priced.reductions:
            painter.setPen(look.color("member" if cut.stage is Stage.MEMBER else "text2"))
            named = column is Column.NAME
            text = reduction_text(priced, cut) if named else money_digits(-cut.amount)
            inner = inset(look, QRect(corner.x(), corner.y(), area.width(), height), column)
            painter.drawText(inner, int(ALIGNMENTS[column]), text)
            corner.setY(corner.y() + height)
        if column is Column.NAME and priced.line.note:
            inner = inset(look, QRect(corner.x(), corner.y(), area.width(), height), column)
            painter.setPen(look.color("text2"))
            room = inner.width() - look.px(8)
            text = look.texts.short(note_text(priced), room, "small")
            painter.drawText(inner, int(ALIGNMENTS[column]), text)

    def _font(self, priced: PricedLine, column: Column, *, selected: bool) -> QFont:
        if column is Column.NUMBER:
            return self._look.font("small")
        strong = column is Column.AMOUNT or (column is Column.NAME and selected)
        many = column is Column.QUANTITY and priced.line.quantity != 1000
        return self._look.font("body", bold=strong or many)
