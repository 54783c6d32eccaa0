"""The order in work with its past: every change can be taken back until it is paid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from posapp.domain import cart as carts
from posapp.domain.cart_steps import CartStep, stepped_back, way_back, worth_keeping
from posapp.domain.money import QUANTITY_ONE
from posapp.workflows.draft import Draft

if TYPE_CHECKING:
    from posapp.domain.cart import Cart
    from posapp.domain.catalog import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An immutable order: the draft, the chosen line, and the way back through all changes, the
    newest last.
    """

    draft: Draft
    selected: int | None = None
    past: tuple[CartStep, ...] = ()

    @staticmethod
    def of(draft: Draft) -> Order:
        """An order as it was kept, with its past and the last line chosen."""
        lines = draft.cart.lines
        selected = lines[-1].key if lines else None
        return Order(draft=replace(draft, past=()), selected=selected, past=draft.past)

    @property
    def kept(self) -> Draft:
        """What is saved behind the screen: the draft, and as much of its past as is cheap."""
        return replace(self.draft, past=worth_keeping(self.past, len(self.cart.lines)))

    @property
    def cart(self) -> Cart:
        return self.draft.cart

    @property
    def can_undo(self) -> bool:
        return bool(self.past)

    def changed(self, cart: Cart, selected: int | None) -> Order:
        """The order after a change that can be undone."""
        past = (*self.past, way_back(self.cart, cart))
        return replace(self, draft=replace(self.draft, cart=cart), selected=selected, past=past)

    def undone(self) -> Order:
        """One change back; the same order when there is nothing to undo."""
        if not self.past:
            return self
        cart = stepped_back(self.cart, self.past[-1])
        keys = [line.key for line in cart.lines]
        selected = self.selected if self.selected in keys else (keys[-1] if keys else None)
        draft = replace(self.draft, cart=cart)
        return replace(self, draft=draft, selected=selected, past=self.past[:-1])

    def with_product(self, product: Product, quantity: int, barcode: str) -> Order:
        """Raises as `domain.cart.add`."""
        cart, key = carts.add(self.cart, product, quantity, barcode=barcode)
        return self.changed(cart, key)

    def stepped(self, step: int) -> Order:
        """One more or one less of the chosen line; the last one less removes the line.

        Raises Refused("cart.line_gone", "cart.quantity_out_of_range").
        """
        key = self._chosen()
        quantity = self.cart.line(key).quantity + step * QUANTITY_ONE
        if quantity <= 0:
            return self.without_line()
        return self.changed(carts.set_quantity(self.cart, key, quantity), key)

    def with_quantity(self, quantity: int) -> Order:
        """Raises Refused("cart.line_gone", "cart.quantity_out_of_range")."""
        key = self._chosen()
        return self.changed(carts.set_quantity(self.cart, key, quantity), key)

    def without_line(self) -> Order:
        """Remove the chosen line and choose its neighbour. Raises Refused("cart.line_gone")."""
        key = self._chosen()
        row = [line.key for line in self.cart.lines].index(key)
        cart = carts.remove(self.cart, key)
        keys = [line.key for line in cart.lines]
        return self.changed(cart, keys[min(row, len(keys) - 1)] if keys else None)

    def with_note(self, text: str, *, whole: bool) -> Order:
        """Raises Refused("cart.note_too_long", "cart.line_gone")."""
        key = None if whole else self._chosen()
        return self.changed(carts.set_note(self.cart, text, key), self.selected)

    def moved(self, step: int) -> Order:
        """Choose another line, without a trace in the past."""
        keys = [line.key for line in self.cart.lines]
        if not keys:
            return self
        row = keys.index(self.selected) if self.selected in keys else len(keys) - 1
        return replace(self, selected=keys[max(0, min(len(keys) - 1, row + step))])

    def choosing(self, key: int) -> Order:
        return replace(self, selected=key)

    def _chosen(self) -> int:
        """The line that keys work on: a deposit's row stands for the line above it."""
        line = self.cart.line(-1 if self.selected is None else self.selected)
        return line.parent if line.is_bound and line.parent is not None else line.key
