"""Settings that central sends, kept in till.db so that a till starts without a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.offline.database import Database

_APPLY: Final = """
    INSERT INTO setting(key, value, version) VALUES (?, ?, ?)
    ON CONFLICT(key) DO UPDATE SET value = excluded.value, version = excluded.version
    WHERE excluded.version > version
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: `value` is JSON text."""

    key: str
    value: str
    version: int


class SettingStore:
    """Lanes "store" (read) and "sync" (apply)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def values(self) -> dict[str, str]:
        """Key -> JSON text."""
        return dict(self._database.rows("SELECT key, value FROM setting"))

    def rows(self) -> tuple[SettingRow, ...]:
        """What central sent, with the version of each."""
        found = self._database.rows("SELECT key, value, version FROM setting ORDER BY key")
        return tuple(SettingRow(key=key, value=value, version=v) for key, value, v in found)

    def apply(self, rows: Sequence[SettingRow]) -> int:
        """Take over rows that are newer than what stands. Returns how many changed."""
        with self._database.write() as tx:
            return sum(tx.run(_APPLY, (row.key, row.value, row.version)) for row in rows)

    def forget_versions(self) -> None:
        """The feed begins again, perhaps with smaller versions: all it sends counts as newer."""
        with self._database.write() as tx:
            tx.run("UPDATE setting SET version = -1")

    def remove_others(self, keys: Iterable[str], up_to: int) -> None:
        """Settings that are not among these, unless they came with a version above `up_to`."""
        stay = set(keys)
        with self._database.write() as tx:
            known = tx.rows("SELECT key FROM setting WHERE version <= ?", (up_to,))
            gone = [row for row in known if row[0] not in stay]
            tx.run_many("DELETE FROM setting WHERE key = ?", gone)

    def remove(self, keys: Iterable[str]) -> None:
        with self._database.write() as tx:
            tx.run_many("DELETE FROM setting WHERE key = ?", [(key,) for key in keys])
