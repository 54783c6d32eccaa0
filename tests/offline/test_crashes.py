"""Kills, cut logs and changed bytes: what was told to be sold is there, or is known to be missing."""

import os
import random
import shutil
import signal
from multiprocessing import get_context
from pathlib import Path

import pytest

from posapp.clock import ManualClock
from posapp.errors import Unavailable
from posapp.offline.entries import PrintState
from posapp.offline.till_store import TillStore
from tests.offline.crash_writer import sell_for_ever
from tests.offline.tills import CUSTOMER, KEYS, Till


def run_until_killed(folder: Path, told: list[str], least: int, number: int) -> None:
    """Start a writer, read at least `least` sales from it, and kill it in the middle."""
    reading, writing = os.pipe()
    writer = get_context("fork").Process(target=sell_for_ever, args=(folder, number, writing))
    writer.start()
    os.close(writing)
    with os.fdopen(reading) as lines:
        for _ in range(least):
            line = lines.readline().strip()
            assert line, "the writer died by itself"
            told.append(line)
        os.kill(writer.pid, signal.SIGKILL)
        told.extend(line.strip() for line in lines if line.endswith("\n"))
    writer.join()


def test_ten_kills_lose_no_sale_that_was_told_and_break_no_chain(tmp_path):
    told: list[str] = []
    chance = random.Random(7)
    for kill in range(10):
        run_until_killed(tmp_path, told, chance.randint(1, 25), kill * 1_000)
        with_store = TillStore.open(tmp_path, KEYS, ManualClock())
        report = with_store.journal.verify()
        assert report.holds, report
        assert with_store.recovered.restored == 0
        stored = [sale.sale.receipt_number for sale in with_store.sales.each()]
        assert set(told) <= set(stored)
        assert stored == [f"A03-1-{n:06d}" for n in range(1, len(stored) + 1)]
        sums = with_store.shifts.sums(with_store.shifts.current().id)
        assert sums.net_sales == sum(each.sale.net for each in with_store.sales.each())
        with_store.close()


def keep_crashed(till: Till, target: Path) -> Path:
    """The folder as a power cut would leave it: copied while the store is open, then closed."""
    shutil.copytree(till.folder, target, ignore=shutil.ignore_patterns("till.lock"))
    till.store.close()
    return target


def cut_wal(folder: Path, kept: float) -> None:
    wal = folder / "till.db-wal"
    with wal.open("r+b") as log:
        log.truncate(int(wal.stat().st_size * kept))
    (folder / "till.db-shm").unlink(missing_ok=True)


@pytest.mark.parametrize("kept", [0.0, 0.35, 0.8])
def test_a_cut_log_is_put_back_from_the_black_box(tmp_path, kept):
    till = Till(tmp_path / "a")
    till.open_shift()
    till.store.checkpoint_if_idle()
    first = till.store.sales.commit(till.mixed_sale())
    till.refund(first, {2: 1_000})
    sales = [till.sell(100 * n) for n in range(1, 20)]
    till.store.prints.mark_printing("1-2-1")
    till.store.prints.mark_printed("1-2-1")
    till.store.prints.mark_printing("1-4-1")
    till.store.prints.mark_failed("1-4-1", "printer.no_paper")
    till.store.prints.mark_printing("1-3-1")
    sums = till.store.shifts.sums(till.shift.id)
    head = till.store.journal.head()
    folder = keep_crashed(till, tmp_path / "b")
    cut_wal(folder, kept)

    restored = TillStore.open(folder, KEYS, till.clock)
    assert restored.recovered.restored > 0
    assert restored.recovered.unfinished == ()
    assert restored.journal.head() == head
    assert restored.journal.verify().holds
    assert restored.shifts.sums(till.shift.id) == sums
    assert restored.sales.by_receipt(sales[-1].receipt_number).sale == sales[-1]
    assert restored.prints.get("1-2-1").state is PrintState.PRINTED
    assert restored.prints.get("1-3-1").state is PrintState.ASKED
    assert restored.prints.get("1-4-1").state in {PrintState.PENDING, PrintState.FAILED}
    assert len(restored.prints.pending()) == 19
    restored.close()
    again = TillStore.open(folder, KEYS, till.clock)
    assert again.recovered.restored == 0
    again.close()


def test_after_a_cut_log_the_next_sale_takes_the_next_number(tmp_path):
    till = Till(tmp_path / "a")
    till.store.checkpoint_if_idle()
    for _ in range(3):
        till.sell(100)
    folder = keep_crashed(till, tmp_path / "b")
    cut_wal(folder, 0)
    later = Till(folder, clock=till.clock)
    assert later.sell(100).receipt_number == "A03-1-000004"
    assert later.store.journal.verify().holds
    later.store.close()


def test_a_deleted_database_comes_back_from_the_black_box(tmp_path):
    till = Till(tmp_path / "a")
    sales = [till.sell(100) for _ in range(4)]
    folder = keep_crashed(till, tmp_path / "b")
    for part in folder.glob("till.db*"):
        part.unlink()
    restored = TillStore.open(folder, KEYS, till.clock)
    assert restored.recovered.restored == 4
    assert [each.sale for each in restored.sales.each()] == sales
    assert restored.identity.enrolment() is None
    restored.close()


def test_an_intent_that_was_never_committed_stays_out_and_is_told(tmp_path, monkeypatch):
    till = Till(tmp_path / "a")
    till.sell(100)
    build = till.cash_sale(900)
    # The power goes between the black box's INTENT and the database's COMMIT.
    monkeypatch.setattr(till.store.journal, "_note", _note_then_die(till.store.journal._note))
    with pytest.raises(PowerCut):
        till.store.sales.commit(build)
    folder = keep_crashed(till, tmp_path / "b")
    later = Till(folder, clock=till.clock)
    assert later.store.recovered.aborted == 1
    assert later.store.recovered.unfinished == ("A03-1-000002",)
    assert later.store.sales.totals().baskets == 1
    assert later.sell(500).receipt_number == "A03-1-000002"
    assert later.store.journal.verify().holds
    assert later.reopen().recovered.unfinished == ()
    later.store.close()


class PowerCut(BaseException):
    pass


def _note_then_die(note):
    def dying(kind, batch):
        note(kind, batch)
        raise PowerCut

    return dying


def test_the_second_try_after_a_failed_commit_is_the_one_that_counts(tmp_path, monkeypatch):
    till = Till(tmp_path / "a")
    build = till.cash_sale(900)
    with monkeypatch.context() as patch:
        patch.setattr(till.store.journal, "_note", _note_then_die(till.store.journal._note))
        with pytest.raises(PowerCut):
            till.store.sales.commit(build)
    sale = till.store.sales.commit(build)
    folder = keep_crashed(till, tmp_path / "b")
    cut_wal(folder, 0)
    later = TillStore.open(folder, KEYS, till.clock)
    assert later.recovered.unfinished == ()
    assert [each.sale for each in later.sales.each()] == [sale]
    later.close()


def test_nothing_on_the_disk_shows_a_name_or_a_number(tmp_path):
    till = Till(tmp_path / "a")
    till.open_shift()
    sale = till.sell(1_200)
    till.store.drafts.save("sale-9", CUSTOMER.encode())
    till.store.outbox.append(till.audit())
    folder = keep_crashed(till, tmp_path / "b")
    secrets = [
        CUSTOMER.encode(),
        CUSTOMER.encode("utf-16-le"),
        "王芳".encode(),
        sale.receipt_number.encode(),
        KEYS.till_db,
        KEYS.till_db.hex().encode(),
    ]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"till.db", "till.db-wal", "000001.bin"} <= {path.name for path in files}
    for path in files:
        data = path.read_bytes()
        assert not [secret for secret in secrets if secret in data], path


def test_a_changed_byte_in_the_database_is_told_and_never_read(tmp_path):
    till = Till(tmp_path)
    for _ in range(30):
        till.sell(100, 200, 300)
    till.store.close()
    database = tmp_path / "till.db"
    whole = database.read_bytes()
    chance = random.Random(3)
    for _ in range(12):
        damaged = bytearray(whole)
        damaged[chance.randrange(4096, len(whole))] ^= 1 << chance.randrange(8)
        database.write_bytes(damaged)
        with pytest.raises(Unavailable, match=r"store.damaged"):
            read_everything(tmp_path, till.clock)
    database.write_bytes(whole)
    assert read_everything(tmp_path, till.clock).holds


def read_everything(folder: Path, clock: ManualClock):
    store = TillStore.open(folder, KEYS, clock)
    try:
        store._database.rows("SELECT count(*) FROM (SELECT * FROM figure, (SELECT 1))")
        for table in ("print_job", "sale", "figure", "outbox", "attempt", "draft", "counter"):
            store._database.rows(f"SELECT * FROM {table}")
        broken = store._database.rows("PRAGMA cipher_integrity_check")
        if broken:
            raise Unavailable("store.damaged")
        return store.journal.verify()
    finally:
        store.close()
