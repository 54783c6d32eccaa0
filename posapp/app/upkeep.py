"""What the till does by itself while it is open: printing again, fresh prices, housekeeping."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.lanes import CARE, STORE

if TYPE_CHECKING:
    from posapp.app.till import Till
    from posapp.ui.floor import Floor
    from posapp.ui.sell.parts import SellParts
    from posapp.workflows.printing import PrintRound

REPRINT_EVERY_MS: Final = 4_000
HOUSEKEEPING_MS: Final = 60_000
LENDING_MS: Final = 3_000
FIRST_CARE_MS: Final = 5_000
"""A start has better things to do than a backup."""


class Upkeep(QObject):
    """Timers on the UI thread, work on the lanes; nothing here ever waits.

    `printed` tells that a round of printing is over, however it went; `cared` carries the
    `StorageState` after a round of care, `keyed` the `KeyState`.
    """

    printed = Signal()
    cared = Signal(object)
    keyed = Signal(object)

    def __init__(self, till: Till, floor: Floor, sell: SellParts, parent: QObject) -> None:
        super().__init__(parent)
        self._till = till
        self._floor = floor
        self._finder = sell.finder
        self._selling = sell.presenter
        self._reprint = QTimer(self)
        self._reprint.setInterval(REPRINT_EVERY_MS)
        self._reprint.timeout.connect(self.print_again)
        self._housekeeping = QTimer(self)
        self._housekeeping.setInterval(HOUSEKEEPING_MS)
        self._housekeeping.timeout.connect(self.keep_house)
        self._lending = QTimer(self)
        self._lending.setInterval(LENDING_MS)
        self._lending.timeout.connect(self.lend)
        self._first_care = QTimer(self)
        self._first_care.setSingleShot(True)
        self._first_care.setInterval(FIRST_CARE_MS)
        self._first_care.timeout.connect(self.care)
        self._had_shift = False
        floor.duty.changed.connect(self._on_duty)

    def start(self) -> None:
        self._reprint.start()
        self._housekeeping.start()
        self._lending.start()
        self._first_care.start()

    def stop(self) -> None:
        self._reprint.stop()
        self._housekeeping.stop()
        self._lending.stop()
        self._first_care.stop()

    @Slot()
    def print_again(self) -> None:
        """What is still due: paper may be back."""
        work = self._till.workflows.printing.print_pending
        self._floor.background.run(self._till.printer_lane, work, self._round_over)

    @Slot()
    def keep_house(self) -> None:
        self._floor.background.run(STORE, self._till.stores.till.checkpoint_if_idle)
        self.care()

    @Slot()
    def lend(self) -> None:
        """Value of members who were served, for the time without central; nobody waits for it."""
        self._floor.background.run(CARE, self._till.workflows.leasing.round)

    @Slot()
    def care(self) -> None:
        """Backup, check and high-water mark, when one of them is due and nobody is selling."""
        work = partial(self._till.care.round, idle=self._selling.is_empty)
        self._floor.background.run(CARE, work, self.cared.emit)
        keys = self._till.key_care
        if keys is not None:
            renew = partial(keys.round, idle=self._selling.is_empty)
            self._floor.background.run(CARE, renew, self.keyed.emit)

    @Slot()
    def refresh_prices(self) -> None:
        """The feed may have brought other prices and rules; the shelf is read again only when the
        prices changed.
        """
        self._floor.background.run(STORE, self._till.rules.refresh)
        work = self._till.workflows.price_book.refresh
        self._floor.background.run(STORE, work, self._prices_read)

    @Slot()
    def reprint_last(self) -> None:
        """A copy of the newest paper, for the person on duty."""
        duty = self._floor.duty
        if duty.staff is not None:
            work = partial(self._till.workflows.printing.reprint_last, duty.staff, duty.shift)
            self._floor.background.run(STORE, work)

    @Slot()
    def _on_duty(self) -> None:
        """A shift that was just closed is worth a backup."""
        has_shift = self._floor.duty.shift is not None
        if self._had_shift and not has_shift:
            self._till.care.want_backup()
            self.care()
        self._had_shift = has_shift

    def _round_over(self, _round: PrintRound) -> None:  # what a lane answered
        self.printed.emit()

    def _prices_read(self, changed: bool) -> None:  # what a lane answered
        if changed:
            self._finder.load_shelf()
