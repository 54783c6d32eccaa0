"""Nonces seen within the time window, so that a recorded request is not heard twice.

Kept per process: what a replay could repeat after a restart is idempotent by its own id anyway.
"""

from __future__ import annotations

import threading

from posapp.wire.signing import NONCE_KEPT_MS


class Nonces:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[tuple[str, str], int] = {}
        self._swept_ms = 0

    def is_new(self, terminal_id: str, nonce: str, now_ms: int) -> bool:
        """Remember a nonce; False when it was remembered already."""
        with self._lock:
            self._sweep(now_ms)
            key = (terminal_id, nonce)
            if key in self._seen:
                return False
            self._seen[key] = now_ms
            return True

    def _sweep(self, now_ms: int) -> None:
        if now_ms - self._swept_ms < NONCE_KEPT_MS:
            return
        self._swept_ms = now_ms
        oldest = now_ms - NONCE_KEPT_MS
        self._seen = {key: at_ms for key, at_ms in self._seen.items() if at_ms > oldest}
