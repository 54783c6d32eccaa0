"""Shifts: opening, cash moves, closing, and the Z reports in their chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.shift import ZReport
from posapp.errors import Refused
from posapp.offline.drawers import drawer_in_use, open_drawers
from posapp.offline.shift_products import products_of
from posapp.offline.shift_sums import shift_sums
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.shift import CashMove, OpenDrawer, Shift, ShiftSums
    from posapp.domain.shift_figures import ProductSum
    from posapp.offline.database import Database, Tx
    from posapp.offline.entries import Entry, PrintRequest, ShiftCommit
    from posapp.offline.journal import Journal, Posting

_COUNTS: Final = """
    SELECT amount FROM figure WHERE shift_id = ? AND sort = 'audit' AND name = 'shift.counted'
    ORDER BY source
"""
_SEEN: Final = "SELECT DISTINCT part FROM figure WHERE shift_id = ? AND sort = 'seen'"


class ShiftStore:
    """Lane "store"; one transaction each."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def open(self, shift: Shift, entry: Entry, prints: tuple[PrintRequest, ...] = ()) -> Shift:
        """Open a shift at its drawer; the same again changes nothing.

        Raises Refused("shift.already_open") while another is open at that drawer.
        """

        def work(posting: Posting) -> Shift:
            known = _open(posting.tx, shift.id)
            if known is not None:
                return known.shift
            posting.record((entry,), prints)
            return shift

        return self._journal.run(work)

    def current(self) -> Shift | None:
        """The shift whose drawer is in use; those that are put aside wait for their count."""
        with self._database.read() as tx:
            found = drawer_in_use(tx)
        return None if found is None else found.shift

    def drawers(self) -> tuple[OpenDrawer, ...]:
        """Every open shift with who works with its drawer, the one in use first."""
        with self._database.read() as tx:
            return open_drawers(tx)

    def earlier_counts(self, shift_id: str) -> tuple[int, ...]:
        """The counts of a shift that were submitted and not accepted, in order."""
        rows = self._database.rows(_COUNTS, (shift_id,))
        return tuple(int(row[0]) for row in rows)

    def saw_expected(self, shift_id: str) -> frozenset[str]:
        """The ids of everybody who was shown what this shift should hold (X)."""
        return frozenset(row[0] for row in self._database.rows(_SEEN, (shift_id,)))

    def move(self, move: CashMove, entry: Entry, prints: tuple[PrintRequest, ...] = ()) -> CashMove:
        """Record cash in or out; idempotent by the move's id. Raises Refused("shift.not_open")."""

        def work(posting: Posting) -> CashMove:
            if posting.tx.row("SELECT 1 FROM cash_move WHERE id = ?", (move.id,)):
                return move
            drawer = _open(posting.tx, entry.fact.head.shift_id or "")
            if drawer is None or drawer.put_aside_ms is not None:
                raise Refused("shift.not_open")
            posting.record((entry,), prints)
            return move

        return self._journal.run(work)

    def sums(self, shift_id: str) -> ShiftSums:
        """Everything that the Z adds up, from the till's own tables."""
        with self._database.read() as tx:
            return shift_sums(tx, shift_id)

    def products(self, shift_id: str) -> tuple[ProductSum, ...]:
        """What was sold of each product."""
        with self._database.read() as tx:
            return products_of(tx, shift_id)

    def close(
        self,
        build: Callable[[int, str, ShiftSums, int], ShiftCommit],
        shift_id: str | None = None,
    ) -> ZReport:
        """Close a shift, without a name the one in use; `build(number, previous_digest, sums,
        waiting)` makes its Z. Numbers have no gap, in whichever order drawers are counted.

        All in one transaction, so that nothing can come between the sums and the close.
        Raises Refused("shift.not_open") and whatever `build` raises; then nothing has changed.
        """

        def work(posting: Posting) -> ZReport:
            tx = posting.tx
            drawer = drawer_in_use(tx) if shift_id is None else _open(tx, shift_id)
            if drawer is None:
                raise Refused("shift.not_open")
            number, digest = tx.row(
                "SELECT number, digest FROM z_report ORDER BY number DESC LIMIT 1"
            ) or (0, "")
            waiting = tx.row("SELECT COUNT(*) FROM outbox WHERE state = 0") or (0,)
            made = build(number + 1, digest, shift_sums(tx, drawer.shift.id), waiting[0])
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


def _open(tx: Tx, shift_id: str) -> OpenDrawer | None:
    return next((each for each in open_drawers(tx) if each.shift.id == shift_id), None)
