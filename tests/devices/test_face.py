"""A face says who may be there, only of whoever agreed, and never more than her number."""

import dataclasses

import pytest

from posapp.devices.ports import Absent, FaceKnown, FaceUnknown, TimedOut
from posapp.devices.simulated_face import SimulatedFaceReader
from posapp.errors import Unavailable

HERS, OTHERS = "M0038127", "M0038135"


@pytest.fixture
def reader() -> SimulatedFaceReader:
    made = SimulatedFaceReader()
    made.agreed.add(HERS)
    return made


def test_who_agreed_is_known_by_her_number_and_nothing_else(reader) -> None:
    reader.before = (HERS,)
    answer = reader.recognise(1.0)
    assert answer == FaceKnown(HERS)
    assert [each.name for each in dataclasses.fields(answer)] == ["member_number"]


@pytest.mark.parametrize("before", [(OTHERS,), (HERS, OTHERS), ("",)])
def test_a_stranger_and_a_crowd_are_told_alike(reader, before) -> None:
    reader.before = before
    assert reader.recognise(1.0) == FaceUnknown()


def test_nobody_there_ends_in_time(reader) -> None:
    assert reader.recognise(1.0) == TimedOut()


def test_whoever_withdrew_is_a_stranger_and_may_withdraw_twice(reader) -> None:
    reader.before = (HERS,)
    reader.forget(HERS)
    reader.forget(HERS)
    assert reader.recognise(1.0) == FaceUnknown()


def test_a_reader_that_is_gone_says_so_and_forgets_nothing_in_silence(reader) -> None:
    reader.unplugged = True
    assert isinstance(reader.state(), Absent)
    with pytest.raises(Unavailable, match=r"face\.unreachable"):
        reader.recognise(1.0)
    with pytest.raises(Unavailable, match=r"face\.unreachable"):
        reader.forget(HERS)
    assert reader.agreed == {HERS}
