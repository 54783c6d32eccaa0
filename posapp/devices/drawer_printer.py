"""A cash drawer on a printer's socket: opened by a pulse that the printer passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.devices import escpos_commands as cmd
from posapp.devices import printer_file, printer_tcp
from posapp.errors import OutcomeUnknown, Unavailable

if TYPE_CHECKING:
    from posapp.devices.ports import DeviceState, Printer
    from posapp.domain.receipt import Receipt

FIRST_PIN: Final = 2
_PULSES: Final = {FIRST_PIN: cmd.DRAWER_PULSE, 5: cmd.SECOND_DRAWER_PULSE}


class PrinterDrawer:
    """Its state is the printer's: nobody can ask the drawer itself."""

    def __init__(self, printer: Printer, pin: int = FIRST_PIN, *, own: bool = False) -> None:
        """`own`: nothing else prints there, so that it is closed with the drawer."""
        self._printer = printer
        self._pulse = _PULSES[pin]
        self._own = own

    def state(self) -> DeviceState:
        return self._printer.state()

    def open(self) -> None:
        try:
            self._printer.send("drawer", cmd.INITIALISE + self._pulse)
        except (Unavailable, OutcomeUnknown) as error:
            raise Unavailable("drawer.unreachable") from error

    def close(self) -> None:
        """The receipt printer is closed by the station."""
        if self._own:
            self._printer.close()


class _NoPaper:
    """A printer that is only there for its socket prints nothing."""

    def render(self, _receipt: Receipt) -> bytes:
        return b""


def make(options: dict[str, str], printer: Printer | None) -> PrinterDrawer:
    """Raises Unavailable("drawer.needs_printer") on a till without a printer."""
    if printer is None:
        raise Unavailable("drawer.needs_printer")
    return PrinterDrawer(printer, _pin(options))


def make_tcp(options: dict[str, str], _printer: Printer | None) -> PrinterDrawer:
    """On another printer of the network. Raises Refused("printer.address_not_valid")."""
    return PrinterDrawer(printer_tcp.make(options, _NoPaper()), _pin(options), own=True)


def make_file(options: dict[str, str], _printer: Printer | None) -> PrinterDrawer:
    """On another printer at a device node. Raises as `printer_file.make`."""
    return PrinterDrawer(printer_file.make(options, _NoPaper()), _pin(options), own=True)


def _pin(options: dict[str, str]) -> int:
    return int(options.get("pin", FIRST_PIN))
