"""Which devices hang on this till, from its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.devices.registry import DeviceSpec, Port, spec

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.settings import Settings


def device_specs(settings: Settings) -> tuple[DeviceSpec, ...]:
    """One block for each port that the settings name; an empty name means that there is none."""
    charset = {"charset": "big5"} if settings.language == "zh_TW" else {}
    wanted: tuple[tuple[Port, str, dict[str, str]], ...] = (
        (Port.PRINTER, settings.printer, {"profile": settings.printer_profile, **charset}),
        (Port.DRAWER, settings.drawer if settings.printer else "", {}),
        (Port.SCANNER, settings.scanner, {}),
        (Port.DISPLAY, settings.display, {}),
        (Port.PIN_PAD, settings.pin_pad, {}),
        (Port.TERMINAL, settings.terminal, {}),
    )
    return tuple(spec(port, text, **options) for port, text, options in wanted if text)


def simulated_specs(folder: Path, profile: str = "generic-80") -> tuple[DeviceSpec, ...]:
    """Every port simulated; the payment terminal's ledger survives in `folder`."""
    options = {
        Port.PRINTER: {"profile": profile},
        Port.TERMINAL: {"ledger": str(folder / "terminal-ledger.json")},
    }
    return tuple(DeviceSpec(port, "simulated", options.get(port, {})) for port in Port)
