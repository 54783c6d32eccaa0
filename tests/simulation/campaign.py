"""Many seeds one after the other: what they add up to, and where a long series stands."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.simulation import faults
from tests.simulation.checks import INVARIANTS
from tests.simulation.plants import NO_PLANT, Plant
from tests.simulation.run import Found, play
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from pathlib import Path

RUNS_THAT_SHOW_EVERYTHING = 2_000
AGAIN_EVERY = 50
SAVED_EVERY = 500


@dataclass(slots=True)
class Totals:
    """What the seeds from `first` on were made of; `digest` follows from each of their traces."""

    first: int
    runs: int = 0
    sales: int = 0
    crashes: int = 0
    events: int = 0
    lost_with_machine: int = 0
    violations: int = 0
    digest: str = ""
    faults: Counter[str] = field(default_factory=Counter)
    invariants: Counter[str] = field(default_factory=Counter)

    @property
    def next_seed(self) -> int:
        return self.first + self.runs

    def as_json(self) -> dict[str, Any]:
        """The keys of `simulate --json`."""
        return {
            "runs": self.runs,
            "sales": self.sales,
            "crashes": self.crashes,
            "violations": self.violations,
            "digest": self.digest,
            "faults": {name: self.faults[name] for name in sorted(faults.all_names())},
            "invariants": {name: self.invariants[name] for name in INVARIANTS},
            "first_seed": self.first,
            "events": self.events,
            "lost_with_machine": self.lost_with_machine,
        }

    def never_seen(self) -> list[str]:
        """Faults that never fired and invariants that were never looked at."""
        missing = [f"fault {name}" for name in faults.all_names() if not self.faults[name]]
        return missing + [f"invariant {n}" for n in INVARIANTS if not self.invariants[n]]

    def save(self, path: Path, plant: Plant) -> None:
        state = {**self.as_json(), "plant": plant.name}
        part = path.with_suffix(".part")
        part.write_text(json.dumps(state, indent=1), encoding="utf-8")
        part.replace(path)

    @classmethod
    def load(cls, path: Path) -> Totals:
        state = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            first=state["first_seed"],
            faults=Counter(state["faults"]),
            invariants=Counter(state["invariants"]),
            **{
                name: state[name]
                for name in ("runs", "sales", "crashes", "events", "lost_with_machine")
            },
            violations=state["violations"],
            digest=state["digest"],
        )


def one_more(totals: Totals, plant: Plant = NO_PLANT) -> Found | None:
    """Play the next seed. Every fiftieth is played twice (A17)."""
    seed = totals.next_seed
    outcome = play(seed, plant)
    if seed % AGAIN_EVERY == 0 and not isinstance(outcome, Found):
        again = play(seed, plant)
        totals.invariants["A17"] += 1
        if isinstance(again, Found) or again.trace != outcome.trace:
            outcome = Found(Violation("A17", f"seed {seed} gave two traces"), ())
    totals.runs += 1
    trace = "violation" if isinstance(outcome, Found) else outcome.trace
    totals.digest = hashlib.sha256(f"{totals.digest} {seed} {trace}".encode()).hexdigest()
    if isinstance(outcome, Found):
        totals.violations += 1
        return outcome
    totals.sales += outcome.sales
    totals.crashes += outcome.crashes
    totals.events += outcome.events
    totals.lost_with_machine += outcome.lost_with_machine
    totals.faults.update(outcome.faults)
    totals.invariants.update(outcome.invariants)
    return None
