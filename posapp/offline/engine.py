"""Encrypted files: key, pragmas, and the one table that sorts the database's errors."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from posapp.errors import PosError, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES: Final = 32
BUSY_TIMEOUT_S: Final = 5.0
_CACHE_KIB: Final = 8 * 1024
_STATEMENTS_KEPT: Final = 256

_TEXTS: Final = (
    ("database or disk is full", "store.disk_full"),
    ("disk I/O error", "store.disk_error"),
    ("readonly database", "store.read_only"),
    ("unable to open database file", "store.read_only"),
    ("database is locked", "store.busy"),
    ("database table is locked", "store.busy"),
    ("file is not a database", "store.damaged"),
    ("disk image is malformed", "store.damaged"),
)


class EncryptedFile:
    """Makes connections to one encrypted file; each serves one thread, its owner closes it."""

    def __init__(self, path: Path, key: bytes, *, durable: bool) -> None:
        """Use `open_encrypted`."""
        self._path = path
        self._key = key
        self._durable = durable

    def connect(self) -> Any:
        """A connection of the driver with its pragmas set. Raises the driver's errors."""
        return _connect(self._path, self._key, durable=self._durable)

    def suspect(self) -> None:
        """A statement met a damaged page: the next start reads the whole file before it sells."""
        if self._durable:
            with suppress(OSError):
                suspect_path(self._path).touch()


def open_encrypted(path: Path, key: bytes, *, durable: bool) -> EncryptedFile:
    """An encrypted file, made when it is missing; the key is tried first.

    `durable` flushes every commit to the disk and leaves check-points to the caller (till.db);
    without it the file survives a kill but may lose its last commits with the power (cache.db).
    Raises Unavailable("store.key_wrong" | "store.damaged" | "store.read_only" | "store.disk_full").
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    if path.exists() and has_other_key(path, key):
        raise Unavailable("store.key_wrong")
    file = EncryptedFile(path, key, durable=durable)
    _try_key(file)
    keep_key_check(path, key)
    return file


def translated(error: driver.Error) -> PosError | None:
    """The database's error as one of ours, or None when it is a mistake of the program."""
    text = str(error)
    for part, key in _TEXTS:
        if part in text:
            return Unavailable(key)
    return None


def _connect(path: Path, key: bytes, *, durable: bool) -> Any:
    connection = driver.connect(
        str(path),
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_S,
        cached_statements=_STATEMENTS_KEPT,
    )
    try:
        # A damaged page would write tens of thousands of lines to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE").close()
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").close()
        connection.execute("SELECT count(*) FROM sqlite_master").close()
        connection.execute("PRAGMA journal_mode = WAL").close()
        connection.execute("PRAGMA foreign_keys = ON").close()
        # A member who is forgotten leaves no old bytes in free places, under any key.
        connection.execute("PRAGMA secure_delete = ON").close()
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}").close()
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}").close()
        if durable:
            connection.execute("PRAGMA wal_autocheckpoint = 0").close()
    except driver.Error:
        connection.close()
        raise
    return connection


def _try_key(file: EncryptedFile) -> None:
    try:
        file.connect().close()
    except driver.Error as error:
        known = translated(error)
        if known is None:
            raise
        raise known from error


def suspect_path(path: Path) -> Path:
    return path.with_name(path.name + ".suspect")


def key_check_path(path: Path) -> Path:
    return path.with_name(path.name + ".key-check")


def _key_check(key: bytes) -> bytes:
    return hmac.new(key, b"posapp key check 1", hashlib.sha256).hexdigest().encode()


def has_other_key(path: Path, key: bytes) -> bool:
    """True when the value beside the file says so: a wrong key and a damaged file give the same
    words in SQLite. False without such a value.
    """
    try:
        kept = key_check_path(path).read_bytes().strip()
    except FileNotFoundError:
        return False
    return not hmac.compare_digest(kept, _key_check(key))


def has_this_key(path: Path, key: bytes) -> bool:
    """True when the value beside the file proves that it was sealed with this key."""
    return key_check_path(path).exists() and not has_other_key(path, key)


def keep_key_check(path: Path, key: bytes) -> None:
    """Write the value beside the file."""
    place = key_check_path(path)
    value = _key_check(key)
    if not place.exists() or place.read_bytes().strip() != value:
        place.write_bytes(value + b"\n")
