"""A charge that could neither be cleared up nor undone: a manager puts it aside for the bill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.permissions import Approval, Permission, Staff, check_may
from posapp.errors import Refused
from posapp.offline.attempts import AttemptState
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.domain.shift import Shift
    from posapp.offline.attempts import AttemptStore
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.hold_clock import HoldClock
    from posapp.workflows.pay_outcomes import Leg

_GIVEN_UP: Final = (AttemptState.REVERSING, AttemptState.MANUAL)


class SettingAside:
    """Lane: store. What is put aside blocks no other charge and is on no sale; where the customer
    did pay, the acquirer's bill shows it.
    """

    def __init__(
        self, attempts: AttemptStore, outbox: OutboxStore, desk: Desk, hold_clock: HoldClock
    ) -> None:
        self._attempts = attempts
        self._outbox = outbox
        self._desk = desk
        self._hold_clock = hold_clock

    def may(self, staff: Staff) -> bool:
        """Whether the person needs nobody's yes."""
        return staff.may(Permission.WORK_CASES)

    def put_aside(
        self,
        leg: Leg,
        staff: Staff,
        shift: Shift | None,
        approval: Approval | None = None,
        *,
        orphan: bool = False,
    ) -> None:
        """Journalled first, then put aside; doing it again changes nothing. With `orphan` the
        charge belongs to no order at hand, and may be known paid.

        Raises Refused("permission.needs_approval", action), and "pay.not_given_up" for a charge
        that is still asked about.
        """
        check_may(staff, Permission.WORK_CASES, approval)
        attempt = self._attempts.get(leg.id)
        if attempt is None or attempt.state is AttemptState.ASIDE:
            return
        is_lost = orphan and attempt.state is AttemptState.AUTHORISED
        if attempt.state not in _GIVEN_UP and not is_lost:
            raise Refused("pay.not_given_up")
        audit = AuditData(
            action="pay.set_aside",
            subject=attempt.id,
            amount=attempt.amount,
            reason=attempt.state,
            approval_id=None if approval is None else approval.id,
        )
        self._outbox.append(self._desk.entry(audit, staff, shift))
        self._attempts.update(attempt.id, AttemptState.ASIDE)
        self._hold_clock.resume(attempt.id)
