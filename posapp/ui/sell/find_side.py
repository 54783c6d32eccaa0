"""The left half of the sell screen: where goods are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.sell.function_keys import FunctionKeys
from posapp.ui.sell.hold_strip import HoldStrip
from posapp.ui.sell.letter_pad import LetterPad
from posapp.ui.sell.state import Entry
from posapp.ui.sell.tab_row import TabRow
from posapp.ui.sell.tile_grid import TileGrid
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.scan_field import ScanField
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from posapp.domain.cart import CartMember
    from posapp.domain.catalog import Product
    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look
    from posapp.ui.sell.state import SellState, Shelf

    MemberPrice = Callable[[Product, CartMember | None], int | None]


class FindSide(QWidget):
    """Scan field, tabs, tiles, parked orders, function keys."""

    def __init__(
        self, look: Look, keymap: KeyMap, zone: tzinfo | None, member_price: MemberPrice
    ) -> None:
        super().__init__()
        self._shelf: Shelf | None = None
        self._member: CartMember | None = None
        self._member_price = member_price
        self._entry = Entry.CODE
        self.field = ScanField(
            look,
            "sell.field",
            tr("扫码或输入"),
            placeholder=_placeholder(Entry.CODE),
        )
        self.field.append(KeyHint(look, keymap.key("sell", Action.SEARCH)))
        self.letters_key = TouchButton(
            look,
            "sell.letters.open",
            "",
            label=tr("字母键盘"),
            icon="keyboard",
            kind=Kind.GHOST,
            height=44,
        )
        self.field.append(self.letters_key)
        self.tabs = TabRow(look)
        self.tiles = TileGrid(look)
        self.holds = HoldStrip(look, zone, key=keymap.key("sell", Action.HOLD))
        self.keys = FunctionKeys(look, keymap)
        self.holds.come_before(self.keys.button(Action.HOLD))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.field)
        column.addWidget(self.tabs)
        column.addWidget(self.tiles, 1)
        column.addWidget(self.holds)
        column.addWidget(self.keys)
        self.letters = LetterPad(look)
        self.letters.hide()
        column.addWidget(self.letters)
        self._connect_letters()

    def show_letters(self, shown: bool) -> None:  # what a button answered
        """The pad takes the place of what lies under the tiles."""
        self.letters.setVisible(shown)
        self.holds.setVisible(not shown)
        self.keys.setVisible(not shown)

    def _connect_letters(self) -> None:
        letters, field = self.letters, self.field
        self.letters_key.clicked.connect(lambda: self.show_letters(letters.isHidden()))
        letters.typed.connect(field.type_text)
        letters.erased.connect(field.erase)
        letters.emptied.connect(lambda: field.type_text("", anew=True))
        letters.entered.connect(field.submit)
        letters.closed.connect(lambda: self.show_letters(False))

    def show_state(self, state: SellState) -> None:
        member = state.order.cart.member
        if state.shelf is not self._shelf or member != self._member:
            before, self._shelf, self._member = self._shelf, state.shelf, member
            anew = before is None or (before.tab, before.search) != (
                state.shelf.tab,
                state.shelf.search,
            )
            self.tabs.show_tabs(state.shelf.categories, state.shelf.tab)
            colours = {str(category.id): category.colour for category in state.shelf.categories}
            hers = self._hers(state.shelf.tiles)
            self.tiles.show_products(state.shelf.tiles, colours, hers, anew=anew)
        if state.entry is not self._entry:
            self._entry = state.entry
            self.field.edit.setPlaceholderText(_placeholder(state.entry))
        self.holds.show_parked(state.parked)
        self.keys.show_online(online=state.online, may_reward=state.may_reward)

    def _hers(self, products: tuple[Product, ...]) -> dict[str, int]:
        prices = {each.id: self._member_price(each, self._member) for each in products}
        return {name: price for name, price in prices.items() if price is not None}


def _placeholder(entry: Entry) -> str:
    match entry:
        case Entry.CODE:
            return tr("扫码 / 条码 / 拼音首字母 / 手机号")
        case Entry.QUANTITY:
            return tr("输入新数量，按 Enter")
        case Entry.PRICE_CHECK:
            return tr("查价：扫码或输入商品，不会加入订单")
