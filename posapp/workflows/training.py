"""Training beside the real till: begun and ended by who may, never in the middle of an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.shifts import Shifts


class Training:
    """Lane: store. `make` writes the store to train in and says where it lies."""

    def __init__(
        self, shifts: Shifts, outbox: OutboxStore, desk: Desk, make: Callable[[], Path]
    ) -> None:
        self._shifts = shifts
        self._outbox = outbox
        self._desk = desk
        self._make = make

    @property
    def is_on(self) -> bool:
        """This till is one to train at."""
        return self._desk.place.training

    def begin(self, staff: Staff, shift: Shift | None) -> Path:
        """Make the training store; the real shift stays as it is until training ends.

        Raises Refused("permission.needs_approval", "training.not_finished") and
        Unavailable("training.no_room").
        """
        check_may(staff, Permission.APPROVE)
        state = self._shifts.prepare_close()
        if state.order_in_work or state.unknown_payments or state.open_refunds:
            raise Refused("training.not_finished")
        place = self._make()
        self._journal("training.begin", staff, shift)
        return place

    def end(self, staff: Staff, shift: Shift | None) -> None:
        """Back to the real till. Raises Refused("permission.needs_approval")."""
        check_may(staff, Permission.APPROVE)
        self._journal("training.end", staff, shift)

    def _journal(self, action: str, staff: Staff, shift: Shift | None) -> None:
        self._outbox.append(self._desk.entry(AuditData(action=action), staff, shift))
