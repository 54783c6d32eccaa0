"""Central put back from a backup of its file: another epoch, and the tills bring what it lacks."""

from __future__ import annotations

from starlette.testclient import TestClient

from posapp.central import commands
from posapp.central.app import create_app
from posapp.central.caller import Caller, load_tenant
from posapp.central.commands import open_central
from posapp.central.lease_commands import set_policy
from posapp.central.lease_grants import grant_lease
from posapp.central.lease_watch import show_recovery
from posapp.domain.leases import LeasePolicy
from posapp.wire.leases import LeaseGrant
from posapp.workflows.lending import _kept
from tests.central.lending import CAP, CEILING
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


def test_what_a_till_was_lent_after_the_backup_is_booked_again_from_its_hello(
    park, machine, tmp_path
):
    set_policy(park.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    commands.backup(park.folder, to=tmp_path / "copy.db")
    lease_id = lend(park, machine)
    restore_central(park, tmp_path / "copy.db")
    waits = show_recovery(park.central)["waits_for"]
    assert waits == ["1号店 A03", "1号店 A07"]
    assert park.rows("SELECT id FROM lease") == []
    machine.synchronise()
    assert show_recovery(park.central)["waits_for"] == waits[:1]
    assert park.rows("SELECT id, state, left_amount FROM lease") == [(lease_id, "open", CAP)]
    who = park.member()
    assert (who.principal + who.bonus, who.held, park.cases()) == (115_000 - CAP, CAP, [])


def lend(park, machine):
    """A lease of this machine, as its lending lane gets and keeps one."""
    known = machine.till.store.identity.required()
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, known.tenant_id)
    caller = Caller(
        tenant=tenant,
        terminal_id=known.terminal_id,
        shop_id=known.shop_id,
        incarnation=1,
        newest=1,
    )
    asked = LeaseGrant(lease_id=park.central.ids.new(), member_id=park.fang.id)
    machine.till.store.leases.ask(asked.lease_id, asked.member_id, 1)
    with park.central.work(tenant) as unit:
        view = park.central.view_on(unit.connection, caller)
        reply = grant_lease(unit, view, caller, asked, "r")
    machine.till.store.leases.keep(_kept(reply, 1), reply.last_step)
    return asked.lease_id


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
