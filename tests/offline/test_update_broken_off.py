"""An update that was broken off or taken back: the data opens, or says why not, and nothing is lost."""

import shutil

import pytest

from posapp.errors import Refused
from posapp.offline import till_store
from posapp.offline.database import Database
from posapp.offline.engine import open_encrypted
from posapp.offline.migrations import STEPS, migrate
from tests.offline.samples import sample_path
from tests.offline.tills import KEYS, Till

OLD = 1


@pytest.fixture
def updated(tmp_path):
    """A shop's folder of the first release, opened and sold with by today's program."""
    folder = tmp_path / "till"
    folder.mkdir()
    shutil.copy(sample_path(OLD), folder / "till.db")
    till = Till(folder)
    till.sell(4_200)
    till.store.close()
    return till


@pytest.fixture
def old_program(monkeypatch):
    """Today's code with the ladder of the first release."""

    def as_it_was(database, folder):
        migrate(database, folder, STEPS[:OLD])

    with monkeypatch.context() as patch:
        patch.setattr(till_store, "migrate", as_it_was)
        yield


def test_the_old_program_says_why_it_does_not_open_it_and_touches_nothing(updated, old_program):
    before = (updated.folder / "till.db").read_bytes()
    with pytest.raises(Refused, match=r"store.schema_newer") as refusal:
        updated.open()
    assert refusal.value.params == {"found": len(STEPS), "known": OLD}
    assert (updated.folder / "till.db").read_bytes() == before


def test_after_the_old_program_was_refused_the_new_one_has_every_sale(updated):
    with pytest.raises(Refused):
        migrate_as_old(updated)
    assert updated.open().sales.last().sale.net == 4_200
    assert updated.store.journal.verify().holds
    updated.store.close()


def test_what_the_old_program_left_stands_in_its_own_shape_beside_it(updated):
    """For a way back by hand: the copy from before the update is the old program's own."""
    copy = updated.folder / "copies" / f"till-schema-{OLD}.db"
    database = Database(open_encrypted(copy, KEYS.till_db, durable=True), durable=True)
    migrate(database, updated.folder / "none", STEPS[:OLD])
    assert database.row("SELECT COUNT(*) FROM sale") == (4,)
    database.close()


def migrate_as_old(updated):
    file = open_encrypted(updated.folder / "till.db", KEYS.till_db, durable=True)
    database = Database(file, durable=True)
    try:
        migrate(database, updated.folder / "none", STEPS[:OLD])
    finally:
        database.close()
