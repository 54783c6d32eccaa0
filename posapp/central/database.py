"""The one door to central's database: short read and write transactions on SQLite or PostgreSQL."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import QueuePool

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL
    from sqlalchemy.pool import ConnectionPoolEntry

_WRITES: Final = "posapp_writes"
_BUSY_MS: Final = 5_000

SERVER: Final = "postgresql"
DRIVER: Final = "postgresql+psycopg"
POOL: Final = 20
_POOL_WAIT_S: Final = 5
_CONNECT_S: Final = 5
_USED: Final = "posapp_used"
_TRUSTED_S: Final = 5.0
_LIMITS: Final = {
    "lock_timeout": "3s",
    "statement_timeout": "15s",
    "idle_in_transaction_session_timeout": "30s",
    "timezone": "UTC",
}
"""What every session on a server lives under: nobody waits for a lock, or holds one, for long."""

_MIGRATION_LOCK: Final = 0x706F73617070


class Database:
    """Reads see one snapshot; writes begin IMMEDIATE on SQLite, so that nobody upgrades a lock.

    On PostgreSQL a write is READ COMMITTED and locks the rows that it will change: members first,
    in the order of their ids, the feed's counter last. Safe to share between threads. Writers of
    one process queue here for a file, in order, and at the rows for a server.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.is_server = engine.dialect.name == SERVER
        self._writer = engine.execution_options(**{_WRITES: True})
        self._reader = engine
        if self.is_server:
            self._reader = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self._each_alone = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._one_writer = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Commits when the block ends, rolls back when it raises."""
        if self.is_server:
            with self._engine.begin() as connection:
                yield connection
            return
        with self._one_writer, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """For one statement that only reads; on a server nothing has to be begun for it."""
        with self.one_statement() if self.is_server else self.read() as connection:
            yield connection

    @contextmanager
    def one_statement(self) -> Iterator[Connection]:
        """Each statement is a transaction of its own; for a server only."""
        with self._each_alone.connect() as connection:
            yield connection

    def empty_log(self) -> None:
        """Of a file: what was overwritten or deleted stands in the write-ahead log no longer,
        unless somebody reads there just now; then it does until the next time.
        """
        with self._one_writer:
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    @contextmanager
    def migration(self) -> Iterator[Connection]:
        """A write without time limits; several processes that start at once come one by one."""
        with self.write() as connection:
            if self.is_server:
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
                connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
            yield connection

    @property
    def in_use(self) -> int:
        """Connections that requests hold now."""
        pool = self._engine.pool
        assert isinstance(pool, QueuePool)
        return pool.checkedout()

    @property
    def url(self) -> URL:
        """The address, with its password: for the server's own programs, never for a log."""
        return self._engine.url

    @property
    def shown(self) -> str:
        """Where it is, for people: a file, or an address without its password."""
        url = self._engine.url
        return url.render_as_string(hide_password=True) if self.is_server else str(url.database)

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


def open_url(text: str) -> Database:
    """A database of a PostgreSQL server, postgresql://user:password@host/name.

    Nothing is connected yet. Raises Refused("central.database_url_not_valid").
    """
    try:
        url = make_url(text.strip())
    except ArgumentError as error:
        raise Refused("central.database_url_not_valid") from error
    if url.drivername not in {SERVER, DRIVER} or not url.database:
        raise Refused("central.database_url_not_valid")
    limits = " ".join(f"-c {name}={value}" for name, value in _LIMITS.items())
    engine = create_engine(
        url.set(drivername=DRIVER),
        poolclass=QueuePool,
        pool_size=POOL,
        max_overflow=POOL,
        pool_timeout=_POOL_WAIT_S,
        hide_parameters=True,
        connect_args={"options": limits, "connect_timeout": _CONNECT_S},
    )
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", _ask_when_idle)
    return Database(engine)


def _note_use(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[_USED] = time.monotonic()


def _ask_when_idle(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
    """A server that went away meanwhile is met here, not in the middle of a request.

    Asked only of a connection that was left alone for a while: asking is a round trip.
    """
    used = record.info.get(_USED)
    if used is None or time.monotonic() - used < _TRUSTED_S:
        return
    try:
        connection.autocommit = True
        connection.execute("SELECT 1")
        connection.autocommit = False
    except connection.Error as error:
        raise DisconnectionError from error


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {_BUSY_MS}",
        "cache_size = -32768",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
