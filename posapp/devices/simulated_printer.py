"""A printer and a drawer without a cable: they keep bytes, count pulses, fail on request."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.devices import escpos_commands as cmd
from posapp.devices.ports import Absent, Attention, DeviceState, Ready
from posapp.errors import OutcomeUnknown, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.devices.paper import Paper
    from posapp.domain.receipt import Receipt

_ARGUMENTS: Final = {
    0x1B: {0x40: 0, 0x61: 1, 0x45: 1, 0x64: 1, 0x70: 3},
    0x1C: {0x26: 0, 0x2E: 0},
    0x1D: {0x21: 1, 0x42: 1, 0x56: 2, 0x72: 1},
}


class PrinterFault(StrEnum):
    """What can go wrong with it, one at a time."""

    NONE = "none"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    UNPLUGGED = "unplugged"
    SLOW = "slow"
    REPLY_LOST = "reply_lost"


@dataclass(frozen=True, slots=True)
class PrintedJob:
    """One job exactly as it arrived."""

    job_id: str
    data: bytes


class SimulatedDrawer:
    """Opens by pulses in the printer's bytes, or by hand through `open`; `opens` tells how often
    this one did.
    """

    def __init__(self) -> None:
        self.opens = 0
        self.unplugged = False
        self._listeners: list[Callable[[], None]] = []

    def state(self) -> DeviceState:
        return Absent("drawer.unreachable") if self.unplugged else Ready()

    def open(self) -> None:
        if self.unplugged:
            raise Unavailable("drawer.unreachable")
        self.pulse(1)

    def pulse(self, times: int) -> None:
        """The printer passes pulses on; an unplugged drawer does not feel them."""
        if self.unplugged or not times:
            return
        self.opens += times
        for listener in tuple(self._listeners):
            listener()

    def watch(self, listener: Callable[[], None]) -> None:
        """Call after every opening, on the thread that opened it."""
        self._listeners.append(listener)

    def close(self) -> None:
        self._listeners.clear()


class SimulatedPrinter:
    """Keeps its jobs in memory. Faults last until another is set; safe to set from any thread.

    `drawer` hangs on pin 2 of its socket, `second_drawer` on pin 5.
    """

    def __init__(
        self, paper: Paper, drawer: SimulatedDrawer | None = None, *, slow_s: float = 3.0
    ) -> None:
        self.drawer = drawer
        self.second_drawer = SimulatedDrawer()
        self.fault = PrinterFault.NONE
        self._paper = paper
        self._slow_s = slow_s
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._jobs: list[PrintedJob] = []
        self._listeners: list[Callable[[PrintedJob], None]] = []

    @property
    def jobs(self) -> tuple[PrintedJob, ...]:
        """Everything that came out, in order."""
        with self._lock:
            return tuple(self._jobs)

    def tear_off(self) -> tuple[PrintedJob, ...]:
        """Take away what came out so far; the printer forgets it."""
        with self._lock:
            torn, self._jobs = tuple(self._jobs), []
        return torn

    def watch(self, listener: Callable[[PrintedJob], None]) -> None:
        """Call with every job that came out, on the printer's lane."""
        self._listeners.append(listener)

    def state(self) -> DeviceState:
        fault = self.fault  # once: whoever sees the paper may mend the printer meanwhile
        match fault:
            case PrinterFault.UNPLUGGED:
                return Absent("printer.unreachable")
            case PrinterFault.PAPER_OUT:
                return Attention("printer.paper_out")
            case PrinterFault.COVER_OPEN:
                return Attention("printer.cover_open")
            case _:
                return Ready()

    def render(self, receipt: Receipt) -> bytes:
        return self._paper.render(receipt)

    def send(self, job_id: str, data: bytes) -> None:
        fault = self.fault  # once: whoever sees the paper may mend the printer meanwhile
        match fault:
            case PrinterFault.UNPLUGGED:
                raise Unavailable("printer.unreachable")
            case PrinterFault.PAPER_OUT:
                raise Unavailable("printer.paper_out")
            case PrinterFault.COVER_OPEN:
                raise Unavailable("printer.cover_open")
            case PrinterFault.SLOW:
                self._closing.wait(self._slow_s)
            case _:
                pass
        self._come_out(PrintedJob(job_id, data))
        if fault is PrinterFault.REPLY_LOST:
            raise OutcomeUnknown("printer.outcome_unknown", job=job_id)

    def close(self) -> None:
        self._closing.set()
        self._listeners.clear()

    def _come_out(self, job: PrintedJob) -> None:
        with self._lock:
            self._jobs.append(job)
        if self.drawer is not None:
            self.drawer.pulse(pulses_in(job.data))
        self.second_drawer.pulse(pulses_in(job.data, cmd.SECOND_DRAWER_PULSE))
        for listener in tuple(self._listeners):
            listener(job)


def pulses_in(data: bytes, pulse: bytes = cmd.DRAWER_PULSE) -> int:
    """Pulses to one drawer among the commands of a job; the same bytes inside a picture are no
    command.
    """
    place, pulses = 0, 0
    while place < len(data):
        lead = data[place]
        if lead == 0x10:
            place += 3
        elif lead not in _ARGUMENTS or place + 1 >= len(data):
            place += 1 if lead < 0x80 else 2
        else:
            pulses += data[place : place + 3] == pulse[:3]
            place += _command_length(data, place)
    return pulses


def _command_length(data: bytes, place: int) -> int:
    lead, command = data[place], data[place + 1]
    if lead == 0x1D and command == 0x28:
        return 5 + int.from_bytes(data[place + 3 : place + 5], "little")
    if lead == 0x1D and command == 0x76:
        width = int.from_bytes(data[place + 4 : place + 6], "little")
        height = int.from_bytes(data[place + 6 : place + 8], "little")
        return 8 + width * height
    return 2 + _ARGUMENTS[lead].get(command, 0)
