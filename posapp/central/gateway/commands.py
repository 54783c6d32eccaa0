"""What an operator asks about acquirers: which there are, and that others take their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.commands import central_of
from posapp.central.gateway.config import (
    AcquirerConfig,
    GatewayConfig,
    read_config,
    write_config,
)
from posapp.errors import Refused
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer
    from posapp.central.service import Central


def gateway(data: Path, *, file: Path | None) -> Answer:
    """Which acquirer takes which channel, without a secret; with `file` those in it from now on.

    Raises Refused("gateway.config_not_valid", reason).
    """
    central = central_of(data)
    try:
        if file is not None:
            _take(central, data, file)
        config = read_config(data, central.keys)
    finally:
        central.database.close()
    shown = [
        {
            "name": each.name,
            "driver": each.driver,
            "channels": list(each.channels),
            "merchant": each.merchant,
            "url": each.url,
        }
        for each in config.acquirers
    ]
    return {"acquirers": shown}


def simulate(central: Central, data: Path) -> None:
    """The sample's acquirer: it takes every channel and plays by the last digits of a code."""
    channels = ("wechat", "alipay", "unionpay")
    simulated = AcquirerConfig(name="simulated", channels=channels, driver="simulated")
    write_config(data, central.keys, GatewayConfig(acquirers=(simulated,)), central.clock)


def _take(central: Central, data: Path, file: Path) -> None:
    try:
        config = decode(file.read_bytes(), GatewayConfig)
    except (OSError, Refused) as error:
        raise Refused("gateway.config_not_valid", reason=file.name) from error
    write_config(data, central.keys, config, central.clock)
