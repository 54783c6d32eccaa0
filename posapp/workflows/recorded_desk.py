"""Payments recorded as taken elsewhere: what waits to be found in a bill, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.permissions import Permission, check_may
from posapp.wire.recorded import RecordedAsked, RecordedSettling, Standing

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.offline.case_calls import CaseCalls
    from posapp.wire.recorded import RecordedListed


class RecordedDesk:
    """Lane: online. Every method raises Refused("permission.needs_approval") without the right to
    work off cases, and what central refuses, Unavailable and OutcomeUnknown as `CentralApi`."""

    def __init__(self, calls: CaseCalls) -> None:
        self._calls = calls

    def listed(self, staff: Staff, standing: Standing = Standing.OPEN) -> RecordedListed:
        """Those of one standing, of every till."""
        check_may(staff, Permission.WORK_CASES)
        return self._calls.recorded(RecordedAsked(staff_id=staff.id, standing=standing))

    def settle(self, staff: Staff, pin: str, note: str, payment_id: str, *, seen: bool) -> None:
        """She looked at the acquirer's: it is there, or it is not, which opens a case.

        Raises Refused("recorded.unknown", "recorded.settled", "sign_in.wrong_pin",
        "sign_in.locked", "case.note_needed", "case_work.not_allowed").
        """
        check_may(staff, Permission.WORK_CASES)
        self._calls.settle_recorded(
            RecordedSettling(
                staff_id=staff.id, pin=pin, payment_id=payment_id, seen=seen, note=note.strip()
            )
        )
