"""Opening a shift with its float; knows no widget."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.shift import FIRST_DRAWER
from posapp.lanes import STORE
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from posapp.domain.shift import Shift
    from posapp.ui.floor import Floor
    from posapp.workflows.drawers import Drawers, DrawersKnown
    from posapp.workflows.shifts import Shifts


class OpenPresenter(QObject):
    """`busy_changed` while the shift is being opened, `drawer_changed` when it is known at which
    drawer; afterwards the till goes to the order.
    """

    busy_changed = Signal(bool)
    drawer_changed = Signal(str)

    def __init__(
        self,
        shifts: Shifts,
        floor: Floor,
        parent: QObject | None = None,
        *,
        drawers: Drawers | None = None,
    ) -> None:
        super().__init__(parent)
        self._shifts = shifts
        self._drawers = drawers
        self._floor = floor
        self._drawer = FIRST_DRAWER
        self._busy = False

    def enter(self, drawer: str) -> None:
        """At this drawer; without a name at the first that is free."""
        self._use(drawer or FIRST_DRAWER)
        if not drawer and self._drawers is not None:
            self._floor.background.run(STORE, self._drawers.known, self._know)

    def _know(self, known: DrawersKnown) -> None:
        if known.free:
            self._use(known.free[0])

    def _use(self, drawer: str) -> None:
        self._drawer = drawer
        self.drawer_changed.emit(drawer)

    @Slot()
    def other_drawers(self) -> None:
        self._floor.navigation.go(Place.DRAWERS)

    @property
    def cashier(self) -> str:
        staff = self._floor.duty.staff
        return "" if staff is None else f"{staff.name} ({staff.number})"

    @Slot(int)
    def open(self, float_amount: int) -> None:
        """Begin a shift with this float, minor units."""
        if self._busy:
            return
        self._be_busy(busy=True)
        staff = self._floor.duty.need_staff()
        work = partial(self._shifts.open, float_amount, staff, self._drawer)
        self._floor.background.run(STORE, work, self._opened, self._failed)

    def _opened(self, shift: Shift) -> None:
        self._be_busy(busy=False)
        self._floor.duty.use_shift(shift)
        self._floor.navigation.go(Place.SELL)

    def _failed(self, error: Exception) -> None:
        self._be_busy(busy=False)
        self._floor.messages.show_error(error)

    @Slot()
    def back(self) -> None:
        """Nobody wants to work after all."""
        self._floor.navigation.back()

    def _be_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
