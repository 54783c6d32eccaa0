"""Plays the sync protocol under faults, seed by seed: `python3 dev.py simulate --runs 2000`.

Exit code 0: every invariant held. 1: one was broken (seed, invariant and the shortest trace are
printed), or a fault or invariant was never seen in 2,000 runs. 2: the command line is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.simulation.campaign import (
    RUNS_THAT_SHOW_EVERYTHING,
    SAVED_EVERY,
    Totals,
    one_more,
)
from tests.simulation.plants import NO_PLANT, PLANTS
from tests.simulation.shrink import shrink

if TYPE_CHECKING:
    from tests.simulation.run import Found


def main(words: list[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(words)
    if options.plant == "list":
        _say("\n".join(plant.name for plant in PLANTS))
        return 0
    plants = {plant.name: plant for plant in (NO_PLANT, *PLANTS)}
    if options.plant not in plants:
        parser.error(f"no plant is called {options.plant}; --plant list names them all")
    plant = plants[options.plant]
    totals = Totals(first=options.seed)
    if options.state is not None and options.state.exists():
        totals = Totals.load(options.state)
    before, began = totals.runs, time.monotonic()
    found = None
    while totals.runs < options.runs and found is None:
        found = one_more(totals, plant)
        if options.state is not None and totals.runs % SAVED_EVERY == 0:
            totals.save(options.state, plant)
            _progress(totals, options.runs, before, time.monotonic() - began)
    if options.state is not None and found is None:
        totals.save(options.state, plant)
    missing = _missing(totals) if found is None and plant is NO_PLANT else []
    report = totals.as_json()
    lines = []
    if found is not None:
        more, lines = _violation(totals.next_seed - 1, plant, found)
        report |= more
    if options.json:
        _say(json.dumps(report | {"missing": missing}, indent=1, ensure_ascii=False))
    else:
        _summary(totals, plant.name, time.monotonic() - began)
        _say("\n".join([*lines, *(f"never seen: {each}" for each in missing)]))
    return 1 if found is not None or missing else 0


def _progress(totals: Totals, wanted: int, before: int, seconds: float) -> None:
    """Where a long series stands: on the error stream, a line whenever it was saved."""
    rate = (totals.runs - before) * 60 / seconds
    told = f"{totals.runs} of {wanted} runs, {rate:.0f} a minute, {totals.violations} violations"
    sys.stderr.write(told + "\n")
    sys.stderr.flush()


def _missing(totals: Totals) -> list[str]:
    return totals.never_seen() if totals.runs >= RUNS_THAT_SHOW_EVERYTHING else []


def _violation(seed: int, plant, found: Found) -> tuple[dict[str, object], list[str]]:
    """The first violation, shrunk."""
    small = shrink(seed, plant, found)
    violation = small.found.violation
    trace = small.lines()
    more = {"seed": seed, "invariant": violation.invariant, "found": str(violation), "trace": trace}
    head = f"seed {seed}: {violation}"
    told = f"{len(found.decisions)} decisions shrunk to {len(trace)} in {small.runs} runs:"
    return more, [head, told, *trace]


def _summary(totals: Totals, plant: str, seconds: float) -> None:
    _say(
        f"{totals.runs} runs from seed {totals.first}, plant {plant}: {totals.violations} "
        f"violations, {totals.sales} sales, {totals.crashes} crashes, {totals.events} events, "
        f"{seconds:.1f} s\ndigest {totals.digest}"
    )
    for title, counts in (("faults", totals.faults), ("invariants", totals.invariants)):
        _say(f"{title}: " + ", ".join(f"{name} {counts[name]}" for name in sorted(counts)))


def _say(text: str) -> None:
    if text:
        sys.stdout.write(text + "\n")


def _natural(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("a number from 0 on is wanted")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="simulate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=_natural, default=500, help="how many seeds (500)")
    parser.add_argument("--seed", type=_natural, default=0, help="the first seed (0)")
    parser.add_argument("--plant", default="none", help="a bug to plant, or: list")
    parser.add_argument("--json", action="store_true", help="the outcome as JSON")
    parser.add_argument("--state", type=Path, help="a file to go on from after an interruption")
    return parser


if __name__ == "__main__":
    sys.exit(main())
