"""Central is asked before a Z, and nobody waits for it longer than a moment."""

from threading import Event

import pytest

from posapp.domain.shift_figures import CentralFigures
from posapp.errors import Unavailable
from posapp.ui.shift.central_asked import CentralAsked

KNOWN = CentralFigures(known=True, until_ms=1, principal=5)


class Central:
    """Gives what a test prepared, as soon as it may."""

    def __init__(self):
        self.may = Event()
        self.answer = KNOWN

    def ask_central(self, _shift_id):
        assert self.may.wait(15)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def central():
    made = Central()
    yield made
    made.may.set()


def asked(central, background, patience_ms=15_000):
    return CentralAsked(central, background, background, patience_ms=patience_ms)


def test_the_answer_goes_on(central, background, qtbot):
    central.may.set()
    got = []
    asked(central, background).ask("s", got.append)
    qtbot.waitUntil(lambda: got == [KNOWN], timeout=15_000)


def test_a_failure_goes_on_without_one(central, background, qtbot):
    central.answer = Unavailable("central.unreachable")
    central.may.set()
    got = []
    asked(central, background).ask("s", got.append)
    qtbot.waitUntil(lambda: got == [CentralFigures()], timeout=15_000)


def test_after_a_moment_it_goes_on_and_a_late_answer_is_nobodys(central, background, qtbot):
    got, later = [], []
    asking = asked(central, background, patience_ms=20)
    asking.ask("s", got.append)
    qtbot.waitUntil(lambda: got == [CentralFigures()], timeout=15_000)
    central.may.set()
    qtbot.waitUntil(lambda: background.is_idle, timeout=15_000)
    asked(central, background).ask("s", later.append)
    qtbot.waitUntil(lambda: later == [KNOWN], timeout=15_000)
    assert got == [CentralFigures()]
