"""One database and its connections, one for each thread; statements go straight to the driver.

A statement layer in between would cost several times the commit of a sale, and loading it most of
a cold start (docs/decisions/0005-driver-statements.md).
"""

from __future__ import annotations

import threading
import weakref
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from posapp.errors import Unavailable
from posapp.offline.engine import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from posapp.offline.engine import EncryptedFile

Row = tuple[Any, ...]


class Tx:
    """Statements on one connection, within the transaction that `write` or `read` opened."""

    __slots__ = ("__weakref__", "_connection", "_execute")

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._execute = connection.execute

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Returns how many rows it changed."""
        return int(self._execute(sql, values).rowcount)

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        self._connection.executemany(sql, rows)

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row; the rest is not read."""
        cursor = self._execute(sql, values)
        found: Row | None = cursor.fetchone()
        cursor.close()
        return found

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        found: list[Row] = self._execute(sql, values).fetchall()
        return found

    @property
    def is_open(self) -> bool:
        """True inside a transaction."""
        return bool(self._connection.in_transaction)

    def close(self) -> None:
        """End the connection. Any thread, once nobody uses it."""
        self._connection.close()


class Database:
    """One connection for each thread. Any lane; writers wait for each other, readers never."""

    def __init__(self, file: EncryptedFile, *, durable: bool) -> None:
        self._file = file
        self._durable = durable
        self._local = threading.local()
        self._lock = threading.Lock()
        # A thread that ends takes its connection along; what is left is closed with the database.
        self._held: weakref.WeakSet[Tx] = weakref.WeakSet()
        self._closed = False
        self._is_suspect = False

    def tx(self) -> Tx:
        """This thread's connection: for single statements that need no transaction of their own.

        Raises Unavailable("store.closed").
        """
        if self._closed:
            raise Unavailable("store.closed")
        try:
            known: Tx = self._local.tx
        except AttributeError:
            return self._connect()
        return known

    @contextmanager
    def write(self, *, relaxed: bool = False) -> Iterator[Tx]:
        """One writing transaction; all or nothing.

        `relaxed` may lose the whole commit with the power, never half of it.
        Raises Unavailable as `engine.translated`.
        """
        tx = self.tx()
        lighter = relaxed and self._durable
        try:
            if lighter:
                tx.run("PRAGMA synchronous = NORMAL")
            tx.run("BEGIN IMMEDIATE")
            yield tx
            tx.run("COMMIT")
        except BaseException as error:
            self._undo(tx)
            self._raise_known(error)
            raise
        finally:
            if lighter:
                with suppress(driver.Error):
                    tx.run("PRAGMA synchronous = FULL")

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """Several reads of one moment; within `write` they see what it has done so far."""
        tx = self.tx()
        if tx.is_open:
            yield tx
            return
        try:
            tx.run("BEGIN")
            yield tx
        except BaseException as error:
            self._raise_known(error)
            raise
        finally:
            self._undo(tx)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of one reading statement. Raises Unavailable as `engine.translated`."""
        try:
            return self.tx().rows(sql, values)
        except driver.Error as error:
            self._raise_known(error)
            raise

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of one reading statement. Raises Unavailable as `engine.translated`."""
        try:
            return self.tx().row(sql, values)
        except driver.Error as error:
            self._raise_known(error)
            raise

    def suspect(self) -> None:
        """Leave word for the next start that the file may be damaged."""
        self._is_suspect = True
        self._file.suspect()

    @property
    def is_suspect(self) -> bool:
        """True once a page did not read: nothing new may be begun on this file."""
        return self._is_suspect

    def close(self) -> None:
        """Close every thread's connection; nobody may use the database afterwards."""
        with self._lock:
            self._closed = True
            held = list(self._held)
            self._held.clear()
        for tx in held:
            with suppress(driver.Error):
                tx.close()

    def _connect(self) -> Tx:
        try:
            tx = Tx(self._file.connect())
        except driver.Error as error:
            self._raise_known(error)
            raise
        with self._lock:
            self._held.add(tx)
        self._local.tx = tx
        return tx

    def _undo(self, tx: Tx) -> None:
        # On a full disk SQLite has already rolled back: a second ROLLBACK would hide the reason.
        with suppress(driver.Error):
            if tx.is_open:
                tx.run("ROLLBACK")

    def _raise_known(self, error: BaseException) -> None:
        if not isinstance(error, driver.Error):
            return
        known = translated(error)
        if known is None:
            return
        if known.key == "store.disk_error":
            self._drop_connection()
        if known.key == "store.damaged":
            self.suspect()
        raise known from error

    def _drop_connection(self) -> None:
        """After an I/O error nothing is known about it: the next statement opens another."""
        tx: Tx | None = self._local.__dict__.pop("tx", None)
        if tx is None:
            return
        with self._lock:
            self._held.discard(tx)
        with suppress(driver.Error):
            tx.close()
