"""A machine that slept: until central has answered a hello, this till is not sure of anything."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.clock import Clock

JUMP_MS: Final = 5_000
"""How far wall and monotonic time may part between two looks."""

UNSEEN_MS: Final = 5 * 60_000
"""Where monotonic time goes on through sleep: nobody looked for so long."""


class WakeWatch:
    """Any lane. `heard_mono_ms` is when central last answered a hello; `ask` has it asked again."""

    def __init__(
        self, clock: Clock, heard_mono_ms: Callable[[], int], ask: Callable[[], None]
    ) -> None:
        self._clock = clock
        self._heard_mono_ms = heard_mono_ms
        self._ask = ask
        self._lock = threading.Lock()
        self._seen = (clock.wall_ms(), clock.mono_ms())
        self._woke_ms: int | None = None

    def is_awake(self) -> bool:
        """False from the first look after a sleep until a hello that was answered since then."""
        wall_ms, mono_ms = self._clock.wall_ms(), self._clock.mono_ms()
        with self._lock:
            wall, mono = wall_ms - self._seen[0], mono_ms - self._seen[1]
            slept = abs(wall - mono) > JUMP_MS or mono > UNSEEN_MS
            self._seen = (wall_ms, mono_ms)
            if slept:
                self._woke_ms = mono_ms
            woke_ms = self._woke_ms
        if slept:
            self._ask()
        return woke_ms is None or self._heard_mono_ms() > woke_ms
