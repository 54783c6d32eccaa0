"""A till's two clocks: one drifts with its crystal, the other can be set by anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.offline.sync_state import Now
from tests.simulation.world import START_MS

if TYPE_CHECKING:
    from tests.simulation.world import World


class TillClock:
    """Wall and monotonic ms; setting the wall clock never moves the monotonic count."""

    def __init__(self, world: World):
        self._world = world
        self._set_by_ms = 0
        self._drift_ppm = 0
        self._mono_base = 0
        self._drift_from = 0

    def wall_ms(self) -> int:
        return max(1, START_MS + self.mono_ms() + self._set_by_ms)

    def mono_ms(self) -> int:
        since = self._world.now_ms - self._drift_from
        return self._mono_base + since + since * self._drift_ppm // 1_000_000

    def now(self) -> Now:
        mono_ms = self.mono_ms()
        return Now(max(1, START_MS + mono_ms + self._set_by_ms), mono_ms)

    def boot_id(self) -> str:
        return "boot"

    def jump(self, by_ms: int) -> None:
        self._set_by_ms += by_ms
        self._world.fired["clock_jump" if by_ms > 0 else "clock_back"] += 1

    def drift(self, ppm: int) -> None:
        self._mono_base, self._drift_from = self.mono_ms(), self._world.now_ms
        self._drift_ppm = ppm
        self._world.fired["clock_drift"] += 1
