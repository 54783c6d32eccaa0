"""Ctrl+Y on X, Z and the manager's report: how 应有 and 长短款 came about; a blind one says why not."""

import pytest
from PySide6.QtCore import Qt

from posapp.domain.permissions import Permission
from posapp.ui.keymap import Action
from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from posapp.ui.sell.why_sheet import WhySheet
from posapp.ui.shift.why_cash import of_the_close
from posapp.wire.case_work import CasesListed
from tests.domain.test_z_content import rich
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN
from tests.workflows.orders import order, sold

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as opened:
        yield opened


def ask(counter) -> str:
    counter.key(Qt.Key.Key_Y, CTRL)
    assert isinstance(counter.top, WhySheet)
    told = counter.top.text
    counter.key(Qt.Key.Key_Escape)
    return told


def test_a_manager_is_told_how_it_came_about(counter):
    sold(counter.till, order(counter.till), counter.till.shifts.current())
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.X_REPORT)
    assert "report.x_seen" in counter.till.audits()
    assert ask(counter).splitlines() == [
        "应有现金",
        "开班时的备用金 500.00",
        "订单收的现金，已减找零 200.00",
        "应有 700.00",
    ]
    counter.click("x_report.why")
    assert isinstance(counter.top, WhySheet)


def test_a_blind_x_says_why_not_and_has_no_figure_to_tell(counter, shown):
    sold(counter.till, order(counter.till), counter.till.shifts.current())
    counter.go(Place.X_REPORT)
    counter.key(Qt.Key.Key_Y, CTRL)
    assert shown[-1].key == "shift.expected_hidden"
    assert counter.top.objectName() == "x_report"
    assert counter.x_report.shown.expected == ()
    why = counter.find("x_report.why")
    assert not why.isEnabled()
    assert why.reason == "应有数在清点提交后才显示"
    counter.key(Qt.Key.Key_Escape)
    assert not counter.x_report.shown


def test_while_counting_the_key_says_why_not_and_on_the_z_it_tells_everything(counter, shown):
    counter.go(Place.SHIFT_CLOSE)
    counter.key(Qt.Key.Key_Y, CTRL)
    assert shown[-1].key == "shift.expected_hidden"
    counter.till.central.will("receipt_count", 0)
    for _ in range(5):
        counter.click("shift.count.10000.more")
    counter.click("shift_close.confirm")
    told = ask(counter)
    assert "开班时的备用金 500.00\n应有 500.00" in told
    assert "¥100.00 × 5 500.00\n实点 500.00" in told
    assert told.endswith("长短款\n实点 500.00\n应有 −500.00\n没有差异 0.00")
    counter.click("shift.why")
    assert isinstance(counter.top, WhySheet)


def test_the_shown_report_of_a_manager_tells_the_difference_and_its_reason(counter):
    till = counter.till
    shift = till.shifts.current()
    approval = till.approving.approve(
        Permission.CLOSE_SHIFT, 20_000, CASHIER, "9001", MANAGER_PIN, reason="漏收", shift=shift
    )
    till.shifts.close({10_000: 3}, "漏收或多收", CASHIER, approval=approval)
    till.central.will("cases", CasesListed(request_id="r", rows=(), total=0, oldest_ms=0))
    counter.floor.duty.use_shift(None)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.MANAGER)
    counter.manager.choose(str(Tab.SHIFTS))
    counter.qtbot.waitUntil(lambda: counter.manager.state.z is not None, timeout=15_000)
    assert ask(counter).endswith("短款 −200.00\n原因：漏收或多收")
    counter.click("manager.why")
    assert isinstance(counter.top, WhySheet)


def test_without_a_report_the_managers_key_says_so(counter, shown):
    counter.till.central.will("cases", CasesListed(request_id="r", rows=(), total=0, oldest_ms=0))
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.MANAGER)
    assert not counter.top.take_action(Action.WHY)
    counter.manager.choose(str(Tab.SHIFTS))
    counter.key(Qt.Key.Key_Y, CTRL)
    assert shown[-1].key == "report.not_chosen"


def test_each_part_ends_at_its_result(qapp):
    sections = of_the_close(rich())
    assert [rows[-1].is_result for _title, rows in sections] == [True, True, False]
    results = [row.text for _title, rows in sections for row in rows if row.is_result]
    assert results == ["应有", "实点", "长款"]
