"""Times a floor and the product in turn, so that a ratio holds while the machine's speed drifts."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

Step = Callable[[int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Medians and 99th percentiles of both sides in `unit`, and the ratio of the medians.

    `note` says what else was looked at; `holds` is false when any of it falls below `must`.
    """

    row: int
    metric: str
    floor: float
    floor_p99: float
    ours: float
    ours_p99: float
    ratio: float
    must: str
    goal: str
    holds: bool
    unit: str = "us"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """What one side took, in microseconds."""

    samples: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def p99(self) -> float:
        ordered = sorted(self.samples)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]


def alternate(
    floor: Step, ours: Step, *, rounds: int, batch: int = 1, warm_up: int = 3
) -> tuple[Timed, Timed]:
    """Run `batch` steps of each side in turn for `rounds` rounds; the step gets a running
    number.
    """
    sides: tuple[list[float], list[float]] = ([], [])
    numbers = [0, 0]
    for turn in range(rounds + warm_up):
        for side, step in enumerate((floor, ours)):
            gc.collect() if turn == 0 else None
            for _ in range(batch):
                begun = time.perf_counter_ns()
                step(numbers[side])
                taken = (time.perf_counter_ns() - begun) / 1_000
                numbers[side] += 1
                if turn >= warm_up:
                    sides[side].append(taken)
    return Timed(tuple(sides[0])), Timed(tuple(sides[1]))


def figure(
    row: int,
    metric: str,
    floor: Timed,
    ours: Timed,
    *,
    must: float,
    goal: float,
    also: bool = True,
    note: str = "",
) -> Figure:
    """Put both sides side by side; `holds` when the ratio is within `must` and `also` is true."""
    ratio = ours.median / floor.median
    return Figure(
        row=row,
        metric=metric,
        floor=round(floor.median, 1),
        floor_p99=round(floor.p99, 1),
        ours=round(ours.median, 1),
        ours_p99=round(ours.p99, 1),
        ratio=round(ratio, 2),
        must=f"<= {must:.3g}x",
        goal=f"<= {goal:.3g}x",
        holds=ratio <= must and also,
        note=note,
    )


def report(figures: Sequence[Figure], arguments: Sequence[str] | None = None) -> int:
    """Print the figures, as JSON lines with `--json`. Returns 1 when a `must` falls."""
    options = parser().parse_known_args(arguments)[0]
    for each in figures:
        sys.stdout.write((json.dumps(asdict(each)) if options.json else line(each)) + "\n")
    return 0 if all(each.holds for each in figures) else 1


def parser() -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--quick", action="store_true", help="small data, for trying the script")
    return options


def line(each: Figure) -> str:
    """One figure for a person at a terminal."""
    mark = "ok  " if each.holds else "MISS"
    floor = f"floor {each.floor:>10.1f} {each.unit} (p99 {each.floor_p99:.1f})"
    ours = f"ours {each.ours:>10.1f} {each.unit} (p99 {each.ours_p99:.1f})"
    ratio = f"{each.ratio:.2f}x  must {each.must} goal {each.goal}"
    note = f"  [{each.note}]" if each.note else ""
    return f"{mark} row {each.row:>2}  {each.metric:<48} {floor}  {ours}  {ratio}{note}"
