"""A till's store keys deposited at central, and taken back when its keyring died."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from posapp.app.opening import KEY_FILE, one_time_code, store_for
from posapp.app.stores import open_stores, settings_in_force
from posapp.clock import Ids, SystemClock
from posapp.errors import PosError, Refused
from posapp.offline.central_api import CentralApi, take_keys_at
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.escrow import deposit_once, take_keys
from posapp.offline.identity import server_key_of
from posapp.offline.rekey import opens_with
from posapp.offline.till_store import DATABASE

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.app.stores import Stores
    from posapp.clock import Clock
    from posapp.offline.keys import KeyStore, TillKeys

Answer = dict[str, Any]

_BUDGET_MS: Final = 20_000


def deposit_now(folder: Path, keys: TillKeys, clock: Clock, ca_file: Path | None = None) -> bool:
    """For a closed till. Without central it happens the next time that the till is open."""
    try:
        with ExitStack() as closing:
            stores = open_stores(folder, keys, clock, closing)
            deposit(stores, keys, clock, ca_file)
    except PosError:
        return False
    return True


def deposit(stores: Stores, keys: TillKeys, clock: Clock, ca_file: Path | None = None) -> None:
    """Raises Refused("till.not_enrolled") and what central's call raises."""
    enrolment = stores.till.identity.required()
    address = settings_in_force(stores, {}).central_url or enrolment.central_url
    credentials = Credentials(
        terminal_id=enrolment.terminal_id,
        incarnation=enrolment.incarnation,
        private_key=keys.device_private,
        server_key=server_key_of(enrolment),
    )
    api = CentralApi(CentralLink(address, credentials, clock, Ids(clock), ca_file), _BUDGET_MS)
    try:
        deposit_once(stores.till, keys, api)
    finally:
        api.close()


def take_back(folder: Path, choice: str, url: str, backup: Path | None = None) -> Answer:
    """Ask for the code, fetch the keys and keep them where `choice` says: those that open the
    folder's database, or a `backup` that is still to be put back. A key file whose passphrase is
    forgotten is moved aside.

    Raises Refused("keys.not_lost", "escrow.code_not_valid", "escrow.none_opens"), Unavailable.
    """
    forgotten, aside = folder / KEY_FILE, folder / f"{KEY_FILE}.before"
    if choice == "file" and forgotten.exists():
        forgotten.replace(aside)
    try:
        store = store_for(folder, choice)
        fetch_keys(backup or folder / DATABASE, store, SystemClock(), url=url, code=one_time_code())
    finally:
        if aside.exists() and not forgotten.exists():
            aside.replace(forgotten)
    return {"taken": str(folder), "has_data": (folder / DATABASE).exists()}


def fetch_keys(
    database: Path,
    store: KeyStore,
    clock: Clock,
    *,
    url: str,
    code: str,
    ca_file: Path | None = None,
) -> TillKeys:
    """Keys that open this database (the newest where there is none), kept in `store`, with a
    device key of their own. Raises as `take_back`.
    """
    known = store.load()
    if known is not None and (not database.exists() or opens_with(database, known.till_db)):
        raise Refused("keys.not_lost")
    link = CentralLink(url, None, clock, Ids(clock), ca_file)
    try:
        keys = take_keys(database, code, lambda asked: take_keys_at(link, asked))
    finally:
        link.close()
    store.save(keys)
    return keys
