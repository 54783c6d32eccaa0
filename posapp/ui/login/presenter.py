"""Who signs in, or comes back to a till that is locked: a tile or a badge chooses the person, six
digits prove it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.own_codes import StaffBadge, parse_own
from posapp.domain.permissions import Staff
from posapp.errors import PosError, Refused
from posapp.lanes import STORE
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.scan_text import normalise
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.floor import Floor
    from posapp.workflows.signing_in import CameIn, SigningIn

PIN_LENGTH: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInState:
    """What the screen shows. `away` is the person whose order waits behind the lock; `releasing`
    the one whom a superior is about to let try again.
    """

    people: tuple[Staff, ...] = ()
    chosen: Staff | None = None
    busy: bool = False
    refusal: PosError | None = None
    away: Staff | None = None
    releasing: Staff | None = None
    loaded: bool = False

    @property
    def may_release(self) -> bool:
        """Whether somebody is locked out whom a superior could release."""
        keys = ("sign_in.locked", "sign_in.till_locked")
        is_locked = self.refusal is not None and self.refusal.key in keys
        return is_locked and self.chosen is not None and self.releasing is None


class SignInPresenter(QObject):
    """`changed` carries the `SignInState`; `emptied` clears the PIN.

    `coming` tells who is about to work and `signed_in` who does, a `CameIn`.
    """

    changed = Signal(object)
    coming = Signal(object)
    signed_in = Signal(object)
    language_chosen = Signal(str)
    emptied = Signal()

    def __init__(self, signing_in: SigningIn, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signing_in = signing_in
        self._floor = floor
        self._in_payment: Callable[[], bool] = lambda: False
        self._state = SignInState()

    @property
    def state(self) -> SignInState:
        return self._state

    def watch_payment(self, in_payment: Callable[[], bool]) -> None:
        """How to know whether a payment is under way: its money belongs to one drawer."""
        self._in_payment = in_payment

    def enter(self) -> None:
        """The screen comes up: who may sign in, and whether somebody only stepped away."""
        away = self._floor.duty.staff
        self._show(busy=False, refusal=None, away=away, chosen=None, releasing=None)
        self.emptied.emit()
        self._floor.background.run(STORE, self._signing_in.people, self._know_people)

    def choose(self, staff: Staff) -> None:
        self._show(chosen=staff, refusal=None)
        self.emptied.emit()

    @Slot()
    def ask_release(self) -> None:
        """A superior comes to let the chosen person try again: now she is to be chosen."""
        if self._state.may_release:
            self._show(releasing=self._state.chosen, chosen=None, refusal=None)
            self.emptied.emit()

    @Slot()
    def leave_release(self) -> None:
        """Back to who wanted to sign in."""
        self._show(chosen=self._state.releasing, releasing=None, refusal=None)
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
        shift, locked = self._floor.duty.shift, self._state.releasing
        if locked is not None:
            work = partial(self._signing_in.release, locked.number, staff.number, pin, shift)
            self._floor.background.run(STORE, work, self._released, self._refuse)
            return
        come = partial(
            self._signing_in.come_in,
            staff.number,
            pin,
            self._state.away,
            shift,
            in_payment=self._in_payment(),
        )
        self._floor.background.run(STORE, come, self._welcome, self._refuse)

    def _know_people(self, people: tuple[Staff, ...]) -> None:
        away = self._state.away
        chosen = next((staff for staff in people if away and staff.id == away.id), None)
        if chosen is None and len(people) == 1:
            chosen = people[0]
        self._show(people=people, chosen=self._state.chosen or chosen, loaded=True)

    def _welcome(self, came: CameIn) -> None:
        self._show(busy=False, refusal=None, chosen=None)
        self.emptied.emit()
        self.coming.emit(came)
        duty = self._floor.duty
        if came.shift != duty.shift:
            duty.use_shift(came.shift)
        duty.sign_in(came.staff)
        self.signed_in.emit(came)

    def _released(self, superior: Staff) -> None:
        released = self._state.releasing
        self._show(busy=False, refusal=None, chosen=released, releasing=None)
        self.emptied.emit()
        if released is not None:
            text = tr("{boss}已解锁，{name}可以再输 PIN", boss=superior.name, name=released.name)
            self._floor.messages.show(text)

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
