"""Carries out what the sync core asks of the two stores; the network is somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from posapp.offline.identity import SyncState
from posapp.offline.sync_state import (
    AdoptEpoch,
    AdoptIncarnation,
    Apply,
    ClearFeed,
    OutboxRead,
    Place,
    PlaceRead,
    ReadOutbox,
    ReadPlace,
    Settle,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from posapp.offline.outbox import OutboxItem
    from posapp.offline.sync_state import Now
    from posapp.wire.leases import LeaseHeld
    from posapp.wire.sync import FeedRow, ItemResult

StoreCommand = ReadPlace | ReadOutbox | Settle | AdoptEpoch | AdoptIncarnation | ClearFeed | Apply


class Outbox(Protocol):
    """The journal's waiting part: the till's store, and the simulator's."""

    def pending(
        self, limit: int, max_bytes: int, after: tuple[int, int] = ...
    ) -> tuple[OutboxItem, ...]: ...

    def settle(self, results: Iterable[ItemResult], epoch: str) -> object: ...

    def resend_from(self, incarnation: int, seq: int) -> int: ...

    def depth(self) -> tuple[int, int | None]: ...


class Head(Protocol):
    """The journal's newest entry: the till's journal, and the simulator's."""

    def head(self) -> tuple[int, int, bytes]: ...


class Kept(Protocol):
    """What sync keeps in till.db."""

    def sync_state(self) -> SyncState: ...

    def save_sync_state(self, state: SyncState) -> None: ...

    def set_incarnation(self, incarnation: int) -> None: ...


class Feed(Protocol):
    """The cache of central's feed: cache.db, and the simulator's."""

    def cursor(self) -> tuple[str, str]: ...

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None: ...

    def clear(self) -> None: ...


class StoreHands:
    """One command at a time, on the lane that synchronises. Store errors (PosError) pass."""

    def __init__(
        self,
        journal: Head,
        outbox: Outbox,
        kept: Kept,
        feed: Feed,
        held: Callable[[], tuple[LeaseHeld, ...]] = tuple,
    ) -> None:
        self._journal = journal
        self._outbox = outbox
        self._kept = kept
        self._feed = feed
        self._held = held

    def carry_out(self, command: StoreCommand, now: Now) -> PlaceRead | OutboxRead | None:
        """Do it and tell what was read, where something was asked for."""
        match command:
            case ReadPlace():
                return PlaceRead(now, self.place())
            case ReadOutbox(limit=limit, max_bytes=max_bytes, after=after):
                items = self._outbox.pending(limit, max_bytes, after)
                incarnation = items[0].incarnation if items else 0
                return OutboxRead(now, incarnation, tuple(item.to_push() for item in items))
            case Settle(results=results, epoch=epoch):
                self._outbox.settle(results, epoch)
            case AdoptEpoch(epoch=epoch, resend_from=seq):
                self._adopt(epoch, seq)
            case AdoptIncarnation(incarnation=incarnation):
                self._kept.set_incarnation(incarnation)
            case ClearFeed():
                self._feed.clear()
            case Apply(rows=rows, cursor=cursor, epoch=epoch):
                self._feed.apply(rows, cursor, epoch)
        return None

    def place(self) -> Place:
        incarnation, seq, chain = self._journal.head()
        cursor, cursor_epoch = self._feed.cursor()
        return Place(
            incarnation=incarnation,
            max_seq=seq,
            chain_head=chain.hex(),
            waiting=self._outbox.depth()[0],
            epoch=self._kept.sync_state().epoch,
            cursor=cursor,
            cursor_epoch=cursor_epoch,
            leases=self._held(),
        )

    def waiting(self) -> tuple[int, int | None]:
        """How many entries wait and the wall ms of the oldest."""
        return self._outbox.depth()

    def keep_durable(self, seq: int) -> None:
        """Remember up to which seq central's own backup reaches."""
        kept = self._kept.sync_state()
        if seq > kept.durable_seq:
            self._kept.save_sync_state(SyncState(epoch=kept.epoch, durable_seq=seq))

    def _adopt(self, epoch: str, seq: int) -> None:
        # The epoch last: a crash in between repeats the whole, and sending twice is harmless.
        incarnation = self._journal.head()[0]
        self._outbox.resend_from(incarnation, seq)
        self._kept.save_sync_state(SyncState(epoch=epoch))
