"""Virtual time, chance, the decisions that were taken, and the trace of everything that happened."""

from __future__ import annotations

import hashlib
import heapq
import time
from collections import Counter
from typing import TYPE_CHECKING

from tests.simulation import faults
from tests.simulation.chance import Chance
from tests.simulation.plants import NO_PLANT, Plant

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.simulation.till import SimTill

# The member's day, by which leases end, is over after 45 seconds.
START_MS = 1_795_219_200_000 - 45_000

Decision = tuple[str, int]
"""What was decided and the how manieth time; the same in every run of a seed that asks for it."""


class Violation(AssertionError):
    """An invariant does not hold: its name and what was found."""

    def __init__(self, invariant: str, found: object):
        super().__init__(f"{invariant}: {found}")
        self.invariant = invariant


class World:
    """Events in order of time; equal times in order of planning. Nothing else moves.

    `allowed` are the only decisions that may come true; None allows all of them. `touched` are the
    tills whose disks may have changed since they were last looked at.
    """

    def __init__(
        self, seed: int, plant: Plant = NO_PLANT, allowed: frozenset[Decision] | None = None
    ):
        self.seed = seed
        self.plant = plant
        self.chance = Chance(seed)
        self.levels = faults.drawn(self.chance, plant.mix)
        self.now_ms = 0
        self.events = 0
        self.fired: Counter[str] = Counter()
        self.checked: Counter[str] = Counter()
        self.decisions: list[tuple[Decision, int]] = []
        self._allowed = allowed
        self._asked: Counter[str] = Counter()
        self._heap: list[tuple[int, int, str, Callable[[], None]]] = []
        self._planned = 0
        self._trace: list[str] = []
        self.touched: list[SimTill] = []
        self.is_healed = False

    def later(self, delay_ms: int, label: str, action: Callable[[], None]) -> None:
        self._planned += 1
        heapq.heappush(self._heap, (self.now_ms + delay_ms, self._planned, label, action))

    def plan(self, at_ms: int, what: str, action: Callable[[], None]) -> None:
        """Something from outside, at a time drawn before the run; a decision as a fault is."""

        def happens() -> None:
            if self._decides(what):
                action()

        self.later(at_ms, what, happens)

    def run_until(self, end_ms: int, watch: Callable[[], bool]) -> None:
        """Let things happen up to a time, or until `watch`, asked after every event, is true."""
        heap = self._heap
        while heap and heap[0][0] <= end_ms:
            at_ms, _, label, action = heapq.heappop(heap)
            self.now_ms = max(self.now_ms, at_ms)
            self.events += 1
            self.note(label)
            action()
            if watch():
                return
        self.now_ms = max(self.now_ms, end_ms)

    def heal(self) -> None:
        self.levels = dict.fromkeys(self.levels, 0)
        self.is_healed = True

    def strikes(self, fault: str, where: str, *, of: str = "") -> bool:
        """Whether a fault happens here and now; it counts as `of` when several share one chance."""
        level = self.levels[fault]
        if not level or self.chance.draw(f"{fault} {where}") % 1_000 >= level:
            return False
        if not self._decides(f"{fault} {where}"):
            return False
        self.fired[of or fault] += 1
        return True

    def between(self, stream: str, least: int, most: int) -> int:
        return self.chance.between(stream, least, most)

    def note(self, text: str) -> None:
        moment = time.monotonic_ns() if self.plant.real_clock else self.now_ms
        self._trace.append(f"{moment} {text}")

    def trace(self) -> str:
        return hashlib.sha256("\n".join(self._trace).encode()).hexdigest()

    def _decides(self, what: str) -> bool:
        self._asked[what] += 1
        decision = (what, self._asked[what])
        if self._allowed is not None and decision not in self._allowed:
            return False
        self.decisions.append((decision, self.now_ms))
        self.note(what)
        return True
