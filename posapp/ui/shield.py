"""What comes by itself is not answered by a key or tap that was meant for what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer

if TYPE_CHECKING:
    from posapp.ui.surface import Surface

HOLD_OFF_MS: Final = 450
"""Longer than a hand takes for the second press of a habit, shorter than reading a question."""
LONGEST_MS: Final = 3_000
"""A release that never came (another window had the keyboard) shuts nobody out for longer."""


class Shield:
    """Knows which keys are down; once raised it turns presses away for a moment, and until every
    key that was down then, or was turned away, has been let go.
    """

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._held: set[int] = set()
        self._over: Surface | None = None
        self._since = QElapsedTimer()

    def raise_over(self, surface: Surface) -> None:
        """`surface` came by itself and has just been shown."""
        self._over = surface
        self._held = set(self._down)
        self._since.start()

    def key_pressed(self, key: int, *, repeat: bool) -> None:
        if not repeat:
            self._held.discard(key)
        self._down.add(key)

    def key_released(self, key: int, *, repeat: bool) -> None:
        if not repeat:
            self._down.discard(key)
            self._held.discard(key)

    def covers(self, surface: Surface | None) -> bool:
        """Whether a press now would still be one for what was there before."""
        if surface is None or surface is not self._over:
            return False
        lasts = LONGEST_MS if self._held else HOLD_OFF_MS
        if not self._since.hasExpired(lasts):
            return True
        self._over = None
        return False

    def turns_away(self, surface: Surface | None, key: int) -> bool:
        """True when the press of this key does nothing; nor does it while it stays down."""
        if not self.covers(surface):
            return False
        if key in self._down:
            self._held.add(key)
        return True
