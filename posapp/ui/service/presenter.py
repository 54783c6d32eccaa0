"""A member's file at the desk: opening, paging, revealing; acts are asked and done; no widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.consents import parse_purposes
from posapp.domain.extra_fields import parse_fields
from posapp.domain.member import Member
from posapp.errors import OutcomeUnknown, PosError, Refused
from posapp.lanes import ONLINE
from posapp.ui.i18n import tr
from posapp.ui.member.consent_side import ConsentSide
from posapp.ui.messages import Level
from posapp.ui.navigation import Place
from posapp.ui.service.forms import proof_of, what_of
from posapp.ui.service.state import Act, Question, Seen, ServiceState, Tab
from posapp.ui.sounds import Sound
from posapp.wire.service_desk import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.permissions import Staff
    from posapp.ui.floor import Floor
    from posapp.ui.service.forms import Fields
    from posapp.wire.privacy import ErasureShown
    from posapp.wire.service_desk import MemberFile, Shown, TimelinePage
    from posapp.workflows.desk import Desk
    from posapp.workflows.pay_outcomes import CodeSent
    from posapp.workflows.service_desk import ServiceDesk, Signature

REVEAL_MS: Final = 5_000
MOST_SEEN: Final = 5
_BY_TWO: Final = (Act.HOLDER, Act.ERASE, Act.TIER)
"""Nobody does these alone."""
_GONE_STALE: Final = "service.stale"
_NEEDS_SECOND: Final = ("service.needs_manager", "service.second_unknown")


class ServicePresenter(QObject):
    """`changed` carries a `ServiceState`; `asked` a `Question` that waits for a form, `closed`
    fires when it is over."""

    changed = Signal(object)
    asked = Signal(object)
    closed = Signal()

    def __init__(self, work: ServiceDesk, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._floor = floor
        self.side = ConsentSide(floor, self)
        self._state = ServiceState()
        self._turn = 0
        self._staff_id = ""
        self._tried: object = None
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(REVEAL_MS)
        self._hide.timeout.connect(self.hide)
        floor.duty.changed.connect(self._on_duty)

    @property
    def state(self) -> ServiceState:
        return self._state

    # -- opening

    @Slot(object)
    def open(self, who: object) -> None:
        """The file of a member, or of an id."""
        member_id = who.id if isinstance(who, Member) else str(who or "")
        self.hide()
        self._state = ServiceState(member_id=member_id, recent=self._state.recent)
        self.load()

    @Slot()
    def load(self) -> None:
        """Anew from the newest; whatever was done meanwhile is in it."""
        state = self._state
        if not state.member_id:
            self._show()
            return
        self._turn += 1
        self._show(loading=True, problem=None)
        staff = self._floor.duty.need_staff()
        ask = partial(self._work.open, staff, state.member_id, state.shelf)
        self._ask(ask, partial(self._know_file, self._turn))

    def _know_file(self, turn: int, file: MemberFile) -> None:
        if turn != self._turn:
            return
        self._show(
            loading=False,
            file=file,
            member_id=file.id,
            rows=file.timeline,
            next=file.next,
            places=("",),
            chosen=-1,
            recent=_seen_last(file, self._state.recent),
        )

    def _ask(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._floor.background.run(ONLINE, work, done, partial(self._not_read, self._turn))

    def _not_read(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        problem = error if isinstance(error, PosError) else None
        self._show(loading=False, problem=problem)
        self._floor.messages.show_error(error)

    @Slot()
    def _on_duty(self) -> None:
        """What one person looked at is not left for the next one."""
        staff = self._floor.duty.staff
        staff_id = "" if staff is None else staff.id
        if staff_id != self._staff_id:
            self._staff_id = staff_id
            self._turn += 1
            self._hide.stop()
            self._state = ServiceState()
            self.changed.emit(self._state)

    # -- the timeline

    def choose_tab(self, value: str) -> None:
        self._show(tab=Tab(value))

    def choose_shelf(self, value: str) -> None:
        self._show(shelf=Shelf(value))
        self._page(("",))

    @Slot()
    def next_page(self) -> None:
        if self._state.next and not self._state.loading:
            self._page((*self._state.places, self._state.next))

    @Slot()
    def page_before(self) -> None:
        places = self._state.places
        if len(places) > 1 and not self._state.loading:
            self._page(places[:-1])

    def _page(self, places: tuple[str, ...]) -> None:
        state = self._state
        if not state.member_id:
            return
        self._turn += 1
        self._show(loading=True, problem=None)
        staff = self._floor.duty.need_staff()
        ask = partial(self._work.page, staff, state.member_id, state.shelf, places[-1])
        self._ask(ask, partial(self._know_page, self._turn, places))

    def _know_page(self, turn: int, places: tuple[str, ...], page: TimelinePage) -> None:
        if turn == self._turn:
            self._show(loading=False, rows=page.rows, next=page.next, places=places, chosen=-1)

    def choose(self, place: int) -> None:
        if 0 <= place < len(self._state.rows):
            self._show(chosen=place)

    def step(self, by: int) -> None:
        """The row above or below."""
        last = len(self._state.rows) - 1
        self.choose(max(0, min(self._state.chosen + by, last)))

    # -- one thing in full

    def reveal(self, what: Shown = "phone") -> None:
        """Five seconds; central writes down who asked for what before it answers."""
        if self._state.file is None:
            return
        staff, member_id = self._floor.duty.need_staff(), self._state.member_id
        ask = partial(self._work.reveal, staff, member_id, what)
        done = partial(self._revealed, member_id, what)
        self._floor.background.run(ONLINE, ask, done, self._floor.messages.show_error)

    def _revealed(self, member_id: str, what: Shown, text: str) -> None:
        if member_id == self._state.member_id and text:
            self._show(revealed=text, bare=what)
            self._hide.start()

    @Slot()
    def hide(self) -> None:
        self._hide.stop()
        if self._state.revealed:
            self._show(revealed="")

    # -- acts

    def ask(self, act: Act) -> None:
        """Put the question; nothing is done without a reason and a PIN."""
        state = self._state
        if state.file is None:
            return
        staff = self._floor.duty.need_staff()
        question = _question(act, state, staff, self._floor.desk)
        self._tried = None
        self._show(question=question)
        self.asked.emit(question)
        if act is Act.HOLDER:
            self.side.open()
        if act is Act.ERASE:
            work = partial(self._work.erasure, staff, state.member_id)
            done = partial(self._know_standing, question.act_id)
            self._floor.background.run(ONLINE, work, done, self._not_sent)

    def _know_standing(self, act_id: str, standing: ErasureShown) -> None:
        question = self._state.question
        if question is not None and question.act_id == act_id:
            self._ask_again(standing=standing)

    def send_new(self, phone: str) -> None:
        """A code to the phone that shall be hers."""
        ask = partial(self._work.send_to_new, self._floor.duty.need_staff(), self._state.member_id)
        self._send(partial(ask, phone), "sent_new")

    def send_old(self) -> None:
        """A code to the phone that is hers."""
        question = self._state.question
        proves = question is not None and question.act in {Act.EXPORT, Act.PROVE}
        send = self._work.send_to_prove if proves else self._work.send_to_old
        ask = partial(send, self._floor.duty.need_staff(), self._state.member_id)
        self._send(ask, "sent_old")

    def _send(self, work: Callable[[], CodeSent], name: str) -> None:
        question = self._state.question
        if question is None or question.busy or question.sending:
            return
        self._ask_again(sending=True, refusal=None)
        self._floor.background.run(ONLINE, work, partial(self._sent, name), self._not_sent)

    def _sent(self, name: str, sent: CodeSent) -> None:
        self._ask_again(sending=False, **{name: sent})

    def _not_sent(self, error: Exception) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        refusal = error if isinstance(error, PosError) else None
        self._ask_again(sending=False, refusal=refusal)

    def answer(self, fields: Fields, signed: Signature) -> None:
        """Do it in her name. The same again after a lost answer is the same one."""
        question, file = self._state.question, self._state.file
        if question is None or question.busy or file is None:
            return
        if question.act is Act.EXPORT:
            self._hand_out(question, file, fields, signed)
            return
        try:
            what = what_of(question, fields)
        except Refused as refusal:
            self._not_acted(refusal)
            return
        if self._tried not in {None, (what, signed.note)}:
            question = replace(question, act_id=self._floor.desk.new_id())
        self._tried = (what, signed.note)
        self._show(question=replace(question, busy=True, refusal=None))
        staff = self._floor.duty.need_staff()
        work = partial(self._work.act, staff, file, what, signed, question.act_id)
        self._floor.background.run(ONLINE, work, self._acted, self._not_acted)

    def _hand_out(
        self, question: Question, file: MemberFile, fields: Fields, signed: Signature
    ) -> None:
        self._show(question=replace(question, busy=True, refusal=None))
        staff, folder = self._floor.duty.need_staff(), Path(fields["stick"])
        proof = proof_of(question, fields)
        work = partial(self._work.hand_out, staff, file, proof, signed, folder)
        self._floor.background.run(ONLINE, work, self._acted, self._not_acted)

    @Slot()
    def cancel(self) -> None:
        """The question is withdrawn; what was sent may have been done, so the file is read anew."""
        question = self._state.question
        if question is None or question.busy:
            return
        is_open = isinstance(question.refusal, OutcomeUnknown)
        self._end()
        if is_open:
            self.load()

    def _acted(self, _done: object) -> None:
        self._end()
        self._floor.sounds.play(Sound.SCAN_OK)
        self._floor.messages.show(tr("已办好，记入会员的经过"))
        self.load()

    def _not_acted(self, error: Exception) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        if not isinstance(error, PosError):
            self._end()
            self._floor.messages.show_error(error)
        elif error.key == _GONE_STALE:
            self._end()
            self._floor.messages.show(
                tr("刚才有人改过这份档案，已重新读取，请核对后再办"), Level.WARN
            )
            self.load()
        else:
            question = self._state.question
            was = question is not None and question.needs_second
            needs = was or error.key in _NEEDS_SECOND
            self._ask_again(busy=False, refusal=error, needs_second=needs)

    def _ask_again(self, **changes: object) -> None:
        question = self._state.question
        if question is not None:
            self._show(question=replace(question, **changes))  # type: ignore[arg-type]  # its fields

    def _end(self) -> None:
        self._show(question=None)
        self.closed.emit()

    # -- common

    @Slot()
    def complaints(self) -> None:
        """What waits at the service centre; with a file open a new one would be hers."""
        self._floor.navigation.go(Place.COMPLAINTS, self._state.member_id)

    @Slot()
    def back(self) -> None:
        self.hide()
        self._floor.navigation.back()

    def _show(self, **changes: object) -> None:
        changes["online"] = self._floor.desk.is_online()
        settings = self._floor.desk.settings
        changes["language"] = settings.language
        changes["extra_fields"] = parse_fields(settings.member_fields)
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def _seen_last(file: MemberFile, recent: tuple[Seen, ...]) -> tuple[Seen, ...]:
    seen = Seen(id=file.id, title=file.name or file.number)
    return (seen, *(each for each in recent if each.id != file.id))[:MOST_SEEN]


def _question(act: Act, state: ServiceState, staff: Staff, desk: Desk) -> Question:
    settings = desk.settings
    return Question(
        act=act,
        who=f"{staff.name} ({staff.number})",
        act_id=desk.new_id(),
        file=state.file,
        language=settings.language,
        reverses=state.row if act is Act.REVERSE else None,
        needs_second=act in _BY_TWO,
        asked_ms=desk.now_ms(),
        policy_version=settings.policy_version,
        purposes=parse_purposes(settings.consent_purposes),
        extra_fields=state.extra_fields,
    )
