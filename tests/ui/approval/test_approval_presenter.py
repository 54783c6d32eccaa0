"""A second person's yes: by PIN, or by badge where the shop says so; both names are journalled."""

from dataclasses import replace

import pytest

from posapp.domain.own_codes import badge_code, proving_badge
from posapp.domain.permissions import Permission
from posapp.ui.approval.presenter import ApprovalPresenter, ApprovalRequest
from posapp.ui.surface import Scan
from tests.ui.till_floor import settle
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN
from tests.workflows.test_badges import SECRET, give_badge

REQUEST = ApprovalRequest(
    action=Permission.REFUND,
    amount=3_510,
    reason="质量问题",
    title="退款需要店长授权",
    action_text="退货 小票 A03-0001",
    amount_text="¥35.10",
    confirm="授权退款",
    safe="返回，不退款",
)


@pytest.fixture
def asking(till, floor, qtbot):
    presenter = ApprovalPresenter(till.approving, floor)
    presenter.given = []
    presenter.ask(REQUEST, presenter.given.append)
    settle(qtbot, floor)
    return presenter


def test_only_people_who_may_are_offered_and_never_the_cashier_herself(asking):
    assert [staff.number for staff in asking.state.approvers] == [MANAGER.number]
    assert asking.state.chosen == MANAGER.number


def test_the_right_pin_approves_and_is_journalled_with_both_names(asking, till, floor, qtbot):
    asking.give_pin(MANAGER_PIN)
    settle(qtbot, floor)
    approval = asking.given[0]
    assert (approval.approved_by_name, approval.amount) == (MANAGER.name, 3_510)
    fact = till.facts("ApprovalData")[0]
    assert fact.data.requested_by_name == CASHIER.name
    assert asking.state is None


def test_a_wrong_pin_says_how_many_tries_are_left_and_asks_again(asking, floor, qtbot):
    asking.give_pin("000000")
    settle(qtbot, floor)
    assert asking.given == []
    assert asking.state.refusal.key == "sign_in.wrong_pin"
    assert not asking.state.busy


def test_a_badge_chooses_a_person_and_approves_nothing(asking, floor, qtbot):
    assert asking.take_scan(Scan(text=badge_code(MANAGER.number)))
    settle(qtbot, floor)
    assert (asking.given, asking.state.chosen) == ([], MANAGER.number)


def test_the_badge_of_a_person_who_may_not_is_refused(asking):
    assert asking.take_scan(Scan(text=badge_code(CASHIER.number)))
    assert asking.state.refusal.key == "approval.badge_may_not"


def test_any_other_scan_is_of_no_use_here(asking):
    assert not asking.take_scan(Scan(text="6901234567892"))
    assert not asking.take_scan(Scan(text=MANAGER_PIN))


def test_after_cancelling_a_late_answer_approves_nothing(asking, floor, qtbot):
    asking.give_pin(MANAGER_PIN)
    asking.cancel()
    settle(qtbot, floor)
    assert asking.given == []


def scan_badge(till, floor, qtbot, limits):
    give_badge(till)
    till.desk.use(replace(till.desk.settings, approve_by_badge=limits))
    presenter = ApprovalPresenter(till.approving, floor)
    given = []
    presenter.ask(REQUEST, given.append)
    settle(qtbot, floor)
    assert presenter.take_scan(Scan(text=proving_badge(MANAGER.number, SECRET)))
    settle(qtbot, floor)
    return presenter, given


def test_where_the_shop_allows_it_a_badge_approves_at_once(till, floor, qtbot):
    presenter, (approval,) = scan_badge(till, floor, qtbot, "refund 3510")
    assert (approval.proved_by, approval.approved_by_name) == ("badge", MANAGER.name)
    assert presenter.state is None


def test_above_the_limit_the_same_badge_only_names_her(till, floor, qtbot):
    presenter, given = scan_badge(till, floor, qtbot, "refund 3509")
    assert (given, presenter.state.chosen) == ([], MANAGER.number)
    assert (presenter.state.refusal, presenter.state.by_badge) == (None, False)
