"""The age of holds, with pauses that may overlap."""

import pytest

from posapp.workflows.hold_clock import HoldClock


class Ticks:
    def __init__(self) -> None:
        self.now = 100

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def clock(ticks) -> HoldClock:
    return HoldClock(ticks)


def test_it_counts_from_the_first_time_it_was_begun(clock, ticks):
    clock.begin("h")
    ticks.now += 5
    clock.begin("h")
    assert clock.age_ms("h") == 5
    clock.forget("h")
    assert clock.age_ms("h") is None


def test_two_overlapping_pauses_count_once(clock, ticks):
    clock.begin("h")
    ticks.now += 10
    clock.pause("a")
    ticks.now += 10
    clock.pause("b")
    ticks.now += 10
    clock.resume("a")
    ticks.now += 10
    assert clock.age_ms("h") == 10
    clock.resume("b")
    ticks.now += 1
    assert clock.age_ms("h") == 11


def test_a_pause_within_another_changes_nothing(clock, ticks):
    clock.begin("h")
    clock.pause("a")
    ticks.now += 10
    clock.pause("b")
    ticks.now += 10
    clock.resume("b")
    ticks.now += 10
    assert clock.age_ms("h") == 0
    clock.resume("a")
    ticks.now += 1
    assert clock.age_ms("h") == 1


def test_resuming_what_was_not_paused_changes_nothing(clock, ticks):
    clock.begin("h")
    ticks.now += 7
    clock.resume("nobody")
    assert clock.age_ms("h") == 7


def test_a_hold_begun_during_a_pause_counts_from_the_end_of_it(clock, ticks):
    clock.pause("a")
    ticks.now += 10
    clock.begin("h")
    assert clock.age_ms("h") == 0
    ticks.now += 10
    clock.resume("a")
    ticks.now += 3
    assert clock.age_ms("h") == 3
