"""The two databases of a simulated till: what is durable, what a power cut takes, what a torn log loses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from posapp.offline.batch import Batch, BoxedEntry
from posapp.offline.box_format import RecordKind
from posapp.offline.identity import SyncState
from posapp.offline.outbox import OutboxItem
from posapp.offline.recovery import plan
from posapp.wire.canonical import sha256
from posapp.wire.chain import FIRST_LINK, next_link
from posapp.wire.facts import SCHEMA, aggregate_of, kind_of, to_body
from posapp.wire.sync import SETTLED, FeedRow
from tests.simulation.box import Box
from tests.simulation.goods import cash_of, holds_of, read, sale_of
from tests.simulation.lent import Lent, after
from tests.simulation.plants import Plant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.offline.recovery import Plan
    from posapp.wire.facts import Fact
    from posapp.wire.sync import ItemResult

CHECKPOINT = 12
Place = tuple[int, int]
Strike = Callable[[str], None]


class Crash(Exception):
    """The program ends, here."""


class Log:
    """The newest commits of a database, and how each is undone: what a write-ahead log can lose."""

    def __init__(self) -> None:
        self._tail: list[tuple[bool, Callable[[], None]]] = []

    def committed(self, undo: Callable[[], None], *, relaxed: bool = False) -> None:
        """A durable commit makes the relaxed ones before it durable, too."""
        if not relaxed:
            self._tail = [(False, each) for _, each in self._tail]
        self._tail = [*self._tail[-CHECKPOINT:], (relaxed, undo)]

    def unsynced(self) -> int:
        count = 0
        while count < len(self._tail) and self._tail[-1 - count][0]:
            count += 1
        return count

    def lose(self, count: int) -> int:
        lost = min(count, len(self._tail))
        for _ in range(lost):
            self._tail.pop()[1]()
        return lost

    def __len__(self) -> int:
        return len(self._tail)


@dataclass
class TillDisk:
    """till.db: the journal with what was acknowledged, the sales, central's epoch; and the box."""

    strike: Strike
    plant: Plant
    rows: list[OutboxItem] = field(default_factory=list)
    acked: dict[Place, str] = field(default_factory=dict)
    sales: dict[str, int] = field(default_factory=dict)
    drawer: int = 0
    receipts: dict[int, int] = field(default_factory=dict)
    kept: SyncState = field(default_factory=SyncState)
    incarnation: int = 1
    attempts: dict[str, str] = field(default_factory=dict)
    box: Box = field(default_factory=Box)
    log: Log = field(default_factory=Log)
    ever: set[str] = field(default_factory=set)
    lent: Lent = field(default_factory=Lent)

    # The journal

    def next_receipt(self) -> int:
        return self.receipts.get(self.head()[0], 0) + 1

    def commit(self, facts: Sequence[Fact], at_ms: int, receipt: int = 0) -> Batch:
        """Facts, their journal entries and the receipt number, in one transaction known to the box."""
        batch = self._batch(facts, at_ms, receipt)
        self.strike("box.before_intent")
        self.box.note(RecordKind.INTENT, batch, sync=not self.plant.box_unsynced)
        self.strike("box.after_intent")
        self.strike("sale.before_commit")
        if self.plant.sale_and_outbox_apart:
            self._keep_sales(batch)
            self.strike("sale.after_commit")
        self._insert(batch)
        self.ever.update(entry.event_id for entry in batch.entries)
        self.strike("sale.after_commit")
        self.box.note(RecordKind.COMMIT, batch, sync=False)
        return batch

    def print_paper(self, batch: Batch) -> None:
        """PRINTING is on the disk before the first byte leaves."""
        self.strike("print.before")
        job = f"{batch.place[0]}-{batch.place[1]}-1".encode()
        self.box.note(RecordKind.PRINTING, batch, sync=not self.plant.box_unsynced, body=job)

    def head(self) -> tuple[int, int, bytes]:
        """As the real journal: a newer incarnation of the enrolment begins again at seq 1."""
        newest = self.rows[-1] if self.rows else None
        if newest is None or newest.incarnation < self.incarnation:
            return self.incarnation, 0, FIRST_LINK
        return newest.incarnation, newest.seq, newest.chain

    def forgets(self, found: Plan) -> bool:
        """Whether a transaction without a paper was durable, and neither file proves it any more."""
        return any(e.event_id in self.ever for batch in found.abort for e in batch.entries)

    def recover(self) -> Plan:
        """Start-up: the product's own rule over what the box kept."""
        found = plan(self.head(), self.box.records)
        if self.plant.box_not_asked:
            return found
        for batch in found.restore:
            self._insert(batch)
        for batch in found.unlinked:
            number = max(self.receipts.get(batch.place[0], 0), batch.receipts)
            self.receipts[batch.place[0]] = number
        for batch in found.abort:
            self.box.note(RecordKind.ABORT, batch, sync=True)
        for batch in found.confirm:
            self.box.note(RecordKind.COMMIT, batch, sync=True)
        if self.head()[0] > self.incarnation and not self.plant.keeps_old_incarnation:
            self.set_incarnation(self.head()[0])
        return found

    def put_attempt(self, hold_id: str, member: str) -> None:
        """A request for a hold is put down before it is sent."""
        self.attempts[hold_id] = member
        self.log.committed(lambda: self.attempts.pop(hold_id, None))

    def put_lent(self, lent: Lent) -> None:
        """One durable change of what is known about leases."""
        self.strike("lease.before")
        before = self.lent
        self.lent = lent

        def undo() -> None:
            self.lent = before

        self.log.committed(undo)
        self.strike("lease.after")

    # The outbox, as the sync lane sees it

    def pending(self, limit: int, max_bytes: int, after: Place = (0, 0)) -> tuple[OutboxItem, ...]:
        found: list[OutboxItem] = []
        size = 0
        for row in self.rows:
            place = (row.incarnation, row.seq)
            if place in self.acked or place <= after:
                continue
            size += len(row.body)
            is_full = size > max_bytes or len(found) == limit
            if found and (is_full or row.incarnation != found[0].incarnation):
                break
            found.append(row)
        return tuple(found)

    def settle(self, results: Iterable[ItemResult], epoch: str) -> None:
        self.strike("settle.before")
        mine = {(row.seq, row.event_id): (row.incarnation, row.seq) for row in self.rows}
        wanted = [
            mine[result.seq, result.event_id]
            for result in results
            if result.outcome in SETTLED and (result.seq, result.event_id) in mine
        ]
        new = [place for place in wanted if place not in self.acked]
        self.acked.update(dict.fromkeys(new, epoch))
        self.log.committed(lambda: self._unsettle(new), relaxed=True)
        self.strike("settle.after")

    def resend_from(self, incarnation: int, seq: int) -> int:
        self.strike("adopt.before")
        again = {
            place: epoch
            for place, epoch in self.acked.items()
            if place[0] < incarnation or (place[0] == incarnation and place[1] >= seq)
        }
        self._unsettle(again)
        self.log.committed(lambda: self.acked.update(again))
        self.strike("adopt.between")
        return len(again)

    def depth(self) -> tuple[int, int | None]:
        waiting = [r.wall_ms for r in self.rows if (r.incarnation, r.seq) not in self.acked]
        return len(waiting), min(waiting, default=None)

    def sync_state(self) -> SyncState:
        return self.kept

    def save_sync_state(self, state: SyncState) -> None:
        before = self.kept
        self.kept = state

        def undo() -> None:
            self.kept = before

        self.log.committed(undo)
        self.strike("adopt.after")

    def set_incarnation(self, incarnation: int) -> None:
        """What was known to be backed up counted in the old one."""
        self.strike("renew.before")
        before = self.incarnation, self.kept
        self.incarnation, self.kept = incarnation, SyncState(epoch=self.kept.epoch)

        def undo() -> None:
            self.incarnation, self.kept = before

        self.log.committed(undo)
        self.strike("renew.after")

    # Copies

    def copy_of_database(self) -> TillDisk:
        """What a backup of till.db holds; the box is a file of its own."""
        return TillDisk(
            strike=self.strike,
            plant=self.plant,
            rows=list(self.rows),
            acked=dict(self.acked),
            sales=dict(self.sales),
            drawer=self.drawer,
            receipts=dict(self.receipts),
            attempts=dict(self.attempts),
            kept=self.kept,
            incarnation=self.incarnation,
            ever=self.ever,
            lent=self.lent,
        )

    def _unsettle(self, places: Iterable[Place]) -> None:
        for place in places:
            self.acked.pop(place, None)

    def _keep_sales(self, batch: Batch) -> None:
        for entry in batch.entries:
            data = read(entry.body)
            sale = sale_of(data)
            if sale is not None:
                self.sales[sale.id] = sale.net

    def _insert(self, batch: Batch) -> None:
        rows, drawer, count = len(self.rows), self.drawer, self.receipts.get(batch.place[0], 0)
        sales, attempts, lent = dict(self.sales), dict(self.attempts), self.lent
        self.rows.extend(_item(entry) for entry in batch.entries)
        self._keep_sales(batch)
        for data in (read(entry.body) for entry in batch.entries):
            self.drawer += cash_of(data)
            if not (self.plant.lease_not_spent and sale_of(data)):
                self.lent = after(self.lent, data)
            for hold_id in holds_of(data):
                self.attempts.pop(hold_id, None)
        if batch.receipts and not self.plant.receipt_in_memory:
            self.receipts[batch.place[0]] = max(count, batch.receipts)

        def undo() -> None:
            del self.rows[rows:]
            self.sales, self.drawer, self.attempts, self.lent = sales, drawer, attempts, lent
            self.receipts[batch.place[0]] = count

        self.log.committed(undo)

    def _batch(self, facts: Sequence[Fact], at_ms: int, receipt: int) -> Batch:
        incarnation, seq, previous = self.head()
        chain, entries = previous, []
        for fact in facts:
            seq += 1
            entry = _boxed(fact, incarnation, seq, chain, at_ms)
            entries.append(entry)
            chain = entry.chain
        return Batch(previous, receipt, tuple(entries))


def _boxed(fact: Fact, incarnation: int, seq: int, previous: bytes, at_ms: int) -> BoxedEntry:
    body = to_body(fact)
    digest, event_id = sha256(body), fact.head.event_id
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
        wall_ms=at_ms,
        mono_ms=at_ms,
        boot_id="boot",
        server_offset_ms=None,
        offset_error_ms=None,
    )


def _item(entry: BoxedEntry) -> OutboxItem:
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
        server_offset_ms=None,
        offset_error_ms=None,
        attempts=0,
    )


@dataclass
class CacheDisk:
    """cache.db: rows by key with their versions, tombstones too, and the cursor behind them.

    `losses` counts the power cuts that took its last commits: then a cursor goes back rightly.
    """

    strike: Strike
    plant: Plant
    rows: dict[str, FeedRow] = field(default_factory=dict)
    place: tuple[str, str] = ("", "")
    losses: int = 0
    log: Log = field(default_factory=Log)

    def cursor(self) -> tuple[str, str]:
        return self.place

    def clear(self) -> None:
        self.strike("clear.before")
        rows = self.rows if self.plant.clear_keeps_rows else {}
        self._become(rows, ("", ""))
        self.strike("clear.after")

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None:
        self.strike("apply.before")
        if self.plant.cursor_before_rows:
            self._become(self.rows, (cursor, epoch))
            self.strike("apply.after")
        if self.plant.tombstone_lost:
            rows = [row for row in rows if row.op == "u"]
        fresh = {row.k: row for row in rows if row.v > self._version(row.k)}
        self._become(self.rows | fresh, (cursor, epoch))
        self.strike("apply.after")

    def values(self) -> dict[str, bytes]:
        return {key: bytes(row.d) for key, row in self.rows.items() if row.op == "u"}

    def lose(self, count: int) -> None:
        self.losses += bool(self.log.lose(count))

    def _become(self, rows: dict[str, FeedRow], place: tuple[str, str]) -> None:
        before = self.rows, self.place
        self.rows, self.place = rows, place

        def undo() -> None:
            self.rows, self.place = before

        self.log.committed(undo, relaxed=True)

    def _version(self, key: str) -> int:
        return self.rows[key].v if key in self.rows else 0
