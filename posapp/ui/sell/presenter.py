"""What happens on the sell screen: scans and keys become changes of the order; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.cart import carry_voided, detach_member
from posapp.domain.codes import Context
from posapp.domain.labelled import add_labelled
from posapp.domain.member import masked_name
from posapp.domain.payment import start
from posapp.errors import PosError, Refused
from posapp.lanes import STORE
from posapp.ui.format import quantity
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest, Way
from posapp.ui.sell.draft_keeper import DraftKeeper
from posapp.ui.sell.order import Order
from posapp.ui.sell.parking import Parking
from posapp.ui.sell.quantities import parse_quantity
from posapp.ui.sell.state import Entry, LastSale, SellState
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.catalog import Product
    from posapp.domain.labelled import Label
    from posapp.domain.member import Member
    from posapp.ui.floor import Floor
    from posapp.workflows.draft import Draft
    from posapp.workflows.held_sales import HeldSales
    from posapp.workflows.lease_shelf import Lent
    from posapp.workflows.pay_outcomes import CommittedSale
    from posapp.workflows.selling import Selling


class SellPresenter(QObject):
    """Holds the order in work. `changed` carries the `SellState`, `added` the key of a new line,
    `cart_changed` the `PricedCart` and `member_changed` the `Member` for the customer's window."""

    changed = Signal(object)
    added = Signal(int)
    cart_changed = Signal(object)
    member_changed = Signal(object)
    member_missing = Signal(str)
    """The order belongs to a member whose data is not at hand (after a restart or a recall)."""
    member_opened = Signal(object)
    """The order became this `Member`'s by an act of whoever works here."""
    cleared = Signal()
    """The input field is to be emptied."""

    def __init__(self, selling: Selling, held: HeldSales, floor: Floor) -> None:
        super().__init__()
        self._selling = selling
        self._floor = floor
        self._keeper = DraftKeeper(selling, floor.background)
        self.parking = Parking(self, held, self._keeper)
        self.is_fixed: Callable[[str], bool] = lambda _sale_id: False
        """Whether money is being taken on the order of this id: it changes no more."""
        self._known: dict[str, Member] = {}
        self.last_added: tuple[Product, int, str] | None = None
        """What a repetition adds again: never a label of the scale, which is one package."""
        order = Order(draft=selling.new_draft())
        self._state = SellState(order=order, priced=selling.price(order.cart))

    @property
    def state(self) -> SellState:
        return self._state

    @property
    def floor(self) -> Floor:
        return self._floor

    def show(self, **changes: object) -> None:
        """Replace some fields of the state; for this presenter and its parts."""
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)

    # -- beginning

    def open(self) -> None:
        """Bring back what a crash or a restart left on the screen, and what waits aside."""
        self._floor.background.run(STORE, self._selling.load_draft, self._take_kept)
        self.parking.load()

    def _take_kept(self, draft: Draft) -> None:
        self.take_draft(draft)
        self.parking.settle()

    @Slot(object)
    def finish(self, done: CommittedSale) -> None:
        """The order is paid: a new one begins."""
        sale = done.sale
        last = LastSale(
            receipt_number=sale.receipt_number,
            net=sale.net,
            tendered=sum(t.tendered for t in sale.tenders),
            change=sale.change,
        )
        self.begin(self._selling.new_draft(), last=last)
        self.parking.look_between_orders()

    def take_draft(self, draft: Draft) -> None:
        """An order that was kept or parked is the order in work; what was voided is not lost."""
        voided = self._state.order.cart.voided
        if voided:
            draft = replace(draft, cart=carry_voided(draft.cart, voided))
        member = None if draft.cart.member is None else self._known.get(draft.cart.member.member_id)
        self.begin(draft, member=member)

    def begin(self, draft: Draft, **changes: object) -> None:
        """Another order takes the place of this one."""
        order = Order.of(draft)
        priced = self._selling.price(order.cart)
        fresh: dict[str, object] = {
            "member": None,
            "latches": (),
            "choices": None,
            "checked": None,
            "collected": 0,
        }
        self.show(order=order, priced=priced, entry=Entry.CODE, busy=False, **(fresh | changes))
        self.cart_changed.emit(priced)
        self.member_changed.emit(self._state.member)
        if draft.cart.member is not None and self._state.member is None:
            self.member_missing.emit(draft.cart.member.member_id)

    # -- changing the order

    def apply(self, order: Order) -> None:
        """Take a changed order: price it, show it, keep it behind the screen.

        Raises Refused("pay.price_fixed") once money was taken on it: what is added now would
        leave unpaid.
        """
        if self.is_fixed(order.draft.sale_id) and order.cart != self._state.order.cart:
            raise Refused("pay.price_fixed")
        priced = self._selling.price(order.cart)
        member = self._state.member
        if order.cart.member is None:
            member = None
        elif member is None or member.id != order.cart.member.member_id:
            member = self._known.get(order.cart.member.member_id)
        moved = member is not self._state.member
        self.show(order=order, priced=priced, member=member)
        self._keeper.keep(order.kept)
        self.cart_changed.emit(priced)
        if moved:
            self.member_changed.emit(member)

    def change(self, order: Order) -> bool:
        """As `apply`; a refusal is told, and False."""
        try:
            self.apply(order)
        except PosError as refusal:
            self.refuse(refusal)
            return False
        return True

    def add(
        self, product: Product, quantity_: int, barcode: str = "", label: Label | None = None
    ) -> None:
        """One more line, or more of one; a label of the scale is always a line of its own.
        Refusals are told and heard.
        """
        order = self._state.order
        lines = len(order.cart.lines)
        try:
            if order.cart.is_empty:
                self._floor.desk.check_may_begin()
            if label is None:
                self.apply(order.with_product(product, quantity_, barcode))
            else:
                self.apply(order.changed(*add_labelled(order.cart, product, label)))
        except PosError as refusal:
            self.refuse(refusal)
            return
        again = len(self._state.order.cart.lines) == lines
        self._floor.sounds.play(Sound.SCAN_AGAIN if again else Sound.SCAN_OK)
        if label is None:
            self.last_added = (product, quantity_, barcode)
        key = self._state.order.selected
        if key is not None:
            self.added.emit(key)

    def step(self, step: int) -> None:
        """One more or one less of the chosen line."""
        before = self._state.order
        try:
            after = before.stepped(step)
            self.apply(after)
        except PosError as refusal:
            self.refuse(refusal)
            return
        if len(after.cart.lines) < len(before.cart.lines):
            self._tell_removed(before)

    def set_quantity(self, text: str) -> None:
        """The chosen line's quantity as typed by a person."""
        try:
            self.apply(self._state.order.with_quantity(parse_quantity(text)))
        except PosError as refusal:
            self.refuse(refusal)
        self.show(entry=Entry.CODE)
        self.cleared.emit()

    @Slot()
    def remove_line(self) -> None:
        before = self._state.order
        try:
            self.apply(before.without_line())
        except PosError as refusal:
            self.refuse(refusal)
            return
        self._tell_removed(before)

    @Slot()
    def undo(self) -> None:
        """One change back, or the order that was just held; nothing to take back is only heard."""
        if self._state.order.can_undo:
            self.change(self._state.order.undone())
        elif not self.parking.take_back():
            self._floor.sounds.play(Sound.BLOCKED)

    def move(self, step: int) -> None:
        self.show(order=self._state.order.moved(step))

    @Slot(int)
    def pick(self, key: int) -> None:
        self.show(order=self._state.order.choosing(key))

    def _tell_removed(self, before: Order) -> None:
        gone = before.cart.line(-1 if before.selected is None else before.selected)
        text = tr("已删除 {name} ×{n}", name=gone.name, n=quantity(gone.quantity))
        self._floor.messages.show(text, undo=self.undo)

    # -- the member

    def attach(self, member: Member) -> None:
        """The order is hers; prices follow."""
        self._known[member.id] = member
        order = self._state.order
        try:
            self.apply(order.changed(self._selling.join(order.cart, member), order.selected))
        except PosError as refusal:
            self.refuse(refusal)
            return
        self.show(member=member)
        self._floor.sounds.play(Sound.SCAN_OK)
        self.member_changed.emit(member)
        self.member_opened.emit(member)

    @Slot(object)
    def renew(self, member: Member) -> None:
        """Fresher data of the member on this order (after a top-up, or from central)."""
        if self._state.member is not None and self._state.member.id == member.id:
            self._known[member.id] = member
            self.show(member=member)
            self.member_changed.emit(member)

    def know(self, member: Member | None) -> None:
        """Data of the member whom the order already belongs to."""
        owner = self._state.order.cart.member
        if member is not None and owner is not None and owner.member_id == member.id:
            self._known[member.id] = member
            self.show(member=member)
            self.member_changed.emit(member)

    @Slot()
    def detach(self) -> None:
        order, member = self._state.order, self._state.member
        if order.cart.member is None:
            return
        if not self.change(order.changed(detach_member(order.cart), order.selected)):
            return
        name = "" if member is None else masked_name(member.name)
        self._floor.messages.show(tr("已取消会员 {name}", name=name), undo=self.undo)

    # -- leaving

    def pay(self, way: Way = Way.CASH) -> None:
        """To the pay screen with a way chosen there, unless a code waits for a decision."""
        state = self._state
        if state.latch is not None:
            self.refuse(Refused("sell.resolve_first"))
            return
        currency = self._floor.desk.place.currency
        try:
            self._floor.duty.need_shift()
            payment = start(state.order.draft.sale_id, state.priced, currency)
            self._selling.begin_payment(payment)
        except PosError as refusal:
            self.refuse(refusal)
            return
        request = PayRequest(payment=payment, member=state.member, way=way)
        self._floor.navigation.go(Place.PAY, request)

    @Slot()
    def start_over(self) -> None:
        """After a void: an empty order."""
        self._keeper.drop()
        self.begin(self._selling.new_draft())

    def show_online(self, *, online: bool, lent: tuple[Lent, ...] = ()) -> None:
        """Whether central answers, and what this till may spend of members when it does not."""
        self.show(online=online, lent=lent)
        self.parking.line_changed(online=online)

    # -- refusing

    def refuse(self, error: Exception) -> None:
        """Tell it, and let it be heard."""
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    def fail(self, error: Exception) -> None:
        """Work on a lane failed: no longer busy, and told."""
        self.show(busy=False)
        self.refuse(error)

    @property
    def context(self) -> Context:
        return Context.SELL

    @property
    def is_empty(self) -> bool:
        return self._state.order.cart.is_untouched
