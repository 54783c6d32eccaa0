"""What keeps the storage well while nobody waits: backups, checks, pruning, the high-water mark."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from posapp.errors import PosError
from posapp.offline.anchor import high_water, is_behind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.anchor import HighWater, KeyringAnchor
    from posapp.offline.till_backup import BackupFolder
    from posapp.offline.till_store import TillStore

DUE_AFTER_MS: Final = 20 * 3_600_000
"""A little less than a day, so that a till that opens at the same time each morning is in time."""

MARK_EVERY: Final = 20
"""Entries between two high-water marks."""

STEPS_A_ROUND: Final = 5
"""Pruning: a month's entries of a busy till are gone within some hours of idle minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageState:
    """How the till's disk and files are. Times are wall ms, 0 for never; keys are error keys.

    `is_sound` is None before the first check; `free_bytes` is None where the disk does not tell.
    `is_behind`: this folder was put back from an older time, the key store remembers more.
    """

    free_bytes: int | None = None
    backup_ms: int = 0
    backup_problem: str = ""
    checked_ms: int = 0
    is_sound: bool | None = None
    check_problem: str = ""
    is_behind: bool = False


class StorageCare:
    """Lane "care". Nothing here raises: what went wrong is part of the state.

    `is_time_known`: the clock has been put right by central since the start. `deposit` brings
    the till's store keys to central unless it has them; asked once central answers.
    """

    def __init__(
        self,
        store: TillStore,
        folder: Path,
        backups: BackupFolder,
        clock: Clock,
        anchor: KeyringAnchor | None = None,
        *,
        is_time_known: Callable[[], bool] = lambda: False,
        deposit: Callable[[], object] = lambda: None,
    ) -> None:
        self._store = store
        self._folder = folder
        self._backups = backups
        self._clock = clock
        self._anchor = anchor
        self._is_time_known = is_time_known
        self._deposit: Callable[[], object] | None = deposit
        self._marked: HighWater | None = None
        self._is_due = False
        self._state = StorageState()
        self._has_begun = False

    @property
    def is_newest(self) -> bool:
        """Any lane: whether the first look was taken, and found no newer state of this till."""
        return self._has_begun and not self._state.is_behind

    def want_backup(self) -> None:
        """A shift was closed: the next idle round makes a backup. Any lane."""
        self._is_due = True

    def round(self, *, idle: bool) -> StorageState:
        """Do what is due. Backups and checks only while `idle`, though they block no sale."""
        self._begin()
        self._state = replace(self._state, free_bytes=_free(self._folder))
        self._mark()
        if idle:
            now = self._clock.wall_ms()
            if self._is_due or _is_old(self._state.backup_ms, now):
                self._back_up(now)
            if _is_old(self._state.checked_ms, now):
                self._check(now)
            self._prune(now)
            self._bring_keys()
        return self._state

    def end(self) -> None:
        """Before the stores close: note how far the journal is."""
        self._begin()
        self._mark(always=True)

    def _begin(self) -> None:
        """Once: what stands in the backup folder and in the key store."""
        if not self._has_begun:
            newest, behind = self._backups.newest_ms(), self._read_anchor()
            self._state = replace(self._state, backup_ms=newest, is_behind=behind)
            self._has_begun = True

    def _back_up(self, now: int) -> None:
        problem = ""
        try:
            self._store.back_up(self._backups)
            self._is_due = False
        except PosError as error:
            problem = error.key
        done = now if not problem else self._state.backup_ms
        self._state = replace(self._state, backup_ms=done, backup_problem=problem)

    def _check(self, now: int) -> None:
        try:
            sound = self._store.is_sound()
        except PosError as error:
            self._state = replace(self._state, check_problem=error.key)
            return
        if not sound:
            self._store.suspect()
        self._state = replace(self._state, checked_ms=now, is_sound=sound, check_problem="")

    def _prune(self, now: int) -> None:
        """Without central's time nobody knows how old anything is."""
        if not self._is_time_known():
            return
        pruning = self._store.pruning
        with suppress(PosError):
            pruning.mark(now)
            for _ in range(STEPS_A_ROUND):
                if not pruning.step(now):
                    break
            if not self._store.recovered.unlinked:
                pruning.step_box()

    def _bring_keys(self) -> None:
        """Until it worked once in this run."""
        if self._deposit is not None and self._is_time_known():
            with suppress(PosError):
                self._deposit()
                self._deposit = None

    def _read_anchor(self) -> bool:
        if self._anchor is None:
            return False
        try:
            self._marked = self._anchor.load()
            return is_behind(self._store, self._marked)
        except PosError:
            return False

    def _mark(self, *, always: bool = False) -> None:
        """Never lowered: a till that is behind is told until central gave it a new incarnation."""
        if self._anchor is None:
            return
        try:
            now = high_water(self._store)
            if now is None or not _is_further(now, self._marked, 1 if always else MARK_EVERY):
                return
            if self._state.is_behind and not _is_renewed(now, self._marked):
                return
            self._anchor.save(now)
        except PosError:
            return
        self._marked = now
        self._state = replace(self._state, is_behind=False)


def _is_further(now: HighWater, marked: HighWater | None, least: int) -> bool:
    if marked is None or marked.terminal_id != now.terminal_id:
        return True
    if now.incarnation != marked.incarnation:
        return now.incarnation > marked.incarnation
    return now.seq >= marked.seq + least


def _is_renewed(now: HighWater, marked: HighWater | None) -> bool:
    return marked is None or now.incarnation > marked.incarnation


def _is_old(then: int, now: int) -> bool:
    """A clock that went back counts as a new day, too."""
    return not 0 <= now - then < DUE_AFTER_MS


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
