"""Shifts: opening, cash moves, closing, and the Z reports in their chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.ids import ShiftId, StaffId
from posapp.domain.shift import Shift, ZReport
from posapp.errors import Refused
from posapp.offline.shift_sums import shift_sums
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.shift import CashMove, ShiftSums
    from posapp.offline.database import Database, Tx
    from posapp.offline.entries import Entry, PrintRequest, ShiftCommit
    from posapp.offline.journal import Journal, Posting

_CURRENT: Final = """
    SELECT id, staff_id, staff_name, business_date, opened_ms, float_amount
    FROM shift WHERE closed_ms IS NULL
"""


class ShiftStore:
    """Lane "store"; one transaction each."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def open(self, shift: Shift, entry: Entry, prints: tuple[PrintRequest, ...] = ()) -> Shift:
        """Open a shift; the same again changes nothing. Raises Refused("shift.already_open")."""

        def work(posting: Posting) -> Shift:
            known = _current(posting.tx)
            if known is not None and known.id == shift.id:
                return known
            posting.record((entry,), prints)
            return shift

        return self._journal.run(work)

    def current(self) -> Shift | None:
        with self._database.read() as tx:
            return _current(tx)

    def move(self, move: CashMove, entry: Entry, prints: tuple[PrintRequest, ...] = ()) -> CashMove:
        """Record cash in or out; idempotent by the move's id. Raises Refused("shift.not_open")."""

        def work(posting: Posting) -> CashMove:
            if posting.tx.row("SELECT 1 FROM cash_move WHERE id = ?", (move.id,)):
                return move
            if _current(posting.tx) is None:
                raise Refused("shift.not_open")
            posting.record((entry,), prints)
            return move

        return self._journal.run(work)

    def sums(self, shift_id: str) -> ShiftSums:
        """Everything that the Z adds up, from the till's own tables."""
        with self._database.read() as tx:
            return shift_sums(tx, shift_id)

    def close(self, build: Callable[[int, str, ShiftSums, int], ShiftCommit]) -> ZReport:
        """Close the open shift; `build(number, previous_digest, sums, waiting)` makes its Z.

        All in one transaction, so that nothing can come between the sums and the close.
        Raises Refused("shift.not_open") and whatever `build` raises; then nothing has changed.
        """

        def work(posting: Posting) -> ZReport:
            tx = posting.tx
            shift = _current(tx)
            if shift is None:
                raise Refused("shift.not_open")
            number, digest = tx.row(
                "SELECT number, digest FROM z_report ORDER BY number DESC LIMIT 1"
            ) or (0, "")
            waiting = tx.row("SELECT COUNT(*) FROM outbox WHERE state = 0") or (0,)
            made = build(number + 1, digest, shift_sums(tx, shift.id), waiting[0])
            posting.record(made.entries, made.prints)
            return made.z

        return self._journal.run(work)

    def reports(self, limit: int = 100) -> tuple[ZReport, ...]:
        """Newest first."""
        rows = self._database.rows(
            "SELECT body FROM z_report ORDER BY number DESC LIMIT ?", (limit,)
        )
        return tuple(decode(row[0], ZReport) for row in rows)

    def report(self, number: int) -> ZReport | None:
        found = self._database.row("SELECT body FROM z_report WHERE number = ?", (number,))
        return decode(found[0], ZReport) if found else None

    def receipt_count(self, shift_id: str) -> int:
        """How many receipts the shift made: the till's side of 「小票 214 = 总部 214」."""
        found = self._database.row(
            """
            SELECT (SELECT COUNT(*) FROM sale WHERE shift_id = ?1)
                 + (SELECT COUNT(*) FROM refund WHERE shift_id = ?1)
                 + (SELECT COUNT(*) FROM top_up WHERE shift_id = ?1)
            """,
            (shift_id,),
        )
        return int(found[0]) if found else 0


def _current(tx: Tx) -> Shift | None:
    found = tx.row(_CURRENT)
    if found is None:
        return None
    return Shift(
        id=ShiftId(found[0]),
        staff_id=StaffId(found[1]),
        staff_name=found[2],
        business_date=found[3],
        opened_ms=found[4],
        float_amount=found[5],
    )
