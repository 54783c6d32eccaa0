"""`posapp till`: keys, stores, window, and the end of all of them."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from posapp.app.enrolling import enrol_till
from posapp.app.opening import keys_for, one_time_code
from posapp.app.till import Till, TillConfig, open_till
from posapp.clock import SystemClock
from posapp.paths import default_data_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posapp.app.window import TillWindow
    from posapp.ui.navigation import Place

Answer = dict[str, object]


def run_till(
    *, data: Path | None, central_url: str | None, keys: str, language: str | None
) -> Answer:
    """Open the till of a folder; with `central_url` enrol it first. Returns when it is closed."""
    folder = data or default_data_folder()
    clock = SystemClock()
    opened = keys_for(folder, keys)
    if central_url:
        enrol_till(folder, opened, clock, url=central_url, code=one_time_code())
    chosen: dict[str, object] = {"language": language} if language else {}
    with ExitStack() as closing:
        config = TillConfig(folder=folder, keys=opened, clock=clock, chosen=chosen)
        run_window(open_till(config, closing))
    return {}


def run_window(
    till: Till,
    *,
    start_at: Place | None = None,
    beside: Callable[[QApplication, TillWindow], object] | None = None,
) -> int:
    """Show the till's window until it is closed. `beside` may open more and is kept alive."""
    from PySide6.QtWidgets import QApplication

    from posapp.app.window import TillWindow
    from posapp.ui.navigation import Place as Places

    app = application()
    window = TillWindow(app, till, start_at=start_at or Places.SELL)
    kept = None if beside is None else beside(app, window)
    window.window.closing.connect(app.quit)
    window.open()
    code = app.exec()
    window.close()
    till.stop()
    del kept
    assert isinstance(app, QApplication)
    return int(code)


def application() -> QApplication:
    """The one application object of this process."""
    from PySide6.QtWidgets import QApplication

    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("posapp")
    return app
