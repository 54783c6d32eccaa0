"""How old the holds of the order at hand are; stands still while a charge is unknown."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class HoldClock:
    """Ages by a monotonic ms count. A restart forgets it: then every hold is released. Any lane."""

    def __init__(self, mono_ms: Callable[[], int]) -> None:
        self._mono_ms = mono_ms
        self._lock = threading.Lock()
        self._begun: dict[str, int] = {}
        self._paused_since: dict[str, int] = {}

    def begin(self, hold_id: str) -> None:
        """Start counting; beginning again does not make it younger."""
        with self._lock:
            self._begun.setdefault(hold_id, self._mono_ms())

    def forget(self, hold_id: str) -> None:
        with self._lock:
            self._begun.pop(hold_id, None)

    def pause(self, leg_id: str) -> None:
        """An external leg became unknown."""
        with self._lock:
            self._paused_since.setdefault(leg_id, self._mono_ms())

    def resume(self, leg_id: str) -> None:
        """That leg is clear again; time runs on when no other is unknown."""
        with self._lock:
            since = self._paused_since.pop(leg_id, None)
            if since is None:
                return
            overlap = min(self._paused_since.values(), default=self._mono_ms())
            stood = max(0, overlap - since)
            self._begun = {hold: begun + stood for hold, begun in self._begun.items()}

    def age_ms(self, hold_id: str) -> int | None:
        """Milliseconds since it began without the pauses; None for a hold of another run."""
        with self._lock:
            begun = self._begun.get(hold_id)
            if begun is None:
                return None
            now = min(self._paused_since.values(), default=self._mono_ms())
            return max(0, now - begun)
