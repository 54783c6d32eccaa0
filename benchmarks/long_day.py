"""A scripted day of 500 sales through the real window; what was rung must be what three books say.

Not a row with a floor: it says how many sales a minute the hands get through, how long the screen
stood still, how much memory the day took, and every fen in which screen, till, central and papers
differ. `--sales` and `--seed` choose another day; the same seed is the same day.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.ui_gap import Metronome
from posapp.app.run import application
from posapp.app.window import TillWindow
from posapp.demo.busy_day import BusyDay, Rung
from posapp.demo.day import settle
from posapp.demo.paper.interpreter import interpret
from posapp.demo.park import Park, open_park
from posapp.demo.sample import Folders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.sale import Sale

Answer = dict[str, Any]
WARM_UP = 10
"""Customers before memory is first looked at: by then every screen was open."""


def day(root: Path, sales: int, seed: int) -> Answer:
    """Work it and hold the books against each other; `differences` is empty after a good day."""
    with ExitStack() as closing:
        park = open_park(Folders(root), {"language": "zh_CN"}, closing)
        window = TillWindow(application(), park.till)
        closing.callback(window.window.deleteLater)
        closing.callback(window.close)
        window.window.resize(1366, 768)
        window.open()
        busy = BusyDay(park, window, root, seed)
        busy.begin()
        beats = Metronome()
        beats.start()
        begun = time.monotonic()
        before = len(busy.serve(min(WARM_UP, sales)).sales)
        memory = resident_mib()
        rung = busy.serve(sales)
        minutes = (time.monotonic() - begun) / 60
        gap = beats.stop()
        busy.end()
        answer = settle(park, root)
        found = [*answer["differences"], *unlike(park, rung)]
    gc.collect()
    return {
        "seed": seed,
        "sales": len(rung.sales),
        "wishes": rung.wants,
        "net": sum(sale.net for sale in rung.sales),
        "refunded": rung.refunded,
        "sales_a_minute": round(len(rung.sales) / minutes, 1),
        "longest_gap_ms": round(gap, 1),
        "memory_mib": [round(memory, 1), round(resident_mib(), 1)],
        "memory_since_sale": before,
        "differences": found,
        "failed": bool(found),
    }


def unlike(park: Park, rung: Rung) -> list[str]:
    """Where the till, central and the papers are not what the screen showed."""
    said = {sale.receipt_number: sale.net for sale in rung.sales}
    found = [] if len(said) == len(rung.sales) else ["a receipt number twice on the screen"]
    ours = [fact.data.sale for fact in park.till.stores.till.journal.newest("sale.v1", 1_000_000)]
    kept = Counter((sale.receipt_number, sale.net) for sale in ours)
    there = Counter(
        (row["receipt_number"], row["net"])
        for row in park.reader.sales(park.till.desk.place.terminal_code)
    )
    shown = Counter(said.items())
    found += [f"till, not screen: {each}" for each in (kept - shown) + (shown - kept)]
    found += [f"central, not screen: {each}" for each in (there - shown) + (shown - there)]
    return found + unprinted(park, rung.sales)


def unprinted(park: Park, sales: Sequence[Sale]) -> list[str]:
    """Sales without exactly one original receipt, or whose paper has another amount."""
    jobs = (interpret(job.data) for job in park.counter.printer.jobs)
    papers = [" ".join(document.rows) for document in jobs]
    papers = [words for words in papers if "补打" not in words]
    found = []
    for sale in sales:
        own = f"单号 {sale.receipt_number} "
        originals = [words for words in papers if own in words]
        if len(originals) != 1:
            found.append(f"{sale.receipt_number}: {len(originals)} originals")
        elif f"{sale.net // 100:,}.{sale.net % 100:02d}" not in originals[0]:
            found.append(f"{sale.receipt_number}: {sale.net} is not on its paper")
    return found


def resident_mib() -> float:
    """What the process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sales", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "park"
        root.mkdir()
        answer = day(root, chosen.sales, chosen.seed)
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 1 if answer["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
