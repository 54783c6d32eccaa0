"""The rounds of care: what is due is done when nobody waits, and what fails is said, not raised."""

import keyring
import pytest

from posapp.errors import Unavailable
from posapp.offline.anchor import KeyringAnchor, high_water
from posapp.offline.care import DUE_AFTER_MS, MARK_EVERY, StorageCare
from posapp.offline.engine import suspect_path
from posapp.offline.till_backup import BackupFolder
from tests.offline.test_keys import LockedRing, MemoryRing
from tests.offline.tills import KEYS


@pytest.fixture
def anchor():
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryRing())
    yield KeyringAnchor("/till")
    keyring.set_keyring(before)


def care_of(till, anchor=None, name="copies") -> StorageCare:
    backups = BackupFolder(till.folder / name, KEYS.till_db, keep=9)
    return StorageCare(till.store, till.folder, backups, till.clock, anchor)


def count(till) -> int:
    return len(list((till.folder / "copies").glob("till-*.db")))


def test_a_till_without_a_backup_gets_one_at_the_first_idle_moment_then_daily(till):
    care = care_of(till)
    assert care.round(idle=False).backup_ms == 0
    first = care.round(idle=True)
    assert first.backup_ms == first.checked_ms == till.clock.wall_ms()
    assert first.is_sound
    assert first.free_bytes > 0
    till.clock.advance_ms(DUE_AFTER_MS - 1)
    care.round(idle=True)
    assert count(till) == 1
    till.clock.advance_ms(1)
    care.round(idle=True)
    assert count(till) == 2


def test_a_backup_of_this_morning_counts_after_a_restart(till):
    till.clock.advance_ms(1_000)
    made = care_of(till).round(idle=True)
    assert count(till) == 1
    again = care_of(till).round(idle=False)
    assert again.backup_ms > 0
    assert made.backup_problem == again.backup_problem == ""


def test_closing_a_shift_brings_a_backup_however_young_the_last_one_is(till):
    care = care_of(till)
    care.round(idle=True)
    till.clock.advance_ms(5_000)
    care.want_backup()
    care.round(idle=False)
    assert count(till) == 1
    care.round(idle=True)
    care.round(idle=True)
    assert count(till) == 2


def test_a_stick_that_is_gone_is_said_and_tried_again(till):
    (till.folder / "stick").write_text("no folder")
    care = care_of(till, name="stick")
    assert care.round(idle=True).backup_problem == "store.backup_failed"
    (till.folder / "stick").unlink()
    state = care.round(idle=True)
    assert (state.backup_problem, state.backup_ms) == ("", till.clock.wall_ms())


def test_damage_that_the_check_finds_is_said_and_left_for_the_next_start(till, monkeypatch):
    monkeypatch.setattr(till.store, "is_sound", lambda: False)
    assert care_of(till).round(idle=True).is_sound is False
    assert suspect_path(till.folder / "till.db").exists()


def test_a_disk_that_does_not_answer_the_check_is_no_damage(till, monkeypatch):
    def silent():
        raise Unavailable("store.disk_error")

    monkeypatch.setattr(till.store, "is_sound", silent)
    state = care_of(till).round(idle=True)
    assert (state.is_sound, state.check_problem) == (None, "store.disk_error")
    assert not suspect_path(till.folder / "till.db").exists()


def test_the_mark_is_set_at_once_then_every_so_many_sales_and_at_the_end(till, anchor):
    care = care_of(till, anchor)
    till.sell(100)
    care.round(idle=False)
    assert anchor.load().seq == 1
    for _ in range(MARK_EVERY - 1):
        till.sell(100)
    care.round(idle=False)
    assert anchor.load().seq == 1
    till.sell(100)
    care.round(idle=False)
    assert anchor.load().seq == 1 + MARK_EVERY
    till.sell(100)
    care.end()
    assert anchor.load() == high_water(till.store)


def test_a_till_behind_its_mark_is_told_until_central_gives_it_another_incarnation(till, anchor):
    till.sell(100)
    mark = high_water(till.store)
    ahead = type(mark)(terminal_id=mark.terminal_id, incarnation=1, seq=500, chain=bytes(32).hex())
    anchor.save(ahead)
    care = care_of(till, anchor)
    assert care.round(idle=True).is_behind
    for _ in range(MARK_EVERY):
        till.sell(100)
    assert care.round(idle=False).is_behind
    assert not care.is_newest
    care.end()
    assert anchor.load() == ahead
    till.store.identity.set_incarnation(2)
    till.sell(100)
    assert not care.round(idle=False).is_behind
    assert care.is_newest
    assert anchor.load().place == (2, 1)


def test_a_till_that_was_not_looked_at_yet_is_not_taken_for_the_newest(till, anchor):
    care = care_of(till, anchor)
    assert not care.is_newest
    care.round(idle=False)
    assert care.is_newest


def test_a_till_that_has_caught_up_with_its_mark_is_still_behind(till, anchor):
    till.sell(100)
    mark = high_water(till.store)
    anchor.save(type(mark)(terminal_id=mark.terminal_id, incarnation=1, seq=3, chain="00" * 32))
    care = care_of(till, anchor)
    assert care.round(idle=False).is_behind
    for _ in range(MARK_EVERY + 3):
        till.sell(100)
    assert care.round(idle=False).is_behind
    care.end()
    assert anchor.load().seq == 3


def test_a_locked_key_store_stops_nothing(till, anchor):
    keyring.set_keyring(LockedRing())
    till.sell(100)
    care = care_of(till, anchor)
    state = care.round(idle=True)
    care.end()
    assert state.backup_ms
    assert not state.is_behind
