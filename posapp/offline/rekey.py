"""A database file under a new key: made beside the old one, read whole, then put in its place."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2 as driver

from posapp.errors import Refused, Unavailable
from posapp.offline.copies import flush_file, look_at_copy
from posapp.offline.engine import KEY_BYTES, keep_key_check, key_check_path, translated

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.offline.copies import CopyFacts
    from posapp.offline.keys import KeyStore, TillKeys

HALF: Final = ".rekey"


def opens_with(path: Path, key: bytes) -> bool:
    """Whether this key opens the file, whatever the key-check value beside it says."""
    if not path.exists():
        return False
    try:
        with closing(_connect(path, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").close()
    except driver.Error:
        return False
    return True


def reseal(path: Path, old: bytes, new: bytes, *, is_till: bool) -> None:
    """Put a closed file under another key. Cut short anywhere, it is whole under one of the two.

    The caller holds the folder's lock, and nothing may be left in the file's log. Raises
    Unavailable("store.busy" | "store.damaged" | "store.disk_full" | "store.key_wrong").
    """
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise Unavailable("store.busy")
    resealed_copy(path, old, new, is_till=is_till).replace(path)
    keep_key_check(path, new)


def resealed_copy(path: Path, old: bytes, new: bytes, *, is_till: bool) -> Path:
    """A copy under another key, read whole, beside the file; nothing is left where it fails."""
    half = path.with_name(path.name + HALF)
    before = look_at_copy(path, old, facts=is_till)
    try:
        shutil.copyfile(path, half)
        half.chmod(0o600)
        _change_key(half, old, new)
        flush_file(half)
        _check_same(before, look_at_copy(half, new, facts=is_till))
    except (OSError, driver.Error) as error:
        drop_half(path)
        known = translated(error) if isinstance(error, driver.Error) else None
        raise known or Unavailable("store.disk_full") from error
    except Unavailable:
        drop_half(path)
        raise
    return half


def _check_same(before: CopyFacts, after: CopyFacts) -> None:
    if before != after:
        raise Unavailable("store.damaged")


def settled(database: Path, store: KeyStore, keys: TillKeys) -> TillKeys:
    """The keys that open the till's files, after a change of keys that may have been cut short."""
    is_open = not keys.till_db_next or opens_with(database, keys.till_db)
    if is_open or not opens_with(database, keys.till_db_next):
        return keys
    keep_key_check(database, keys.till_db_next)
    keys = in_force(keys)
    with suppress(Refused):  # opened by the secret: the next start finds out the same
        store.save(keys)
    return keys


def in_force(keys: TillKeys) -> TillKeys:
    """The next keys are the till's own from now on; the one before still opens old backups."""
    return replace(
        keys,
        till_db=keys.till_db_next,
        cache_db=keys.cache_db_next,
        till_db_before=keys.till_db,
        till_db_next=b"",
        cache_db_next=b"",
    )


def drop_half(path: Path) -> None:
    """What a crash left beside the file."""
    half = path.with_name(path.name + HALF)
    for part in (half, key_check_path(half), half.with_name(half.name + "-journal")):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _change_key(half: Path, old: bytes, new: bytes) -> None:
    if len(new) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    with closing(_connect(half, old)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").close()
        connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"").close()


def _connect(path: Path, key: bytes) -> driver.Connection:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE").close()
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").close()
    return connection
