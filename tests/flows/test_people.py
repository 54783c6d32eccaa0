"""Locked, taken over, approved: people at one till, through its real window and scanner."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from posapp.domain.own_codes import badge_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from tests.flows.shop import CASHIER, MANAGER, PANDA, SERVICE, WATER


def chosen(shop):
    person = shop.till_window.presenters.sign_in.state.chosen
    return "" if person is None else person.number


def lock(shop) -> None:
    shop.robot.press("Ctrl+L")
    shop.until(lambda: shop.window.is_locked, "the lock")
    shop.idle()


def come(shop, person, pin="") -> None:
    """Badge, PIN; what comes of it is the caller's to wait for."""
    shop.counter.scanner.scan(badge_code(person.number))
    shop.until(lambda: chosen(shop) == person.number, "the badge")
    shop.robot.type(pin or person.pin)
    shop.idle()


@pytest.fixture
def locked(shop):
    """One drawer for all; the till is unlocked again whatever a test left."""
    desk = shop.park.till.desk
    before = desk.settings
    desk.use(replace(before, drawers=1, drawer_per_cashier=True))
    yield shop
    desk.use(before)
    if shop.window.is_locked:
        come(shop, MANAGER)
    duty = shop.till_window.floor.duty
    if duty.staff is None or duty.staff.number != CASHIER.number:
        lock(shop)
        come(shop, CASHIER)
    shop.until(lambda: not shop.window.is_locked, "open")


def test_a_lock_in_the_middle_of_a_payment_loses_nothing(locked):
    shop = locked
    shop.hand.scan(PANDA)
    shop.hand.wait_lines(1)
    shop.hand.begin_payment()
    shop.robot.type("10")
    shop.robot.press("Return")
    shop.until(lambda: bool(shop.pay.state.payment.tenders), "a part is paid")
    lock(shop)
    assert not shop.window.surface(Place.PAY).isVisible()
    assert CASHIER.name in shop.robot.find("sign_in.away").text()
    come(shop, CASHIER)
    shop.until(lambda: shop.window.top is shop.window.surface(Place.PAY), "the payment")
    assert shop.pay.state.payment.collected == 1_000
    before = shop.sold()
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    shop.hand.wait_phase(Done)
    assert shop.sold() == before + 1


def test_ten_wrong_pins_are_told_clearly_and_a_manager_lets_her_try_again(locked):
    shop = locked
    lock(shop)
    signing = shop.till_window.presenters.sign_in
    come(shop, CASHIER, "000000")
    for _ in range(9):
        shop.robot.type("000000")
        shop.idle()
    assert signing.state.refusal.key == "sign_in.locked"
    told = shop.robot.find("sign_in.hint").text()
    assert "5" in told
    assert "店长" in told
    come(shop, CASHIER)
    assert shop.window.is_locked, "the right PIN tells nothing while she is locked out"
    shop.robot.click("sign_in.release")
    come(shop, MANAGER)
    shop.until(lambda: signing.state.chosen is not None, "released")
    assert shop.window.is_locked
    come(shop, CASHIER)
    shop.until(lambda: not shop.window.is_locked, "open")


def test_another_cashier_does_not_get_into_a_drawer_that_is_not_hers(locked):
    shop = locked
    shop.hand.scan(WATER)
    shop.hand.wait_lines(1)
    lock(shop)
    come(shop, SERVICE)
    assert shop.window.is_locked
    refusal = shop.till_window.presenters.sign_in.state.refusal
    assert (refusal.key, refusal.params["name"]) == ("sign_in.till_in_use", CASHIER.name)
    come(shop, MANAGER)
    shop.until(lambda: not shop.window.is_locked, "the manager is in")
    assert len(shop.sell.state.priced.lines) == 1
    assert shop.till_window.floor.duty.staff.number == MANAGER.number


def test_a_badge_scanned_while_approval_is_asked_ends_in_no_field(locked):
    shop = locked
    shop.hand.scan(PANDA)
    shop.hand.wait_lines(1)
    shop.till_window.presenters.sell.exceptions.void("顾客不要了")
    shop.until(lambda: shop.window.top.objectName() == "approval", "the question")
    shop.idle()
    shop.type_in(badge_code(MANAGER.number))
    shop.type_in(PANDA)
    shop.type_in(badge_code(CASHIER.number))
    approval = shop.till_window.presenters.approval
    shop.until(lambda: approval.state.refusal is not None, "a cashier's badge")
    assert approval.state.refusal.key == "approval.badge_may_not"
    assert approval.state.chosen == MANAGER.number
    assert shop.robot.find("approval.pin").digits == ""
    fields = [each.text() for each in shop.window.findChildren(QLineEdit)]
    assert not any("PB1" in text or PANDA in text for text in fields)
    assert len(shop.sell.state.priced.lines) == 1
    shop.robot.type(MANAGER.pin)
    shop.until(lambda: shop.sell.is_empty, "voided")
    fact = shop.stores.till.journal.newest("approval.v1", 1)[0]
    assert fact.data.approval.subject
