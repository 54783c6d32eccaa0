"""Everything on the sample counter that a person would touch besides the till itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from posapp.devices.simulated_counter import SimulatedDisplay, SimulatedPinPad, SimulatedScanner
from posapp.devices.simulated_line import Link
from posapp.devices.simulated_phone import Phone
from posapp.devices.simulated_printer import SimulatedDrawer, SimulatedPrinter
from posapp.devices.simulated_terminal import SimulatedTerminal

DrawPaper = Callable[[bytes], tuple[int, int, bytes]]
"""Printer bytes to a grey picture: width, height, one byte a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCode:
    """A code that lies ready beside the scanner, with what the button says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The simulated devices of one till, the member's phone, and the line to central."""

    printer: SimulatedPrinter
    drawer: SimulatedDrawer
    scanner: SimulatedScanner
    display: SimulatedDisplay
    pin_pad: SimulatedPinPad | None
    terminal: SimulatedTerminal
    link: Link
    phone: Phone
    codes: tuple[ReadyCode, ...]
    draw: DrawPaper
