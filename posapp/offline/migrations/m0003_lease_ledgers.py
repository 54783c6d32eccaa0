"""Version 3: leases of points beside those of stored value, and what each was when it was lent."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "ALTER TABLE lease ADD COLUMN ledger TEXT NOT NULL DEFAULT 'stored_value'",
    "ALTER TABLE lease ADD COLUMN granted TEXT NOT NULL DEFAULT '[]'",
    "UPDATE lease SET granted = slices",
)
