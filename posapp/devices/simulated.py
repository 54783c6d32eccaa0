"""Factories of the simulated devices, for tests, demo and training."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from posapp.devices.simulated_counter import SimulatedDisplay, SimulatedPinPad, SimulatedScanner
from posapp.devices.simulated_printer import SimulatedDrawer, SimulatedPrinter
from posapp.devices.simulated_terminal import SimulatedTerminal

if TYPE_CHECKING:
    from posapp.devices.paper import Paper
    from posapp.devices.ports import Printer


def make_printer(_options: dict[str, str], paper: Paper) -> SimulatedPrinter:
    return SimulatedPrinter(paper, SimulatedDrawer())


def make_drawer(options: dict[str, str], printer: Printer | None) -> SimulatedDrawer:
    """The drawer on the simulated printer, or one of its own beside any other printer, and where
    the drawers are told apart.
    """
    if "drawer" in options:
        return SimulatedDrawer()
    if isinstance(printer, SimulatedPrinter) and printer.drawer is not None:
        return printer.drawer
    return SimulatedDrawer()


def make_scanner(_options: dict[str, str]) -> SimulatedScanner:
    return SimulatedScanner()


def make_display(_options: dict[str, str]) -> SimulatedDisplay:
    return SimulatedDisplay()


def make_pin_pad(_options: dict[str, str]) -> SimulatedPinPad:
    return SimulatedPinPad()


def make_terminal(options: dict[str, str]) -> SimulatedTerminal:
    """`ledger` is the path of the file that survives a restart; without it, memory."""
    ledger = options.get("ledger", "")
    return SimulatedTerminal(Path(ledger) if ledger else None)
