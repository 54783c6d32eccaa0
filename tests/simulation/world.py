"""Virtual time, one stream of chance, and the trace of everything that happened."""

from __future__ import annotations

import hashlib
import heapq
from random import Random
from typing import TYPE_CHECKING

from tests.simulation import faults
from tests.simulation.plants import NO_PLANT, Plant

if TYPE_CHECKING:
    from collections.abc import Callable

START_MS = 1_795_219_200_000


class Violation(AssertionError):
    """An invariant does not hold: its name and what was found."""

    def __init__(self, invariant: str, found: object):
        super().__init__(f"{invariant}: {found}")
        self.invariant = invariant


class World:
    """Events in order of time; equal times in order of planning. Nothing else moves."""

    def __init__(self, seed: int, plant: Plant = NO_PLANT):
        self.seed = seed
        self.plant = plant
        self.random = Random(seed)
        self.faults = faults.drawn(self.random)
        self.now_ms = 0
        self.events = 0
        self._heap: list[tuple[int, int, str, Callable[[], None]]] = []
        self._planned = 0
        self._trace = hashlib.sha256()

    def later(self, delay_ms: int, label: str, action: Callable[[], None]) -> None:
        self._planned += 1
        heapq.heappush(self._heap, (self.now_ms + delay_ms, self._planned, label, action))

    def run_until(self, end_ms: int, is_done: Callable[[], bool] = lambda: False) -> None:
        """Let things happen up to a time, or until `is_done`."""
        while self._heap and self._heap[0][0] <= end_ms and not is_done():
            at_ms, _, label, action = heapq.heappop(self._heap)
            self.now_ms = max(self.now_ms, at_ms)
            self.events += 1
            self.note(label)
            action()
        if not is_done():
            self.now_ms = max(self.now_ms, end_ms)

    def heal(self) -> None:
        self.faults = faults.NONE

    def happens(self, thousandths: int) -> bool:
        return thousandths > 0 and self.random.randrange(1_000) < thousandths

    def between(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def note(self, text: str) -> None:
        self._trace.update(f"{self.now_ms} {text}\n".encode())

    def trace(self) -> str:
        return self._trace.hexdigest()
