"""Printing what is due, and reprints; the sale stands whatever the printer does."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from posapp.domain.receipt import as_copy, as_training
from posapp.domain.receipt_words import Words
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.offline.entries import PULSE, PrintRequest
from posapp.wire.facts import AuditData

if TYPE_CHECKING:
    from posapp.devices.station import Station
    from posapp.domain.permissions import Staff
    from posapp.domain.receipt import Receipt
    from posapp.domain.shift import Shift
    from posapp.offline.entries import PrintJob
    from posapp.offline.prints import PrintStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.paper import Paper


_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRound:
    """What one round printed and what stopped it: `key` words what a person has to do."""

    printed: int = 0
    waiting: int = 0
    key: str = ""


class Printing:
    """Lane: device:printer for `print_pending` and `open_drawer`, store for the rest."""

    def __init__(self, prints: PrintStore, station: Station, desk: Desk, paper: Paper) -> None:
        self._prints = prints
        self._station = station
        self._desk = desk
        self._paper = paper
        self._drawer_opened: set[str] = set()

    def print_pending(self) -> PrintRound:
        """Print every due paper in order; stop at the first that cannot come out, it stays due.

        Drawers that open without paper come first: no paper that is stuck keeps one shut. Call it
        after every commit, and again while something waits. Never raises for a printer.
        """
        waiting = self._prints.pending()
        for job in waiting:
            if job.kind == PULSE:
                self._pulse(job)
        due = tuple(job for job in waiting if job.kind != PULSE)
        for place, job in enumerate(due):
            key = self._print(job)
            if key:
                self._open_without_paper(due[-1])
                return PrintRound(printed=place, waiting=len(due) - place, key=key)
        return PrintRound(printed=len(due))

    def asked(self) -> tuple[PrintJob, ...]:
        """Papers that a crash or a lost answer left open: a person says whether they came out."""
        return self._prints.asked()

    def answer_asked(self, job_id: str, *, did_print: bool) -> None:
        """Settle one of `asked`: done, or due again."""
        self._prints.answer(job_id, did_print=did_print)

    def reprint_last(self, staff: Staff, shift: Shift | None) -> PrintJob:
        """Queue a copy (补打) of the newest paper. Raises Refused("print.nothing_yet")."""
        return self._reprint(self._prints.last(), staff, shift)

    def reprint(self, receipt_number: str, staff: Staff, shift: Shift | None) -> PrintJob:
        """Queue a copy of one receipt. Raises Refused("print.nothing_yet")."""
        return self._reprint(self._prints.of_receipt(receipt_number), staff, shift)

    def open_drawer(self, drawer: str = "") -> None:
        """Lane: device:printer. One pulse to this drawer and no other, none in training. Raises
        Unavailable("drawer.unreachable", "drawer.not_attached").
        """
        if self._opens_drawer:
            self._station.drawer_of(drawer).open()

    @property
    def _opens_drawer(self) -> bool:
        """Whoever trains takes no money, unless the shop wants the drawer to open all the same."""
        return not self._desk.place.training or self._desk.settings.training_opens_drawer

    def _reprint(self, original: PrintJob | None, staff: Staff, shift: Shift | None) -> PrintJob:
        if original is None:
            raise Refused("print.nothing_yet")
        audit = AuditData(action="reprint", subject=original.receipt_number)
        request = PrintRequest(
            kind=original.kind,
            document=as_copy(original.document, self._paper.copy_mark(staff.name)),
            copy_of=original.receipt_number,
        )
        return self._prints.enqueue_copy(self._desk.entry(audit, staff, shift), request)

    def _pulse(self, job: PrintJob) -> None:
        """Once at the most, settled before it goes out: whoever waited for the drawer opens it
        without a sale if it did not come, and nothing opens it when nobody stands there any more.
        """
        self._prints.mark_printed(job.id)
        self._open_without_paper(job)
        self._drawer_opened.discard(job.id)

    def _print(self, job: PrintJob) -> str:
        """Print one paper; an error key when it did not, or not surely, come out."""
        self._prints.mark_printing(job.id)
        if self._desk.settings.drawer_before_receipt:
            self._open_apart(job)
        try:
            printer = self._station.printer
            printer.send(job.id, printer.render(self._document(job)))
        except Unavailable as error:
            self._prints.mark_failed(job.id, error.key)
            self._open_without_paper(job)
            return error.key
        except OutcomeUnknown as error:
            # It stays "printing": asked about, because a second original must not come out.
            self._prints.mark_asked(job.id)
            self._open_apart(job)
            return error.key
        self._prints.mark_printed(job.id)
        self._open_apart(job)
        self._drawer_opened.discard(job.id)
        return ""

    def _document(self, job: PrintJob) -> Receipt:
        """The drawer opens once for a sale, also when its paper comes later; what is printed in
        training says so at both ends.
        """
        document = job.document
        if self._desk.place.training:
            words = Words(self._desk.settings.language)
            document = as_training(document, words("training"))
        if (
            job.id in self._drawer_opened
            or not self._opens_drawer
            or not self._station.opens_with_paper(document.drawer)
        ):
            return replace(document, open_drawer=False)
        return document

    def _open_apart(self, job: PrintJob) -> None:
        """A pulse that does not travel with the paper, once, before it or behind it."""
        if not self._station.opens_with_paper(job.document.drawer):
            self._open_without_paper(job)

    def _open_without_paper(self, job: PrintJob) -> None:
        """Change has to be given although the printer is out of paper."""
        if not job.open_drawer or job.id in self._drawer_opened or not self._opens_drawer:
            return
        try:
            self._station.drawer_of(job.document.drawer).open()
        except PosError as error:
            _LOG.warning("drawer %s did not open: %s", job.document.drawer, error.key)
            return
        self._drawer_opened.add(job.id)
