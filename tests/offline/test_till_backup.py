"""Backups of a till: verified, encrypted, few; one put back with what the black box knows more."""

import os
import shutil
import sqlite3
from threading import Thread

import pytest

from posapp.errors import Refused, Unavailable
from posapp.offline import copies, till_backup
from posapp.offline.copies import look_at_copy
from posapp.offline.engine import key_check_path
from posapp.offline.till_backup import (
    MARK,
    BackupFolder,
    finish_put_back,
    put_back,
    rebuild,
    set_aside,
)
from tests.offline.tills import CUSTOMER, KEYS, Till

KEY = KEYS.till_db


def folder_of(tmp_path, keep=3) -> BackupFolder:
    return BackupFolder(tmp_path / "stick", KEY, keep)


def test_a_backup_opens_and_reaches_as_far_as_the_till(till, tmp_path):
    till.open_shift()
    till.sell(100)
    made = till.store.back_up(folder_of(tmp_path))
    assert made.facts.reach == till.store.journal.head()[:2]
    assert made.facts.chain == till.store.journal.head()[2]
    assert look_at_copy(made.path, KEY) == made.facts
    assert made.path.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_noise_without_its_key(till, tmp_path):
    till.store.sales.commit(till.mixed_sale())
    made = till.store.back_up(folder_of(tmp_path))
    assert CUSTOMER.encode() not in made.path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(made.path).execute("SELECT * FROM outbox").fetchall()
    with pytest.raises(Unavailable, match=r"store.key_wrong"):
        look_at_copy(made.path, b"\x07" * 32)


def test_only_the_newest_few_are_kept_even_after_a_clock_that_was_years_ahead(till, tmp_path):
    backups = folder_of(tmp_path, keep=2)
    till.clock.advance_ms(40 * 365 * 86_400_000)
    till.store.back_up(backups)
    till.clock.advance_ms(-40 * 365 * 86_400_000)
    made = []
    for _ in range(4):
        till.clock.advance_ms(60_000)
        made.append(till.store.back_up(backups).path)
    assert made[-1] in backups.paths()
    assert len(backups.paths()) == 2
    assert len(list((tmp_path / "stick").iterdir())) == 4


def test_selling_goes_on_while_the_whole_file_is_copied(till, tmp_path, monkeypatch):
    """The copy is held up in the middle of its reading; a sale and the housekeeping do not wait."""
    till.sell(100)
    write = till_backup.write_copy
    sold = []

    def slow_copy(database, target):
        with database.read() as tx:
            assert tx.row("SELECT COUNT(*) FROM sale") == (1,)
            other = Thread(target=lambda: sold.append(till.sell(200)))
            other.start()
            other.join(timeout=60)
            till.store.checkpoint_if_idle()
        write(database, target)

    monkeypatch.setattr(till_backup, "write_copy", slow_copy)
    till.store.back_up(folder_of(tmp_path))
    assert [each.net for each in sold] == [200]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_told(till, tmp_path):
    (tmp_path / "stick").mkdir(mode=0o500)
    with pytest.raises(Unavailable, match=r"store.(backup_failed|read_only)"):
        till.store.back_up(folder_of(tmp_path))


def test_a_stick_that_is_a_file_is_told_and_has_no_backups(till, tmp_path):
    (tmp_path / "stick").write_text("not a folder")
    with pytest.raises(Unavailable, match=r"store.backup_failed"):
        till.store.back_up(folder_of(tmp_path))
    assert folder_of(tmp_path).paths() == []
    assert folder_of(tmp_path).newest_ms() == 0
    assert till.sell(100).net == 100


def test_a_copy_that_does_not_read_is_not_kept(till, tmp_path, monkeypatch):
    good = till.store.back_up(folder_of(tmp_path)).path
    till.clock.advance_ms(60_000)
    monkeypatch.setattr(copies, "is_sound", lambda _rows: False)
    with pytest.raises(Unavailable, match=r"store.damaged"):
        till.store.back_up(folder_of(tmp_path))
    assert folder_of(tmp_path).paths() == [good]


def test_a_backup_put_back_and_the_black_box_lose_nothing(tmp_path):
    till = Till(tmp_path / "till")
    till.open_shift()
    first = till.sell(100)
    backup = till.store.back_up(folder_of(tmp_path)).path
    later = [till.sell(200), till.sell(300)]
    head = till.store.journal.head()
    till.store.close()
    put_back(backup, tmp_path / "till" / "till.db", KEY, till.clock.wall_ms())
    store = till.open()
    assert store.recovered.restored == 2
    assert store.journal.head() == head
    assert store.journal.verify().holds
    assert [each.sale for each in store.sales.each()] == [first, *later]
    assert (tmp_path / "till" / MARK).exists()
    aside = next((tmp_path / "till" / "aside").iterdir())
    assert (aside / "till.db").exists()
    assert till.sell(400).receipt_number == "A03-1-000004"
    store.close()


def test_nothing_is_touched_for_a_backup_that_cannot_be_used(tmp_path):
    till = Till(tmp_path / "till")
    till.sell(100)
    backup = till.store.back_up(folder_of(tmp_path)).path
    till.store.close()
    database = tmp_path / "till" / "till.db"
    before = database.read_bytes()
    with pytest.raises(Refused, match=r"backup.not_found"):
        put_back(tmp_path / "nowhere.db", database, KEY, 0)
    with pytest.raises(Unavailable, match=r"store.key_wrong"):
        put_back(backup, database, b"\x07" * 32, 0)
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    with pytest.raises(Unavailable, match=r"store.damaged"):
        put_back(backup, database, KEY, 0)
    assert database.read_bytes() == before
    assert not (tmp_path / "till" / "aside").exists()


def test_a_crash_between_the_old_file_and_the_new_one_is_ended_at_the_next_start(tmp_path):
    till = Till(tmp_path / "till")
    till.sell(100)
    backup = till.store.back_up(folder_of(tmp_path)).path
    till.store.close()
    database = tmp_path / "till" / "till.db"
    shutil.copyfile(backup, tmp_path / "till" / "till.db.half")
    finish_put_back(database)
    assert not (tmp_path / "till" / "till.db.half").exists()
    shutil.copyfile(backup, tmp_path / "till" / "till.db.half")
    set_aside(database, 0)
    finish_put_back(database)
    assert till.open().sales.totals().baskets == 1
    till.store.close()


def test_the_backup_that_reaches_furthest_is_taken_whatever_its_name_says(tmp_path):
    till = Till(tmp_path / "till")
    till.sell(100)
    till.clock.advance_ms(10 * 86_400_000)
    till.store.back_up(folder_of(tmp_path))
    till.clock.advance_ms(-5 * 86_400_000)
    till.sell(200)
    far = till.store.back_up(folder_of(tmp_path))
    till.store.close()
    assert rebuild(tmp_path / "till" / "till.db", KEY, [folder_of(tmp_path)], 0) == far.facts


def test_without_proof_of_the_key_a_database_is_left_where_it_is(tmp_path):
    till = Till(tmp_path / "till")
    till.store.close()
    database = tmp_path / "till" / "till.db"
    key_check_path(database).unlink()
    with pytest.raises(Unavailable, match=r"store.damaged"):
        rebuild(database, KEY, [folder_of(tmp_path)], 0)
    assert database.exists()


def test_two_files_set_aside_in_one_second_do_not_meet(tmp_path):
    for text in ("one", "two"):
        (tmp_path / "till.db").write_text(text)
        set_aside(tmp_path / "till.db", 0)
    assert sorted(p.read_text() for p in tmp_path.glob("aside/*/till.db")) == ["one", "two"]
    assert set_aside(tmp_path / "till.db", 0) is None
