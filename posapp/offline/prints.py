"""Papers waiting for the printer; written with the sale they belong to, printed afterwards."""

from __future__ import annotations

from posapp.offline.entries import Entry, PrintJob, PrintRequest


class PrintStore:
    """Lane "device:printer" (marks) and "store" (copies); every method is one transaction."""

    def pending(self) -> tuple[PrintJob, ...]:
        """What is to be printed now: pending and failed jobs, oldest first."""
        raise NotImplementedError

    def asked(self) -> tuple[PrintJob, ...]:
        """Jobs that a crash cut short: a person has to say whether the paper came out."""
        raise NotImplementedError

    def mark_printing(self, job_id: str) -> None:
        """Durable before the first byte leaves; after a crash the job is asked about, never printed twice."""
        raise NotImplementedError

    def mark_printed(self, job_id: str) -> None:
        raise NotImplementedError

    def mark_failed(self, job_id: str, key: str) -> None:
        """Nothing readable came out (no paper, no printer); it stays due. `key` is an error key."""
        raise NotImplementedError

    def answer(self, job_id: str, *, did_print: bool) -> None:
        """Settle an asked job: printed, or due again."""
        raise NotImplementedError

    def enqueue_copy(self, entry: Entry, request: PrintRequest) -> PrintJob:
        """Journal a reprint and queue its paper, in one transaction."""
        raise NotImplementedError

    def last(self, kind: str | None = None) -> PrintJob | None:
        """The newest original paper (of one kind), whatever its state."""
        raise NotImplementedError

    def of_receipt(self, receipt_number: str) -> PrintJob | None:
        """The original paper of a receipt number."""
        raise NotImplementedError
