"""Time and new ids for one process; injected everywhere so that tests and the simulator own
both.
"""

from __future__ import annotations

import os
import secrets
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from posapp.domain.ids import uuid7_text

if TYPE_CHECKING:
    from collections.abc import Callable


SET_BACK_MS: Final = 5_000
"""More than a clock that is steered runs behind between two answers of central."""


class Clock(Protocol):
    """Wall time in ms since 1970 UTC, a monotonic ms count, and the id of this boot of the
    machine.
    """

    def wall_ms(self) -> int: ...

    def mono_ms(self) -> int: ...

    def boot_id(self) -> str: ...


class SystemClock:
    """The computer's own clock; the boot id tells two boots apart where the system offers one."""

    def __init__(self) -> None:
        self._boot_id = _read_boot_id()

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def mono_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000

    def boot_id(self) -> str:
        return self._boot_id


class ManualClock:
    """A clock that moves only when told; for tests, the simulator and training."""

    def __init__(self, wall_ms: int = 1_795_219_200_000, boot_id: str = "boot-1") -> None:
        self._wall_ms = wall_ms
        self._mono_ms = 1_000
        self._boot_id = boot_id

    def wall_ms(self) -> int:
        return self._wall_ms

    def mono_ms(self) -> int:
        return self._mono_ms

    def boot_id(self) -> str:
        return self._boot_id

    def advance_ms(self, step_ms: int) -> None:
        self._wall_ms += step_ms
        self._mono_ms += step_ms

    def jump_wall_ms(self, step_ms: int) -> None:
        """Somebody set the clock: wall time jumps, the monotonic count does not."""
        self._wall_ms += step_ms


class CorrectedClock:
    """The clock of this machine, put right by central; the offset may be set on any lane.

    A machine whose clock is set back is not followed: the monotonic count knows better. One that
    is ahead may have slept, in which the count can stand still.
    """

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._known: tuple[int, int | None] = (0, None)

    def correct(self, offset_ms: int) -> None:
        """Central's time minus ours."""
        over_mono_ms = self._base.wall_ms() + offset_ms - self._base.mono_ms()
        self._known = (offset_ms, over_mono_ms)

    def wall_ms(self) -> int:
        offset_ms, over_mono_ms = self._known
        moment = self._base.wall_ms() + offset_ms
        if over_mono_ms is None:
            return moment
        steady = self._base.mono_ms() + over_mono_ms
        return steady if moment < steady - SET_BACK_MS else moment

    def mono_ms(self) -> int:
        return self._base.mono_ms()

    def boot_id(self) -> str:
        return self._base.boot_id()


class Ids:
    """Makes UUIDv7 text, strictly increasing within the process. Safe to share between lanes."""

    def __init__(self, clock: Clock, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._clock = clock
        self._random_bytes = random_bytes
        self._lock = threading.Lock()
        self._last_ms = 0
        self._counter = 0

    def new(self) -> str:
        with self._lock:
            now_ms = self._clock.wall_ms()
            if now_ms > self._last_ms:
                self._last_ms = now_ms
                self._counter = int.from_bytes(self._random_bytes(2), "big") & 0x3FF
            else:
                self._counter += 1
                if self._counter > 0xFFF:
                    self._last_ms += 1
                    self._counter = 0
            return uuid7_text(self._last_ms, self._counter, self._random_bytes(8))


def utc_from_ms(wall_ms: int) -> datetime:
    """An aware UTC datetime from ms since 1970."""
    return datetime.fromtimestamp(wall_ms // 1000, UTC).replace(microsecond=wall_ms % 1000 * 1000)


def _read_boot_id() -> str:
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as source:
            return source.read().strip()
    except OSError:
        # Windows and macOS have no such file: a fresh id per process only makes the clock more
        # cautious.
        return secrets.token_hex(16)
