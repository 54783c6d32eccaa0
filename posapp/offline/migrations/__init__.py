"""The ladder of till.db's schema: numbered steps, one transaction each, never changed later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.offline.copies import write_copy
from posapp.offline.migrations import (
    m0001_till,
    m0002_leases,
    m0003_lease_ledgers,
    m0003_pruning,
    m0004_attempts,
    m0004_badges,
    m0004_drawers,
    m0004_held,
    m0004_sale_places,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posapp.offline.database import Database

Step = tuple[str, ...]

STEPS: Final[tuple[Step, ...]] = (
    m0001_till.STATEMENTS,
    m0002_leases.STATEMENTS,
    (*m0003_pruning.STATEMENTS, *m0003_lease_ledgers.STATEMENTS),
    (
        *m0004_drawers.STATEMENTS,
        *m0004_held.STATEMENTS,
        *m0004_attempts.STATEMENTS,
        *m0004_sale_places.STATEMENTS,
        *m0004_badges.STATEMENTS,
    ),
)
"""Step n brings version n - 1 to n."""


def schema_version(database: Database) -> int:
    found = database.row("PRAGMA user_version")
    return int(found[0]) if found else 0


def migrate(database: Database, folder: Path, steps: Sequence[Step] = STEPS) -> None:
    """Bring the schema up, step by step; an encrypted copy of what stood is left in `folder` first.

    Raises Refused("store.schema_newer", found, known) for a file of a newer program.
    """
    version = schema_version(database)
    if version > len(steps):
        raise Refused("store.schema_newer", found=version, known=len(steps))
    if 0 < version < len(steps):
        write_copy(database, folder / f"till-schema-{version}.db")
    for number in range(version + 1, len(steps) + 1):
        with database.write() as tx:
            for statement in steps[number - 1]:
                tx.run(statement)
            tx.run(f"PRAGMA user_version = {number}")
