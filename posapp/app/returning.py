"""Coming back to a till that was locked: the same person finds everything as it was, another one
her own beginning; a payment that is under way is lost to neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting

if TYPE_CHECKING:
    from posapp.app.beginning import Beginning
    from posapp.app.presenters import Presenters
    from posapp.ui.floor import Floor
    from posapp.ui.main_window import MainWindow
    from posapp.workflows.signing_in import CameIn

MOST_WAITS: Final = 3
"""How often an idle till stays open for a payment that waits; then it locks all the same."""


class Returning(QObject):
    """On the UI thread."""

    def __init__(
        self,
        window: MainWindow,
        floor: Floor,
        presenters: Presenters,
        beginning: Beginning,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._floor = floor
        self._presenters = presenters
        self._beginning = beginning
        self._waits = 0

    def may_wait(self) -> bool:
        """Whether an idle till waits for the answer to a payment: nobody touches it meanwhile."""
        pay = self._presenters.pay
        is_waiting = pay.is_under_way and not isinstance(pay.state.phase, Collecting)
        self._waits = self._waits + 1 if is_waiting else 0
        return 0 < self._waits <= MOST_WAITS

    @Slot(object)
    def coming(self, came: CameIn) -> None:
        """Another person is about to work: the order is put aside where the shop wants that."""
        sell, was_away = self._presenters.sell.presenter, self._floor.duty.staff is not None
        wanted = self._floor.desk.settings.switch_order == "hold" and not sell.is_empty
        is_another = was_away and not came.same
        if is_another and wanted and not self._presenters.pay.is_under_way:
            sell.parking.hold()

    @Slot(object)
    def signed_in(self, came: CameIn) -> None:
        """To where she left, to a payment that goes on, or to the beginning."""
        self._waits = 0
        if self._window.is_locked:
            self._window.unlock(keep_panels=came.same)
            if came.same:
                return
        self._beginning.signed_in(came.staff)
        if self._presenters.pay.is_under_way:
            self._floor.navigation.go(Place.PAY)
