"""Backups of till.db in a folder: the newest few, each verified by opening it; and one put back."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from posapp.clock import utc_from_ms
from posapp.errors import Refused, Unavailable
from posapp.offline.copies import CopyFacts, flush_file, look_at_copy, write_copy
from posapp.offline.engine import has_this_key, keep_key_check, key_check_path
from posapp.offline.rekey import reseal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.offline.database import Database

MARK: Final = "feed-again"
"""A file in the data folder: till.db is older than the cache, the feed has to begin again."""

_PATTERN: Final = "till-[0-9]*-[0-9]*.db"
_PARTS: Final = ("", "-wal", "-shm", ".key-check")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup: its file, and how far it reaches."""

    path: Path
    facts: CopyFacts
    key: bytes = field(repr=False)


class BackupFolder:
    """The backups of one till, on another volume where the settings say so. Not on lane "store".

    `before` is the key that the till had before its last change: older copies are under it.
    """

    def __init__(self, folder: Path, key: bytes, keep: int, before: bytes = b"") -> None:
        self._folder = folder
        self._key = key
        self._before = before
        self._keep = keep

    def make(self, database: Database, now_ms: int) -> Backup:
        """Copy, open the copy, and only then let older ones go. Selling goes on meanwhile.

        Raises Unavailable("store.backup_failed" | "store.disk_full" | "store.damaged").
        """
        path = self._folder / f"till-{utc_from_ms(now_ms):%Y%m%d-%H%M%S}.db"
        write_copy(database, path)
        try:
            keep_key_check(path, self._key)
            facts = look_at_copy(path, self._key)
        except OSError as error:
            _remove(path)
            raise Unavailable("store.backup_failed") from error
        except Unavailable:
            _remove(path)
            raise
        # A clock that was years ahead once must not make this one the oldest.
        for old in [each for each in self.paths() if each != path][self._keep - 1 :]:
            _remove(old)
        return Backup(path=path, facts=facts, key=self._key)

    def paths(self) -> list[Path]:
        """The newest first; none where the folder is not there (a stick that was pulled out)."""
        with suppress(OSError):
            return sorted(self._folder.glob(_PATTERN), reverse=True)
        return []

    def newest_ms(self) -> int:
        """When the newest backup was written, wall ms; 0 without one."""
        with suppress(OSError):
            return next((path.stat().st_mtime_ns // 1_000_000 for path in self.paths()), 0)
        return 0

    def furthest(self) -> Backup | None:
        """Of those that open with this till's key and are whole, the one that reaches furthest."""
        found: list[Backup] = []
        for path in self.paths():
            for key in (self._key, self._before) if self._before else (self._key,):
                with suppress(Unavailable):
                    found.append(Backup(path=path, facts=look_at_copy(path, key), key=key))
        return max(found, key=lambda each: each.facts.reach, default=None)


def set_aside(database: Path, now_ms: int) -> Path | None:
    """Move a database with its log out of the way, never delete it. None where there is none."""
    parts = [database.with_name(database.name + part) for part in _PARTS]
    if not any(part.exists() for part in parts):
        return None
    target = database.parent / "aside" / f"{utc_from_ms(now_ms):%Y%m%d-%H%M%S}"
    while target.exists():
        target = target.with_name(target.name + "x")
    try:
        target.mkdir(mode=0o700, parents=True)
        for part in parts:
            if part.exists():
                part.replace(target / part.name)
    except OSError as error:
        raise Unavailable("store.read_only") from error
    return target


def put_back(
    backup: Path, database: Path, key: bytes, now_ms: int, *, sealed_by: bytes = b""
) -> CopyFacts:
    """Make a backup the till's database; what stood there is set aside, the black box stays.

    A backup from before a change of keys is `sealed_by` another one. The caller holds the folder's
    lock. The next opening puts back what the black box knows more.
    Raises Refused("backup.not_found"), Unavailable("store.key_wrong" | "store.damaged" |
    "store.disk_full" | "store.read_only"); then nothing has changed.
    """
    if not backup.is_file():
        raise Refused("backup.not_found", name=str(backup))
    facts = look_at_copy(backup, sealed_by or key)
    half = _half(database)
    try:
        shutil.copyfile(backup, half)
        half.chmod(0o600)
        if sealed_by and sealed_by != key:
            reseal(half, sealed_by, key, is_till=True)
            key_check_path(half).unlink()
        flush_file(half)
        database.with_name(MARK).touch()
    except OSError as error:
        half.unlink(missing_ok=True)
        raise Unavailable("store.disk_full") from error
    set_aside(database, now_ms)
    half.replace(database)
    keep_key_check(database, key)
    return facts


def finish_put_back(database: Path) -> None:
    """After a crash in the middle of `put_back`: the copy was whole before the old one left."""
    half = _half(database)
    if half.exists() and not database.exists():
        half.replace(database)
    half.unlink(missing_ok=True)


def rebuild(
    database: Path, key: bytes, folders: Sequence[BackupFolder], now_ms: int
) -> CopyFacts | None:
    """A damaged database is set aside; the best backup takes its place, if there is one.

    Without one the next opening makes an empty database and fills it from the black box.
    Raises Unavailable("store.damaged") where nothing proves that the key is the right one.
    """
    if database.exists() and not has_this_key(database, key):
        raise Unavailable("store.damaged")
    found = [backup for folder in folders if (backup := folder.furthest()) is not None]
    if found:
        best = max(found, key=lambda each: each.facts.reach)
        return put_back(best.path, database, key, now_ms, sealed_by=best.key)
    database.with_name(MARK).touch()
    set_aside(database, now_ms)
    return None


def _half(database: Path) -> Path:
    return database.with_name(database.name + ".half")


def _remove(path: Path) -> None:
    for part in (path, key_check_path(path)):
        with suppress(OSError):
            part.unlink(missing_ok=True)
