"""The journal seen from the sync lane: what is still to be pushed, and what central has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from posapp.offline.entries import Entry
from posapp.wire.sync import Attachment, ItemResult, PushItem


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One journal entry as stored; `body` are the exact bytes that are hashed and sent."""

    incarnation: int
    seq: int
    event_id: str
    kind: str
    schema: int
    aggregate_id: str
    body: bytes
    body_sha256: bytes
    chain: bytes
    wall_ms: int
    mono_ms: int
    boot_id: str
    server_offset_ms: int | None
    offset_error_ms: int | None
    attempts: int
    attachments: tuple[Attachment, ...] = ()

    def to_push(self) -> PushItem:
        """The item as it travels."""
        return PushItem(
            seq=self.seq,
            event_id=self.event_id,
            kind=self.kind,
            schema=self.schema,
            aggregate_id=self.aggregate_id,
            body=self.body.decode(),
            body_sha256=self.body_sha256.hex(),
            chain=self.chain.hex(),
            wall_ms=self.wall_ms,
            mono_ms=self.mono_ms,
            boot_id=self.boot_id,
            server_offset_ms=self.server_offset_ms,
            offset_error_ms=self.offset_error_ms,
            attachments=self.attachments,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How many entries an answer settled, left pending, and named that are not ours."""

    settled: int = 0
    kept: int = 0
    foreign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCounts:
    """Counts for exports and the health strip."""

    entries: int
    pending: int
    acknowledged: int
    quarantined: int
    by_kind: tuple[tuple[str, int], ...]


class OutboxStore:
    """Lanes "sync" (pending, settle) and "store" (append)."""

    def pending(
        self, limit: int, max_bytes: int, after: tuple[int, int] = (0, 0)
    ) -> tuple[OutboxItem, ...]:
        """The oldest entries that central has not acknowledged, of one incarnation, in seq order.

        Only those with (incarnation, seq) > `after`: one stuck entry does not hold the rest up.

        At least one when there is any, even where it alone is larger than `max_bytes`.
        """
        raise NotImplementedError

    def settle(self, results: Iterable[ItemResult], epoch: str) -> Settled:
        """Mark exactly the listed entries that central applied, knew already or quarantined; keep the rest pending."""
        raise NotImplementedError

    def resend_from(self, incarnation: int, seq: int) -> int:
        """Central was restored and expects `seq` next: entries from there are pending again. Returns how many."""
        raise NotImplementedError

    def depth(self) -> tuple[int, int | None]:
        """How many entries wait, and the wall time (ms) of the oldest."""
        raise NotImplementedError

    def append(self, entry: Entry) -> int:
        """Journal a fact that prints nothing and belongs to no other table's method. Returns its seq."""
        raise NotImplementedError

    def counts(self) -> JournalCounts:
        raise NotImplementedError
