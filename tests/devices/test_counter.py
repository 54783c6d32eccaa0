"""Scanner, customer display and pad without cables."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.devices.ports import (
    Absent,
    Cancelled,
    DisplayRow,
    DisplayView,
    Entered,
    Ready,
    Secret,
    TimedOut,
)
from posapp.devices.simulated_counter import SimulatedDisplay, SimulatedPinPad, SimulatedScanner
from posapp.errors import Unavailable


def test_a_scanned_code_reaches_the_last_listener_as_read() -> None:
    scanner, first, second = SimulatedScanner(), [], []
    scanner.listen(first.append)
    scanner.listen(second.append)
    assert scanner.scan("690\r")
    assert (first, second) == ([], ["690\r"])


def test_a_scanner_nobody_listens_to_reads_nothing() -> None:
    scanner = SimulatedScanner()
    assert not scanner.scan("690")
    scanner.listen(lambda code: None)
    scanner.unplugged = True
    assert isinstance(scanner.state(), Absent)
    assert not scanner.scan("690")
    scanner.unplugged = False
    assert scanner.state() == Ready()
    scanner.close()
    assert not scanner.scan("690")


def test_the_customer_sees_the_last_view() -> None:
    display, seen = SimulatedDisplay(), []
    display.watch(seen.append)
    view = DisplayView(
        title="合计", rows=(DisplayRow(left="毛巾", right="10.00"),), amount="¥10.00"
    )
    display.show(view)
    assert seen == display.views == [view]
    display.unplugged = True
    assert isinstance(display.state(), Absent)
    with pytest.raises(Unavailable, match=r"display\.unreachable"):
        display.show(view)
    display.close()


@pytest.fixture
def lane():
    with ThreadPoolExecutor(1) as lane:
        yield lane


def test_the_customers_digits_are_cut_and_kept_secret(lane) -> None:
    pad = SimulatedPinPad()
    asked = lane.submit(pad.ask, "pad.sms_code", 6, 10)
    assert pad.wait_until_asked(5)
    assert pad.prompt_key == "pad.sms_code"
    pad.enter("12345678")
    answer = asked.result(5)
    assert isinstance(answer, Entered)
    assert answer.secret.reveal() == "123456"
    assert "123456" not in repr(answer)


@pytest.mark.parametrize("how", ["refuse", "cancel", "close"])
def test_a_question_ends_when_anybody_ends_it(lane, how: str) -> None:
    pad = SimulatedPinPad()
    asked = lane.submit(pad.ask, "pad.pin", 6, 10)
    assert pad.wait_until_asked(5)
    getattr(pad, how)()
    assert asked.result(5) == Cancelled()


def test_a_question_without_an_answer_times_out_and_late_digits_are_dropped() -> None:
    pad = SimulatedPinPad()
    assert pad.ask("pad.pin", 6, 0.01) == TimedOut()
    pad.enter("123456")
    assert pad.ask("pad.pin", 6, 0.01) == TimedOut()


def test_an_unplugged_pad_asks_nobody() -> None:
    pad = SimulatedPinPad()
    assert pad.state() == Ready()
    pad.unplugged = True
    assert isinstance(pad.state(), Absent)
    with pytest.raises(Unavailable, match=r"pinpad\.unreachable"):
        pad.ask("pad.pin", 6, 1)


def test_a_secret_is_never_serialised() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Secret("123456"))
