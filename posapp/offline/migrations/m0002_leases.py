"""Version 2: value that central lent to this till, and how far each member's codes are used."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE lease(
      id TEXT PRIMARY KEY,
      member_id TEXT NOT NULL,
      incarnation INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('asked', 'open', 'returning')),
      slices TEXT NOT NULL,
      granted_ms INTEGER NOT NULL,
      ends_ms INTEGER NOT NULL,
      day TEXT NOT NULL,
      day_key BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX lease_by_member ON lease(member_id)",
    """
    CREATE TABLE code_use(
      member_id TEXT PRIMARY KEY,
      step INTEGER NOT NULL,
      wrong INTEGER NOT NULL DEFAULT 0,
      paused_until_ms INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
)
