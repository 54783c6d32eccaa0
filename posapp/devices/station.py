"""The devices of this till: opened from the settings, asked for their health, closed at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from posapp.devices.drawer_printer import FIRST_PIN
from posapp.devices.paper import paper_for
from posapp.devices.ports import Absent, Ready
from posapp.devices.printer_profile import Charset, profile_named
from posapp.devices.registry import DeviceSpec, Port, factory
from posapp.errors import Refused, Unavailable
from posapp.lanes import device_lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from posapp.devices.ports import (
        CashDrawer,
        CustomerDisplay,
        Device,
        DeviceState,
        PaymentTerminal,
        PinPad,
        Printer,
        Scanner,
    )

T = TypeVar("T")


class Station:
    """Holds one device for each port. Construction opens them and never raises for a missing one.

    Specs of the drawer's port with a `drawer` in their options are drawers of their own: each is
    opened by its number, and a number that has none opens nothing.
    `submit` queues work on a lane (`Lanes.submit`); the drawer shares the printer's lane, because
    its pulse goes through the printer.
    """

    def __init__(
        self,
        specs: Iterable[DeviceSpec],
        submit: Callable[[str, Callable[[], Any]], Future[Any]],
    ) -> None:
        self._submit = submit
        self._devices: dict[Port, Device] = {}
        self._missing: dict[Port, Absent] = {}
        self._own: dict[str, DeviceSpec] = {}
        self._drawers: dict[str, CashDrawer | Absent] = {}
        wanted: dict[Port, DeviceSpec] = {}
        for spec in specs:
            if "drawer" in spec.options:
                self._own[spec.options["drawer"]] = spec
            else:
                wanted[spec.port] = spec
        for port in Port:
            if port in wanted:
                self._open(wanted[port])
        for name, spec in self._own.items():
            self._drawers[name] = self._own_drawer(spec)

    @property
    def printer(self) -> Printer:
        """Raises Unavailable when there is none, as every other port does."""
        return cast("Printer", self._device(Port.PRINTER))

    @property
    def drawer(self) -> CashDrawer:
        return cast("CashDrawer", self._device(Port.DRAWER))

    def drawer_of(self, name: str) -> CashDrawer:
        """The drawer of this number, where drawers are told apart; else the one that there is.

        Raises Unavailable("drawer.not_attached", drawer) for a number that nothing opens.
        """
        if not self._own:
            return self.drawer
        found = self._drawers.get(name, Absent("drawer.not_attached"))
        if isinstance(found, Absent):
            raise Unavailable(found.key, drawer=name)
        return found

    def opens_with_paper(self, name: str) -> bool:
        """Whether the pulse in a receipt's own bytes is the one that opens this drawer."""
        if not self._own:
            return True
        spec = self._own.get(name)
        if spec is None or spec.driver != "printer":
            return False
        return int(spec.options.get("pin", FIRST_PIN)) == FIRST_PIN

    @property
    def scanner(self) -> Scanner:
        return cast("Scanner", self._device(Port.SCANNER))

    @property
    def display(self) -> CustomerDisplay:
        return cast("CustomerDisplay", self._device(Port.DISPLAY))

    @property
    def pin_pad(self) -> PinPad:
        return cast("PinPad", self._device(Port.PIN_PAD))

    @property
    def terminal(self) -> PaymentTerminal:
        return cast("PaymentTerminal", self._device(Port.TERMINAL))

    def has(self, port: Port) -> bool:
        return port in self._devices

    def on_lane(self, port: Port, work: Callable[[], T]) -> Future[T]:
        """Queue work on the lane of a port, from any thread."""
        return cast("Future[T]", self._submit(lane_of(port), work))

    def health(self) -> dict[Port, Future[DeviceState]]:
        """Ask every device of the settings for its state, each on its own lane."""
        asked = {port: self.on_lane(port, each.state) for port, each in self._devices.items()}
        if self._own:
            asked[Port.DRAWER] = self.on_lane(Port.DRAWER, self._drawers_state)
        missing = {port: self.on_lane(port, _told(state)) for port, state in self._missing.items()}
        return {port: answer for port in Port if (answer := (asked | missing).get(port))}

    def close(self) -> None:
        """Close every device, the last opened first; call it before the lanes are closed."""
        for drawer in self._drawers.values():
            if not isinstance(drawer, Absent):
                drawer.close()
        for port in reversed(self._devices):
            self._devices[port].close()

    def _open(self, spec: DeviceSpec) -> None:
        try:
            self._devices[spec.port] = self._made(spec)
        except (Refused, Unavailable) as error:
            self._missing[spec.port] = Absent(error.key)

    def _own_drawer(self, spec: DeviceSpec) -> CashDrawer | Absent:
        try:
            return cast("CashDrawer", self._made(spec))
        except (Refused, Unavailable) as error:
            return Absent(error.key)

    def _drawers_state(self) -> DeviceState:
        """The first that is not ready speaks for all of them."""
        for each in self._drawers.values():
            state = each if isinstance(each, Absent) else each.state()
            if not isinstance(state, Ready):
                return state
        return Ready()

    def _made(self, spec: DeviceSpec) -> Device:
        make = factory(spec.port, spec.driver)
        match spec.port:
            case Port.PRINTER:
                device = make(spec.options, _paper(spec.options))
            case Port.DRAWER:
                device = make(spec.options, self._devices.get(Port.PRINTER))
            case _:
                device = make(spec.options)
        return cast("Device", device)

    def _device(self, port: Port) -> Device:
        found = self._devices.get(port)
        if found is None:
            raise Unavailable(self._missing.get(port, Absent()).key, port=port)
        return found


def lane_of(port: Port) -> str:
    """`device:printer` for the printer and the drawer on it, `device:<port>` for the others."""
    return device_lane(Port.PRINTER if port is Port.DRAWER else port)


def _paper(options: dict[str, str]) -> Any:
    charset = Charset[options["charset"].upper()] if "charset" in options else None
    profile = profile_named(options.get("profile", "generic-80"), charset=charset)
    return paper_for(replace(profile, drawer_first=options.get("pulse") != "last"))


def _told(state: DeviceState) -> Callable[[], DeviceState]:
    return lambda: state
