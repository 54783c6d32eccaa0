"""Choosing the way to pay: by its row, its number, or the next one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.pay.state import WAYS, Collecting
from posapp.ui.pay.ways import reason_against
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.ui.pay.state import Way


class Choosing:
    """A part of the pay presenter; every method returns at once."""

    def __init__(self, session: PaySession, floor: Floor) -> None:
        self._session = session
        self._floor = floor

    def choose(self, way: Way) -> None:
        """Choose a way; one that is shut says why."""
        state = self._session.state
        if not isinstance(state.phase, Collecting):
            self._floor.sounds.play(Sound.BLOCKED)
            return
        reason = reason_against(way, state)
        if reason:
            self._floor.messages.show(reason)
            return
        self._session.show(way=way, typed=state.typed)

    def number(self, number: int) -> None:
        """Alt+1 is the first way."""
        if 1 <= number <= len(WAYS):
            self.choose(WAYS[number - 1])

    def next(self, step: int) -> None:
        """The next way up or down that is open."""
        state = self._session.state
        place = WAYS.index(state.way)
        for distance in range(1, len(WAYS)):
            way = WAYS[(place + step * distance) % len(WAYS)]
            if not reason_against(way, state):
                self.choose(way)
                return
