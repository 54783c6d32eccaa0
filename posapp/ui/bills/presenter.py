"""Bills of the acquirers at a manager's till; asked of central and never kept here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import PosError
from posapp.lanes import ONLINE, STORE
from posapp.ui.bills.state import BillsState, HandingIn
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.ui.floor import Floor
    from posapp.wire.bills import BillShown, BillsListed
    from posapp.workflows.bill_desk import BillDesk, Layout


class BillsPresenter(QObject):
    """`changed` carries a `BillsState`; `asked` a `HandingIn` to be answered, `closed` that it
    is over."""

    changed = Signal(object)
    asked = Signal(object)
    closed = Signal()

    def __init__(self, desk: BillDesk, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._state = BillsState(folder=str(desk.folder))

    @property
    def state(self) -> BillsState:
        return self._state

    @Slot()
    def load(self) -> None:
        """Ask central anew."""
        self._show(loading=True, problem=None)
        ask = partial(self._desk.listed, self._floor.duty.need_staff())
        self._floor.background.run(ONLINE, ask, self._know, self._failed)

    def _know(self, listed: BillsListed) -> None:
        chosen = min(max(self._state.chosen, 0), len(listed.bills) - 1)
        self._show(bills=listed.bills, acquirers=listed.acquirers, chosen=chosen, loading=False)

    def _failed(self, error: Exception) -> None:
        problem = error if isinstance(error, PosError) else None
        self._show(loading=False, problem=problem)
        if problem is None:
            self._floor.background.show_error(error)

    def choose(self, place: int) -> None:
        if 0 <= place < len(self._state.bills):
            self._show(chosen=place)

    def step(self, step: int) -> None:
        """The bill above or below."""
        self.choose(self._state.chosen + step)

    @Slot()
    def back(self) -> None:
        self._floor.navigation.go(Place.MANAGER)

    @Slot()
    def cases(self) -> None:
        """The differences are worked off where everything else is that waits."""
        self._floor.navigation.go(Place.CASES)

    @Slot()
    def recorded(self) -> None:
        """What was taken beside the till waits for a bill too."""
        self._floor.navigation.go(Place.RECORDED)

    # -- handing one in

    @Slot()
    def ask(self) -> None:
        """Look for files; the person then chooses one and proves that it is she."""
        look = partial(self._desk.files, self._floor.duty.need_staff())
        self._floor.background.run(STORE, look, self._found)

    def _found(self, files: tuple[Path, ...]) -> None:
        if not files:
            text = tr("没有找到账单，请把 CSV 文件放到 {folder}", folder=self._state.folder)
            self._floor.messages.show(text)
            return
        staff = self._floor.duty.need_staff()
        handing = HandingIn(
            who=f"{staff.name} ({staff.number})", files=files, acquirers=self._state.acquirers
        )
        self._show(handing=handing)
        self.asked.emit(handing)

    def hand_in(self, file: Path, acquirer: str, layout: Layout, pin: str) -> None:
        handing = self._state.handing
        if handing is None or handing.busy:
            return
        self._show(handing=replace(handing, busy=True, refusal=None))
        staff = self._floor.duty.need_staff()
        work = partial(self._desk.hand_in, staff, pin, file, acquirer, layout)
        self._floor.background.run(ONLINE, work, self._taken, self._refused)

    def _taken(self, bill: BillShown) -> None:
        self.cancel()
        self._floor.messages.show(
            tr("已导入 {day} 的账单，{n} 笔不符", day=bill.day, n=len(bill.differences))
        )
        self._show(chosen=0)
        self.load()

    def _refused(self, error: Exception) -> None:
        handing = self._state.handing
        if handing is None or not isinstance(error, PosError):
            self.cancel()
            self._floor.background.show_error(error)
            return
        self._show(handing=replace(handing, busy=False, refusal=error))

    @Slot()
    def cancel(self) -> None:
        self._show(handing=None)
        self.closed.emit()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
