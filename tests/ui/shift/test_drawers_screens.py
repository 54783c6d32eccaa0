"""Drawers and X in the real window: switched, put aside, counted later; nothing tells too much."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from posapp.domain.shift import CashMoveKind
from posapp.domain.shift_figures import AcquirerSum, KindSum
from posapp.domain.z_content import z_blocks
from posapp.ui.navigation import Place
from posapp.ui.shift.blocks_view import COLUMNS
from posapp.ui.shift.close_state import Stage
from posapp.ui.shift.drawers_presenter import DrawersPresenter
from posapp.ui.shift.x_presenter import XPresenter
from tests.domain.test_z_content import PAPER, TEA, rich
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER
from tests.workflows.orders import order, sold
from tests.workflows.test_drawers import LI


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as opened:
        yield opened


def accessible_words(interface) -> list[str]:
    """Every name, description and value that a screen reader could read out."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    found = [interface.text(kind) for kind in kinds]
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            found += accessible_words(child)
    return found


def all_words(counter) -> str:
    found = accessible_words(QAccessible.queryAccessibleInterface(counter.window))
    for widget in counter.window.findChildren(QWidget):
        text = getattr(widget, "text", None)
        found += [str(text() if callable(text) else text or ""), widget.toolTip()]
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.objectName()]
    return " ".join(found)


def test_an_x_of_her_own_drawer_tells_a_cashier_nothing_of_the_cash(counter):
    shift = counter.till.shifts.current()
    sold(counter.till, order(counter.till), shift)
    counter.go(Place.X_REPORT)
    counter.idle()
    words = all_words(counter)
    assert "应有与现金合计在清点后才显示" in words
    assert not any(figure in words for figure in ("700.00", "200.00", "500.00"))
    counter.key(Qt.Key.Key_Escape)
    counter.go(Place.SHIFT_CLOSE)
    assert not any(figure in all_words(counter) for figure in ("700.00", "200.00"))


def test_what_a_manager_saw_does_not_stay_for_the_cashier(counter):
    sold(counter.till, order(counter.till), counter.till.shifts.current())
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.X_REPORT)
    counter.idle()
    assert "700.00" in all_words(counter)
    assert "已记下您看过应有" in all_words(counter)
    counter.key(Qt.Key.Key_Escape)
    counter.floor.duty.sign_in(CASHIER)
    counter.idle()
    assert "700.00" not in all_words(counter)
    counter.go(Place.X_REPORT)
    counter.idle()
    assert "700.00" not in all_words(counter)


def test_a_manager_who_is_counting_sees_no_expected_cash_and_may_go_on(counter):
    sold(counter.till, order(counter.till), counter.till.shifts.current())
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.SHIFT_CLOSE)
    counter.click("shift.x")
    counter.idle()
    words = all_words(counter)
    assert "应有与现金合计在清点后才显示" in words
    assert "700.00" not in words
    counter.key(Qt.Key.Key_Return)
    counter.idle()
    assert "report.x_seen" not in counter.till.audits()


def test_an_x_prints_by_enter(counter):
    counter.go(Place.X_REPORT)
    counter.idle()
    counter.key(Qt.Key.Key_Return)
    counter.idle()
    assert counter.till.facts("AuditData")[-1].data.action == "report.x"


def test_a_drawer_is_put_aside_and_the_next_cashier_opens_her_own(counter):
    first = counter.floor.duty.shift
    counter.go(Place.SHIFT_CLOSE)
    counter.click("shift.drawers")
    counter.click("drawers.1.aside")
    counter.idle()
    assert counter.floor.duty.staff is None
    assert counter.floor.duty.shift is None
    counter.floor.duty.sign_in(LI)
    counter.idle()
    counter.drawers.begin(LI)
    counter.idle()
    counter.idle()
    assert counter.top.objectName() == "shift_open"
    counter.key(Qt.Key.Key_Return)
    counter.idle()
    assert counter.floor.duty.shift.drawer == "2"
    counter.till.central.will("receipt_count", 0)
    counter.floor.duty.sign_in(CASHIER)
    counter.go(Place.DRAWERS)
    counter.idle()
    counter.click("drawers.1.count")
    for _ in range(5):
        counter.click("shift.count.10000.more")
    counter.click("shift_close.confirm")
    counter.idle()
    assert counter.closing.state.stage is Stage.REVIEW
    assert counter.closing.state.z.shift_id == first.id
    counter.click("shift_close.confirm")
    assert counter.top.objectName() == "drawers"
    assert counter.floor.duty.shift.drawer == "2"


def test_another_may_not_count_what_was_put_aside(counter):
    counter.till.drawers.put_aside(counter.floor.duty.shift.id, CASHIER)
    counter.floor.duty.use_shift(None)
    counter.floor.duty.sign_in(LI)
    counter.go(Place.DRAWERS)
    counter.idle()
    count = counter.find("drawers.1.count")
    assert not count.isEnabled()
    assert count.reason == "只有本人或店长可以清点"


def test_a_cashier_who_signs_in_again_has_her_own_drawer(till, floor, qtbot):
    from tests.ui.till_floor import settle

    first = floor.duty.shift
    second = till.shifts.open(0, LI, "2")
    presenter = DrawersPresenter(till.drawers, floor)
    floor.duty.use_shift(second)
    settle(qtbot, floor)
    went = []
    floor.navigation.requested.connect(went.append)
    presenter.begin(CASHIER)
    settle(qtbot, floor)
    settle(qtbot, floor)
    assert floor.duty.shift == first == till.shifts.current()
    assert went[-1].place is Place.SELL


def test_taking_over_says_so_in_the_journal_and_sells_on(counter):
    counter.floor.duty.sign_in(LI)
    counter.go(Place.DRAWERS)
    counter.idle()
    counter.click("drawers.1.use")
    counter.idle()
    assert counter.top.objectName() == "sell"
    assert "drawer.take_over" in counter.till.audits()


def test_a_safe_drop_is_made_by_keyboard(counter):
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.CASH_MOVE)
    counter.key(Qt.Key.Key_Down)
    counter.type("300")
    counter.click("cash_move.reason.0")
    counter.key(Qt.Key.Key_Return)
    counter.idle()
    move = counter.till.facts("CashMoveData")[-1].data.move
    assert (move.kind, move.amount, move.reason) == (CashMoveKind.DROP, 30_000, "上缴大钞")


def test_the_z_on_the_screen_says_what_its_paper_says(counter):
    from posapp.domain.receipt import Pair

    sold(counter.till, order(counter.till), counter.till.shifts.current())
    counter.till.central.will("receipt_count", 1)
    counter.go(Place.SHIFT_CLOSE)
    counter.type("7")
    counter.key(Qt.Key.Key_Return)
    counter.idle()
    assert counter.closing.state.stage is Stage.REVIEW
    words = all_words(counter)
    paper = counter.till.store.prints.pending()[-1].document
    for block in paper.blocks:
        if isinstance(block, Pair):
            assert block.left in words
            assert block.right in words


def test_without_an_open_drawer_there_is_no_x(till, floor, shown, qtbot):
    from tests.ui.till_floor import settle

    presenter = XPresenter(till.drawers, till.printing, floor)
    presenter.enter("gone")
    settle(qtbot, floor)
    assert presenter.shown is None
    assert [message.key for message in shown] == ["shift.not_open"]


def test_every_block_of_a_report_has_its_column_on_the_screen():
    sums = replace(
        rich().sums,
        acquirers=(AcquirerSum(kind="external", channel="card", charges=1, taken=100),),
        liabilities=(KindSum(name="deposit", count=1, taken=500),),
    )
    shown = {b.key for b in z_blocks(replace(rich(), sums=sums, sold_most=(TEA,)), PAPER)}
    assert {"acquirers", "deposits", "goods"} <= shown
    assert shown <= {key for column in COLUMNS for key in column}
