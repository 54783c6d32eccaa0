"""A till whose database is damaged or gone sells again: aside, backup, black box, feed."""

from contextlib import ExitStack

import pytest

from posapp.app.stores import open_mended_stores
from posapp.errors import Unavailable
from posapp.offline.engine import key_check_path, suspect_path
from posapp.offline.till_backup import BackupFolder
from tests.offline.feeds import feed_row, product
from tests.offline.tills import ENROLMENT, KEYS, Till


@pytest.fixture
def opened(tmp_path):
    """Open the folder as the till's start does; closed at the end."""
    with ExitStack() as closing:

        def opening(clock, **chosen):
            return open_mended_stores(tmp_path / "till", KEYS, clock, closing, chosen)

        yield opening


def sold_till(tmp_path):
    till = Till(tmp_path / "till")
    till.open_shift()
    till.sell(100)
    return till


def flip(path, place):
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("place", [100, 4_096 * 3 + 50])
def test_a_damaged_database_comes_back_from_backup_and_box_with_nothing_lost(
    tmp_path, opened, place
):
    till = sold_till(tmp_path)
    till.store.back_up(BackupFolder(tmp_path / "till" / "copies", KEYS.till_db, 3))
    later = till.sell(200)
    head = till.store.journal.head()
    till.store.close()
    flip(tmp_path / "till" / "till.db", place)
    suspect_path(tmp_path / "till" / "till.db").touch()
    stores = opened(till.clock)
    assert stores.till.recovered.rebuilt
    assert stores.till.recovered.restored == 1
    assert stores.till.journal.head() == head
    assert stores.till.journal.verify().holds
    assert stores.till.sales.last().sale == later
    assert stores.till.identity.enrolment() == ENROLMENT
    assert len(list((tmp_path / "till" / "aside").glob("*/till.db"))) == 1
    assert not suspect_path(tmp_path / "till" / "till.db").exists()


def test_a_statement_that_meets_damage_leaves_word_and_the_next_start_rebuilds(tmp_path, opened):
    till = sold_till(tmp_path)
    till.store.back_up(BackupFolder(tmp_path / "stick", KEYS.till_db, 3))
    (page,) = till.store._database.row("SELECT rootpage FROM sqlite_master WHERE name = 'sale'")
    till.store.close()
    database = tmp_path / "till" / "till.db"
    flip(database, (page - 1) * 4_096 + 99)
    with pytest.raises(Unavailable, match=r"store.damaged"):
        till.open().sales.last()
    till.store.close()
    assert suspect_path(database).exists()
    stores = opened(till.clock, backup_folder=str(tmp_path / "stick"))
    assert stores.till.sales.last().sale.net == 100


def test_a_deleted_database_comes_back_and_is_enrolled_as_before(tmp_path, opened):
    till = sold_till(tmp_path)
    till.store.back_up(BackupFolder(tmp_path / "till" / "copies", KEYS.till_db, 3))
    till.sell(200)
    till.store.close()
    for part in (tmp_path / "till").glob("till.db*"):
        part.unlink()
    stores = opened(till.clock)
    assert stores.till.sales.totals().baskets == 2
    assert stores.till.identity.enrolment() == ENROLMENT


def test_without_any_backup_the_box_alone_brings_every_sale(tmp_path, opened):
    till = sold_till(tmp_path)
    till.store.close()
    flip(tmp_path / "till" / "till.db", 100)
    stores = opened(till.clock)
    assert stores.till.sales.totals().baskets == 1
    assert stores.till.identity.enrolment() is None


def test_the_feed_begins_again_because_people_and_settings_are_old(tmp_path, opened):
    till = sold_till(tmp_path)
    till.store.back_up(BackupFolder(tmp_path / "till" / "copies", KEYS.till_db, 3))
    till.store.close()
    with ExitStack() as before:
        stores = open_mended_stores(tmp_path / "till", KEYS, till.clock, before, {})
        assert not stores.till.recovered.rebuilt
        stores.cache.apply([feed_row("product", product(1), 7)], "cursor-7", "epoch-1")
    flip(tmp_path / "till" / "till.db", 100)
    stores = opened(till.clock)
    assert stores.cache.cursor() == ("", "")
    assert stores.cache.counts().products == 1


def test_a_damaged_file_without_proof_of_its_key_is_not_touched(tmp_path, opened):
    till = sold_till(tmp_path)
    till.store.close()
    database = tmp_path / "till" / "till.db"
    key_check_path(database).unlink()
    flip(database, 100)
    before = database.read_bytes()
    with pytest.raises(Unavailable, match=r"store.damaged"):
        opened(till.clock)
    assert database.read_bytes() == before


def test_word_of_damage_that_is_not_there_is_taken_back(tmp_path, opened):
    till = sold_till(tmp_path)
    till.store.close()
    suspect_path(tmp_path / "till" / "till.db").touch()
    stores = opened(till.clock)
    assert not stores.till.recovered.rebuilt
    assert not suspect_path(tmp_path / "till" / "till.db").exists()
    assert not (tmp_path / "till" / "aside").exists()


def test_a_new_folder_is_a_new_till(tmp_path, opened):
    stores = opened(Till(tmp_path / "other").clock)
    assert not stores.till.recovered.rebuilt
