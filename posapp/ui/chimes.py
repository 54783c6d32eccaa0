"""Sounds that no press asked for: a sale is paid, a payment is waited for, the paper is out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from posapp.devices.ports import Attention
from posapp.devices.registry import Port
from posapp.ui.pay.state import Charging, Collecting, Confirming, Done, PayState, Unclear
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.health.state import HealthState
    from posapp.ui.sounds import Sounds

TICK_MS: Final = 5_000
PAPER_MS: Final = 20_000


class Chimes(QObject):
    """Told of each state of payments and devices; the visible twins are the pay screen and the
    banner. `ticks` says whether waiting is to be heard at all.
    """

    def __init__(
        self, sounds: Sounds, ticks: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self._ticks = ticks
        self._sale = ""
        self._waited = False
        self._heard = ""
        self._waiting = self._timer(TICK_MS, Sound.WAITING)
        self._paper = self._timer(PAPER_MS, Sound.PAPER_OUT)

    @Slot(object)
    def hear_payment(self, state: PayState) -> None:
        phase = state.phase
        waits = isinstance(phase, (Charging, Confirming, Unclear)) and self._ticks()
        _run(self._waiting, on=waits)
        self._hear_answer(state)
        if isinstance(phase, Done) and phase.committed.sale.id != self._sale:
            self._sale = phase.committed.sale.id
            if self._sale != self._heard:
                self._sounds.play(Sound.PAID)

    def _hear_answer(self, state: PayState) -> None:
        """An external payment that settles the order was heard when its own answer came."""
        is_answered = self._waited and isinstance(state.phase, Collecting)
        if is_answered and state.payment.is_settled:
            self._heard = state.payment.sale_id
        self._waited = isinstance(state.phase, (Charging, Unclear))

    @Slot(object)
    def hear_health(self, state: HealthState) -> None:
        printer = state.devices.get(Port.PRINTER)
        is_out = isinstance(printer, Attention) and printer.key == "printer.paper_out"
        if is_out and not self._paper.isActive():
            self._sounds.play(Sound.PAPER_OUT)
        _run(self._paper, on=is_out)

    def stop(self) -> None:
        """The window closes."""
        self._waiting.stop()
        self._paper.stop()

    def _timer(self, every_ms: int, sound: Sound) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.timeout.connect(lambda: self._sounds.play(sound))
        return timer


def _run(timer: QTimer, *, on: bool) -> None:
    if on and not timer.isActive():
        timer.start()
    elif not on:
        timer.stop()
