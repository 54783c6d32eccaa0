"""X: the open shift so far, without what it should hold for whoever will count it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import Refused
from posapp.lanes import STORE, device_lane
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.workflows.drawers import Drawers, XShown
    from posapp.workflows.printing import Printing


@dataclass(frozen=True, slots=True, kw_only=True)
class XWhileCounting:
    """X of a shift that is being counted: blind for everybody."""

    shift_id: str


class XPresenter(QObject):
    """`changed` carries an `XShown`, or None while there is none; `why_asked` asks the screen to
    explain what it shows.
    """

    changed = Signal(object)
    why_asked = Signal()

    def __init__(
        self, drawers: Drawers, printing: Printing, floor: Floor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drawers = drawers
        self._printing = printing
        self._floor = floor
        self._shift_id = ""
        self._counting = False
        self._shown: XShown | None = None

    @property
    def shown(self) -> XShown | None:
        return self._shown

    def enter(self, shift_id: str, *, counting: bool = False) -> None:
        """Of one open shift; empty for the one that is worked in. What another saw goes first."""
        self._show(None)
        shift = self._floor.duty.shift
        self._shift_id = shift_id or ("" if shift is None else shift.id)
        self._counting = counting
        staff = self._floor.duty.need_staff()
        work = partial(self._drawers.x, self._shift_id, staff, counting=counting)
        self._floor.background.run(STORE, work, self._show, self._failed)

    @Slot()
    def print(self) -> None:
        """The same on paper."""
        staff = self._floor.duty.need_staff()
        counting = self._counting
        work = partial(self._drawers.print_x, self._shift_id, staff, counting=counting)
        self._floor.background.run(STORE, work, self._queued, self._failed)

    def _queued(self, _done: object) -> None:
        self._floor.messages.show(tr("X 报表已打印"))
        self._floor.background.run(device_lane("printer"), self._printing.print_pending)

    @Slot()
    def ask_why(self) -> None:
        """How 应有 came about, for whoever may see it."""
        shown = self._shown
        if shown is None:
            return
        if shown.blind:
            self._floor.sounds.play(Sound.BLOCKED)
            self._floor.messages.show_error(Refused("shift.expected_hidden"))
            return
        self.why_asked.emit()

    @Slot()
    def drawers(self) -> None:
        self._floor.navigation.go(Place.DRAWERS)

    @Slot()
    def leave(self) -> None:
        """Nothing of the figures stays behind for who comes next."""
        self._show(None)

    def _show(self, shown: XShown | None) -> None:
        self._shown = shown
        self.changed.emit(shown)

    def _failed(self, error: Exception) -> None:
        self._floor.messages.show_error(error)
