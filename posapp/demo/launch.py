"""`posapp demo`: the sample park with its window, or a whole day driven by keys."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posapp.app.run import run_window
from posapp.app.training import TrainingTurns
from posapp.demo.display import virtual_display
from posapp.demo.park import open_park
from posapp.demo.sample import MEMBER_PHONE, SIGN_INS, Folders
from posapp.devices.simulated_line import LinkFault
from posapp.errors import Refused
from posapp.ui.self_check import has_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posapp.app.window import TillWindow
    from posapp.demo.park import Park
    from posapp.ui.navigation import Place

Answer = dict[str, Any]
Beside = Callable[["Park", "QApplication", "TillWindow"], object]


def demo(
    *,
    role: str,
    language: str,
    offline: bool,
    data: Path | None,
    headless: bool,
    out: Path | None,
) -> Answer:
    """Run the demo until its window is closed; headless, until the day is over.

    Headless without `out` raises Refused("demo.out_needed"). The answer's `failed` is true when
    the books of till and central differ.
    """
    if headless and out is None:
        raise Refused("demo.out_needed")
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    with ExitStack() as closing:
        _be_on_a_screen(closing, headless=headless)
        folders = _folders(data, closing)
        if headless and out is not None:
            from posapp.demo.day import run_day

            return run_day(folders, out, language=language)
        return _open(folders, role, language, offline=offline, closing=closing)


def _open(
    folders: Folders, role: str, language: str, *, offline: bool, closing: ExitStack
) -> Answer:
    from posapp.ui.navigation import Place

    park = open_park(folders, {"language": language}, closing)
    if offline:
        park.link.set_fault(LinkFault.GONE)
    _tell(role)
    _tell_page(park.central.port)
    start_at = Place.MANAGER if role == "manager" else Place.SELL
    run_turns(park, start_at, _beside)
    return {}


def run_turns(park: Park, start_at: Place, beside: Beside) -> None:
    """Show the park's till, the one to train at once a manager asks for it, and the park's again,
    until one of them is closed.
    """
    turns = TrainingTurns()
    is_first = True
    while turns.goes_on:
        park = park if is_first else park.turned(turns)
        is_first = False
        run_window(park.till, start_at=start_at, beside=partial(beside, park), turns=turns)


def _beside(park: Park, app: QApplication, window: TillWindow) -> object:
    """The window of simulated devices and the customer's window, next to the till's."""
    from posapp.ui.counter.window import PanelWindow
    from posapp.ui.placing import stand_beside

    customer = window.customer_side.stand_alone()
    panel = PanelWindow(window.look, park.counter)
    stand_beside(window.window, panel, customer)
    for beside in (customer, panel):
        beside.show()
        window.window.closing.connect(beside.close)
        window.training_asked.connect(beside.hide)
    window.window.closing.connect(app.quit)
    return panel, customer


def _be_on_a_screen(closing: ExitStack, *, headless: bool) -> None:
    if has_display() and not headless:
        return
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return
    if not headless:
        print("No display here: the demo runs on a virtual one.", flush=True)
    if sys.platform.startswith("linux"):
        os.environ["DISPLAY"] = closing.enter_context(virtual_display())


def _folders(data: Path | None, closing: ExitStack) -> Folders:
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
        return Folders(data.resolve())
    return Folders(Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="posapp-demo-"))))


def _tell(role: str) -> None:
    """Names and PINs of the sample park: made up, and printed on purpose."""
    print("Sign in with one of these:")
    for person in SIGN_INS:
        mark = "  <- this role" if person.role == role else ""
        print(f"  {person.name} {person.number}  PIN {person.pin}  ({person.role}){mark}")
    sys.stdout.flush()


def _tell_page(port: int) -> None:
    """Where a member of the sample park finds her own page; her messages are on the panel."""
    print(f"The member's own page: http://127.0.0.1:{port}/m")
    print(f"  her phone {MEMBER_PHONE}; the code stands with the simulated phone's messages")
    sys.stdout.flush()
