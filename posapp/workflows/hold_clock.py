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
        self._unknown: set[str] = set()
        self._stopped_at = 0
        self._stood_still_ms = 0

    def begin(self, hold_id: str) -> None:
        """Start counting; beginning again does not make it younger."""
        with self._lock:
            self._begun.setdefault(hold_id, self._now())

    def forget(self, hold_id: str) -> None:
        with self._lock:
            self._begun.pop(hold_id, None)

    def pause(self, leg_id: str) -> None:
        """An external leg became unknown."""
        with self._lock:
            if not self._unknown:
                self._stopped_at = self._mono_ms()
            self._unknown.add(leg_id)

    def resume(self, leg_id: str) -> None:
        """That leg is clear; time runs on when no other is unknown."""
        with self._lock:
            if leg_id not in self._unknown:
                return
            self._unknown.remove(leg_id)
            if not self._unknown:
                self._stood_still_ms += self._mono_ms() - self._stopped_at

    def age_ms(self, hold_id: str) -> int | None:
        """Milliseconds since it began without the pauses; None for a hold of another run."""
        with self._lock:
            begun = self._begun.get(hold_id)
            return None if begun is None else self._now() - begun

    def _now(self) -> int:
        reached = self._stopped_at if self._unknown else self._mono_ms()
        return reached - self._stood_still_ms
