"""Who may be here already, while somebody registers: asked once for each thing that is whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import PosError
from posapp.lanes import ONLINE
from posapp.ui.navigation import Place
from posapp.wire.merging import AlikeMember
from posapp.workflows.likeness import NOTHING

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.wire.merging import AlikeAsked
    from posapp.workflows.likeness import Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeState:
    """Likeliest first, masked."""

    members: tuple[AlikeMember, ...] = ()

    @property
    def first(self) -> AlikeMember | None:
        return self.members[0] if self.members else None


class AlikePresenter(QObject):
    """`changed` carries an `AlikeState`. Nothing waits for it, and nothing that it fails at is
    told: whoever is twice here is found again when central looks through all.
    """

    changed = Signal(object)
    taken = Signal(object)
    """The `Member` whom the clerk serves instead of registering somebody."""

    def __init__(self, work: Likeness, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._floor = floor
        self._state = AlikeState()
        self._asked = NOTHING
        self._on_its_way: AlikeAsked | None = None

    @property
    def state(self) -> AlikeState:
        return self._state

    def begin(self, known: AlikeAsked = NOTHING) -> None:
        """Somebody else; of what is `known` already nobody is here."""
        self._asked = known
        self._show(())

    def hear(self, asked: AlikeAsked) -> None:
        """What is whole now. The same as before is not asked again, and one question at a time is
        on its way.
        """
        if asked == self._asked:
            return
        self._asked = asked
        if asked == NOTHING:
            self._show(())
        elif self._on_its_way is None:
            self._ask()

    @Slot()
    def open_file(self) -> None:
        """Her file; the form stays as it is meanwhile."""
        first = self._state.first
        if first is not None:
            self._floor.navigation.go(Place.SERVICE, first.member_id)

    @Slot()
    def take(self) -> None:
        """She is the one: as fresh as she can be had."""
        first = self._state.first
        if first is not None:
            work = partial(self._work.her, first)
            show = self._floor.messages.show_error
            self._floor.background.run(ONLINE, work, self.taken.emit, show)

    def _ask(self) -> None:
        asked = self._on_its_way = self._asked
        work = partial(self._work.alike, asked)
        self._floor.background.run(ONLINE, work, self._heard, self._not_heard)

    def _heard(self, members: tuple[AlikeMember, ...]) -> None:
        if self._is_current():
            self._show(members)

    def _not_heard(self, error: Exception) -> None:
        if self._is_current():
            self._show(())
        if not isinstance(error, PosError):
            self._floor.messages.show_error(error)

    def _is_current(self) -> bool:
        """Whether the answer is to what stands there now; else that is asked next."""
        answered, self._on_its_way = self._on_its_way, None
        if answered == self._asked:
            return True
        if self._asked != NOTHING:
            self._ask()
        return False

    def _show(self, members: tuple[AlikeMember, ...]) -> None:
        if members != self._state.members:
            self._state = AlikeState(members=members)
            self.changed.emit(self._state)
