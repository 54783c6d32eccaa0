"""F5 shows what something costs without adding it; Ctrl+D adds it, or the last goods once more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.errors import PosError
from posapp.lanes import STORE
from posapp.ui.sell.state import Checked, Entry
from posapp.ui.sounds import Sound
from posapp.workflows.found import Ambiguous, Found, FoundProduct, SearchHits

if TYPE_CHECKING:
    from posapp.domain.catalog import Product
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.workflows.selling import Selling


class PriceCheck(QObject):
    """A part of the finder: what is found while a price is asked is shown and not sold."""

    def __init__(self, sell: SellPresenter, selling: Selling) -> None:
        super().__init__(sell)
        self._sell = sell
        self._selling = selling

    @property
    def is_asking(self) -> bool:
        return self._sell.state.entry is Entry.PRICE_CHECK

    def take(self, found: Found) -> bool:
        """Show the one product that was found; False leaves everything else to the finder."""
        match found:
            case FoundProduct(product=product) | Ambiguous(product=FoundProduct(product=product)):
                self.show(product)
            case SearchHits(products=(product,)):
                self.show(product)
            case _:
                return False
        return True

    def show(self, product: Product) -> None:
        """Its price today, and hers if the order has a member."""
        member = self._sell.state.order.cart.member
        hers = self._selling.member_price(product, member)
        checked = Checked(product=product, member_price=hers)
        self._sell.show(entry=Entry.CODE, checked=checked)
        self._sell.floor.sounds.play(Sound.SCAN_OK)

    @Slot()
    def repeat(self) -> None:
        """Add what was just looked at, or once more what was added last, at today's price."""
        checked, last = self._sell.state.checked, self._sell.last_added
        if checked is not None:
            self._sell.show(checked=None)
            self._add_anew(checked.product)
        elif last is not None:
            self._add_anew(*last)
        else:
            self._sell.floor.sounds.play(Sound.BLOCKED)

    def _add_anew(self, product: Product, quantity: int = 1000, barcode: str = "") -> None:
        """The feed may have changed it since: sold out, another price, no longer sold."""
        self._sell.floor.background.run(
            STORE,
            partial(self._selling.as_it_is, product),
            lambda fresh: self._sell.add(fresh, quantity, barcode),
            self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, PosError):
            self._sell.refuse(error)
        else:
            self._sell.fail(error)
