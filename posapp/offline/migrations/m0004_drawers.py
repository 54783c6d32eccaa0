"""Version 4: a shift belongs to a drawer, several may be open; who sold stands beside each sale.

`turn` orders the open shifts by when each came into use; `put_aside_ms` is set for one that waits
for its count. The holder is who works with the drawer now, its opener at first.
"""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "ALTER TABLE shift ADD COLUMN drawer TEXT NOT NULL DEFAULT '1'",
    "ALTER TABLE shift ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE shift ADD COLUMN put_aside_ms INTEGER",
    "ALTER TABLE shift ADD COLUMN holder_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE shift ADD COLUMN holder_name TEXT NOT NULL DEFAULT ''",
    "UPDATE shift SET holder_id = staff_id, holder_name = staff_name",
    "DROP INDEX shift_one_open",
    "CREATE UNIQUE INDEX shift_open_by_drawer ON shift(drawer) WHERE closed_ms IS NULL",
    "ALTER TABLE sale ADD COLUMN staff_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sale ADD COLUMN staff_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE refund ADD COLUMN staff_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE refund ADD COLUMN staff_name TEXT NOT NULL DEFAULT ''",
)
