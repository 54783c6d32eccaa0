"""A revoked till says so: once to each person who signs in, and whenever somebody asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.lanes import STORE
from posapp.ui.error_texts import text_for
from posapp.ui.health.revoked_sheet import RevokedSheet
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from posapp.app.till import Till
    from posapp.offline.journal_export import Written
    from posapp.ui.floor import Floor
    from posapp.ui.health.state import HealthState
    from posapp.ui.main_window import MainWindow


class RevokedHelp(QObject):
    """Lays the sheet over the window, and writes the sealed file from it."""

    def __init__(self, till: Till, floor: Floor, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._till = till
        self._floor = floor
        self._window = window
        self._told = ""
        self._sheet: RevokedSheet | None = None

    @Slot(object)
    def arrived(self, place: Place) -> None:
        """Somebody comes to sell who was not told yet."""
        staff = self._floor.duty.staff
        if place is Place.SELL and staff is not None and self._told != staff.id:
            self._tell_once()

    @Slot(object)
    def hear(self, state: HealthState) -> None:
        """Central has just said so, while somebody sells; or it takes the till back."""
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.show_waiting(state.sync.waiting)
        if not state.is_stopped:
            self._told = ""
        elif not self._told and self._window.top is self._window.layers.page:
            self._tell_once()

    def _tell_once(self) -> None:
        staff = self._floor.duty.staff
        if staff is not None and self._floor.desk.is_stopped:
            self._told = staff.id
            self.lay(unasked=True)

    def lay(self, *, unasked: bool = False) -> None:
        """What happened, what still works, what to do."""
        if self._sheet is not None and self._sheet.isVisible():
            return
        waiting = self._till.board.status.waiting
        sheet = self._sheet = RevokedSheet(self._window.frame, waiting)
        sheet.unasked = unasked
        sheet.export_asked.connect(self._export)
        self._floor.navigation.lay(sheet)

    @Slot()
    def _export(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.export.is_busy:
            return
        sheet.export.set_busy(True)
        done, failed = partial(self._written, sheet), partial(self._not_written, sheet)
        self._floor.background.run(STORE, self._till.export, done, failed)

    def _written(self, sheet: RevokedSheet, file: Written) -> None:
        sheet.show_file(str(file.path), file.entries)

    def _not_written(self, sheet: RevokedSheet, error: Exception) -> None:
        sheet.show_failure(text_for(error))
