"""The device key is renewed when it is old: by itself, while central answers and nobody sells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from posapp.clock import Clock
from posapp.errors import PosError
from posapp.offline.key_renewal import announcement, renew_device_key
from posapp.offline.keys import KeyStore
from posapp.offline.till_marks import DEVICE_KEY, TillMarks

if TYPE_CHECKING:
    from posapp.wire.sync import AnnounceKey

DAY_MS: Final = 24 * 3_600_000
AGAIN_AFTER_MS: Final = 15 * 60_000
"""Between two tries: opening a key file is slow on purpose."""


class Line(Protocol):
    """A way to central that signs."""

    def use_private_key(self, key: bytes) -> None:
        """Sign with this one from the next call on."""
        ...


class AnnouncingLine(Line, Protocol):
    """The one that belongs to lane "care"."""

    def announce_key(self, request: AnnounceKey) -> object:
        """Tell central a key that comes after the one that signs this."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """Since when the device key is in use (wall ms, 0 while nobody knows), how many days it may
    be (0 for no end), and why the last renewal failed (an error key).
    """

    since_ms: int = 0
    days: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyParts:
    """What a renewal works on; `announcing` is among `lines`. `is_refused`: central does not know
    the key in force."""

    store: KeyStore
    marks: TillMarks
    clock: Clock
    terminal_id: str
    in_force: bytes
    announcing: AnnouncingLine
    lines: Sequence[Line]
    days: Callable[[], int]
    is_online: Callable[[], bool]
    is_refused: Callable[[], bool]

    def __repr__(self) -> str:
        return f"KeyParts({self.terminal_id})"


class KeyCare:
    """Lane "care". Nothing here raises: what went wrong is part of the state.

    Cut short at any step, the next round begins it again and ends it (docs/decisions 0001).
    """

    def __init__(self, parts: KeyParts) -> None:
        self._parts = parts
        self._in_force = parts.in_force
        self._tried_mono_ms: int | None = None
        self._state = KeyState()

    @property
    def in_force(self) -> bytes:
        """The key that this till signs with now."""
        return self._in_force

    def round(self, *, idle: bool) -> KeyState:
        """Renew the key when that is due; never while somebody sells, never without central."""
        parts = self._parts
        days = parts.days()
        try:
            self._state = replace(self._state, days=days, since_ms=self._since())
            if parts.is_refused():
                self._remind()
            elif not days or not self._is_due(days):
                self._state = replace(self._state, problem="")
            elif idle and parts.is_online() and self._may_try():
                self._renew()
        except PosError as error:
            self._state = replace(self._state, problem=error.key)
        return self._state

    def _since(self) -> int:
        """A till that never wrote it down begins to count now."""
        since = self._parts.marks.at(DEVICE_KEY)
        if not since:
            since = self._parts.clock.wall_ms()
            self._parts.marks.put(DEVICE_KEY, since)
        return since

    def _is_due(self, days: int) -> bool:
        return self._parts.clock.wall_ms() - self._state.since_ms >= days * DAY_MS

    def _may_try(self) -> bool:
        now = self._parts.clock.mono_ms()
        if self._tried_mono_ms is not None and now - self._tried_mono_ms < AGAIN_AFTER_MS:
            return False
        self._tried_mono_ms = now
        return True

    def _remind(self) -> None:
        """Central was put back from a time before the last renewal: it knows the key before, and
        under that one it is told the present one anew."""
        parts = self._parts
        if not self._may_try():
            return
        keys = parts.store.load()
        if keys is None or not keys.device_before or keys.device_private != self._in_force:
            return
        parts.announcing.use_private_key(keys.device_before)
        try:
            parts.announcing.announce_key(announcement(self._in_force, parts.terminal_id))
        finally:
            parts.announcing.use_private_key(self._in_force)
        self._state = replace(self._state, problem="")

    def _renew(self) -> None:
        parts = self._parts
        keys = renew_device_key(
            parts.store,
            parts.terminal_id,
            parts.announcing.announce_key,
            in_force=self._in_force,
        )
        self._in_force = keys.device_private
        for line in parts.lines:
            line.use_private_key(keys.device_private)
        now = parts.clock.wall_ms()
        parts.marks.put(DEVICE_KEY, now)
        self._tried_mono_ms = None
        self._state = replace(self._state, since_ms=now, problem="")
