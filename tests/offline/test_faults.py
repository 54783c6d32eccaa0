"""The disk says no in the middle: the transaction is undone, the connection renewed, nothing is lost."""

import resource
from contextlib import contextmanager
from threading import Thread

import pytest
import sqlcipher3.dbapi2 as driver

from posapp.errors import Unavailable
from posapp.offline import journal_rows, outbox, prints, sales, shift_sums
from posapp.offline.engine import translated
from posapp.wire.facts import HoldReleaseData
from tests.offline.tills import Till


@contextmanager
def no_file_longer_than(size: int):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fails_under_the_log_refuses_and_heals(till):
    till.open_shift()
    known = till.sell(100)
    length = (till.folder / "till.db-wal").stat().st_size
    with no_file_longer_than(length + 5_000), pytest.raises(Unavailable) as refusal:
        till.sell(*range(100, 2_000, 10))
    assert refusal.value.key in {"store.disk_full", "store.disk_error"}
    assert till.store.sales.last().sale == known
    after = till.sell(300)
    assert after.receipt_number == "A03-1-000002"
    assert till.store.journal.verify().holds
    till.reopen()
    assert till.store.recovered.restored == 0
    assert [each.sale for each in till.store.sales.each()] == [known, after]


def test_every_size_at_which_the_disk_may_end_leaves_a_whole_journal(tmp_path):
    for step in range(0, 60_000, 6_000):
        till = Till(tmp_path / str(step))
        length = (till.folder / "till.db-wal").stat().st_size
        box = (till.folder / "blackbox" / "000001.bin").stat().st_size
        sold = 0
        with no_file_longer_than(max(length, box) + step):
            try:
                till.sell(100, 200)
                sold = 1
            except Unavailable:
                pass
        assert till.store.sales.totals().baskets == sold
        till.sell(300)
        assert till.store.journal.verify().holds
        till.reopen()
        assert till.store.sales.totals().baskets == sold + 1
        till.store.close()


def test_after_an_io_error_the_connection_is_not_used_again(till):
    database = till.store._database
    before = database.tx()
    with pytest.raises(Unavailable, match=r"store.disk_error"):
        write_until_it_fails(database)
    assert database.tx() is not before
    assert database.row("SELECT 1 FROM meta WHERE name = 'a'") is None
    with pytest.raises(Unavailable, match=r"store.disk_error"), database.read():
        raise driver.OperationalError("disk I/O error")
    assert till.sell(100).net == 100


def write_until_it_fails(database):
    with database.write() as tx:
        tx.run("INSERT INTO meta(name, value) VALUES ('a', 'b')")
        raise driver.OperationalError("disk I/O error")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("database or disk is full", "store.disk_full"),
        ("disk I/O error", "store.disk_error"),
        ("attempt to write a readonly database", "store.read_only"),
        ("unable to open database file", "store.read_only"),
        ("database is locked", "store.busy"),
        ("file is not a database", "store.damaged"),
        ("database disk image is malformed", "store.damaged"),
        ("no such table: sale", None),
    ],
)
def test_the_words_of_the_database_are_sorted_by_what_to_do(text, key):
    known = translated(driver.OperationalError(text))
    assert (known.key if known else None) == key


def test_a_mistake_of_the_program_is_not_dressed_up_as_trouble_with_the_disk(till):
    for ask in (till.store._database.row, till.store._database.rows):
        with pytest.raises(driver.OperationalError, match="no such table"):
            ask("SELECT * FROM nowhere")


def test_a_released_hold_is_journalled_and_moves_nothing(till):
    data = HoldReleaseData(hold_id="h", tender_id="t", sale_id=till.ids.new(), reason="dropped")
    assert till.store.outbox.append(till.entry(data)) == 1
    assert till.store.journal.newest("hold_release.v1", 5)[0].data == data


def test_a_listener_hears_of_every_commit_once(till):
    heard = []
    till.store.journal.watch(lambda: heard.append(till.store.journal.head()[1]))
    build = till.cash_sale(100)
    till.store.sales.commit(build)
    till.store.sales.commit(build)
    till.store.outbox.append(till.audit())
    assert heard == [1, 2]


def test_no_statement_of_a_sale_or_a_sync_pass_scans_a_table(till):
    once = {"_COUNTS", "_RECEIPTS", "_PAGE", "_RECENT"}
    for module in (journal_rows, outbox, prints, sales, shift_sums):
        for name, sql in vars(module).items():
            if not isinstance(sql, str) or not sql.strip().startswith(("SELECT", "INSERT", "UPD")):
                continue
            if name in once:
                continue
            places = 1 if "?1" in sql else sql.count("?")
            plan = till.store._database.rows(f"EXPLAIN QUERY PLAN {sql}", (1,) * places)
            steps = [row[3] for row in plan]
            # The first rows of an order that the table has by itself are no scan of it.
            walks = "LIMIT" in sql and not any("TEMP B-TREE" in step for step in steps)
            scans = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
            assert walks or not scans, (name, steps)


def test_a_paper_that_nobody_can_tell_about_is_asked_about(till):
    till.sell(100)
    (job,) = till.store.prints.pending()
    till.store.prints.mark_printing(job.id)
    till.store.prints.mark_asked(job.id)
    till.reopen()
    assert [each.id for each in till.store.prints.asked()] == [job.id]


def test_threads_that_end_give_their_connections_back(till):
    till.sell(100)
    heard = []
    for _ in range(40):
        thread = Thread(target=lambda: heard.append(till.store.sales.last().sale.net))
        thread.start()
        thread.join()
    assert heard == [100] * 40
    assert len(till.store._database._held) < 5


def test_a_builder_may_read_the_store_it_commits_to(till):
    sale = till.sell(1_000)
    build = till.cash_sale(100)
    seen = []
    till.store.sales.commit(
        lambda number: (seen.append(till.store.sales.returned(sale.id)), build(number))[1]
    )
    assert seen == [{}]
