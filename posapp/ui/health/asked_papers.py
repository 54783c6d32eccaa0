"""Papers that a crash or a lost answer left open: a person says whether they came out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.lanes import STORE, device_lane

if TYPE_CHECKING:
    from posapp.offline.entries import PrintJob
    from posapp.ui.floor import Floor
    from posapp.workflows.printing import Printing


class AskedPapers(QObject):
    """`asked` carries one `PrintJob` at a time; the next follows the answer."""

    asked = Signal(object)

    def __init__(self, printing: Printing, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        self._floor = floor

    @Slot()
    def check(self) -> None:
        """Look for such papers: at the start and between orders, while one is there still."""
        self._floor.background.run(STORE, self._printing.asked, self._found)

    def _found(self, jobs: tuple[PrintJob, ...]) -> None:
        if jobs:
            self.asked.emit(jobs[0])

    def answer(self, job: PrintJob, *, did_print: bool) -> None:
        """Done, or due again: then it is printed at once."""
        settle = partial(self._printing.answer_asked, job.id, did_print=did_print)
        self._floor.background.run(STORE, settle, self._settled)

    def _settled(self, _nothing: None) -> None:
        lane = device_lane("printer")
        self._floor.background.run(lane, self._printing.print_pending)
        self.check()
