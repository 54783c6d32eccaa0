"""Two files of one person: who waits, side by side, made one, taken apart; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import OutcomeUnknown, PosError
from posapp.lanes import ONLINE
from posapp.ui.i18n import tr
from posapp.ui.merging.state import BY_HAND, Act, MergingState, Question, Shelf, Side
from posapp.ui.merging.wish import MergeWith
from posapp.ui.sounds import Sound
from posapp.wire.merging import PairShown

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.permissions import Staff
    from posapp.ui.floor import Floor
    from posapp.wire.merging import AlikeMember, MergeDone, MergeShown, PairsListed
    from posapp.workflows.merging import MergeDesk


class MergingPresenter(QObject):
    """`changed` carries a `MergingState`; `asked` a `Question` that waits for a person, `closed`
    fires when it is over; `moved` carries the id of the member whose file is other than it was.
    """

    changed = Signal(object)
    asked = Signal(object)
    closed = Signal()
    moved = Signal(str)

    def __init__(self, work: MergeDesk, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._floor = floor
        self._state = MergingState()
        self._turn = 0
        self._wants = ""

    @property
    def state(self) -> MergingState:
        return self._state

    # -- the list

    def open(self, wish: object) -> None:
        """Nothing of who was here before is left on it."""
        named = wish if isinstance(wish, MergeWith) else None
        self._wants = "" if named is None else named.merge_id
        self._state = MergingState(
            her=None if named is None else named.her,
            shelf=Shelf.DONE if self._wants else Shelf.WAITING,
        )
        self.load()

    @Slot()
    def load(self) -> None:
        """The first page anew."""
        self._read(("",))

    @Slot(str)
    def choose_shelf(self, value: str) -> None:
        self._show(shelf=Shelf(value))
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
        her = self._state.her
        ask = partial(self._work.pairs, self._staff, "" if her is None else her.member_id)
        done = partial(self._know_page, self._turn, places)
        self._run(partial(ask, places[-1]), done, partial(self._not_read, self._turn))

    def _know_page(self, turn: int, places: tuple[str, ...], page: PairsListed) -> None:
        if turn != self._turn:
            return
        self._show(
            loading=False,
            pairs=page.pairs,
            merges=page.merges,
            places=places,
            next=page.next,
            chosen=-1,
            told=None,
            why=None,
        )
        self.choose(self._first())

    def _first(self) -> int:
        """The merge that was wished for, else the first of the page."""
        ids = [each.merge_id for each in self._state.merges if self._state.shelf is Shelf.DONE]
        return ids.index(self._wants) if self._wants in ids else 0

    def _not_read(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        problem = error if isinstance(error, PosError) else None
        self._show(loading=False, pairs=(), merges=(), chosen=-1, told=None, problem=problem)
        if problem is None:
            self._floor.messages.show_error(error)

    # -- one of them

    def choose(self, place: int) -> None:
        """The row at this place, side by side where it is a pair; the older file stays at first."""
        if 0 <= place < self._state.count:
            self._show(chosen=place, keep=Side.LEFT)
            self._look()

    def step(self, by: int) -> None:
        """The row above or below."""
        self.choose(max(0, min(self._state.chosen + by, self._state.count - 1)))

    @Slot(str)
    def keep(self, value: str) -> None:
        """The other way round; what would be is asked for anew."""
        if self._state.pair is not None and self._state.keep != value:
            self._show(keep=Side(value))
            self._look()

    def _look(self) -> None:
        self._show(told=None, why=None)
        kept, gone = self._state.kept, self._state.gone
        if kept is None or gone is None:
            return
        self._turn += 1
        ask = partial(self._work.show, self._staff, kept.member_id, gone.member_id)
        self._run(ask, partial(self._know, self._turn), partial(self._not_known, self._turn))

    def _know(self, turn: int, told: MergeShown) -> None:
        if turn == self._turn:
            self._show(told=told)

    def _not_known(self, turn: int, error: Exception) -> None:
        if turn == self._turn and isinstance(error, PosError):
            self._show(why=error)
        elif turn == self._turn:
            self._floor.messages.show_error(error)

    # -- the other file, by hand

    @Slot(str)
    def find(self, text: str) -> None:
        """Put beside her whoever has this phone, number or card."""
        if self._state.her is not None and not self._state.loading:
            self._show(loading=True)
            ask = partial(self._work.other, self._staff, text)
            self._run(ask, self._found, self._not_found)

    def _found(self, other: AlikeMember) -> None:
        her = self._state.her
        if her is None:
            return
        beside = PairShown(first=her, second=other, reason=BY_HAND)
        others = tuple(each for each in self._state.pairs if each.reason != BY_HAND)
        self._show(loading=False, shelf=Shelf.WAITING, pairs=(beside, *others))
        self.choose(0)

    def _not_found(self, error: Exception) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._show(loading=False)
        self._floor.messages.show_error(error)

    # -- acts

    def ask(self, act: Act) -> None:
        """Put the question; nothing is done without a PIN."""
        state = self._state
        numbers = self._numbers(act)
        if numbers is None:
            return
        staff = self._staff
        question = Question(
            act=act,
            who=f"{staff.name} ({staff.number})",
            act_id=self._floor.desk.new_id() if state.merge is None else state.merge.merge_id,
            kept=numbers[0],
            gone=numbers[1],
        )
        self._show(question=question)
        self.asked.emit(question)

    def _numbers(self, act: Act) -> tuple[str, str] | None:
        state = self._state
        if act is Act.UNDO:
            if state.merge is None or state.her is None:
                return None
            return state.her.number, state.merge.gone_number
        if state.kept is None or state.gone is None or (act is Act.MERGE and state.told is None):
            return None
        return state.kept.number, state.gone.number

    def answer(self, reason: str, pin: str) -> None:
        """Do it in her name. The same again after a lost answer is the same one."""
        question = self._state.question
        work = None if question is None or question.busy else self._work_of(question, reason, pin)
        if question is not None and work is not None:
            self._show(question=replace(question, busy=True, refusal=None))
            self._run(work, partial(self._acted, question), self._not_acted)

    def _work_of(
        self, question: Question, reason: str, pin: str
    ) -> Callable[[], MergeDone | None] | None:
        state, staff = self._state, self._staff
        match question.act:
            case Act.UNDO:
                return partial(self._work.undo, staff, question.act_id, pin)
            case Act.MERGE:
                told = state.told
                if told is None:
                    return None
                return partial(self._work.merge, staff, told, reason, pin, question.act_id)
            case Act.DIFFERENT:
                pair = state.pair
                if pair is None:
                    return None
                ids = pair.first.member_id, pair.second.member_id
                return partial(self._work.different, staff, *ids, pin)
            case _:
                assert_never(question.act)

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

    def _acted(self, question: Question, done: MergeDone | None) -> None:
        state = self._state
        kept = state.kept
        self._end()
        self._floor.sounds.play(Sound.SCAN_OK)
        self._floor.messages.show(_done_text(question))
        if question.act is Act.MERGE and state.her is not None and kept is not None:
            self._show(her=kept)
        if done is not None:
            self.moved.emit(done.kept_id)
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

    @property
    def _staff(self) -> Staff:
        return self._floor.duty.need_staff()

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._floor.background.run(ONLINE, work, done, failed)

    def _show(self, **changes: object) -> None:
        changes["online"] = self._floor.desk.is_online()
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def _done_text(question: Question) -> str:
    match question.act:
        case Act.MERGE:
            return tr("已合并到 {kept}，没有变动前可以撤销", kept=question.kept)
        case Act.DIFFERENT:
            return tr("已记下是两个人，不再一起列出")
        case Act.UNDO:
            return tr("已撤销合并，两份档案和从前一样")
        case _:
            assert_never(question.act)
