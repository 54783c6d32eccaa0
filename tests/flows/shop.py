"""The sample park with its real window, worked by one pair of hands that counts what it does."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QKeyEvent, Qt

from posapp.app.run import application
from posapp.app.window import TillWindow
from posapp.demo.hand import Hand
from posapp.demo.park import Park, open_park
from posapp.demo.sample import SIGN_INS, Folders
from posapp.devices.simulated_line import LinkFault
from posapp.devices.simulated_printer import PrinterFault
from posapp.domain.shift import DENOMINATIONS, expected_cash
from posapp.ui.navigation import Place
from posapp.ui.robot import Robot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CASHIER, SERVICE, MANAGER = SIGN_INS
WATER, COLA, PANDA = "6901234567892", "6928476000109", "6940000158384"
GIFT_A, CUP_B = "6940000791901", "6940000871092"
SCANNER_GAP_MS = 4


class CountingRobot(Robot):
    """Counts keys and clicks; a scan by the scanner is counted by whoever scans.

    Each key has arrived when `press` is over: on a busy machine the router may hold it longer
    than the pause between two keys. A person reads a question that came by itself before she
    answers it.
    """

    def __init__(self, window, router) -> None:
        super().__init__(window)
        self._router = router
        self.keys = 0
        self.clicks = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        for key in keys:
            self._read()
            super().press(key)
            self.wait_until(lambda: not self._router.is_holding, "the key")

    def type(self, text: str) -> None:
        self.keys += len(text)
        self._read()
        super().type(text)
        self.wait_until(lambda: not self._router.is_holding, "the keys")

    def _read(self) -> None:
        self.wait_until(lambda: not self._router.is_shielding, "a moment to read it")

    def click(self, name: str) -> None:
        self.clicks += 1
        super().click(name)


@dataclass
class Shop:
    """One park, one till window, one person."""

    park: Park
    till_window: TillWindow
    hand: Hand
    messages: list = field(default_factory=list)

    # -- looking

    @property
    def robot(self) -> CountingRobot:
        return self.hand.robot

    @property
    def window(self):
        return self.till_window.window

    @property
    def sell(self):
        return self.till_window.presenters.sell.presenter

    @property
    def pay(self):
        return self.till_window.presenters.pay

    @property
    def counter(self):
        return self.park.counter

    @property
    def papers(self):
        return self.park.counter.printer.jobs

    @property
    def stores(self):
        return self.park.till.stores

    def keys_told(self) -> list[str]:
        """The error keys that the person was told since the last `forget`."""
        return [message.key for message in self.messages]

    def idle(self) -> None:
        """No key is held back, nothing runs, every answer has come home."""
        router = self.till_window.router
        self.until(lambda: not router.is_holding, "keys")
        self.hand._rest("everything")

    def until(self, is_true, what: str, within_s: float = 15.0) -> None:
        self.robot.wait_until(is_true, what, within_s)

    def sold(self) -> int:
        return len(self.stores.till.journal.newest("sale.v1", 1_000))

    # -- doing

    def begin(self) -> None:
        """Sign in by badge and PIN and open a shift, as far as that is not done."""
        duty = self.till_window.floor.duty
        if duty.staff is None:
            expected = Place.SHIFT_OPEN if duty.shift is None else Place.SELL
            self.hand.sign_in(CASHIER, expected)
        if duty.shift is None:
            self.till_window.floor.navigation.go(Place.SHIFT_OPEN)
            self.hand.open_shift("500")

    def clear(self) -> None:
        """Back to an empty order on the sell screen, whatever a test left."""
        self.counter.printer.fault = PrinterFault.NONE
        self.park.link.set_fault(LinkFault.NONE)
        self.idle()
        for job in self.stores.till.prints.asked():
            self.stores.till.prints.answer(job.id, did_print=True)
        if self.pay.is_open:
            self.pay._session.end()
        for panel in self.window.layers.panels:
            self.window.layers.leave(panel)
        self.begin()
        self.till_window.floor.navigation.go(Place.SELL)
        self.sell.start_over()
        self.till_window.presenters.sell.finder.leave_search()
        self.window.surface(Place.SELL).find_side.field.clear()
        self.idle()
        self.messages.clear()
        self.robot.keys = self.robot.clicks = 0

    def type_in(self, text: str, *, terminator: bool = True, gap_ms: int = SCANNER_GAP_MS) -> None:
        """What a keyboard scanner does: keys a few milliseconds apart by their own time stamps."""
        handle = self.window.windowHandle()
        at_ms = self._next_ms()
        marks = [*text, "\r"] if terminator else [*text]
        for place, mark in enumerate(marks):
            key = Qt.Key.Key_Return if mark == "\r" else Qt.Key(ord(mark.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, mark)
                event.setTimestamp(at_ms + place * gap_ms)
                QGuiApplication.sendEvent(handle, event)
        self._last_ms = at_ms + len(marks) * gap_ms

    _last_ms = 0

    def _next_ms(self) -> int:
        self._last_ms += 1_000
        return self._last_ms


@contextmanager
def open_shop(root: Path, language: str = "zh_CN") -> Iterator[Shop]:
    """Open the park of a folder with its window; nobody has signed in."""
    with ExitStack() as closing:
        park = open_park(Folders(root), {"language": language}, closing)
        till_window = TillWindow(application(), park.till)
        closing.callback(_gone, till_window)
        till_window.window.resize(1366, 768)
        till_window.open()
        hand = Hand(till_window, park.counter, root)
        hand.picture = lambda _name: None
        hand.robot = CountingRobot(till_window.window, till_window.router)
        shop = Shop(park, till_window, hand)
        till_window.messages.shown.connect(shop.messages.append)
        hand.robot.take_focus()
        yield shop


def _gone(till_window: TillWindow) -> None:
    till_window.close()
    till_window.window.hide()
    till_window.window.deleteLater()
    till_window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def copy_of(seed: Path, to: Path) -> Path:
    """A park of its own, made from one that is closed."""
    shutil.copytree(seed, to)
    return to


def cash_in_drawer(shop: Shop) -> int:
    """What an honest cashier finds, minor units."""
    shifts = shop.stores.till.shifts
    shift = shifts.current()
    return expected_cash(shift.float_amount, shifts.sums(shift.id))


def pieces_of(cash: int) -> list[int]:
    """How many of each note and coin make up an amount, greatest first."""
    found = []
    for denomination in DENOMINATIONS:
        count, cash = divmod(cash, denomination)
        found.append(count)
    return found
