"""Row 14: thousands of sales in one process: scan, pay in cash, complete, print; over the window.

The first tenth of the sales fills every cache; from then on memory may hardly grow, no reference
to None or True may get lost, and a sale may not cost more of the processor than before (not of the
clock: half an hour is long enough for something else to begin on the machine).
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QAbstractButton

from benchmarks.eyes import application
from benchmarks.harness import Figure, parser, report
from benchmarks.screen import Sight, open_sight
from benchmarks.shop import SEED, barcode, furnish, goods
from posapp.ui.pay.state import Collecting, Done

if TYPE_CHECKING:
    from posapp.devices.simulated_printer import SimulatedPrinter

SALES = 10_000
QUICK = 60
MUST, GOAL = 1.05, 1.01
LOST_PER_SALE = 0.5
"""A binding that takes references away takes one with each of hundreds of calls in a sale."""
SLOWER = 1.5
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class State:
    """The process at one moment: resident memory in MiB, references to None and True."""

    resident: float
    references: tuple[int, int]


def state() -> State:
    gc.collect()
    return State(_resident(), (sys.getrefcount(None), sys.getrefcount(True)))


def _resident() -> float:
    """Linux counts pages; elsewhere the peak has to do."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        import resource

        return int(pages.read_text("ascii").split()[1]) * resource.getpagesize() / MIB
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (MIB if sys.platform == "darwin" else 1024)


class Cashier:
    """Sells by scanner and finger, and tears the paper off."""

    def __init__(self, sight: Sight, products: int) -> None:
        self.sight = sight
        self.printer = cast("SimulatedPrinter", sight.till.station.printer)
        self.chance = random.Random(SEED)
        self.products = products
        self.printed = 0

    def sell(self, number: int) -> None:
        sight = self.sight
        for _ in range(self.chance.randint(1, 5)):
            sight.scan(barcode(self.chance.randrange(self.products)))
            sight.settle()
        if number % 10 == 0:
            self._change_his_mind()
        pay = sight.window.presenters.pay
        self._press("sell.pay")
        sight.until(lambda: pay.is_open and isinstance(pay.state.phase, Collecting))
        sight.app.processEvents()
        self._press("pay.quick.exact")
        sight.until(lambda: isinstance(pay.state.phase, Done))
        self._wait_for_paper(number + 1)
        self._press("pay.done.next")
        sight.settle()
        assert not sight.sell.state.priced.lines

    def _change_his_mind(self) -> None:
        """One more, then not, then undone: what a cart goes through before it is paid."""
        sell = self.sight.sell
        sell.step(1)
        self.sight.settle()
        sell.undo()
        self.sight.settle()

    def _press(self, name: str) -> None:
        button = self.sight.window.window.findChild(QAbstractButton, name)
        assert button.isEnabled(), name
        button.click()

    def _wait_for_paper(self, sales: int) -> None:
        def is_out() -> bool:
            self.printed += len(self.printer.tear_off())
            return self.printed >= sales

        while not is_out():
            self.sight.app.processEvents()
            time.sleep(0.001)


def measured(sales: int) -> Figure:
    app = application()
    with tempfile.TemporaryDirectory() as name, ExitStack() as closing:
        folder = Path(name)
        products = 2_000
        furnish(folder, list(goods(products)))
        sight = open_sight(app, folder, closing)
        cashier = Cashier(sight, products)
        tenth = sales // 10
        taken: list[float] = []
        before = state()
        for number in range(sales):
            begun = time.process_time()
            cashier.sell(number)
            taken.append(time.process_time() - begun)
            if number + 1 == tenth:
                before = state()
        after = state()
        assert sight.till.stores.till.sales.totals().baskets == sales
    return _figure(before, after, taken)


def _figure(before: State, after: State, taken: list[float]) -> Figure:
    sales, tenth = len(taken), len(taken) // 10
    grown = after.resident / before.resident
    gained = [b - a for a, b in zip(before.references, after.references, strict=True)]
    is_kept = min(gained) > -LOST_PER_SALE * (sales - tenth)
    first, last = (statistics.median(part) * 1e3 for part in (taken[:tenth], taken[-tenth:]))
    note = f"references to None {gained[0]:+}, True {gained[1]:+}"
    return Figure(
        row=14,
        metric=f"soak of {sales:,} sales, memory after the first {tenth:,}",
        floor=round(before.resident, 1),
        floor_p99=round(before.resident, 1),
        ours=round(after.resident, 1),
        ours_p99=round(after.resident, 1),
        ratio=round(grown, 3),
        must=f"<= {MUST:g}x",
        goal=f"<= {GOAL:g}x",
        holds=grown <= MUST and is_kept and last <= SLOWER * first,
        unit="MiB",
        note=f"{note}; a sale costs {first:.0f} ms of processor at first, {last:.0f} ms at last",
    )


def main(arguments: list[str] | None = None) -> int:
    options = parser()
    options.add_argument("--sales", type=int, default=0, help=f"{SALES:,} unless --quick")
    chosen = options.parse_known_args(arguments)[0]
    return report([measured(chosen.sales or (QUICK if chosen.quick else SALES))], arguments)


if __name__ == "__main__":
    sys.exit(main())
