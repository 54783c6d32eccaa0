"""Work on a lane comes back on the UI thread, failures are told, closing is quiet."""

import threading

import pytest
from PySide6.QtCore import QThread

from posapp.errors import OutcomeUnknown, Refused
from posapp.lanes import ONLINE, STORE
from posapp.ui.background import Background
from posapp.ui.messages import Level


def test_work_runs_elsewhere_and_its_result_comes_home(background, qtbot):
    here = QThread.currentThread()
    seen = []
    background.run(
        STORE, threading.get_ident, lambda who: seen.append((who, QThread.currentThread()))
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    who, thread = seen[0]
    assert who != threading.get_ident()
    assert thread is here


def test_results_of_one_lane_come_in_order(background, qtbot):
    seen = []
    for n in range(30):
        background.run(STORE, lambda n=n: n, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 30)
    assert seen == list(range(30))
    assert background.is_idle


def test_a_failure_without_an_answer_is_told_to_the_person(background, shown, qtbot):
    def refuse():
        raise Refused("cart.sold_out", name="泡泡机")

    background.run(STORE, refuse)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert (shown[0].text, shown[0].key, shown[0].level) == (
        "泡泡机 已售罄，请换一件",
        "cart.sold_out",
        Level.WARN,
    )


def test_the_caller_may_take_the_failure_itself(background, shown, qtbot):
    def unknown():
        raise OutcomeUnknown("central.no_answer")

    failures = []
    background.run(ONLINE, unknown, None, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert failures[0].key == "central.no_answer"
    assert shown == []


@pytest.mark.logs_error("work on a lane failed")
def test_a_bug_is_logged_and_nothing_stays_busy(background, shown, qtbot):
    background.run(STORE, lambda: 1 // 0)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].key == "app.bug"
    assert shown[0].level is Level.DANGER


def test_after_closing_nothing_arrives(lanes, messages, shown, qtbot):
    background = Background(lanes, messages)
    gate = threading.Event()
    seen = []
    background.run(STORE, lambda: gate.wait(5), seen.append)
    background.close()
    gate.set()
    lanes.submit(STORE, lambda: None).result(timeout=5)
    background.run(STORE, lambda: 1, seen.append)
    qtbot.wait(20)
    assert (seen, shown) == ([], [])
