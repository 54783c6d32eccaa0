"""A sale on the real engine: each operation fails once, each write is the last before the cut."""

import random
import shutil
from contextlib import suppress
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from posapp.errors import Unavailable
from posapp.offline import engine
from posapp.offline.engine import open_encrypted
from posapp.offline.till_store import TillStore
from tests.offline.each_write import (
    FRAME_BYTES,
    WAL_HEADER_BYTES,
    Disk,
    failing_at,
    image_of,
    io_error,
)
from tests.offline.tills import KEYS, SMALL_BALLAST, Till


def opened(folder, clock) -> TillStore:
    return TillStore.open(folder, KEYS, clock, ballast_bytes=SMALL_BALLAST)


def baskets(store) -> int:
    return store.sales.totals().baskets


@pytest.mark.parametrize("was_done", [False, True])
def test_whatever_operation_of_a_commit_fails_the_sale_is_whole_or_not_there(tmp_path, was_done):
    """Tried again with the same id it is there once, whichever it was."""
    till = Till(tmp_path)
    till.open_shift()
    number = sold = 0
    while True:
        number += 1
        build = till.mixed_sale()
        disk = failing_at(number, io_error, was_done=was_done)
        with disk.watched(), suppress(Unavailable):
            till.store.sales.commit(build)
        assert baskets(till.store) in {sold, sold + 1}, number
        till.store.sales.commit(build)
        sold += 1
        assert baskets(till.store) == sold, number
        if disk.count < number:
            break
    assert number > 12
    assert till.store.journal.verify().holds
    head = till.store.journal.head()
    till.reopen()
    assert (baskets(till.store), till.store.journal.head()) == (sold, head)
    assert till.store.journal.verify().holds
    receipts = [each.sale.receipt_number for each in till.store.sales.each()]
    assert len(set(receipts)) == sold
    till.store.close()


def test_a_power_cut_at_any_write_of_a_commit_leaves_the_sale_whole_or_not_there(tmp_path):
    till = Till(tmp_path / "a")
    till.open_shift()
    till.sell(100)
    images = []

    def keep(count):
        images.append(image_of(till.folder, tmp_path / f"image-{count}"))

    with Disk(keep).watched():
        till.store.sales.commit(till.mixed_sale())
    told = image_of(till.folder, tmp_path / "told")
    assert len(images) > 12
    for image in images:
        store = opened(image, till.clock)
        assert baskets(store) in {1, 2}
        assert len(store.recovered.unfinished) <= 1
        assert not (store.recovered.unfinished and baskets(store) == 2)
        assert store.journal.verify().holds
        store.close()
    store = opened(told, till.clock)
    assert baskets(store) == 2
    store.close()
    till.store.close()


def test_a_log_torn_at_any_frame_of_a_told_sale_is_made_good_by_the_box(tmp_path):
    till = Till(tmp_path / "a")
    till.store.checkpoint_if_idle()
    till.sell(100)
    wal = till.folder / "till.db-wal"
    before = wal.stat().st_size
    sale = till.store.sales.commit(till.mixed_sale())
    head = till.store.journal.head()
    after = wal.stat().st_size
    cuts = range(before - WAL_HEADER_BYTES, after, FRAME_BYTES // 2)
    assert len(cuts) > 4
    for cut in cuts:
        image = image_of(till.folder, tmp_path / str(cut))
        with (image / "till.db-wal").open("r+b") as log:
            log.truncate(cut)
        store = opened(image, till.clock)
        assert store.journal.head() == head
        assert store.sales.by_id(sale.id).sale == sale
        assert store.journal.verify().holds
        store.close()
        shutil.rmtree(image)
    till.store.close()


def test_flipped_bits_in_the_log_never_cost_a_told_sale(tmp_path):
    """The box is whole: whatever the log lost silently is put back."""
    till = Till(tmp_path / "a")
    till.store.checkpoint_if_idle()
    sales = [till.sell(100 * n) for n in range(1, 7)]
    chance = random.Random(11)
    for round_ in range(25):
        image = image_of(till.folder, tmp_path / str(round_))
        data = bytearray((image / "till.db-wal").read_bytes())
        data[chance.randrange(WAL_HEADER_BYTES, len(data))] ^= 1 << chance.randrange(8)
        (image / "till.db-wal").write_bytes(data)
        store = opened(image, till.clock)
        assert [each.sale for each in store.sales.each()] == sales
        assert store.journal.verify().holds
        store.close()
        shutil.rmtree(image)
    till.store.close()


@pytest.mark.parametrize("gone", ["till.db-wal", "till.db-shm"])
def test_a_deleted_side_file_costs_nothing(tmp_path, gone):
    till = Till(tmp_path / "a")
    till.store.checkpoint_if_idle()
    sale = till.sell(100)
    image = tmp_path / "b"
    shutil.copytree(till.folder, image)
    (image / gone).unlink()
    store = opened(image, till.clock)
    assert [each.sale for each in store.sales.each()] == [sale]
    store.close()
    till.store.close()


# --- others at the file


def hold_locked(path, held, let_go):
    """Another program that keeps the database to itself until it is told to let go."""
    other = open_encrypted(path, KEYS.till_db, durable=True).connect()
    other.execute("BEGIN IMMEDIATE")
    held.set()
    let_go.wait(60)
    other.execute("ROLLBACK")
    other.close()


def test_a_lock_of_another_program_is_waited_for_then_told_and_sold_past(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.2)
    till = Till(tmp_path)
    held, let_go = Event(), Event()
    other = Thread(target=hold_locked, args=(tmp_path / "till.db", held, let_go))
    other.start()
    held.wait(60)
    with pytest.raises(Unavailable, match=r"store.busy"):
        till.sell(100)
    let_go.set()
    other.join()
    assert till.sell(200).receipt_number == "A03-1-000001"
    till.store.close()


def test_a_short_lock_of_another_program_is_not_even_noticed(till):
    held, let_go = Event(), Event()
    other = Thread(target=hold_locked, args=(till.folder / "till.db", held, let_go))
    other.start()
    held.wait(60)
    sold = []
    seller = Thread(target=lambda: sold.append(till.sell(100)))
    seller.start()
    let_go.set()
    seller.join()
    other.join()
    assert [each.net for each in sold] == [100]


# --- a disk that became read-only


def test_on_a_read_only_disk_nothing_is_begun_that_would_take_money(till):
    """The order itself, and the note before a card is charged, are refused; the till still reads."""
    till.sell(100)
    database = till.store._database
    database.rows("PRAGMA query_only = ON")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        till.store.drafts.save("sale-1", b"an order")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        till.sell(200)
    assert [each.sale.net for each in till.store.sales.each()] == [100]
    assert len(till.store.outbox.pending(10, 1 << 20)) == 1
    database.rows("PRAGMA query_only = OFF")
    assert till.sell(300).net == 300


def test_a_failed_flush_is_never_taken_for_a_success(till, monkeypatch):
    """After it nothing is known of the connection: another is opened, and the sale is asked for."""
    before = till.store._database.tx()
    build = till.cash_sale(100)
    with monkeypatch.context() as patched:
        patched.setattr("posapp.offline.blackbox._flush", _broken_flush)
        with pytest.raises(Unavailable, match=r"store.disk_error"):
            till.store.sales.commit(build)
    assert baskets(till.store) == 0
    assert not before.is_open
    till.store.sales.commit(build)
    assert baskets(till.store) == 1


def _broken_flush(_file):
    raise OSError(5, "Input/output error")


def test_a_damaged_page_floods_no_terminal(tmp_path, capfd):
    till = Till(tmp_path)
    till.sell(100)
    till.store.close()
    data = bytearray((tmp_path / "till.db").read_bytes())
    for place in range(8_192 + 77, len(data), 4_096):
        data[place] ^= 1
    (tmp_path / "till.db").write_bytes(data)
    with pytest.raises(Unavailable, match=r"store.damaged"):
        opened(tmp_path, till.clock)
    said = capfd.readouterr()
    assert len(said.out) + len(said.err) < 500


# --- asked before money is taken


def test_a_disk_that_could_not_keep_the_sale_says_so_before_money_is_taken(till, monkeypatch):
    ready = till.store.sales.check_ready
    ready()
    database = till.store._database
    database.rows("PRAGMA query_only = ON")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        ready()
    database.rows("PRAGMA query_only = OFF")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1_000))
    with pytest.raises(Unavailable, match=r"store.disk_full"):
        ready()
    till.store.checkpoint_if_idle()
    ready()
    till.store.suspect()
    with pytest.raises(Unavailable, match=r"store.damaged"):
        ready()
