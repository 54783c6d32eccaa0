"""The two stores of a simulated till: what is committed survives a crash, and a crash can come anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from posapp.offline.identity import SyncState
from posapp.offline.outbox import OutboxItem
from posapp.wire.canonical import sha256
from posapp.wire.chain import FIRST_LINK, next_link
from posapp.wire.facts import SCHEMA, aggregate_of, kind_of, to_body
from posapp.wire.sync import SETTLED, FeedRow
from tests.simulation.plants import Plant
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.wire.facts import Fact
    from posapp.wire.sync import ItemResult


class Crash(Exception):
    """The power goes, here."""


@dataclass
class TillDisk:
    """till.db: the journal with what was acknowledged, the sales, central's epoch."""

    crash: Callable[[str], None]
    plant: Plant
    rows: list[OutboxItem] = field(default_factory=list)
    acked: dict[int, str] = field(default_factory=dict)
    sales: dict[str, int] = field(default_factory=dict)
    kept: SyncState = field(default_factory=SyncState)
    incarnation: int = 1

    def commit(self, fact: Fact, sale_id: str, net: int, at_ms: int) -> None:
        """The sale and its journal entry, in one transaction."""
        row = self._row(fact, at_ms)
        self.crash("sale.before_commit")
        if self.plant.sale_and_outbox_apart:
            self.sales[sale_id] = net
            self.crash("sale.between")
        self.sales[sale_id] = net
        self.rows.append(row)
        self.crash("sale.after_commit")

    def head(self) -> tuple[int, int, bytes]:
        chain = self.rows[-1].chain if self.rows else FIRST_LINK
        return self.incarnation, len(self.rows), chain

    def pending(
        self, limit: int, max_bytes: int, after: tuple[int, int] = (0, 0)
    ) -> tuple[OutboxItem, ...]:
        found: list[OutboxItem] = []
        size = 0
        for row in self.rows:
            if row.seq in self.acked or (row.incarnation, row.seq) <= after:
                continue
            size += len(row.body)
            if found and (size > max_bytes or len(found) == limit):
                break
            found.append(row)
        return tuple(found)

    def settle(self, results: Iterable[ItemResult], epoch: str) -> None:
        self.crash("settle.before")
        mine = {(row.seq, row.event_id) for row in self.rows}
        for result in results:
            if result.outcome in SETTLED and (result.seq, result.event_id) in mine:
                self.acked[result.seq] = epoch
        self.crash("settle.after")

    def resend_from(self, incarnation: int, seq: int) -> int:
        self.crash("adopt.before")
        again = [number for number in self.acked if number >= seq]
        for number in again:
            del self.acked[number]
        self.crash("adopt.between")
        return len(again)

    def depth(self) -> tuple[int, int | None]:
        waiting = [row.wall_ms for row in self.rows if row.seq not in self.acked]
        return len(waiting), min(waiting, default=None)

    def sync_state(self) -> SyncState:
        return self.kept

    def save_sync_state(self, state: SyncState) -> None:
        self.kept = state

    def check_chain(self) -> None:
        """A10: dense, and every link follows from the one before."""
        chain = FIRST_LINK
        for seq, row in enumerate(self.rows, start=1):
            digest = sha256(row.body)
            chain = next_link(chain, row.incarnation, seq, row.event_id, digest)
            if (row.seq, row.chain, row.body_sha256) != (seq, chain, digest):
                raise Violation("A10", row.event_id)

    def _row(self, fact: Fact, at_ms: int) -> OutboxItem:
        body = to_body(fact)
        digest = sha256(body)
        incarnation, last, chain = self.head()
        seq, event_id = last + 1, fact.head.event_id
        return OutboxItem(
            incarnation=incarnation,
            seq=seq,
            event_id=event_id,
            kind=kind_of(fact.data),
            schema=SCHEMA,
            aggregate_id=aggregate_of(fact),
            body=body,
            body_sha256=digest,
            chain=next_link(chain, incarnation, seq, event_id, digest),
            wall_ms=at_ms,
            mono_ms=at_ms,
            boot_id="boot",
            server_offset_ms=None,
            offset_error_ms=None,
            attempts=0,
        )


@dataclass
class CacheDisk:
    """cache.db: rows by key with their versions, tombstones too, and the cursor behind them."""

    crash: Callable[[str], None]
    plant: Plant
    rows: dict[str, FeedRow] = field(default_factory=dict)
    place: tuple[str, str] = ("", "")

    def cursor(self) -> tuple[str, str]:
        return self.place

    def clear(self) -> None:
        self.crash("clear.before")
        self.rows, self.place = {}, ("", "")

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None:
        self.crash("apply.before")
        if self.plant.cursor_before_rows:
            self.place = (cursor, epoch)
            self.crash("apply.between")
        fresh = {row.k: row for row in rows if row.v > self._version(row.k)}
        self.rows = self.rows | fresh
        self.place = (cursor, epoch)
        self.crash("apply.after")

    def values(self) -> dict[str, bytes]:
        return {key: bytes(row.d) for key, row in self.rows.items() if row.op == "u"}

    def _version(self, key: str) -> int:
        return self.rows[key].v if key in self.rows else 0
