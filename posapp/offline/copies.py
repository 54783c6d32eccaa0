"""An encrypted copy of a till's database: made, looked at without change, found sound or not."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from posapp.errors import Unavailable
from posapp.offline.engine import has_other_key, translated
from posapp.wire.chain import FIRST_LINK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from posapp.offline.database import Database, Row

PLAIN_HEADER: Final = b"SQLite format 3\x00"
_NEWEST: Final = """
    SELECT incarnation, seq, chain FROM outbox ORDER BY incarnation DESC, seq DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFacts:
    """How far a copy reaches: its schema and the newest entry of its journal (seq 0: none)."""

    schema: int
    incarnation: int = 0
    seq: int = 0
    chain: bytes = FIRST_LINK

    @property
    def reach(self) -> tuple[int, int]:
        """Incarnation and seq."""
        return self.incarnation, self.seq


def write_copy(database: Database, target: Path) -> None:
    """A copy by VACUUM INTO, which stays encrypted; the name appears only when it is whole.

    Selling goes on meanwhile. Raises Unavailable("store.backup_failed") and the store's errors.
    """
    half = target.with_suffix(".half")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        database.rows("VACUUM INTO ?", (str(half),))
        half.chmod(0o600)
        _refuse_plain(half)
        flush_file(half)
        half.replace(target)
    except OSError as error:
        raise Unavailable("store.backup_failed") from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def look_at_copy(path: Path, key: bytes, *, facts: bool = True) -> CopyFacts:
    """Open a copy without changing it and read all of it; `facts` of its journal, where it has one.

    Raises Unavailable("store.key_wrong" | "store.damaged" | "store.read_only").
    """
    if has_other_key(path, key):
        raise Unavailable("store.key_wrong")
    try:
        with closing(_connect(path, key)) as connection:
            if not is_sound(lambda sql: connection.execute(sql).fetchall()):
                raise Unavailable("store.damaged")
            return _facts(connection) if facts else CopyFacts(schema=0)
    except driver.Error as error:
        raise translated(error) or Unavailable("store.damaged") from error


def is_sound(rows: Callable[[str], Iterable[Row]]) -> bool:
    """Every page carries its seal, and the tables hang together."""
    if list(rows("PRAGMA cipher_integrity_check")):
        return False
    return [tuple(row) for row in rows("PRAGMA quick_check(1)")] == [("ok",)]


def _connect(path: Path, key: bytes) -> Any:
    connection = driver.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA cipher_log_level = NONE").close()
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").close()
    return connection


def _facts(connection: Any) -> CopyFacts:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    newest = connection.execute(_NEWEST).fetchone()
    if newest is None:
        return CopyFacts(schema=schema)
    incarnation, seq, chain = newest
    return CopyFacts(schema=schema, incarnation=incarnation, seq=seq, chain=bytes(chain))


def _refuse_plain(half: Path) -> None:
    with half.open("rb") as copy:
        if copy.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise Unavailable("store.backup_failed")


def flush_file(path: Path) -> None:
    """Return once what was written to a closed file is on the disk. Raises OSError."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)
