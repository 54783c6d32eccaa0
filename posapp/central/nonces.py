"""Nonces seen within the time window, so that a recorded request is not heard twice."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sqlalchemy import delete

from posapp.central.portable import insert_new
from posapp.central.tables.requests import nonce as nonce_table
from posapp.wire.signing import NONCE_KEPT_MS

if TYPE_CHECKING:
    from posapp.central.database import Database


class Nonces:
    """Of one process, which is all that a SQLite file has. Safe to share between threads.

    What a replay could repeat after a restart is idempotent by its own id anyway.
    """

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


class NonceTable:
    """Of all processes over one server. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._swept_ms = 0

    def is_new(self, terminal_id: str, nonce: str, now_ms: int) -> bool:
        """Remember a nonce; False when any process remembered it already."""
        row = {"terminal_id": terminal_id, "nonce": nonce, "at_ms": now_ms}
        with self._database.one_statement() as connection:
            if now_ms - self._swept_ms >= NONCE_KEPT_MS:
                self._swept_ms = now_ms
                old = nonce_table.c.at_ms <= now_ms - NONCE_KEPT_MS
                connection.execute(delete(nonce_table).where(old))
            return insert_new(connection, nonce_table, row)
