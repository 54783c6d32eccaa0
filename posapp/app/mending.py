"""A till's database opened for selling: a damaged one is rebuilt first, never sold on."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from posapp.errors import Unavailable
from posapp.offline.engine import suspect_path
from posapp.offline.guard import FolderLock
from posapp.offline.till_backup import finish_put_back, rebuild
from posapp.offline.till_store import BOX_FOLDER, DATABASE, LOCK, TillStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys
    from posapp.offline.till_backup import BackupFolder


def open_mended(
    folder: Path, keys: TillKeys, clock: Clock, backups: Sequence[BackupFolder]
) -> TillStore:
    """Open till.db; one that is damaged or gone comes back from the best backup and the black box.

    The damaged file is kept in `aside`. Raises as `TillStore.open`; Unavailable("store.damaged")
    where nothing proves that the key is the right one.
    """
    rebuilt = _bring_back(folder / DATABASE, keys, clock, backups)
    try:
        store = _open_sound(folder, keys, clock)
    except Unavailable as error:
        if error.key != "store.damaged":
            raise
        _replace_damaged(folder / DATABASE, keys, clock, backups)
        rebuilt = True
        store = TillStore.open(folder, keys, clock)
    store.recovered = replace(store.recovered, rebuilt=rebuilt)
    with suppress(OSError):
        suspect_path(folder / DATABASE).unlink(missing_ok=True)
    return store


def _bring_back(
    database: Path, keys: TillKeys, clock: Clock, backups: Sequence[BackupFolder]
) -> bool:
    """A black box without its database is a till that lost it, not a new one."""
    box = database.with_name(BOX_FOLDER)
    if database.exists() or not any(box.glob("[0-9]*.bin")):
        return False
    with _locked(database):
        finish_put_back(database)
        if not database.exists():
            rebuild(database, keys.till_db, backups, clock.wall_ms())
    return True


def _open_sound(folder: Path, keys: TillKeys, clock: Clock) -> TillStore:
    """Open it; after a word of damage only when every page of it reads."""
    store = TillStore.open(folder, keys, clock)
    if suspect_path(folder / DATABASE).exists() and not store.is_sound():
        store.close()
        raise Unavailable("store.damaged")
    return store


def _replace_damaged(
    database: Path, keys: TillKeys, clock: Clock, backups: Sequence[BackupFolder]
) -> None:
    with _locked(database):
        rebuild(database, keys.till_db, backups, clock.wall_ms())


@contextmanager
def _locked(database: Path) -> Iterator[None]:
    lock = FolderLock(database.with_name(LOCK))
    try:
        yield
    finally:
        lock.release()
