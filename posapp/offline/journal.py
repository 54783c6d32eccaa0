"""The journal: append-only, dense, each entry chained to the one before; the black box knows it too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalBreak:
    """The first place that does not hold: where, and an error key that says what is wrong there."""

    incarnation: int
    seq: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReport:
    """What `posapp journal verify` says. `broken` is None when everything holds."""

    entries: int
    incarnations: int
    pending: int
    acknowledged: int
    quarantined: int
    head_incarnation: int
    head_seq: int
    head_chain: str
    box_records: int
    box_entries: int
    broken: JournalBreak | None = None

    @property
    def holds(self) -> bool:
        return self.broken is None


class Journal:
    """Any lane; one writer at a time."""

    def head(self) -> tuple[int, int, bytes]:
        """Incarnation, seq and chain of the newest entry; seq 0 and a zero chain when there is none yet."""
        raise NotImplementedError

    def verify(self) -> JournalReport:
        """Recompute the whole chain and compare it with the black box."""
        raise NotImplementedError

    def trust_offset(self, offset_ms: int, error_ms: int) -> None:
        """Central's time minus ours, for entries from now on (lane "sync")."""
        raise NotImplementedError
