"""The high-water mark in the key store: a folder from an older time, or another history, is told."""

import shutil

import keyring
import pytest

from posapp.errors import Unavailable
from posapp.offline.anchor import HighWater, KeyringAnchor, high_water, is_behind
from posapp.offline.till_store import TillStore
from tests.offline.test_keys import ForgetfulRing, LockedRing, MemoryRing
from tests.offline.tills import KEYS, Till


@pytest.fixture
def anchor():
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryRing())
    yield KeyringAnchor("/till")
    keyring.set_keyring(before)


def test_a_mark_is_read_back_as_it_was_written(till, anchor):
    assert anchor.load() is None
    assert high_water(till.store) is None
    till.sell(100)
    mark = high_water(till.store)
    anchor.save(mark)
    assert anchor.load() == mark
    assert mark.place == (1, 1)
    assert not is_behind(till.store, mark)


def test_a_folder_put_back_from_an_older_time_is_behind(tmp_path, anchor):
    till = Till(tmp_path / "a")
    till.sell(100)
    till.store.close()
    shutil.copytree(tmp_path / "a", tmp_path / "old")
    till.open()
    till.sell(200)
    anchor.save(high_water(till.store))
    till.store.close()
    old = TillStore.open(tmp_path / "old", KEYS, till.clock)
    assert is_behind(old, anchor.load())
    old.close()


def test_a_copy_of_the_database_without_its_log_and_box_is_behind(tmp_path, anchor):
    till = Till(tmp_path / "a")
    till.store.checkpoint_if_idle()
    till.sell(100)
    anchor.save(high_water(till.store))
    (tmp_path / "hot").mkdir()
    for name in ("till.db", "till.db.key-check"):
        shutil.copy(tmp_path / "a" / name, tmp_path / "hot")
    till.store.close()
    hot = TillStore.open(tmp_path / "hot", KEYS, till.clock)
    assert is_behind(hot, anchor.load())
    hot.close()


def test_a_clone_that_went_another_way_is_told_though_it_went_further(tmp_path, anchor):
    till = Till(tmp_path / "a")
    till.sell(100)
    till.store.close()
    shutil.copytree(tmp_path / "a", tmp_path / "clone")
    till.open()
    till.sell(200)
    anchor.save(high_water(till.store))
    till.store.close()
    clone = Till(tmp_path / "clone", clock=till.clock)
    clone.sell(300)
    clone.sell(400)
    assert is_behind(clone.store, anchor.load())
    clone.store.close()


def test_a_mark_of_another_terminal_says_nothing(till):
    till.sell(100)
    other = HighWater(terminal_id="terminal-2", incarnation=9, seq=9, chain="")
    assert not is_behind(till.store, other)
    assert not is_behind(till.store, None)


def test_words_of_another_program_in_the_key_store_are_passed_over(anchor):
    keyring.get_keyring().set_password("posapp till", "/till high-water", "not ours")
    assert anchor.load() is None


@pytest.mark.parametrize(
    ("ring", "key"), [(LockedRing, "keys.keyring_locked"), (ForgetfulRing, "keys.no_keyring")]
)
def test_a_key_store_that_does_not_keep_says_so(anchor, ring, key):
    keyring.set_keyring(ring())
    mark = HighWater(terminal_id="t", incarnation=1, seq=1, chain="")
    with pytest.raises(Unavailable, match=key):
        anchor.save(mark)
