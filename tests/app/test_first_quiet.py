"""What may wait for the first scan begins once, when nothing runs, and is never put off for long."""

import pytest
from PySide6.QtCore import QObject

from posapp.app.first_quiet import AT_LATEST_MS, FirstQuiet


@pytest.fixture
def begun():
    return []


@pytest.fixture
def busy():
    return {"busy": True}


@pytest.fixture
def quiet(qapp, begun, busy):
    parent = QObject()
    yield FirstQuiet(lambda: begun.append(1), lambda: not busy["busy"], parent)
    parent.deleteLater()


def test_waits_while_something_runs_and_begins_once(quiet, begun, busy, qtbot):
    quiet.begin()
    qtbot.wait(60)
    assert begun == []

    busy["busy"] = False
    qtbot.waitUntil(lambda: begun == [1])
    qtbot.wait(60)
    assert begun == [1]


def test_a_till_that_is_never_quiet_begins_all_the_same(quiet, begun, qtbot):
    quiet.begin()
    qtbot.waitUntil(lambda: begun == [1], timeout=AT_LATEST_MS + 5_000)


def test_a_window_that_was_closed_begins_nothing(quiet, begun, busy, qtbot):
    busy["busy"] = False
    quiet.begin()
    quiet.stop()
    qtbot.wait(60)
    assert begun == []
