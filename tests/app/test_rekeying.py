"""New keys for a till's files: whatever is cut short, the till opens and nothing is lost."""

import pytest

from posapp.app.rekeying import renew_store_keys
from posapp.app.stores import backup_folders
from posapp.errors import Unavailable
from posapp.offline import rekey
from posapp.offline.cache_store import CacheStore
from posapp.offline.rekey import opens_with, settled
from posapp.offline.till_backup import BackupFolder, rebuild
from posapp.settings import Settings
from tests.offline.test_recovery_secret import MemoryStore
from tests.offline.tills import KEYS, Till


class Stopped(Exception):
    """The power went."""


class FailingStore(MemoryStore):
    def __init__(self, keys, fails_at):
        super().__init__(keys)
        self.fails_at = fails_at
        self.saves = 0

    def save(self, keys):
        self.saves += 1
        if self.saves == self.fails_at:
            raise Stopped
        super().save(keys)


@pytest.fixture
def sold(tmp_path):
    till = Till(tmp_path / "till")
    till.sell(100)
    till.store.back_up(BackupFolder(till.folder / "copies", KEYS.till_db, 3))
    till.sell(200)
    till.store.close()
    CacheStore.open(till.folder, KEYS.cache_db).close()
    return till


def reopened(till, keys):
    till.keys = keys
    return till.open()


def test_the_files_are_under_the_new_keys_and_the_old_ones_open_nothing(sold):
    store = MemoryStore(KEYS)
    renew_store_keys(sold.folder, store, sold.clock)
    new = store.load()
    assert {new.till_db, new.cache_db}.isdisjoint({KEYS.till_db, KEYS.cache_db})
    assert (new.till_db_before, new.till_db_next) == (KEYS.till_db, b"")
    assert not opens_with(sold.folder / "till.db", KEYS.till_db)
    assert opens_with(sold.folder / "cache.db", new.cache_db)
    assert not list(sold.folder.glob("*.rekey*"))
    assert reopened(sold, new).sales.totals().baskets == 2
    assert sold.store.journal.verify().holds
    sold.sell(300)
    sold.store.close()


def test_a_till_that_is_open_keeps_its_keys(sold):
    sold.open()
    with pytest.raises(Unavailable, match=r"store.in_use"):
        renew_store_keys(sold.folder, MemoryStore(KEYS), sold.clock)
    sold.store.close()


def cut_at(point, monkeypatch):
    """The store that is used, after arranging for the power to go at this point."""

    def stop(*_args, **_named):
        raise Stopped

    match point:
        case "before anything is kept":
            return FailingStore(KEYS, 1)
        case "while it is copied":
            monkeypatch.setattr(rekey, "_change_key", stop)
        case "before it is swapped":
            monkeypatch.setattr(rekey, "_check_same", stop)
        case "after it is swapped":
            monkeypatch.setattr(rekey, "keep_key_check", stop)
        case "before the keys are kept":
            return FailingStore(KEYS, 2)
    return MemoryStore(KEYS)


POINTS = (
    "before anything is kept",
    "while it is copied",
    "before it is swapped",
    "after it is swapped",
    "before the keys are kept",
)


@pytest.mark.parametrize("point", POINTS)
def test_cut_short_anywhere_the_till_opens_and_the_same_again_finishes_it(sold, point):
    with pytest.MonkeyPatch.context() as patch:
        store = cut_at(point, patch)
        with pytest.raises(Stopped):
            renew_store_keys(sold.folder, store, sold.clock)
    keys = settled(sold.folder / "till.db", store, store.load())
    assert reopened(sold, keys).sales.totals().baskets == 2
    sold.store.close()
    renew_store_keys(sold.folder, store, sold.clock)
    assert store.load().till_db_before
    assert reopened(sold, store.load()).sales.totals().baskets == 2
    sold.store.close()


def test_a_backup_from_before_still_brings_a_damaged_till_back(sold):
    store = MemoryStore(KEYS)
    renew_store_keys(sold.folder, store, sold.clock)
    new = store.load()
    database = sold.folder / "till.db"
    database.write_bytes(b"\x00" * 8_192)
    folders = backup_folders(sold.folder, new, Settings())
    rebuild(database, new.till_db, folders, sold.clock.wall_ms())
    assert reopened(sold, new).sales.totals().baskets == 2
    assert sold.store.journal.verify().holds
    sold.store.close()
