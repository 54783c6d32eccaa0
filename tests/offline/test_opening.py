"""What a data folder answers: another key, damage, a newer schema, a second till, a full disk."""

import errno
import os
import sqlite3
import stat

import pytest

from posapp.clock import ManualClock
from posapp.errors import Refused, Unavailable
from posapp.offline.blackbox import BlackBox
from posapp.offline.box_format import Record, RecordKind
from posapp.offline.database import Database
from posapp.offline.engine import key_check_path, open_encrypted
from posapp.offline.guard import Ballast, FolderLock
from posapp.offline.keys import TillKeys
from posapp.offline.migrations import STEPS, migrate, schema_version
from posapp.offline.till_store import TillStore
from tests.offline.tills import KEYS, Till

OTHER = TillKeys(
    till_db=b"\x0a" * 32,
    cache_db=KEYS.cache_db,
    black_box=KEYS.black_box,
    device_private=KEYS.device_private,
)
DATA = b"\x05" * 32


def open_at(folder, keys=KEYS) -> TillStore:
    return TillStore.open(folder, keys, ManualClock())


def test_a_database_of_another_key_is_told_apart_from_a_damaged_one(tmp_path):
    till = Till(tmp_path)
    till.sell(100)
    till.store.close()
    with pytest.raises(Unavailable, match=r"store.key_wrong"):
        open_at(tmp_path, OTHER)
    data = bytearray((tmp_path / "till.db").read_bytes())
    data[100] ^= 1
    (tmp_path / "till.db").write_bytes(data)
    with pytest.raises(Unavailable, match=r"store.damaged"):
        open_at(tmp_path)


def test_without_its_key_the_file_is_noise(tmp_path):
    Till(tmp_path).store.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "till.db").execute("SELECT * FROM sqlite_master").fetchall()
    key_check_path(tmp_path / "till.db").unlink()
    with pytest.raises(Unavailable, match=r"store.damaged"):
        open_at(tmp_path, OTHER)


def test_a_second_till_on_the_same_folder_is_turned_away(tmp_path):
    first = Till(tmp_path)
    with pytest.raises(Unavailable, match=r"store.in_use"):
        open_at(tmp_path)
    first.store.close()
    open_at(tmp_path).close()


def test_a_failed_opening_lets_the_folder_go(tmp_path):
    Till(tmp_path).store.close()
    with pytest.raises(Unavailable, match=r"store.key_wrong"):
        open_at(tmp_path, OTHER)
    open_at(tmp_path).close()


def test_a_file_of_a_newer_program_is_refused(tmp_path):
    till = Till(tmp_path)
    with till.store._database.write() as tx:
        tx.run("PRAGMA user_version = 99")
    till.store.close()
    with pytest.raises(Refused, match=r"store.schema_newer") as refusal:
        open_at(tmp_path)
    assert refusal.value.params == {"found": 99, "known": len(STEPS)}


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        open_at(tmp_path / "file" / "data")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        FolderLock(tmp_path / "none" / "till.lock")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        open_encrypted(tmp_path / "none" / "till.db", DATA, durable=True)


def test_a_key_of_another_length_is_a_mistake_of_the_program(tmp_path):
    with pytest.raises(ValueError, match="32 bytes"):
        open_encrypted(tmp_path / "a.db", b"short", durable=True)


def test_an_open_connection_is_durable_and_quiet(tmp_path):
    till = Till(tmp_path)
    database = till.store._database
    assert database.row("PRAGMA synchronous") == (2,)
    assert database.row("PRAGMA journal_mode") == ("wal",)
    assert database.row("PRAGMA wal_autocheckpoint") == (0,)
    assert database.row("PRAGMA foreign_keys") == (1,)
    till.store.drafts.save("sale-1", b"x")
    assert database.row("PRAGMA synchronous") == (2,)
    till.store.close()
    with pytest.raises(Unavailable, match=r"store.closed"):
        database.row("SELECT 1")


# --- migrations


def two_steps():
    return (*STEPS, ("CREATE TABLE later(a INTEGER) STRICT", "INSERT INTO later VALUES (1)"))


def database_at(path) -> Database:
    return Database(open_encrypted(path, DATA, durable=True), durable=True)


def test_a_migration_leaves_an_encrypted_copy_of_what_stood(tmp_path):
    database = database_at(tmp_path / "till.db")
    migrate(database, tmp_path / "copies")
    assert not (tmp_path / "copies").exists()
    migrate(database, tmp_path / "copies", two_steps())
    migrate(database, tmp_path / "copies", two_steps())
    assert schema_version(database) == len(STEPS) + 1
    database.close()
    copy = tmp_path / "copies" / f"till-schema-{len(STEPS)}.db"
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    old = database_at(copy)
    assert schema_version(old) == len(STEPS)
    assert old.row("SELECT name FROM sqlite_master WHERE name = 'later'") is None
    migrate(old, tmp_path / "copies", two_steps())
    old.close()


@pytest.mark.parametrize("fails_at", range(3))
def test_a_migration_that_fails_anywhere_leaves_the_old_schema(tmp_path, fails_at):
    database = database_at(tmp_path / "till.db")
    migrate(database, tmp_path)
    step = ["CREATE TABLE later(a INTEGER) STRICT", "INSERT INTO later VALUES (1)"]
    step.insert(fails_at, "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(Exception, match="nowhere"):
        migrate(database, tmp_path, (*STEPS, tuple(step)))
    assert schema_version(database) == len(STEPS)
    assert database.row("SELECT name FROM sqlite_master WHERE name = 'later'") is None
    database.close()


def test_every_table_is_strict_and_counts_money_in_whole_numbers(tmp_path):
    till = Till(tmp_path)
    database = till.store._database
    tables = database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    assert len(tables) > 15
    assert all("STRICT" in sql for _, sql in tables)
    with pytest.raises(Exception, match="INTEGER"):
        database.rows("INSERT INTO counter(name, value) VALUES ('a', 'b')")
    till.store.close()


# --- a full disk


def test_a_full_disk_is_met_with_the_ballast_once_and_the_sale_ends(tmp_path):
    till = Till(tmp_path)
    till.store.checkpoint_if_idle()
    assert (tmp_path / "ballast.bin").exists()
    build = till.cash_sale(*range(100, 3_000, 10))
    tries = fill_up(till)
    sale = till.store.sales.commit(lambda number: (tries(), build(number))[1])
    assert not (tmp_path / "ballast.bin").exists()
    assert till.store.sales.by_id(sale.id).sale == sale
    assert till.store.journal.verify().holds
    till.store.close()


def test_a_disk_that_stays_full_refuses_the_sale_and_keeps_what_was_sold(tmp_path):
    till = Till(tmp_path)
    known = till.sell(100)
    pages = till.store._database.row("PRAGMA page_count")[0]
    till.store._database.row(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Unavailable, match=r"store.disk_full"):
        till.sell(*range(100, 3_000, 10))
    till.store._database.row("PRAGMA max_page_count = 100000")
    assert till.store.sales.last().sale == known
    assert till.sell(200).receipt_number == "A03-1-000002"
    assert till.store.journal.verify().holds
    till.store.close()


def fill_up(till):
    """No page more fits on the first try; room comes back with the second."""
    tries = []

    def begin():
        tries.append(1)
        pages = till.store._database.row("PRAGMA page_count")[0]
        most = pages if len(tries) == 1 else 1_000_000
        till.store._database.row(f"PRAGMA max_page_count = {most}")

    return begin


def test_a_full_disk_under_the_black_box_is_told_and_what_stands_stays(tmp_path, monkeypatch):
    box = BlackBox(tmp_path, KEYS.black_box)
    box.append(Record(RecordKind.INTENT, 1, 1, b"c" * 32, b"one"), sync=True)
    write = os.write

    def full(file, data):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(Unavailable, match=r"store.disk_full"):
        box.append(Record(RecordKind.INTENT, 1, 2, b"c" * 32, b"two"), sync=True)
    monkeypatch.setattr(os, "write", write)
    box.append(Record(RecordKind.INTENT, 1, 3, b"c" * 32, b"three"), sync=True)
    box.make_room()
    box.close()
    again = BlackBox(tmp_path, KEYS.black_box)
    (segment,) = again.segments()
    assert [record.body for record in segment.records] == [b"one", b"three"]
    again.close()


def test_a_disk_error_under_the_black_box_is_told(tmp_path, monkeypatch):
    box = BlackBox(tmp_path, KEYS.black_box, segment_bytes=10)

    def broken(*_):
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fdatasync", broken)
    with pytest.raises(Unavailable, match=r"store.disk_error"):
        box.append(Record(RecordKind.INTENT, 1, 1, b"c" * 32), sync=True)
    monkeypatch.undo()
    box.close()


def test_the_ballast_is_made_once_and_given_back_once(tmp_path):
    ballast = Ballast(tmp_path / "ballast.bin", 3_000_000)
    assert not ballast.free()
    ballast.fill()
    made = (tmp_path / "ballast.bin").stat()
    assert made.st_size >= 3_000_000
    ballast.fill()
    assert (tmp_path / "ballast.bin").stat().st_mtime_ns == made.st_mtime_ns
    assert ballast.free()
    assert not ballast.free()
    nowhere = Ballast(tmp_path / "none" / "ballast.bin", 10)
    nowhere.fill()
    assert not nowhere.free()


def test_the_folder_and_its_files_are_for_this_person_only(tmp_path):
    till = Till(tmp_path / "data")
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "blackbox").stat().st_mode) == 0o700
    till.store.close()
    till.store.close()


# --- journal verify


def change(till, sql: str) -> None:
    with till.store._database.write() as tx:
        tx.run("PRAGMA defer_foreign_keys = ON")
        tx.run(sql)


@pytest.mark.parametrize(
    ("sql", "key", "seq"),
    [
        ("UPDATE outbox SET body = CAST('{}' AS BLOB) WHERE seq = 2", "journal.body_changed", 2),
        ("UPDATE outbox SET chain = zeroblob(32) WHERE seq = 3", "journal.chain_broken", 3),
        ("DELETE FROM outbox WHERE seq = 4", "journal.gap", 5),
        ("DELETE FROM outbox WHERE seq = 6", "journal.box_ahead", 6),
        ("DELETE FROM sale WHERE seq = 2", "journal.tables_differ", 6),
    ],
)
def test_verify_names_the_first_place_that_does_not_hold(till, sql, key, seq):
    till.sell(100)
    till.sell(200)
    for _ in range(4):
        till.store.outbox.append(till.audit())
    assert till.store.journal.verify().holds
    change(till, sql)
    broken = till.store.journal.verify().broken
    assert (broken.incarnation, broken.seq, broken.key) == (1, seq, key)


def test_verify_counts_what_it_read(till):
    till.open_shift()
    till.sell(100)
    till.store.identity.set_incarnation(2)
    till.sell(100)
    report = till.store.journal.verify()
    assert report.holds
    assert (report.entries, report.incarnations, report.pending) == (3, 2, 3)
    assert (report.head_incarnation, report.head_seq) == (2, 1)
    assert (report.box_records, report.box_entries) == (6, 3)


def test_verify_sees_a_journal_that_was_rewritten_whole(tmp_path):
    till = Till(tmp_path / "a")
    till.sell(100)
    till.store.close()
    forged = Till(tmp_path / "b")
    forged.sell(999)
    forged.store.close()
    for part in (tmp_path / "a").glob("till.db*"):
        part.unlink()
    (tmp_path / "b" / "till.db").rename(tmp_path / "a" / "till.db")
    store = open_at(tmp_path / "a")
    assert store.journal.verify().broken.key == "journal.box_differs"
    store.close()


def test_verify_sees_a_damaged_black_box(tmp_path):
    till = Till(tmp_path)
    for _ in range(3):
        till.sell(100)
    till.store.close()
    path = tmp_path / "blackbox" / "000001.bin"
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    store = open_at(tmp_path)
    assert store.journal.verify().broken.key == "journal.box_damaged"
    store.close()
