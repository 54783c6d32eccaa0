"""Version 4: an external payment remembers its gateway, and there are more ways to be open."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "ALTER TABLE attempt ADD COLUMN via TEXT NOT NULL DEFAULT 'terminal'",
    "DROP INDEX attempt_open",
    """
    CREATE INDEX attempt_open ON attempt(at_ms, id)
    WHERE state IN ('sent', 'userpaying', 'unknown', 'authorised', 'reversing', 'manual')
    """,
)
