"""Did this paper come out? Asked once after a crash, because a second original must not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.ui.i18n import tr
from posapp.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from posapp.offline.entries import PrintJob
    from posapp.ui.frame import Frame
    from posapp.ui.health.asked_papers import AskedPapers
    from posapp.ui.navigation import Navigation


class AskedDialogs(QObject):
    """Lays a dialog over the window for each paper that is asked about, one at a time."""

    def __init__(self, frame: Frame, papers: AskedPapers, navigation: Navigation) -> None:
        super().__init__(papers)
        self._frame = frame
        self._papers = papers
        self._navigation = navigation
        self._dialog: Dialog | None = None
        papers.asked.connect(self.ask)

    @Slot(object)
    def ask(self, job: PrintJob) -> None:
        """Nothing happens while a question is in sight; one that was covered is asked anew."""
        if self._dialog is not None:
            if self._dialog.isVisible():
                return
            self._dialog.deleteLater()
        dialog = self._dialog = self._made(job)
        self._navigation.lay(dialog)

    def _made(self, job: PrintJob) -> Dialog:
        dialog = Dialog(
            self._frame.look,
            "health.asked",
            self._frame.host,
            title=tr("小票 {number} 打出来了吗", number=job.receipt_number),
            text=tr("上次打印时没有得到打印机的回答，请看打印机的出纸口"),
            confirm=tr("没有，重新打印"),
            safe=tr("打出来了"),
            icon="printer",
        )
        dialog.unasked = True
        dialog.answered.connect(lambda again: self._papers.answer(job, did_print=not again))
        return dialog
