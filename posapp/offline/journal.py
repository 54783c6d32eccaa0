"""The journal: append-only, dense, each entry chained to the last; the black box knows first."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from posapp.errors import Refused, Unavailable
from posapp.offline.batch import Batch, BoxedEntry, BoxedPrint, batch_to_bytes
from posapp.offline.box_format import Record, RecordKind
from posapp.offline.effects import apply_fact
from posapp.offline.journal_check import JournalReport, check_journal
from posapp.offline.journal_rows import (
    insert_entries,
    insert_prints,
    read_head,
    receipts_used,
    set_receipts_used,
)
from posapp.offline.papers import paper_to_bytes
from posapp.wire.canonical import sha256
from posapp.wire.chain import next_link
from posapp.wire.facts import SCHEMA, aggregate_of, from_body, kind_of, to_body

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posapp.clock import Clock
    from posapp.offline.blackbox import BlackBox
    from posapp.offline.database import Database, Tx
    from posapp.offline.entries import Entry, PrintRequest
    from posapp.offline.guard import Ballast
    from posapp.wire.facts import Fact

_NEWEST: Final = """
    SELECT body FROM outbox WHERE kind = ? ORDER BY incarnation DESC, seq DESC LIMIT ?
"""
_CHAIN_AT: Final = "SELECT chain FROM outbox WHERE incarnation = ? AND seq = ?"

T = TypeVar("T")


class Posting:
    """A journal transaction under way: statements through `tx`, facts and papers by `record`."""

    def __init__(self, journal: Journal, tx: Tx) -> None:
        self.tx = tx
        self.batch: Batch | None = None
        self._journal = journal
        self._receipts = 0

    def record(self, entries: Sequence[Entry], prints: Sequence[PrintRequest] = ()) -> None:
        """Append facts, apply them to the tables, queue the papers. Once per transaction."""
        if self.batch is not None or not entries:
            raise ValueError("one set of entries for each transaction")
        self.batch = self._journal.post(self.tx, entries, prints, self._receipts)

    def next_receipt(self, incarnation: int) -> int:
        """The receipt number after the last one used; it counts as used only with `use_receipt`."""
        return receipts_used(self.tx, incarnation) + 1

    def use_receipt(self, incarnation: int, number: int) -> None:
        """The transaction takes this number."""
        set_receipts_used(self.tx, incarnation, number)
        self._receipts = number


class Journal:
    """Any lane; one writer at a time."""

    def __init__(self, database: Database, box: BlackBox, clock: Clock, ballast: Ballast) -> None:
        self._database = database
        self._box = box
        self._clock = clock
        self._ballast = ballast
        self._boot_id = clock.boot_id()
        self._offset: tuple[int | None, int | None] = (None, None)
        self._listeners: list[Callable[[], None]] = []

    def watch(self, listener: Callable[[], None]) -> None:
        """Call after every durable commit, on the lane that made it; it must not wait or raise."""
        self._listeners.append(listener)

    def head(self) -> tuple[int, int, bytes]:
        """Incarnation, seq and chain of the newest entry; seq 0 and zeros before the first."""
        with self._database.read() as tx:
            return read_head(tx)

    def chain_at(self, incarnation: int, seq: int) -> bytes | None:
        """The chain after one entry, or None where there is no such entry (any more)."""
        found = self._database.row(_CHAIN_AT, (incarnation, seq))
        return None if found is None else bytes(found[0])

    def newest(self, kind: str, limit: int) -> tuple[Fact, ...]:
        """Facts of one kind, the newest first; reads the journal from its end."""
        rows = self._database.rows(_NEWEST, (kind, limit))
        return tuple(from_body(row[0]) for row in rows)

    def verify(self) -> JournalReport:
        """Recompute the whole chain and compare it with the tables and the black box."""
        return check_journal(self._database, self._box)

    def trust_offset(self, offset_ms: int, error_ms: int) -> None:
        """Central's time minus ours, for entries from now on (lane "sync")."""
        self._offset = (offset_ms, error_ms)

    def run(self, work: Callable[[Posting], T]) -> T:
        """Do `work` in one durable transaction, known to the black box before the commit.

        `work` may be called twice: on a full disk the ballast is given back and it is tried again.
        Raises Unavailable("store.disk_full"), Refused("till.not_enrolled"), and what `work` raises.
        """
        try:
            return self._once(work)
        except Unavailable as error:
            if error.key != "store.disk_full" or not self._ballast.free():
                raise
            return self._once(work)

    def check_ready(self) -> None:
        """To be asked before money is taken: can this disk keep another sale?

        Raises Unavailable("store.damaged" | "store.read_only" | "store.disk_full" | "store.busy").
        """
        if self._database.is_suspect:
            raise Unavailable("store.damaged")
        with self._database.write():
            pass
        if not self._ballast.has_room():
            raise Unavailable("store.disk_full")

    def note_paper(self, kind: RecordKind, job_id: str) -> None:
        """Tell the black box that a paper is PRINTING, PRINTED or UNPRINTED (lane of the printer).

        PRINTING is on the disk when this returns, and with it everything before: no paper leaves
        ahead of its COMMIT.
        """
        incarnation, seq, _ = (int(part) for part in job_id.split("-"))
        chain = self.chain_at(incarnation, seq) or b""
        record = Record(kind, incarnation, seq, chain, job_id.encode())
        self._box.append(record, sync=kind is not RecordKind.UNPRINTED)

    def post(
        self, tx: Tx, entries: Sequence[Entry], prints: Sequence[PrintRequest], receipts: int
    ) -> Batch:
        """Write entries, effects and papers; the caller's transaction makes them true or not."""
        incarnation, seq, previous = read_head(tx)
        if not incarnation:
            raise Refused("till.not_enrolled")
        rows: list[BoxedEntry] = []
        chain = previous
        for entry in entries:
            seq += 1
            row = self._boxed(entry, incarnation, seq, chain)
            rows.append(row)
            chain = row.chain
        insert_entries(tx, rows)
        for entry, row in zip(entries, rows, strict=True):
            apply_fact(tx, entry.fact, row.incarnation, row.seq)
        papers = tuple(_boxed_print(request, rows[-1], n) for n, request in enumerate(prints, 1))
        insert_prints(tx, papers, "pending")
        return Batch(previous, receipts, tuple(rows), papers)

    def _once(self, work: Callable[[Posting], T]) -> T:
        with self._database.write() as tx:
            posting = Posting(self, tx)
            result = work(posting)
            if posting.batch is not None:
                self._note(RecordKind.INTENT, posting.batch)
        if posting.batch is not None:
            # The commit stands whether or not this can be written; the next INTENT proves it, too.
            with suppress(Unavailable):
                self._note(RecordKind.COMMIT, posting.batch)
            for listener in self._listeners:
                listener()
        return result

    def _note(self, kind: RecordKind, batch: Batch) -> None:
        is_intent = kind is RecordKind.INTENT
        body = batch_to_bytes(batch) if is_intent else b""
        self._box.append(Record(kind, *batch.place, batch.chain, body), sync=is_intent)

    def _boxed(self, entry: Entry, incarnation: int, seq: int, previous: bytes) -> BoxedEntry:
        fact = entry.fact
        body = to_body(fact)
        digest = sha256(body)
        event_id = fact.head.event_id
        return BoxedEntry(
            incarnation=incarnation,
            seq=seq,
            event_id=event_id,
            kind=kind_of(fact.data),
            schema=SCHEMA,
            aggregate_id=aggregate_of(fact),
            body=body,
            body_sha256=digest,
            chain=next_link(previous, incarnation, seq, event_id, digest),
            wall_ms=self._clock.wall_ms(),
            mono_ms=self._clock.mono_ms(),
            boot_id=self._boot_id,
            server_offset_ms=self._offset[0],
            offset_error_ms=self._offset[1],
            attachments=entry.attachments,
        )


def _boxed_print(request: PrintRequest, last: BoxedEntry, number: int) -> BoxedPrint:
    return BoxedPrint(
        id=f"{last.incarnation}-{last.seq}-{number}",
        kind=request.kind,
        receipt_number=request.document.number,
        document=paper_to_bytes(request.document),
        open_drawer=request.open_drawer,
        copy_of=request.copy_of,
    )
