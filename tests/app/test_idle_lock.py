"""The till locks when nobody works at it, and not while somebody does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from posapp.app.idle_lock import IdleLock

WORK = ["a key", "a click", "a scan"]


@pytest.fixture
def place(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    place.show()
    return place


@pytest.fixture
def locked():
    return []


@pytest.fixture
def idle(qapp, locked):
    idle = IdleLock(QApplication.instance(), 1, lambda: locked.append(True))
    yield idle
    idle.close()


def test_it_locks_after_its_time(qtbot, idle, locked):
    qtbot.waitUntil(lambda: bool(locked), timeout=5_000)


@pytest.mark.parametrize("work", WORK)
def test_work_begins_the_time_anew(qtbot, idle, place, work):
    qtbot.waitUntil(lambda: idle.remaining_ms < 800, timeout=5_000)
    match work:
        case "a key":
            QTest.keyClick(place.windowHandle(), Qt.Key.Key_A)
        case "a click":
            QTest.mouseClick(place.windowHandle(), Qt.MouseButton.LeftButton)
        case _:
            idle.touched()
    assert idle.remaining_ms > 900
    assert idle.untouched_ms < 100


def test_nothing_locks_once_it_is_closed(idle):
    idle.close()
    assert idle.remaining_ms < 0
