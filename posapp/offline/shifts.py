"""Shifts: opening, cash moves, the sums of the Z, and the Z reports in their chain."""

from __future__ import annotations

from collections.abc import Callable

from posapp.domain.shift import CashMove, Shift, ShiftSums, ZReport
from posapp.offline.entries import Entry, PrintRequest, ShiftCommit


class ShiftStore:
    """Lane "store"; one transaction each."""

    def open(self, shift: Shift, entry: Entry, prints: tuple[PrintRequest, ...] = ()) -> Shift:
        """Open a shift. Raises Refused("shift.already_open"); the same shift again changes nothing."""
        raise NotImplementedError

    def current(self) -> Shift | None:
        raise NotImplementedError

    def move(self, move: CashMove, entry: Entry, prints: tuple[PrintRequest, ...] = ()) -> CashMove:
        """Record cash in or out; idempotent by the move's id. Raises Refused("shift.not_open")."""
        raise NotImplementedError

    def sums(self, shift_id: str) -> ShiftSums:
        """Everything that the Z adds up, from the till's own tables."""
        raise NotImplementedError

    def close(self, build: Callable[[int, str, ShiftSums, int], ShiftCommit]) -> ZReport:
        """Close the open shift: `build(number, previous_digest, sums, waiting)` makes the Z inside the transaction.

        Idempotent by shift id. Raises Refused("shift.not_open") and whatever `build` raises; then nothing has changed.
        """
        raise NotImplementedError

    def reports(self, limit: int = 100) -> tuple[ZReport, ...]:
        """Newest first."""
        raise NotImplementedError

    def report(self, number: int) -> ZReport | None:
        raise NotImplementedError

    def receipt_count(self, shift_id: str) -> int:
        """How many receipts (sales, refunds, top-ups) the shift made: the till's side of 「小票 214 = 总部 214」."""
        raise NotImplementedError
