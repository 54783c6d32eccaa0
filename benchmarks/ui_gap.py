"""Row 13: how long the screen stands still while the till syncs, searches, prints and backs up."""

from __future__ import annotations

import gc
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton

from benchmarks.eyes import application, wait
from benchmarks.harness import Figure, parser, report
from benchmarks.shop import goods
from posapp.app.window import TillWindow
from posapp.central import commands
from posapp.demo.park import open_park
from posapp.demo.sample import SAMPLE_PASSPHRASE, SIGN_INS, Folders
from posapp.lanes import CARE, STORE
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from posapp.offline.till_backup import BackupFolder
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from posapp.ui.surface import Scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from posapp.app.till import Till
    from posapp.demo.park import Park

TICK_MS = 2
MUST_MS, GOAL_MS = 50.0, 16.7
PRODUCTS, QUICK = 20_000, 300
SCAN = "6901234567892"
SEARCHES = ("x", "xm", "xmn", "xmnc", "n", "nf", "k")
COLUMNS = "code,name,category,price,barcodes"
LATEST_S = 300.0


class Metronome:
    """Ticks on the UI thread and remembers the longest time between two ticks, ms."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._last = time.perf_counter()
        self.longest = 0.0

    def start(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        self._on_tick()
        self._timer.stop()
        return self.longest

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1e3)
        self._last = now


class Desk:
    """The park's window with somebody at it."""

    def __init__(self, app: QApplication, park: Park, closing: ExitStack) -> None:
        self.app, self.park = app, park
        till = park.till
        signed = till.lanes.submit(
            STORE,
            lambda: till.workflows.signing_in.sign_in(SIGN_INS[0].number, SIGN_INS[0].pin),
        ).result()
        shift = till.lanes.submit(STORE, lambda: till.workflows.shifts.open(0, signed)).result()
        self.window = TillWindow(app, till)
        closing.callback(self.window.close)
        self.window.window.resize(1366, 768)
        self.window.open()
        self.window.floor.duty.sign_in(signed)
        self.window.floor.duty.use_shift(shift)
        self.window.floor.navigation.go(Place.SELL)
        self.metronome = Metronome()
        # As a start does: what is there now stays, and nobody looks for garbage among it.
        gc.collect()
        gc.freeze()

    def longest_while(self, work: Callable[[], object], done: Callable[[], bool]) -> float:
        """Begin `work`, let the event loop run until `done`; the longest gap in ms."""
        self.metronome.start()
        work()
        late = time.monotonic() + LATEST_S
        while not done():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > late:
                raise TimeoutError
        return self.metronome.stop()

    def sell(self) -> None:
        """Scan, pay in cash, see the receipt out, begin anew."""
        pay, background = self.window.presenters.pay, self.window.floor.background
        self.window.router.deliver(Scan(text=SCAN))
        wait(self.app, lambda: background.is_idle)
        self._press("sell.pay")
        wait(self.app, lambda: pay.is_open and isinstance(pay.state.phase, Collecting))
        self._press("pay.quick.exact")
        wait(self.app, lambda: isinstance(pay.state.phase, Done))
        self._press("pay.done.next")
        wait(self.app, lambda: background.is_idle)

    def _press(self, name: str) -> None:
        button = self.window.window.findChild(QAbstractButton, name)
        assert button is not None
        button.click()


def catalogue(file: Path, count: int) -> None:
    """Goods that central does not have yet."""
    rows = [
        f"N{number:06},{each.name},新品,{each.price / 100:.2f},69{number:011}"
        for number, each in enumerate(goods(count))
    ]
    file.write_text("\n".join([COLUMNS, *rows]) + "\n", "utf-8")


def gaps(desk: Desk, folder: Path, count: int) -> dict[str, float]:
    """The longest gap of each kind of work, ms."""
    park, till = desk.park, desk.park.till
    file = folder / "new.csv"
    catalogue(file, count)
    finder = desk.window.presenters.sell.finder
    desk.sell()
    found = {"nothing": desk.longest_while(lambda: None, rest(1.0))}
    commands.import_catalogue(park.folders.central, file=file, commit=True)
    arrived = Arrival(till, f"N{count - 1:06}")
    found["sync"] = desk.longest_while(arrived.watch, arrived.is_set)
    found["search"] = desk.longest_while(
        lambda: [finder.search_typed(text) for text in SEARCHES], rest(1.0)
    )
    finder.leave_search()
    found["sale and print"] = desk.longest_while(desk.sell, rest(0.5))
    keys = load_or_make(PassphraseKeyFile(park.folders.keys, SAMPLE_PASSPHRASE))
    backups = BackupFolder(folder / "backups", keys.till_db, 1)
    copies = [till.lanes.submit(CARE, lambda: till.stores.till.back_up(backups)) for _ in range(3)]
    found["backup"] = desk.longest_while(lambda: None, lambda: all(copy.done() for copy in copies))
    assert copies[-1].result().path.exists()
    return found


def rest(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


class Arrival(threading.Event):
    """Set once the till has the goods of a code; asked for away from the UI thread."""

    def __init__(self, till: Till, code: str) -> None:
        super().__init__()
        self._till, self._code = till, code

    def watch(self) -> None:
        self._till.sync.nudge()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while self._till.stores.cache.product_by_code(self._code) is None:
            time.sleep(0.1)
        self.set()


def measured(count: int) -> Figure:
    app = application()
    with tempfile.TemporaryDirectory() as name, ExitStack() as closing:
        folder = Path(name)
        park = open_park(Folders(folder), {"language": "zh_CN"}, closing)
        found = gaps(Desk(app, park, closing), folder, count)
        park.till.stop()
    floor = found.pop("nothing")
    worst = max(found.values())
    return Figure(
        row=13,
        metric=f"longest gap between ticks of the screen, {count:,} new goods",
        floor=round(floor, 1),
        floor_p99=round(floor, 1),
        ours=round(worst, 1),
        ours_p99=round(worst, 1),
        ratio=round(worst / floor, 2),
        must=f"< {MUST_MS:g} ms",
        goal=f"< {GOAL_MS:g} ms",
        holds=worst < MUST_MS,
        unit="ms",
        note=", ".join(f"{kind} {gap:.0f} ms" for kind, gap in found.items()),
    )


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_known_args(arguments)[0]
    return report([measured(QUICK if options.quick else PRODUCTS)], arguments)


if __name__ == "__main__":
    sys.exit(main())
