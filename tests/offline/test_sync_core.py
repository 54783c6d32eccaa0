"""The step function of synchronising, event by event."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import pytest

from posapp.offline.clock_offset import Offset
from posapp.offline.sync_core import HELLO_EVERY_MS, step
from posapp.offline.sync_pause import is_open
from posapp.offline.sync_state import (
    AdoptEpoch,
    AdoptIncarnation,
    Answered,
    Apply,
    ClearFeed,
    Conversation,
    Failed,
    Failure,
    Now,
    Nudged,
    OutboxChanged,
    OutboxRead,
    Phase,
    Place,
    PlaceRead,
    ReadOutbox,
    ReadPlace,
    Report,
    SendDeadLetter,
    SendHello,
    SendPull,
    SendPush,
    Settle,
    Tick,
    Till,
    Wait,
)
from posapp.wire.sync import (
    DeadLetterReply,
    FeedRow,
    HelloReply,
    Hints,
    ItemOutcome,
    ItemResult,
    PullReply,
    PushItem,
    PushReply,
)

PLACE = Place(
    incarnation=1, max_seq=9, chain_head="ab", waiting=2, epoch="e1", cursor="c1", cursor_epoch="e1"
)
ROW = FeedRow(t="product", k="p1", v=1, op="u", d=msgspec.Raw(b"{}"))


def item(seq: int) -> PushItem:
    return PushItem(
        seq=seq,
        event_id=f"event-{seq}",
        kind="audit.v1",
        schema=1,
        aggregate_id=f"event-{seq}",
        body="{}",
        body_sha256="",
        chain="",
        wall_ms=0,
        mono_ms=0,
        boot_id="",
    )


def result(seq: int, outcome: ItemOutcome = ItemOutcome.APPLIED, **more) -> ItemResult:
    return ItemResult(seq=seq, event_id=f"event-{seq}", outcome=outcome, **more)


@dataclass
class Talker:
    """Feeds the core and remembers what it asked for last."""

    talk: Conversation = field(
        default_factory=lambda: Conversation(
            till=Till(terminal_id="t1", app_version="1", run_id="run")
        )
    )
    now: Now = field(default_factory=lambda: Now(1_000_000, 50_000))
    commands: tuple = ()

    def feed(self, event):
        self.talk, self.commands = step(self.talk, event)
        return self

    def later(self, ms: int):
        self.now = Now(self.now.wall_ms + ms, self.now.mono_ms + ms)
        return self

    def tick(self):
        return self.feed(Tick(self.now))

    def place(self, place: Place = PLACE):
        return self.feed(PlaceRead(self.now, place))

    def items(self, *seqs: int):
        return self.feed(OutboxRead(self.now, 1, tuple(item(seq) for seq in seqs)))

    def answer(self, reply):
        return self.feed(Answered(now=self.now, sent_mono_ms=self.now.mono_ms, reply=reply))

    def fail(self, kind: Failure, **more):
        request_id = self.talk.asked.request_id if self.talk.asked else ""
        return self.feed(Failed(now=self.now, kind=kind, request_id=request_id, **more))

    def hello(self, **more):
        facts = {
            "request_id": self.asked,
            "protocol": 1,
            "epoch": "e1",
            "incarnation": 1,
            "expect_seq": 8,
            "durable_seq": 3,
            "server_time_ms": self.now.wall_ms + 5_000,
        }
        return self.answer(HelloReply(**(facts | more)))

    def pushed(self, *results: ItemResult, **more):
        facts = {
            "request_id": self.asked,
            "epoch": "e1",
            "incarnation": 1,
            "server_time_ms": self.now.wall_ms,
            "durable_seq": 4,
            "items": results,
        }
        return self.answer(PushReply(**(facts | more)))

    def page(self, *rows: FeedRow, **more):
        facts = {
            "request_id": self.asked,
            "epoch": "e1",
            "rows": rows,
            "next": "c1",
            "more": False,
            "head": 1,
            "min_pos": 0,
            "server_time_ms": self.now.wall_ms,
        }
        return self.answer(PullReply(**(facts | more)))

    def dead_letter_stored(self):
        return self.answer(DeadLetterReply(request_id=self.asked, epoch="e1", incarnation=1))

    @property
    def asked(self) -> str:
        return self.talk.asked.request_id

    def the(self, kind):
        found = [command for command in self.commands if isinstance(command, kind)]
        assert len(found) == 1, self.commands
        return found[0]

    def has(self, kind) -> bool:
        return any(isinstance(command, kind) for command in self.commands)


@pytest.fixture
def greeted() -> Talker:
    """Said hello and about to read the outbox."""
    return Talker().tick().place().hello()


@pytest.fixture
def idle(greeted) -> Talker:
    return greeted.items().page()


def test_first_tick_says_hello_with_where_the_stores_stand():
    talker = Talker().tick()
    assert talker.commands == (ReadPlace(),)
    request = talker.place().the(SendHello).request
    assert (request.max_seq, request.chain_head, request.epoch, request.cursor) == (
        9,
        "ab",
        "e1",
        "c1",
    )
    assert (request.outbox_depth, request.mono_ms) == (2, 50_000)


def test_after_hello_facts_go_up_before_the_feed_comes_down(greeted):
    assert greeted.the(ReadOutbox).after == (0, 0)
    push = greeted.items(8, 9).the(SendPush).request
    assert [each.seq for each in push.items] == [8, 9]
    settle = greeted.pushed(result(8), result(9, ItemOutcome.DUPLICATE)).the(Settle)
    assert [each.seq for each in settle.results] == [8, 9]
    assert greeted.the(ReadOutbox).after == (1, 9)
    assert greeted.items().the(SendPull).cursor == "c1"
    page = greeted.page(ROW, next="c2").the(Apply)
    assert (page.rows, page.cursor, page.epoch) == ((ROW,), "c2", "e1")
    assert greeted.talk.phase is Phase.IDLE
    assert greeted.the(Wait) == Wait(least_ms=2_000, most_ms=2_000)


def test_only_listed_entries_are_settled_and_the_rest_is_tried_again_soon(greeted):
    greeted.items(7, 8, 9).pushed(result(8))
    assert [each.seq for each in greeted.the(Settle).results] == [8]
    greeted.items().page()
    assert greeted.the(Wait).most_ms == 1_000
    assert greeted.later(1_000).tick().the(ReadOutbox).after == (0, 0)


@pytest.mark.parametrize(
    ("outcome", "more", "wait_ms"),
    [
        (ItemOutcome.DEPENDS, {"depends_on": "x"}, 1_000),
        (ItemOutcome.RETRY_LATER, {"after_ms": 1_500}, 1_500),
        (ItemOutcome.RETRY_LATER, {"after_ms": -7}, 1_000),
    ],
)
def test_unsettled_outcomes_stay_pending_and_hold_up_nothing(greeted, outcome, more, wait_ms):
    greeted.items(8).pushed(result(8, outcome, **more))
    assert not greeted.has(Settle)
    assert greeted.the(ReadOutbox).after == (1, 8)
    assert greeted.items().page().the(Wait).most_ms == wait_ms


def test_stuck_entry_is_not_sent_again_with_every_poll(greeted):
    fork = result(8, ItemOutcome.FORK)
    greeted.items(8).pushed(fork).items().place().hello().items(8).pushed(fork).items().page()
    assert greeted.talk.problem == "sync.fork"
    assert greeted.the(Wait).most_ms == 2_000
    assert greeted.later(2_000).tick().has(SendPull)
    greeted.page()
    assert greeted.feed(OutboxChanged()).has(ReadOutbox)


def test_foreign_result_is_ignored_and_reported(greeted):
    greeted.items(8).pushed(result(8), result(77))
    assert [each.seq for each in greeted.the(Settle).results] == [8]
    assert greeted.talk.problem == "sync.foreign_result"


def test_same_seq_with_another_event_id_settles_nothing(greeted):
    other = ItemResult(seq=8, event_id="event-other", outcome=ItemOutcome.APPLIED)
    assert not greeted.items(8).pushed(other).has(Settle)


@pytest.mark.parametrize("wrong", [{"epoch": "e2"}, {"incarnation": 2}])
def test_answer_of_another_epoch_or_incarnation_settles_nothing(greeted, wrong):
    greeted.items(8).pushed(result(8), **wrong)
    assert not greeted.has(Settle)
    assert greeted.talk.phase is Phase.BACKING_OFF


def test_stray_answers_and_failures_change_nothing(greeted):
    greeted.items(8)
    before = greeted.talk
    assert greeted.pushed(result(8), request_id="run-0").commands == ()
    assert (
        greeted.feed(Failed(now=greeted.now, kind=Failure.REFUSED, request_id="run-0")).commands
        == ()
    )
    assert greeted.talk == before


def test_answer_of_the_wrong_kind_is_a_failure(greeted):
    greeted.items(8).page()
    assert greeted.talk.last_failure is Failure.BAD_REPLY


def test_refused_batch_is_halved_until_the_one_bad_item_is_a_dead_letter(greeted):
    greeted.items(6, 7, 8, 9).fail(Failure.REFUSED, key="wire.not_understood")
    assert greeted.the(ReadOutbox).limit == 2
    greeted.items(6, 7).fail(Failure.REFUSED)
    assert greeted.the(ReadOutbox).limit == 1
    letter = greeted.items(6).fail(Failure.REFUSED).the(SendDeadLetter)
    assert letter.item.seq == 6
    settled = greeted.dead_letter_stored().the(Settle).results[0]
    assert (settled.seq, settled.outcome, settled.code) == (
        6,
        ItemOutcome.QUARANTINED,
        "sync.dead_letter",
    )
    assert greeted.the(ReadOutbox).after == (1, 6)


def test_item_whose_dead_letter_is_refused_stays_pending_with_an_alarm(greeted):
    greeted.items(6).fail(Failure.REFUSED).fail(Failure.REFUSED)
    assert not greeted.has(Settle)
    assert greeted.the(ReadOutbox).after == (1, 6)
    assert greeted.talk.problem == "sync.item_stuck"


def test_unanswered_push_halves_the_batch_and_success_grows_it_slowly(greeted):
    greeted.items(8).fail(Failure.NO_ANSWER).tick().place().hello()
    assert greeted.the(ReadOutbox).limit == 50
    greeted.items(8).pushed(result(8))
    assert greeted.the(ReadOutbox).limit == 60


def test_central_may_ask_for_less_but_not_for_nonsense(greeted):
    talker = Talker().tick().place().hello(hints=Hints(max_items=0, max_bytes=1, next_ms=-5))
    assert (talker.the(ReadOutbox).limit, talker.the(ReadOutbox).max_bytes) == (1, 16 * 1024)
    assert talker.items().page().the(Wait).most_ms == 250
    talker = (
        Talker().tick().place().hello(hints=Hints(max_items=9**9, max_bytes=9**9, next_ms=9**9))
    )
    assert (talker.the(ReadOutbox).limit, talker.the(ReadOutbox).max_bytes) == (100, 256 * 1024)


def test_new_epoch_sends_everything_again_whatever_stands_there_and_fetches_the_feed_anew():
    talker = Talker().tick().place().hello(epoch="e2", expect_seq=5, durable_seq=4)
    kinds = [type(command) for command in talker.commands]
    assert talker.the(AdoptEpoch) == AdoptEpoch(epoch="e2", resend_from=1)
    assert kinds.index(AdoptEpoch) < kinds.index(ReadOutbox)
    assert talker.has(ClearFeed)
    assert talker.items().the(SendPull).cursor == ""


def test_first_hello_ever_takes_the_epoch_and_keeps_an_empty_cursor():
    fresh = Place(
        incarnation=1, max_seq=0, chain_head="", waiting=0, epoch="", cursor="", cursor_epoch=""
    )
    talker = Talker().tick().place(fresh).hello(expect_seq=1)
    assert talker.has(AdoptEpoch)
    assert not talker.has(ClearFeed)


def test_fork_is_told_once_with_the_next_hello_before_anything_else(greeted):
    greeted.items(8, 9).pushed(result(8, ItemOutcome.FORK), result(9))
    assert greeted.the(Settle).results[0].seq == 9
    assert greeted.items().commands == (ReadPlace(),)
    assert greeted.place().the(SendHello).request.forked


def test_new_incarnation_is_adopted_before_anything_is_pushed_under_it():
    place = msgspec.structs.replace(PLACE, epoch="e0")
    talker = Talker().tick().place(place).hello(incarnation=2, expect_seq=1, because="restored")
    kinds = [type(each) for each in talker.commands]
    assert kinds == [AdoptIncarnation, AdoptEpoch, Report, ReadOutbox]
    assert talker.the(AdoptIncarnation) == AdoptIncarnation(incarnation=2)
    assert (talker.talk.notice, talker.talk.problem) == ("sync.now_after_restore", "")
    assert talker.items(8).the(SendPush).request.incarnation == 1
    assert talker.pushed(result(8), durable_seq=99).talk.durable_seq == 3


def test_fork_of_an_older_incarnation_does_not_ask_for_another():
    talker = Talker().tick().place().hello(incarnation=2, expect_seq=1, because="copied")
    assert talker.talk.notice == "sync.now_after_copy"
    talker.items(8).pushed(result(8, ItemOutcome.FORK)).items()
    assert talker.has(SendPull)


def test_till_that_central_knows_to_be_longer_pushes_nothing(greeted):
    talker = Talker().tick().place().hello(expect_seq=99)
    assert talker.has(SendPull)
    assert talker.talk.problem == "sync.till_restored"
    assert talker.page().feed(OutboxChanged()).commands == ()
    assert talker.later(2_000).tick().has(SendPull)


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"incarnation": 0}, "sync.incarnation_changed"),
        ({"protocol": 9}, "sync.update_needed"),
        ({"expect_seq": 0}, ""),
        ({"epoch": ""}, ""),
    ],
)
def test_hello_that_makes_no_sense_leads_to_no_push(wrong, problem):
    talker = Talker().tick().place().hello(**wrong)
    assert talker.talk.phase is Phase.BACKING_OFF
    assert talker.talk.problem == problem


def test_next_page_follows_at_once_and_new_facts_go_first(greeted):
    greeted.items().page(ROW, next="c2", more=True)
    assert greeted.the(SendPull).cursor == "c2"
    greeted.feed(OutboxChanged())
    assert greeted.page(ROW, next="c3", more=True).has(ReadOutbox)
    assert greeted.items().the(SendPull).cursor == "c3"


def test_page_without_news_writes_nothing(greeted):
    assert not greeted.items().page().has(Apply)


def test_entry_journalled_between_read_and_answer_is_not_forgotten(greeted):
    greeted.feed(OutboxChanged()).items()
    assert greeted.has(SendPull)
    assert greeted.page().has(ReadOutbox)


def test_gone_cursor_empties_the_cache_and_starts_over(greeted):
    greeted.items().fail(Failure.GONE)
    kinds = [type(command) for command in greeted.commands]
    assert kinds.index(ClearFeed) < kinds.index(Wait)
    assert greeted.tick().commands == (ReadPlace(),)


def test_change_in_the_outbox_wakes_an_idle_till(idle):
    assert idle.feed(OutboxChanged()).has(ReadOutbox)


def test_idle_till_polls_and_greets_again_after_five_minutes(idle):
    assert idle.later(2_000).tick().has(ReadOutbox)
    idle.items().page()
    assert idle.later(HELLO_EVERY_MS).tick().commands == (ReadPlace(),)


def test_backing_off_doubles_and_stops_at_its_cap():
    talker = Talker()
    most = []
    for _ in range(9):
        talker.tick().place().fail(Failure.UNREACHABLE)
        most.append(talker.the(Wait).most_ms)
    assert most == [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]
    assert is_open(talker.talk)


def test_hello_alone_does_not_forget_that_pushes_fail(greeted):
    for failures in range(1, 4):
        greeted.items(8).fail(Failure.SERVER_ERROR)
        assert greeted.the(Wait).most_ms == 1_000 << (failures - 1)
        greeted.tick().place().hello()
    greeted.items(8).pushed(result(8))
    assert greeted.talk.failures == 0


@pytest.mark.parametrize(("asked_ms", "least_ms"), [(7_000, 7_000), (10**9, 900_000), (-1, 0)])
def test_retry_after_is_honoured_up_to_a_quarter_of_an_hour(greeted, asked_ms, least_ms):
    greeted.items().fail(Failure.BUSY, retry_after_ms=asked_ms)
    assert greeted.the(Wait).least_ms == least_ms


def test_outbox_change_does_not_break_the_pause_but_a_person_does(greeted):
    greeted.items().fail(Failure.UNREACHABLE)
    assert greeted.feed(OutboxChanged()).commands == ()
    assert greeted.feed(Nudged(greeted.now)).commands == (ReadPlace(),)
    assert greeted.feed(Nudged(greeted.now)).commands == ()


def test_store_failure_pauses_whatever_was_under_way(greeted):
    greeted.items(8).feed(Failed(now=greeted.now, kind=Failure.STORE, key="store.disk_full"))
    assert (greeted.talk.phase, greeted.talk.problem) == (Phase.BACKING_OFF, "store.disk_full")
    assert greeted.talk.asked is None


def test_success_ends_the_outage_and_keeps_when_it_was(greeted):
    greeted.items().fail(Failure.UNREACHABLE)
    began = greeted.talk.offline_since_ms
    assert began == greeted.now.wall_ms
    assert greeted.has(Report)
    greeted.later(9_000).tick().place()
    assert greeted.talk.offline_since_ms == began
    greeted.hello()
    assert greeted.talk.offline_since_ms == 0
    assert greeted.talk.last_success_ms == greeted.now.wall_ms


def test_clock_offset_is_taken_from_the_shortest_round_trip():
    talker = Talker().tick().place()
    talker.feed(
        Answered(
            now=talker.now,
            sent_mono_ms=talker.now.mono_ms - 200,
            reply=HelloReply(
                request_id=talker.asked,
                protocol=1,
                epoch="e1",
                incarnation=1,
                expect_seq=8,
                durable_seq=0,
                server_time_ms=talker.now.wall_ms + 4_900,
            ),
        )
    )
    assert talker.talk.clock.at(talker.now.wall_ms, talker.now.mono_ms) == Offset(5_000, 100)


def test_events_of_another_phase_change_nothing(greeted, idle):
    asleep = Talker()
    assert asleep.place().commands == ()
    assert asleep.items(1).commands == ()
    assert asleep.fail(Failure.NO_ANSWER).commands == ()
    assert Talker().tick().feed(Tick(Now(1, 1))).commands == ()
