"""The journal seen from the sync lane: what is still to be pushed, what central answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable
from posapp.offline.journal_rows import entry_from_row, id_to_bytes, read_attachments
from posapp.wire.sync import SETTLED, Attachment, ItemOutcome, ItemResult, PushItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.offline.database import Database, Row, Tx
    from posapp.offline.entries import Entry
    from posapp.offline.journal import Journal, Posting

_PENDING: Final = """
    SELECT incarnation, seq, event_id, kind, schema, aggregate_id, body, body_sha256, chain,
           wall_ms, mono_ms, boot_id, srv_offset_ms, offset_err_ms, attempts
    FROM outbox INDEXED BY outbox_pending
    WHERE state = 0 AND (incarnation, seq) > (?, ?) ORDER BY incarnation, seq LIMIT ?
"""
_SETTLE: Final = """
    UPDATE outbox SET state = ?, acked_epoch = ?, server_pos = ?, attempts = attempts + 1,
                      last_error = NULLIF(?, '')
    WHERE event_id = ? AND seq = ? AND state = 0
"""
_KEEP: Final = """
    UPDATE outbox SET attempts = attempts + 1, last_error = ?
    WHERE event_id = ? AND seq = ? AND state = 0
"""
_COUNTS: Final = """
    SELECT kind, COUNT(*), SUM(state = 0), SUM(state = 1), SUM(state = 2)
    FROM outbox GROUP BY kind ORDER BY kind
"""


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

    @property
    def size(self) -> int:
        """About how many bytes it takes in a push."""
        return len(self.body) + sum(len(each.ciphertext) for each in self.attachments) + 600

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

    def __init__(self, database: Database, journal: Journal | None = None) -> None:
        """Without a journal nothing can be appended."""
        self._database = database
        self._journal = journal

    def pending(
        self, limit: int, max_bytes: int, after: tuple[int, int] = (0, 0)
    ) -> tuple[OutboxItem, ...]:
        """The oldest entries that central has not acknowledged, of one incarnation, in seq order.

        At least one when there is any, even where it alone is larger than `max_bytes`. `after`
        (incarnation, seq) looks behind an entry that is stuck.
        """
        items: list[OutboxItem] = []
        size = 0
        with self._database.read() as tx:
            for row in tx.rows(_PENDING, (*after, limit)):
                item = _item(tx, row)
                size += item.size
                if items and (size > max_bytes or item.incarnation != items[0].incarnation):
                    break
                items.append(item)
        return tuple(items)

    def settle(self, results: Iterable[ItemResult], epoch: str) -> Settled:
        """Mark exactly the listed entries that central applied, knew or quarantined.

        All others stay pending. A lost acknowledgement is only sent again, so this commit may go
        with the power.
        """
        settled = kept = foreign = 0
        with self._database.write(relaxed=True) as tx:
            for result in results:
                if not _mark(tx, result, epoch):
                    foreign += 1
                elif result.outcome in SETTLED:
                    settled += 1
                else:
                    kept += 1
        return Settled(settled=settled, kept=kept, foreign=foreign)

    def resend_from(self, incarnation: int, seq: int) -> int:
        """Central was restored and expects `seq` next: entries from there wait again.

        So do all of older incarnations: of those central may lack any, and knows what it has.
        Returns how many.
        """
        with self._database.write() as tx:
            return tx.run(
                """
                UPDATE outbox SET state = 0, acked_epoch = NULL, server_pos = NULL
                WHERE (incarnation < ?1 OR (incarnation = ?1 AND seq >= ?2)) AND state <> 0
                """,
                (incarnation, seq),
            )

    def depth(self) -> tuple[int, int | None]:
        """How many entries wait, and the wall time (ms) of the oldest."""
        found = self._database.row("SELECT COUNT(*), MIN(wall_ms) FROM outbox WHERE state = 0")
        count, oldest_ms = found or (0, None)
        return int(count), oldest_ms

    def append(self, entry: Entry) -> int:
        """Journal a fact that prints nothing and has no method of its own. Returns its seq."""

        def work(posting: Posting) -> int:
            posting.record((entry,))
            assert posting.batch is not None
            return posting.batch.place[1]

        if self._journal is None:
            raise Unavailable("store.read_only")
        return self._journal.run(work)

    def counts(self) -> JournalCounts:
        rows = self._database.rows(_COUNTS)
        return JournalCounts(
            entries=sum(row[1] for row in rows),
            pending=sum(row[2] for row in rows),
            acknowledged=sum(row[3] for row in rows),
            quarantined=sum(row[4] for row in rows),
            by_kind=tuple((row[0], row[1]) for row in rows),
        )


def _mark(tx: Tx, result: ItemResult, epoch: str) -> bool:
    event_id = id_to_bytes(result.event_id)
    if result.outcome in SETTLED:
        state = 2 if result.outcome is ItemOutcome.QUARANTINED else 1
        values = (state, epoch, result.pos, result.code, event_id, result.seq)
        return tx.run(_SETTLE, values) > 0 or _is_settled(tx, event_id, result.seq)
    reason = result.code or result.outcome.value
    return tx.run(_KEEP, (reason, event_id, result.seq)) > 0


def _is_settled(tx: Tx, event_id: bytes, seq: int) -> bool:
    """A late or doubled answer for an entry of ours changes nothing."""
    found = tx.row("SELECT 1 FROM outbox WHERE event_id = ? AND seq = ?", (event_id, seq))
    return found is not None


def _item(tx: Tx, row: Row) -> OutboxItem:
    entry = entry_from_row(row)
    return OutboxItem(
        incarnation=entry.incarnation,
        seq=entry.seq,
        event_id=entry.event_id,
        kind=entry.kind,
        schema=entry.schema,
        aggregate_id=entry.aggregate_id,
        body=entry.body,
        body_sha256=entry.body_sha256,
        chain=entry.chain,
        wall_ms=entry.wall_ms,
        mono_ms=entry.mono_ms,
        boot_id=entry.boot_id,
        server_offset_ms=entry.server_offset_ms,
        offset_error_ms=entry.offset_error_ms,
        attempts=row[14],
        attachments=read_attachments(tx, entry.incarnation, entry.seq),
    )
