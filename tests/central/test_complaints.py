"""Complaints: every step in its order and in a name, answered in time, forgotten with the person."""

from __future__ import annotations

import pytest

from posapp.central.complaints.listing import counts
from posapp.wire.complaints import (
    ComplaintAct,
    ComplaintActed,
    ComplaintAnswer,
    ComplaintAsked,
    ComplaintCall,
    ComplaintClose,
    ComplaintRecord,
    ComplaintsAsked,
    ComplaintsListed,
    ComplaintTake,
    ComplaintTold,
)
from posapp.wire.facts import SaleData
from tests.central.desk import BOSS_PIN, PIN, Desk
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal

HOUR = 3_600_000


class Centre(Desk):
    """The service centre: a clerk and a manager who work off complaints."""

    def do(self, what, complaint_id="", **changed):
        values = {
            "staff_id": self.clerk,
            "pin": PIN,
            "act_id": self.till.ids.new(),
            "note": "积分没有到账，会员王芳来电",
            "what": what,
            "complaint_id": complaint_id,
        }
        return self.till.ask(
            "/v1/complaints/act", ComplaintAct(**{**values, **changed}), ComplaintActed
        )

    def record(self, about="points", way="phone", member_id=None):
        hers = self.member_id if member_id is None else member_id
        return self.do(ComplaintRecord(about=about, way=way, member_id=hers)).complaint_id

    def listed(self, **asked):
        message = ComplaintsAsked(staff_id=self.clerk, **asked)
        return self.till.ask("/v1/complaints/list", message, ComplaintsListed)

    def told(self, complaint_id):
        message = ComplaintAsked(staff_id=self.clerk, complaint_id=complaint_id)
        return self.till.ask("/v1/complaints/show", message, ComplaintTold)


def work_off(centre, complaint_id):
    """Answered, called and closed at once."""
    for what in (ComplaintAnswer(), ComplaintCall(outcome="content"), ComplaintClose()):
        centre.do(what, complaint_id)


@pytest.fixture
def centre(park):
    return Centre(park)


def test_receipt_is_of_her_sale_or_of_nobodys_and_another_members_is_refused(park, centre):
    ids = park.till.ids
    hers, nobodys, others = (
        sale(ids, cart(A, member_id=who), cash(ids, 18_000 if who else 20_000))
        for who in (park.fang.id, None, park.frozen.id)
    )
    for sold in (hers, nobodys, others):
        park.till.tell(SaleData(sale=sold))
    for sold in (hers, nobodys):
        centre.do(record_of(park.fang.id, f" {sold.receipt_number} "))
    kept = park.rows("SELECT sale_id FROM complaint ORDER BY opened_ms, id")
    assert {each[0] for each in kept} == {hers.id, nobodys.id}
    wrong = record_of(park.fang.id, others.receipt_number)
    assert refusal(centre.do, wrong).key == "compensation.sale_of_another"
    assert refusal(centre.do, record_of(park.fang.id, "X")).key == "compensation.sale_unknown"
    centre.do(record_of("", others.receipt_number))


def record_of(member_id, receipt):
    return ComplaintRecord(about="points", way="phone", member_id=member_id, receipt=receipt)


def test_from_the_first_word_to_the_last_every_step_stands_in_its_order(park, centre):
    complaint = centre.record()
    for early in (ComplaintCall(outcome="content"), ComplaintClose()):
        assert refusal(centre.do, early, complaint).key == "complaint.not_now"
    steps = (
        (ComplaintTake(), "open"),
        (ComplaintAnswer(), "answered"),
        (ComplaintCall(outcome="not_reached"), "followed_up"),
        (ComplaintClose(), "closed"),
    )
    for what, state in steps:
        done = centre.do(what, complaint, staff_id=centre.boss, pin=BOSS_PIN)
        assert done.state == state
    assert refusal(centre.do, ComplaintAnswer(), complaint).key == "complaint.not_now"
    told = centre.told(complaint)
    assert [each.step.value for each in told.steps] == [
        "recorded",
        "taken",
        "answered",
        "called",
        "closed",
    ]
    assert (told.row.owner, told.steps[0].words) == (
        "周店长 (9001)",
        "积分没有到账，会员王芳来电",
    )
    happened = [each.detail.get("step") for each in centre.file().timeline]
    assert [each for each in happened if each][::-1] == [each.step.value for each in told.steps]


def test_who_is_not_content_after_the_call_is_answered_again_in_time(centre):
    complaint = centre.record()
    centre.do(ComplaintAnswer(), complaint)
    centre.park.clock.advance_ms(30 * HOUR)
    assert centre.do(ComplaintCall(outcome="not_content"), complaint).state == "open"
    row = centre.told(complaint).row
    assert row.due_ms == centre.park.clock.wall_ms() + 24 * HOUR


def test_what_is_due_first_stands_first_and_what_is_late_is_said(park, centre):
    first = centre.record()
    park.clock.advance_ms(HOUR)
    second = centre.record(about="tier", member_id="")
    third = centre.record(about="tier")
    centre.do(ComplaintAnswer(), third)
    park.clock.advance_ms(24 * HOUR - 1)
    page = centre.listed(limit=2)
    assert [each.id for each in page.rows] == [first, second]
    assert [each.is_late for each in page.rows] == [True, False]
    assert (page.waiting, page.late) == (3, 1)
    assert [each.id for each in centre.listed(after=page.next).rows] == [third]
    assert [each.id for each in centre.listed(shelf="overdue").rows] == [first]
    assert page.rows[0].number == park.fang.number
    assert (page.rows[1].number, page.rows[1].member_id) == ("", "")
    centre.do(ComplaintCall(outcome="content"), third)
    centre.do(ComplaintClose(), third)
    assert [each.id for each in centre.listed(shelf="closed").rows] == [third]
    with park.central.database.read() as connection:
        found = counts(connection, park.tenant.id, 0, 2**53, park.clock.wall_ms())
    assert [(row["about"], row["opened"], row["waiting"], row["late"]) for row in found] == [
        ("tier", 2, 1, 0),
        ("points", 1, 1, 1),
    ]


def test_sent_twice_it_is_recorded_once_and_not_without_a_pin(park, centre):
    act_id = park.till.ids.new()
    what = ComplaintRecord(about="privacy", way="message")
    assert refusal(centre.do, what, pin="000000").key == "sign_in.wrong_pin"
    one, two = (centre.do(what, act_id=act_id) for _ in range(2))
    assert one.complaint_id == two.complaint_id
    assert park.rows("SELECT count(*) FROM complaint") == [(1,)]


def test_what_she_said_is_nowhere_in_the_open_and_goes_with_her_key(park, centre):
    complaint = centre.record()
    kept = b"".join(bytes(row[0]) for row in park.rows("SELECT sealed FROM complaint_step"))
    assert "王芳".encode() not in kept
    centre.told(complaint)
    seen = park.rows("SELECT why FROM data_access WHERE what = 'complaint'")
    assert seen == [("complaint",)]
    park.write(
        "DELETE FROM subject_key WHERE subject_id = (SELECT subject_id FROM member WHERE id = :who)",
        who=park.fang.id,
    )
    assert [each.words for each in centre.told(complaint).steps] == [""]
    assert centre.do(ComplaintAnswer(), complaint).state == "answered"
