"""The till that one trains at: its own folder, a pretended terminal, no central, no backups."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.app.till import TillConfig
    from posapp.devices.registry import DeviceSpec
    from posapp.offline.keys import TillKeys
    from posapp.settings import Settings


class TrainingTurns:
    """Which till is opened next: the real one, or the one beside it that one trains at."""

    def __init__(self) -> None:
        self._real: TillConfig | None = None
        self._known = False
        self._place: Path | None = None
        self._wished = True

    @property
    def goes_on(self) -> bool:
        """True until a till was closed without a wish for the other one."""
        wished, self._wished = self._wished, False
        return wished

    def wish(self, place: Path | None) -> None:
        """Train in this folder next; None for the real till."""
        self._known = True
        self._place = place
        self._wished = True

    def config(self, real: Callable[[], TillConfig]) -> TillConfig:
        """How the next till is opened; `real` tells it of the real one for the first time, and may
        ask for a secret. Raises as the places of keys do.
        """
        if self._real is None or not self._known:
            self._real = real()
        elif self._place is None:
            self._real = _with_keys_of_now(self._real)
        return self._real if self._place is None else training_config(self._real, self._place)

    def keys(self) -> TillKeys | None:
        return None if self._real is None else self._real.keys


def training_config(real: TillConfig, place: Path) -> TillConfig:
    """How the till in `place` is opened: with the real one's keys and printer, and with nothing
    that reaches out of it.
    """
    own = {"backup_folder": "", "central_url": "", "internet_probe": "", "device_key_days": 0}
    return replace(
        real,
        folder=place,
        chosen={**real.chosen, **own},
        central_url="",
        specs=partial(_specs, real.specs),
        anchor=None,
        key_store=None,
    )


def _with_keys_of_now(config: TillConfig) -> TillConfig:
    """The device key may have been renewed since the till was opened first."""
    kept = None if config.key_store is None else config.key_store.load()
    return config if kept is None else replace(config, keys=kept)


def _specs(
    real: Callable[[Settings], tuple[DeviceSpec, ...]], settings: Settings
) -> tuple[DeviceSpec, ...]:
    """Without the ports where money could really move, or a member really be asked."""
    from posapp.devices.registry import DeviceSpec, Port

    pretended = (Port.TERMINAL, Port.PIN_PAD)
    kept = tuple(each for each in real(settings) if each.port not in pretended)
    return (*kept, DeviceSpec(Port.TERMINAL, "simulated", {}))
