"""A backup put in the place of central's file: checked first, another epoch, the old file kept."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from typing import TYPE_CHECKING, Final

from posapp.central.backup import begin_epoch, verify
from posapp.central.database import open_file
from posapp.central.schema import upgrade
from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Ids

_COMPANIONS: Final = ("-wal", "-shm")


def restore_file(target: Path, backup: Path, ids: Ids) -> tuple[int, Path | None]:
    """Put a backup in the place of `target` while no process serves it.

    Tills see the new epoch and send again what the backup lacks. Returns how many facts it holds,
    and where the file that stood there is kept. Until the last step nothing has changed.
    Raises Unavailable("backup.not_verified"), Refused("central.schema_newer", "central.running").
    """
    part = target.with_name(target.name + ".part")
    shutil.copyfile(backup, part)
    try:
        facts = _prepare(part, ids)
        kept = _set_aside(target, ids) if target.exists() else None
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    with part.open("rb+") as handle:
        os.fsync(handle.fileno())
    part.rename(target)
    return facts, kept


def _prepare(part: Path, ids: Ids) -> int:
    try:
        _, facts = verify(part)
    except sqlite3.DatabaseError as error:
        raise Unavailable("backup.not_verified") from error
    database = open_file(part)
    try:
        upgrade(database, ids)
    finally:
        database.close()
    begin_epoch(part, ids.new())
    _into_one_file(part)
    return facts


def _set_aside(target: Path, ids: Ids) -> Path:
    """A file that a process has open is locked; one that is no database any more is only moved."""
    try:
        _into_one_file(target)
    except sqlite3.OperationalError as error:
        raise Refused("central.running") from error
    except sqlite3.DatabaseError:
        pass
    kept = target.with_name(f"{target.name}.before-{ids.new()}")
    target.rename(kept)
    for companion in _COMPANIONS:
        stale = target.with_name(target.name + companion)
        if stale.exists():
            stale.rename(kept.with_name(kept.name + companion))
    return kept


def _into_one_file(path: Path) -> None:
    """Leaving write-ahead logging takes the log in and needs the file for itself alone."""
    with contextlib.closing(sqlite3.connect(path, timeout=0.5)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
