"""Which acquirer takes which channel: a sealed file beside central's key, never the database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from posapp.central.gateway.signed_http import SignedHttpAcquirer
from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.errors import Refused
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from posapp.central.gateway.acquirer import Acquirer
    from posapp.central.keys import CentralKeys
    from posapp.clock import Clock

CONFIG_FILE: Final = "gateway.sealed"
LEDGER_FILE: Final = "simulated-acquirer.json"
_OWNER: Final = "gateway"


class AcquirerConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One merchant account. `private_key` is the merchant's, `acquirer_key` checks the answers;
    both PEM, both empty for the simulated driver.
    """

    name: str
    channels: tuple[str, ...]
    driver: Literal["signed_http", "simulated"]
    merchant: str = ""
    url: str = ""
    private_key: str = ""
    acquirer_key: str = ""

    def __repr__(self) -> str:
        return f"AcquirerConfig({self.name})"


class GatewayConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every acquirer of a tenant; a channel is taken by one of them."""

    acquirers: tuple[AcquirerConfig, ...] = ()


class Acquirers:
    """Every acquirer by name, and which one takes a channel."""

    def __init__(self, channels: Mapping[str, str], named: Mapping[str, Acquirer]) -> None:
        self._channels = dict(channels)
        self._named = dict(named)

    def name_for(self, channel: str) -> str:
        """Raises Refused("gateway.not_set_up", channel)."""
        if channel not in self._channels:
            raise Refused("gateway.not_set_up", channel=channel)
        return self._channels[channel]

    def named(self, name: str) -> Acquirer:
        """Raises Refused("gateway.not_set_up", channel) for one that was taken out."""
        if name not in self._named:
            raise Refused("gateway.not_set_up", channel=name)
        return self._named[name]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._named)


def no_acquirers() -> Acquirers:
    return Acquirers({}, {})


def open_acquirers(data: Path, keys: CentralKeys, clock: Clock) -> Acquirers:
    """Those of a data folder; none where nothing was set up. Raises as `read_config`."""
    config = read_config(data, keys)
    channels = {channel: each.name for each in config.acquirers for channel in each.channels}
    return Acquirers(channels, {each.name: _made(each, data, clock) for each in config.acquirers})


def read_config(data: Path, keys: CentralKeys) -> GatewayConfig:
    """Raises Unavailable("central.key_wrong") for a file that another key sealed."""
    file = data / CONFIG_FILE
    if not file.exists():
        return GatewayConfig()
    return decode(keys.unwrap(file.read_bytes(), _OWNER), GatewayConfig)


def write_config(data: Path, keys: CentralKeys, config: GatewayConfig, clock: Clock) -> None:
    """Check it whole, then put it in the place of what stood.

    Raises Refused("gateway.config_not_valid", reason).
    """
    _check(config)
    for each in config.acquirers:
        _made(each, data, clock)
    part = data / f"{CONFIG_FILE}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as target:
        target.write(keys.wrap(encode(config), _OWNER))
        target.flush()
        os.fsync(target.fileno())
    part.replace(data / CONFIG_FILE)


def _check(config: GatewayConfig) -> None:
    names = [each.name for each in config.acquirers]
    channels = [channel for each in config.acquirers for channel in each.channels]
    if len(set(names)) != len(names) or not all(names):
        raise Refused("gateway.config_not_valid", reason="name")
    if len(set(channels)) != len(channels) or not all(each.channels for each in config.acquirers):
        raise Refused("gateway.config_not_valid", reason="channels")


def _made(config: AcquirerConfig, data: Path, clock: Clock) -> Acquirer:
    if config.driver == "simulated":
        return SimulatedAcquirer(data / LEDGER_FILE)
    return SignedHttpAcquirer(
        config.url, config.merchant, config.private_key, config.acquirer_key, clock.wall_ms
    )
