"""Asks a superior for one yes, and hands it to whoever asked; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.allowances import Act
from posapp.domain.own_codes import StaffBadge, parse_own
from posapp.domain.permissions import Approval, Permission, Staff
from posapp.errors import PosError, Refused
from posapp.lanes import STORE
from posapp.ui.sounds import Sound
from posapp.workflows.approving import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.floor import Floor
    from posapp.ui.surface import Scan
    from posapp.workflows.approving import Approving


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRequest:
    """What a superior is asked to allow, already worded; `amount` in minor units is the limit.

    `title` says why (退款需要店长授权), `action_text` what is done, `amount_text` for how much,
    `confirm` is the button (授权退款 ¥35.10), `safe` the way back (返回，不退款). With `shows_cart`
    the order stays bright beside the question. `act`, `size` and `subject` are those of
    `workflows.approving.Question`.
    """

    action: Permission
    amount: int
    reason: str
    title: str
    action_text: str
    amount_text: str
    confirm: str
    safe: str
    shows_cart: bool = False
    act: Act | None = None
    size: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalState:
    """What the panel shows. `refusal` is why the last try failed."""

    request: ApprovalRequest
    question: Question
    requested_by: Staff
    approvers: tuple[Staff, ...] = ()
    chosen: str = ""
    busy: bool = False
    refusal: PosError | None = None
    by_badge: bool = False
    """The shop lets a badge alone say yes to this."""


class ApprovalPresenter(QObject):
    """`asked` and `changed` carry an `ApprovalState`; `closed` fires when it is over."""

    asked = Signal(object)
    changed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        approving: Approving,
        floor: Floor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._approving = approving
        self._floor = floor
        self._state: ApprovalState | None = None
        self._done: Callable[[Approval], None] | None = None

    @property
    def state(self) -> ApprovalState | None:
        return self._state

    def ask(self, request: ApprovalRequest, done: Callable[[Approval], None]) -> None:
        """Put the question; `done` is called with the approval, and never without one."""
        staff = self._floor.duty.need_staff()
        question = Question(
            action=request.action,
            amount=request.amount,
            requested_by=staff,
            reason=request.reason,
            act=request.act,
            size=request.size,
            subject=request.subject,
            id=self._floor.desk.new_id(),
        )
        self._done = done
        self._state = ApprovalState(
            request=request,
            question=question,
            requested_by=staff,
            by_badge=self._approving.badge_proves(question),
        )
        self.asked.emit(self._state)
        people = partial(self._approving.people_for, question)
        self._floor.background.run(STORE, people, partial(self._know_people, question.id))

    def _know_people(self, question_id: str, people: tuple[Staff, ...]) -> None:
        if self._state is not None and self._state.question.id == question_id:
            self._show(approvers=people, chosen=people[0].number if people else "")

    @Slot(str)
    def choose(self, number: str) -> None:
        """Who is going to approve."""
        self._show(chosen=number, refusal=None)

    def take_scan(self, scan: Scan) -> bool:
        """A staff badge names the approver; it approves where the shop allows that, and nothing
        else that is scanned can.
        """
        code = parse_own(scan.text)
        state = self._state
        if state is None or not isinstance(code, StaffBadge):
            return False
        if all(each.number != code.staff_number for each in state.approvers):
            self._refuse(Refused("approval.badge_may_not", number=code.staff_number))
        elif state.by_badge and code.secret:
            self._prove(code)
        else:
            self._floor.sounds.play(Sound.SCAN_OK)
            self.choose(code.staff_number)
        return True

    def give_pin(self, pin: str) -> None:
        """All digits were typed: ask whether they are the approver's."""
        state = self._state
        if state is None or state.busy or not state.chosen:
            return
        self._show(busy=True, refusal=None)
        shift, question = self._floor.duty.shift, state.question
        ask = partial(self._approving.answer, question, state.chosen, pin, shift)
        self._floor.background.run(STORE, ask, partial(self._approved, question.id), self._failed)

    def _prove(self, badge: StaffBadge) -> None:
        state = self._state
        if state is None or state.busy:
            return
        self._show(chosen=badge.staff_number, busy=True, refusal=None)
        question, shift = state.question, self._floor.duty.shift
        ask = partial(self._approving.answer_by_badge, question, badge, shift)
        self._floor.background.run(STORE, ask, partial(self._approved, question.id), self._failed)

    @Slot()
    def cancel(self) -> None:
        """The question is withdrawn; nothing is done."""
        self._end()

    def _approved(self, question_id: str, approval: Approval) -> None:
        """An answer to a question that was withdrawn meanwhile is good for nothing."""
        done = self._done
        if done is None or self._state is None or self._state.question.id != question_id:
            return
        self._end()
        done(approval)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PosError):
            self._refuse(error)
        else:
            self._show(busy=False)
            self._floor.messages.show_error(error)

    def _refuse(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._show(busy=False, refusal=error)

    def _end(self) -> None:
        self._state = None
        self._done = None
        self.closed.emit()

    def _show(self, **changes: object) -> None:
        if self._state is None:
            return
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
