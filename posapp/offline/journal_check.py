"""`posapp journal verify`: the chain, the tables and the black box, held against each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from posapp.offline.batch import Batch, batch_from_bytes
from posapp.offline.box_format import FIRST_TAG, RecordKind
from posapp.offline.journal_rows import entry_from_row
from posapp.offline.pruned_rows import COUNTED, gone_by_kind, reached, read_tail
from posapp.wire.canonical import sha256
from posapp.wire.chain import FIRST_LINK, next_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from posapp.offline.batch import BoxedEntry
    from posapp.offline.blackbox import BlackBox
    from posapp.offline.database import Database

_NEXT_PAGE: Final = """
    SELECT incarnation, seq, event_id, kind, schema, aggregate_id, body, body_sha256, chain,
           wall_ms, mono_ms, boot_id, srv_offset_ms, offset_err_ms
    FROM outbox WHERE (incarnation, seq) > (?, ?) ORDER BY incarnation, seq LIMIT 500
"""
_COUNTS: Final = """
    SELECT COUNT(*), COUNT(DISTINCT incarnation), COALESCE(SUM(state = 0), 0),
           COALESCE(SUM(state = 1), 0), COALESCE(SUM(state = 2), 0)
    FROM outbox
"""

Starts = dict[int, tuple[int, bytes]]
"""Incarnation -> seq and chain behind which its entries begin, where older ones were pruned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalBreak:
    """The first place that does not hold: where, and a key that says what is wrong there."""

    incarnation: int
    seq: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReport:
    """What `posapp journal verify` says. `broken` is None when everything holds.

    Keys: "journal.gap", "journal.body_changed", "journal.chain_broken", "journal.tables_differ",
    "journal.box_damaged", "journal.box_differs", "journal.box_ahead".
    """

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
    pruned: int = 0
    broken: JournalBreak | None = None

    @property
    def holds(self) -> bool:
        return self.broken is None


def check_journal(database: Database, box: BlackBox) -> JournalReport:
    """Read everything once; memory does not grow with the journal."""
    counts = database.row(_COUNTS) or (0, 0, 0, 0, 0)
    with database.read() as tx:
        starts, gone = reached(tx), gone_by_kind(tx)
    head, broken, kinds = _check_chain(database, starts)
    report = JournalReport(
        entries=counts[0],
        incarnations=counts[1],
        pending=counts[2],
        acknowledged=counts[3],
        quarantined=counts[4],
        head_incarnation=head[0],
        head_seq=head[1],
        head_chain=head[2].hex(),
        box_records=0,
        box_entries=0,
        pruned=sum(gone.values()),
        broken=broken or _check_tables(database, Counter(gone) + Counter(kinds), head),
    )
    return _check_box(database, box, report, starts)


def _check_chain(
    database: Database, starts: Starts
) -> tuple[tuple[int, int, bytes], JournalBreak | None, dict[str, int]]:
    incarnation, seq, chain = 0, 0, FIRST_LINK
    kinds: dict[str, int] = {}
    for entry in _entries(database):
        if entry.incarnation != incarnation:
            incarnation = entry.incarnation
            seq, chain = starts.get(incarnation, (0, FIRST_LINK))
        key = _wrong_with(entry, seq, chain)
        if key:
            broken = JournalBreak(incarnation=entry.incarnation, seq=entry.seq, key=key)
            return (incarnation, seq, chain), broken, kinds
        seq, chain = entry.seq, entry.chain
        kinds[entry.kind] = kinds.get(entry.kind, 0) + 1
    return (incarnation, seq, chain), None, kinds


def _entries(database: Database) -> Iterator[BoxedEntry]:
    place: tuple[int, int] = (0, 0)
    while rows := database.rows(_NEXT_PAGE, place):
        for row in rows:
            yield entry_from_row(row)
        place = (rows[-1][0], rows[-1][1])


def _wrong_with(entry: BoxedEntry, seq: int, chain: bytes) -> str:
    if entry.seq != seq + 1:
        return "journal.gap"
    if sha256(entry.body) != entry.body_sha256:
        return "journal.body_changed"
    link = next_link(chain, entry.incarnation, entry.seq, entry.event_id, entry.body_sha256)
    return "" if link == entry.chain else "journal.chain_broken"


def _check_tables(
    database: Database, kinds: Mapping[str, int], head: tuple[int, int, bytes]
) -> JournalBreak | None:
    for kind, count in COUNTED:
        found = database.row(count) or (0,)
        if found[0] != kinds.get(kind, 0):
            return JournalBreak(incarnation=head[0], seq=head[1], key="journal.tables_differ")
    return None


def _check_box(
    database: Database, box: BlackBox, report: JournalReport, starts: Starts
) -> JournalReport:
    """Every committed transaction of the box stands in the journal with the same chain, or left."""
    records = entries = 0
    broken = report.broken
    link = begins = b""
    beginnings = {FIRST_TAG}
    committed: set[tuple[int, int, bytes]] = set()
    open_batches: list[Batch] = []
    for segment in box.segments():
        begins = begins or segment.first_link
        if (segment.damaged or segment.first_link != (link or begins)) and segment.end:
            broken = broken or _box_break(report, "journal.box_damaged")
        link = segment.last_tag
        for record in segment.records:
            records += 1
            if record.kind is RecordKind.INTENT:
                open_batches.append(batch_from_bytes(record.body))
            elif record.kind is RecordKind.PRUNED:
                beginnings.add(read_tail(record).link)
            elif record.kind is not RecordKind.ABORT:  # each of the others names a commit
                committed.add((record.incarnation, record.seq, record.chain))
        known = [b for b in open_batches if (*b.place, b.chain) in committed]
        open_batches = [b for b in open_batches if (*b.place, b.chain) not in committed]
        committed.clear()
        for batch in known:
            entries += len(batch.entries)
            if batch.place[1] > starts.get(batch.place[0], (0, b""))[0]:
                broken = broken or _compare(database, batch)
    if begins and begins not in beginnings:
        broken = broken or _box_break(report, "journal.box_damaged")
    return replace(report, box_records=records, box_entries=entries, broken=broken)


def _box_break(report: JournalReport, key: str) -> JournalBreak:
    return JournalBreak(incarnation=report.head_incarnation, seq=report.head_seq, key=key)


def _compare(database: Database, batch: Batch) -> JournalBreak | None:
    incarnation, seq = batch.place
    found = database.row(
        "SELECT chain FROM outbox WHERE incarnation = ? AND seq = ?", (incarnation, seq)
    )
    if found is None:
        return JournalBreak(incarnation=incarnation, seq=seq, key="journal.box_ahead")
    if found[0] != batch.chain:
        return JournalBreak(incarnation=incarnation, seq=seq, key="journal.box_differs")
    return None
