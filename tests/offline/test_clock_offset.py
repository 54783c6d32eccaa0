"""Central's time as seen from a till whose clock may be set at any moment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from posapp.offline.clock_offset import SAMPLES_KEPT, ClockOffset, Offset


def test_no_sample_no_offset():
    assert ClockOffset().at(1_000, 10) is None


def test_slow_sample_is_left_out():
    assert ClockOffset().with_reply(0, 4_001, 1_000_000) == ClockOffset()
    assert ClockOffset().with_reply(10, 9, 1_000_000) == ClockOffset()


def test_set_wall_clock_changes_the_offset_at_once():
    clock = ClockOffset().with_reply(1_000, 1_000, 500_000)
    assert clock.at(500_000, 1_000) == Offset(0, 0)
    assert clock.at(440_000, 1_000) == Offset(60_000, 0)
    assert clock.at(445_000, 6_000) == Offset(60_000, 0)


def test_only_the_last_samples_count():
    clock = ClockOffset().with_reply(0, 0, 777)
    for _ in range(SAMPLES_KEPT):
        clock = clock.with_reply(0, 100, 1_050)
    assert clock.at(0, 0) == Offset(1_000, 50)


def test_of_several_samples_the_shortest_round_trip_is_believed():
    """The others may be wrong by seconds; the day's codes and a lease's end hang on this one."""
    quick, slow = (0, 40, 600_020), (100, 3_100, 601_000)
    for order in ((quick, slow), (slow, quick)):
        clock = ClockOffset()
        for sample in order:
            clock = clock.with_reply(*sample)
        assert clock.at(0, 0) == Offset(600_000, 20)


@given(
    true_offset=st.integers(-(10**9), 10**9),
    legs=st.lists(st.tuples(st.integers(0, 1_500), st.integers(0, 1_500)), min_size=1),
)
def test_true_offset_is_never_farther_away_than_the_stated_error(true_offset, legs):
    clock, mono = ClockOffset(), 0
    for there, back in legs:
        server_ms = mono + there + true_offset
        clock = clock.with_reply(mono, mono + there + back, server_ms)
        mono += there + back
    offset = clock.at(mono, mono)
    assert offset is not None
    assert abs(offset.ms - true_offset) <= offset.error_ms + 1
