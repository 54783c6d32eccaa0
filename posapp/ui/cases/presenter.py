"""A manager works off what waits at central: pages, one thing whole, acts; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.errors import OutcomeUnknown, PosError
from posapp.lanes import ONLINE, device_lane
from posapp.ui.cases.state import Act, CasesState, Question, View
from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.navigation import Place
from posapp.ui.sounds import Sound
from posapp.wire.case_work import Shelf
from posapp.wire.mending import pretty
from posapp.workflows.case_work import difference

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.floor import Floor
    from posapp.wire.case_work import CasesListed, CaseTold
    from posapp.workflows.case_work import CaseWork, DiffLine

PREVIEW: Final = device_lane("preview")
COMPARE_AFTER_MS: Final = 300
"""Typing rests before the two bodies are compared."""


class CasesPresenter(QObject):
    """`changed` carries a `CasesState`; `asked` a `Question` that a person has to answer, `closed`
    fires when it is over."""

    changed = Signal(object)
    asked = Signal(object)
    closed = Signal()

    def __init__(self, work: CaseWork, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._floor = floor
        self._state = CasesState()
        self._turn = 0
        self._kept: dict[str, str] = {}
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(COMPARE_AFTER_MS)
        self._resting.timeout.connect(self.compare)

    @property
    def state(self) -> CasesState:
        return self._state

    # -- the list

    @Slot()
    def open(self) -> None:
        """Somebody comes to the page: nothing of who was here before her is left on it."""
        self._kept.clear()
        self._state = CasesState()
        self.load()

    @Slot()
    def load(self) -> None:
        """The first page anew."""
        self._read(("",))

    @Slot(str)
    def choose_shelf(self, value: str) -> None:
        self._show(shelf=Shelf(value))
        self.load()

    def narrow(self, terminal: str) -> None:
        """Only tills whose code begins so."""
        wanted = terminal.strip().upper()
        if wanted != self._state.terminal:
            self._show(terminal=wanted)
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
        state = self._state
        self._show(loading=True, problem=None)
        ask = partial(
            self._work.page,
            self._floor.duty.need_staff(),
            state.shelf,
            state.terminal,
            places[-1],
        )
        turn = self._turn
        done = partial(self._know_page, turn, places)
        self._floor.background.run(ONLINE, ask, done, partial(self._not_read, turn))

    def _know_page(self, turn: int, places: tuple[str, ...], page: CasesListed) -> None:
        if turn != self._turn:
            return
        self._show(
            loading=False,
            rows=page.rows,
            total=page.total,
            oldest_ms=page.oldest_ms,
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
        self._show(loading=False, rows=(), total=0, chosen=-1, told=None, problem=problem)
        if problem is None:
            self._floor.messages.show_error(error)

    # -- one of them

    def choose(self, place: int) -> None:
        """Show the row at this place of the page whole."""
        rows = self._state.rows
        if not 0 <= place < len(rows):
            return
        row = rows[place]
        self._keep_text()
        self._show(chosen=place, told=None, view=View.RAW, raw="", text="", changes=(), wrong=None)
        ask = partial(self._work.show, self._floor.duty.need_staff(), row)
        self._floor.background.run(ONLINE, ask, partial(self._know, self._turn, place))

    def step(self, by: int) -> None:
        """The row above or below."""
        last = len(self._state.rows) - 1
        self.choose(max(0, min(self._state.chosen + by, last)))

    def _know(self, turn: int, place: int, told: CaseTold) -> None:
        if (turn, place) != (self._turn, self._state.chosen):
            return
        fact = told.fact
        raw = told.letter if fact is None else pretty(fact.body)
        text = raw if fact is None else self._kept.get(fact.event_id, raw)
        self._show(told=told, raw=raw, text=text)
        if text != raw:
            self.compare()

    def _keep_text(self) -> None:
        """What was typed about one fact waits until she comes back to it."""
        state = self._state
        fact = None if state.told is None else state.told.fact
        if fact is None:
            return
        if state.is_changed:
            self._kept[fact.event_id] = state.text
        else:
            self._kept.pop(fact.event_id, None)

    @Slot(str)
    def choose_view(self, value: str) -> None:
        self._show(view=View(value))

    def edit(self, text: str) -> None:
        """The editor holds other text; once typing rests the difference follows."""
        if text != self._state.text:
            self._state = replace(self._state, text=text)
            self._resting.start()

    @Slot()
    def compare(self) -> None:
        """Compare the bodies where nobody waits for it: one may be a quarter of a megabyte."""
        self._resting.stop()
        state = self._state
        fact = None if state.told is None else state.told.fact
        if fact is None:
            return
        if not state.is_changed:
            self._show(changes=(), wrong=None)
            return
        text = state.text
        work = partial(difference, fact, text)
        done, failed = partial(self._compared, text), partial(self._not_compared, text)
        self._floor.background.run(PREVIEW, work, done, failed)

    def _compared(self, text: str, changes: tuple[DiffLine, ...]) -> None:
        if text == self._state.text:
            self._show(changes=changes, wrong=None)

    def _not_compared(self, text: str, error: Exception) -> None:
        if text == self._state.text:
            wrong = error if isinstance(error, PosError) else None
            self._show(changes=(), wrong=wrong)

    @Slot()
    def take_back(self) -> None:
        """The editor shows again what came."""
        self._show(text=self._state.raw, changes=(), wrong=None)

    @Slot()
    def to_member(self) -> None:
        """The file of whom it is about."""
        told = self._state.told
        if told is not None and told.member_id:
            self._floor.navigation.go(Place.SERVICE, told.member_id)

    # -- acts

    def ask(self, act: Act) -> None:
        """Put the question; nothing is done without a note and a PIN."""
        if self._state.told is None:
            return
        staff = self._floor.duty.need_staff()
        asked = act is Act.CLOSE and self._state.told.asked
        question = Question(act=act, who=f"{staff.name} ({staff.number})", is_asked=asked)
        self._show(question=question)
        self.asked.emit(question)

    def answer(self, note: str, pin: str, words: str = "") -> None:
        """Do it in her name, once; `words` are for the member who asked."""
        state = self._state
        question, told = state.question, state.told
        if question is None or question.busy or told is None:
            return
        self._ask_again(busy=True, refusal=None)
        work = self._act(question.act, told, note, pin)
        if words:
            staff = self._floor.duty.need_staff()
            work = partial(self._work.close, staff, pin, note, told.case_id, answer=words)
        self._floor.background.run(ONLINE, work, self._acted, self._not_acted)

    @Slot()
    def cancel(self) -> None:
        """The question is withdrawn; nothing is done."""
        if self._state.question is not None and not self._state.question.busy:
            self._end()

    def _act(self, act: Act, told: CaseTold, note: str, pin: str) -> Callable[[], None]:
        staff = self._floor.duty.need_staff()
        if act is Act.CLOSE or told.fact is None:
            return partial(self._work.close, staff, pin, note, told.case_id)
        text = self._state.text if act is Act.MEND else None
        return partial(self._work.mend, staff, pin, note, told.fact, text)

    def _acted(self, _nothing: None) -> None:
        act = Act.CLOSE if self._state.question is None else self._state.question.act
        self._end()
        self._floor.sounds.play(Sound.SCAN_OK)
        closed = act is Act.CLOSE
        self._floor.messages.show(tr("已关闭，记入日志") if closed else tr("已入账，记入日志"))
        self.load()

    def _not_acted(self, error: Exception) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        if isinstance(error, OutcomeUnknown):
            # Done or not: the list knows.
            self._end()
            self._floor.messages.show(tr("总部没有应答，请看列表是否已处理"), Level.WARN)
            self.load()
        elif isinstance(error, PosError):
            self._ask_again(busy=False, refusal=error)
        else:
            self._end()
            self._floor.messages.show_error(error)

    def _ask_again(self, *, busy: bool, refusal: PosError | None) -> None:
        question = self._state.question
        if question is not None:
            self._show(question=replace(question, busy=busy, refusal=refusal))

    def _end(self) -> None:
        self._show(question=None)
        self.closed.emit()

    # -- common

    @Slot()
    def back(self) -> None:
        self._floor.navigation.back()

    def _show(self, **changes: object) -> None:
        changes["now_ms"] = self._floor.desk.now_ms()
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
