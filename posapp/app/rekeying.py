"""A closed till's files under new keys, and a recovery secret for them."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from posapp.app.escrow import deposit_now
from posapp.app.stores import open_stores
from posapp.errors import PosError, Unavailable
from posapp.offline.guard import FolderLock
from posapp.offline.keys import SECRET_BYTES
from posapp.offline.recovery_secret import RecoveryFile, new_secret
from posapp.offline.rekey import in_force, reseal, settled
from posapp.offline.till_store import DATABASE, LOCK

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import KeyStore, TillKeys

Answer = dict[str, Any]

CACHES: Final = "cache*.db"


def renew_store_keys(folder: Path, store: KeyStore, clock: Clock) -> Answer:
    """New keys for till.db and cache.db. Cut short anywhere, the till opens as before or as after,
    and the same command again finishes it. The black box keeps its key.

    Raises Unavailable("keys.lost" | "store.in_use" | "store.damaged" | "store.disk_full").
    """
    known = store.load()
    if known is None:
        raise Unavailable("keys.lost")
    keys = settled(folder / DATABASE, store, known)
    with ExitStack() as closing:  # puts back what only the black box knows, and empties the log
        open_stores(folder, keys, clock, closing)
    lock = FolderLock(folder / LOCK)
    try:
        keys = _announced(store, keys)
        reseal(folder / DATABASE, keys.till_db, keys.till_db_next, is_till=True)
        for cache in folder.glob(CACHES):
            with suppress(PosError):  # a cache that does not come along is fetched again
                reseal(cache, keys.cache_db, keys.cache_db_next, is_till=False)
        keys = in_force(keys)
        store.save(keys)
    finally:
        lock.release()
    return {"renewed": str(folder), "deposited": deposit_now(folder, keys, clock)}


def begin_recovery(folder: Path, keys: TillKeys) -> Answer:
    """A recovery secret that is shown this once; whatever was valid before is not any more."""
    secret = new_secret()
    RecoveryFile(folder).begin(keys, secret)
    return {"recovery_secret": secret}


def _announced(store: KeyStore, keys: TillKeys) -> TillKeys:
    """Kept before any file is under them."""
    if not keys.till_db_next:
        keys = replace(
            keys, till_db_next=os.urandom(SECRET_BYTES), cache_db_next=os.urandom(SECRET_BYTES)
        )
        store.save(keys)
    return keys
