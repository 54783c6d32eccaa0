"""Old entries that central's verified backup holds leave the journal, a few at a time.

How old is never read from an entry's own clock: marks by central's time say how far the journal
was on which day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from posapp.offline.batch import batch_from_bytes
from posapp.offline.box_format import Record, RecordKind
from posapp.offline.identity import read_sync_state
from posapp.offline.journal_rows import read_head
from posapp.offline.pruned_rows import kept_of, reached, tail_of, take_out

if TYPE_CHECKING:
    from posapp.offline.blackbox import BlackBox
    from posapp.offline.box_format import Segment
    from posapp.offline.database import Database, Row, Tx

KEPT_MS: Final = 35 * 86_400_000
MARK_EVERY_MS: Final = 20 * 3_600_000
STEP_ENTRIES: Final = 100

_NEWEST_MARK: Final = "SELECT at_ms FROM prune_mark ORDER BY at_ms DESC LIMIT 1"
_MARK_BEFORE: Final = """
    SELECT at_ms, incarnation, seq FROM prune_mark WHERE at_ms <= ? ORDER BY at_ms DESC LIMIT 1
"""
_OLDEST: Final = """
    SELECT incarnation, seq, chain, kind, body, state, acked_epoch, server_pos FROM outbox
    WHERE (incarnation, seq) >= (?1, 0) AND (incarnation, seq) <= (?2, ?3)
    ORDER BY incarnation, seq LIMIT ?4
"""
_NEXT_INCARNATION: Final = """
    SELECT incarnation FROM outbox WHERE incarnation > ? ORDER BY incarnation, seq LIMIT 1
"""
_SETTLED: Final = """
    SELECT COUNT(*) FROM outbox WHERE incarnation = ? AND seq BETWEEN ? AND ? AND state <> 0
"""
_BACKED_UP: Final = """
    SELECT server_pos FROM outbox WHERE incarnation = ? AND seq = ? AND acked_epoch = ?
"""
_ANY_BEFORE: Final = "SELECT 1 FROM outbox WHERE (incarnation, seq) < (?, ?) LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Up to where entries may go, all of it as central says it now.

    `seq` counts in `incarnation`, the present one; `pos` is central's place of that entry, so that
    older incarnations are measured by it. `aged` is as far as the journal was at `aged_ms`, which
    is 35 days ago at least.
    """

    epoch: str
    incarnation: int
    seq: int
    pos: int
    aged: tuple[int, int]
    aged_ms: int
    head: tuple[int, int]

    def let_go(self, row: Row) -> bool:
        incarnation, seq, _, _, _, state, epoch, pos = row
        if not state or not (incarnation, seq) <= self.aged or (incarnation, seq) == self.head:
            return False
        if incarnation == self.incarnation:
            return int(seq) <= self.seq
        return epoch == self.epoch and 0 < (pos or 0) <= self.pos


class Pruning:
    """Lane "care". Every step is short, and costs the same however long the till has run."""

    def __init__(self, database: Database, box: BlackBox) -> None:
        self._database = database
        self._box = box
        self._looked_at = ""
        self._begins: tuple[int, int, bytes] | None = None
        self._link = b""

    def mark(self, now_ms: int) -> None:
        """Once a day, by central's time: how far the journal is."""
        with self._database.read() as tx:
            newest = tx.row(_NEWEST_MARK)
            incarnation, seq, _ = read_head(tx)
        if not seq or (newest is not None and 0 <= now_ms - newest[0] < MARK_EVERY_MS):
            return
        with self._database.write(relaxed=True) as tx:
            tx.run("DELETE FROM prune_mark WHERE at_ms > ?", (now_ms,))
            tx.run("INSERT OR REPLACE INTO prune_mark VALUES (?, ?, ?)", (now_ms, incarnation, seq))

    def step(self, now_ms: int) -> int:
        """Let the oldest entries go that may; how many went. `now_ms` is central's time."""
        with self._database.read() as tx:
            limits = _limits(tx, now_ms - KEPT_MS)
            rows = _oldest(tx, limits) if limits is not None else []
        if limits is None or not rows:
            return 0
        kept = [each for row in rows if (each := kept_of(row[3], row[4])) is not None]
        span = (rows[0][0], rows[0][1], rows[-1][1])
        # A commit that goes with the power is done again: nothing else depends on it.
        with self._database.write(relaxed=True) as tx:
            # Central may have been restored since: then they wait again and have to stay.
            settled = tx.row(_SETTLED, span)
            if _limits(tx, now_ms - KEPT_MS) != limits or settled != (len(rows),):
                return 0
            take_out(tx, rows, kept)
            tx.run("DELETE FROM prune_mark WHERE at_ms < ?", (limits.aged_ms,))
        return len(rows)

    def step_box(self) -> bool:
        """Delete the oldest file of the black box when all that it tells has left the journal."""
        begins = self._beginning()
        if begins is None:
            return False
        incarnation, seq, chain = begins
        with self._database.read() as tx:
            gone = reached(tx)
            behind = max(gone, default=0) if seq == 0 else incarnation
            has_left = behind in gone and gone[behind][0] >= seq
            if not has_left or tx.row(_ANY_BEFORE, (incarnation, seq + 1)):
                return False
            tail = tail_of(tx, incarnation, self._link)
        body = msgspec.msgpack.encode(tail)
        self._box.drop_oldest(Record(RecordKind.PRUNED, incarnation, seq, chain, body))
        return True

    def _beginning(self) -> tuple[int, int, bytes] | None:
        """The place in front of the second file's first entry; read once for each oldest file."""
        oldest = self._box.oldest()
        if oldest and (oldest != self._looked_at or self._begins is None):
            segment = self._box.after_oldest()
            self._looked_at, self._link = oldest, segment.first_link
            self._begins = _first_place(segment)
        return self._begins if oldest else None


def _first_place(segment: Segment) -> tuple[int, int, bytes] | None:
    for record in segment.records:
        if record.kind is RecordKind.INTENT:
            batch = batch_from_bytes(record.body)
            return batch.entries[0].incarnation, batch.entries[0].seq - 1, batch.previous
    return None


def _limits(tx: Tx, aged_ms: int) -> Limits | None:
    mark = tx.row(_MARK_BEFORE, (aged_ms,))
    enrolled = tx.row("SELECT incarnation FROM enrolment")
    known = read_sync_state(tx)
    if mark is None or enrolled is None or not known.epoch:
        return None
    incarnation, seq = int(enrolled[0]), known.durable_seq
    backed_up = tx.row(_BACKED_UP, (incarnation, seq, known.epoch))
    return Limits(
        epoch=known.epoch,
        incarnation=incarnation,
        seq=seq,
        pos=(backed_up[0] or 0) if backed_up else 0,
        aged=(mark[1], mark[2]),
        aged_ms=mark[0],
        head=read_head(tx)[:2],
    )


def _oldest(tx: Tx, limits: Limits) -> list[Row]:
    """The first entries of the first incarnation that may let some go."""
    incarnation = 0
    while found := tx.row(_NEXT_INCARNATION, (incarnation,)):
        incarnation = found[0]
        last = limits.aged if incarnation == limits.aged[0] else (incarnation, 2**62)
        if incarnation > limits.aged[0]:
            break
        going: list[Row] = []
        for row in tx.rows(_OLDEST, (incarnation, *last, STEP_ENTRIES)):
            if not limits.let_go(row):
                break
            going.append(row)
        if going:
            return going
    return []
