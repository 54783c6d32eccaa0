"""`posapp till`: keys, stores, window, and the end of all of them."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from posapp.errors import Unavailable
from posapp.paths import default_data_folder
from posapp.ui.self_check import can_draw
from posapp.ui.theme import BASE_HEIGHT, BASE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posapp.app.till import Till, TillConfig
    from posapp.app.training import TrainingTurns
    from posapp.app.unlocking import Unlocking
    from posapp.app.window import TillWindow
    from posapp.offline.keys import KeyStore, TillKeys
    from posapp.ui.navigation import Place

Answer = dict[str, object]

# Whatever is slow to import is imported where it is used: the curtain must not wait for it.


def run_till(
    *,
    data: Path | None,
    central_url: str | None,
    keys: str,
    language: str | None,
    tell_secret: Callable[[str], None] | None = None,
) -> Answer:
    """Open the till of a folder; with `central_url` enrol it first. Returns when it is closed.

    With `tell_secret` the till gets a new recovery secret, which is told this once.

    Raises Unavailable("till.no_display"), and what keys, stores and central raise.
    """
    from posapp.app.ending import QuitOnSignal
    from posapp.app.older_program import OlderProgram
    from posapp.app.starting import Starting
    from posapp.app.training import TrainingTurns
    from posapp.app.unlocking import Unlocking

    if not can_draw():
        raise Unavailable("till.no_display")
    folder = data or default_data_folder()
    asked = _ask(folder, central_url, keys)
    if tell_secret is not None:
        from posapp.app.rekeying import begin_recovery

        asked = asked or _keys(folder, keys)
        tell_secret(begin_recovery(folder, asked[1])["recovery_secret"])
    chosen: dict[str, object] = {"language": language} if language else {}
    app = application()
    turns = TrainingTurns()
    while turns.goes_on:
        with ExitStack() as closing:
            closing.callback(QuitOnSignal(app).close)
            unlocking = Unlocking(app, folder, language or "zh_CN")
            place = partial(_place, folder, keys, chosen, asked, unlocking)
            open_it = partial(_open, turns, place, closing)
            older = OlderProgram(app, folder, language or "zh_CN", turns.keys)
            starting = Starting(app, open_it, unlocking, older)
            starting.opened.connect(partial(_listen, app, turns))
            starting.begin()
            app.exec()
            if starting.window is not None and starting.till is not None:
                starting.window.close()
                starting.till.stop()
        if starting.error is not None:
            raise starting.error
    return {}


def _listen(app: QApplication, turns: TrainingTurns, window: TillWindow) -> None:
    """Whoever wants to train, or has trained, closes this till so that the other one is opened."""

    def changed(place: Path | None) -> None:
        turns.wish(place)
        app.quit()

    window.training_asked.connect(changed)


def _ask(folder: Path, central_url: str | None, keys: str) -> tuple[KeyStore, TillKeys] | None:
    """What is asked at the terminal comes before any window. None when nothing has to be asked."""
    if not central_url and keys == "keyring":
        return None
    opened = _keys(folder, keys)
    if central_url:
        from posapp.app.enrolling import enrol_till
        from posapp.app.opening import one_time_code
        from posapp.clock import SystemClock

        enrol_till(folder, opened[1], SystemClock(), url=central_url, code=one_time_code())
    return opened


def _keys(folder: Path, choice: str) -> tuple[KeyStore, TillKeys]:
    """Where the keys are, and the keys; a passphrase is asked for once."""
    from posapp.app.opening import keys_in, store_for

    store = store_for(folder, choice)
    return store, keys_in(store, folder)


def _open(turns: TrainingTurns, real: Callable[[], TillConfig], closing: ExitStack) -> Till:
    from posapp.app.till import open_till

    return open_till(turns.config(real), closing)


def _place(
    folder: Path,
    keys: str,
    chosen: dict[str, object],
    asked: tuple[KeyStore, TillKeys] | None,
    unlocking: Unlocking,
) -> TillConfig:
    """How the real till of a folder is opened, with its keys."""
    from posapp.app.opening import anchor_for
    from posapp.app.till import TillConfig
    from posapp.clock import SystemClock

    choice = "recovery" if unlocking.opened else keys
    store, till_keys = asked or unlocking.opened or _keys(folder, keys)
    return TillConfig(
        folder=folder,
        keys=till_keys,
        clock=SystemClock(),
        chosen=chosen,
        anchor=anchor_for(folder, choice),
        # What the secret opened cannot be changed by it: the keyring's own would be left behind.
        key_store=None if choice == "recovery" else store,
    )


def run_window(
    till: Till,
    *,
    start_at: Place | None = None,
    beside: Callable[[QApplication, TillWindow], object] | None = None,
    turns: TrainingTurns | None = None,
) -> int:
    """Show the till's window until it is closed. `beside` may open more and is kept alive. With
    `turns` one may train: it hears which till is to be opened next, and this one is closed.
    """
    from PySide6.QtWidgets import QApplication

    from posapp.app.ending import QuitOnSignal
    from posapp.app.window import TillWindow
    from posapp.ui.navigation import Place as Places

    app = application()
    ending = QuitOnSignal(app)
    window = TillWindow(
        app,
        till,
        start_at=start_at or Places.SELL,
        room=None if beside is None else (BASE_WIDTH, BASE_HEIGHT),
        can_train=turns is not None,
    )
    if turns is not None:
        _listen(app, turns, window)
    kept = None if beside is None else beside(app, window)
    window.window.closing.connect(app.quit)
    window.open()
    code = app.exec()
    ending.close()
    window.close()
    window.window.hide()
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
