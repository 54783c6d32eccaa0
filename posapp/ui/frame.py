"""The regions of the window, find side and cart, in which sheets and dialogs are laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look

TOP_BAR: Final = 48
STATUS_BAR: Final = 40
NARROW: Final = 1200
TILE_WIDTH: Final = 154
TILE_GAP: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The two sides of the sell screen, in pixels of this screen."""

    margin: int
    find: int
    gutter: int
    cart: int


def columns_for(look: Look, width: int) -> Columns:
    """Find side in whole tiles, the rest is cart: 448 and 540 at 1024, 640 and 678 at 1366."""
    if width < look.px(NARROW):
        margin = gutter = look.px(12)
        find = look.px(448)
    else:
        margin = gutter = look.px(16)
        step = look.px(TILE_WIDTH) + look.px(TILE_GAP)
        count = int((width * 0.475 + look.px(TILE_GAP)) // step)
        find = count * step - look.px(TILE_GAP)
    return Columns(margin=margin, find=find, gutter=gutter, cart=width - 2 * margin - gutter - find)


class Frame:
    """Handed to who builds a surface: `host` is the window, the parent of sheets and dialogs."""

    def __init__(self, look: Look, host: QWidget) -> None:
        self.look = look
        self.host = host

    def body(self) -> QRect:
        """Between top bar and status bar, in the host's pixels."""
        top, bottom = self.look.px(TOP_BAR), self.look.px(STATUS_BAR)
        return QRect(0, top, self.host.width(), self.host.height() - top - bottom)

    def find_side(self) -> QRect:
        columns = columns_for(self.look, self.host.width())
        return self._column(columns.margin, columns.find)

    def cart_side(self) -> QRect:
        columns = columns_for(self.look, self.host.width())
        return self._column(columns.margin + columns.find + columns.gutter, columns.cart)

    def cart_card(self) -> QRect:
        """The cart without the member strip above it: what an approval leaves bright."""
        strip = self.look.px(56 + 8)
        return self.cart_side().adjusted(0, strip, 0, 0)

    def _column(self, left: int, width: int) -> QRect:
        body = self.body()
        gap = self.look.px(8)
        return QRect(left, body.top() + gap, width, body.height() - 2 * gap)
