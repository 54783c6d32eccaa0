"""The lines of a return are boxes to tick: for a finger, for the keys, and for a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from posapp.ui.navigation import Place
from posapp.wire.requests import FindSaleReply
from tests.ui.test_focus_order import tab_stops
from tests.ui.window_at import counter_window
from tests.workflows.counter import COLA, PANDA, UMBRELLA
from tests.workflows.orders import order, sold


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as counter:
        yield counter


@pytest.fixture
def page(counter):
    """A receipt of three lines."""
    payment = order(counter.till, PANDA, UMBRELLA, COLA)
    sale = sold(counter.till, payment, counter.till.shifts.current()).sale
    counter.till.central.will("find_sale", FindSaleReply(request_id="r"))
    counter.go(Place.REFUND, sale.receipt_number)
    counter.window.activateWindow()
    counter.qtbot.waitUntil(lambda: QApplication.activeWindow() is counter.window, timeout=15_000)
    return counter.top


def said(row):
    """What a screen reader hears: role, name, whether it is ticked."""
    row = QAccessible.queryAccessibleInterface(row)
    return row.role(), row.text(QAccessible.Text.Name), bool(row.state().checked)


def test_a_line_is_a_box_that_says_its_name_and_whether_it_is_ticked(counter, page):
    box = QAccessible.Role.CheckBox
    row = page.sold.lines.row(2)
    assert said(row) == (box, UMBRELLA.name, False)
    assert "可退 1" in row.accessibleDescription()
    counter.click("refund.line.2")
    assert said(row) == (box, UMBRELLA.name, True)
    assert counter.refund.state.wanted == {2: 1_000}
    QAccessible.queryAccessibleInterface(row).actionInterface().doAction("Toggle")
    counter.idle()
    assert said(row) == (box, UMBRELLA.name, False)
    assert counter.refund.state.wanted == {}


def test_the_lines_are_one_stop_and_the_arrows_take_the_focus_along(counter, page):
    rows = [page.sold.lines.row(number) for number in (1, 2, 3)]
    assert [each for each in tab_stops(page) if each in rows] == [rows[0]]
    rows[0].setFocus()
    counter.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    counter.key(Qt.Key.Key_Space)
    counter.qtbot.waitUntil(rows[1].isChecked, timeout=15_000)
    assert [each.isChecked() for each in rows] == [False, True, False]


def test_a_line_that_came_back_already_cannot_be_chosen(counter, page):
    counter.refund._found(replace(counter.refund.state.refundable, returned={1: 1_000}))
    assert not page.sold.lines.row(1).isEnabled()
    assert counter.refund.state.selected == 2


def test_a_tick_that_is_refused_does_not_stand(counter, page):
    counter.refund._show(busy=True)
    counter.click("refund.line.2")
    assert not page.sold.lines.row(2).isChecked()
    assert counter.refund.state.wanted == {}
