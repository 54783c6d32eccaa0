"""The till's window over its own files: care in the background, and a sign-out that always works."""

from contextlib import ExitStack, suppress

import pytest
from PySide6.QtWidgets import QApplication

from posapp.app.devices import simulated_specs
from posapp.app.till import TillConfig, open_till
from posapp.app.window import TillWindow
from posapp.clock import SystemClock
from posapp.errors import PosError
from posapp.lanes import STORE
from posapp.offline.cache_store import CacheStore
from posapp.offline.keys import new_keys
from posapp.offline.till_backup import BackupFolder
from posapp.offline.till_store import TillStore
from posapp.workflows.signing_in import CameIn
from tests.workflows.counter import CASHIER, enrolled, fill_cache


@pytest.fixture
def config(tmp_path):
    """A furnished folder with a backup; central does not answer."""
    keys, clock = new_keys(), SystemClock()
    store = TillStore.open(tmp_path / "till", keys, clock, ballast_bytes=4_096)
    enrolled(store)
    store.back_up(BackupFolder(tmp_path / "till" / "copies", keys.till_db, 3))
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


@pytest.fixture
def window(qtbot, config):
    """The till with its window, its first person signed in."""
    with ExitStack() as closing:
        till = open_till(config, closing)
        made = TillWindow(QApplication.instance(), till)
        qtbot.addWidget(made.window)
        made.open()
        made.till = till
        yield made
        made.close()
        till.stop()


def copies(config):
    return len(list((config.folder / "copies").glob("till-*.db")))


def sign_in(window):
    window.floor.duty.sign_in(CASHIER)
    came = CameIn(staff=CASHIER, shift=window.floor.duty.shift, same=False)
    window.presenters.sign_in.signed_in.emit(came)


def test_a_round_of_care_reaches_the_health_page(window, qtbot):
    window._upkeep.care()
    qtbot.waitUntil(lambda: window.presenters.health.state.storage.is_sound is True)
    storage = window.presenters.health.state.storage
    assert storage.backup_ms > 0
    assert storage.free_bytes > 0


def test_the_end_of_a_shift_makes_a_backup(window, config, qtbot):
    before = {path.stat().st_mtime_ns for path in (config.folder / "copies").glob("till-*.db")}
    shift = window.till.workflows.shifts.open(10_000, CASHIER)
    window.floor.duty.use_shift(shift)
    window.floor.duty.use_shift(None)
    qtbot.waitUntil(lambda: copies(config) > len(before) or _newer(config, before))
    assert window.presenters.health.state.storage.backup_problem == ""


def _newer(config, before):
    with suppress(FileNotFoundError):
        now = {path.stat().st_mtime_ns for path in (config.folder / "copies").glob("till-*.db")}
        return bool(now - before)
    return False


def test_a_cashier_signs_out_with_entries_waiting_and_no_network(window, qtbot):
    sign_in(window)
    window.till.workflows.shifts.open(10_000, CASHIER)
    assert window.till.stores.till.outbox.depth()[0] > 0
    window.lock()
    qtbot.waitUntil(lambda: window.window.top.objectName() == "sign_in")


def test_a_cashier_signs_out_though_the_disk_takes_nothing_any_more(window, qtbot):
    sign_in(window)
    database = window.till.stores.till._database
    window.till.lanes.submit(STORE, lambda: database.rows("PRAGMA query_only = ON")).result()
    refused = []
    window.messages.shown.connect(refused.append)
    window.lock()
    qtbot.waitUntil(lambda: window.window.top.objectName() == "sign_in")
    qtbot.waitUntil(lambda: bool(refused))
    assert "不能写入" in refused[0].text
    with suppress(PosError):
        window.till.lanes.submit(STORE, lambda: database.rows("PRAGMA query_only = OFF")).result()
