"""The ladder of till.db's schema: numbered steps, one transaction each, never changed later."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused, Unavailable
from posapp.offline.migrations import m0001_till

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posapp.offline.database import Database

Step = tuple[str, ...]

STEPS: Final[tuple[Step, ...]] = (m0001_till.STATEMENTS,)
"""Step n brings version n - 1 to n."""

_PLAIN_HEADER: Final = b"SQLite format 3\x00"


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
        _back_up(database, folder / f"till-schema-{version}.db")
    for number in range(version + 1, len(steps) + 1):
        with database.write() as tx:
            for statement in steps[number - 1]:
                tx.run(statement)
            tx.run(f"PRAGMA user_version = {number}")


def _back_up(database: Database, target: Path) -> None:
    """A copy by VACUUM INTO, which stays encrypted; the name appears only when it is whole."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = target.with_suffix(".half")
    half.unlink(missing_ok=True)
    database.rows("VACUUM INTO ?", (str(half),))
    with half.open("rb") as copy:
        header = copy.read(len(_PLAIN_HEADER))
    if header == _PLAIN_HEADER:
        half.unlink()
        raise Unavailable("store.backup_failed")
    with suppress(FileNotFoundError):
        target.unlink()
    half.rename(target)
