"""Reports for a manager: read from the till's own store, nothing is changed here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.permissions import Permission
from posapp.domain.receipt import Receipt
from posapp.domain.shift import ZReport
from posapp.domain.z_content import z_blocks
from posapp.errors import Refused
from posapp.lanes import ONLINE, STORE, device_lane
from posapp.sheets.z_sheets import ZFile
from posapp.ui.i18n import tr
from posapp.ui.manager.picture import Picture, picture_of
from posapp.ui.manager.z_file import path_of, write_z
from posapp.ui.navigation import Place
from posapp.ui.shift.z_pdf import ZDocument, write_pdf
from posapp.workflows.reporting import ApprovalRow, DaySummary, OpenPart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.domain.allowances import Allowance
    from posapp.ui.floor import Floor
    from posapp.ui.manager.z_file import Form
    from posapp.ui.navigation import Go
    from posapp.wire.case_work import CasesListed
    from posapp.workflows.case_work import CaseWork
    from posapp.workflows.paper import Paper
    from posapp.workflows.printing import Printing
    from posapp.workflows.reporting import Reporting
    from posapp.workflows.training import Training


PREVIEW: Final = device_lane("preview")


class Tab(StrEnum):
    """What the page shows."""

    DAY = "day"
    SHIFTS = "shifts"
    APPROVALS = "approvals"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerState:
    """`z` is the report whose paper is shown; `day` is today's business date so far; `cases` what
    waits for a person at central, None while central has not said; `saving` while a file is
    written.
    """

    tab: Tab = Tab.DAY
    day: DaySummary | None = None
    reports: tuple[ZReport, ...] = ()
    z: ZReport | None = None
    paper: Receipt | None = None
    picture: Picture | None = None
    approvals: tuple[ApprovalRow, ...] = ()
    cases: int | None = None
    loading: bool = False
    saving: bool = False


class ManagerPresenter(QObject):
    """`changed` carries a `ManagerState`; `trains` the folder to train in, or None to end it."""

    changed = Signal(object)
    trains = Signal(object)
    why_asked = Signal()

    def __init__(
        self,
        reporting: Reporting,
        paper: Paper,
        printing: Printing,
        floor: Floor,
        parent: QObject | None = None,
        *,
        cases: CaseWork,
        exports: Path | None = None,
        training: Training | None = None,
    ) -> None:
        """`exports` is the folder that saved reports go to; without one nothing can be saved, as
        without `training` nobody trains.
        """
        super().__init__(parent)
        self._reporting = reporting
        self._paper = paper
        self._printing = printing
        self._cases = cases
        self._exports = exports
        self._training = training
        self._floor = floor
        self._state = ManagerState()
        floor.navigation.requested.connect(self._on_go)

    @property
    def state(self) -> ManagerState:
        return self._state

    @property
    def who(self) -> str:
        staff = self._floor.duty.staff
        return "" if staff is None else f"{staff.name} ({staff.number})"

    @property
    def limits(self) -> tuple[Allowance, ...]:
        """How far each role goes without a second person, as it holds now."""
        return tuple(self._floor.desk.allowing.table.rows.values())

    @Slot()
    def load(self) -> None:
        """Read everything anew."""
        self._show(loading=True)
        staff = self._floor.duty.need_staff()
        run = self._floor.background.run
        today = self._floor.desk.local_date()
        run(STORE, partial(self._reporting.day, today, staff), self._know_day, self._failed)
        run(STORE, partial(self._reporting.z_list, staff), self._know_reports, self._failed)
        run(STORE, partial(self._reporting.approvals, staff), self._know_approvals, self._failed)
        if staff.may(Permission.WORK_CASES) and self._floor.desk.is_online():
            run(ONLINE, partial(self._cases.page, staff), self._know_cases, self._cases_unknown)
        else:
            self._show(cases=None)

    @Slot(object)
    def _on_go(self, wish: Go) -> None:
        """What one was shown of the open shift does not stay for who counts it."""
        if wish.place is not Place.MANAGER:
            self._show(day=None)

    @Slot()
    def reveal(self) -> None:
        """Show the open shift too, where she may see it; that she saw it is journalled."""
        day = self._state.day
        if day is None or day.open_part is not OpenPart.HIDDEN:
            return
        staff = self._floor.duty.need_staff()
        work = partial(self._reporting.day, day.business_date, staff, reveal=True)
        self._floor.background.run(STORE, work, self._know_day, self._failed)

    def _know_day(self, day: DaySummary) -> None:
        self._show(day=day)

    def _know_reports(self, reports: tuple[ZReport, ...]) -> None:
        self._show(reports=reports)
        if reports and self._state.z is None:
            self.open_report(reports[0].number)

    def _know_approvals(self, approvals: tuple[ApprovalRow, ...]) -> None:
        self._show(approvals=approvals, loading=False)

    def _know_cases(self, listed: CasesListed) -> None:
        self._show(cases=listed.total)

    def _cases_unknown(self, _error: Exception) -> None:
        """The page of cases itself says why; a number that nobody asked for is left out."""
        self._show(cases=None)

    @Slot(str)
    def choose(self, value: str) -> None:
        self._show(tab=Tab(value))

    def open_report(self, number: int) -> None:
        """Show one Z as its paper."""
        for z in self._state.reports:
            if z.number == number:
                paper = self._paper.z(z, "").document
                self._show(z=z, paper=paper, picture=None)
                draw = partial(picture_of, paper)
                self._floor.background.run(PREVIEW, draw, partial(self._drawn, paper))

    def _drawn(self, paper: Receipt, picture: Picture) -> None:
        if self._state.paper == paper:
            self._show(picture=picture)

    def open_next(self, step: int) -> None:
        """The report above or below in the list."""
        numbers = [z.number for z in self._state.reports]
        if not numbers:
            return
        shown = self._state.z
        place = 0 if shown is None else numbers.index(shown.number) + step
        self.open_report(numbers[max(0, min(place, len(numbers) - 1))])

    @Slot()
    def ask_why(self) -> None:
        """How the cash of the shown Z came about."""
        if self._state.z is None:
            self._floor.messages.show_error(Refused("report.not_chosen"))
        else:
            self.why_asked.emit()

    @Slot()
    def reprint(self) -> None:
        """A copy of the shown Z; the paper says that it is one."""
        paper = self._state.paper
        if paper is None:
            return
        duty = self._floor.duty
        work = partial(self._printing.reprint, paper.number, duty.need_staff(), duty.shift)
        self._floor.background.run(STORE, work, self._queued)

    @Slot()
    def save_pdf(self) -> None:
        """The shown Z as pages of A4 in the folder of exports; who saved it is journalled first."""
        z, folder = self._state.z, self._exports
        if z is None or folder is None or self._state.saving:
            return
        duty = self._floor.duty
        note = partial(self._reporting.note_saved, z.number, duty.need_staff(), duty.shift)
        path = folder / f"Z{z.number:06d}.pdf"
        self._write(note, path, partial(write_pdf, path, self._document(z)))

    def export(self, form: Form, language: str) -> None:
        """The shown Z for a spreadsheet, in a language; who took it is journalled first."""
        z, folder = self._state.z, self._exports
        if z is None or folder is None or self._state.saving:
            return
        head, duty = self._paper.head(z.staff_name), self._floor.duty
        file = ZFile(
            report=z,
            blocks=z_blocks(z, self._paper.z_times(z)),
            brand=f"{head.brand} · {head.shop}",
            till=head.till,
            language=language,
        )
        path, staff = path_of(folder, file, form), duty.need_staff()
        note = partial(self._reporting.note_saved, z.number, staff, duty.shift, form=form.value)
        self._write(note, path, partial(write_z, path, file, form))

    def _write(self, note: Callable[[], None], path: Path, write: Callable[[], int]) -> None:
        self._show(saving=True)

        def noted(_result: object) -> None:
            self._floor.background.run(PREVIEW, write, partial(self._saved, path), self._failed)

        self._floor.background.run(STORE, note, noted, self._failed)

    def _document(self, z: ZReport) -> ZDocument:
        head, times = self._paper.head(z.staff_name), self._paper.z_times(z)
        return ZDocument(
            brand=f"{head.brand} · {head.shop}",
            till=tr("收银机 {name}", name=head.till),
            number=z.number,
            language=head.language,
            blocks=z_blocks(z, times),
            digest=z.digest,
            previous=z.previous_digest,
            printed=head.at,
            training=z.heading is not None and z.heading.training,
        )

    def _saved(self, path: Path, _size: int) -> None:
        """The name first: what a narrow bar cuts off is the folder, which is always the same."""
        self._show(saving=False)
        text = tr("已保存 {name}，在 {folder}", name=path.name, folder=str(path.parent))
        self._floor.messages.show(text)

    def _queued(self, _job: object) -> None:
        self._floor.messages.show(tr("已补打"))
        self._floor.background.run(device_lane("printer"), self._printing.print_pending)

    @Slot()
    def to_till(self) -> None:
        """To the counter: with a shift it is open at once."""
        open_shift = self._floor.duty.shift is not None
        self._floor.navigation.go(Place.SELL if open_shift else Place.SHIFT_OPEN)

    @Slot()
    def cases(self) -> None:
        """What central keeps for a person; asked there anew."""
        self._floor.navigation.go(Place.CASES)

    @Slot()
    def bills(self) -> None:
        """The acquirers' bills, and what differs."""
        self._floor.navigation.go(Place.BILLS)

    @property
    def can_train(self) -> bool:
        return self._training is not None

    @property
    def is_training(self) -> bool:
        return self._training is not None and self._training.is_on

    @Slot()
    def train(self) -> None:
        """Into training, or back to the real till; the rights are asked for by the workflow."""
        training, duty = self._training, self._floor.duty
        if training is None:
            return
        work = training.end if training.is_on else training.begin
        run = self._floor.background.run
        staff = duty.need_staff()
        run(STORE, partial(work, staff, duty.shift), self.trains.emit, self._failed)

    @Slot()
    def health(self) -> None:
        self._floor.navigation.go(Place.HEALTH)

    @Slot()
    def sign_out(self) -> None:
        self._floor.duty.sign_out()
        self._floor.navigation.go(Place.SIGN_IN)

    def _failed(self, error: Exception) -> None:
        self._show(loading=False, saving=False)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
