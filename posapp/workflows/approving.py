"""A second person's yes, in place: the cashier stays signed in and both names are journalled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from posapp.domain.allowances import WHOLE, Act, Allowance, Measure
from posapp.domain.permissions import Approval, Permission, Staff
from posapp.errors import Refused
from posapp.wire.facts import ApprovalData, AuditData
from posapp.workflows.signing_in import known_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.own_codes import StaffBadge
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.staff import StaffStore
    from posapp.workflows.desk import Desk


BY_BADGE: Final = "badge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a second person is asked to allow: one action of one person.

    `amount` is what the approval will be good for, minor units; `size` is what the table limits,
    where that is another figure. `subject` is the order, refund or shift. Questions with one `id`
    are one question: it is answered once.
    """

    action: Permission
    amount: int
    requested_by: Staff
    reason: str
    act: Act | None = None
    size: int | None = None
    subject: str = ""
    id: str = ""


class Approving:
    """Lane: store."""

    def __init__(self, staff: StaffStore, outbox: OutboxStore, desk: Desk) -> None:
        self._staff = staff
        self._outbox = outbox
        self._desk = desk

    def people_for(self, question: Question) -> tuple[Staff, ...]:
        """Who may say yes to it, in the order of their numbers."""
        row = self._row(question)
        size = _size(question, row)
        return tuple(each for each in self._staff.all() if _may_approve(row, each, size, question))

    def approve(
        self,
        action: Permission,
        amount: int,
        requested_by: Staff,
        number: str,
        pin: str,
        *,
        reason: str,
        shift: Shift | None = None,
    ) -> Approval:
        """As `answer`, for an action under the first row of the table that is about it."""
        question = Question(action=action, amount=amount, requested_by=requested_by, reason=reason)
        return self.answer(question, number, pin, shift)

    def answer(
        self, question: Question, number: str, pin: str, shift: Shift | None = None
    ) -> Approval:
        """Approve one action of one person, up to its amount, by a superior's PIN.

        Raises Refused("sign_in.wrong_pin", "sign_in.locked", "approval.same_person",
        "approval.not_allowed", "approval.above_limit", "approval.already_given"); a refused try is
        journalled too.
        """
        prove = partial(self._staff.verify_pin, number, pin)
        return self._answer(question, number, prove, shift)

    def badge_proves(self, question: Question) -> bool:
        """Any lane: whether the shop lets a badge alone say yes to this much."""
        row = self._row(question)
        if row is None:
            return False
        return self._desk.allowing.badge_suffices(row.act, _size(question, row))

    def answer_by_badge(
        self, question: Question, badge: StaffBadge, shift: Shift | None = None
    ) -> Approval:
        """As `answer`, by the secret on a superior's badge, where the shop allows it.

        Raises as `answer`, Refused("approval.badge_needs_pin", "approval.badge_not_valid").
        """

        def prove() -> Staff:
            if not self.badge_proves(question):
                raise Refused("approval.badge_needs_pin")
            return self._staff.verify_badge(badge.staff_number, badge.secret)

        return self._answer(question, badge.staff_number, prove, shift, proved_by=BY_BADGE)

    def _answer(
        self,
        question: Question,
        number: str,
        prove: Callable[[], Staff],
        shift: Shift | None,
        *,
        proved_by: str = "",
    ) -> Approval:
        try:
            approver = self._checked(question, number, prove)
            if question.id:
                self._desk.allowing.answer(question.id, approver.name)
        except Refused as refusal:
            failed = AuditData(
                action="approval.failed",
                subject=known_number(self._staff, number),
                reason=refusal.key,
            )
            self._outbox.append(self._desk.entry(failed, question.requested_by, shift))
            raise
        approval = Approval(
            id=self._desk.new_id(),
            action=question.action,
            requested_by=question.requested_by.id,
            approved_by=approver.id,
            approved_by_name=approver.name,
            amount=question.amount,
            reason=question.reason,
            at_ms=self._desk.now_ms(),
            act="" if question.act is None else question.act.value,
            subject=question.subject,
            proved_by=proved_by,
        )
        data = ApprovalData(approval=approval, requested_by_name=question.requested_by.name)
        self._outbox.append(self._desk.entry(data, question.requested_by, shift))
        return approval

    def _checked(self, question: Question, number: str, prove: Callable[[], Staff]) -> Staff:
        if number == question.requested_by.number:
            raise Refused("approval.same_person")
        approver = prove()
        row = self._row(question)
        if not approver.may(Permission.APPROVE) or not approver.may(question.action):
            raise Refused("approval.not_allowed", name=approver.name)
        if not _may_approve(row, approver, _size(question, row), question):
            raise Refused("approval.above_limit", name=approver.name)
        return approver

    def _row(self, question: Question) -> Allowance | None:
        return self._desk.allowing.row_for(question.act, question.action)


def _may_approve(row: Allowance | None, staff: Staff, size: int, question: Question) -> bool:
    """A permission without a row of its own is all or nothing."""
    if row is not None:
        return row.may_approve(staff, size, question.requested_by)
    is_other = staff.id != question.requested_by.id
    return is_other and staff.may(Permission.APPROVE) and staff.may(question.action)


def _size(question: Question, row: Allowance | None) -> int:
    """What the table limits. A share that nobody told counts as everything."""
    if question.size is not None:
        return question.size
    is_share = row is not None and row.measure is Measure.SHARE
    return WHOLE if is_share else question.amount
