"""Tab goes through a screen as it is read: everything that can be pressed once, never backwards."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest
from tests.ui.window_at import counter_window
from tests.workflows.counter import WANG
from tests.workflows.orders import e1_order

LINE_PX = 24


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as counter:
        yield counter


def tab_stops(page):
    """What Tab reaches on a page, in its order."""
    QApplication.sendPostedEvents()
    stops, widget = [], page.nextInFocusChain()
    while widget is not page:
        if page.isAncestorOf(widget) and _stops(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _stops(widget):
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled()


def backwards(page, stops):
    """Pairs of neighbours in one box of which the second stands before the first."""
    found = []
    for one, other in pairwise(stops):
        if one.parentWidget() is not other.parentWidget():
            continue
        here, there = (each.mapTo(page, QPoint(0, 0)) for each in (one, other))
        is_above = there.y() < here.y() - LINE_PX
        is_left = abs(there.y() - here.y()) <= LINE_PX and there.x() < here.x()
        if (is_above and there.x() <= here.x()) or is_left:
            found.append(f"{one.objectName()} -> {other.objectName()}")
    return found


@pytest.mark.parametrize(
    "place",
    [
        Place.SELL,
        Place.PAY,
        Place.REGISTER,
        Place.TOP_UP,
        Place.CASH_MOVE,
        Place.SHIFT_OPEN,
        Place.SHIFT_CLOSE,
        Place.HEALTH,
    ],
)
def test_tab_reads_the_page(counter, place):
    payloads = {Place.PAY: PayRequest(payment=e1_order(counter.till), member=WANG)}
    payloads |= {Place.REGISTER: "13924681357", Place.TOP_UP: WANG}
    counter.go(Place.SELL)
    counter.go(place, payloads.get(place))
    page = counter.window.top
    stops = tab_stops(page)
    assert backwards(page, stops) == []
    pressed = [
        each.objectName()
        for kind in (QAbstractButton, QLineEdit)
        for each in page.findChildren(kind)
        if each.isVisible() and each.isEnabled()
    ]
    reached = {each.objectName() for each in stops}
    # − and + of a counted row are keys of the field between them; ways to pay have ↑↓ and Alt+n.
    by_key = (".less", ".more")
    missed = {
        name for name in pressed if not name.endswith(by_key) and not name.startswith("pay.way.")
    } - reached
    assert missed == set()
