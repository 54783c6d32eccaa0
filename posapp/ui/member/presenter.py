"""Finding a member and giving her the order; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.codes import (
    Context,
    MemberKey,
    Phone,
    PhoneTail,
    check_no_payment_code,
    classify,
)
from posapp.domain.own_codes import DynamicMemberCode
from posapp.domain.phones import phones_meant
from posapp.domain.tags import plates
from posapp.errors import PosError
from posapp.lanes import ONLINE, STORE
from posapp.ui.member.state import MemberState
from posapp.ui.navigation import Place
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.finding_members import FoundMembers
    from posapp.domain.member import Member
    from posapp.domain.sale import Sale
    from posapp.ui.floor import Floor
    from posapp.ui.surface import Scan
    from posapp.workflows.members import Members
    from posapp.workflows.revealing import Revealing

REVEAL_MS: Final = 5_000
MOST_RECENT: Final = 3


class MemberPresenter(QObject):
    """`changed` carries a `MemberState`; `chosen` the `Member` whose order it is from now on."""

    changed = Signal(object)
    chosen = Signal(object)
    cleared = Signal()
    """What was typed is not to stand in the field."""
    join_asked = Signal()
    """Somebody joins with the sale that was just paid."""

    def __init__(
        self,
        members: Members,
        revealing: Revealing,
        floor: Floor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._members = members
        self._revealing = revealing
        self._floor = floor
        self._state = MemberState()
        self._turn = 0
        self.paid: Callable[[], Sale | None] = lambda: None
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(REVEAL_MS)
        self._hide.timeout.connect(self.hide_phone)

    @property
    def state(self) -> MemberState:
        return self._state

    # -- finding

    def enter(self, asked: str | Member) -> None:
        """Open with what was typed, with nothing, or with the member of the order."""
        self.hide_phone()
        online = self._floor.desk.is_online()
        self._state = MemberState(recent=self._state.recent, online=online, paid=self.paid())
        self.changed.emit(self._state)
        if isinstance(asked, str):
            self.search(asked)
        else:
            self.show_recent(asked)

    @Slot(str)
    def type(self, text: str) -> None:
        """With each key whom this till knows by it; central is asked on Enter."""
        self._turn += 1
        if not self._state.busy:
            work = partial(self._members.preview, text)
            self._floor.background.run(STORE, work, partial(self._previewed, self._turn))

    def _previewed(self, turn: int, found: FoundMembers) -> None:
        if turn == self._turn and not self._state.busy:
            self.hide_phone()
            self._show(found=found.members, more=found.more, searched="", place=0, picked=False)

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for members by phone, its end, card, number, code or name."""
        wanted = text.strip()
        if not wanted or self._state.busy:
            return
        try:
            check_no_payment_code(wanted)
        except PosError as refusal:
            self.cleared.emit()
            self._floor.messages.show_error(refusal)
            return
        # What the keys before found comes too late now.
        self._turn += 1
        self._show(busy=True, searched=wanted, found=(), more=False, place=0, picked=False)
        look_up = partial(self._members.find, wanted)
        self._floor.background.run(ONLINE, look_up, self._found, self._failed)

    def _found(self, found: FoundMembers) -> None:
        self._show(busy=False, found=found.members, more=found.more, place=0)

    def _failed(self, error: Exception) -> None:
        self._show(busy=False)
        self._floor.messages.show_error(error)

    def take_scan(self, scan: Scan) -> bool:
        """A member's code, card or phone; anything else is refused by the router."""
        try:
            meaning = classify(scan.text, Context.MEMBER)[0]
        except PosError:
            return False
        match meaning:
            case DynamicMemberCode(member_number=text) | Phone(text=text):
                self.search(text)
            case MemberKey(text=text) | PhoneTail(text=text):
                self.search(text)
            case _:
                return False
        return True

    # -- choosing

    def select(self, place: int) -> None:
        """One of several that were found."""
        if 0 <= place < len(self._state.found):
            self._turn += 1
            self.hide_phone()
            self._show(place=place, picked=True)

    def select_next(self, step: int) -> None:
        self.select(self._state.place + step)

    @Slot(object)
    def show_recent(self, member: Member) -> None:
        """Somebody who was served a moment ago: shown at once, then refreshed."""
        self._turn += 1
        self._show(found=(member,), more=False, place=0, searched=member.number)
        refresh = partial(self._members.refresh, member.id)
        self._floor.background.run(ONLINE, refresh, self._refreshed)

    def _refreshed(self, member: Member | None) -> None:
        shown = self._state.member
        if member is not None and shown is not None and shown.id == member.id:
            self._show(found=(member,))

    @Slot()
    def confirm(self) -> None:
        """Enter: the order is hers; or, when nobody was found, registering begins."""
        member = self._state.member
        if member is not None:
            self.attach()
        elif self._state.is_unknown:
            self.register()

    @Slot()
    def attach(self) -> None:
        member = self._state.member
        if member is None:
            return
        others = tuple(each for each in self._state.recent if each.id != member.id)
        self._show(recent=(member, *others)[:MOST_RECENT])
        self.hide_phone()
        self._floor.navigation.back()
        self.chosen.emit(member)

    @Slot()
    def register(self) -> None:
        """Begin a registration with the phone that nobody has."""
        meant = phones_meant(self._state.searched)
        phone = meant[0] if len(meant) == 1 else ""
        self._floor.navigation.go(Place.REGISTER, phone)

    @Slot()
    def join(self) -> None:
        """Begin a registration with the sale that was just paid."""
        if self._state.paid is None:
            self.refuse()
        else:
            self.join_asked.emit()

    @Slot()
    def show_family(self) -> None:
        """What she agreed to, and who is around her card."""
        member = self._state.member
        if member is not None:
            self._floor.navigation.go(Place.FAMILY, member)

    @Slot()
    def top_up(self) -> None:
        member = self._state.member
        if member is not None:
            self._floor.navigation.go(Place.TOP_UP, member)

    @Slot()
    def open_file(self) -> None:
        """Everything about her, at central."""
        member = self._state.member
        if member is None or not self._floor.desk.is_online():
            self.refuse()
            return
        self.hide_phone()
        self._floor.navigation.go(Place.SERVICE, member)

    def by_conditions(self, typed: str) -> None:
        """Several conditions at once, at central."""
        self.hide_phone()
        self._floor.navigation.go(Place.SEARCH, typed)

    # -- the whole phone number

    @Slot()
    def reveal(self) -> None:
        """Show the phone for five seconds, after it was written down who asked."""
        member, duty = self._state.member, self._floor.duty
        if member is None or not member.phone:
            return
        ask = partial(self._revealing.phone, member, duty.need_staff(), duty.shift)
        self._floor.background.run(STORE, ask, partial(self._reveal, member))

    def _reveal(self, member: Member, phone: str) -> None:
        shown = self._state.member
        if shown is not None and shown.id == member.id:
            self._show(phone=phone)
            self._hide.start()

    @Slot()
    def hide_phone(self) -> None:
        self._hide.stop()
        if self._state.phone:
            self._show(phone="")

    @Slot()
    def back(self) -> None:
        self.hide_phone()
        self._floor.navigation.back()

    def refuse(self) -> None:
        """A key that means nothing here."""
        self._floor.sounds.play(Sound.BLOCKED)

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        settings, member = self._floor.desk.settings, state.member
        hers = () if member is None else member.tags
        tags = plates(settings.member_tags, hers, settings.language)
        self._state = replace(state, tags=tags)
        self.changed.emit(self._state)
