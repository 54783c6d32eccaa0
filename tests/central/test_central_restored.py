"""Central put back from a backup of its file: another epoch, and the tills bring what it lacks."""

from __future__ import annotations

from starlette.testclient import TestClient

from posapp.central import commands
from posapp.central.app import create_app
from posapp.central.commands import open_central
from tests.central.real_tills import receipts
from tests.central.tills import refusal


def restore_central(park, backup):
    """The operator stops central, puts the backup back and starts it again."""
    park.site.client.close()
    park.central.database.close()
    answer = commands.restore(park.folder, backup=backup)
    central = open_central(park.folder, clock=park.clock)
    park.central = park.site.central = central
    park.site.client = TestClient(create_app(central), raise_server_exceptions=False)
    return answer


def test_central_restored_gets_back_everything_and_keeps_the_file_that_stood_there(
    park, machine, tmp_path
):
    papers = [machine.sell() for _ in range(2)]
    machine.synchronise()
    commands.backup(park.folder, to=tmp_path / "copy.db")
    papers += [machine.sell() for _ in range(2)]
    machine.synchronise()
    answer = restore_central(park, tmp_path / "copy.db")
    assert answer["facts"] == 2
    assert len(list(park.folder.glob("central.db.before-*"))) == 1
    assert receipts(park) == papers[:2]
    machine.synchronise(2)
    assert receipts(park) == papers
    assert machine.incarnation() == 1


def test_the_same_backup_restored_twice_is_another_central_each_time(park, machine, tmp_path):
    commands.backup(park.folder, to=tmp_path / "copy.db")
    seen = set()
    for _ in range(2):
        restore_central(park, tmp_path / "copy.db")
        seen |= set(park.rows("SELECT value FROM meta WHERE name = 'epoch'"))
    assert len(seen) == 2


def test_restore_is_refused_while_central_runs_and_for_a_file_that_is_no_backup(park, tmp_path):
    commands.backup(park.folder, to=tmp_path / "copy.db")
    park.rows("SELECT 1")
    assert refusal(commands.restore, park.folder, backup=tmp_path / "copy.db").key == (
        "central.running"
    )
    (tmp_path / "no.db").write_bytes(b"not a database at all" * 100)
    assert refusal(commands.restore, park.folder, backup=tmp_path / "no.db").key == (
        "backup.not_verified"
    )
    assert park.rows("SELECT count(*) FROM tenant") == [(1,)]
    assert not list(park.folder.glob("*.part"))


def test_till_and_central_restored_at_once_lose_nothing_that_either_has(park, machine, tmp_path):
    papers = [machine.sell(), machine.sell()]
    machine.synchronise()
    commands.backup(park.folder, to=tmp_path / "copy.db")
    papers.append(machine.sell())
    machine.synchronise()
    assert machine.waiting() == 0
    machine.back_up(tmp_path / "old")
    restore_central(park, tmp_path / "copy.db")
    machine.restore(tmp_path / "old")
    machine.synchronise(2)
    assert receipts(park) == papers


def test_incarnation_that_a_restored_central_forgot_is_known_again(park, machine, other, tmp_path):
    """A copy got its own incarnation after the backup; both lines come back, and both go on."""
    papers = receipts(park)
    commands.backup(park.folder, to=tmp_path / "copy.db")
    papers += [machine.sell(), machine.sell(), other.sell()]
    machine.synchronise()
    other.synchronise()
    papers.append(other.sell())
    other.synchronise()
    assert other.incarnation() == 2
    restore_central(park, tmp_path / "copy.db")
    for copy in (other, machine, other):
        copy.synchronise()
    assert (machine.waiting(), other.waiting()) == (0, 0)
    assert receipts(park) == sorted(papers)
    papers += [machine.sell(), other.sell()]
    for copy in (machine, other):
        copy.synchronise()
    assert receipts(park) == sorted(papers)
    assert len(set(papers[-2:])) == 2
