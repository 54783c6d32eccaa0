"""Opening a shift with its float; knows no widget."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.lanes import STORE
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from posapp.domain.shift import Shift
    from posapp.ui.floor import Floor
    from posapp.workflows.shifts import Shifts


class OpenPresenter(QObject):
    """`busy_changed` while the shift is being opened; afterwards the till goes to the order."""

    busy_changed = Signal(bool)

    def __init__(self, shifts: Shifts, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shifts = shifts
        self._floor = floor
        self._busy = False

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
        work = partial(self._shifts.open, float_amount, self._floor.duty.need_staff())
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
