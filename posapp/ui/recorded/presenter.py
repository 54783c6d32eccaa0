"""Payments taken elsewhere at a manager's till; asked of central and never kept here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import OutcomeUnknown, PosError
from posapp.lanes import ONLINE
from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.recorded.state import RecordedState, Settling
from posapp.ui.sounds import Sound
from posapp.wire.recorded import Standing

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.wire.recorded import RecordedListed
    from posapp.workflows.recorded_desk import RecordedDesk


class RecordedPresenter(QObject):
    """`changed` carries a `RecordedState`; `asked` a `Settling` to be answered, `closed` that it
    is over."""

    changed = Signal(object)
    asked = Signal(object)
    closed = Signal()

    def __init__(self, desk: RecordedDesk, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._state = RecordedState()

    @property
    def state(self) -> RecordedState:
        return self._state

    # -- the list

    @Slot()
    def open(self) -> None:
        """Begin with what waits."""
        self._state = RecordedState()
        self.load()

    @Slot()
    def load(self) -> None:
        """Ask central anew."""
        self._show(loading=True, problem=None)
        standing = self._state.standing
        ask = partial(self._desk.listed, self._floor.duty.need_staff(), standing)
        know, failed = partial(self._know, standing), partial(self._failed, standing)
        self._floor.background.run(ONLINE, ask, know, failed)

    def _know(self, standing: Standing, listed: RecordedListed) -> None:
        if standing is not self._state.standing:
            return
        chosen = min(max(self._state.chosen, 0), len(listed.rows) - 1)
        self._show(
            rows=listed.rows,
            total=listed.total,
            amount=listed.amount,
            chosen=chosen,
            loading=False,
        )

    def _failed(self, standing: Standing, error: Exception) -> None:
        if standing is not self._state.standing:
            return
        problem = error if isinstance(error, PosError) else None
        self._show(loading=False, rows=(), total=0, amount=0, chosen=-1, problem=problem)
        if problem is None:
            self._floor.messages.show_error(error)

    @Slot(str)
    def choose_standing(self, value: str) -> None:
        self._show(standing=Standing(value), rows=(), total=0, amount=0, chosen=-1)
        self.load()

    def choose(self, place: int) -> None:
        if 0 <= place < len(self._state.rows):
            self._show(chosen=place)

    def step(self, step: int) -> None:
        """The payment above or below."""
        self.choose(self._state.chosen + step)

    @Slot()
    def back(self) -> None:
        self._floor.navigation.back()

    # -- settling one

    @Slot()
    def ask_seen(self) -> None:
        if self._state.may_be_seen:
            self._ask(seen=True)

    @Slot()
    def ask_missing(self) -> None:
        if self._state.may_be_missed:
            self._ask(seen=False)

    def _ask(self, *, seen: bool) -> None:
        row = self._state.row
        if row is None or self._state.settling is not None:
            return
        staff = self._floor.duty.need_staff()
        settling = Settling(row=row, seen=seen, who=f"{staff.name} ({staff.number})")
        self._show(settling=settling)
        self.asked.emit(settling)

    def answer(self, note: str, pin: str) -> None:
        """Do it in her name, once."""
        settling = self._state.settling
        if settling is None or settling.busy:
            return
        self._show(settling=replace(settling, busy=True, refusal=None))
        staff = self._floor.duty.need_staff()
        work = partial(self._desk.settle, staff, pin, note, settling.row.id, seen=settling.seen)
        self._floor.background.run(ONLINE, work, self._settled, self._not_settled)

    @Slot()
    def cancel(self) -> None:
        """The question is withdrawn; nothing is done."""
        if self._state.settling is not None and not self._state.settling.busy:
            self._end()

    def _settled(self, _nothing: None) -> None:
        settling = self._state.settling
        seen = settling is not None and settling.seen
        self._end()
        self._floor.sounds.play(Sound.SCAN_OK)
        told = tr("已记为查到") if seen else tr("已记为没查到，列入待处理")
        self._floor.messages.show(told)
        self.load()

    def _not_settled(self, error: Exception) -> None:
        settling = self._state.settling
        self._floor.sounds.play(Sound.BLOCKED)
        if isinstance(error, OutcomeUnknown):
            # Done or not: the list knows.
            self._end()
            self._floor.messages.show(tr("总部没有应答，请看列表是否已处理"), Level.WARN)
            self.load()
        elif settling is not None and isinstance(error, PosError):
            self._show(settling=replace(settling, busy=False, refusal=error))
        else:
            self._end()
            self._floor.messages.show_error(error)

    def _end(self) -> None:
        self._show(settling=None)
        self.closed.emit()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
