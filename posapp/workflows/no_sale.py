"""Opening the drawer without a sale: allowed to some, approved for others, always remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.allowances import Act
from posapp.errors import Refused
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.domain.permissions import Approval, Staff
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.printing import Printing


class NoSale:
    """Lane: device:printer; the journal entry is durable before the drawer opens."""

    def __init__(self, outbox: OutboxStore, printing: Printing, desk: Desk) -> None:
        self._outbox = outbox
        self._printing = printing
        self._desk = desk

    def open(
        self, reason: str, staff: Staff, shift: Shift | None, approval: Approval | None = None
    ) -> None:
        """Open the drawer (无销售开钱箱).

        Raises Refused("permission.needs_approval", "approval.used", "drawer.needs_reason"),
        Unavailable("drawer.unreachable").
        """
        if not reason.strip():
            raise Refused("drawer.needs_reason")
        approval = self._desk.allowing.check(Act.OPEN_DRAWER, 1, staff, approval, amount=0)
        audit = AuditData(
            action="drawer.open",
            reason=reason.strip(),
            approval_id=None if approval is None else approval.id,
        )
        self._outbox.append(self._desk.entry(audit, staff, shift))
        self._printing.open_drawer("" if shift is None else shift.drawer)
