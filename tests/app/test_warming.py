"""The pay screen stands before the first customer pays, and nobody waits for it being made."""

import pytest

from posapp.app.warming import QUIET_MS, Warming
from posapp.ui.keymap import KeyMap
from posapp.ui.look import Look
from posapp.ui.main_window import MainWindow
from posapp.ui.navigation import Navigation, Place
from posapp.ui.shell import Till
from posapp.ui.surface import Surface


class Painted(Surface):
    """Counts its pictures."""

    def __init__(self):
        super().__init__()
        self.paints = 0

    def paintEvent(self, _event):
        self.paints += 1


@pytest.fixture
def built():
    return []


@pytest.fixture
def window(qtbot, built):
    def build(_frame):
        built.append(Painted())
        return built[-1]

    builders = {Place.SELL: lambda _frame: Painted(), Place.PAY: build}
    window = MainWindow(Look(), Navigation(), KeyMap(), Till(brand="", shop="", till=""), builders)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def till():
    """Whether somebody works there."""
    return {"untouched_ms": QUIET_MS, "idle": True}


@pytest.fixture
def warming(window, till):
    warming = Warming(window, lambda: till["untouched_ms"], lambda: till["idle"], window)
    yield warming
    warming.stop()


def test_the_screen_is_built_and_painted_once_nobody_works(warming, built, qtbot):
    warming.begin()
    qtbot.waitUntil(lambda: warming.is_done)
    (screen,) = built
    assert screen.paints == 1
    assert not screen.isVisible()


@pytest.mark.parametrize("busy", [{"untouched_ms": QUIET_MS - 1}, {"idle": False}])
def test_whoever_works_is_not_disturbed(warming, window, till, built, busy, qtbot):
    till.update(busy)
    warming.begin()
    warming._on_tick()
    assert not built
    till.update(untouched_ms=QUIET_MS, idle=True)
    qtbot.waitUntil(lambda: warming.is_done)
    assert len(built) == 1


def test_screens_that_were_made_anew_are_made_ready_again(warming, window, built, qtbot):
    warming.begin()
    qtbot.waitUntil(lambda: warming.is_done)
    window.rebuild()
    warming.begin()
    qtbot.waitUntil(lambda: warming.is_done)
    assert len(built) == 2
