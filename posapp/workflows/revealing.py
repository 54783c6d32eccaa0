"""Showing a member at the till: her whole number for a moment, herself; always remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.permissions import Permission, check_may
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk


class Revealing:
    """Lane: store; the journal entry is durable before the number is shown."""

    def __init__(self, outbox: OutboxStore, desk: Desk) -> None:
        self._outbox = outbox
        self._desk = desk

    def phone(self, member: Member, staff: Staff, shift: Shift | None) -> str:
        """The number in full; the audit names member and person, never the number.

        Raises Refused("permission.needs_approval") for who may not serve members.
        """
        check_may(staff, Permission.REGISTER_MEMBER)
        audit = AuditData(action="member.reveal", subject=member.id)
        self._outbox.append(self._desk.entry(audit, staff, shift))
        return member.phone

    def opened(self, member_id: str, staff: Staff, shift: Shift | None) -> None:
        """An order became hers by what this till itself knows of her; central hears it later."""
        audit = AuditData(action="member.opened", subject=member_id)
        self._outbox.append(self._desk.entry(audit, staff, shift))
