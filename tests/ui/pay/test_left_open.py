"""A payment that is left while it is unclear goes on, is in sight everywhere, and ends by itself."""

from dataclasses import replace

import pytest

from posapp.app.open_payments import OpenPayments
from posapp.devices.simulated_terminal import Script
from posapp.domain.charges import ASK_EVERY_MS, GIVE_UP_AFTER_MS, Stage
from posapp.errors import OutcomeUnknown, Unavailable
from posapp.ui.keymap import KeyMap
from posapp.ui.messages import Level
from posapp.ui.navigation import Place
from posapp.ui.pay.orphans import Orphans
from posapp.ui.pay.state import Collecting, Unclear, Way
from posapp.ui.shell import Status
from posapp.ui.surface import Scan
from tests.workflows.far_offers import beside

WECHAT = "134512345678908293"
CALM = Status(banner="已离线 3 分钟", banner_action="查看")


@pytest.fixture
def left(desk):
    """A code was charged, nobody answered, and the cashier went back to the order with Esc."""
    desk.till.terminal.script = Script.STAYS_UNKNOWN
    desk.start()
    desk.presenter.take_scan(Scan(text=WECHAT))
    desk.settle()
    desk.presenter.back()
    desk.settle()
    return desk


@pytest.fixture
def far(desk):
    around = desk.surroundings
    desk.presenter._surroundings = lambda: replace(around(), codes_by_central=True)
    return beside(desk.till)


@pytest.fixture
def band(desk):
    orphans = Orphans(desk.till.paying, desk.till.selling, desk.floor)
    pay, navigation = desk.presenter, desk.floor.navigation
    return OpenPayments(pay, orphans, navigation, KeyMap(), pay)


def _refused(*_asked):
    raise Unavailable("store.read_only")


def tick(desk, ms):
    desk.till.clock.advance_ms(ms)
    desk.presenter.charges.on_tick()
    desk.settle()


def test_it_goes_on_being_asked_by_itself(left):
    assert left.went[-1].place is Place.SELL
    assert left.presenter.charges._timer.isActive()
    asked = len(left.phase.story)
    tick(left, ASK_EVERY_MS)
    assert len(left.phase.story) == asked + 1


def test_it_is_taken_back_at_its_time_and_nothing_is_open_any_more(left):
    left.till.terminal.script = Script.PAID
    tick(left, GIVE_UP_AFTER_MS)
    assert isinstance(left.phase, Collecting)
    assert left.till.terminal.money_taken() == 0
    assert left.presenter.left_open.count == 0
    left.presenter.charges.on_tick()
    assert not left.presenter.charges._timer.isActive()


def test_the_band_says_so_over_everything_else_and_leads_back(left, band):
    shown = band.banner(CALM)
    assert (shown.banner, shown.banner_level) == ("有 1 笔支付结果未知", "danger")
    assert shown.banner_action == "去处理 Ctrl+U"
    assert band.attend()
    assert left.went[-1].place is Place.PAY
    left.settle()
    assert band.banner(CALM) == CALM
    assert not band.attend()


def test_its_order_is_fixed_and_no_other_is_until_it_has_an_end(left):
    sale_id = left.state.payment.sale_id
    assert left.presenter.is_taking(sale_id)
    assert not left.presenter.is_taking(left.till.desk.new_id())
    left.till.terminal.script = Script.PAID
    tick(left, GIVE_UP_AFTER_MS)
    assert not left.presenter.is_taking(sale_id)


def test_what_is_paid_meanwhile_is_sold_while_nobody_looks(left):
    left.till.terminal.script = Script.UNKNOWN_THEN_PAID
    tick(left, ASK_EVERY_MS)
    left.qtbot.waitUntil(lambda: len(left.sales) == 1, timeout=15_000)
    assert left.presenter.left_open.count == 0


def test_what_was_paid_and_could_not_be_sold_waits_until_she_comes_back(left, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(left.till.paying, "complete", _refused)
        left.till.terminal.script = Script.UNKNOWN_THEN_PAID
        tick(left, ASK_EVERY_MS)
        left.settle()
    assert (left.sales, left.state.payment.remaining) == ([], 0)
    assert left.presenter.left_open.count == 1
    left.presenter.left_open.come_back()
    left.qtbot.waitUntil(lambda: len(left.sales) == 1, timeout=15_000)


def test_the_shops_code_is_closed_when_it_is_left(desk, far, shown):
    desk.start()
    desk.presenter.choose(Way.CODE)
    desk.press()
    leg = desk.phase.leg
    desk.presenter.back()
    assert desk.phase.shown_code == ""
    assert (shown[-1].key, shown[-1].level) == ("pay.left_open", Level.WARN)
    tick(desk, 1_000)
    tick(desk, 1_000)
    assert isinstance(desk.phase, Collecting)
    assert not far.acquirer.scan(leg.id.replace("-", ""))


def test_who_had_paid_by_it_in_time_is_not_sent_away(desk, far):
    desk.start()
    desk.presenter.choose(Way.CODE)
    desk.press()
    far.scan(desk.phase.leg.id)
    desk.presenter.back()
    tick(desk, 1_000)
    desk.qtbot.waitUntil(lambda: len(desk.sales) == 1, timeout=15_000)


def test_a_code_that_is_being_closed_is_never_shown_again(desk, far):
    answer = far.offer

    def lost(*asked):
        answer(*asked)
        raise OutcomeUnknown("central.no_answer")

    desk.start()
    desk.presenter.choose(Way.CODE)
    desk.press()
    far.offer = lost
    desk.presenter.back()
    desk.presenter.charges.query()
    desk.settle()
    assert isinstance(desk.phase, Unclear)
    assert (desk.phase.shown_code, desk.phase.watch.stage) == ("", Stage.USERPAYING)
