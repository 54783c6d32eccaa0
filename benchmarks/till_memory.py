"""Row 6: what a till holds in memory with 1,000,000 members and 100,000 products cached.

Each till is a process of its own: it opens as `posapp till` does, scans, looks members up by
phone, searches as a person types, and tells its resident memory. The floor is a bare window.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.filled import kept
from benchmarks.harness import Figure, Timed, figure, parser, report

ROOT = Path(__file__).resolve().parent.parent
FEW = 10_000
MOST_MORE_MIB = 20
BARE = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QMainWindow
from benchmarks.memory import resident_mib
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
print(resident_mib())
"""
TILL = """
import sys
from pathlib import Path
from benchmarks.till_memory import use
use(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
"""


def use(folder: Path, members: int, products: int) -> None:
    """A cashier's first minutes, then the memory of this process on standard output."""
    import random
    from contextlib import ExitStack

    from benchmarks.eyes import application
    from benchmarks.member_lookup import member
    from benchmarks.memory import resident_mib
    from benchmarks.screen import open_sight
    from benchmarks.shop import barcode

    chance = random.Random(6)
    with ExitStack() as closing:
        sight = open_sight(application(), folder, closing)
        for _ in range(50):
            sight.scan(barcode(chance.randrange(products)))
            sight.settle()
        for number in chance.choices(range(members), k=500):
            known = member(number, chance)
            assert sight.till.stores.cache.member_by_phone(known.phone) is not None
            sight.till.workflows.selling.search(known.phone[-4:])
        print(resident_mib(), flush=True)


def furnish(folder: Path, members: int, products: int) -> None:
    """The till's files with so many of both, loaded as a snapshot is."""
    import random

    from benchmarks.member_lookup import member
    from benchmarks.shop import furnish, goods

    chance = random.Random(20)
    furnish(folder, goods(products), (member(number, chance) for number in range(members)))


def resident(program: str, *words: str) -> float:
    """MiB that a process tells before it ends."""
    run = subprocess.run(
        [sys.executable, "-c", program, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    return float(run.stdout.split()[-1])


def measured(members: int, few: int, products: int, folder: Path) -> Figure:
    held: list[float] = []
    for count in (few, members):
        place = folder / str(count)
        kept(f"till-{count}-{products}", partial(furnish, members=count, products=products), place)
        held.append(resident(TILL, str(place), str(count), str(products)))
    more = held[1] - held[0]
    note = f"{more:+.1f} MiB against {few:,} members (must < {MOST_MORE_MIB} MiB more)"
    metric = f"memory with {members:,} members, {products:,} products"
    floor = Timed((resident(BARE),))
    ours = Timed((held[1],))
    also = more < MOST_MORE_MIB
    made = figure(6, metric, floor, ours, must=4, goal=2.5, also=also, note=note)
    return replace(made, unit="MiB")


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    members, few, products = (5_000, 500, 1_000) if quick else (1_000_000, FEW, 100_000)
    with tempfile.TemporaryDirectory() as name:
        return report([measured(members, few, products, Path(name))], arguments)


if __name__ == "__main__":
    sys.exit(main())
