"""A delta-debugger over the decisions of a failing run: the fewest that still break the invariant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.simulation.run import Found, play

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.simulation.plants import Plant
    from tests.simulation.world import Decision

MOST_RUNS = 600


@dataclass(frozen=True, slots=True)
class Shrunk:
    """The smallest failing run that was found, and how many runs it took."""

    found: Found
    runs: int

    def lines(self) -> list[str]:
        """One line for each decision that is needed, in the order of virtual time."""
        return [
            f"{at_ms / 1000:10.3f} s  {what}"
            for (what, _), at_ms in sorted(self.found.decisions, key=lambda each: each[1])
        ]


def shrink(seed: int, plant: Plant, found: Found, most_runs: int = MOST_RUNS) -> Shrunk:
    """ddmin: leave out ever smaller parts for as long as the same invariant breaks."""
    invariant, runs, parts = found.violation.invariant, 0, 2
    kept = [decision for decision, _ in found.decisions]
    while len(kept) >= 2 and runs < most_runs:
        for part in _parts(kept, parts):
            left_out = frozenset(part)
            runs += 1
            again = play(seed, plant, frozenset(kept) - left_out)
            if isinstance(again, Found) and again.violation.invariant == invariant:
                found = again
                # What was not even asked for in the shorter run is not needed either.
                kept = [decision for decision, _ in again.decisions]
                parts = max(parts - 1, 2)
                break
            if runs >= most_runs:
                break
        else:
            if parts >= len(kept):
                break
            parts = min(parts * 2, len(kept))
    return Shrunk(found, runs)


def _parts(kept: Sequence[Decision], count: int) -> list[Sequence[Decision]]:
    size = -(-len(kept) // count)
    return [kept[start : start + size] for start in range(0, len(kept), size)]
