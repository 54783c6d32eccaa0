"""Who works at this till: signing in by number and PIN, with or without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.errors import Refused
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.staff import StaffStore
    from posapp.workflows.desk import Desk


class SigningIn:
    """Lane: store."""

    def __init__(self, staff: StaffStore, outbox: OutboxStore, desk: Desk) -> None:
        self._staff = staff
        self._outbox = outbox
        self._desk = desk

    def people(self) -> tuple[Staff, ...]:
        """Everybody who may sign in here, in the order of their numbers."""
        return self._staff.all()

    def sign_in(self, number: str, pin: str, shift: Shift | None = None) -> Staff:
        """The person whose number and PIN these are; success and failure are journalled.

        Raises Refused("sign_in.wrong_pin", left) and Refused("sign_in.locked", minutes).
        """
        try:
            staff = self._staff.verify_pin(number, pin)
        except Refused as refusal:
            failed = AuditData(
                action="sign_in.failed",
                subject=known_number(self._staff, number),
                reason=refusal.key,
            )
            self._outbox.append(self._desk.entry(failed, None, shift))
            raise
        self._journal("sign_in", staff, shift)
        return staff

    def unlock(self, staff: Staff, pin: str, shift: Shift | None = None) -> None:
        """The same person again after the idle lock. Raises as `sign_in`."""
        self.sign_in(staff.number, pin, shift)

    def lock(self, staff: Staff, shift: Shift | None = None) -> None:
        """Nobody worked for a while, or she stepped away; the order stays."""
        self._journal("lock", staff, shift)

    def sign_out(self, staff: Staff, shift: Shift | None = None) -> None:
        self._journal("sign_out", staff, shift)

    def _journal(self, action: str, staff: Staff, shift: Shift | None) -> None:
        audit = AuditData(action=action, subject=staff.id)
        self._outbox.append(self._desk.entry(audit, staff, shift))


def known_number(staff: StaffStore, number: str) -> str:
    """The number if somebody has it: a PIN typed into the wrong field must not be journalled."""
    return number if staff.by_number(number) is not None else ""
