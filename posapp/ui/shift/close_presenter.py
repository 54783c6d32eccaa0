"""Closing a shift: a blind count, the other payments, the difference, the Z, central's answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.allowances import Act
from posapp.domain.permissions import Approval, Permission
from posapp.errors import PosError, Refused
from posapp.lanes import ONLINE, STORE
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.shift.central_asked import CentralAsked
from posapp.ui.shift.close_state import ClosingState, Stage
from posapp.ui.shift.count_model import Count
from posapp.ui.shift.words import DifferenceReason, difference_reason_text, difference_word
from posapp.ui.shift.x_presenter import XWhileCounting
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.shift import TenderSum, ZReport
    from posapp.domain.shift_figures import CentralFigures
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.shift.others_model import Others
    from posapp.workflows.shifts import CloseState, Comparison, Shifts

COMPARE_EVERY_MS: Final = 2_000


class ClosePresenter(QObject):
    """`changed` carries a `ClosingState`; `closed` the `ZReport` once it is durable."""

    changed = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        shifts: Shifts,
        approvals: ApprovalPresenter,
        floor: Floor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shifts = shifts
        self._approvals = approvals
        self._floor = floor
        self._state = ClosingState()
        self._kept_typed = False
        self._shift_id = ""
        self._central = CentralAsked(shifts, floor.background, self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(COMPARE_EVERY_MS)
        self._again.timeout.connect(self.compare)

    @property
    def state(self) -> ClosingState:
        return self._state

    @property
    def shift_text(self) -> str:
        """Who opened the shift, for the head of the page."""
        shift = self._floor.duty.shift
        return "" if shift is None or self._is_other else shift.staff_name

    @property
    def _is_other(self) -> bool:
        """A drawer is counted that is not the one in use here."""
        shift = self._floor.duty.shift
        return bool(self._shift_id) and (shift is None or shift.id != self._shift_id)

    def enter(self, shift_id: str = "") -> None:
        """Begin a close, without an id that of the shift in use; what stands open is looked up."""
        shift = self._floor.duty.shift
        wanted = shift_id or ("" if shift is None else shift.id)
        counting = self._state.stage is Stage.COUNT and wanted == self._shift_id
        self._shift_id = wanted
        self._kept_typed = self._kept_typed and counting
        self._state = ClosingState(count=self._state.count if counting else Count())
        self.changed.emit(self._state)
        prepare = partial(self._shifts.prepare_close, self._shift_id or None)
        self._floor.background.run(STORE, prepare, self._know_issues)

    @Slot()
    def report(self) -> None:
        """X: what happened so far, without what should be there."""
        self._floor.navigation.go(Place.X_REPORT, XWhileCounting(shift_id=self._shift_id))

    @Slot()
    def drawers(self) -> None:
        """Another drawer, or this one later."""
        self._floor.navigation.go(Place.DRAWERS)

    def _know_issues(self, issues: CloseState) -> None:
        self._show(open_issues=issues)

    # -- counting

    def count(self, count: Count) -> None:
        """The count as it is typed; the old float stays in it until a person says otherwise."""
        if self._state.stage is not Stage.COUNT or self._state.busy:
            return
        if count.kept != self._state.count.kept:
            self._kept_typed = True
        if not self._kept_typed:
            shift = self._floor.duty.shift
            usual = 0 if shift is None or self._is_other else shift.float_amount
            count = count.with_kept(min(usual, count.total))
        self._show(count=count)

    @Slot()
    def recount(self) -> None:
        """Back to the count; the figure that was shown goes out of sight again."""
        if self._state.stage is Stage.DIFFERENCE and not self._state.busy:
            recounts = self._state.recounts + 1
            self._show(stage=Stage.COUNT, difference=None, reason=None, recounts=recounts)

    # -- checking what is no cash

    def check(self, others: Others) -> None:
        """What was ticked or entered so far."""
        if self._state.stage is Stage.OTHERS and not self._state.busy:
            self._show(others=others)

    def _ask_others(self) -> None:
        self._show(busy=True)
        ask = partial(self._shifts.others, self._shift_id or None)
        self._floor.background.run(STORE, ask, self._know_others, self._not_closed)

    def _know_others(self, tenders: tuple[TenderSum, ...]) -> None:
        """A shift that took nothing but cash goes straight on."""
        others = self._state.others.of(tenders)
        if others.rows:
            here = Stage.OTHERS
            self._show(busy=False, stage=here, others=others, difference=None, reason=None)
        else:
            self._show(others=others)
            self._close("", None)

    def _submit_others(self) -> None:
        others = self._state.others
        try:
            if others.entry is not None:
                self._show(others=others.take())
                return
        except Refused as refusal:
            self._tell(refusal)
            return
        if others.is_complete:
            self._close("", None)
        else:
            self._tell(Refused("shift.others_not_checked"))

    # -- explaining

    @Slot(str)
    def choose_reason(self, value: str) -> None:
        self._show(reason=DifferenceReason(value))

    def next_reason(self, step: int) -> None:
        """The reason above or below the chosen one."""
        reasons = tuple(DifferenceReason)
        now = self._state.reason
        place = -1 if now is None and step > 0 else reasons.index(now or reasons[0])
        self._show(reason=reasons[(place + step) % len(reasons)])

    @Slot(str)
    def remark(self, text: str) -> None:
        """Silent: the field shows it already."""
        self._state = replace(self._state, remark=text.strip())

    # -- going on

    @Slot()
    def confirm(self) -> None:
        """Enter: submit the count, or its explanation, or end the shift when the Z stands."""
        state = self._state
        if state.busy:
            self._floor.sounds.play(Sound.BLOCKED)
            return
        match state.stage:
            case Stage.COUNT:
                self._submit_count()
            case Stage.OTHERS:
                self._submit_others()
            case Stage.DIFFERENCE:
                self._submit_reason()
            case Stage.REVIEW:
                self.leave()

    def _submit_count(self) -> None:
        issues = self._state.open_issues
        if issues is not None and not issues.may_close:
            self._tell(Refused("shift.not_finished"))
            return
        if self._state.count.handed_in < 0:
            self._tell(Refused("shift.kept_too_much"))
            return
        self._ask_others()

    def _submit_reason(self) -> None:
        if self._state.reason is None:
            self._tell(Refused("shift.choose_reason"))
            return
        self._close(self._reason_text(), None)

    def _reason_text(self) -> str:
        reason = self._state.reason
        text = "" if reason is None else difference_reason_text(reason)
        return f"{text} {self._state.remark}".strip()

    def _close(self, reason: str, approval: Approval | None) -> None:
        """Central is asked first, for a moment: the Z says what it knew when the shift ended."""
        self._show(busy=True)
        then = partial(self._close_with, reason, approval)
        self._central.ask(self._shift_id or None, then)

    def _close_with(self, reason: str, approval: Approval | None, central: CentralFigures) -> None:
        count = self._state.count
        work = partial(
            self._shifts.close,
            count.as_count(),
            reason,
            self._floor.duty.need_staff(),
            approval=approval,
            kept_float=count.kept,
            shift_id=self._shift_id or None,
            checks=self._state.others.as_checks(),
            central=central,
        )
        self._floor.background.run(STORE, work, self._closed, self._not_closed)

    def _not_closed(self, error: Exception) -> None:
        self._show(busy=False)
        key = error.key if isinstance(error, PosError) else ""
        match key:
            case "shift.difference_needs_reason":
                assert isinstance(error, PosError)
                difference = int(error.params["difference"])
                self._show(stage=Stage.DIFFERENCE, difference=difference)
            case "shift.difference_needs_approval":
                self._ask_approval()
            case "shift.others_not_checked":
                self._floor.messages.show_error(error)
                self._ask_others()
            case _:
                self._floor.messages.show_error(error)

    def _ask_approval(self) -> None:
        asked = _over_short(self._state.difference or 0, self._reason_text())
        self._approvals.ask(asked, self._approved)

    def _approved(self, approval: Approval) -> None:
        self._show(approved_by=approval.approved_by_name)
        self._close(self._reason_text(), approval)

    # -- the Z

    def _closed(self, z: ZReport) -> None:
        rows = self._shifts.rows(z)
        self._show(busy=False, stage=Stage.REVIEW, z=z, blocks=rows, difference=z.difference)
        if not self._is_other:
            self._floor.duty.use_shift(None)
        self.closed.emit(z)
        self.compare()

    def refuse_why(self) -> None:
        """How 应有 came about is told only once the Z stands."""
        self._tell(Refused("shift.expected_hidden"))

    @Slot()
    def compare(self) -> None:
        """Ask whether central has the same receipts; asked again while some still wait."""
        z = self._state.z
        if z is not None:
            ask = partial(self._shifts.compare_with_central, z.shift_id)
            self._floor.background.run(ONLINE, ask, self._compared)

    def _compared(self, comparison: Comparison) -> None:
        if self._state.z is None:
            return
        self._show(comparison=comparison)
        if not comparison.agrees or comparison.waiting:
            self._again.start()

    @Slot()
    def leave(self) -> None:
        """The Z is printed by itself; the next person signs in, where nobody works here now."""
        self._again.stop()
        others = self._is_other and self._floor.duty.shift is not None
        self._state = ClosingState()
        self._kept_typed = False
        self._shift_id = ""
        if others:
            self._floor.navigation.go(Place.DRAWERS)
            return
        self._floor.duty.sign_out()
        self._floor.navigation.go(Place.SIGN_IN)

    @Slot()
    def back(self) -> None:
        """Esc: one stage back; a closed shift stays closed."""
        match self._state.stage:
            case Stage.COUNT:
                self._floor.navigation.back()
            case Stage.OTHERS if self._state.others.entry is not None:
                self._show(others=self._state.others.choose(self._state.others.at))
            case Stage.OTHERS:
                self._show(stage=Stage.COUNT)
            case Stage.DIFFERENCE:
                self.recount()
            case Stage.REVIEW:
                self.leave()

    def _tell(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def _over_short(difference: int, reason: str) -> ApprovalRequest:
    return ApprovalRequest(
        action=Permission.CLOSE_SHIFT,
        act=Act.OVER_SHORT,
        amount=abs(difference),
        reason=reason,
        title=tr("差异较大，需要店长授权"),
        action_text=tr("交接班，原因 {why}", why=reason),
        amount_text=f"{difference_word(difference)} {money(abs(difference))}",
        confirm=tr("授权交接班"),
        safe=tr("返回，不交班"),
    )
