"""Which devices hang on this till, from its settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from posapp.devices.registry import DeviceSpec, Port, spec
from posapp.domain.drawer_ways import DrawerWay, parse_ways

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.settings import Settings


def device_specs(settings: Settings) -> tuple[DeviceSpec, ...]:
    """One block for each port that the settings name; an empty name means that there is none."""
    charset = {"charset": "big5"} if settings.language == "zh_TW" else {}
    printer = _printer(settings.printer_profile, drawer_first=settings.drawer_before_receipt)
    wanted: tuple[tuple[Port, str, dict[str, str]], ...] = (
        (Port.PRINTER, settings.printer, {**printer, **charset}),
        (Port.DRAWER, settings.drawer if settings.printer else "", {}),
        (Port.SCANNER, settings.scanner, {}),
        (Port.DISPLAY, settings.display, {}),
        (Port.PIN_PAD, settings.pin_pad, {}),
        (Port.TERMINAL, settings.terminal, {}),
    )
    ways = tuple(_drawer(way) for way in parse_ways(settings.drawer_ways))
    return (*(spec(port, text, **options) for port, text, options in wanted if text), *ways)


def _printer(profile: str, *, drawer_first: bool) -> dict[str, str]:
    return {"profile": profile, "pulse": "first" if drawer_first else "last"}


def _drawer(way: DrawerWay) -> DeviceSpec:
    options = {"drawer": way.drawer, "pin": str(way.pin)}
    if way.address:
        options["address"] = way.address
    return DeviceSpec(Port.DRAWER, way.driver, options)


def simulated_specs(
    folder: Path,
    profile: str = "generic-80",
    ways: str = "",
    *,
    drawer_first: bool = True,
) -> tuple[DeviceSpec, ...]:
    """Every port simulated; the payment terminal's ledger survives in `folder`. Of drawers with a
    way of their own those on the receipt printer stay there, each other one is simulated alone.
    """
    options = {
        Port.PRINTER: _printer(profile, drawer_first=drawer_first),
        Port.TERMINAL: {"ledger": str(folder / "terminal-ledger.json")},
    }
    ports = tuple(DeviceSpec(port, "simulated", options.get(port, {})) for port in Port)
    own = (_drawer(way) for way in parse_ways(ways))
    return (
        *ports,
        *(each if each.driver == "printer" else replace(each, driver="simulated") for each in own),
    )
