"""The black box of a simulated till: the product's own records; what is not flushed can be lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from posapp.offline.batch import batch_to_bytes
from posapp.offline.box_format import Record, RecordKind

if TYPE_CHECKING:
    from posapp.offline.batch import Batch


@dataclass
class Box:
    """An append-only file: flushing one record flushes all before it."""

    records: list[Record] = field(default_factory=list)
    flushed: int = 0

    def note(self, kind: RecordKind, batch: Batch, *, sync: bool, body: bytes = b"") -> None:
        if kind is RecordKind.INTENT:
            body = batch_to_bytes(batch)
        self.records.append(Record(kind, *batch.place, batch.chain, body))
        if sync:
            self.flush()

    def flush(self) -> None:
        self.flushed = len(self.records)

    def lose_unflushed(self, kept: int) -> None:
        """Power goes: of what was not flushed, only the first `kept` records are there."""
        del self.records[self.flushed + kept :]
        self.flushed = len(self.records)

    def unflushed(self) -> int:
        return len(self.records) - self.flushed

    def copy(self) -> Box:
        return Box(records=list(self.records), flushed=self.flushed)
