"""The page of complaints: what is due first, steps in their order, done once; by keys alone."""

import pytest
from PySide6.QtCore import Qt

from posapp.domain.complaints import ComplaintStep
from posapp.domain.own_codes import receipt_code
from posapp.errors import OutcomeUnknown, Refused
from posapp.ui.complaints.presenter import ComplaintsPresenter
from posapp.ui.complaints.words import row_title, step_line, why_not
from posapp.ui.navigation import Place
from posapp.wire.complaints import (
    ComplaintActed,
    ComplaintCall,
    ComplaintRecord,
    ComplaintRow,
    ComplaintsListed,
    ComplaintStepTold,
    ComplaintTold,
)
from posapp.workflows.complaints import ComplaintDesk
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, CASHIER_PIN, WANG


def a_row(**changed):
    values = {
        "id": "c1",
        "about": "points",
        "way": "phone",
        "state": "open",
        "opened_ms": 1,
        "due_ms": 2,
        "is_late": True,
        "member_id": WANG.id,
        "number": WANG.number,
    }
    return ComplaintRow(**{**values, **changed})


def will_list(till, row=None):
    row = row or a_row()
    till.central.will(
        "complaints", ComplaintsListed(request_id="r", rows=(row,), waiting=3, late=1)
    )
    step = ComplaintStepTold(step="recorded", at_ms=1, who="张敏 (1024)", words="积分没有到账")
    till.central.will("complaint", ComplaintTold(request_id="r", row=row, steps=(step,)))


@pytest.fixture
def counter_floor(till, background, messages):
    return floor_at(till, background, messages, CASHIER)


@pytest.fixture
def page(till, counter_floor, qtbot):
    """The presenter with one complaint in sight."""
    will_list(till)
    made = ComplaintsPresenter(ComplaintDesk(till.central, till.desk), counter_floor)
    made.open("")
    settle(qtbot, counter_floor)
    settle(qtbot, counter_floor)
    return made


def acted(asked):
    return ComplaintActed(request_id="r", act_id=asked.act_id, complaint_id="c1", state="open")


def test_first_of_the_page_is_shown_whole_in_words(page):
    assert (page.state.waiting, page.state.late) == (3, 1)
    assert row_title(page.state.rows[0]) == "过期：积分，待答复"
    (step,) = page.state.told.steps
    assert step_line(step).splitlines()[1] == "积分没有到账"


def test_only_the_next_steps_can_be_done(page):
    can = [step.value for step in ComplaintStep if not why_not(step, page.state)]
    assert can == ["recorded", "taken", "answered"]


def test_lost_answer_is_asked_for_again_under_the_same_id(page, till, counter_floor, qtbot):
    page.ask(ComplaintStep.ANSWERED)
    till.central.will("complaint_act", OutcomeUnknown("central.no_answer"), acted)
    page.answer({}, "已说明", CASHIER_PIN)
    settle(qtbot, counter_floor)
    assert page.state.question.refusal.key == "central.no_answer"
    will_list(till, a_row(state="answered", is_late=False))
    page.answer({}, "已说明", CASHIER_PIN)
    for _ in range(3):
        settle(qtbot, counter_floor)
    first, second = till.central.requests("complaint_act")
    assert (first.act_id, first.complaint_id) == (second.act_id, "c1")
    assert (page.state.question, page.state.rows[0].state) == (None, "answered")


def test_refusal_stays_on_the_dialog_with_its_reason(page, till, counter_floor, qtbot):
    page.ask(ComplaintStep.CALLED)
    till.central.will("complaint_act", Refused("complaint.not_now", state="open"))
    page.answer({"outcome": "content"}, "电话回访", CASHIER_PIN)
    settle(qtbot, counter_floor)
    assert page.state.question.refusal.key == "complaint.not_now"
    (asked,) = till.central.requests("complaint_act")
    assert asked.what == ComplaintCall(outcome="content")
    page.cancel()
    assert page.state.question is None


@pytest.fixture
def counter(till, counter_floor, make_look, qtbot):
    with counter_window(till, counter_floor, make_look(), qtbot) as made:
        counter_floor.duty.sign_in(CASHIER)
        yield made


def test_a_complaint_of_a_member_is_recorded_by_keys_alone(counter, till, qtbot):
    will_list(till)
    counter.go(Place.COMPLAINTS, WANG.id)
    qtbot.waitUntil(lambda: counter.complaints.state.told is not None, timeout=15_000)
    counter.top.record.setFocus()
    counter.key(Qt.Key.Key_Return)
    dialog = counter.top
    dialog.note.edit.setText("等了一小时")
    counter.scan(receipt_code("A03-1-000007"))
    dialog.pin.setFocus()
    counter.type(CASHIER_PIN)
    till.central.will("complaint_act", acted)
    will_list(till)
    qtbot.waitUntil(dialog.confirm.isEnabled, timeout=15_000)
    dialog.confirm.setFocus()
    counter.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counter.complaints.state.question is None, timeout=15_000)
    (asked,) = till.central.requests("complaint_act")
    assert asked.what == ComplaintRecord(
        about="points", way="counter", member_id=WANG.id, receipt="A03-1-000007"
    )
    assert asked.note == "等了一小时"
