"""Restored tills, copied tills, central restored, and both at once: nobody's sale is lost."""

from __future__ import annotations

from posapp.central import case_commands
from posapp.wire.canonical import decode
from posapp.wire.sync import PushRequest
from tests.central.real_tills import lost, receipts


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


def test_a_dead_letter_of_a_forked_line_that_was_taken_is_not_taken_again(park, machine, other):
    """Its answer was lost, the next batches were refused: the till sends the entry as it is."""
    sent = []

    def heard(request, reply):
        if request.url.endswith("push"):
            sent.append(decode(request.body, PushRequest))
        return reply

    machine.sell()
    machine.synchronise()
    other.wire.change = heard
    papers = [*receipts(park), other.sell(), other.sell()]
    other.synchronise()
    assert receipts(park) == sorted(papers)
    push = sent[-1]
    for item in push.items:
        other.sync._parts.calls.dead_letter(other.till.ids.new(), item, push.incarnation)
    waiting = case_commands.cases(park.folder)["quarantined"]
    assert waiting == []
    assert receipts(park) == sorted(papers)


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
