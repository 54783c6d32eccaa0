"""What waits at the service centre: pages, one complaint whole, steps; knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.complaints import CallOutcome, ComplaintAbout, ComplaintStep, ComplaintWay
from posapp.errors import OutcomeUnknown, PosError
from posapp.lanes import ONLINE
from posapp.ui.complaints.state import ComplaintsState, Question
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.sounds import Sound
from posapp.wire.complaints import (
    ComplaintAnswer,
    ComplaintCall,
    ComplaintClose,
    ComplaintRecord,
    ComplaintShelf,
    ComplaintTake,
)

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.wire.complaints import ComplaintsListed, ComplaintTold
    from posapp.workflows.complaints import ComplaintDesk, Step

Fields = Mapping[str, str]


class ComplaintsPresenter(QObject):
    """`changed` carries a `ComplaintsState`; `asked` a `Question` that waits for a person, `closed`
    fires when it is over."""

    changed = Signal(object)
    asked = Signal(object)
    closed = Signal()

    def __init__(self, work: ComplaintDesk, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._floor = floor
        self._state = ComplaintsState()
        self._turn = 0

    @property
    def state(self) -> ComplaintsState:
        return self._state

    # -- the list

    def open(self, member_id: str) -> None:
        """Nothing of who was here before is left on it."""
        self._state = ComplaintsState(member_id=member_id)
        self.load()

    @Slot()
    def load(self) -> None:
        """The first page anew."""
        self._read(("",))

    @Slot(str)
    def choose_shelf(self, value: str) -> None:
        self._show(shelf=ComplaintShelf(value))
        self.load()

    @Slot()
    def next_page(self) -> None:
        if self._state.next and not self._state.loading:
            self._read((*self._state.places, self._state.next))

    @Slot()
    def page_before(self) -> None:
        places = self._state.places
        if len(places) > 1 and not self._state.loading:
            self._read(places[:-1])

    def _read(self, places: tuple[str, ...]) -> None:
        self._turn += 1
        self._show(loading=True, problem=None)
        staff = self._floor.duty.need_staff()
        ask = partial(self._work.page, staff, self._state.shelf, places[-1])
        done = partial(self._know_page, self._turn, places)
        self._floor.background.run(ONLINE, ask, done, partial(self._not_read, self._turn))

    def _know_page(self, turn: int, places: tuple[str, ...], page: ComplaintsListed) -> None:
        if turn != self._turn:
            return
        self._show(
            loading=False,
            rows=page.rows,
            waiting=page.waiting,
            late=page.late,
            places=places,
            next=page.next,
            chosen=-1,
            told=None,
        )
        if page.rows:
            self.choose(0)

    def _not_read(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        problem = error if isinstance(error, PosError) else None
        self._show(loading=False, rows=(), chosen=-1, told=None, problem=problem)
        if problem is None:
            self._floor.messages.show_error(error)

    # -- one of them

    def choose(self, place: int) -> None:
        """Show the row at this place of the page whole."""
        rows = self._state.rows
        if not 0 <= place < len(rows):
            return
        self._show(chosen=place, told=None)
        ask = partial(self._work.show, self._floor.duty.need_staff(), rows[place].id)
        done = partial(self._know, self._turn, place)
        self._floor.background.run(ONLINE, ask, done, self._floor.messages.show_error)

    def step(self, by: int) -> None:
        """The row above or below."""
        last = len(self._state.rows) - 1
        self.choose(max(0, min(self._state.chosen + by, last)))

    def _know(self, turn: int, place: int, told: ComplaintTold) -> None:
        if (turn, place) == (self._turn, self._state.chosen):
            self._show(told=told)

    @Slot()
    def to_member(self) -> None:
        """Her file, where something can be made up for."""
        told = self._state.told
        if told is not None and told.row.member_id:
            self._floor.navigation.go(Place.SERVICE, told.row.member_id)

    # -- steps

    def ask(self, step: ComplaintStep) -> None:
        """Put the question; nothing is done without words and a PIN."""
        if step is not ComplaintStep.RECORDED and self._state.told is None:
            return
        staff = self._floor.duty.need_staff()
        question = Question(
            step=step, who=f"{staff.name} ({staff.number})", act_id=self._floor.desk.new_id()
        )
        self._show(question=question)
        self.asked.emit(question)

    def answer(self, fields: Fields, note: str, pin: str) -> None:
        """Do it in her name. The same again after a lost answer is the same one."""
        state = self._state
        question, told = state.question, state.told
        if question is None or question.busy:
            return
        is_new = question.step is ComplaintStep.RECORDED
        if not is_new and told is None:
            return
        self._show(question=replace(question, busy=True, refusal=None))
        work = partial(
            self._work.act,
            self._floor.duty.need_staff(),
            step_of(question.step, fields, state.member_id),
            complaint_id="" if is_new or told is None else told.row.id,
            note=note,
            pin=pin,
            act_id=question.act_id,
        )
        self._floor.background.run(ONLINE, work, self._acted, self._not_acted)

    @Slot()
    def cancel(self) -> None:
        """The question is withdrawn; what was sent may have been done, so the list is read anew."""
        question = self._state.question
        if question is None or question.busy:
            return
        is_open = isinstance(question.refusal, OutcomeUnknown)
        self._end()
        if is_open:
            self.load()

    def _acted(self, _complaint_id: str) -> None:
        self._end()
        self._floor.sounds.play(Sound.SCAN_OK)
        self._floor.messages.show(tr("已记入投诉"))
        self.load()

    def _not_acted(self, error: Exception) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        question = self._state.question
        if question is None or not isinstance(error, PosError):
            self._end()
            self._floor.messages.show_error(error)
        else:
            self._show(question=replace(question, busy=False, refusal=error))

    def _end(self) -> None:
        self._show(question=None)
        self.closed.emit()

    # -- common

    @Slot()
    def back(self) -> None:
        self._floor.navigation.back()

    def _show(self, **changes: object) -> None:
        changes["now_ms"] = self._floor.desk.now_ms()
        changes["online"] = self._floor.desk.is_online()
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def step_of(step: ComplaintStep, fields: Fields, member_id: str) -> Step:
    """What central is asked to do."""
    match step:
        case ComplaintStep.RECORDED:
            return ComplaintRecord(
                about=ComplaintAbout(fields["about"]),
                way=ComplaintWay(fields["way"]),
                member_id=member_id,
                receipt=fields.get("receipt", ""),
            )
        case ComplaintStep.TAKEN:
            return ComplaintTake()
        case ComplaintStep.ANSWERED:
            return ComplaintAnswer()
        case ComplaintStep.CALLED:
            return ComplaintCall(outcome=CallOutcome(fields["outcome"]))
        case ComplaintStep.CLOSED:
            return ComplaintClose()
        case ComplaintStep.COMPENSATED:
            raise ValueError(step)
        case _:
            assert_never(step)
