"""What each key of the sell screen does; the same keys are buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.money import QUANTITY_ONE
from posapp.errors import PosError, Refused
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Place
from posapp.ui.sell.state import Entry
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.catalog import Product
    from posapp.ui.sell.finder import Finder
    from posapp.ui.sell.presenter import SellPresenter

PAGE: Final = 8
TYPING_COMES_FIRST: Final = (Action.LESS, Action.QUANTITY, Action.REMOVE, Action.PAY)
PLACES: Final = {
    Action.REFUND: (Place.REFUND, ""),
    Action.DRAWER: (Place.CASH_MOVE, None),
}


class SellActions(QObject):
    """The `..._asked` signals open dialogs and sheets that the window owns."""

    recall_asked = Signal()
    note_asked = Signal()
    why_asked = Signal()
    discount_asked = Signal()
    void_asked = Signal()

    def __init__(self, presenter: SellPresenter, finder: Finder) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._finder = finder

    def carry_out(self, action: Action, typed: str) -> bool:
        """A mapped key while `typed` stands in the field; False leaves the key to the field."""
        if typed and action in TYPING_COMES_FIRST and not self._field_is_echo():
            return False
        return self.press(action, typed)

    def press(self, action: Action, typed: str = "") -> bool:
        """The key or its button, whatever stands in the field."""
        match action:
            case Action.UP | Action.DOWN | Action.PAGE_UP | Action.PAGE_DOWN:
                self._move(action)
            case Action.LESS:
                self._presenter.step(-1)
            case Action.REMOVE:
                self._presenter.remove_line()
            case Action.UNDO:
                self._presenter.undo()
            case Action.QUANTITY:
                self._ask_quantity()
            case Action.BACK:
                self._back(typed)
            case Action.SEARCH:
                self._search()
            case Action.PRICE_CHECK:
                self._price_check()
            case Action.REPEAT:
                self._finder.price_check.repeat()
            case Action.NOTE:
                self._ask_note()
            case Action.WHY:
                self._ask_why()
            case _:
                return self._leave(action, typed)
        return True

    def _leave(self, action: Action, typed: str) -> bool:
        match action:
            case Action.PAY:
                self._pay()
            case Action.HOLD:
                self._hold_or_recall(typed)
            case Action.MEMBER:
                self._member(typed)
            case Action.TOP_UP:
                self._top_up()
            case Action.REWARDS:
                self._finder.rewards.ask()
            case Action.REFUND | Action.DRAWER:
                self.go(*PLACES[action])
            case Action.SHIFT:
                self._shift()
            case Action.DISCOUNT:
                self._discount()
            case Action.VOID:
                self._void()
            case _:
                return False
        return True

    def go(self, place: Place, payload: object = None) -> None:
        self._presenter.floor.navigation.go(place, payload)

    def touch_tile(self, product: Product) -> None:
        """A finger on a tile adds one, or asks the price."""
        if self._finder.price_check.is_asking:
            self._finder.price_check.show(product)
        else:
            self._presenter.add(product, QUANTITY_ONE)
        self._presenter.cleared.emit()
        self._finder.leave_search()

    def enter_on_nothing(self, pay_key: str) -> None:
        """Enter on an empty field pays nothing, it may be a scanner's stray one: the key that does
        is told."""
        if self._presenter.state.choices is not None:
            self._finder.choose(self._presenter.state.chosen)
        elif not self._presenter.is_empty:
            self._presenter.floor.messages.show(tr("按 {key} 收款", key=pay_key))

    def write_note(self, text: str, whole: bool) -> None:  # a signal's arguments
        """On the chosen line, or on the whole order."""
        try:
            self._presenter.apply(self._presenter.state.order.with_note(text, whole=whole))
        except PosError as refusal:
            self._presenter.refuse(refusal)

    def _ask_note(self) -> None:
        if self._presenter.state.order.cart.is_empty:
            self._presenter.refuse(Refused("pay.empty_cart"))
        else:
            self.note_asked.emit()

    def _ask_why(self) -> None:
        if self._presenter.state.order.cart.is_empty:
            self._presenter.refuse(Refused("pay.empty_cart"))
        else:
            self.why_asked.emit()

    def _field_is_echo(self) -> bool:
        return self._presenter.state.latch is not None

    def _move(self, action: Action) -> None:
        steps = {Action.UP: -1, Action.DOWN: 1, Action.PAGE_UP: -PAGE, Action.PAGE_DOWN: PAGE}
        if self._presenter.state.choices is not None:
            self._finder.move_choice(steps[action])
        else:
            self._presenter.move(steps[action])

    def _ask_quantity(self) -> None:
        if self._presenter.state.order.selected is None:
            self._presenter.floor.sounds.play(Sound.BLOCKED)
            return
        self._presenter.show(entry=Entry.QUANTITY)

    def _back(self, typed: str) -> None:
        state = self._presenter.state
        if state.latch is not None or state.choices is not None or state.checked is not None:
            self._finder.dismiss()
        elif state.entry is not Entry.CODE:
            self._presenter.show(entry=Entry.CODE)
            self._presenter.cleared.emit()
        elif typed or state.shelf.search:
            self._presenter.cleared.emit()
            self._finder.leave_search()

    def _search(self) -> None:
        if self._presenter.state.latch is not None:
            self._finder.dismiss()
        self._presenter.cleared.emit()

    def _price_check(self) -> None:
        if self._presenter.state.latch is not None:
            self._finder.dismiss()
        checking = self._presenter.state.entry is Entry.PRICE_CHECK
        self._presenter.show(entry=Entry.CODE if checking else Entry.PRICE_CHECK)

    def _pay(self) -> None:
        latch = self._presenter.state.latch
        if latch is not None and latch.is_payment:
            self._finder.pay_latched()
        else:
            self._presenter.pay()

    def _hold_or_recall(self, typed: str) -> None:
        """An order is put aside, under what stands in the field; else the list of them opens."""
        if self._presenter.is_empty:
            self._presenter.parking.load()
            self.recall_asked.emit()
            return
        self._presenter.parking.hold("" if self._field_is_echo() else typed)
        self._presenter.cleared.emit()
        self._finder.leave_search()

    @Slot()
    def open_member(self) -> None:
        """The member of the order, or a place to look for one."""
        self.go(Place.MEMBER, self._presenter.state.member or "")

    def _member(self, typed: str) -> None:
        latch = self._presenter.state.latch
        if latch is not None and latch.is_phone:
            self._finder.register_latched()
        else:
            self._presenter.cleared.emit()
            self.go(Place.MEMBER, (latch is None and typed) or self._presenter.state.member or "")

    def _top_up(self) -> None:
        member = self._presenter.state.member
        if not self._presenter.state.online:
            self._presenter.refuse(Refused("sell.needs_central"))
        elif member is None:
            self.go(Place.MEMBER, "")
        else:
            self.go(Place.TOP_UP, member)

    def _shift(self) -> None:
        shift = self._presenter.floor.duty.shift
        self.go(Place.SHIFT_OPEN if shift is None else Place.SHIFT_CLOSE)

    def _void(self) -> None:
        if self._presenter.is_empty:
            self._presenter.refuse(Refused("pay.empty_cart"))
        else:
            self.void_asked.emit()

    def _discount(self) -> None:
        if self._presenter.is_empty:
            self._presenter.refuse(Refused("pay.empty_cart"))
        else:
            self.discount_asked.emit()
