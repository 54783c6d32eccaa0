"""Who works at this till: signing in by number and PIN, with or without a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.allowances import Act
from posapp.domain.permissions import Permission, Staff
from posapp.domain.shift import Shift
from posapp.errors import Refused
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.staff import StaffStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.drawers import Drawers


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """Who proved herself, and the shift that she works in; `same` when she only was away."""

    staff: Staff
    shift: Shift | None
    same: bool


class SigningIn:
    """Lane: store. Without `drawers` a till that is locked is everybody's."""

    def __init__(
        self, staff: StaffStore, outbox: OutboxStore, desk: Desk, drawers: Drawers | None = None
    ) -> None:
        self._staff = staff
        self._outbox = outbox
        self._desk = desk
        self._drawers = drawers

    def people(self) -> tuple[Staff, ...]:
        """Everybody who may sign in here, in the order of their numbers."""
        return self._staff.all()

    def sign_in(self, number: str, pin: str, shift: Shift | None = None) -> Staff:
        """The person whose number and PIN these are; success and failure are journalled.

        Raises Refused("sign_in.wrong_pin", left), Refused("sign_in.locked", minutes) and
        Refused("sign_in.till_locked", minutes).
        """
        staff = self._proven(number, pin, shift)
        self._journal("sign_in", staff, shift)
        return staff

    def come_in(
        self,
        number: str,
        pin: str,
        away: Staff | None,
        shift: Shift | None,
        *,
        in_payment: bool = False,
    ) -> CameIn:
        """Sign in at a till that `away` locked. Where each cashier has a drawer of her own, who
        has no right to take this one over works with hers: the one that waits for her, or with
        None a free one; but not in the middle of a payment, whose money is in the drawer in use.

        Raises as `sign_in`, and Refused("sign_in.till_in_use", name), which is journalled.
        """
        staff = self._proven(number, pin, shift)
        if away is None or away.id == staff.id:
            self._journal("sign_in", staff, shift)
            return CameIn(staff=staff, shift=shift, same=away is not None)
        try:
            hers = self._shift_of(staff, away, shift, in_payment=in_payment)
        except Refused as refusal:
            self._fail("sign_in.failed", number, refusal.key, shift)
            raise
        self._journal("sign_in", staff, hers)
        return CameIn(staff=staff, shift=hers, same=False)

    def release(self, number: str, by: str, pin: str, shift: Shift | None = None) -> Staff:
        """A superior lets a person who is locked for wrong PINs try again; journalled.

        Raises Refused("sign_in.wrong_pin", "sign_in.locked", "approval.same_person",
        "approval.not_allowed") about the superior.
        """
        if by == number:
            raise Refused("approval.same_person")
        superior = self._proven(by, pin, shift, past_till_lock=True)
        if not superior.may(Permission.APPROVE):
            self._fail("sign_in.failed", by, "approval.not_allowed", shift)
            raise Refused("approval.not_allowed", name=superior.name)
        self._staff.release(number)
        audit = AuditData(action="sign_in.released", subject=known_number(self._staff, number))
        self._outbox.append(self._desk.entry(audit, superior, shift))
        return superior

    def lock(self, staff: Staff, shift: Shift | None = None) -> None:
        """Nobody worked for a while, or she stepped away; the order stays."""
        self._journal("lock", staff, shift)

    def sign_out(self, staff: Staff, shift: Shift | None = None) -> None:
        self._journal("sign_out", staff, shift)

    def _proven(
        self, number: str, pin: str, shift: Shift | None, *, past_till_lock: bool = False
    ) -> Staff:
        try:
            return self._staff.verify_pin(number, pin, past_till_lock=past_till_lock)
        except Refused as refusal:
            self._fail("sign_in.failed", number, refusal.key, shift)
            raise

    def _shift_of(
        self, staff: Staff, away: Staff, shift: Shift | None, *, in_payment: bool
    ) -> Shift | None:
        """In whose drawer she works after another one locked the till."""
        is_shared = not self._desk.settings.drawer_per_cashier
        if shift is None or self._drawers is None or is_shared:
            return shift
        known = self._drawers.known()
        in_use = known.in_use
        is_hers = in_use is None or in_use.holder_id == staff.id
        if is_hers or self._desk.allowing.allows(Act.TAKE_OVER, 1, staff):
            return shift
        if in_payment:
            raise Refused("sign_in.till_in_use", name=away.name)
        own = next((each for each in known.open if each.holder_id == staff.id), None)
        if own is not None:
            return self._drawers.use(own.shift.id, staff)
        if known.free:
            return None
        raise Refused("sign_in.till_in_use", name=away.name)

    def _fail(self, action: str, number: str, key: str, shift: Shift | None) -> None:
        subject = known_number(self._staff, number)
        failed = AuditData(action=action, subject=subject, reason=key)
        self._outbox.append(self._desk.entry(failed, None, shift))

    def _journal(self, action: str, staff: Staff, shift: Shift | None) -> None:
        audit = AuditData(action=action, subject=staff.id)
        self._outbox.append(self._desk.entry(audit, staff, shift))


def known_number(staff: StaffStore, number: str) -> str:
    """The number if somebody has it: a PIN typed into the wrong field must not be journalled."""
    return number if staff.by_number(number) is not None else ""
