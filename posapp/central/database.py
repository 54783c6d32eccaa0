"""The one door to central's database: short read and write transactions on SQLite or PostgreSQL."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WRITES: Final = "posapp_writes"
_BUSY_MS: Final = 5_000


class Database:
    """Reads see one snapshot; writes begin IMMEDIATE on SQLite, so that nobody upgrades a lock.

    Safe to share between threads. Writers of one process queue here, in order, not in the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{_WRITES: True})
        self._one_writer = threading.Lock()
        self._is_sqlite = engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Commits when the block ends, rolls back when it raises."""
        if not self._is_sqlite:
            with self._engine.begin() as connection:
                yield connection
            return
        with self._one_writer, self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()


def open_file(path: Path) -> Database:
    """A SQLite file (created when missing, without tables). Errors never carry values."""
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=32,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Database(engine)


def open_url(url: str) -> Database:
    """A server database, for example postgresql+psycopg://...; rows are locked, not a file."""
    return Database(create_engine(url, pool_pre_ping=True, hide_parameters=True))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {_BUSY_MS}",
        "cache_size = -32768",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
