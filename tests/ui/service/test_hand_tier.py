"""A tier by hand at the till: which and until when, always with a second person; ended by its key."""

import pytest

from posapp.ui.look import Look
from posapp.ui.service.forms import what_of
from posapp.ui.service.presenter import ServicePresenter
from posapp.ui.service.state import Act, Question
from posapp.ui.service.tier_form import TierForm
from posapp.ui.service.words import file_lines, happened_title
from posapp.wire.service_desk import FileSection, Happened, SectionRow, TierChange
from posapp.workflows.service_desk import ServiceDesk
from tests.ui.service.test_service import a_file
from tests.ui.till_floor import floor_at, settle
from tests.workflows.counter import CASHIER, WANG

BY_HAND = FileSection(kind="hand_tier", rows=(SectionRow(title="2026-12-31", text="silver"),))


@pytest.fixture
def desk(till, background, messages, qtbot):
    floor = floor_at(till, background, messages, CASHIER)
    till.central.will("member_file", a_file())
    made = ServicePresenter(ServiceDesk(till.central, till.desk), floor)
    floor.duty.sign_in(CASHIER)
    made.open(WANG)
    settle(qtbot, floor)
    return made


def test_second_person_is_asked_for_from_the_start(desk):
    desk.ask(Act.TIER)
    assert desk.state.question.needs_second


def test_form_wants_a_tier_and_a_day(qtbot):
    form = TierForm(Look(), a_file())
    qtbot.addWidget(form)
    assert form.missing == "先选一个等级"
    form.tier.choose("diamond")
    assert form.missing == "先写到哪一天为止"
    form.until.edit.setText("2026-12-31")
    assert form.missing == ""
    question = Question(act=Act.TIER, who="", act_id="")
    assert what_of(question, form.fields) == TierChange(tier="diamond", until="2026-12-31")


def test_only_a_tier_by_hand_can_be_ended_and_that_needs_no_day(qtbot):
    plain, form = TierForm(Look(), a_file()), TierForm(Look(), a_file(sections=(BY_HAND,)))
    qtbot.addWidget(plain)
    qtbot.addWidget(form)
    with pytest.raises(KeyError):
        plain.tier.button("end")
    form.tier.button("end").click()
    assert (form.missing, form.until.isEnabled()) == ("", False)
    question = Question(act=Act.TIER, who="", act_id="")
    assert what_of(question, form.fields) == TierChange()


def test_file_and_timeline_say_it_in_words():
    lines = dict(file_lines(a_file(sections=(BY_HAND,))))
    assert lines["人工定的等级"] == "到 2026-12-31 为止，之后 银卡"
    said = [
        happened_title(Happened(id="t", at_ms=1, kind="tier", detail=detail))
        for detail in (
            {"from": "silver", "to": "diamond", "until": "2026-12-31"},
            {"from": "diamond", "to": "silver", "back": 1},
            {"from": "diamond", "to": "silver", "ended": 1},
        )
    ]
    assert said == [
        "等级定为 钻石，到 2026-12-31 为止",
        "取消人工定的等级，现在 银卡",
        "人工定的等级到期，现在 银卡",
    ]
