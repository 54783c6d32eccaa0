"""PySide6 takes no reference to None or True away: 6.12.0 did, and the till aborted after a while.

The calls are few on purpose: a broken release would abort the process if there were thousands.
"""

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200
SLACK = 20  # other code may hold or release a few while the test runs


class Bell(QObject):
    rang = Signal(int)


def lost_references(call: Callable[[], object]) -> int:
    def held() -> tuple[int, int]:
        return sys.getrefcount(None), sys.getrefcount(True)

    call()
    before = held()
    for _ in range(CALLS):
        call()
    after = held()
    return max(before[0] - after[0], before[1] - after[1])


@pytest.mark.parametrize("connected", [False, True])
def test_emitting_a_signal_keeps_the_references(qtbot: QtBot, connected: bool) -> None:
    bell, heard = Bell(), []
    if connected:
        bell.rang.connect(heard.append)
    assert lost_references(lambda: bell.rang.emit(1)) < SLACK


def test_calling_a_void_method_keeps_the_references(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert lost_references(lambda: label.setText("1")) < SLACK


def test_a_lost_reference_is_noticed() -> None:
    nothing = ctypes.py_object(None)
    assert lost_references(lambda: ctypes.pythonapi.Py_DecRef(nothing)) > SLACK
    for _ in range(CALLS + 1):
        ctypes.pythonapi.Py_IncRef(nothing)
