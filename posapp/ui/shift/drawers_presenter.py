"""The drawers of the till: whose they are, switched, taken over, put aside, counted later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.permissions import Permission
from posapp.lanes import STORE
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.workflows.drawers import DrawersKnown

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.ui.floor import Floor
    from posapp.workflows.drawers import Drawers


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawersState:
    """`known` is what the store said last; no figure of money is among it."""

    known: DrawersKnown | None = None
    busy: bool = False


class DrawersPresenter(QObject):
    """`changed` carries a `DrawersState`."""

    changed = Signal(object)

    def __init__(self, drawers: Drawers, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawers = drawers
        self._floor = floor
        self._state = DrawersState()
        floor.duty.changed.connect(self.load)

    @property
    def state(self) -> DrawersState:
        return self._state

    @property
    def staff(self) -> Staff | None:
        return self._floor.duty.staff

    @property
    def shift(self) -> Shift | None:
        return self._floor.duty.shift

    @Slot()
    def load(self) -> None:
        """Ask again which drawers stand open."""
        self._floor.background.run(STORE, self._drawers.known, self._know)

    def begin(self, staff: Staff) -> None:
        """Somebody signed in: to her own drawer, to the one in use, or to a float of her own."""
        known, shift = self._state.known, self._floor.duty.shift
        mine = None if known is None else known.of(staff)
        own_only = self._floor.desk.settings.drawer_per_cashier
        if mine is not None and mine != (None if known is None else known.in_use):
            self.use(mine.shift.id)
        elif shift is not None and (mine is not None or not own_only):
            self._floor.navigation.go(Place.SELL)
        elif known is None or known.free:
            self._floor.navigation.go(Place.SHIFT_OPEN)
        else:
            self._floor.navigation.go(Place.DRAWERS)

    @Slot(str)
    def use(self, shift_id: str) -> None:
        """Sell with this drawer; another's is taken over."""
        self._run(partial(self._drawers.use, shift_id, self._floor.duty.need_staff()), self._used)

    def _used(self, shift: Shift) -> None:
        self._floor.duty.use_shift(shift)
        self._floor.messages.show(tr("钱箱 {name} 使用中", name=shift.drawer))
        self._floor.navigation.go(Place.SELL)

    @Slot(str)
    def put_aside(self, shift_id: str) -> None:
        """The drawer is counted later; the next person signs in."""
        work = partial(self._drawers.put_aside, shift_id, self._floor.duty.need_staff())
        self._run(work, self._is_aside)

    def _is_aside(self, shift: Shift) -> None:
        duty = self._floor.duty
        text = tr("钱箱 {name} 已暂停，之后由本人或店长清点", name=shift.drawer)
        self._floor.messages.show(text)
        if duty.shift is not None and duty.shift.id == shift.id:
            duty.use_shift(None)
            duty.sign_out()
            self._floor.navigation.go(Place.SIGN_IN)

    @Slot(str)
    def open(self, drawer: str) -> None:
        self._floor.navigation.go(Place.SHIFT_OPEN, drawer)

    @Slot(str)
    def count(self, shift_id: str) -> None:
        self._floor.navigation.go(Place.SHIFT_CLOSE, shift_id)

    @Slot(str)
    def report(self, shift_id: str) -> None:
        self._floor.navigation.go(Place.X_REPORT, shift_id)

    def may_count(self, holder_id: str) -> bool:
        staff = self.staff
        return staff is not None and (staff.id == holder_id or staff.may(Permission.APPROVE))

    @Slot()
    def back(self) -> None:
        """To the order where there is a drawer to sell with, otherwise to the sign-in."""
        if self._floor.duty.shift is not None:
            self._floor.navigation.go(Place.SELL)
            return
        self._floor.duty.sign_out()
        self._floor.navigation.go(Place.SIGN_IN)

    def _run(self, work: partial[Shift], done: object) -> None:
        if self._state.busy:
            return
        self._show(busy=True)
        self._floor.background.run(STORE, work, partial(self._done, done), self._failed)

    def _done(self, done: object, shift: Shift) -> None:
        self._show(busy=False)
        assert callable(done)
        done(shift)
        self.load()

    def _failed(self, error: Exception) -> None:
        self._show(busy=False)
        self._floor.messages.show_error(error)

    def _know(self, known: DrawersKnown) -> None:
        self._show(known=known)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
