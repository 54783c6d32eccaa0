"""The sell screen at a counter with real stores."""

from contextlib import ExitStack
from zoneinfo import ZoneInfo

import pytest

from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.keymap import KeyMap
from posapp.ui.main_window import MainWindow
from posapp.ui.navigation import Place
from posapp.ui.sell.parts import build_sell
from posapp.ui.sell.screen import SellScreen
from posapp.ui.shell import Till
from posapp.workflows.approving import Approving
from tests.ui.counter import open_counter

TILL = Till(brand="星河乐园", shop="1号店", till="03", version="0.1.0")
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def counter(qapp, tmp_path, lanes, messages):
    with ExitStack() as closing:
        counter = open_counter(tmp_path, lanes, messages, closing)
        closing.callback(lanes.close)
        yield counter


class VoidedOrders:
    """Remembers what was voided; giving tenders back is tested where it lives."""

    def __init__(self):
        self.orders = []

    def void(self, draft, amount, staff, shift, reason, approval=None):
        self.orders.append((amount, reason, approval))


@pytest.fixture
def voided():
    return VoidedOrders()


@pytest.fixture
def approvals(counter):
    outbox, staff = counter.store.outbox, counter.store.staff
    return ApprovalPresenter(Approving(staff, outbox, counter.desk), counter.floor)


@pytest.fixture
def parts(counter, voided, approvals):
    return build_sell(
        counter.selling, counter.members, voided, approvals, counter.floor, held=counter.held
    )


@pytest.fixture
def sell(parts):
    return parts.presenter


@pytest.fixture
def finder(parts):
    return parts.finder


@pytest.fixture
def actions(parts):
    return parts.actions


@pytest.fixture
def idle(counter, qtbot):
    """Wait until every result has come home."""

    def wait():
        qtbot.waitUntil(lambda: counter.floor.background.is_idle, timeout=5000)

    return wait


@pytest.fixture
def make_window(qtbot, counter, parts):
    def make(look, width=1366, height=768):
        keymap = KeyMap()
        builders = {Place.SELL: lambda frame: SellScreen(frame, keymap, parts, zone=ZONE)}
        window = MainWindow(look, counter.floor.navigation, keymap, TILL, builders, zone=ZONE)
        qtbot.addWidget(window)
        counter.messages.shown.connect(window.show_message)
        window.resize(width, height)
        window.show()
        window.top_bar.show_person(counter.floor.duty.staff)
        counter.floor.navigation.go(Place.SELL)
        parts.finder.load_shelf()
        return window

    return make
