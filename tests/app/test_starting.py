"""A start shows something at once, opens the till behind it, and says why when it cannot."""

import gc
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from posapp.app.devices import simulated_specs
from posapp.app.starting import Starting
from posapp.app.till import TillConfig, open_till
from posapp.clock import SystemClock
from posapp.errors import Refused
from posapp.offline.cache_store import CacheStore
from posapp.offline.keys import new_keys
from posapp.offline.till_store import TillStore
from posapp.ui.curtain import Curtain
from tests.workflows.counter import enrolled, fill_cache

ROOT = Path(__file__).parent.parent.parent
SLOW = {"alembic", "escpos", "fastapi", "keyring", "PIL", "pypinyin", "requests", "sqlalchemy"}


@pytest.fixture(autouse=True)
def thawed():
    """A start keeps all there is for good; what tests left behind must not be among it."""
    yield
    gc.unfreeze()


@pytest.fixture
def config(tmp_path):
    """A furnished folder whose central does not answer."""
    keys, clock = new_keys(), SystemClock()
    store = TillStore.open(tmp_path / "till", keys, clock, ballast_bytes=4_096)
    enrolled(store)
    store.close()
    cache = CacheStore.open(tmp_path / "till", keys.cache_db)
    fill_cache(cache)
    cache.close()
    return TillConfig(
        folder=tmp_path / "till",
        keys=keys,
        clock=clock,
        central_url="http://127.0.0.1:9",
        specs=lambda _settings: simulated_specs(tmp_path),
    )


def test_the_curtain_tells_once_that_it_was_painted(qtbot):
    curtain = Curtain()
    qtbot.addWidget(curtain)
    seen = []
    curtain.painted.connect(lambda: seen.append(True))
    curtain.show()
    qtbot.waitUntil(lambda: bool(seen))
    curtain.repaint()
    assert seen == [True]


def test_the_window_takes_the_place_of_the_curtain(qtbot, config):
    with ExitStack() as closing:
        starting = Starting(QApplication.instance(), lambda: open_till(config, closing))
        qtbot.addWidget(starting.curtain)
        with qtbot.waitSignal(starting.opened, timeout=10_000):
            starting.begin()
            assert starting.till is None
        window = starting.window
        qtbot.addWidget(window.window)
        assert window.window.isVisible()
        assert not starting.curtain.isVisible()
        window.close()
        starting.till.stop()
    assert gc.isenabled()


def test_a_refusal_while_opening_is_kept_and_ends_the_start(qtbot):
    def refuse():
        raise Refused("till.not_enrolled")

    starting = Starting(QApplication.instance(), refuse)
    qtbot.addWidget(starting.curtain)
    starting.begin()
    qtbot.waitUntil(lambda: starting.error is not None)
    assert starting.error.key == "till.not_enrolled"
    assert starting.window is None
    assert not starting.curtain.isVisible()
    assert gc.isenabled()


@pytest.mark.parametrize(
    "modules", ["posapp.app.run, posapp.app.starting", "posapp.app.till, posapp.app.window"]
)
def test_a_start_loads_no_library_that_the_first_scan_does_not_need(modules):
    words = f"import {modules}, sys; print(*sorted({SLOW} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []


def test_the_curtain_waits_for_nothing_of_the_till():
    words = "import posapp.app.starting, sys; print(*[m for m in sys.modules if 'posapp.o' in m])"
    run = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
