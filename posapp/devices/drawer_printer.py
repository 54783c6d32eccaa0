"""A cash drawer on the printer's own socket: opened by a pulse that the printer passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.devices import escpos_commands as cmd
from posapp.errors import OutcomeUnknown, Unavailable

if TYPE_CHECKING:
    from posapp.devices.ports import DeviceState, Printer


class PrinterDrawer:
    """Its state is the printer's: nobody can ask the drawer itself."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer

    def state(self) -> DeviceState:
        return self._printer.state()

    def open(self) -> None:
        try:
            self._printer.send("drawer", cmd.INITIALISE + cmd.DRAWER_PULSE)
        except (Unavailable, OutcomeUnknown) as error:
            raise Unavailable("drawer.unreachable") from error

    def close(self) -> None:
        """The printer is closed by the station."""


def make(_options: dict[str, str], printer: Printer | None) -> PrinterDrawer:
    """Raises Unavailable("drawer.needs_printer") on a till without a printer."""
    if printer is None:
        raise Unavailable("drawer.needs_printer")
    return PrinterDrawer(printer)
