"""From a scan or a typed text to what it does on the sell screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Slot

from posapp.domain.codes import Context
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.lanes import ONLINE, STORE
from posapp.ui.member.wish import RegisterNow
from posapp.ui.navigation import Place
from posapp.ui.sell.price_check import PriceCheck
from posapp.ui.sell.quantities import times_alone
from posapp.ui.sell.rewards import Rewards
from posapp.ui.sell.state import Choices, Entry, Latch, Shelf
from posapp.ui.sounds import Sound
from posapp.workflows.found import (
    Ambiguous,
    Found,
    FoundBadge,
    FoundCoupon,
    FoundHold,
    FoundMember,
    FoundPaymentCode,
    FoundProduct,
    FoundReceipt,
    LooksLikePayment,
    MemberNotHere,
    NothingFound,
    SearchHits,
)

if TYPE_CHECKING:
    from posapp.domain.cart import CartMember
    from posapp.domain.catalog import Category, Product
    from posapp.domain.member import Member
    from posapp.domain.points import PointRules
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.ui.sell.state import SellState
    from posapp.workflows.members import Members
    from posapp.workflows.selling import Selling


class Finder(QObject):
    """Looks things up on lanes and hands the outcome to the presenter."""

    def __init__(self, sell: SellPresenter, selling: Selling, members: Members) -> None:
        super().__init__(sell)
        self.rewards = Rewards(sell, selling)
        self.price_check = PriceCheck(sell, selling)
        self._sell = sell
        self._selling = selling
        self._members = members
        self._wanted = ""
        sell.member_missing.connect(self._fetch_member)

    # -- scans and typed codes

    def scan(self, text: str) -> None:
        """A scan of any scanner: a code, never a quantity."""
        self._find(text, typed=False)

    def scan_below(self, text: str) -> None:
        """A scan while a dialog lies over the order: goods go on being rung up, the line that the
        dialog is about stays chosen, and everything else waits for the dialog.
        """
        self._sell.floor.background.run(
            STORE,
            lambda: self._selling.find(text, Context.SELL),
            self._take_below,
            partial(self._not_found, text),
        )

    def _take_below(self, found: Found) -> None:
        match found:
            case FoundProduct():
                self._add(found, keep_chosen=True)
            case NothingFound():
                self._latch(found)
            case _:
                self._sell.refuse(Refused("scan.finish_first"))

    def _add(self, found: FoundProduct, *, keep_chosen: bool) -> None:
        chosen = self._sell.state.order.selected
        self._sell.add(found.product, found.quantity, found.barcode, found.label)
        if keep_chosen and chosen is not None:
            self._sell.pick(chosen)

    def submit(self, text: str) -> None:
        """Enter after typed text; `3*` alone is for the chosen line. A latched code that still
        stands in the field is not looked up again: nobody's phone becomes a member's.
        """
        latch = self._sell.state.latch
        if latch is not None and latch.shown == text:
            self.register_latched()
            return
        count = times_alone(text)
        if self._sell.state.entry is Entry.QUANTITY or count:
            self._sell.set_quantity(count or text)
            return
        self._wanted = ""
        self._find(text, typed=True)

    def _find(self, text: str, *, typed: bool) -> None:
        self._sell.floor.background.run(
            STORE,
            lambda: self._selling.find(text, Context.SELL, typed=typed),
            partial(self._take, typed=typed),
            partial(self._not_found, text),
        )

    def _take(self, found: Found, *, typed: bool) -> None:
        if typed:
            self._sell.cleared.emit()
            self.leave_search()
        if self.price_check.is_asking and self.price_check.take(found):
            return
        match found:
            case FoundProduct():
                # A quantity that is being typed belongs to the line it was begun for.
                self._add(found, keep_chosen=self._sell.state.entry is Entry.QUANTITY)
            case FoundMember(member=member):
                self._sell.attach(member)
            case Ambiguous(product=product, members=members):
                self._ask(
                    Choices(
                        text=product.barcode or product.product.code,
                        product=product,
                        members=members,
                    )
                )
            case SearchHits():
                self._take_hits(found)
            case MemberNotHere():
                self._ask_central(found)
            case FoundReceipt(receipt_number=number):
                self._sell.floor.navigation.go(Place.REFUND, number)
            case FoundCoupon(code=code):
                self._take_coupon(code)
            case FoundHold(hold_id=hold_id):
                self._take_hold(hold_id)
            case FoundBadge() | NothingFound() | LooksLikePayment() | FoundPaymentCode():
                self._latch(found)
            case _:
                assert_never(found)

    def _take_coupon(self, code: str) -> None:
        if self._sell.state.member is None:
            self._add_latch(Latch(key="code.coupon_needs_member", shown=code))
        else:
            self.rewards.lay(code)

    def _take_hold(self, hold_id: str) -> None:
        self._sell.parking.recall_slip(hold_id)

    def _take_hits(self, hits: SearchHits) -> None:
        if len(hits.products) == 1 and not hits.members:
            self._sell.add(hits.products[0], 1000)
        elif len(hits.members) == 1 and not hits.products:
            self._sell.attach(hits.members[0])
        else:
            if hits.products:
                self._show_found(hits.text, hits.products)
            if hits.members:
                self._ask(Choices(text=hits.text, members=hits.members))

    def _latch(
        self, found: FoundBadge | NothingFound | LooksLikePayment | FoundPaymentCode
    ) -> None:
        match found:
            case NothingFound(key=key, shown=shown):
                self._add_latch(Latch(key=key, shown=shown), Sound.UNKNOWN)
            case LooksLikePayment(masked=masked):
                self._add_latch(_payment_latch(masked))
            case FoundPaymentCode(code=code):
                self._add_latch(_payment_latch(code.masked))
            case FoundBadge(staff_number=number):
                self._add_latch(Latch(key="code.badge_not_here", shown=number))

    def _add_latch(self, latch: Latch, sound: Sound = Sound.BLOCKED) -> None:
        self._sell.floor.sounds.play(sound)
        self._sell.show(latches=(*self._sell.state.latches, latch))

    def _not_found(self, text: str, error: Exception) -> None:
        if isinstance(error, Refused):
            self._add_latch(Latch(key=error.key, shown=text[:12]))
        else:
            self._sell.fail(error)

    # -- members whom only central knows

    def _ask_central(self, missing: MemberNotHere) -> None:
        self._sell.show(busy=True)
        self._sell.floor.background.run(
            ONLINE,
            lambda: self._members.look_up(missing.text),
            partial(self._central_answered, missing),
            partial(self._central_silent, missing),
        )

    @Slot(str)
    def _fetch_member(self, member_id: str) -> None:
        self._sell.floor.background.run(
            ONLINE, partial(self._members.refresh, member_id), self._sell.know, _forget
        )

    def _central_answered(self, missing: MemberNotHere, members: tuple[Member, ...]) -> None:
        self._sell.show(busy=False)
        if len(members) == 1:
            self._sell.attach(members[0])
        elif members:
            self._ask(Choices(text=missing.text, members=members))
        else:
            self._member_missing(missing)

    def _central_silent(self, missing: MemberNotHere, error: Exception) -> None:
        self._sell.show(busy=False)
        if isinstance(error, (Unavailable, OutcomeUnknown, Refused)):
            self._member_missing(missing)
        else:
            self._sell.refuse(error)

    def _member_missing(self, missing: MemberNotHere) -> None:
        key = "member.phone_not_known" if missing.is_phone else "member.code_not_known"
        self._add_latch(Latch(key=key, shown=missing.text, is_phone=missing.is_phone))

    # -- latched codes and choices

    def dismiss(self) -> None:
        """Leave the newest latched code, choice or shown price alone."""
        state = self._sell.state
        if state.checked is not None:
            self._sell.show(checked=None)
        elif state.choices is not None:
            self._sell.show(choices=None)
        elif state.latches:
            self._sell.show(latches=state.latches[:-1])

    def register_latched(self) -> None:
        """The unknown phone becomes a member; any other latched code stays where it is."""
        latch = self._sell.state.latch
        if latch is None or not latch.is_phone:
            self._sell.floor.sounds.play(Sound.BLOCKED)
            return
        self._sell.show(latches=self._sell.state.latches[:-1])
        self._sell.floor.navigation.go(Place.REGISTER, RegisterNow(phone=latch.shown))

    def pay_latched(self) -> None:
        """It was a payment code: to the pay screen, where the customer shows it again."""
        self._sell.show(latches=self._sell.state.latches[:-1])
        self._sell.pay()

    def choose(self, place: int) -> None:
        """Take one of several answers, counted as they are listed."""
        choices = self._sell.state.choices
        if choices is None:
            return
        self._sell.show(choices=None)
        if choices.rewards:
            self.rewards.take(choices.rewards[place], then_pay=choices.then_pay)
            return
        if choices.product is not None:
            if place == 0:
                self._add(choices.product, keep_chosen=False)
                return
            place -= 1
        self._sell.attach(choices.members[place])

    def _ask(self, choices: Choices) -> None:
        self._sell.show(choices=choices, chosen=0)

    def move_choice(self, step: int) -> None:
        choices = self._sell.state.choices
        if choices is not None:
            chosen = max(0, min(choices.count - 1, self._sell.state.chosen + step))
            self._sell.show(chosen=chosen)

    # -- what the screen asks about prices

    def member_price(self, product: Product, member: CartMember | None) -> int | None:
        """As `Selling.member_price`."""
        return self._selling.member_price(product, member)

    def rules(self, state: SellState) -> PointRules | None:
        """How the order earns points; None while it has no member."""
        return None if state.order.cart.member is None else self._selling.rules()

    # -- shelf: tabs, tiles, search as you type

    def load_shelf(self) -> None:
        """Categories and what the tiles show, at the start and after the catalogue changed: whoever
        searches goes on searching.
        """
        background = self._sell.floor.background
        background.run(STORE, self._selling.categories, self._take_categories)
        shelf = self._sell.state.shelf
        wanted = self._wanted or shelf.search
        if wanted:
            self._search(wanted)
        else:
            self.open_tab(shelf.tab)

    def open_tab(self, tab: str) -> None:
        self._sell.floor.background.run(
            STORE,
            lambda: self._selling.tiles(tab or None),
            partial(self._take_tiles, tab),
        )

    def search_typed(self, text: str) -> None:
        """Each key of a name or of initials finds products; digits are codes and wait for Enter."""
        self._wanted = text
        if not text or text.isdigit() or self._sell.state.entry is Entry.QUANTITY:
            self.leave_search()
            return
        self._search(text)

    def _search(self, text: str) -> None:
        self._wanted = text
        self._sell.floor.background.run(
            STORE, lambda: self._selling.search(text), partial(self._take_search, text), _forget
        )

    def leave_search(self) -> None:
        self._wanted = ""
        if self._sell.state.shelf.search:
            self.open_tab(self._sell.state.shelf.tab)

    def _take_categories(self, categories: tuple[Category, ...]) -> None:
        self._sell.show(shelf=_with(self._sell.state.shelf, categories=categories))

    def _take_tiles(self, tab: str, tiles: tuple[Product, ...]) -> None:
        self._sell.show(shelf=_with(self._sell.state.shelf, tab=tab, tiles=tiles, search=""))

    def _take_search(self, text: str, products: tuple[Product, ...]) -> None:
        if text == self._wanted:
            self._show_found(text, products)

    def _show_found(self, text: str, products: tuple[Product, ...]) -> None:
        self._sell.show(shelf=_with(self._sell.state.shelf, tiles=products, search=text))


def _payment_latch(masked: str) -> Latch:
    return Latch(key="code.looks_like_payment", shown=masked, is_payment=True)


def _with(shelf: Shelf, **changes: object) -> Shelf:
    return replace(shelf, **changes)  # type: ignore[arg-type]  # names of fields


def _forget(_error: Exception) -> None:
    """Asked again by the next key, or when the member is shown again."""
