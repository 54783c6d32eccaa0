"""Version 4: whether central may know a held sale, and those of other tills that were asked for."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "ALTER TABLE draft ADD COLUMN sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1))",
    """
    CREATE TABLE held_asked(
      id TEXT PRIMARY KEY,
      sale_id TEXT NOT NULL,
      label TEXT NOT NULL,
      amount INTEGER NOT NULL,
      staff_name TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      till TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
