"""Complaints at a till: what waits, one of them whole, and each step in a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.complaints import (
    ComplaintAct,
    ComplaintAsked,
    ComplaintsAsked,
    ComplaintShelf,
)

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.offline.service_calls import ServiceCalls
    from posapp.wire.complaints import (
        ComplaintAnswer,
        ComplaintCall,
        ComplaintClose,
        ComplaintRecord,
        ComplaintsListed,
        ComplaintTake,
        ComplaintTold,
    )
    from posapp.workflows.desk import Desk

    Step = ComplaintRecord | ComplaintTake | ComplaintAnswer | ComplaintCall | ComplaintClose

PAGE_ROWS: Final = 20


class ComplaintDesk:
    """Lane: online. Every method raises Refused("permission.needs_approval") without the right,
    Refused("service.offline") without a network, and as `CentralApi`.
    """

    def __init__(self, calls: ServiceCalls, desk: Desk) -> None:
        self._calls = calls
        self._desk = desk

    def page(
        self, staff: Staff, shelf: ComplaintShelf = ComplaintShelf.WAITING, after: str = ""
    ) -> ComplaintsListed:
        """Some of them, what is due first at the top."""
        self._check(staff)
        return self._calls.complaints(
            ComplaintsAsked(staff_id=staff.id, shelf=shelf, after=after, limit=PAGE_ROWS)
        )

    def show(self, staff: Staff, complaint_id: str) -> ComplaintTold:
        """One with its steps; that it was read is kept at central."""
        self._check(staff)
        return self._calls.complaint(ComplaintAsked(staff_id=staff.id, complaint_id=complaint_id))

    def act(
        self,
        staff: Staff,
        what: Step,
        *,
        complaint_id: str,
        note: str,
        pin: str,
        act_id: str,
    ) -> str:
        """Do it once per `act_id`. Returns the complaint's id."""
        self._check(staff)
        return self._calls.complaint_act(
            ComplaintAct(
                staff_id=staff.id,
                pin=pin,
                act_id=act_id,
                note=note.strip(),
                what=what,
                complaint_id=complaint_id,
            )
        ).complaint_id

    def _check(self, staff: Staff) -> None:
        check_may(staff, Permission.REGISTER_MEMBER)
        if not self._desk.is_online():
            raise Refused("service.offline")
