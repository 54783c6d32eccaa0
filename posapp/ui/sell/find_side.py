"""The left half of the sell screen: where goods are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.sell.function_keys import FunctionKeys
from posapp.ui.sell.hold_strip import HoldStrip
from posapp.ui.sell.state import Entry
from posapp.ui.sell.tab_row import TabRow
from posapp.ui.sell.tile_grid import TileGrid
from posapp.ui.widgets.scan_field import ScanField

if TYPE_CHECKING:
    from datetime import tzinfo

    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look
    from posapp.ui.sell.state import SellState, Shelf


class FindSide(QWidget):
    """Scan field, tabs, tiles, parked orders, function keys."""

    def __init__(self, look: Look, keymap: KeyMap, zone: tzinfo | None) -> None:
        super().__init__()
        self._shelf: Shelf | None = None
        self._entry = Entry.CODE
        self.field = ScanField(
            look,
            "sell.field",
            tr("扫码或输入"),
            placeholder=_placeholder(Entry.CODE),
            search=tr("搜索"),
        )
        self.tabs = TabRow(look)
        self.tiles = TileGrid(look)
        self.holds = HoldStrip(look, zone)
        self.keys = FunctionKeys(look, keymap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.field)
        column.addWidget(self.tabs)
        column.addWidget(self.tiles, 1)
        column.addWidget(self.holds)
        column.addWidget(self.keys)

    def show_state(self, state: SellState) -> None:
        if state.shelf is not self._shelf:
            self._shelf = state.shelf
            self.tabs.show_tabs(state.shelf.categories, state.shelf.tab)
            colours = {str(category.id): category.colour for category in state.shelf.categories}
            self.tiles.show_products(state.shelf.tiles, colours)
        if state.entry is not self._entry:
            self._entry = state.entry
            self.field.edit.setPlaceholderText(_placeholder(state.entry))
        self.holds.show_parked(state.parked)
        self.keys.show_online(online=state.online)


def _placeholder(entry: Entry) -> str:
    match entry:
        case Entry.CODE:
            return tr("扫码 / 条码 / 拼音首字母 / 手机号")
        case Entry.QUANTITY:
            return tr("输入新数量，按 Enter")
        case Entry.PRICE_CHECK:
            return tr("查价：扫码或输入商品，不会加入订单")
