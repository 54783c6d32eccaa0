"""Who signs in: a tile or a badge chooses the person, six digits prove it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.own_codes import StaffBadge, parse_own
from posapp.domain.permissions import Staff
from posapp.errors import PosError, Refused
from posapp.lanes import STORE
from posapp.ui.navigation import Place
from posapp.ui.scan_text import normalise
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.workflows.signing_in import SigningIn

PIN_LENGTH: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInState:
    """What the screen shows. `locked_to` is the person of the order that waits behind the lock."""

    people: tuple[Staff, ...] = ()
    chosen: Staff | None = None
    busy: bool = False
    refusal: PosError | None = None
    locked_to: str = ""
    loaded: bool = False


class SignInPresenter(QObject):
    """`changed` carries the `SignInState`; `signed_in` the `Staff`; `emptied` clears the PIN."""

    changed = Signal(object)
    signed_in = Signal(object)
    language_chosen = Signal(str)
    emptied = Signal()

    def __init__(self, signing_in: SigningIn, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signing_in = signing_in
        self._floor = floor
        self._state = SignInState()

    @property
    def state(self) -> SignInState:
        return self._state

    def enter(self) -> None:
        """The screen comes up: who may sign in, and whether somebody only stepped away."""
        staff = self._floor.duty.staff
        locked_to = "" if staff is None else staff.number
        self._show(busy=False, refusal=None, locked_to=locked_to, chosen=None)
        self.emptied.emit()
        self._floor.background.run(STORE, self._signing_in.people, self._know_people)

    def choose(self, staff: Staff) -> None:
        self._show(chosen=staff, refusal=None)
        self.emptied.emit()

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Another language for every screen; the composition root changes it."""
        self.language_chosen.emit(language)

    @Slot()
    def ask_comfort(self) -> None:
        """To the page of themes, sizes and sounds: whoever cannot read this must get there."""
        self._floor.navigation.go(Place.COMFORT)

    def scan(self, text: str) -> bool:
        """A badge chooses its person; anything else is of no use here."""
        found = parse_own(normalise(text))
        if isinstance(found, StaffBadge) and self.choose_number(found.staff_number):
            self._floor.sounds.play(Sound.SCAN_OK)
            return True
        return False

    def choose_number(self, number: str) -> bool:
        """Choose by number; False when nobody here has it."""
        for staff in self._state.people:
            if staff.number == number:
                self.choose(staff)
                return True
        return False

    @Slot(str)
    def try_pin(self, pin: str) -> None:
        """All digits are there: prove the person."""
        staff = self._state.chosen
        if staff is None or self._state.busy or len(pin) < PIN_LENGTH:
            return
        self._show(busy=True, refusal=None)
        shift = self._floor.duty.shift
        self._floor.background.run(
            STORE,
            partial(self._signing_in.sign_in, staff.number, pin, shift),
            self._welcome,
            self._refuse,
        )

    def _know_people(self, people: tuple[Staff, ...]) -> None:
        wanted = self._state.locked_to
        chosen = next((staff for staff in people if staff.number == wanted), None)
        if chosen is None and len(people) == 1:
            chosen = people[0]
        self._show(people=people, chosen=self._state.chosen or chosen, loaded=True)

    def _welcome(self, staff: Staff) -> None:
        self._show(busy=False, refusal=None, chosen=None)
        self.emptied.emit()
        self._floor.duty.sign_in(staff)
        self.signed_in.emit(staff)

    def _refuse(self, error: Exception) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        if isinstance(error, Refused):
            self._show(busy=False, refusal=error)
        else:
            self._show(busy=False)
            self._floor.messages.show_error(error)
        self.emptied.emit()

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
