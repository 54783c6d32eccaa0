"""A machine that slept asks central before it is sure of anything again."""

from posapp.app.waking import UNSEEN_MS, WakeWatch
from posapp.clock import ManualClock


class Lane:
    """Stands in for the sync lane: when a hello was last answered, and how often one was asked."""

    def __init__(self):
        self.heard_ms = 1_000
        self.asked = 0

    def ask(self):
        self.asked += 1


def watch_of(clock):
    lane = Lane()
    return WakeWatch(clock, lambda: lane.heard_ms, lane.ask), lane


def test_time_that_passes_in_daylight_is_no_sleep():
    clock = ManualClock()
    watch, lane = watch_of(clock)
    for _ in range(10):
        clock.advance_ms(UNSEEN_MS)
        assert watch.is_awake()
    assert lane.asked == 0


def test_after_a_sleep_a_hello_comes_first():
    clock = ManualClock()
    watch, lane = watch_of(clock)
    clock.jump_wall_ms(8 * 3_600_000)
    assert not watch.is_awake()
    clock.advance_ms(3_000)
    assert not watch.is_awake()
    assert lane.asked == 1
    lane.heard_ms = clock.mono_ms()
    assert watch.is_awake()


def test_a_sleep_through_which_monotonic_time_went_on_is_seen_too():
    clock = ManualClock()
    watch, lane = watch_of(clock)
    clock.advance_ms(UNSEEN_MS + 1)
    assert not watch.is_awake()
    assert lane.asked == 1


def test_a_hello_that_was_answered_before_the_sleep_does_not_count():
    clock = ManualClock()
    watch, lane = watch_of(clock)
    clock.advance_ms(20_000)
    lane.heard_ms = clock.mono_ms()
    clock.jump_wall_ms(-60_000)
    assert not watch.is_awake()
