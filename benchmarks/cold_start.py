"""Row 5: cold start to the first paint and to the first accepted scan, signing in skipped.

Every start is a process of its own, and time runs from before it is made. The floor is a bare
PySide6 window that paints itself once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.harness import Figure, Timed, figure, parser, report
from benchmarks.shop import CASHIER, KEYS, barcode, furnish, goods

ROOT = Path(__file__).resolve().parent.parent
WARM_UP = 1


def started(module: str, *words: str, compiled: Path) -> list[float]:
    """Microseconds from making the process to each of the moments that it names."""
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    # An installed till has compiled modules: the first start makes them, and is not counted.
    environment = {**inherited, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONPATH": str(ROOT)}
    begun = time.monotonic_ns()
    run = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    return [(int(moment) - begun) / 1_000 for moment in run.stdout.split()]


def measured(products: int, rounds: int) -> list[Figure]:
    floors: list[float] = []
    paints: list[float] = []
    scans: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder, compiled = Path(name) / "till", Path(name) / "compiled"
        furnish(folder, list(goods(products)))
        _open_shift(folder)
        for turn in range(rounds + WARM_UP):
            (bare,) = started("benchmarks.bare_window", compiled=compiled)
            words = (str(folder), barcode(products // 2))
            paint, scan = started("benchmarks.start_till", *words, compiled=compiled)
            if turn >= WARM_UP:
                floors.append(bare)
                paints.append(paint)
                scans.append(scan)
    floor = Timed(tuple(floors))
    return [
        figure(5, "cold start to first paint", floor, Timed(tuple(paints)), must=2.5, goal=1.8),
        figure(5, "cold start to first scan", floor, Timed(tuple(scans)), must=8, goal=5),
    ]


def _open_shift(folder: Path) -> None:
    """A till is started again within a shift."""
    from contextlib import ExitStack

    from posapp.app.till import TillConfig, open_till
    from posapp.clock import SystemClock

    with ExitStack() as closing:
        till = open_till(TillConfig(folder=folder, keys=KEYS, clock=SystemClock()), closing)
        till.workflows.shifts.open(50_000, CASHIER)


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    return report(measured(1_000, 1) if quick else measured(100_000, 15), arguments)


if __name__ == "__main__":
    sys.exit(main())
