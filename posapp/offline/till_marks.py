"""Moments that this till remembers across restarts: wall ms under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from posapp.offline.database import Database

REVOKED: Final = "revoked_ms"
DEVICE_KEY: Final = "device_key_ms"
_PUT: Final = """
    INSERT INTO meta(name, value) VALUES (?, ?)
    ON CONFLICT(name) DO UPDATE SET value = excluded.value
"""


class TillMarks:
    """Any lane, one transaction each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at(self, name: str) -> int:
        """The moment, or 0."""
        found = self._database.row("SELECT value FROM meta WHERE name = ?", (name,))
        return int(found[0]) if found else 0

    def put(self, name: str, wall_ms: int) -> None:
        """Remember it durably; 0 forgets it."""
        with self._database.write() as tx:
            tx.run(_PUT, (name, str(wall_ms)))
