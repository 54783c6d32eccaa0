"""Lanes: in order on one thread each, independent of each other, closable."""

import threading

import pytest

from posapp.lanes import ONLINE, STORE, Lanes, device_lane


@pytest.fixture
def lanes():
    lanes = Lanes()
    yield lanes
    lanes.close()


def test_work_of_one_lane_keeps_its_order_on_one_thread(lanes):
    seen = []
    futures = [
        lanes.submit(STORE, lambda n=n: seen.append((n, threading.get_ident()))) for n in range(50)
    ]
    for future in futures:
        future.result(timeout=5)
    assert [n for n, _thread in seen] == list(range(50))
    assert len({thread for _n, thread in seen}) == 1


def test_a_waiting_lane_does_not_hold_up_another(lanes):
    gate = threading.Event()
    slow = lanes.submit(ONLINE, lambda: gate.wait(5))
    assert lanes.submit(STORE, lambda: "done").result(timeout=5) == "done"
    assert lanes.submit(device_lane("printer"), lambda: "printed").result(timeout=5) == "printed"
    gate.set()
    assert slow.result(timeout=5)


def test_an_unknown_lane_is_a_mistake_of_the_programmer(lanes):
    for wrong in ("shop", "device:", ""):
        with pytest.raises(ValueError, match="unknown lane"):
            lanes.submit(wrong, lambda: None)


def test_close_waits_for_what_runs_and_drops_what_waits(lanes):
    started, gate = threading.Event(), threading.Event()

    def running():
        started.set()
        return gate.wait(5)

    first = lanes.submit(STORE, running)
    second = lanes.submit(STORE, lambda: "never")
    started.wait(5)
    closer = threading.Thread(target=lanes.close)
    closer.start()
    gate.set()
    closer.join(5)
    assert first.result(timeout=1) is True
    assert second.cancelled()
    with pytest.raises(RuntimeError):
        lanes.submit(STORE, lambda: None)
    lanes.close()
