"""A consent is withdrawn at the till whether or not central answers; the page says so at once."""

import pytest

from posapp.domain.consents import Purpose
from posapp.errors import Unavailable
from posapp.ui.look import Look
from posapp.ui.member.family_screen import ConsentsCard
from posapp.wire.consents import ConsentShown
from tests.ui.member.test_registering import RegisterDesk
from tests.workflows.counter import WANG


@pytest.fixture
def desk(till, floor, qtbot):
    return RegisterDesk(till, floor, qtbot)


@pytest.fixture
def card(desk, qtbot):
    card = ConsentsCard(Look(), desk.family)
    qtbot.addWidget(card)
    desk.family.changed.connect(card.show_state)
    return card


def given(at_ms=1):
    return ConsentShown(
        purpose="marketing", given=True, policy_version="v3", channel="display", at_ms=at_ms
    )


def withdraw(desk, card):
    card._buttons[Purpose.MARKETING].click()
    desk.settle()


def facts(desk):
    return [(each.data.member_id, each.data.purpose) for each in desk.till.facts("WithdrawalData")]


def test_offline_one_press_keeps_it_and_the_page_says_so(desk, card, shown):
    desk.till.go_offline()
    desk.family.enter(WANG)
    desk.settle()
    assert card._buttons[Purpose.MARKETING].text() == "撤回"
    withdraw(desk, card)
    assert facts(desk) == [(WANG.id, "marketing")]
    assert "等待送达" in card._states[Purpose.MARKETING].text()
    assert card._buttons[Purpose.MARKETING].reason == "离线时只能撤回，要同意请连上总部再点"
    assert "已撤回" in shown[-1].text


def test_it_is_still_known_when_her_page_is_opened_again(desk, card):
    desk.till.go_offline()
    desk.family.enter(WANG)
    desk.settle()
    withdraw(desk, card)
    other = RegisterDesk(desk.till, desk.floor, desk.qtbot)
    other.family.enter(WANG)
    other.settle()
    assert other.family.state.withdrawn_ms("marketing") > 0
    assert other.family.state.withdrawn_ms("profiling") == 0


def test_when_nobody_answers_it_is_kept_here_instead(desk, card):
    desk.opens_family(given())
    desk.family.enter(WANG)
    desk.settle()
    desk.till.central.will("change_consent", Unavailable("central.unreachable"))
    withdraw(desk, card)
    assert facts(desk) == [(WANG.id, "marketing")]
    assert desk.family.state.withdrawn_ms("marketing") > 0
    assert card._buttons[Purpose.MARKETING].text() == "同意"


def test_what_central_heard_after_it_is_what_holds(desk, card):
    desk.till.go_offline()
    desk.family.enter(WANG)
    desk.settle()
    withdraw(desk, card)
    desk.till.link["online"] = True
    desk.opens_family(given(at_ms=desk.till.clock.wall_ms() + 1_000))
    desk.family.load()
    desk.settle()
    assert desk.family.state.withdrawn_ms("marketing") == 0
    assert card._buttons[Purpose.MARKETING].text() == "撤回"
