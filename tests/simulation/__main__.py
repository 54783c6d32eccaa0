"""Runs the simulator over a range of seeds: `python -m tests.simulation --seeds 2000`."""

from __future__ import annotations

import argparse
import sys
import time

from tests.simulation.plants import NO_PLANT, PLANTS
from tests.simulation.run import run_seed
from tests.simulation.world import Violation


def main(words: list[str] | None = None) -> int:
    """0 when every seed holds (with a plant: when one of them catches it), 1 otherwise."""
    options = _parser().parse_args(words)
    plants = {plant.name: plant for plant in (NO_PLANT, *PLANTS)}
    plant = plants[options.plant]
    began, sales, crashes, caught = time.monotonic(), 0, 0, []
    for seed in range(options.first, options.first + options.seeds):
        try:
            outcome = run_seed(seed, plant)
        except Violation as violation:
            caught.append(seed)
            _say(f"seed {seed}: {violation}")
            if len(caught) >= options.stop_after:
                break
            continue
        sales += outcome.sales
        crashes += outcome.crashes
    seconds = time.monotonic() - began
    _say(
        f"{options.seeds} seeds from {options.first}, plant {plant.name}: {len(caught)} violations, "
        f"{sales} sales, {crashes} crashes, {seconds:.1f} s"
    )
    return int(bool(caught) == (plant is NO_PLANT))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="simulate", description=__doc__)
    parser.add_argument("--seeds", type=int, default=500, help="how many seeds (500)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (0)")
    parser.add_argument("--stop-after", type=int, default=1, help="violations to collect (1)")
    names = [plant.name for plant in (NO_PLANT, *PLANTS)]
    parser.add_argument("--plant", choices=names, default="none", help="a bug to plant")
    return parser


if __name__ == "__main__":
    sys.exit(main())
