"""Which drivers there are: port and name to a factory, imported when it is first used."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable


class Port(StrEnum):
    """The places on a till where a device can hang, in the order in which they are opened."""

    PRINTER = "printer"
    DRAWER = "drawer"
    SCANNER = "scanner"
    DISPLAY = "display"
    PIN_PAD = "pinpad"
    TERMINAL = "terminal"


_FACTORIES: Final[dict[Port, dict[str, str]]] = {
    Port.PRINTER: {
        "tcp": "posapp.devices.printer_tcp:make",
        "file": "posapp.devices.printer_file:make",
        "simulated": "posapp.devices.simulated:make_printer",
    },
    Port.DRAWER: {
        "printer": "posapp.devices.drawer_printer:make",
        "tcp": "posapp.devices.drawer_printer:make_tcp",
        "file": "posapp.devices.drawer_printer:make_file",
        "simulated": "posapp.devices.simulated:make_drawer",
    },
    Port.SCANNER: {
        "serial": "posapp.devices.scanner_serial:make",
        "simulated": "posapp.devices.simulated:make_scanner",
    },
    Port.DISPLAY: {"simulated": "posapp.devices.simulated:make_display"},
    Port.PIN_PAD: {"simulated": "posapp.devices.simulated:make_pin_pad"},
    Port.TERMINAL: {"simulated": "posapp.devices.simulated:make_terminal"},
}


@dataclass(frozen=True, slots=True)
class DeviceSpec:
    """One block of the settings: which driver hangs on a port, and what it needs to know."""

    port: Port
    driver: str
    options: dict[str, str] = field(default_factory=dict)


def spec(port: Port, text: str, **options: str) -> DeviceSpec:
    """From a setting like `tcp:192.168.1.50:9100`, `file:/dev/usb/lp0` or `simulated`."""
    driver, _, address = text.partition(":")
    return DeviceSpec(port, driver, {**options, **({"address": address} if address else {})})


def names(port: Port) -> tuple[str, ...]:
    """The drivers that a person may choose for a port."""
    return tuple(_FACTORIES[port])


def factory(port: Port, driver: str) -> Callable[..., Any]:
    """The driver's factory, its module imported now.

    Raises Refused("device.driver_unknown") for a name, Unavailable("device.driver_missing") when
    the vendor's library is not installed.
    """
    place = _FACTORIES[port].get(driver)
    if place is None:
        raise Refused("device.driver_unknown", port=port, driver=driver)
    module, _, name = place.partition(":")
    try:
        made: Callable[..., Any] = getattr(importlib.import_module(module), name)
    except ImportError as error:
        raise Unavailable("device.driver_missing", driver=driver) from error
    return made
