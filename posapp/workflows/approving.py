"""A second person's yes, in place: the cashier stays signed in and both names are journalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.permissions import Approval, Permission, Staff
from posapp.errors import Refused
from posapp.wire.facts import ApprovalData, AuditData
from posapp.workflows.signing_in import known_number

if TYPE_CHECKING:
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.staff import StaffStore
    from posapp.workflows.desk import Desk


class Approving:
    """Lane: store."""

    def __init__(self, staff: StaffStore, outbox: OutboxStore, desk: Desk) -> None:
        self._staff = staff
        self._outbox = outbox
        self._desk = desk

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
        """Approve one action of one person, up to `amount` (minor units), by a superior's PIN.

        Raises Refused("sign_in.wrong_pin", "sign_in.locked", "approval.same_person",
        "approval.not_allowed"); a refused try is journalled too.
        """
        try:
            approver = self._checked(action, requested_by, number, pin)
        except Refused as refusal:
            failed = AuditData(
                action="approval.failed",
                subject=known_number(self._staff, number),
                reason=refusal.key,
            )
            self._outbox.append(self._desk.entry(failed, requested_by, shift))
            raise
        approval = Approval(
            id=self._desk.new_id(),
            action=action,
            requested_by=requested_by.id,
            approved_by=approver.id,
            approved_by_name=approver.name,
            amount=amount,
            reason=reason,
            at_ms=self._desk.now_ms(),
        )
        data = ApprovalData(approval=approval, requested_by_name=requested_by.name)
        self._outbox.append(self._desk.entry(data, requested_by, shift))
        return approval

    def _checked(self, action: Permission, requested_by: Staff, number: str, pin: str) -> Staff:
        if number == requested_by.number:
            raise Refused("approval.same_person")
        approver = self._staff.verify_pin(number, pin)
        if not (approver.may(Permission.APPROVE) and approver.may(action)):
            raise Refused("approval.not_allowed", name=approver.name)
        return approver
