"""Charges of an earlier run that belong to no order: asked, taken back, or put aside by a manager."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain.charges import ASK_EVERY_MS, GIVE_UP_AFTER_MS, Stage
from posapp.errors import Refused
from posapp.ui.keymap import Action
from posapp.ui.pay.orphan_screen import OrphanScreen
from posapp.ui.pay.orphans import Orphans
from posapp.ui.pay.unfinished import UnfinishedPayments
from posapp.workflows.setting_aside import SettingAside
from tests.ui.till_floor import settle
from tests.workflows.counter import MANAGER
from tests.workflows.orders import order


@pytest.fixture
def aside(till):
    return SettingAside(till.store.attempts, till.store.outbox, till.desk, till.holding.clock)


@pytest.fixture
def orphans(till, floor, aside):
    return Orphans(till.paying, till.selling, floor, setting_aside=aside)


@pytest.fixture
def find(till, floor, qtbot, orphans):
    """A charge of 200.00 whose order is gone is found at the start; `then` is what asking brings."""

    def find(charged, then=Script.STAYS_UNKNOWN):
        till.terminal.script = charged
        till.paying.charge(order(till), till.paying.new_tender_id(), 20_000, "card")
        till.terminal.script = then
        check(till, floor, orphans)
        settle(qtbot, floor)
        settle(qtbot, floor)

    return find


def check(till, floor, orphans):
    members, selling = till.members, till.selling
    looking = UnfinishedPayments(
        till.paying, till.refunding, selling, members, floor, orphans=orphans
    )
    looking.check()


def tick(orphans, till, floor, qtbot, ms):
    till.clock.advance_ms(ms)
    orphans.charges.on_tick()
    settle(qtbot, floor)
    settle(qtbot, floor)


def test_it_is_asked_at_once_and_then_again_by_itself(find, orphans, till, floor, qtbot):
    find(Script.STAYS_UNKNOWN)
    assert (orphans.count, orphans.phase.watch.stage) == (1, Stage.UNKNOWN)
    tick(orphans, till, floor, qtbot, ASK_EVERY_MS)
    assert [step.what for step in orphans.phase.story] == ["found", "asked"]


def test_it_is_taken_back_at_its_time_and_the_next_charge_is_free(
    find, orphans, till, floor, qtbot
):
    find(Script.STAYS_UNKNOWN)
    with pytest.raises(Refused):
        till.paying.check_none_unknown()
    till.terminal.script = Script.PAID
    with qtbot.waitSignal(orphans.cleared, timeout=15_000):
        tick(orphans, till, floor, qtbot, GIVE_UP_AFTER_MS)
    till.paying.check_none_unknown()
    assert (orphans.count, orphans.phase, till.terminal.money_taken()) == (0, None, 0)


def test_what_is_paid_for_no_order_waits_for_a_person_who_gives_it_back(
    find, orphans, till, floor, qtbot
):
    find(Script.PAID, Script.PAID)
    assert orphans.phase.watch.stage is Stage.PAID
    tick(orphans, till, floor, qtbot, GIVE_UP_AFTER_MS)
    assert till.terminal.money_taken() == 20_000
    with qtbot.waitSignal(orphans.cleared, timeout=15_000):
        orphans.charges.reverse()
    assert till.terminal.money_taken() == 0


def test_a_manager_puts_aside_what_is_paid_and_a_cashier_does_not(
    find, orphans, till, floor, qtbot, shown
):
    find(Script.PAID, Script.PAID)
    orphans.aside.ask()
    assert (shown[-1].key, orphans.count) == ("permission.needs_approval", 1)
    floor.duty.sign_in(MANAGER)
    with qtbot.waitSignal(orphans.cleared, timeout=15_000):
        orphans.aside.ask()
    assert till.paying.open_legs() == ()


def test_money_of_the_order_at_hand_is_never_put_aside(till, aside):
    till.paying.charge(order(till), till.paying.new_tender_id(), 20_000, "card")
    (leg,) = till.paying.open_legs()
    with pytest.raises(Refused) as refused:
        aside.put_aside(leg, MANAGER, till.shifts.current())
    assert refused.value.key == "pay.not_given_up"


def test_two_of_them_are_cleared_up_one_after_the_other(find, orphans, till, floor, qtbot):
    till.paying.charge(order(till), till.paying.new_tender_id(), 5_000, "card")
    find(Script.STAYS_UNKNOWN, Script.STAYS_UNKNOWN)
    assert (orphans.count, orphans.phase.leg.amount) == (2, 5_000)
    till.terminal.script = Script.PAID
    orphans.charges.reverse()
    qtbot.waitUntil(lambda: orphans.count == 1, timeout=15_000)
    assert orphans.phase.leg.amount == 20_000


def test_its_page_asks_by_enter_and_leaves_when_all_is_clear(
    find, orphans, till, floor, qtbot, look
):
    find(Script.STAYS_UNKNOWN)
    page = OrphanScreen(look, orphans)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show()
    page.enter(None)
    settle(qtbot, floor)
    assert page.remark.text() == "还有 1 笔，开机时找到的"
    asked = orphans.phase.story[-1].at_ms
    till.clock.advance_ms(1_000)
    assert page.take_action(Action.CONFIRM)
    qtbot.waitUntil(lambda: orphans.phase.story[-1].at_ms > asked, timeout=15_000)
    till.terminal.script = Script.PAID
    till.clock.advance_ms(GIVE_UP_AFTER_MS)
    with qtbot.waitSignal(page.left, timeout=15_000):
        page.wait.undo.click()
