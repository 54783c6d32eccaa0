"""Data of a newer program: the older one says so, sends and exports what waits, and sells nothing."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtWidgets import QApplication

from posapp.app.older_program import OlderProgram
from posapp.app.pushing_newer import push_newer
from posapp.app.starting import Starting
from posapp.central.exports import take_export
from posapp.central.quarantine import Act
from posapp.central.seeding import only_tenant
from posapp.errors import Refused
from posapp.offline.database import Database
from posapp.offline.engine import open_encrypted
from posapp.offline.journal_export import export_waiting
from posapp.offline.keys import new_keys
from posapp.offline.migrations import STEPS
from posapp.offline.newer_data import NewerData
from posapp.offline.till_store import TillStore
from tests.app.test_drill_broken_till import at_central, enrol, machine, sell


@pytest.fixture
def site(shared_site):
    return shared_site


def newer(site, folder, name):
    """A till that sold three, and whose folder a program of tomorrow then opened."""
    keys = new_keys()
    enrol(site, folder, keys, name)
    with machine(site, folder, keys) as till:
        numbers = sell(till, 3)
    database = Database(
        open_encrypted(folder / "till.db", keys.till_db, durable=True), durable=True
    )
    with database.write() as tx:
        tx.run("ALTER TABLE sale ADD COLUMN of_tomorrow TEXT")
        tx.run(f"PRAGMA user_version = {len(STEPS) + 1}")
    database.close()
    return keys, numbers


def test_what_waits_is_sent_once_and_exported_while_nothing_can_be_sold(site, tmp_path):
    keys, numbers = newer(site, tmp_path, "B01")
    with pytest.raises(Refused, match=r"store.schema_newer"):
        TillStore.open(tmp_path, keys, site.clock)
    data = NewerData.of(tmp_path, keys.till_db)
    sealed, waiting = export_waiting(data, keys.device_private)
    data.close()
    pushed = push_newer(tmp_path, keys, site.clock)
    assert (pushed.sent, pushed.waiting) == (waiting, 0)
    assert push_newer(tmp_path, keys, site.clock).sent == 0
    act = Act(who="owner", note="the same as a file")
    assert set(take_export(site.central, only_tenant(site.central), sealed, act)) == {"duplicate"}
    assert at_central(site, "B01") == numbers


def test_the_screen_says_so_and_sends(site, tmp_path, qtbot):
    keys, numbers = newer(site, tmp_path, "B02")
    app = QApplication.instance()

    def open_till():
        return TillStore.open(tmp_path, keys, site.clock)

    older = OlderProgram(app, tmp_path, "en", lambda: keys)
    starting = Starting(app, open_till, older)
    qtbot.addWidget(starting.curtain)
    starting.begin()
    qtbot.waitUntil(lambda: older.screen is not None and older.screen.again_button.isEnabled())
    assert "older than the data" in older.screen.title.text()
    assert older.screen.state.text() == "Everything has been sent"
    assert at_central(site, "B02") == numbers
    older.screen.leave_button.click()
    assert starting.error.key == "store.schema_newer"
    gc.unfreeze()


def test_data_of_this_program_is_not_opened_this_way(site, tmp_path):
    keys = new_keys()
    TillStore.open(tmp_path, keys, site.clock, ballast_bytes=4_096).close()
    with pytest.raises(Refused, match=r"store.not_newer"):
        NewerData.of(tmp_path, keys.till_db)
