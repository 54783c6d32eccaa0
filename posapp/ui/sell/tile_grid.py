"""The tiles of a tab: a grid of fixed places, as many as fit, the rest a page further."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from posapp.ui.frame import TILE_GAP
from posapp.ui.i18n import tr
from posapp.ui.sell.tile import TILE_HEIGHT, ProductTile
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.tab_order import stop_before
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from posapp.domain.catalog import Product
    from posapp.ui.look import Look


class TileGrid(QWidget):
    """Emits `chosen` with the product. The last place turns the page when not all fit.

    Tab stops once among the tiles, the arrows reach each that can be pressed.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sell.tiles")
        self._look = look
        self._products: tuple[Product, ...] = ()
        self._colours: Mapping[str, str] = {}
        self._hers: Mapping[str, int] = {}
        self._page = 0
        self._tiles: list[ProductTile] = []
        self._more = TouchButton(
            look, "sell.tiles.more", tr("更多商品"), icon="chevron-down", parent=self
        )
        self._more.clicked.connect(self._turn)
        self._empty = Label(look, tr("这里还没有商品"), tone="text2", parent=self)

    @property
    def tiles(self) -> tuple[ProductTile, ...]:
        """The tiles in sight."""
        return tuple(tile for tile in self._tiles if not tile.isHidden())

    def show_products(
        self,
        products: tuple[Product, ...],
        colours: Mapping[str, str],
        hers: Mapping[str, int] | None = None,
        *,
        anew: bool = True,
    ) -> None:
        """`colours` gives each category id its colour name, `hers` the member's price of a product
        id where it differs. What is not `anew` is the same shelf by the newest feed: whoever
        turned its page stays there.
        """
        self._hers = hers or {}
        if anew:
            self._page = 0
        self._products, self._colours = products, colours
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def columns(self) -> int:
        gap = self._look.px(TILE_GAP)
        return max(1, (self.width() + gap) // (self._look.px(140) + gap))

    def rows(self) -> int:
        gap = self._look.px(TILE_GAP)
        return max(1, (self.height() + gap) // (self._look.px(TILE_HEIGHT) + gap))

    def _arrange(self) -> None:
        places = self.columns() * self.rows()
        paged = len(self._products) > places
        size = places - 1 if paged else places
        self._page = min(self._page, max(0, (len(self._products) - 1) // size))
        first = self._page * size
        page = self._products[first : first + size]
        for place in range(max(len(page), len(self._tiles))):
            self._fill(place, page[place] if place < len(page) else None)
        self._more.setVisible(paged)
        if paged:
            self._lay(self._more, places - 1)
        self._show_stop()
        self._empty.setVisible(not self._products)
        self._empty.setGeometry(self._look.px(16), 0, self.width(), self._look.px(48))

    def _fill(self, place: int, product: Product | None) -> None:
        if place >= len(self._tiles):
            tile = ProductTile(self._look, place, self)
            tile.clicked.connect(lambda: self.chosen.emit(tile.product))
            tile.walked.connect(partial(self._walk, place))
            stop_before(self._more, tile)
            self._tiles.append(tile)
        tile = self._tiles[place]
        tile.setVisible(product is not None)
        if product is not None:
            colour = self._colours.get(product.category_id, "blue")
            tile.show_product(product, colour, self._hers.get(product.id))
            self._lay(tile, place)

    def walk(self, columns: int, rows: int) -> bool:
        """Go on from the tile that has the focus; False when none has it."""
        place = next((n for n, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        if place is not None:
            self._walk(place, columns, rows)
        return place is not None

    def _walk(self, place: int, columns: int, rows: int) -> None:
        """To the next tile in that direction that can be pressed, past the edge of a row too."""
        step = columns + rows * self.columns()
        place += step
        while 0 <= place < len(self._tiles):
            if _can_press(self._tiles[place]):
                self._tiles[place].setFocus(Qt.FocusReason.TabFocusReason)
                break
            place += step
        self._show_stop()

    def _show_stop(self) -> None:
        able = [tile for tile in self._tiles if _can_press(tile)]
        stop = next((tile for tile in able if tile.hasFocus()), able[0] if able else None)
        for tile in self._tiles:
            tile.be_stop(tile is stop)

    def _lay(self, widget: QWidget, place: int) -> None:
        gap = self._look.px(TILE_GAP)
        columns = self.columns()
        width = (self.width() - (columns - 1) * gap) // columns
        height = self._look.px(TILE_HEIGHT)
        row, column = divmod(place, columns)
        widget.setGeometry(column * (width + gap), row * (height + gap), width, height)

    def _turn(self) -> None:
        size = self.columns() * self.rows() - 1
        pages = -(-len(self._products) // size)
        self._page = (self._page + 1) % pages
        self._arrange()


def _can_press(tile: ProductTile) -> bool:
    return tile.isEnabled() and not tile.isHidden()
