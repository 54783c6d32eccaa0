"""A small model of central for the sync lane: inbox, feed, epochs, a backup; it never fails by itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import msgspec

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

ROWS_PER_PAGE = 4
KEYS = 8
NOW_MS = 1_795_219_200_000


class Refusal(Exception):
    """A 4xx: "refused" for the whole request, or "gone" for a cursor."""


@dataclass(frozen=True)
class Books:
    """What central's database holds."""

    inbox: dict[str, PushItem] = field(default_factory=dict)
    feed: dict[str, FeedRow] = field(default_factory=dict)
    head: int = 0

    def reached(self) -> int:
        """Up to which seq nothing is missing."""
        seqs = {item.seq for item in self.inbox.values()}
        seq = 0
        while seq + 1 in seqs:
            seq += 1
        return seq


class ModelCentral:
    """One till's central; every request is done at once."""

    def __init__(self) -> None:
        self.books = self.backup = Books()
        self.epoch = 1

    def hello(self, request: HelloRequest) -> HelloReply:
        return HelloReply(
            request_id=request.request_id,
            protocol=1,
            epoch=f"e{self.epoch}",
            incarnation=request.incarnation,
            expect_seq=self.books.reached() + 1,
            durable_seq=self.backup.reached(),
            server_time_ms=NOW_MS,
        )

    def push(self, request: PushRequest) -> PushReply:
        known = self.books.inbox
        results = [
            ItemResult(
                seq=item.seq,
                event_id=item.event_id,
                outcome=ItemOutcome.DUPLICATE if item.event_id in known else ItemOutcome.APPLIED,
            )
            for item in request.items
        ]
        fresh = {item.event_id: item for item in request.items}
        self.books = replace(self.books, inbox=fresh | known)
        return PushReply(
            request_id=request.request_id,
            epoch=f"e{self.epoch}",
            incarnation=request.incarnation,
            server_time_ms=NOW_MS,
            durable_seq=self.backup.reached(),
            items=tuple(results),
        )

    def dead_letter(self, request_id: str, incarnation: int) -> DeadLetterReply:
        return DeadLetterReply(
            request_id=request_id, epoch=f"e{self.epoch}", incarnation=incarnation
        )

    def pull(self, request_id: str, cursor: str, limit: int) -> PullReply:
        epoch, _, place = cursor.partition(":")
        if cursor and epoch != f"e{self.epoch}":
            raise Refusal("gone")
        after = int(place or 0)
        rows = sorted((r for r in self.books.feed.values() if r.v > after), key=lambda r: r.v)
        page = rows[: min(limit, ROWS_PER_PAGE)]
        return PullReply(
            request_id=request_id,
            epoch=f"e{self.epoch}",
            rows=tuple(page),
            next=f"e{self.epoch}:{page[-1].v if page else after}",
            more=len(rows) > len(page),
            head=self.books.head,
            min_pos=0,
            server_time_ms=NOW_MS,
        )

    def write_row(self) -> None:
        """Somebody at head office changes a product."""
        head = self.books.head + 1
        row = FeedRow(
            t="product", k=f"p{head % KEYS}", v=head, op="u", d=msgspec.Raw(str(head).encode())
        )
        self.books = replace(self.books, feed=self.books.feed | {row.k: row}, head=head)

    def back_up(self) -> None:
        self.backup = self.books

    def restore(self) -> None:
        self.books = self.backup
        self.epoch += 1
