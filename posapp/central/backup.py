"""A verified copy of central's file, and the watermark up to which tills may forget."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, update

from posapp.central.metrics import BACKED_UP
from posapp.central.portable import upsert
from posapp.central.server_backup import write_archive
from posapp.central.tables.inbox import inbox
from posapp.central.tables.shops import meta, terminal_head
from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.service import Central


def back_up(central: Central, target: Path) -> int:
    """Write a copy beside the running database and check it before it counts.

    The copy has an epoch of its own, or none yet. Returns how many facts it holds. The key file
    is not part of it: keep that apart.
    Raises Refused("backup.file_exists"), Unavailable("backup.cannot_write", name),
    Unavailable("backup.not_verified", "backup.program_missing").
    """
    if target.exists():
        raise Refused("backup.file_exists")
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(b"")
    except OSError as error:
        raise Unavailable("backup.cannot_write", name=str(target)) from error
    is_server = central.database.is_server
    heads, facts = write_archive(central.database, part) if is_server else _copy(central, part)
    with part.open("rb+") as handle:
        os.fsync(handle.fileno())
    part.rename(target)
    _set_watermark(central, heads)
    return facts


def _copy(central: Central, part: Path) -> tuple[list[tuple[str, int, int]], int]:
    with central.database.read() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        # VACUUM is not allowed inside a transaction; the backup interface reads a snapshot.
        with contextlib.closing(sqlite3.connect(part)) as copy:
            raw.backup(copy)
    heads, facts = verify(part)
    begin_epoch(part, central.ids.new())
    return heads, facts


def verify(copy: Path) -> tuple[list[tuple[str, int, int]], int]:
    """The heads of all journals in the copy, once it is whole and its entries balance."""
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        unbalanced = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM entry WHERE ledger = 'MON' "
            "GROUP BY posting_id HAVING sum(amount) <> 0)"
        ).fetchone()[0]
        if not whole or unbalanced:
            raise Unavailable("backup.not_verified")
        heads = connection.execute(
            "SELECT terminal_id, incarnation, seq FROM terminal_head"
        ).fetchall()
        facts: int = connection.execute("SELECT count(*) FROM inbox").fetchone()[0]
    return heads, facts


def begin_epoch(copy: Path, epoch: str) -> None:
    """A copy that is put in place is another central: tills see it and send again what it lacks."""
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'epoch'", (epoch,))


def _set_watermark(central: Central, heads: list[tuple[str, int, int]]) -> None:
    statement = (
        update(terminal_head)
        .where(
            terminal_head.c.terminal_id == bindparam("of_terminal"),
            terminal_head.c.incarnation == bindparam("of_incarnation"),
        )
        .values(durable_seq=bindparam("reached"))
    )
    rows = [
        {"of_terminal": terminal, "of_incarnation": incarnation, "reached": seq}
        for terminal, incarnation, seq in heads
    ]
    with central.database.write() as connection:
        upsert(connection, meta, [{"name": BACKED_UP, "value": str(central.clock.wall_ms())}])
        if rows:
            connection.execute(statement, rows)


def durable_seqs(central: Central) -> dict[str, int]:
    """Per terminal, the seq that the last verified backup holds."""
    with central.database.read() as connection:
        rows = connection.execute(select(terminal_head.c.terminal_id, terminal_head.c.durable_seq))
        return {row.terminal_id: row.durable_seq for row in rows}


def fact_count(central: Central) -> int:
    """How many facts central holds."""
    with central.database.read() as connection:
        return connection.execute(select(func.count()).select_from(inbox)).scalar_one()
