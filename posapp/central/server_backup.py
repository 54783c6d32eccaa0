"""A server's database in one archive, and back: by PostgreSQL's own programs, checked here."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from posapp.central.tables.inbox import inbox
from posapp.central.tables.ledger import entry
from posapp.central.tables.shops import terminal_head
from posapp.errors import Unavailable

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

    from posapp.central.database import Database

Heads = list[tuple[str, int, int]]

_WITHOUT_EPOCH: Final = "--exclude-table-data=meta"
_FROM_QUERY: Final = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
_UNBALANCED: Final = (
    select(entry.c.posting_id)
    .where(entry.c.ledger == "MON")
    .group_by(entry.c.posting_id)
    .having(func.sum(entry.c.amount) != 0)
    .limit(1)
)


def write_archive(database: Database, part: Path) -> tuple[Heads, int]:
    """One snapshot of the database into `part`, read back whole. Gives its heads and facts.

    The archive has no epoch: whoever opens a database that was made of it gives it a new one, so
    that tills send again what it lacks. Raises Unavailable("backup.not_verified",
    "backup.program_missing").
    """
    with database.read() as connection:
        # The snapshot lives as long as this transaction, which now waits for another program.
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        snapshot = connection.execute(select(func.pg_export_snapshot())).scalar_one()
        words = ["--format=custom", _WITHOUT_EPOCH, f"--snapshot={snapshot}", f"--file={part}"]
        _run("pg_dump", words, database)
        _run("pg_restore", [f"--file={os.devnull}", str(part)], database)
        return _verified(connection)


def read_archive(database: Database, archive: Path) -> None:
    """Fill an empty database, wholly or not at all. Raises as `write_archive`."""
    into = f"--dbname={database.url.database}"
    _run("pg_restore", ["--single-transaction", "--no-owner", into, str(archive)], database)


def _verified(connection: Connection) -> tuple[Heads, int]:
    if connection.execute(_UNBALANCED).first() is not None:
        raise Unavailable("backup.not_verified")
    heads = connection.execute(
        select(terminal_head.c.terminal_id, terminal_head.c.incarnation, terminal_head.c.seq)
    )
    facts = connection.execute(select(func.count()).select_from(inbox)).scalar_one()
    return [(row[0], row[1], row[2]) for row in heads], facts


def _run(name: str, words: list[str], database: Database) -> None:
    program = _find(name)
    environment = {**os.environ, **_address(database.url)}
    done = subprocess.run(
        [program, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise Unavailable("backup.not_verified")


def _find(name: str) -> str:
    """Debian keeps the newest beside its server."""
    found = shutil.which(name)
    if found is None:
        there = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        found = str(there[-1]) if there else None
    if found is None:
        raise Unavailable("backup.program_missing", name=name)
    return found


def _address(url: URL) -> dict[str, str]:
    """As libpq reads it from the environment: a password is no argument."""
    query = {name: str(value) for name, value in url.query.items()}
    said: dict[str, Any] = {
        "PGHOST": url.host or query.get("host"),
        "PGPORT": url.port or query.get("port"),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        **{variable: query.get(name) for name, variable in _FROM_QUERY.items()},
    }
    return {name: str(value) for name, value in said.items() if value is not None}
