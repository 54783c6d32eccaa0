"""The sync lane over the till's real stores: pushes, settles, pauses, and ends when it is told to."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from posapp.clock import ManualClock
from posapp.errors import OutcomeUnknown, Unavailable
from posapp.offline.bootstrap import fill_cache
from posapp.offline.cache_store import CacheStore
from posapp.offline.sync import Sync, SyncParts
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import Failure
from posapp.offline.sync_state import Till as Speaker
from posapp.offline.sync_status import LinkState, SyncStatus
from tests.offline.model_calls import ModelCalls

if TYPE_CHECKING:
    from tests.offline.tills import Till


class Lane:
    """A sync lane with everything around it, and a list of the snapshots that it gave."""

    def __init__(self, till: Till, cache: CacheStore):
        self.till = till
        self.calls = ModelCalls("terminal-1")
        self.central = self.calls.central
        self.clock = till.clock
        self.cache = cache
        self.snapshots: list[SyncStatus] = []
        self.offsets: list[tuple[int, int]] = []
        self.jitter = lambda least, most: most
        self.sync = self.make()

    def make(self) -> Sync:
        store = self.till.store
        return Sync(
            SyncParts(
                till=Speaker(terminal_id="terminal-1", app_version="1", run_id="run"),
                hands=StoreHands(store.journal, store.outbox, store.identity, self.cache),
                calls=self.calls,
                clock=self.clock,
                jitter=lambda least, most: self.jitter(least, most),
                on_status=self.snapshots.append,
                on_offset=lambda ms, error_ms: self.offsets.append((ms, error_ms)),
            )
        )

    def journal(self, count: int) -> None:
        for _ in range(count):
            self.till.store.outbox.append(self.till.audit())

    def depth(self) -> int:
        return self.till.store.outbox.depth()[0]

    def arrived(self) -> int:
        return len(self.central.books.inbox)


@pytest.fixture
def lane(till, tmp_path):
    cache = CacheStore.open(tmp_path / "cache", b"\x06" * 32)
    yield Lane(till, cache)
    cache.close()


@pytest.fixture
def running(lane):
    """The lane at work on a thread of its own, in real time, without pauses worth the name."""
    lane.clock = RealClock()
    lane.jitter = lambda least, most: 20
    lane.sync = lane.make()
    thread = threading.Thread(target=lane.sync.run)
    thread.start()
    yield lane
    lane.sync.stop()
    thread.join(10)
    assert not thread.is_alive()


class RealClock(ManualClock):
    def mono_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


def until(is_so) -> None:
    """Wait for another thread; a test that hopes in vain fails."""
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def test_everything_that_waits_is_pushed_and_settled(lane):
    lane.journal(230)
    status = lane.sync.run_until_idle()
    assert (lane.depth(), lane.arrived()) == (0, 230)
    assert lane.calls.asked == ["hello", "push", "push", "push", "pull"]
    assert (status.link, status.waiting, status.problem) == (LinkState.ONLINE, 0, "")


def test_feed_reaches_the_cache_page_by_page(lane):
    for _ in range(30):
        lane.central.write_row()
    lane.sync.run_until_idle()
    assert lane.calls.asked.count("pull") > 1
    assert lane.cache.cursor() == (f"e1:{lane.central.books.head}", "e1")


def test_unreachable_central_leaves_everything_waiting_and_says_since_when(lane):
    lane.journal(3)
    lane.calls.fail.append(Failure.UNREACHABLE)
    status = lane.sync.run_until_idle()
    assert (status.link, status.waiting, status.is_online) == (LinkState.OFFLINE, 3, False)
    assert status.offline_since_ms == lane.clock.wall_ms()
    assert status.oldest_ms is not None
    assert lane.sync.run_until_idle().link is LinkState.ONLINE
    assert lane.depth() == 0


def test_answer_that_is_lost_leads_to_a_duplicate_not_to_a_second_posting(lane):
    lane.journal(2)
    lane.sync.run_until_idle()
    lane.till.store.outbox.resend_from(1, 1)
    lane.sync.run_until_idle()
    assert (lane.depth(), lane.arrived()) == (0, 2)


def test_central_that_answers_badly_is_degraded_not_offline(lane):
    lane.sync.run_until_idle()
    lane.calls.fail.extend([Failure.SERVER_ERROR])
    assert lane.sync.run_until_idle().link is LinkState.DEGRADED


def test_store_that_does_not_work_pauses_the_lane_and_loses_nothing(lane, monkeypatch):
    def full(*_):
        raise Unavailable("store.disk_full")

    lane.journal(2)
    with monkeypatch.context() as broken:
        broken.setattr(lane.till.store.outbox, "settle", full)
        status = lane.sync.run_until_idle()
    assert (status.problem, lane.depth()) == ("store.disk_full", 2)
    assert lane.sync.run_until_idle().problem == ""
    assert lane.depth() == 0


def test_offset_of_centrals_clock_is_passed_on(lane):
    lane.sync.run_until_idle()
    offset = lane.sync.status.offset
    assert offset is not None
    assert lane.offsets[-1] == (offset.ms, offset.error_ms)


def test_restored_central_gets_back_what_it_forgot(lane):
    lane.journal(3)
    lane.central.back_up()
    lane.sync.run_until_idle()
    lane.central.restore()
    lane.sync.run_until_idle()
    assert lane.arrived() == 3
    assert lane.till.store.identity.sync_state().epoch == "e2"


def test_backed_up_seq_is_kept(lane):
    lane.journal(3)
    lane.sync.run_until_idle()
    lane.central.back_up()
    lane.sync.run_until_idle()
    assert lane.till.store.identity.sync_state().durable_seq == 3


def test_running_lane_pushes_what_is_journalled_without_being_asked_twice(running):
    until(lambda: running.sync.status.is_online)
    running.journal(3)
    running.sync.outbox_changed()
    until(lambda: running.depth() == 0)
    assert running.arrived() == 3


def test_running_lane_comes_back_by_itself_after_an_outage(running):
    until(lambda: running.sync.status.is_online)
    running.calls.fail.extend([Failure.UNREACHABLE] * 3)
    running.journal(1)
    running.sync.outbox_changed()
    until(lambda: running.depth() == 0)
    assert any(each.link is LinkState.OFFLINE for each in running.snapshots)


def test_offline_lane_tells_how_much_waits_after_each_sale(running):
    running.jitter = lambda least, most: 3_600_000
    running.calls.fail.extend([Failure.UNREACHABLE] * 99)
    until(lambda: running.snapshots and not running.sync.status.is_online)
    running.journal(2)
    running.sync.outbox_changed()
    until(lambda: running.sync.status.waiting == 2)


def test_person_can_cut_a_pause_short(running):
    running.jitter = lambda least, most: 3_600_000
    running.calls.fail.append(Failure.UNREACHABLE)
    until(lambda: running.snapshots and not running.sync.status.is_online)
    running.sync.nudge()
    until(lambda: running.sync.status.is_online)


def test_stop_ends_a_call_that_waits_and_touches_no_store_again(lane):
    reached, is_over = threading.Event(), threading.Event()

    def wait(name):
        reached.set()
        is_over.wait(30)

    lane.calls.before = wait
    lane.calls.cut = lambda: (setattr(lane.calls, "is_cut", True), is_over.set())
    lane.journal(1)
    thread = threading.Thread(target=lane.sync.run)
    thread.start()
    assert reached.wait(10)
    lane.sync.stop()
    thread.join(10)
    assert not thread.is_alive()
    assert lane.depth() == 1
    assert lane.calls.asked == ["hello"]


def test_first_feed_is_fetched_completely_and_goes_on_where_it_stopped(lane):
    for _ in range(20):
        lane.central.write_row()
    lane.calls.before = lambda name: (
        lane.calls.fail.append(Failure.UNREACHABLE) if len(lane.calls.asked) == 2 else None
    )
    ids = iter(f"r{number}" for number in range(99))
    with pytest.raises(Unavailable, match=r"central\.unreachable"):
        fill_cache(lane.calls, lane.cache, lambda: next(ids))
    came: list[int] = []
    rows = fill_cache(lane.calls, lane.cache, lambda: next(ids), came.append)
    assert came[-1] == rows
    assert rows + 4 == len(lane.central.books.feed)
    assert lane.cache.cursor()[0] == f"e1:{lane.central.books.head}"


def test_cursor_of_a_former_epoch_empties_the_cache_once(lane):
    lane.cache.apply((), "e0:9", "e0")
    ids = iter("abcdef")
    assert fill_cache(lane.calls, lane.cache, lambda: next(ids)) == 0
    assert lane.calls.asked == ["pull", "pull"]


def test_central_that_never_knows_the_cursor_is_not_asked_for_ever(lane):
    lane.calls.fail.extend([Failure.GONE] * 9)
    ids = iter("abcdef")
    with pytest.raises(Exception, match=r"central\.refused"):
        fill_cache(lane.calls, lane.cache, lambda: next(ids))
    assert len(lane.calls.asked) == 2


def test_page_of_another_epoch_is_not_mixed_in(lane, monkeypatch):
    lane.cache.apply((), "e1:0", "e1")
    original = lane.central.pull

    def other_epoch(*words):
        return msgspec.structs.replace(original(*words), epoch="e7")

    monkeypatch.setattr(lane.central, "pull", other_epoch)
    with pytest.raises(OutcomeUnknown):
        fill_cache(lane.calls, lane.cache, lambda: "r")
    assert lane.cache.cursor() == ("e1:0", "e1")
