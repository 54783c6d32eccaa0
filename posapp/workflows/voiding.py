"""Voiding (作废) an order before it is a sale: every tender is given back, and it is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.allowances import Act
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.domain.permissions import Approval, Staff
    from posapp.domain.shift import Shift
    from posapp.offline.drafts import DraftStore
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.draft import Draft
    from posapp.workflows.paying import Paying


class Voiding:
    """Lane: device:terminal when an external payment was taken, else online."""

    def __init__(self, paying: Paying, drafts: DraftStore, outbox: OutboxStore, desk: Desk) -> None:
        self._paying = paying
        self._drafts = drafts
        self._outbox = outbox
        self._desk = desk

    def void(
        self,
        draft: Draft,
        amount: int,
        staff: Staff,
        shift: Shift | None,
        *,
        reason: str,
        approval: Approval | None = None,
    ) -> None:
        """Give back every tender, journal the void of `amount` (minor units), forget the order.

        Safe to call again. Raises Refused("permission.needs_approval", "approval.used",
        "pay.unknown_open", "pay.reverse_declined"), OutcomeUnknown("pay.reverse_unknown"): then it
        is not voided yet.
        """
        # An order that comes to nothing is voided like any other one.
        approval = self._desk.allowing.check(
            Act.VOID_ORDER, max(amount, 1), staff, approval, amount=amount, subject=draft.sale_id
        )
        self._paying.give_back_all(draft.sale_id, staff)
        audit = AuditData(
            action="order.void",
            subject=draft.sale_id,
            amount=amount,
            reason=reason,
            approval_id=None if approval is None else approval.id,
        )
        self._outbox.append(self._desk.entry(audit, staff, shift))
        self._drafts.clear()
