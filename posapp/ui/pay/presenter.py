"""Taking a payment from the first tender to the durable sale; knows no widget."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import PosError, Refused
from posapp.lanes import STORE
from posapp.ui.navigation import Place
from posapp.ui.pay.change_keeping import ChangeKeeping
from posapp.ui.pay.charge_flow import ChargeFlow
from posapp.ui.pay.choosing import Choosing
from posapp.ui.pay.coupons import Coupons
from posapp.ui.pay.elsewhere import Elsewhere
from posapp.ui.pay.give_back import GiveBack
from posapp.ui.pay.hold_flow import HoldFlow
from posapp.ui.pay.joining import Joining
from posapp.ui.pay.left_open import LeftOpen
from posapp.ui.pay.rounding import Rounding
from posapp.ui.pay.scans import PayScans
from posapp.ui.pay.session import PaySession
from posapp.ui.pay.set_aside import SetAside
from posapp.ui.pay.state import (
    Charging,
    Collecting,
    Confirming,
    Done,
    Finishing,
    PayRequest,
    PayResume,
    PayState,
    Surroundings,
    Unclear,
    Way,
    Working,
    points_to_earn,
)
from posapp.ui.pay.takings import Takings
from posapp.ui.pay.ways import reason_against
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.ids import TenderId
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.surface import Scan
    from posapp.workflows.pay_outcomes import CommittedSale, Leg
    from posapp.workflows.paying import Paying
    from posapp.workflows.setting_aside import SettingAside


class PayPresenter(QObject):
    """`changed` carries a `PayState`; `completed` the `CommittedSale`; `leave_asked` the amount
    that was collected when the cashier wants back to the order; `code_wanted` asks for the
    field in which a texted code is typed. `customer_sees` tells whether she has a window."""

    changed = Signal(object)
    completed = Signal(object)
    leave_asked = Signal(int)
    code_wanted = Signal()

    def __init__(
        self,
        paying: Paying,
        floor: Floor,
        surroundings: Callable[[], Surroundings],
        parent: QObject | None = None,
        *,
        approvals: ApprovalPresenter | None = None,
        setting_aside: SettingAside | None = None,
    ) -> None:
        super().__init__(parent)
        self._paying = paying
        self._floor = floor
        self._surroundings = surroundings
        self._session = PaySession(self)
        self.know_member = self._session.know_member
        self._left_over: list[Leg] = []
        self.customer_sees: Callable[[], bool] = lambda: False
        self._session.changed.connect(self.changed)
        self._session.changed.connect(self._resume_next)
        self.holds = HoldFlow(self._session, paying, floor)
        self.charges = ChargeFlow(self._session, paying, floor)
        self.left_open = LeftOpen(self._session, self.charges, floor)
        self.left_open.finishing.connect(self._finish)
        self.aside = SetAside(self._session, floor, setting_aside, approvals)
        self.elsewhere = Elsewhere(self._session, paying, floor, approvals)
        self._takings = Takings(self._session, paying, self.holds, self.charges, self.elsewhere)
        self.ways = Choosing(self._session, floor)
        self.coupons = Coupons(self._session, floor, self.ways)
        self._scans = PayScans(self._session, self.holds, self.charges, self.coupons)
        self.keeping = ChangeKeeping(self._session, floor)
        self.joining = Joining(self._session, floor)
        self.rounding = Rounding(self._session, floor, approvals)
        self._giving = GiveBack(self._session, paying, floor, self.charges.keep_undoing)

    @property
    def state(self) -> PayState:
        return self._session.state

    @property
    def is_open(self) -> bool:
        return self._session.is_open

    @property
    def now_ms(self) -> int:
        """The monotonic count that deadlines are measured by."""
        return self._floor.desk.mono_ms()

    @property
    def points_to_earn(self) -> int:
        """What the order will bring the member, as it is paid so far."""
        return points_to_earn(self.state)

    @property
    def is_under_way(self) -> bool:
        """Whether money was taken or is asked for, and there is no sale yet."""
        return self._session.is_under_way

    def is_taking(self, sale_id: str) -> bool:
        """Whether money was taken on this order or is asked for, and there is no sale yet."""
        return self.is_under_way and self.state.payment.sale_id == sale_id

    # -- coming and going

    def enter(self, request: PayRequest) -> None:
        """Begin to pay, or go on where the same order was left."""
        if self.is_open and self.state.payment.sale_id == request.payment.sale_id:
            self._go_on(request)
            return
        if self.is_under_way:
            self._tell(Refused("pay.other_open"))
            return
        self._session.begin(self._fresh(request))
        if request.payment.is_settled:
            self._finish()
            return
        check = partial(self._check_begin, request.payment.sale_id)
        self._floor.background.run(STORE, check, None, self._storage_refused)
        if request.way is not Way.CASH:
            self.choose(request.way)

    def _check_begin(self, sale_id: str) -> None:
        self._floor.desk.check_may_take(sale_id)
        self._paying.check_storage()

    def _storage_refused(self, error: Exception) -> None:
        """No money may be taken that this till could not write down: back to the order."""
        self._floor.background.show_error(error)
        if self.is_open and isinstance(self.state.phase, Collecting):
            self._leave_collecting()

    def resume(self, unfinished: PayResume) -> None:
        """After a restart: the order whose charges have no sale yet, one charge after the other."""
        self._session.begin(self._fresh(unfinished.request))
        self._left_over = list(unfinished.legs)
        self._resume_next(self.state)

    @Slot(object)
    def _resume_next(self, state: PayState) -> None:
        if self._left_over and isinstance(state.phase, Collecting):
            self.charges.resume(self._left_over.pop(0))

    def _go_on(self, request: PayRequest) -> None:
        state = self.state
        if not state.payment.tenders and isinstance(state.phase, Collecting):
            self._session.begin(self._fresh(request))
            self.choose(request.way)
            return
        self._session.show(around=self._surroundings())
        if request.payment.priced != state.payment.priced:
            self._tell(Refused("pay.price_fixed"))
        elif request.way is not Way.CASH:
            self.choose(request.way)
        self.left_open.come_back()

    def _fresh(self, request: PayRequest) -> PayState:
        return PayState(payment=request.payment, member=request.member, around=self._surroundings())

    @Slot()
    def surroundings_changed(self) -> None:
        """The link or the terminal came or went."""
        if self.is_open:
            self._session.show(around=self._surroundings())

    @Slot()
    def back(self) -> None:
        """Esc: one layer back; what was collected is kept or given back by an explicit answer."""
        match self.state.phase:
            case Collecting():
                self._leave_collecting()
            case Confirming(busy=False):
                self.holds.abandon()
            case Unclear():
                self.leave_keeping()
            case Done():
                self.new_sale()
            case _:
                self._floor.sounds.play(Sound.BLOCKED)

    def _leave_collecting(self) -> None:
        if self.state.payment.tenders:
            self.leave_asked.emit(self.state.payment.collected)
        else:
            self._leave()

    @Slot()
    def leave_keeping(self) -> None:
        """Back to the order; the payment stays as it is and is found again."""
        self.left_open.leave()

    @Slot()
    def leave_dropping(self) -> None:
        """Give everything back, then return to the order."""
        self._giving.drop_all(self._leave)

    def hand_back(self, sale_id: str, then: Callable[[], None]) -> None:
        """The order is given up: what was taken goes back, then `then` runs (`give_up`)."""
        if not self.is_taking(sale_id):
            then()
            return
        self._giving.give_up(partial(self._handed_back, then))

    def _handed_back(self, then: Callable[[], None]) -> None:
        self._session.end()
        then()

    def _leave(self) -> None:
        self._session.end()
        self._floor.navigation.go(Place.SELL)

    @Slot()
    def new_sale(self) -> None:
        """The sale is done and seen: back to an empty order."""
        self._leave()

    # -- choosing and typing

    def choose(self, way: Way) -> None:
        """Choose a way; one that is shut says why."""
        self.ways.choose(way)

    @Slot(int)
    def type_amount(self, minor: int) -> None:
        """The amount field changed: minor units, or −1 while it holds no amount."""
        typed = None if minor < 0 else minor
        if not self.is_open:
            return
        if isinstance(self.state.phase, Collecting) and typed != self.state.typed:
            self._session.show(typed=typed)

    # -- collecting

    @Slot()
    def confirm(self) -> None:
        """Enter: take what is typed in the chosen way, or what the moment asks for."""
        match self.state.phase:
            case Collecting():
                self._attempt(self._collect)
            case Unclear():
                self.charges.query()
            case Done():
                self.new_sale()
            case Confirming(busy=False, sent=None):
                self.holds.send_sms()
            case Confirming(busy=False):
                self.code_wanted.emit()
            case Confirming() | Charging() | Working() | Finishing():
                self._floor.sounds.play(Sound.BLOCKED)
            case _:
                assert_never(self.state.phase)

    def quick_cash(self, minor: int) -> None:
        """A quick key: this much cash was handed over."""
        if isinstance(self.state.phase, Collecting):
            self._session.show(way=Way.CASH, typed=minor)
            self._attempt(self._collect)

    def _collect(self) -> None:
        state = self.state
        reason = reason_against(state.way, state)
        if reason:
            self._floor.messages.show(reason)
            return
        self._takings.take()

    def take_scan(self, scan: Scan) -> bool:
        """True when the scan was used or its refusal was explained."""
        match self.state.phase:
            case Done():
                self._session.end()
                self._floor.navigation.go(Place.SELL, scan)
                return True
            case Collecting() | Confirming(busy=False):
                self._attempt(partial(self._scans.take, scan.text))
                return True
            case Unclear(leg=leg):
                self._tell(Refused("pay.unknown_open", amount=leg.amount))
                return True
            case _:
                return False

    @Slot(str)
    def drop(self, tender_id: TenderId) -> None:
        """Take a tender off and give back what it took."""
        self._giving.drop(tender_id)

    @Slot()
    def drop_last(self) -> None:
        """Del: take the last tender off."""
        if self.state.payment.tenders:
            self._giving.drop(self.state.payment.tenders[-1].id)

    # -- the end

    @Slot()
    def _finish(self) -> None:
        state = self.state
        self._session.enter_phase(Finishing())
        duty = self._floor.duty
        complete = partial(
            self._paying.complete, state.payment, duty.need_staff(), duty.shift, state.member
        )
        self._floor.background.run(STORE, complete, self._completed, self._not_completed)

    def _completed(self, committed: CommittedSale) -> None:
        self._session.enter_phase(Done(committed))
        self.completed.emit(committed)
        if not committed.sale.change:
            # Nothing to hand over, nothing to read: the next customer's goods are at hand already.
            self._floor.navigation.go(Place.SELL)

    def _not_completed(self, error: Exception) -> None:
        self._collect_again(error)
        for tender_id in self._paying.too_old(self.state.payment):
            self.drop(tender_id)
            return

    def _collect_again(self, error: Exception) -> None:
        self._session.enter_phase(Collecting())
        self._floor.messages.show_error(error)

    def _attempt(self, action: Callable[[], None]) -> None:
        try:
            action()
        except PosError as error:
            self._tell(error)

    def _tell(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)
