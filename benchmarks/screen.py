"""The till's own window over its real stores, with a cashier signed in and a scanner to feed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from benchmarks.eyes import Eyes, wait
from benchmarks.shop import CASHIER, KEYS, NOBODY
from posapp.app.devices import simulated_specs
from posapp.app.till import Till, TillConfig, open_till
from posapp.app.window import TillWindow
from posapp.clock import SystemClock
from posapp.ui.navigation import Place
from posapp.ui.sell.cart_view import CartView
from posapp.ui.sell.screen import SellScreen
from posapp.ui.surface import Scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack
    from pathlib import Path

    from posapp.ui.sell.presenter import SellPresenter

WIDTH, HEIGHT = 1366, 768


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a cashier works with; `settle` and `until` let the events through."""

    app: QApplication
    till: Till
    window: TillWindow
    cart: CartView
    eyes: Eyes

    @property
    def sell(self) -> SellPresenter:
        return self.window.presenters.sell.presenter

    def scan(self, text: str) -> None:
        """As a scanner that is no keyboard delivers it."""
        self.window.router.deliver(Scan(text=text))

    def until(self, done: Callable[[], bool]) -> None:
        wait(self.app, done)

    def settle(self) -> None:
        """Until nothing runs behind the screen and nothing waits to be painted."""
        self.until(lambda: self.window.floor.background.is_idle)
        self.app.processEvents()
        # Outside of a running event loop nobody else would delete what is to be deleted later.
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_sight(app: QApplication, folder: Path, closing: ExitStack) -> Sight:
    """Open the furnished till in `folder` and stand at the sell screen, a shift open."""
    config = TillConfig(
        folder=folder,
        keys=KEYS,
        clock=SystemClock(),
        # Fingers press buttons here without an event: nobody would be seen to work.
        chosen={"idle_lock_s": 7_200},
        central_url=NOBODY,
        specs=lambda _settings: simulated_specs(folder),
    )
    till = open_till(config, closing)
    shifts = till.workflows.shifts
    shift = shifts.current() or shifts.open(50_000, CASHIER)
    window = TillWindow(app, till)
    closing.callback(window.window.deleteLater)
    closing.callback(window.close)
    window.window.resize(WIDTH, HEIGHT)
    window.open()
    window.floor.duty.sign_in(CASHIER)
    window.floor.duty.use_shift(shift)
    window.floor.navigation.go(Place.SELL)
    screen = window.window.surface(Place.SELL)
    assert isinstance(screen, SellScreen)
    cart = screen.cart_side.view
    sight = Sight(app=app, till=till, window=window, cart=cart, eyes=Eyes(cart.viewport()))
    sight.settle()
    return sight
