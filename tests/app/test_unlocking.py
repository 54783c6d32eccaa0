"""A keyring that is locked or dead at the start: a screen says so, and there are two ways on."""

import gc

import keyring
import pytest
from PySide6.QtWidgets import QApplication

from posapp.app.opening import keys_for, store_for
from posapp.app.starting import Starting
from posapp.app.unlocking import Unlocking
from posapp.errors import Refused, Unavailable
from posapp.offline.keys import new_keys
from posapp.offline.recovery_secret import RecoveryFile, new_secret
from tests.offline.test_keys import LockedRing, MemoryRing


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)
    gc.unfreeze()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "till.db").write_bytes(b"\x8f" * 4_096)
    return tmp_path


def started(qtbot, folder, language="zh_CN"):
    """A start that needs the keyring; whatever it opens with ends it with "till.not_enrolled"."""
    app = QApplication.instance()
    unlocking = Unlocking(app, folder, language)
    used = []

    def open_till():
        used.append(unlocking.opened[1] if unlocking.opened else keys_for(folder, "keyring"))
        raise Refused("till.not_enrolled")

    starting = Starting(app, open_till, unlocking)
    qtbot.addWidget(starting.curtain)
    starting.begin()
    return starting, unlocking, used


def asked(qtbot, unlocking):
    qtbot.waitUntil(lambda: unlocking.screen is not None, timeout=10_000)
    return unlocking.screen


def test_a_locked_keyring_is_said_and_tried_again_once_it_is_unlocked(qtbot, folder, ring):
    keys = new_keys()
    open_ring = MemoryRing()
    ring(open_ring)
    store_for(folder, "keyring").save(keys)
    ring(LockedRing())
    starting, unlocking, used = started(qtbot, folder)
    screen = asked(qtbot, unlocking)
    assert screen.isVisible()
    assert "锁着" in screen.happened.text()
    assert "没有丢失" in screen.happened.text()
    assert not screen.secret.isVisible()
    assert "till-take-keys" in screen.other_way.text()
    screen.again_button.click()
    assert asked(qtbot, unlocking).isVisible()
    ring(open_ring)
    unlocking.screen.again_button.click()
    qtbot.waitUntil(lambda: bool(used), timeout=10_000)
    assert used == [keys]
    assert starting.error.key == "till.not_enrolled"


def test_a_dead_keyring_is_passed_by_with_the_managers_secret(qtbot, folder, ring):
    keys, secret = new_keys(), new_secret()
    RecoveryFile(folder).begin(keys, secret)
    ring(LockedRing())
    _, unlocking, used = started(qtbot, folder, "en")
    screen = asked(qtbot, unlocking)
    assert "recovery secret" in screen.other_way.text()
    screen.secret.edit.setText("wrong")
    screen.secret_button.click()
    assert "check" in screen.secret.error.lower()
    assert used == []
    screen.secret.edit.setText(secret.lower())
    screen.secret_button.click()
    qtbot.waitUntil(lambda: bool(used), timeout=10_000)
    assert used == [keys]


def test_an_item_that_the_keyring_lost_is_put_back_with_the_secret(qtbot, folder, ring):
    keys, secret = new_keys(), new_secret()
    RecoveryFile(folder).begin(keys, secret)
    ring(MemoryRing())
    _, unlocking, used = started(qtbot, folder)
    screen = asked(qtbot, unlocking)
    screen.secret.edit.setText(secret)
    screen.secret_button.click()
    qtbot.waitUntil(lambda: bool(used), timeout=10_000)
    assert keys_for(folder, "keyring") == keys


def test_leaving_ends_the_start_and_a_new_till_is_not_asked_about(qtbot, folder, ring):
    ring(LockedRing())
    starting, unlocking, used = started(qtbot, folder)
    asked(qtbot, unlocking).leave_button.click()
    assert unlocking.screen is None
    assert starting.error.key == "keys.keyring_locked"
    (folder / "till.db").unlink()
    assert not unlocking.helps_with(Unavailable("keys.keyring_locked"))
    assert used == []
