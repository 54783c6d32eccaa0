"""Every released schema comes up to the present one, and no failure leaves one in between."""

import shutil

import pytest

from posapp.clock import ManualClock
from posapp.errors import PosError
from posapp.offline.database import Database
from posapp.offline.engine import open_encrypted
from posapp.offline.migrations import STEPS, migrate, schema_version
from posapp.offline.till_store import TillStore
from tests.offline.each_write import Disk, failing_at, image_of, io_error
from tests.offline.samples import FOLDER, sample_path
from tests.offline.tills import KEYS, SMALL_BALLAST, Till

SAMPLES = sorted(int(path.stem.rsplit("-", 1)[1]) for path in FOLDER.glob("till-schema-*.db"))


def schema_of(database):
    """What the database declares, in whatever order it was made."""
    return sorted(database.rows("SELECT type, name, tbl_name, sql FROM sqlite_master"), key=str)


def opened(path) -> Database:
    return Database(open_encrypted(path, KEYS.till_db, durable=True), durable=True)


@pytest.fixture
def fresh(tmp_path):
    (tmp_path / "fresh").mkdir()
    database = opened(tmp_path / "fresh" / "till.db")
    migrate(database, tmp_path / "fresh-copies")
    yield database
    database.close()


def at_version(folder, version) -> Database:
    """An empty file, or the sample that the release with this schema left."""
    folder.mkdir()
    if version:
        shutil.copy(sample_path(version), folder / "till.db")
    return opened(folder / "till.db")


def test_every_released_schema_has_its_sample():
    assert set(range(1, len(STEPS))) <= set(SAMPLES)
    assert SAMPLES


@pytest.mark.parametrize("version", SAMPLES)
def test_a_sample_of_a_released_schema_becomes_the_declared_one(tmp_path, fresh, version):
    old = at_version(tmp_path / "old", version)
    migrate(old, tmp_path / "copies")
    assert schema_version(old) == len(STEPS)
    assert schema_of(old) == schema_of(fresh)
    old.close()


@pytest.mark.parametrize("version", SAMPLES)
def test_a_sample_of_a_released_schema_is_opened_and_sells_on(tmp_path, version):
    shutil.copy(sample_path(version), tmp_path / "till.db")
    till = Till(tmp_path)
    assert till.store.sales.totals().baskets == 4
    assert till.store.journal.verify().holds
    head = till.store.journal.head()
    till.sell(300)
    assert till.store.journal.head()[1] == head[1] + 1
    till.store.close()


@pytest.mark.parametrize("version", range(len(STEPS)))
def test_the_nth_statement_of_a_migration_fails_and_the_schema_is_old_or_new(
    tmp_path, fresh, version
):
    number = 0
    while True:
        number += 1
        folder = tmp_path / str(number)
        database = at_version(folder, version)
        before = schema_of(database)
        disk = failing_at(number, io_error)
        try:
            with disk.watched():
                migrate(database, folder / "copies")
        except PosError:
            pass
        done = disk.count < number
        database.close()
        again = opened(folder / "till.db")
        assert schema_of(again) == (schema_of(fresh) if done else before) or (
            version < schema_version(again) < len(STEPS)
        )
        migrate(again, folder / "copies")
        assert schema_of(again) == schema_of(fresh)
        again.close()
        shutil.rmtree(folder)
        if done:
            break
    assert number > len(STEPS[version])


@pytest.mark.parametrize("version", range(len(STEPS)))
def test_a_power_cut_at_any_statement_of_a_migration_leaves_old_or_new(tmp_path, version):
    images = []

    def keep(count):
        images.append(image_of(tmp_path / "a", tmp_path / f"image-{count}"))

    database = at_version(tmp_path / "a", version)
    with Disk(keep).watched():
        migrate(database, tmp_path / "copies")
    database.close()
    for image in images:
        store = TillStore.open(image, KEYS, ManualClock(), ballast_bytes=SMALL_BALLAST)
        assert schema_version(store._database) == len(STEPS)
        assert store.is_sound()
        store.close()
