"""A model of central: inbox and ledger in one commit, a gap-free feed, epochs, backups, restores."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from posapp.wire.canonical import sha256
from posapp.wire.facts import SaleData, from_body
from posapp.wire.sync import (
    DeadLetterReply,
    FeedRow,
    HelloReply,
    HelloRequest,
    ItemOutcome,
    ItemResult,
    PullReply,
    PushItem,
    PushReply,
    PushRequest,
)
from tests.simulation.world import START_MS, Violation

if TYPE_CHECKING:
    from tests.simulation.world import World

ROWS_PER_PAGE = 4
KEYS = 8
POISON_REFUSED = "poison: the whole request is refused"
POISON_QUARANTINED = "poison: quarantined"

Place = tuple[str, int, int]


class Refusal(Exception):
    """A 4xx: "refused" for the whole request, or "gone" for a cursor."""


@dataclass
class Books:
    """What central's database holds; copied for a backup."""

    inbox: dict[str, tuple[Place, str, ItemResult]] = field(default_factory=dict)
    places: dict[Place, str] = field(default_factory=dict)
    posted: list[tuple[str, int]] = field(default_factory=list)
    quarantine: dict[str, str] = field(default_factory=dict)
    feed: dict[str, FeedRow] = field(default_factory=dict)
    head: int = 0

    def copy(self) -> Books:
        return Books(
            inbox=dict(self.inbox),
            places=dict(self.places),
            posted=list(self.posted),
            quarantine=dict(self.quarantine),
            feed=dict(self.feed),
            head=self.head,
        )

    def expect_seq(self, terminal: str, incarnation: int) -> int:
        """The lowest seq that is missing."""
        seq = 1
        while (terminal, incarnation, seq) in self.places:
            seq += 1
        return seq


class Central:
    """Handles one request at a time; its commit is the last thing before the answer."""

    def __init__(self, world: World):
        self._world = world
        self.books = Books()
        self.epoch = 1
        self.backup = self.books.copy()
        self.uncommitted: list[Books] = []
        self.rows_written = 0

    def hello(self, request: HelloRequest) -> HelloReply:
        mine = (request.terminal_id, request.incarnation)
        return HelloReply(
            request_id=request.request_id,
            protocol=1,
            epoch=self._epoch(),
            incarnation=request.incarnation,
            expect_seq=self.books.expect_seq(*mine),
            durable_seq=self.backup.expect_seq(*mine) - 1,
            server_time_ms=self._now_ms(),
        )

    def push(self, request: PushRequest) -> PushReply:
        if any(POISON_REFUSED in item.body for item in request.items):
            raise Refusal("refused")
        books = self.books.copy()
        results = [self._take(books, request, item) for item in request.items]
        self._commit(books)
        return PushReply(
            request_id=request.request_id,
            epoch=self._epoch(),
            incarnation=request.incarnation,
            server_time_ms=self._now_ms(),
            durable_seq=self.backup.expect_seq(request.terminal_id, request.incarnation) - 1,
            items=tuple(each for each in results if each is not None),
        )

    def dead_letter(self, request_id: str, terminal: str, item: PushItem) -> DeadLetterReply:
        place = (terminal, 1, item.seq)
        self.books.quarantine[item.event_id] = item.body
        self.books.places.setdefault(place, item.event_id)
        return DeadLetterReply(request_id=request_id, epoch=self._epoch(), incarnation=1)

    def pull(self, request_id: str, cursor: str, limit: int) -> PullReply:
        epoch, _, place = cursor.partition(":")
        if cursor and epoch != self._epoch():
            raise Refusal("gone")
        after = int(place or 0)
        rows = sorted((r for r in self.books.feed.values() if r.v > after), key=lambda r: r.v)
        page = rows[: min(limit, ROWS_PER_PAGE)]
        reached = page[-1].v if page else after
        return PullReply(
            request_id=request_id,
            epoch=self._epoch(),
            rows=tuple(page),
            next=f"{self._epoch()}:{reached}",
            more=len(rows) > len(page),
            head=self.books.head,
            min_pos=0,
            server_time_ms=self._now_ms(),
        )

    def write_row(self) -> None:
        """Somebody at head office changes or deletes a product; the commit takes a moment."""
        self.rows_written += 1
        key = f"p{self._world.between(1, KEYS)}"
        op = "d" if self._world.happens(200) else "u"
        value = msgspec.Raw(str(self.rows_written).encode())
        early = None
        if self._world.plant.takes_place_before_commit:
            self.books.head += 1
            early = self.books.head
        epoch = self.epoch

        def commit() -> None:
            if epoch != self.epoch:
                return
            if early is None:
                self.books.head += 1
            self.books.feed[key] = FeedRow(
                t="product", k=key, v=early or self.books.head, op=op, d=value
            )

        self._world.later(self._world.between(1, 3_000), "central.row", commit)

    def back_up(self) -> None:
        self.backup = self.books.copy()

    def restore(self) -> None:
        """The last backup is all that is left; the epoch says so to everybody."""
        self.books = self.backup.copy()
        self.uncommitted.clear()
        self.epoch += 1

    def crash(self) -> None:
        self.uncommitted.clear()

    def values(self) -> dict[str, bytes]:
        return {key: bytes(row.d) for key, row in self.books.feed.items() if row.op == "u"}

    def _take(self, books: Books, request: PushRequest, item: PushItem) -> ItemResult | None:
        place = (request.terminal_id, request.incarnation, item.seq)
        known = books.inbox.get(item.event_id)
        if known is not None and not self._world.plant.posts_again:
            return _again(known, item)
        if books.places.get(place, item.event_id) != item.event_id:
            raise Violation("I2", f"two facts at {place}")
        if self._world.happens(self._world.faults.server_error):
            # One item fails for a moment, or is not mentioned at all: it stays the till's.
            return self._world.random.choice((_result(item, ItemOutcome.RETRY_LATER), None))
        outcome = self._post(books, item)
        result = _result(item, outcome)
        books.inbox[item.event_id] = (place, item.body_sha256, result)
        books.places[place] = item.event_id
        return result

    def _post(self, books: Books, item: PushItem) -> ItemOutcome:
        if sha256(item.body.encode()).hex() != item.body_sha256:
            raise Violation("wire", "body and digest differ")
        fact = from_body(item.body.encode())
        if POISON_QUARANTINED in item.body or not isinstance(fact.data, SaleData):
            books.quarantine[item.event_id] = item.body
            return ItemOutcome.QUARANTINED
        books.posted.append((fact.data.sale.id, fact.data.sale.net))
        return ItemOutcome.APPLIED

    def _commit(self, books: Books) -> None:
        if not self._world.plant.answers_before_commit:
            self.books = books
            return
        self.uncommitted.append(books)

        def commit() -> None:
            if books in self.uncommitted:
                self.uncommitted.remove(books)
                self.books = books

        self._world.later(self._world.between(1, 2_000), "central.late_commit", commit)

    def _epoch(self) -> str:
        return f"e{self.epoch}"

    def _now_ms(self) -> int:
        return START_MS + self._world.now_ms


def _result(item: PushItem, outcome: ItemOutcome) -> ItemResult:
    return ItemResult(seq=item.seq, event_id=item.event_id, outcome=outcome, after_ms=500)


def _again(known: tuple[Place, str, ItemResult], item: PushItem) -> ItemResult:
    _, digest, first = known
    if digest != item.body_sha256:
        return _result(item, ItemOutcome.FORK)
    is_applied = first.outcome is ItemOutcome.APPLIED
    return _result(item, ItemOutcome.DUPLICATE if is_applied else first.outcome)
