"""Topping up stored value with cash: central quotes, the cash is taken, a receipt comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.member import Member
from posapp.errors import PosError, Refused
from posapp.lanes import ONLINE, STORE
from posapp.ui.sounds import Sound
from posapp.wire.facts import TopUpData
from posapp.wire.requests import TopUpQuote

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.workflows.members import Members
    from posapp.workflows.topping_up import ToppingUp


@dataclass(frozen=True, slots=True, kw_only=True)
class TopUpState:
    """First the amount, then the cash for it (`quote` stands), then it is done; minor units."""

    member: Member | None = None
    typed: int | None = None
    quote: TopUpQuote | None = None
    busy: bool = False
    done: TopUpData | None = None

    @property
    def change(self) -> int:
        """What would go back from the cash that is typed."""
        if self.quote is None:
            return 0
        return max(0, self.tendered - self.quote.principal)

    @property
    def tendered(self) -> int:
        """The cash handed over: exactly what is due until something is typed."""
        if self.quote is None:
            return 0
        return self.quote.principal if self.typed is None else self.typed


class TopUpPresenter(QObject):
    """`changed` carries a `TopUpState`; `topped_up` the `TopUpData` once it is durable,
    `renewed` the `Member` with her new balance."""

    changed = Signal(object)
    topped_up = Signal(object)
    renewed = Signal(object)
    why_asked = Signal()

    def __init__(
        self,
        topping_up: ToppingUp,
        members: Members,
        floor: Floor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._topping_up = topping_up
        self._members = members
        self._floor = floor
        self._state = TopUpState()

    @property
    def state(self) -> TopUpState:
        return self._state

    def enter(self, member: Member) -> None:
        self._state = TopUpState(member=member)
        self.changed.emit(self._state)

    @Slot(int)
    def type_amount(self, minor: int) -> None:
        """The field changed: minor units, or −1 while it holds no amount."""
        typed = None if minor < 0 else minor
        if not self._state.busy and self._state.done is None and typed != self._state.typed:
            self._show(typed=typed)

    @Slot()
    def confirm(self) -> None:
        """Enter: ask for a quote, take the cash, or leave when it is done."""
        state = self._state
        if state.busy or state.member is None:
            return
        if state.done is not None:
            self._floor.navigation.back()
        elif state.quote is None:
            self._quote(state.typed or 0)
        else:
            self._take(state.quote, state.tendered)

    def choose(self, amount: int) -> None:
        """A usual amount: quoted at once."""
        if not self._state.busy and self._state.quote is None:
            self._show(typed=amount)
            self._quote(amount)

    def _quote(self, amount: int) -> None:
        member = self._state.member
        if member is None or amount <= 0:
            self._tell(Refused("money.not_an_amount"))
            return
        self._show(busy=True)
        ask = partial(self._topping_up.quote, member, amount, self._floor.duty.need_staff())
        self._floor.background.run(ONLINE, ask, self._quoted, self._failed)

    def _quoted(self, quote: TopUpQuote) -> None:
        self._show(busy=False, quote=quote, typed=None)

    def _take(self, quote: TopUpQuote, tendered: int) -> None:
        member = self._state.member
        if member is None:
            return
        self._show(busy=True)
        duty = self._floor.duty
        take = partial(
            self._topping_up.take_cash, quote, tendered, member, duty.need_staff(), duty.shift
        )
        self._floor.background.run(STORE, take, self._taken, self._failed)

    def _taken(self, done: TopUpData) -> None:
        self._floor.sounds.play(Sound.PAID)
        self._show(busy=False, done=done)
        self.topped_up.emit(done)
        refresh = partial(self._members.refresh, done.member_id)
        self._floor.background.run(ONLINE, refresh, self._refreshed)

    def _refreshed(self, member: Member | None) -> None:
        if member is not None:
            self.renewed.emit(member)

    @Slot()
    def ask_why(self) -> None:
        """What she gets for her money; before central quoted it nobody knows."""
        if self._state.quote is None:
            self._tell(Refused("topup.not_quoted"))
        else:
            self.why_asked.emit()

    @Slot()
    def back(self) -> None:
        """Esc: from the cash back to the amount, from the amount away."""
        if self._state.busy:
            self._floor.sounds.play(Sound.BLOCKED)
        elif self._state.quote is not None and self._state.done is None:
            self._show(quote=None, typed=self._state.quote.principal)
        else:
            self._floor.navigation.back()

    def _failed(self, error: Exception) -> None:
        expired = isinstance(error, PosError) and error.key == "topup.quote_expired"
        self._show(busy=False, quote=None if expired else self._state.quote)
        self._floor.messages.show_error(error)

    def _tell(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
