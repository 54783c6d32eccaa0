"""A closed till gets a new device key: central is told under the old one."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from posapp.app.stores import open_stores, settings_in_force
from posapp.clock import Ids
from posapp.errors import Unavailable
from posapp.offline.central_api import CentralApi
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.identity import server_key_of
from posapp.offline.key_renewal import renew_device_key

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import KeyStore

_BUDGET_MS: Final = 20_000


def renew_key(folder: Path, store: KeyStore, clock: Clock, *, ca_file: Path | None = None) -> str:
    """Returns the till's code. Safe to repeat after any error.

    Raises Unavailable("keys.lost"), Refused("till.not_enrolled"), and what key store, stores and
    central raise.
    """
    keys = store.load()
    if keys is None:
        raise Unavailable("keys.lost")
    with ExitStack() as closing:
        stores = open_stores(folder, keys, clock, closing)
        enrolment = stores.till.identity.required()
        address = settings_in_force(stores, {}).central_url or enrolment.central_url
        credentials = Credentials(
            terminal_id=enrolment.terminal_id,
            incarnation=enrolment.incarnation,
            private_key=keys.device_private,
            server_key=server_key_of(enrolment),
        )
        api = CentralApi(CentralLink(address, credentials, clock, Ids(clock), ca_file), _BUDGET_MS)
        closing.callback(api.close)
        renew_device_key(store, enrolment.terminal_id, api.announce_key)
    return enrolment.terminal_code
