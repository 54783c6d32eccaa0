"""Cycles that hold Qt objects are destroyed on the UI thread and on no other."""

import gc
import threading

from PySide6.QtCore import QObject

from posapp.lanes import STORE, Lanes
from posapp.ui.garbage import CollectorOnUiThread

buried = []


class Cyclic(QObject):
    def __init__(self):
        super().__init__()
        self.myself = self

    def __del__(self):
        buried.append(threading.current_thread() is threading.main_thread())


def work_that_allocates():
    return [[number] for number in range(200_000)]


def test_a_lane_at_work_destroys_no_qt_object(qapp):
    buried.clear()
    lanes = Lanes()
    with CollectorOnUiThread() as collector:
        for _ in range(50):
            Cyclic()
        lanes.submit(STORE, work_that_allocates).result()
        assert buried == []
        gc.collect()
        assert buried == [True] * 50
        collector.collect()
    lanes.close()


def test_it_collects_by_itself_while_the_program_runs(qapp, qtbot):
    buried.clear()
    with CollectorOnUiThread():
        garbage = [Cyclic() for _ in range(1_000)]
        del garbage
        qtbot.waitUntil(lambda: len(buried) == 1_000, timeout=3_000)
    assert all(buried)


def test_afterwards_python_collects_as_before(qapp):
    was = gc.isenabled()
    CollectorOnUiThread().close()
    assert gc.isenabled() == was
