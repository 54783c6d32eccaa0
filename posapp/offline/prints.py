"""Papers waiting for the printer; written with the sale they belong to, printed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.offline.box_format import RecordKind
from posapp.offline.entries import PrintJob, PrintState
from posapp.offline.papers import paper_from_bytes

if TYPE_CHECKING:
    from posapp.offline.database import Database, Row
    from posapp.offline.entries import Entry, PrintRequest
    from posapp.offline.journal import Journal, Posting

_DUE: Final = """
    SELECT id, kind, document, open_drawer, state, receipt_number, copy_of, error_key
    FROM print_job WHERE state <> 'printed' AND state IN ('pending', 'failed') ORDER BY place
"""
_ASKED: Final = """
    SELECT id, kind, document, open_drawer, state, receipt_number, copy_of, error_key
    FROM print_job WHERE state <> 'printed' AND state = 'asked' ORDER BY place
"""
_ONE: Final = """
    SELECT id, kind, document, open_drawer, state, receipt_number, copy_of, error_key
    FROM print_job WHERE id = ?
"""
_LAST: Final = """
    SELECT id, kind, document, open_drawer, state, receipt_number, copy_of, error_key
    FROM print_job WHERE copy_of IS NULL ORDER BY place DESC LIMIT 1
"""
_LAST_OF_KIND: Final = """
    SELECT id, kind, document, open_drawer, state, receipt_number, copy_of, error_key
    FROM print_job WHERE copy_of IS NULL AND kind = ? ORDER BY place DESC LIMIT 1
"""
_OF_RECEIPT: Final = """
    SELECT id, kind, document, open_drawer, state, receipt_number, copy_of, error_key
    FROM print_job WHERE receipt_number = ? AND copy_of IS NULL ORDER BY place LIMIT 1
"""


class PrintStore:
    """Lane "device:printer" (marks) and "store" (copies); every method is one transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def pending(self) -> tuple[PrintJob, ...]:
        """What is to be printed now: pending and failed jobs, oldest first."""
        return tuple(_job(row) for row in self._database.rows(_DUE))

    def asked(self) -> tuple[PrintJob, ...]:
        """Jobs that a crash cut short: a person has to say whether the paper came out."""
        return tuple(_job(row) for row in self._database.rows(_ASKED))

    def mark_printing(self, job_id: str) -> None:
        """Durable before the first byte leaves: a crash makes it asked about, never printed twice.

        Raises Refused("print.gone").
        """
        self._journal.note_paper(RecordKind.PRINTING, self.get(job_id).id)
        self._move(job_id, PrintState.PRINTING)

    def mark_printed(self, job_id: str) -> None:
        """The paper came out; the black box learns it, too. Raises Refused("print.gone")."""
        self._move(job_id, PrintState.PRINTED)
        self._journal.note_paper(RecordKind.PRINTED, job_id)

    def mark_failed(self, job_id: str, key: str) -> None:
        """Nothing readable came out (no paper, no printer): it stays due. `key` is an error key."""
        self._move(job_id, PrintState.FAILED, key)
        self._journal.note_paper(RecordKind.UNPRINTED, job_id)

    def mark_asked(self, job_id: str) -> None:
        """Nobody can tell whether it came out: a person is asked. Raises Refused("print.gone")."""
        self._move(job_id, PrintState.ASKED)

    def answer(self, job_id: str, *, did_print: bool) -> None:
        """Settle an asked job: printed, or due again. Raises Refused("print.gone")."""
        if did_print:
            self.mark_printed(job_id)
        else:
            self._move(job_id, PrintState.PENDING)
            self._journal.note_paper(RecordKind.UNPRINTED, job_id)

    def enqueue_copy(self, entry: Entry, request: PrintRequest) -> PrintJob:
        """Journal a reprint and queue its paper, in one transaction."""

        def work(posting: Posting) -> str:
            posting.record((entry,), (request,))
            assert posting.batch is not None
            return posting.batch.prints[0].id

        return self.get(self._journal.run(work))

    def get(self, job_id: str) -> PrintJob:
        """Raises Refused("print.gone")."""
        found = self._database.row(_ONE, (job_id,))
        if found is None:
            raise Refused("print.gone")
        return _job(found)

    def last(self, kind: str | None = None) -> PrintJob | None:
        """The newest original paper (of one kind), whatever its state."""
        found = self._database.row(_LAST_OF_KIND, (kind,)) if kind else self._database.row(_LAST)
        return _job(found) if found else None

    def of_receipt(self, receipt_number: str) -> PrintJob | None:
        """The original paper of a receipt number."""
        found = self._database.row(_OF_RECEIPT, (receipt_number,))
        return _job(found) if found else None

    def ask_about_cut_short(self) -> None:
        """At start-up: what was printing when the program died is asked about."""
        with self._database.write() as tx:
            tx.run("UPDATE print_job SET state = 'asked' WHERE state = 'printing'")

    def _move(self, job_id: str, state: PrintState, error_key: str = "") -> None:
        with self._database.write() as tx:
            if not tx.run(
                "UPDATE print_job SET state = ?, error_key = ? WHERE id = ?",
                (state, error_key, job_id),
            ):
                raise Refused("print.gone")


def _job(row: Row) -> PrintJob:
    return PrintJob(
        id=row[0],
        kind=row[1],
        document=paper_from_bytes(row[2]),
        open_drawer=bool(row[3]),
        state=PrintState(row[4]),
        receipt_number=row[5],
        copy_of=row[6],
        error_key=row[7],
    )
