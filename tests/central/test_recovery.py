"""Restored tills, copied tills, central restored, and both at once: nobody's sale is lost."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from posapp.central import commands
from posapp.central.app import create_app
from posapp.central.commands import open_central
from tests.central.real_tills import enrol_machine, lost
from tests.central.tills import refusal


@pytest.fixture
def machine(park, tmp_path):
    made = enrol_machine(park, tmp_path / "one")
    yield made
    made.stop()


@pytest.fixture
def other(machine, tmp_path):
    """A copy of the machine, made while it had sold three times and told central."""
    for _ in range(3):
        machine.sell()
    machine.synchronise()
    copy = machine.copy(tmp_path / "two")
    yield copy
    copy.stop()


def receipts(park):
    """Every receipt number that central has posted, as often as it has."""
    return sorted(number for (number,) in park.rows("SELECT receipt_number FROM sale"))


def restore_central(park, backup):
    """The operator stops central, puts the backup back and starts it again."""
    park.site.client.close()
    park.central.database.close()
    answer = commands.restore(park.folder, backup=backup)
    central = open_central(park.folder, clock=park.clock)
    park.central = park.site.central = central
    park.site.client = TestClient(create_app(central), raise_server_exceptions=False)
    return answer


def test_restored_till_gets_a_new_incarnation_and_goes_on_selling(park, machine, tmp_path):
    papers = [machine.sell() for _ in range(3)]
    machine.back_up(tmp_path / "old")
    papers += [machine.sell() for _ in range(2)]
    machine.synchronise()
    machine.restore(tmp_path / "old")
    status = machine.synchronise()
    assert (machine.incarnation(), machine.told) == (2, [2])
    assert (status.problem, status.notice) == ("", "sync.now_after_restore")
    papers.append(machine.sell())
    assert papers[-1] == "A07-2-000001"
    machine.synchronise()
    assert machine.waiting() == 0
    assert receipts(park) == sorted(papers)
    assert park.cases() == ["till.restored"]


def test_restored_till_that_sold_before_it_heard_loses_none_of_both_lines(park, machine, tmp_path):
    papers = [machine.sell()]
    machine.back_up(tmp_path / "old")
    papers += [machine.sell() for _ in range(3)]
    machine.synchronise()
    machine.restore(tmp_path / "old")
    papers += [machine.sell() for _ in range(2)]
    machine.synchronise(2)
    assert machine.waiting() == 0
    assert receipts(park) == sorted(papers)
    assert park.cases() == ["sync.fork", "till.restored"]


def test_restored_till_that_sold_more_than_was_lost_is_found_out_by_its_fork(
    park, machine, tmp_path
):
    papers = [machine.sell()]
    machine.back_up(tmp_path / "old")
    papers += [machine.sell()]
    machine.synchronise()
    machine.restore(tmp_path / "old")
    papers += [machine.sell() for _ in range(4)]
    status = machine.synchronise()
    assert (machine.incarnation(), machine.waiting()) == (2, 0)
    assert status.notice == "sync.now_after_copy"
    assert receipts(park) == sorted(papers)


def test_new_incarnation_survives_a_restart_and_a_lost_answer_does_not_burn_another(
    park, machine, tmp_path
):
    machine.sell()
    machine.back_up(tmp_path / "old")
    machine.sell()
    machine.synchronise()
    machine.restore(tmp_path / "old")
    heard, machine.wire.change = machine.wire.change, lost
    machine.synchronise()
    assert machine.incarnation() == 1
    machine.wire.change = heard
    machine.synchronise()
    assert machine.incarnation() == 2
    machine.stop().start()
    assert machine.synchronise().notice == ""
    assert machine.incarnation() == 2
    assert park.rows("SELECT count(*) FROM incarnation") == [(1,)]


def test_copied_till_and_its_original_both_go_on_and_all_their_sales_count(park, machine, other):
    papers = receipts(park)
    papers += [machine.sell() for _ in range(2)]
    papers += [other.sell() for _ in range(4)]
    machine.synchronise()
    other.synchronise()
    assert (machine.incarnation(), other.incarnation()) == (1, 2)
    papers += [other.sell(), machine.sell()]
    assert papers[-2:] == ["A07-2-000001", "A07-1-000006"]
    for _ in range(3):
        machine.synchronise()
        other.synchronise()
    assert (machine.waiting(), other.waiting()) == (0, 0)
    assert (machine.incarnation(), other.incarnation()) == (1, 2)
    assert receipts(park) == sorted(papers)
    assert set(park.cases()) == {"sync.fork", "till.copied"}


def test_answers_about_a_forked_line_that_were_lost_post_nothing_twice(park, machine, other):
    machine.sell()
    machine.synchronise()
    other.sell()
    other.sell()
    other.synchronise()
    assert other.waiting() == 0
    before = park.rows("SELECT count(*), sum(amount) FROM entry")
    other.till.store.outbox.resend_from(2, 1)
    other.synchronise()
    assert other.waiting() == 0
    assert park.rows("SELECT count(*), sum(amount) FROM entry") == before
    assert len(receipts(park)) == 6


def test_facts_of_the_old_incarnation_still_arrive_under_the_new_one(park, machine, tmp_path):
    machine.sell()
    machine.back_up(tmp_path / "old")
    machine.sell()
    machine.synchronise()
    machine.restore(tmp_path / "old")
    machine.sell()
    machine.wire.change = lambda request, reply: (
        lost(request, reply) if request.url.endswith("push") else reply
    )
    machine.synchronise()
    assert (machine.incarnation(), machine.waiting()) == (2, 2)
    machine.wire.change = lambda _request, reply: reply
    machine.sell()
    machine.synchronise()
    assert machine.waiting() == 0
    assert len(receipts(park)) == 4


def test_three_copies_all_go_on(park, machine, other, tmp_path):
    third = machine.copy(tmp_path / "three")
    papers = receipts(park)
    for copy in (machine, other, third):
        papers += [copy.sell(), copy.sell()]
    for _ in range(3):
        for copy in (third, machine, other):
            copy.synchronise()
    papers += [copy.sell() for copy in (machine, other, third)]
    assert len(set(papers[-3:])) == 3
    for copy in (machine, other, third):
        copy.synchronise()
        assert copy.waiting() == 0
    third.stop()
    assert receipts(park) == sorted(papers)


def test_two_machines_restored_from_one_backup_end_up_apart(park, machine, other, tmp_path):
    """Nothing tells them apart until they have sold: first they are given the same incarnation."""
    machine.back_up(tmp_path / "old")
    machine.sell()
    machine.synchronise()
    for copy in (machine, other):
        copy.restore(tmp_path / "old")
        copy.synchronise()
    assert (machine.incarnation(), other.incarnation()) == (2, 2)
    for copy in (machine, other, machine, other):
        copy.sell()
        copy.synchronise()
    assert machine.incarnation() != other.incarnation()
    assert (machine.waiting(), other.waiting()) == (0, 0)
    assert len(receipts(park)) == 8


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
