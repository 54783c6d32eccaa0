"""Small refusals that only a broken machine or a mistake of the program reaches."""

import errno
import os
import shutil

import pytest

from posapp.errors import Unavailable
from posapp.offline.batch import batch_to_bytes
from posapp.offline.blackbox import BlackBox
from posapp.offline.box_format import HEADER_BYTES, Record, RecordKind
from posapp.offline.database import Database
from posapp.offline.engine import open_encrypted
from posapp.offline.journal_rows import receipts_used
from posapp.offline.migrations import STEPS, migrate
from posapp.offline.returns import refund_in, sale_in
from posapp.offline.till_store import TillStore
from tests.offline.test_crashes import PowerCut, _note_then_die, keep_crashed
from tests.offline.tills import Till

KEY = b"\x02" * 32


def test_unfinished_refunds_and_top_ups_are_told_by_their_numbers(tmp_path, monkeypatch):
    till = Till(tmp_path / "a")
    sale = till.sell(1_000)
    note = till.store.journal._note
    for act in (lambda: till.refund(sale, {1: 1_000}), till.top_up):
        monkeypatch.setattr(till.store.journal, "_note", _note_then_die(note))
        with pytest.raises(PowerCut):
            act()
    monkeypatch.setattr(till.store.journal, "_note", _note_then_die(note))
    with pytest.raises(PowerCut):
        till.store.outbox.append(till.audit())
    folder = keep_crashed(till, tmp_path / "b")
    store = TillStore.open(folder, till.keys, till.clock)
    assert store.recovered.aborted == 3
    assert store.recovered.unfinished == ("A03-1-000002", "A03-1-000002")
    store.close()


def test_the_commit_stands_when_the_box_cannot_note_it(till, monkeypatch):
    append = till.store._box.append

    def no_commits(record, *, sync):
        if record.kind is RecordKind.COMMIT:
            raise Unavailable("store.disk_full")
        append(record, sync=sync)

    monkeypatch.setattr(till.store._box, "append", no_commits)
    sale = till.sell(100)
    monkeypatch.undo()
    till.sell(200)
    till.reopen()
    assert till.store.sales.by_id(sale.id).sale == sale
    assert till.store.recovered.restored == 0
    assert till.store.journal.verify().holds


def test_a_start_proves_what_the_box_only_announced_so_a_cut_log_cannot_undo_it(
    tmp_path, monkeypatch
):
    till = Till(tmp_path / "a")
    till.store.close()
    older = shutil.copy(tmp_path / "a" / "till.db", tmp_path / "older.db")
    till.reopen()
    append = till.store._box.append

    def no_commits(record, *, sync):
        if record.kind is not RecordKind.COMMIT:
            append(record, sync=sync)

    monkeypatch.setattr(till.store._box, "append", no_commits)
    sale = till.sell(100, paper=False)
    monkeypatch.undo()
    till.reopen()
    assert (till.store.recovered.restored, till.store.recovered.aborted) == (0, 0)
    till.store.close()
    shutil.copy(older, tmp_path / "a" / "till.db")
    till.reopen()
    assert till.store.recovered.restored == 1
    assert till.store.sales.by_id(sale.id).sale == sale
    till.store.close()


def test_an_entry_that_cannot_follow_is_reported_and_left_out(tmp_path):
    till = Till(tmp_path / "a")
    for _ in range(3):
        till.sell(100)
    batches = [record for segment in till.store._box.segments() for record in segment.records]
    till.store.close()
    for part in (tmp_path / "a").glob("till.db*"):
        part.unlink()
    for part in (tmp_path / "a" / "blackbox").iterdir():
        part.unlink()
    box = BlackBox(tmp_path / "a" / "blackbox", till.keys.black_box)
    for record in batches:
        if record.seq != 2:
            box.append(record, sync=True)
    box.close()
    store = TillStore.open(tmp_path / "a", till.keys, till.clock)
    assert (store.recovered.restored, store.recovered.unlinked) == (1, 1)
    # The third was printed under its number; it is nobody else's, though it has no place here.
    with store._database.read() as tx:
        assert receipts_used(tx, 1) == 3
    store.close()


def test_a_fact_of_another_kind_is_no_sale_and_no_refund(till):
    body = till.entry(till.audit().fact.data)
    from posapp.wire.facts import to_body

    for read in (sale_in, refund_in):
        with pytest.raises(TypeError):
            read(to_body(body.fact))


def test_a_copy_that_came_out_in_the_clear_is_thrown_away(tmp_path, monkeypatch):
    database = Database(open_encrypted(tmp_path / "till.db", KEY, durable=True), durable=True)
    migrate(database, tmp_path)
    rows = Database.rows

    def plain_copy(self, sql, values=()):
        if not sql.startswith("VACUUM"):
            return rows(self, sql, values)
        with open(values[0], "wb") as target:
            target.write(b"SQLite format 3\x00 and all the names")
        return []

    monkeypatch.setattr(Database, "rows", plain_copy)
    with pytest.raises(Unavailable, match=r"store.backup_failed"):
        migrate(database, tmp_path / "copies", (*STEPS, ("CREATE TABLE a(b INTEGER) STRICT",)))
    assert list((tmp_path / "copies").iterdir()) == []
    database.close()


def test_no_room_for_more_room_leaves_the_box_as_it_was(tmp_path, monkeypatch):
    box = BlackBox(tmp_path, KEY)
    write = os.write

    def half(file, data):
        if len(data) > 100_000:
            write(file, bytes(1_000))
            raise OSError(errno.ENOSPC, "no room")
        return write(file, data)

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(Unavailable, match=r"store.disk_full"):
        box.append(Record(RecordKind.INTENT, 1, 1, KEY), sync=True)
    assert (tmp_path / "000001.bin").stat().st_size == HEADER_BYTES
    monkeypatch.undo()
    box.append(Record(RecordKind.INTENT, 1, 1, KEY), sync=True)
    box.close()


def test_a_length_that_lies_is_no_record(tmp_path):
    box = BlackBox(tmp_path, KEY)
    box.append(Record(RecordKind.INTENT, 1, 1, KEY, b"x"), sync=True)
    box.close()
    path = tmp_path / "000001.bin"
    data = bytearray(path.read_bytes())
    data[HEADER_BYTES + 4 : HEADER_BYTES + 8] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    box = BlackBox(tmp_path, KEY)
    assert next(box.segments()).torn
    box.close()


def test_the_bytes_of_a_batch_are_the_same_for_the_same_batch(till):
    till.sell(100)
    record = next(till.store._box.segments()).records[0]
    from posapp.offline.batch import batch_from_bytes

    assert batch_to_bytes(batch_from_bytes(record.body)) == record.body
