"""The table of the order: paints whole rows itself, and lays one stepper over the selected line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from posapp.ui.format import quantity
from posapp.ui.i18n import tr
from posapp.ui.sell.cart_delegate import CartDelegate, row_height
from posapp.ui.sell.cart_header import CartHeader
from posapp.ui.sell.cart_model import CartModel, Column
from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from posapp.domain.pricing import PricedCart
    from posapp.ui.look import Look

FLASH_MS: Final = 250
WIDTHS: Final = {
    Column.NUMBER: 44,
    Column.QUANTITY: 144,
    Column.PRICE: 88,
    Column.AMOUNT: 112,
}


class CartView(QTableView):
    """`picked` carries the key of a line that a finger chose; `stepped` −1 or +1 on the chosen."""

    picked = Signal(int)
    stepped = Signal(int)
    row_class = SizeClass.LIST_ROW

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_control(self, "sell.cart", tr("订单"))
        self._look = look
        self.cart = CartModel(self)
        self.setModel(self.cart)
        self._delegate = CartDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self._set_up_behaviour()
        self._set_up_columns()
        self.stepper = Stepper(look, "sell.stepper", tr("数量"), parent=self.viewport())
        self.stepper.hide()
        self.stepper.stepped.connect(self.stepped)
        self._selected: int | None = None
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._end_flash)
        self.clicked.connect(self._on_clicked)
        self.cart.rowsInserted.connect(self._on_rows_inserted)
        self.cart.dataChanged.connect(self._on_data_changed)

    def show_cart(self, cart: PricedCart, selected: int | None) -> None:
        """The order and which line is chosen; what stays the same is not painted again."""
        before = self._selected
        self._selected = selected
        self._delegate.selected_key = selected
        self.cart.show(cart)
        if selected != before:
            self._repaint_line(before)
            self._repaint_line(selected)
        row = self.cart.row_of(selected)
        if row >= 0:
            self.scrollTo(self.cart.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self._place_stepper()

    def flash(self, key: int) -> None:
        """Light a line for a moment: it was just added."""
        self._delegate.flash_key = key
        self._repaint_line(key)
        self._flash.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        # An opaque ground lets Qt move what is painted when the order scrolls.
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("surface"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_stepper()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_stepper()

    def _set_up_behaviour(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _set_up_columns(self) -> None:
        look = self._look
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(look.px(48))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = CartHeader(look, self)
        self.setHorizontalHeader(columns)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, look.px(width))

    def _place_stepper(self) -> None:
        row = self.cart.row_of(self._selected)
        if row < 0:
            self.stepper.hide()
            return
        cell = self.visualRect(self.cart.index(row, Column.QUANTITY))
        head = QRect(cell.left(), cell.top(), cell.width(), self._look.px(48))
        size = self.stepper.sizeHint()
        self.stepper.show_text(quantity(self.cart.line(row).line.quantity))
        self.stepper.setGeometry(
            head.center().x() - size.width() // 2,
            head.center().y() - size.height() // 2 + 1,
            size.width(),
            size.height(),
        )
        self.stepper.setVisible(True)

    def _repaint_line(self, key: int | None) -> None:
        row = self.cart.row_of(key)
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    @Slot(QModelIndex, int, int)
    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._fit_row(row)

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.column() > Column.NUMBER:
            for row in range(first.row(), last.row() + 1):
                self._fit_row(row)

    def _fit_row(self, row: int) -> None:
        height = row_height(self._look, self.cart.line(row))
        if self.rowHeight(row) != height:
            self.setRowHeight(row, height)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if self.cart.is_voided(index.row()):
            return
        self.picked.emit(self.cart.line(index.row()).line.key)

    @Slot()
    def _end_flash(self) -> None:
        key = self._delegate.flash_key
        self._delegate.flash_key = None
        self._repaint_line(key)
