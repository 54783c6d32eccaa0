"""Tells a scanner from a typist by the time between keys; owns no clock, knows no Qt."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from posapp.ui.scan_text import LONGEST_SCAN, clean_scan

P = TypeVar("P")

GAP_MS: Final = 50
SILENCE_MS: Final = 80
LEAST_LENGTH: Final = 4
LATE_TERMINATOR_MS: Final = 200
"""A terminator that comes this soon after a scan which silence ended still belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WedgeSettings:
    """How this shop's scanners type."""

    gap_ms: int = GAP_MS
    silence_ms: int = SILENCE_MS
    least_length: int = LEAST_LENGTH
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Typed(Generic[P]):
    """Keys of a person, to be delivered as if nothing had held them."""

    keys: tuple[P, ...]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A whole code, cleaned; its keys are gone."""

    text: str


@dataclass(frozen=True, slots=True)
class ScanTooLong:
    """A burst that is no code: swallowed whole, nothing of it kept but its length."""

    length: int


class WedgeAssembler(Generic[P]):
    """Holds keys until it is known who pressed them.

    `press` takes what a key types, its event time and the caller's own record of it (`P`), which
    comes back in `Typed` when a person typed it. Call `elapse` at `deadline_ms`. The first key
    waits at most `gap_ms`; a burst needs `least_length` keys with gaps up to `gap_ms` and ends
    with Enter or Tab, or with `silence_ms` of silence.
    """

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self.settings = settings or WedgeSettings()
        self._held: deque[P] = deque()
        self._chars: list[str] = []
        self._presses = 0
        self._last_ms = 0
        self._swallow_terminator_until = -1

    @property
    def deadline_ms(self) -> int | None:
        """When `elapse` has something to decide; None while nothing is held."""
        if self._presses == 0:
            return None
        wait = self.settings.silence_ms if self._is_burst() else self.settings.gap_ms
        return self._last_ms + wait + 1

    @property
    def is_holding(self) -> bool:
        return self._presses > 0

    def press(
        self, text: str, at_ms: int, key: P, *, repeat: bool = False
    ) -> list[Typed[P] | Scanned | ScanTooLong]:
        """A key that types one character; a key held down by a person is never part of a scan."""
        out = self.elapse(at_ms)
        if repeat and self._presses == 0:
            out.append(Typed((key,)))
            return out
        if self._presses and at_ms - self._last_ms > self.settings.gap_ms:
            out.extend(self._finish())
        self._hold(text, at_ms, key)
        return out

    def terminate(self, at_ms: int, key: P) -> list[Typed[P] | Scanned | ScanTooLong]:
        """Enter or Tab: ends a burst and vanishes with it, otherwise it is a person's."""
        out = self.elapse(at_ms)
        if self._is_burst():
            out.extend(self._finish())
            return out
        if self._presses == 0 and at_ms <= self._swallow_terminator_until:
            self._swallow_terminator_until = -1
            return out
        out.extend(self._finish())
        out.append(Typed((key,)))
        return out

    def release(self, key: P) -> bool:
        """Keep a key's release behind its held press; False: nothing is held, it may pass."""
        if self._presses == 0:
            return False
        if not self._is_burst():
            self._held.append(key)
        return True

    def interrupt(self, at_ms: int) -> list[Typed[P] | Scanned | ScanTooLong]:
        """Another kind of key (F4, Ctrl+Z, an arrow) comes: whatever is held is decided first."""
        out = self.elapse(at_ms)
        out.extend(self._finish())
        return out

    def elapse(self, now_ms: int) -> list[Typed[P] | Scanned | ScanTooLong]:
        """Decide what time alone decides."""
        deadline = self.deadline_ms
        if deadline is None or now_ms < deadline:
            return []
        burst = self._is_burst()
        out = self._finish()
        if burst:
            self._swallow_terminator_until = now_ms + LATE_TERMINATOR_MS
        return out

    def _is_burst(self) -> bool:
        return self._presses >= self.settings.least_length

    def _hold(self, text: str, at_ms: int, key: P) -> None:
        self._presses += 1
        self._last_ms = at_ms
        self._swallow_terminator_until = -1
        if self._is_burst():
            self._held.clear()
        else:
            self._held.append(key)
        if self._presses <= LONGEST_SCAN:
            self._chars.append(text)

    def _finish(self) -> list[Typed[P] | Scanned | ScanTooLong]:
        if self._presses == 0:
            return []
        length, burst = self._presses, self._is_burst()
        text, held = "".join(self._chars), tuple(self._held)
        self._chars.clear()
        self._held.clear()
        self._presses = 0
        if not burst:
            return [Typed(held)]
        if length > LONGEST_SCAN:
            return [ScanTooLong(length)]
        code = clean_scan(text, self.settings.prefix, self.settings.suffix)
        return [Scanned(code)] if code else []
