"""Keys that are gone for good or sealed: their ids stay, against old backups and late facts.

The same ids stand in a file beside the database: a backup that is older than a deletion knows
nothing of it, and has to be told once it is put in the database's place.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select

from posapp.central.portable import insert_or_ignore
from posapp.central.tables.members import subject_key
from posapp.central.tables.privacy import destroyed_subject, sealed_subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Select

FILE: Final = "forgotten-keys.txt"
_LINE: Final = re.compile(r"([0-9a-f-]{36}) ([0-9a-f-]{36})(?: ([0-9]{1,16}))?")
_DESTROYED: Final = select(destroyed_subject.c.subject_id).where(
    destroyed_subject.c.subject_id.in_(bindparam("ids", expanding=True))
)
_SEALED: Final = select(sealed_subject.c.subject_id).where(
    sealed_subject.c.subject_id.in_(bindparam("ids", expanding=True))
)
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A key that serves nobody any more; sealed until a moment, or with 0 destroyed."""

    tenant_id: str
    subject_id: str
    until_ms: int = 0


class ForgottenFile:
    """One line a key: tenant, subject, and until when it is sealed. Appended to by every process,
    rewritten by none.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def add(self, gone: Iterable[Gone]) -> None:
        """Durable when this returns. Without a place (a central of a test) nothing is kept."""
        lines = "".join(_line(each) for each in gone)
        if self._path is None or not lines:
            return
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="ascii") as target:
            target.write(lines)
            target.flush()
            os.fsync(target.fileno())

    def read(self) -> frozenset[Gone]:
        """Half a line of a process that was killed is none; what was destroyed is not sealed."""
        if self._path is None or not self._path.exists():
            return frozenset()
        text = self._path.read_text("ascii", errors="replace")
        found = [match for match in map(_LINE.fullmatch, text.splitlines()) if match]
        destroyed = {match[2] for match in found if not match[3]}
        return frozenset(
            Gone(tenant_id=match[1], subject_id=match[2], until_ms=int(match[3] or 0))
            for match in found
            if not (match[3] and match[2] in destroyed)
        )


def gone_among(connection: Connection, subject_ids: Sequence[str]) -> frozenset[str]:
    """Those of these keys that were destroyed."""
    return _among(connection, _DESTROYED, subject_ids)


def out_of_service(connection: Connection, subject_ids: Sequence[str]) -> frozenset[str]:
    """Those that were destroyed or sealed."""
    sealed = _among(connection, _SEALED, subject_ids)
    return sealed | gone_among(connection, subject_ids)


def all_gone(connection: Connection) -> frozenset[Gone]:
    """What the file has to say of this database."""
    destroyed = connection.execute(
        select(destroyed_subject.c.tenant_id, destroyed_subject.c.subject_id)
    )
    sealed = connection.execute(
        select(
            sealed_subject.c.tenant_id,
            sealed_subject.c.subject_id,
            sealed_subject.c.keep_until_ms.label("until_ms"),
        )
    )
    rows = [*destroyed.mappings(), *sealed.mappings()]
    return frozenset(Gone(**row) for row in rows)


def destroy_keys(
    connection: Connection, tenant_id: str, subject_ids: Sequence[str], now_ms: int
) -> None:
    """From now on nobody reads what lies under them, here or in a copy that this list is put to."""
    for place in range(0, len(subject_ids), _AT_ONCE):
        ids = list(subject_ids[place : place + _AT_ONCE])
        for table in (subject_key, sealed_subject):
            connection.execute(delete(table).where(table.c.subject_id.in_(ids)))
        rows = [{"subject_id": each, "tenant_id": tenant_id, "at_ms": now_ms} for each in ids]
        insert_or_ignore(connection, destroyed_subject, rows)


def _among(
    connection: Connection, query: Select[Any], subject_ids: Sequence[str]
) -> frozenset[str]:
    if not subject_ids:
        return frozenset()
    return frozenset(connection.execute(query, {"ids": list(subject_ids)}).scalars())


def _line(gone: Gone) -> str:
    until = f" {gone.until_ms}" if gone.until_ms else ""
    return f"{gone.tenant_id} {gone.subject_id}{until}\n"
