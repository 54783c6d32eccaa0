"""A till's folder in an operator's hands: backed up, put back, cleared; never while sales wait."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from posapp.app.opening import KEY_FILE
from posapp.app.stores import backup_folders, open_stores, settings_in_force
from posapp.errors import PosError, Refused, Unavailable
from posapp.offline.engine import has_other_key
from posapp.offline.guard import FolderLock
from posapp.offline.recovery_secret import RECOVERY_FILE
from posapp.offline.till_backup import BackupFolder, put_back, set_aside
from posapp.offline.till_store import BALLAST, BOX_FOLDER, COPIES_FOLDER, DATABASE, LOCK, TillStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys

Answer = dict[str, Any]

_CACHE: Final = "cache*.db*"


def back_up(folder: Path, keys: TillKeys, clock: Clock, to: Path | None) -> Answer:
    """A verified copy in `to`, or where the settings say. The till is closed meanwhile; while it is
    open it makes its own. Raises the stores' errors and Unavailable("store.backup_failed").
    """
    with ExitStack() as closing:
        stores = open_stores(folder, keys, clock, closing)
        settings = settings_in_force(stores, {})
        backups = backup_folders(folder, keys, settings)[0]
        if to is not None:
            backups = BackupFolder(to, keys.till_db, settings.backup_keep)
        made = stores.till.back_up(backups)
    facts = made.facts
    return {"backup": str(made.path), "incarnation": facts.incarnation, "seq": facts.seq}


def restore(folder: Path, keys: TillKeys, clock: Clock, backup: Path) -> Answer:
    """Put a backup back and let the black box add what came after it; the old file is set aside.

    `put_back` counts the entries that the box added. Raises as `till_backup.put_back`, and
    Unavailable("store.in_use") while the till is open.
    """
    lock = FolderLock(_made(folder) / LOCK)
    try:
        sealed_by = keys.till_db
        if keys.till_db_before and backup.is_file() and has_other_key(backup, keys.till_db):
            sealed_by = keys.till_db_before
        facts = put_back(
            backup, folder / DATABASE, keys.till_db, clock.wall_ms(), sealed_by=sealed_by
        )
    finally:
        lock.release()
    with ExitStack() as closing:
        till = open_stores(folder, keys, clock, closing).till
        report = till.journal.verify()
        waiting = till.outbox.depth()[0]
        restored = till.recovered.restored
    return {
        "backup_seq": facts.seq,
        "put_back": restored,
        "seq": report.head_seq,
        "incarnation": report.head_incarnation,
        "waiting": waiting,
        "holds": report.holds,
        "failed": not report.holds,
    }


def refuse_while_waiting(store: TillStore) -> None:
    """Nobody may enrol anew, clear or update a till whose sales are nowhere else.

    Raises Refused("till.entries_wait", n).
    """
    waiting, _ = store.outbox.depth()
    if waiting:
        raise Refused("till.entries_wait", n=waiting)


def may_leave(folder: Path, keys: TillKeys, clock: Clock) -> Answer:
    """Before an update or an exchange of the machine. Raises Refused("till.entries_wait", n)."""
    with ExitStack() as closing:
        store = open_stores(folder, keys, clock, closing).till
        refuse_while_waiting(store)
        return {"waiting": 0, "seq": store.journal.head()[1]}


def wipe(folder: Path, keys: TillKeys, clock: Clock) -> Answer:
    """Delete this till's files and its key file; its backups on other volumes stay.

    Raises Refused("till.entries_wait") and the stores' errors; then nothing is deleted.
    """
    may_leave(folder, keys, clock)
    with _lock_of(folder):
        for part in _parts(folder):
            _remove(part)
    return {"wiped": str(folder)}


def clear_lost(folder: Path, clock: Clock, find_keys: Callable[[], TillKeys]) -> Answer:
    """The keys are gone: move everything that they sealed aside, so that the till can be enrolled
    anew. Nothing is deleted: if the keys are found, so is the data.

    Raises Refused("keys.not_lost") where they open it after all, Refused("till.not_here").
    """
    database = folder / DATABASE
    if not database.exists():
        raise Refused("till.not_here")
    if _opens(database, find_keys):
        raise Refused("keys.not_lost")
    with _lock_of(folder):
        aside = set_aside(database, clock.wall_ms())
        if aside is None:
            raise Unavailable("store.read_only")
        for name in (BOX_FOLDER, KEY_FILE, RECOVERY_FILE):
            if (folder / name).exists():
                (folder / name).replace(aside / name)
        for cached in folder.glob(_CACHE):
            cached.unlink()
    return {"set_aside": str(aside)}


def _opens(database: Path, find_keys: Callable[[], TillKeys]) -> bool:
    try:
        return not has_other_key(database, find_keys().till_db)
    except PosError:
        return False


def _lock_of(folder: Path) -> ExitStack:
    stack = ExitStack()
    stack.callback(FolderLock(folder / LOCK).release)
    return stack


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("store.read_only") from error
    return folder


def _parts(folder: Path) -> list[Path]:
    names = (BOX_FOLDER, COPIES_FOLDER, BALLAST, KEY_FILE, RECOVERY_FILE, "aside")
    return [*folder.glob(f"{DATABASE}*"), *folder.glob(_CACHE), *(folder / each for each in names)]


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)
