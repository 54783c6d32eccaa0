"""Step two of a close: what devices count too is ticked or explained; blind all the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from posapp.domain.shift import TenderSum
from posapp.errors import Refused
from posapp.ui.navigation import Place
from posapp.ui.shift.close_state import Stage
from posapp.ui.shift.others_model import Others
from posapp.ui.shift.words import GapReason
from tests.ui.window_at import counter_window
from tests.workflows.counter import COLA
from tests.workflows.orders import order, pay_card, sold

ENTER = Qt.Key.Key_Return
CARD = TenderSum(kind="external", channel="card", count=1, taken=500)
VOUCHER = TenderSum(kind="third_party_coupon", count=1, taken=900)


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as opened:
        yield opened


@pytest.fixture
def counted(counter):
    """A shift with cash (500.00 float, 200.00 sold) and a card payment, its count submitted."""
    shift = counter.till.shifts.current()
    sold(counter.till, order(counter.till), shift)
    sold(counter.till, pay_card(counter.till, order(counter.till, COLA), 500), shift)
    counter.till.central.will("receipt_count", 2)
    counter.go(Place.SHIFT_CLOSE)
    counter.type("7")
    counter.key(ENTER)
    at_stage(counter, Stage.OTHERS)
    return counter


def at_stage(counter, stage):
    counter.qtbot.waitUntil(lambda: counter.closing.state.stage is stage, timeout=15_000)


def all_words(page):
    names = page.findChildren(QWidget)
    said = [QAccessible.queryAccessibleInterface(each) for each in names]
    return " ".join(each.text(QAccessible.Text.Name) for each in said if each is not None)


def test_space_ticks_and_enter_goes_on_to_the_z(counted):
    assert counted.find("shift.stages").accessibleName() == "2/4 核对其他"
    assert counted.find("shift_close.confirm").reason == "请逐项核对"
    counted.type(" ")
    assert counted.closing.state.others.is_complete
    counted.key(ENTER)
    at_stage(counted, Stage.REVIEW)
    (check,) = counted.closing.state.z.tender_checks
    assert (check.channel, check.entered, check.difference) == ("card", 500, 0)
    assert check.checked_by == counted.closing.state.z.counted_by


def test_the_step_tells_nothing_of_the_cash(counted):
    words = all_words(counted.top.others)
    assert "5.00" in words
    assert not any(figure in words for figure in ("700.00", "200.00", "205.00"))
    assert counted.closing.state.difference is None


def test_enter_goes_nowhere_while_one_is_left(counted, shown):
    counted.closing.confirm()
    assert [each.key for each in shown] == ["shift.others_not_checked"]
    assert counted.closing.state.stage is Stage.OTHERS


def test_another_total_is_typed_with_a_reason_by_keys_alone(counted, shown):
    counted.type("4")
    assert counted.find("shift.others.amount").hasFocus()
    counted.key(ENTER)
    assert [each.key for each in shown] == ["shift.check_needs_reason"]
    counted.key(Qt.Key.Key_Down)
    counted.key(ENTER)
    assert counted.find("shift.other.0").hasFocus()
    assert counted.closing.state.others.is_complete
    counted.key(ENTER)
    at_stage(counted, Stage.REVIEW)
    (check,) = counted.closing.state.z.tender_checks
    assert (check.entered, check.difference, check.reason) == (400, -100, "结算时间不同")


def test_another_total_is_entered_by_touch_alone(counted):
    counted.click("shift.other.0.other")
    counted.click("shift.others.pad.6")
    counted.click("shift.others.reason.by_hand")
    counted.click("shift_close.confirm")
    counted.click("shift_close.confirm")
    at_stage(counted, Stage.REVIEW)
    (check,) = counted.closing.state.z.tender_checks
    assert (check.entered, check.reason) == (600, "设备上另有收款")


def test_esc_drops_what_was_typed_and_then_goes_back_to_the_count(counted):
    counted.type("4")
    counted.key(Qt.Key.Key_Escape)
    assert (counted.closing.state.others.entry, counted.closing.state.stage) == (None, Stage.OTHERS)
    assert counted.find("shift.others.amount").text() == ""
    counted.type(" ")
    counted.key(Qt.Key.Key_Escape)
    assert counted.closing.state.stage is Stage.COUNT
    counted.closing.confirm()
    at_stage(counted, Stage.OTHERS)
    assert counted.closing.state.others.is_complete, "the same sum stays ticked"


def test_what_comes_in_meanwhile_is_checked_again(counted, shown):
    counted.type(" ")
    shift = counted.till.shifts.current()
    sold(counted.till, pay_card(counted.till, order(counted.till, COLA), 500), shift)
    counted.key(ENTER)
    counted.qtbot.waitUntil(lambda: bool(counted.closing.state.others.left), timeout=15_000)
    assert [each.key for each in shown] == ["shift.others_not_checked"]
    assert counted.closing.state.others.rows[0].tender.net == 1_000


def test_a_tick_is_taken_back_and_a_row_is_chosen():
    others = Others().of((CARD, VOUCHER)).tick(1)
    assert (others.left, others.at) == (1, 1)
    assert others.tick(1).left == 2
    assert others.choose(2).at == 0
    assert [each.kind for each in others.as_checks()] == ["third_party_coupon"]


def test_the_tills_own_total_typed_is_a_tick_and_no_amount_is_refused():
    others = Others().of((CARD,)).begin(0)
    with pytest.raises(Refused, match=r"shift\.amount_not_valid"):
        others.take()
    taken = others.reasoned(GapReason.LATER).typed(500).take()
    assert (taken.rows[0].difference, taken.rows[0].reason, taken.left) == (0, None, 0)


def test_a_changed_sum_is_unticked_and_others_stay():
    others = Others().of((CARD, VOUCHER)).tick(0).tick(1)
    more = TenderSum(kind="external", channel="card", count=2, taken=1_000)
    again = others.of((more, VOUCHER))
    assert [each.is_checked for each in again.rows] == [False, True]
