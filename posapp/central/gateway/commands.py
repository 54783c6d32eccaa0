"""What an operator asks about acquirers: which there are, that others take their place, bills."""

from __future__ import annotations

import getpass
import json
from typing import TYPE_CHECKING

from posapp.central.commands import central_of
from posapp.central.gateway.bill import Layout
from posapp.central.gateway.bill_book import BillFile, bills, import_bill
from posapp.central.gateway.config import (
    AcquirerConfig,
    GatewayConfig,
    read_config,
    write_config,
)
from posapp.central.quarantine import Act
from posapp.central.seeding import only_tenant
from posapp.domain.charges import OFFER_CHANNEL
from posapp.errors import Refused, Unavailable
from posapp.wire.canonical import decode, encode

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


def bill(data: Path, *, file: Path | None, acquirer: str, layout: str, day: str = "") -> Answer:
    """Import a bill file and tell what differs; without one, the bills that stand.

    Raises Unavailable("import.no_file") and as bill_book.import_bill.
    """
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        if file is None:
            with central.database.read() as connection:
                return {"bills": [_as_answer(each) for each in bills(connection, tenant.id)]}
        given = BillFile(
            acquirer=acquirer,
            layout=Layout(layout),
            name=file.name,
            data=_bytes_of(file),
            day=day,
        )
        act = Act(who=getpass.getuser(), note=file.name)
        return _as_answer(import_bill(central, tenant, given, act))
    finally:
        central.database.close()


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unavailable("import.no_file") from error


def _as_answer(shown: object) -> Answer:
    answer: Answer = json.loads(encode(shown))
    return answer


def simulate(central: Central, data: Path) -> None:
    """The sample's acquirer: it takes every channel and plays by the last digits of a code; the
    code of the shop is scanned after a while.
    """
    channels = ("wechat", "alipay", "unionpay", OFFER_CHANNEL)
    simulated = AcquirerConfig(name="simulated", channels=channels, driver="simulated")
    write_config(data, central.keys, GatewayConfig(acquirers=(simulated,)), central.clock)


def _take(central: Central, data: Path, file: Path) -> None:
    try:
        config = decode(file.read_bytes(), GatewayConfig)
    except (OSError, Refused) as error:
        raise Refused("gateway.config_not_valid", reason=file.name) from error
    write_config(data, central.keys, config, central.clock)
