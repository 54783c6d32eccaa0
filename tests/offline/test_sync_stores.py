"""What the sync lane needs of its stores: one suite for the till's own and for the simulator's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from posapp.offline.cache_store import CacheStore
from posapp.offline.identity import SyncState
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import (
    AdoptEpoch,
    Apply,
    ClearFeed,
    Now,
    ReadOutbox,
    ReadPlace,
    Settle,
)
from posapp.wire.sync import FeedRow, ItemOutcome, ItemResult
from tests.offline.tills import Till
from tests.simulation.disks import CacheDisk, TillDisk
from tests.simulation.plants import NO_PLANT

NOW = Now(1, 1)
FAR = 10**9


@dataclass
class Stores:
    """The store hands over either kind, and a way to journal one more fact."""

    hands: StoreHands
    journal_one: Any
    feed: Any
    value_of: Any

    def journal(self, count: int) -> None:
        for _ in range(count):
            self.journal_one()

    def pending(self, limit: int = FAR, max_bytes: int = FAR, after=(0, 0)) -> list[int]:
        read = ReadOutbox(limit=limit, max_bytes=max_bytes, after=after)
        return [item.seq for item in self.hands.carry_out(read, NOW).items]

    def item(self, seq: int):
        read = ReadOutbox(limit=1, max_bytes=FAR, after=(0, seq - 1) if seq == 1 else (1, seq - 1))
        return self.hands.carry_out(read, NOW).items[0]

    def settle(self, *results: ItemResult, epoch: str = "e1") -> None:
        self.hands.carry_out(Settle(results=results, epoch=epoch), NOW)

    def result(self, seq: int, outcome=ItemOutcome.APPLIED) -> ItemResult:
        return ItemResult(seq=seq, event_id=self.item(seq).event_id, outcome=outcome)

    def apply(self, *rows: FeedRow, cursor: str, epoch: str = "e1") -> None:
        self.hands.carry_out(Apply(rows=rows, cursor=cursor, epoch=epoch), NOW)


@pytest.fixture(params=["real", "simulated"])
def stores(request, tmp_path):
    till = Till(tmp_path / "till")
    yield _real(till, tmp_path) if request.param == "real" else _simulated(till)
    till.store.close()


def _real(till: Till, folder) -> Stores:
    cache = CacheStore.open(folder / "cache", b"\x05" * 32)
    store = till.store
    hands = StoreHands(store.journal, store.outbox, store.identity, cache)
    names = lambda key: {c.id: c.name for c in cache.categories()}.get(key)  # noqa: E731
    return Stores(hands, lambda: store.outbox.append(till.audit()), cache, names)


def _simulated(till: Till) -> Stores:
    disk = TillDisk(lambda point: None, NO_PLANT)
    cache = CacheDisk(lambda point: None, NO_PLANT)
    journal_one = lambda: disk.commit((till.audit().fact,), 1)  # noqa: E731

    def value_of(key: str) -> str | None:
        body = cache.values().get(key)
        return None if body is None else msgspec.json.decode(body)["name"]

    return Stores(StoreHands(disk, disk, disk, cache), journal_one, cache, value_of)


def row(key: str, version: int, name: str = "") -> FeedRow:
    body = msgspec.json.encode({"id": key, "name": name}) if name else b"null"
    return FeedRow(t="category", k=key, v=version, op="u" if name else "d", d=msgspec.Raw(body))


def test_place_begins_empty_and_follows_the_journal(stores):
    first = stores.hands.carry_out(ReadPlace(), NOW).place
    assert (first.incarnation, first.max_seq, first.waiting) == (1, 0, 0)
    assert (first.cursor, first.cursor_epoch, first.chain_head) == ("", "", "00" * 32)
    stores.journal(2)
    place = stores.hands.carry_out(ReadPlace(), NOW).place
    assert (place.max_seq, place.waiting) == (2, 2)
    assert place.chain_head == stores.item(2).chain


def test_pending_comes_in_order_and_within_its_limits(stores):
    stores.journal(4)
    assert stores.pending() == [1, 2, 3, 4]
    assert stores.pending(limit=2) == [1, 2]
    assert stores.pending(max_bytes=1) == [1]
    assert stores.pending(after=(1, 2)) == [3, 4]
    assert stores.pending(after=(1, 4)) == []


def test_items_travel_with_their_exact_bytes(stores):
    stores.journal(1)
    item = stores.item(1)
    assert (item.kind, item.schema) == ("audit.v1", 1)
    assert len(bytes.fromhex(item.body_sha256)) == len(bytes.fromhex(item.chain)) == 32
    assert msgspec.json.decode(item.body)["data"]["kind"] == "audit.v1"


@pytest.mark.parametrize(
    "outcome", [ItemOutcome.APPLIED, ItemOutcome.DUPLICATE, ItemOutcome.QUARANTINED]
)
def test_settled_entry_is_pending_no_more(stores, outcome):
    stores.journal(3)
    stores.settle(stores.result(2, outcome))
    assert stores.pending() == [1, 3]
    assert stores.hands.waiting()[0] == 2


@pytest.mark.parametrize(
    "outcome", [ItemOutcome.DEPENDS, ItemOutcome.RETRY_LATER, ItemOutcome.FORK]
)
def test_other_outcomes_leave_it_pending(stores, outcome):
    stores.journal(1)
    stores.settle(stores.result(1, outcome))
    assert stores.pending() == [1]


def test_foreign_ids_settle_nothing(stores):
    stores.journal(2)
    mine = stores.result(2)
    stores.settle(ItemResult(seq=1, event_id=mine.event_id, outcome=ItemOutcome.APPLIED))
    stores.settle(ItemResult(seq=9, event_id=stores.item(1).event_id, outcome=ItemOutcome.APPLIED))
    assert stores.pending() == [1, 2]


def test_settling_twice_changes_nothing(stores):
    stores.journal(1)
    result = stores.result(1)
    stores.settle(result)
    stores.settle(result)
    assert stores.pending() == []


def test_new_epoch_makes_entries_from_a_place_on_pending_again(stores):
    stores.journal(4)
    stores.settle(*(stores.result(seq) for seq in (1, 2, 3)))
    stores.hands.carry_out(AdoptEpoch(epoch="e2", resend_from=2), NOW)
    assert stores.pending() == [2, 3, 4]
    assert stores.hands.carry_out(ReadPlace(), NOW).place.epoch == "e2"


def test_durable_seq_only_grows_and_keeps_the_epoch(stores):
    stores.hands.carry_out(AdoptEpoch(epoch="e1", resend_from=1), NOW)
    stores.hands.keep_durable(7)
    stores.hands.keep_durable(3)
    assert stores.hands._kept.sync_state() == SyncState(epoch="e1", durable_seq=7)


def test_page_and_cursor_are_stored_together(stores):
    stores.apply(row("c1", 1, "饮料"), row("c2", 2, "零食"), cursor="k2")
    assert stores.feed.cursor() == ("k2", "e1")
    assert (stores.value_of("c1"), stores.value_of("c2")) == ("饮料", "零食")


def test_older_row_never_replaces_a_newer_one(stores):
    stores.apply(row("c1", 5, "新"), cursor="k5")
    stores.apply(row("c1", 4, "旧"), cursor="k6")
    stores.apply(row("c1", 5, "同"), cursor="k7")
    assert stores.value_of("c1") == "新"
    assert stores.feed.cursor()[0] == "k7"


def test_late_row_does_not_bring_back_what_was_deleted(stores):
    stores.apply(row("c1", 1, "饮料"), cursor="k1")
    stores.apply(row("c1", 3), cursor="k3")
    stores.apply(row("c1", 2, "饮料"), cursor="k3")
    assert stores.value_of("c1") is None


def test_cleared_feed_begins_at_the_beginning(stores):
    stores.apply(row("c1", 9, "饮料"), cursor="k9")
    stores.hands.carry_out(ClearFeed(), NOW)
    assert stores.feed.cursor() == ("", "")
    assert stores.value_of("c1") is None
    stores.apply(row("c1", 1, "再来"), cursor="k1", epoch="e2")
    assert stores.value_of("c1") == "再来"
