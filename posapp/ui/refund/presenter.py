"""Making a return of goods: find the sale, choose lines, get a yes where needed, pay back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.codes import check_no_payment_code
from posapp.domain.money import QUANTITY_ONE
from posapp.errors import PosError, Refused
from posapp.lanes import ONLINE, STORE, device_lane
from posapp.ui.refund.asking import request_for
from posapp.ui.refund.scans import RefundScans
from posapp.ui.refund.state import Reason, RefundState, with_wanted
from posapp.ui.sounds import Sound
from posapp.workflows.pay_outcomes import RefundUnknown

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.permissions import Approval
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.surface import Scan
    from posapp.workflows.members import Members
    from posapp.workflows.pay_outcomes import Leg, RefundLegResult
    from posapp.workflows.refunding import CommittedRefund, Refundable, Refunding, RefundPlan
    from posapp.workflows.selling import Selling


class RefundPresenter(QObject):
    """`changed` carries a `RefundState`; `refunded` the `CommittedRefund` once it is durable."""

    changed = Signal(object)
    refunded = Signal(object)
    cleared = Signal()
    """What was typed is not to stand in the field."""
    why_asked = Signal()

    def __init__(
        self,
        refunding: Refunding,
        members: Members,
        approvals: ApprovalPresenter,
        floor: Floor,
        *,
        selling: Selling | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scans = RefundScans(self, selling, floor)
        self._refunding = refunding
        self._members = members
        self._approvals = approvals
        self._floor = floor
        self._state = RefundState()

    @property
    def state(self) -> RefundState:
        return self._state

    # -- finding the sale

    def enter(self, receipt_number: str) -> None:
        """Begin anew, with a receipt number or without."""
        self._state = RefundState()
        self.changed.emit(self._state)
        if receipt_number:
            self.find(receipt_number)

    @Slot(str)
    def find(self, receipt_number: str) -> None:
        """Look for the sale of a receipt, here and at central."""
        if self._state.busy or not receipt_number.strip():
            return
        try:
            check_no_payment_code(receipt_number)
        except PosError as refusal:
            self.cleared.emit()
            self.tell(refusal)
            return
        self._show(busy=True)
        find = partial(self._refunding.find, receipt_number)
        self._floor.background.run(ONLINE, find, self._found, self._failed)

    def _found(self, refundable: Refundable) -> None:
        fresh = RefundState(refundable=refundable)
        left = (line.number for line in fresh.lines if fresh.left(line.number))
        first = next(left, next((line.number for line in fresh.lines), 0))
        self._state = replace(fresh, selected=next(iter(refundable.open_deposits), first))
        self.changed.emit(self._state)
        member_id = refundable.sale.member_id
        if member_id is not None:
            refresh = partial(self._members.refresh, member_id)
            self._floor.background.run(ONLINE, refresh, self._know_member)

    def _know_member(self, member: Member | None) -> None:
        if member is not None and self._is_of(member):
            self._show(member=member)

    def _is_of(self, member: Member) -> bool:
        refundable = self._state.refundable
        return refundable is not None and refundable.sale.member_id == member.id

    def take_scan(self, scan: Scan) -> bool:
        """A receipt opens its sale; a product of the sale, or a label of the scale, is ticked."""
        if self._state.done is not None or self._state.busy:
            return False
        try:
            return self._scans.use(scan.text)
        except PosError as error:
            self.tell(error)
            return True

    def tick(self, number: int, quantity: int) -> None:
        """Want so much more of a line that was scanned, thousandths."""
        self._show(selected=number)
        self._want(number, self._state.wanted.get(number, 0) + quantity)
        self._floor.sounds.play(Sound.SCAN_OK)

    # -- choosing

    @Slot(int)
    def select(self, number: int) -> None:
        if number != self._state.selected:
            self._show(selected=number)

    def select_next(self, step: int) -> None:
        """The line above or below."""
        numbers = [line.number for line in self._state.lines]
        if not numbers:
            return
        place = numbers.index(self._state.selected) + step
        self._show(selected=numbers[max(0, min(place, len(numbers) - 1))])

    @Slot(int)
    def toggle(self, number: int) -> None:
        """Tick a line, or take the tick off."""
        if not self._is_open():
            return
        wanted = 0 if number in self._state.wanted else self._state.first_piece(number)
        self._show(selected=number)
        self._want(number, wanted)

    def step(self, number: int, by: int) -> None:
        """One piece more or less of a line."""
        if not self._is_open():
            return
        now = self._state.wanted.get(number, 0)
        left = self._state.left(number)
        whole = by * QUANTITY_ONE if left % QUANTITY_ONE == 0 else by * left
        self._want(number, max(0, min(now + whole, left)))

    @Slot()
    def want_all(self) -> None:
        """Everything that may still come back."""
        if not self._is_open():
            return
        lefts = {line.number: self._state.left(line.number) for line in self._state.lines}
        self._quote({number: left for number, left in lefts.items() if left})

    @Slot()
    def want_deposits(self) -> None:
        """Every deposit that is still open, and nothing else."""
        refundable = self._state.refundable
        if self._is_open() and refundable is not None:
            self._quote(refundable.open_deposits)

    @Slot()
    def swap_cash(self) -> None:
        """Deposits that another tender paid go back in cash, or again as they were paid."""
        if self._is_open() and self._state.may_be_cash:
            self._state = replace(self._state, in_cash=not self._state.in_cash)
            self._quote(self._state.wanted)

    @Slot(str)
    def choose_reason(self, value: str) -> None:
        self._show(reason=Reason(value))

    @Slot()
    def ask_why(self) -> None:
        """`why_asked` where there is an amount to explain."""
        if self._state.quote is None:
            self.tell(Refused("refund.nothing"))
        else:
            self.why_asked.emit()

    def _want(self, number: int, quantity: int) -> None:
        most = self._state.left(number)
        self._quote(with_wanted(self._state.wanted, number, min(quantity, most)))

    def _quote(self, wanted: dict[int, int]) -> None:
        refundable = self._state.refundable
        if refundable is None:
            return
        quote = self._refunding.quote(refundable, wanted) if wanted else None
        in_cash = self._state.in_cash and quote is not None and quote.only_deposits
        if in_cash:
            quote = self._refunding.quote(refundable, wanted, in_cash=True)
        self._show(wanted=wanted, quote=quote, in_cash=in_cash)

    # -- refunding

    @Slot()
    def confirm(self) -> None:
        """Enter: refund, after a superior's yes where one is needed; or leave when it is done."""
        state = self._state
        if state.done is not None:
            self._floor.navigation.back()
            return
        if not self._is_open() or state.refundable is None:
            return
        if not state.why:
            self.tell(Refused("refund.needs_reason"))
            return
        try:
            plan = self._refunding.plan(
                state.refundable,
                state.wanted,
                self._floor.duty.need_staff(),
                in_cash=state.in_cash,
            )
        except PosError as error:
            self.tell(error)
            return
        if plan.needs_approval:
            self._approvals.ask(request_for(plan, state.why), partial(self._commit, plan))
        else:
            self._commit(plan, None)

    def _commit(self, plan: RefundPlan, approval: Approval | None) -> None:
        why = self._state.why
        if not why:
            return
        self._show(busy=True)
        duty = self._floor.duty
        work = partial(
            self._refunding.refund,
            plan,
            why,
            approval,
            duty.need_staff(),
            duty.shift,
            member=self._state.member,
        )
        self._floor.background.run(STORE, work, self._committed, self._failed)

    def _committed(self, committed: CommittedRefund) -> None:
        self._show(busy=False, done=committed)
        self.refunded.emit(committed)
        for leg in committed.legs:
            self._pay_back(leg)

    def _pay_back(self, leg: Leg) -> None:
        duty = self._floor.duty
        work = partial(self._refunding.pay_back, leg, duty.need_staff(), duty.shift)
        lane = device_lane("terminal")
        self._floor.background.run(lane, work, self._paid_back)

    def _paid_back(self, result: RefundLegResult) -> None:
        self._show(legs=self._state.legs | {result.leg.id: result})

    @Slot()
    def retry_legs(self) -> None:
        """Run what is not known to be given back once more, under the same ids."""
        for result in self._state.legs.values():
            if isinstance(result, RefundUnknown):
                self._pay_back(result.leg)

    # -- common

    def _is_open(self) -> bool:
        return not self._state.busy and self._state.done is None

    def _failed(self, error: Exception) -> None:
        self._show(busy=False)
        self._floor.messages.show_error(error)

    def tell(self, error: PosError) -> None:
        """Why not, heard and seen."""
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
