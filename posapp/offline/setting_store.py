"""Settings that central sends, kept in till.db so that a till starts without a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: `value` is JSON text."""

    key: str
    value: str
    version: int


class SettingStore:
    """Lanes "store" (read) and "sync" (apply)."""

    def values(self) -> dict[str, str]:
        """Key -> JSON text."""
        raise NotImplementedError

    def apply(self, rows: Sequence[SettingRow]) -> int:
        """Take over rows that are newer than what stands. Returns how many changed."""
        raise NotImplementedError

    def remove(self, keys: Iterable[str]) -> None:
        raise NotImplementedError
