"""The order as a table: a row for each line with its reductions; each change the smallest."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from posapp.domain.money import QUANTITY_ONE
from posapp.domain.pricing import PricedLine, Stage
from posapp.ui.format import MINUS, money_digits, quantity
from posapp.ui.i18n import tr
from posapp.ui.line_names import line_name

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from posapp.domain.pricing import LineReduction, PricedCart
    from posapp.ui.look import Look

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
LINE_ROLE: Final = Qt.ItemDataRole.UserRole
VOIDED_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """The columns of the cart."""

    NUMBER = 0
    NAME = 1
    QUANTITY = 2
    PRICE = 3
    AMOUNT = 4


class CartModel(QAbstractTableModel):
    """Holds the priced lines, and the voided ones in their old places; only `show` changes them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PricedLine] = []
        self._voided: frozenset[int] = frozenset()
        self._titles = ("#", tr("商品"), tr("数量"), tr("单价"), tr("小计"))

    def show(self, cart: PricedCart) -> None:
        """Take the new state: gone rows leave, new ones come, changed ones are told."""
        new = rows_of(cart)
        voided = frozenset(line.key for line in cart.cart.voided)
        turned, self._voided = voided ^ self._voided, voided
        first_moved = self._drop_gone({priced.line.key for priced in new})
        for row, priced in enumerate(new):
            if row < len(self._lines):
                old = self._lines[row]
                if priced.line.key in turned and old.line.key == priced.line.key:
                    self._lines[row] = priced
                    self._changed(row)
                    first_moved = min(first_moved, row + 1)
                    continue
                if old.line is priced.line and _reduced_alike(old, priced):
                    self._lines[row] = priced
                    continue
                if old.line.key == priced.line.key:
                    self._replace(row, priced)
                    continue
            first_moved = min(first_moved, row + 1)
            self._insert(row, priced)
        if first_moved < len(self._lines):
            last = self.index(len(self._lines) - 1, Column.NUMBER)
            self.dataChanged.emit(self.index(first_moved, Column.NUMBER), last)

    def line(self, row: int) -> PricedLine:
        return self._lines[row]

    def is_voided(self, row: int) -> bool:
        return self._lines[row].line.key in self._voided

    def _number(self, row: int) -> str:
        """Voided rows are not counted."""
        if not self._voided:
            return str(row + 1)
        if self.is_voided(row):
            return ""
        return str(row + 1 - sum(self.is_voided(above) for above in range(row)))

    def row_of(self, key: int | None) -> int:
        """The row of a line's key; −1 when it is not here."""
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].line.key == key:
                return row
        return -1

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        priced = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                column = Column(index.column())
                if column is Column.NUMBER:
                    return self._number(index.row())
                return cell_text(priced, column)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == Column.NUMBER:
                return spoken(priced, voided=self.is_voided(index.row()))
            case Qt.ItemDataRole.UserRole:
                return priced
            case _ if role == VOIDED_ROLE:
                return bool(self._voided) and self.is_voided(index.row())
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(ALIGNMENTS[Column(section)])
        return None

    def _drop_gone(self, keys: set[int]) -> int:
        """Remove rows whose line is gone, from the bottom; returns the first row that moved."""
        first_moved = len(self._lines) + 1
        if all(known.line.key in keys for known in self._lines):
            return first_moved
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].line.key not in keys:
                self.beginRemoveRows(NOWHERE, row, row)
                del self._lines[row]
                self.endRemoveRows()
                first_moved = row
        return first_moved

    def _insert(self, row: int, priced: PricedLine) -> None:
        self.beginInsertRows(NOWHERE, row, row)
        self._lines.insert(row, priced)
        self.endInsertRows()

    def _replace(self, row: int, priced: PricedLine) -> None:
        old = self._lines[row]
        self._lines[row] = priced
        if old.line != priced.line or not _reduced_alike(old, priced):
            self._changed(row)

    def _changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.AMOUNT))


_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS: Final = {
    Column.NUMBER: _LEFT,
    Column.NAME: _LEFT,
    Column.QUANTITY: Qt.AlignmentFlag.AlignCenter,
    Column.PRICE: _RIGHT,
    Column.AMOUNT: _RIGHT,
}


def inset(look: Look, area: QRect, column: Column) -> QRect:
    """Where text stands in a cell: 16 from the left edge of the card, 20 from the right."""
    left = look.px(16) if column is Column.NUMBER else 0
    right = look.px(20) if column is Column.AMOUNT else 0
    return area.adjusted(left, 0, -right, 0)


def rows_of(cart: PricedCart) -> tuple[PricedLine, ...]:
    """The lines with the voided ones between them, in the order in which they came."""
    if not cart.cart.voided:
        return cart.lines
    gone = (
        PricedLine(line=line, list_amount=line.list_amount, reductions=(), net=0, tax=0)
        for line in cart.cart.voided
    )
    return tuple(sorted((*cart.lines, *gone), key=lambda priced: priced.line.key))


def cell_text(priced: PricedLine, column: Column) -> str:
    """What stands in a cell; the number of the row is the model's."""
    line = priced.line
    match column:
        case Column.NUMBER:
            return ""
        case Column.NAME:
            return line_name(line)
        case Column.QUANTITY:
            return quantity(line.quantity)
        case Column.PRICE:
            return money_digits(line.unit_price)
        case Column.AMOUNT:
            return money_digits(priced.list_amount)


def reduction_text(priced: PricedLine, cut: LineReduction) -> str:
    """The reason, and what it takes off each unit when that is a whole amount."""
    each, rest = divmod(cut.amount * QUANTITY_ONE, priced.line.quantity)
    if cut.stage is not Stage.MEMBER or rest or priced.line.quantity <= QUANTITY_ONE:
        return cut.label
    return f"{cut.label} {MINUS}{money_digits(each)}/{priced.line.unit}"


def note_text(priced: PricedLine) -> str:
    return tr("备注 {note}", note=priced.line.note) if priced.line.note else ""


def spoken(priced: PricedLine, *, voided: bool = False) -> str:
    """The whole row for a screen reader."""
    line = priced.line
    cuts = "".join(f"，{cut.label} {money_digits(-cut.amount)}" for cut in priced.reductions)
    amount = money_digits(priced.list_amount)
    text = f"{line_name(line)} ×{quantity(line.quantity)} {amount}{cuts}"
    if line.note:
        text = tr("，").join((text, note_text(priced)))
    return tr("已删 {line}", line=text) if voided else text


def _reduced_alike(one: PricedLine, other: PricedLine) -> bool:
    return one.net == other.net and one.reductions == other.reductions
