"""A shift from its float to its Z (交接班): the count is blind, and every count is remembered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from posapp.domain.allowances import Act
from posapp.domain.ids import ShiftId
from posapp.domain.permissions import Approval, Permission, Staff, check_may
from posapp.domain.shift import (
    FIRST_DRAWER,
    CashMove,
    CashMoveKind,
    OpenDrawer,
    Shift,
    ShiftSums,
    ZReport,
    counted_cash,
    expected_cash,
    z_report,
)
from posapp.domain.shift_figures import CentralFigures
from posapp.domain.tender_checks import checked, to_check
from posapp.domain.z_content import z_blocks
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.offline.entries import ShiftCommit
from posapp.wire.facts import AuditData, CashMoveData, ShiftCloseData, ShiftOpenData
from posapp.workflows.drawers import left_to_count, may_count
from posapp.workflows.z_making import ZMaking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.domain.shift import TenderSum
    from posapp.domain.shift_figures import TenderCheck
    from posapp.domain.z_blocks import ZBlock
    from posapp.offline.central_api import CentralApi
    from posapp.offline.till_store import TillStore
    from posapp.workflows.charging import Charging
    from posapp.workflows.desk import Desk
    from posapp.workflows.paper import Paper

MOST_CASH: Final = 100_000_000
"""One million yuan: no drawer holds more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseState:
    """What stands open before a close. No figure here tells how much cash there should be.

    Parked orders and unknown payments must be settled first; waiting entries are only told.
    """

    parked: int
    order_in_work: bool
    unknown_payments: int
    open_refunds: int
    waiting: int

    @property
    def may_close(self) -> bool:
        return not (self.parked or self.order_in_work or self.unknown_payments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """「小票 214 = 总部 214」: receipts of a shift here and at central, None while unanswered."""

    at_till: int
    at_central: int | None
    waiting: int

    @property
    def agrees(self) -> bool:
        return self.at_central == self.at_till


class Shifts:
    """Lane: store, and online for what asks central. Amounts in minor units."""

    def __init__(
        self, store: TillStore, charging: Charging, api: CentralApi, desk: Desk, paper: Paper
    ) -> None:
        self._store = store
        self._charging = charging
        self._api = api
        self._desk = desk
        self._paper = paper
        self._making = ZMaking(store, charging, desk, paper)

    def current(self) -> Shift | None:
        """The shift whose drawer is in use, whoever opened it."""
        return self._store.shifts.current()

    def open(self, float_amount: int, staff: Staff, drawer: str = FIRST_DRAWER) -> Shift:
        """Begin a shift at a drawer with its float (备用金); today's date at the shop is its
        business date, and from now on this drawer is the one in use.

        Raises Refused("shift.already_open", "shift.amount_not_valid", "permission.needs_approval").
        """
        check_may(staff, Permission.SELL)
        _check_cash(float_amount, least=0)
        shift = Shift(
            id=ShiftId(self._desk.new_id()),
            staff_id=staff.id,
            staff_name=staff.name,
            business_date=self._desk.local_date(),
            opened_ms=self._desk.now_ms(),
            float_amount=float_amount,
            drawer=drawer,
        )
        entry = self._desk.entry(ShiftOpenData(shift=shift), staff, shift)
        return self._store.shifts.open(shift, entry)

    def move(
        self,
        kind: CashMoveKind,
        amount: int,
        reason: str,
        staff: Staff,
        approval: Approval | None = None,
    ) -> CashMove:
        """Cash in, out, or dropped into the safe without a sale; a slip prints and the drawer
        opens.

        Raises Refused("shift.not_open", "shift.amount_not_valid", "shift.needs_reason",
        "permission.needs_approval").
        """
        shift = self._open_shift()
        check_may(staff, Permission.CASH_MOVE)
        _check_cash(amount, least=1)
        if not reason.strip():
            raise Refused("shift.needs_reason")
        if kind.is_out:
            approval = self._desk.allowing.check(Act.CASH_OUT, amount, staff, approval)
        else:
            approval = None
        move = CashMove(
            id=self._desk.new_id(),
            kind=kind,
            amount=amount,
            reason=reason.strip(),
            approval_id=None if approval is None else approval.id,
        )
        approved_by = "" if approval is None else approval.approved_by_name
        entry = self._desk.entry(CashMoveData(move=move), staff, shift)
        paper = self._paper.cash_move(move, staff.name, approved_by).at_drawer(shift.drawer)
        return self._store.shifts.move(move, entry, (paper,))

    def prepare_close(self, shift_id: str | None = None) -> CloseState:
        """What must be settled before the count. A drawer that is not the one in use is counted
        whatever its till is busy with.
        """
        legs = self._charging.open_legs()
        in_use = self._store.shifts.current()
        if shift_id is not None and (in_use is None or in_use.id != shift_id):
            waiting = self._store.outbox.depth()[0]
            return CloseState(
                parked=0, order_in_work=False, unknown_payments=0, open_refunds=0, waiting=waiting
            )
        return CloseState(
            parked=len(self._store.drafts.parked()),
            order_in_work=self._store.drafts.load() is not None,
            unknown_payments=sum(1 for leg in legs if not leg.is_refund),
            open_refunds=sum(1 for leg in legs if leg.is_refund),
            waiting=self._store.outbox.depth()[0],
        )

    def others(self, shift_id: str | None = None) -> tuple[TenderSum, ...]:
        """What a close has to hold against the totals of devices and acquirers; no cash is in it.

        Raises Refused("shift.not_open").
        """
        return to_check(self._store.shifts.sums(self._drawer(shift_id).shift.id))

    def close(
        self,
        count: Mapping[int, int],
        reason: str,
        staff: Staff,
        *,
        approval: Approval | None = None,
        kept_float: int = 0,
        shift_id: str | None = None,
        checks: tuple[TenderCheck, ...] = (),
        central: CentralFigures | None = None,
    ) -> ZReport:
        """Close a shift, without a name the one in use, on a blind count (denomination -> pieces)
        and print its Z; `checks` holds one for each of `others`, `central` what `ask_central`
        just gave: the shift ends at the moment that it answers for.

        A count that differs is journalled, then refused until a reason comes with it: so nobody
        can try counts until one fits. Raises Refused("shift.not_open", "shift.not_finished",
        "shift.count_not_valid", "shift.difference_needs_reason", "shift.difference_needs_approval",
        "shift.kept_too_much", "shift.others_not_checked", "shift.check_needs_reason",
        "drawer.only_holder", "drawer.saw_expected", "permission.needs_approval").
        """
        check_may(staff, Permission.CLOSE_SHIFT)
        drawer = self._drawer(shift_id)
        shift = drawer.shift
        if drawer.put_aside_ms is not None and not may_count(drawer, staff):
            raise Refused("drawer.only_holder", name=drawer.holder_name)
        saw = self._check_blind(drawer, staff)
        if not self.prepare_close(shift.id).may_close:
            raise Refused("shift.not_finished")
        counted = counted_cash(count)
        if not 0 <= kept_float <= counted:
            raise Refused("shift.kept_too_much", amount=kept_float)
        checked(self._store.shifts.sums(shift.id), checks, staff.name)
        self._check_count(shift, counted, staff, told=bool(reason.strip()))

        def build(number: int, previous: str, sums: ShiftSums, waiting: int) -> ShiftCommit:
            told = self._making.of_all_members(central)
            z = z_report(
                number=number,
                previous_digest=previous,
                shift=shift,
                sums=sums,
                count=count,
                closed_ms=told.until_ms if told and told.known else self._desk.now_ms(),
                currency=self._desk.place.currency,
                difference_reason=reason,
                approval_id=None if approval is None else approval.id,
                waiting_to_sync=waiting,
                kept_float=kept_float,
                closing=replace(
                    self._making.closing(drawer, counted, staff, approval),
                    counter_saw=saw,
                    tender_checks=checked(sums, checks, staff.name),
                    central=told,
                ),
            )
            self._check_difference(z, staff, approval)
            approved_by = "" if approval is None else approval.approved_by_name
            entry = self._desk.entry(ShiftCloseData(z=z), staff, shift)
            return ShiftCommit(z=z, entries=(entry,), prints=(self._paper.z(z, approved_by),))

        return self._store.shifts.close(build, shift.id)

    def rows(self, z: ZReport) -> tuple[ZBlock, ...]:
        """The Z as its paper says it, for the screen. Any lane."""
        return z_blocks(z, self._paper.z_times(z))

    def ask_central(self, shift_id: str | None = None) -> CentralFigures:
        """Lane: online. What of all members only central knows, for the Z that is about to be made;
        unanswered is not an error, it says so.

        Raises Refused("shift.not_open").
        """
        opened_ms = self._drawer(shift_id).shift.opened_ms
        if self._desk.is_online() and not self._desk.place.training:
            before = self._store.shifts.reports(limit=1)
            after_ms = before[0].closed_ms if before else opened_ms
            with suppress(PosError):
                return self._api.member_totals(after_ms, self._desk.now_ms()).figures
        return CentralFigures()

    def compare_with_central(self, shift_id: str) -> Comparison:
        """Lane: online. Receipts here and at central; unanswered is not an error, it says None."""
        waiting = self._store.outbox.depth()[0]
        at_till = self._store.shifts.receipt_count(shift_id)
        at_central: int | None = None
        if self._desk.is_online():
            try:
                at_central = self._api.receipt_count(shift_id)
            except (Unavailable, OutcomeUnknown):
                at_central = None
        return Comparison(at_till=at_till, at_central=at_central, waiting=waiting)

    def _open_shift(self) -> Shift:
        return self._drawer(None).shift

    def _drawer(self, shift_id: str | None) -> OpenDrawer:
        """Raises Refused("shift.not_open")."""
        for drawer in self._store.shifts.drawers():
            if drawer.shift.id == shift_id:
                return drawer
            if shift_id is None and drawer.put_aside_ms is None:
                return drawer
        raise Refused("shift.not_open")

    def _check_blind(self, drawer: OpenDrawer, staff: Staff) -> bool:
        """Whether she was shown what she is about to count; only where nobody else may count it,
        because a drawer that nobody may close helps no one.
        """
        saw = self._store.shifts.saw_expected(drawer.shift.id)
        if staff.id not in saw:
            return False
        if left_to_count(drawer, self._store.staff.all(), saw):
            raise Refused("drawer.saw_expected")
        return True

    def _check_count(self, shift: Shift, counted: int, staff: Staff, *, told: bool) -> None:
        """A count that differs is journalled before its difference is told, every other one too."""
        sums = self._store.shifts.sums(shift.id)
        difference = counted - expected_cash(shift.float_amount, sums)
        if not difference:
            return
        if not told or self._store.shifts.earlier_counts(shift.id)[-1:] != (counted,):
            audit = AuditData(action="shift.counted", subject=shift.id, amount=counted)
            self._store.outbox.append(self._desk.entry(audit, staff, shift))
        if not told:
            raise Refused("shift.difference_needs_reason", difference=difference)

    def _check_difference(self, z: ZReport, staff: Staff, approval: Approval | None) -> None:
        try:
            self._desk.allowing.check(
                Act.OVER_SHORT, abs(z.difference), staff, approval, subject=z.shift_id
            )
        except Refused as refusal:
            if refusal.key != "permission.needs_approval":
                raise
            key = "shift.difference_needs_approval"
            raise Refused(key, difference=z.difference) from refusal


def _check_cash(amount: int, *, least: int) -> None:
    if not least <= amount <= MOST_CASH:
        raise Refused("shift.amount_not_valid")
