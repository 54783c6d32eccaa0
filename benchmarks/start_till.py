"""A till that starts as `posapp till` does, skips signing in, takes one scan and leaves.

Prints the monotonic moments of its first paint and of the painted line, in ns.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication

from posapp.app.run import application
from posapp.app.starting import Starting

if TYPE_CHECKING:
    from posapp.app.till import Till
    from posapp.app.window import TillWindow


class FirstScan(QObject):
    """Signs the cashier in, scans, and says when the line stands in the painted cart."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        self._is_added = False

    def begin(self, window: TillWindow) -> None:
        from benchmarks.shop import CASHIER
        from posapp.ui.navigation import Place
        from posapp.ui.sell.screen import SellScreen
        from posapp.ui.surface import Scan

        window.floor.duty.sign_in(CASHIER)
        window.floor.navigation.go(Place.SELL)
        screen = window.window.surface(Place.SELL)
        assert isinstance(screen, SellScreen)
        window.presenters.sell.presenter.added.connect(self._on_added)
        screen.cart_side.view.viewport().installEventFilter(self)
        window.router.deliver(Scan(text=self._code))

    @Slot(int)
    def _on_added(self, _key: int) -> None:
        self._is_added = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if event.type() is QEvent.Type.Paint and self._is_added:
            self._is_added = False
            print(time.monotonic_ns(), flush=True)
            QApplication.exit(0)
        return False


def main(folder: Path, code: str) -> None:
    app = application()
    with ExitStack() as closing:
        starting = Starting(app, lambda: _open(folder, closing))
        scan = FirstScan(code)
        starting.curtain.painted.connect(lambda: print(time.monotonic_ns(), flush=True))
        starting.opened.connect(scan.begin)
        starting.begin()
        app.exec()
        if starting.error is not None:
            raise starting.error
        assert starting.window
        starting.window.close()


def _open(folder: Path, closing: ExitStack) -> Till:
    from benchmarks.shop import KEYS, NOBODY
    from posapp.app.devices import simulated_specs
    from posapp.app.till import TillConfig, open_till
    from posapp.clock import SystemClock

    config = TillConfig(
        folder=folder,
        keys=KEYS,
        clock=SystemClock(),
        central_url=NOBODY,
        specs=lambda _settings: simulated_specs(folder),
    )
    return open_till(config, closing)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
