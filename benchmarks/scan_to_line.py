"""Row 1: from a scan to the painted line, among 100,000 products, for carts of 1 to 200 lines.

The floor is `bare_table`: it neither prices, taxes and sums up, nor keeps the draft behind the
screen, nor shows anything but the table.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.bare_table import BareTable
from benchmarks.eyes import application
from benchmarks.harness import Figure, Timed, figure, parser, report
from benchmarks.screen import open_sight
from benchmarks.shop import barcode, furnish, goods

if TYPE_CHECKING:
    from benchmarks.screen import Sight

FRAME_US = 16_700
FLATNESS = 1.5
"""How much longer the last tenth of the lines may take than the tenth that fills the screen."""
BUSY = 3.0
"""A floor whose p99 is so many medians shows a machine on which no absolute time is judged."""


def scanned(sight: Sight, code: str) -> float:
    """Microseconds from a scan to its painted line: router, store lane, prices, model, screen."""
    lines = len(sight.sell.state.priced.lines)
    sight.eyes.saw = False
    begun = time.perf_counter_ns()
    sight.scan(code)
    sight.until(lambda: sight.eyes.saw and len(sight.sell.state.priced.lines) > lines)
    taken = (time.perf_counter_ns() - begun) / 1_000
    sight.settle()
    return taken


def measured(products: int, lines: int, carts: int) -> Figure:
    app = application()
    with tempfile.TemporaryDirectory() as name, ExitStack() as closing:
        folder = Path(name)
        furnish(folder, list(goods(products)))
        sight = open_sight(app, folder, closing)
        width, height = sight.cart.width(), sight.cart.height()
        floor = closing.enter_context(BareTable(folder, width, height))
        kept: list[tuple[list[float], list[float]]] = []
        for number in range(carts + 1):
            codes = [barcode((number * lines + line) % products) for line in range(lines)]
            # The figure of a whole cart is kept from the second on: the first one warms up.
            timed = [(floor.scan(code), scanned(sight, code)) for code in codes]
            if number:
                kept.append(([bare for bare, _ in timed], [whole for _, whole in timed]))
            floor.clear()
            sight.sell.start_over()
            sight.settle()
    return _figure(kept, lines)


def _figure(kept: list[tuple[list[float], list[float]]], lines: int) -> Figure:
    wholes = [whole for _, whole in kept]
    floor = Timed(tuple(us for cart, _ in kept for us in cart))
    ours = Timed(tuple(us for cart in wholes for us in cart))
    growth = _growth(wholes, lines)
    is_busy = floor.p99 > BUSY * floor.median
    frame = "machine too busy to judge" if is_busy else f"{ours.p99 / FRAME_US:.0%} of a frame"
    return figure(
        1,
        f"scan to painted line, lines 1 to {lines}",
        floor,
        ours,
        must=5,
        goal=3,
        also=growth <= FLATNESS and (is_busy or ours.p99 < FRAME_US),
        note=f"line {lines} takes {growth:.2f}x of a full screen's first; p99 {frame}",
    )


def _growth(carts: list[list[float]], lines: int) -> float:
    """The last tenth of a cart beside its second: the first one still paints fewer rows."""
    tenth = max(1, lines // 10)
    first = [us for cart in carts for us in cart[tenth : 2 * tenth]]
    last = [us for cart in carts for us in cart[-tenth:]]
    return statistics.median(last) / statistics.median(first)


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    products, lines, carts = (2_000, 20, 1) if quick else (100_000, 200, 5)
    return report([measured(products, lines, carts)], arguments)


if __name__ == "__main__":
    sys.exit(main())
