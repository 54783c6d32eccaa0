"""The file under the cache: opened, found damaged, replaced by an empty one while in use."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, NoReturn

from posapp.errors import Unavailable
from posapp.offline.cache_schema import CACHE_VERSION, STATEMENTS
from posapp.offline.database import Database
from posapp.offline.engine import key_check_path, open_encrypted
from posapp.offline.migrations import schema_version
from posapp.offline.snapshot_file import SnapshotFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from posapp.offline.database import Row, Tx

_STEM: Final = "cache"
_UNREADABLE: Final = ("store.damaged", "store.key_wrong", "store.disk_error")


class CacheFile:
    """cache.db, or cache-2.db after the first was given up: no file is replaced while in use.

    Safe to share between lanes. Raises Unavailable("cache.damaged") from any statement.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._lock = threading.Lock()
        self._damaged = False
        self._given_up: list[Database] = []
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        paths = sorted(folder.glob(f"{_STEM}*.db"), key=_generation)
        self._generation = _generation(paths[-1]) if paths else 1
        self._database = self._open_or_next()
        self._sweep()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        try:
            return self._database.row(sql, values)
        except Unavailable as error:
            self._note(error)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        try:
            return self._database.rows(sql, values)
        except Unavailable as error:
            self._note(error)

    @contextmanager
    def write(self) -> Iterator[Tx]:
        try:
            with self._database.write() as tx:
                yield tx
        except Unavailable as error:
            self._note(error)

    def renew_if_damaged(self) -> None:
        """Go on with an empty file when a statement found the present one damaged."""
        if self._damaged:
            self.renew()

    def renew(self) -> None:
        """Go on with an empty file; the old one is deleted when the cache is opened next."""
        with self._lock:
            # Other lanes may be reading the old file right now: it is only closed at the end.
            self._given_up.append(self._database)
            self._generation += 1
            self._database = self._open_or_next()
            self._damaged = False

    def shadow(self) -> SnapshotFile:
        """The next cache while it is loaded, as far as an earlier run got with it."""
        return SnapshotFile(self._folder, self._key)

    def adopt(self, path: Path) -> None:
        """Go on with a finished file: it takes the next name, and readers change over to it.

        Statements under way end on the old file, which is deleted when the cache is opened next.
        """
        with self._lock:
            path.replace(self._path(self._generation + 1))
            self._generation += 1
            database = self._open()
            self._given_up.append(self._database)
            self._database = database
            self._damaged = False

    def close(self) -> None:
        for database in (*self._given_up, self._database):
            database.close()
        self._sweep()

    def _open_or_next(self) -> Database:
        try:
            return self._open()
        except Unavailable as error:
            if error.key not in _UNREADABLE:
                raise
        self._generation += 1
        return self._open()

    def _open(self) -> Database:
        database = Database(
            open_encrypted(self._path(self._generation), self._key, durable=False), durable=False
        )
        try:
            _set_up(database)
        except Unavailable:
            database.close()
            raise
        return database

    def _sweep(self) -> None:
        """Delete the files of earlier generations."""
        for path in self._folder.glob(f"{_STEM}*.db"):
            if _generation(path) < self._generation:
                names = (path.name, f"{path.name}-wal", f"{path.name}-shm")
                for part in (*(path.with_name(name) for name in names), key_check_path(path)):
                    with suppress(OSError):
                        part.unlink()

    def _path(self, generation: int) -> Path:
        name = _STEM if generation == 1 else f"{_STEM}-{generation}"
        return self._folder / f"{name}.db"

    def _note(self, error: Unavailable) -> NoReturn:
        if error.key not in _UNREADABLE:
            raise error
        self._damaged = True
        raise Unavailable("cache.damaged") from error


def _set_up(database: Database) -> None:
    """Make the tables. Raises Unavailable("store.damaged") for a cache of another version."""
    version = schema_version(database)
    if version not in (0, CACHE_VERSION):
        raise Unavailable("store.damaged")
    if version == 0:
        with database.write() as tx:
            for statement in STATEMENTS:
                tx.run(statement)
            tx.run(f"PRAGMA user_version = {CACHE_VERSION}")


def _generation(path: Path) -> int:
    number = path.stem.removeprefix(_STEM).removeprefix("-")
    return int(number) if number.isdigit() else 1
