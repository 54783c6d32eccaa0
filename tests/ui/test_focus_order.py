"""Tab goes through a screen as it is read: everything that can be pressed once, never backwards."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest
from posapp.ui.sell.tile import ProductTile
from posapp.wire.requests import FindMemberReply
from tests.ui import members_told
from tests.ui.tour import full_shelf
from tests.ui.window_at import counter_window
from tests.workflows.counter import WANG, product
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
        Place.MEMBER,
        Place.REGISTER,
        Place.FAMILY,
        Place.SERVICE,
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
    payloads |= {Place.MEMBER: WANG, Place.FAMILY: WANG, Place.SERVICE: WANG}
    members_told.consents(counter.till.central)
    members_told.family(counter.till.central)
    her = FindMemberReply(request_id="r", members=(WANG,))
    counter.till.central.will("find_members", her)
    counter.till.central.will("member_file", members_told.file_of())
    full_shelf(counter)
    if place is not Place.SELL:
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
    # − and + of a counted row are keys of the field between them; ways to pay have ↑↓ and Alt+n,
    # tiles and the sides of a file the arrows.
    by_key, in_a_group = (".less", ".more"), ("pay.way.", "sell.tile.", "service.tab.")
    missed = {
        name for name in pressed if not name.endswith(by_key) and not name.startswith(in_a_group)
    } - reached
    assert missed == set()


def test_tab_goes_from_finding_over_the_order_to_paying(counter):
    full_shelf(counter)
    page = counter.top
    names = [each.objectName() for each in tab_stops(page)]
    boxes = (
        page.find_side.field.edit.objectName(),
        "sell.tab.",
        "sell.tile.",
        "sell.hold.",
        "sell.key.",
        "sell.member",
        "sell.pay",
    )
    places = [
        next((at for at, name in enumerate(names) if name.startswith(box)), None) for box in boxes
    ]
    assert None not in places, names
    assert places == sorted(places), names


def active(counter):
    """The sell screen, in a window that gets keys."""
    counter.go(Place.SELL)
    counter.window.activateWindow()
    counter.qtbot.waitUntil(lambda: QApplication.activeWindow() is counter.window, timeout=15_000)


def is_a_button(widget):
    role = QAccessible.queryAccessibleInterface(widget).role()
    return role == QAccessible.Role.PushButton


def test_one_stop_among_the_tiles_and_the_arrows_reach_each_that_can_be_sold(counter):
    active(counter)
    grid = counter.top.find_side.tiles
    goods = [product(f"T{n}", 100 + n, f"货 {n}", sold_out=n == 2) for n in range(40)]
    grid.show_products(tuple(goods), {})
    tiles = grid.tiles
    stops = [each for each in tab_stops(counter.top) if isinstance(each, ProductTile)]
    assert stops == [tiles[0]]
    tiles[0].setFocus()
    reached = {tiles[0]}
    for _ in tiles:
        counter.key(Qt.Key.Key_Right)
        reached.add(QApplication.focusWidget())
    assert reached == {each for each in tiles if each.isEnabled()}
    counter.key(Qt.Key.Key_Up)
    above = tiles[len(tiles) - 1 - grid.columns()]
    assert QApplication.focusWidget() is above
    assert is_a_button(above)
    assert above.product.name in above.accessibleName()
    counter.key(Qt.Key.Key_Return)
    assert counter.sell.presenter.state.priced.net == above.product.price
    assert counter.top.find_side.field.edit.hasFocus()


def test_the_member_s_strip_opens_by_enter_and_by_space(counter):
    active(counter)
    panel = counter.window.surface(Place.MEMBER)
    for member, name, key in (
        (None, "sell.member.empty", Qt.Key.Key_Return),
        (WANG, "sell.member", Qt.Key.Key_Space),
    ):
        if member is not None:
            counter.sell.presenter.attach(member)
            counter.idle()
        strip = counter.find(name)
        assert is_a_button(strip)
        assert "会员" in strip.accessibleName()
        counter.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
        strip.setFocus()
        counter.key(key)
        counter.qtbot.waitUntil(lambda: counter.top is panel, timeout=15_000)
        counter.window.layers.back()
        counter.idle()
