"""A sale by keyboard alone, with as few keys as promised; no pointer is touched."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from posapp.domain.own_codes import receipt_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from posapp.ui.widgets.touch_button import TouchButton
from tests.flows.shop import CASHIER, COLA, MANAGER, WATER, cash_in_drawer, pieces_of

# What a clerk needs for a key, and to look up and think before the next step (seconds).
A_KEY, A_THOUGHT = 0.28, 1.35


@pytest.fixture
def shop(shop):
    """Whatever happens, no pointer is touched."""
    yield shop
    assert shop.robot.clicks == 0


def done(shop):
    shop.hand.wait_phase(Done)
    return shop.pay.state.phase.committed.sale


def test_typed_code_plus_amount_enter(shop):
    shop.robot.type(WATER)
    shop.robot.press("Return")
    shop.hand.wait_lines(1)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.type("10")
    shop.robot.press("Return")
    sale = done(shop)
    assert (sale.net, sale.change) == (300, 700)
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SELL)
    assert shop.sell.is_empty


def test_three_scans_exact_cash_are_five_actions_and_the_next_scan_begins_anew(shop):
    for _ in range(3):
        shop.type_in(COLA)
        shop.idle()
    shop.hand.wait_lines(1)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    sale = done(shop)
    assert (sale.net, sale.change) == (1_500, 0)
    assert 3 + shop.robot.keys == 5
    shop.type_in(WATER)
    shop.hand.wait_for(Place.SELL)
    shop.hand.wait_lines(1)
    assert shop.sell.state.priced.net == 300


def test_three_scans_with_a_hundred_tendered_are_eight_actions(shop):
    for _ in range(3):
        shop.type_in(COLA)
        shop.idle()
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.type("100")
    shop.robot.press("Return")
    sale = done(shop)
    assert (sale.net, sale.change) == (1_500, 8_500)
    assert 3 + shop.robot.keys == 8


def test_a_scanned_member_code_is_one_action_and_no_key(shop):
    shop.type_in(shop.park.phone.code())
    shop.until(lambda: shop.sell.state.member is not None, "member")
    assert shop.robot.keys == 0


def test_the_member_by_phone_is_one_key_more_than_the_digits(shop):
    shop.robot.type("13812345678")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    assert shop.robot.keys == 11 + 1


def test_points_are_two_keys_after_the_member(shop):
    shop.robot.type("13200008888")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    shop.type_in(COLA)
    shop.hand.wait_lines(1)
    before = shop.robot.keys
    shop.robot.press("F8")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    sale = done(shop)
    assert [(t.kind.value, t.amount) for t in sale.tenders] == [("points", 500)]
    assert shop.robot.keys - before == 2


@pytest.mark.parametrize(("phone", "at_her_side"), [("15822220001", True), ("15822220002", False)])
def test_an_unknown_phone_becomes_a_member_by_few_keys_and_the_code(shop, phone, at_her_side):
    register = shop.till_window.presenters.register
    began, first = time.process_time(), shop.robot.keys
    shop.robot.type(phone)
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.latch is not None, "nobody has this phone")
    before = shop.robot.keys
    shop.robot.press("Return")
    shop.until(lambda: register.state.sent is not None, "code")
    shop.until(lambda: shop.robot.find("register.code").hasFocus(), "the code's field")
    message = next(m for m in reversed(shop.park.phone.messages()) if m.phone == phone)
    shop.robot.type(message.code)
    shop.until(lambda: register.state.verified is not None, "verified")
    if at_her_side:
        # Her own yes, a touch at her window: it is none of the cashier's keys.
        her_yes(shop)
        shop.until(lambda: shop.robot.find("register.agreed").isChecked(), "her yes")
        shop.robot.press("Ctrl+Return")
    else:
        # No window of hers: saving leads to the box of her consent, Space ticks it, and again.
        shop.robot.press("Ctrl+Return")
        shop.until(lambda: shop.robot.find("register.agreed").hasFocus(), "the question")
        shop.robot.press("Space", "Ctrl+Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    assert shop.robot.keys - before - len(message.code) == (2 if at_her_side else 4)
    thoughts = ("nobody has it", "read the code to me", "her answer", "saved")
    by_hand = A_KEY * (shop.robot.keys - first) + A_THOUGHT * len(thoughts)
    assert by_hand + time.process_time() - began < 20


def test_who_has_just_paid_joins_with_four_keys_and_the_code(shop):
    register = shop.till_window.presenters.register
    phone = "15822220003"
    shop.type_in(COLA)
    shop.hand.wait_lines(1)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    sale = done(shop)
    before = shop.robot.keys
    shop.robot.press("F2")
    shop.hand.wait_for(Place.MEMBER)
    shop.robot.press("F2")
    shop.hand.wait_for(Place.REGISTER)
    shop.robot.type(phone)
    shop.robot.press("Return")
    shop.until(lambda: register.state.sent is not None, "code")
    shop.until(lambda: shop.robot.find("register.code").hasFocus(), "the code's field")
    message = next(m for m in reversed(shop.park.phone.messages()) if m.phone == phone)
    shop.robot.type(message.code)
    shop.until(lambda: register.state.verified is not None, "verified")
    her_yes(shop)
    shop.until(lambda: shop.robot.find("register.agreed").isChecked(), "her yes")
    shop.robot.press("Ctrl+Return")
    shop.hand.wait_for(Place.SELL)
    assert shop.robot.keys - before - len(phone) - len(message.code) == 4
    # The next order is somebody else's.
    assert (sale.member_id, shop.sell.state.member) == (None, None)


def test_the_end_of_her_phone_is_three_keys_more_than_the_digits(shop):
    members = shop.till_window.presenters.member
    shop.robot.press("F2")
    shop.hand.wait_for(Place.MEMBER)
    shop.robot.type("5678")
    shop.robot.press("Return")
    shop.until(lambda: members.state.member is not None, "found")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    assert shop.robot.keys == 4 + 3


def test_the_file_of_the_orders_member_is_two_keys(shop):
    service = shop.till_window.presenters.service
    shop.robot.type("13812345678")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    before = shop.robot.keys
    shop.robot.press("F2")
    shop.hand.wait_for(Place.MEMBER)
    shop.robot.press("F8")
    shop.hand.wait_for(Place.SERVICE)
    shop.until(lambda: service.state.file is not None, "her file")
    assert shop.robot.keys - before == 2
    assert service.state.rows


def her_yes(shop):
    """On her own window, with a finger."""
    window = shop.till_window.customer_side.stand_alone()
    window.resize(1024, 600)
    window.show()
    yes = next(b for b in window.findChildren(TouchButton, "customer.consent.yes"))
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    window.hide()
    shop.robot.take_focus()


def test_a_top_up_is_four_keys_and_its_amount(shop):
    top_up = shop.till_window.presenters.top_up
    shop.robot.type("13812345678")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    before = shop.robot.keys
    shop.robot.press("F7")
    shop.hand.wait_for(Place.TOP_UP)
    shop.robot.type("100")
    shop.robot.press("Return")
    shop.until(lambda: top_up.state.quote is not None, "quote")
    shop.robot.press("Return")
    shop.until(lambda: top_up.state.done is not None, "done")
    assert top_up.state.done.principal == 10_000
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SELL)
    assert shop.robot.keys - before - len("100") == 4


def test_one_line_is_refunded_with_a_scan_and_three_keys_and_a_superiors_pin(shop):
    shop.type_in(COLA)
    shop.hand.wait_lines(1)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    sale = done(shop)
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SELL)
    refund = shop.till_window.presenters.refund
    before = shop.robot.keys
    shop.counter.scanner.scan(receipt_code(sale.receipt_number))
    shop.until(lambda: refund.state.refundable is not None, "receipt")
    shop.robot.press("Space")
    shop.robot.type("3")
    shop.robot.press("Return")
    shop.until(lambda: shop.window.top.objectName() == "approval", "approval")
    assert 1 + shop.robot.keys - before == 4
    shop.robot.type(MANAGER.pin)
    shop.until(lambda: refund.state.done is not None, "refund")
    assert refund.state.done.refund.net == 500


def test_hold_is_one_key_and_recall_is_two(shop):
    shop.type_in(COLA)
    shop.hand.wait_lines(1)
    shop.robot.press("F4")
    shop.until(lambda: shop.sell.is_empty, "held")
    assert shop.robot.keys == 1
    shop.idle()
    shop.robot.press("F4")
    shop.idle()
    shop.robot.press("Return")
    shop.hand.wait_lines(1)
    assert shop.robot.keys == 1 + 2


def test_from_the_sign_in_to_the_z(shop):
    shop.till_window.lock()
    shop.till_window.floor.duty.sign_out()
    sign_in(shop, CASHIER)
    shop.hand.wait_for(Place.SELL)
    test_typed_code_plus_amount_enter(shop)
    before, counting = shop.robot.keys, 0
    shop.robot.press("F12")
    shop.hand.wait_for(Place.SHIFT_CLOSE)
    for pieces in pieces_of(cash_in_drawer(shop)):
        shop.robot.type(str(pieces))
        shop.robot.press("Down")
        counting += len(str(pieces)) + 1
    closing = shop.till_window.presenters.shift_close
    shop.robot.press("Return")
    shop.hand.check_others()
    others = len(closing.state.others.rows)
    checking = 2 * others + 1 if others else 0
    shop.until(lambda: closing.state.z is not None, "Z")
    assert closing.state.z.difference == 0
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SIGN_IN)
    assert shop.robot.keys - before - counting - checking == 3
    sign_in(shop, MANAGER)
    shop.hand.wait_for(Place.SHIFT_OPEN)
    shop.robot.type("200")
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SELL)
    shop.robot.press("Ctrl+L")
    shop.hand.wait_for(Place.SIGN_IN)
    shop.till_window.floor.duty.sign_out()


def people(shop):
    return shop.till_window.presenters.sign_in.state.people


def sign_in(shop, person):
    """Tab to the person's tile, choose it with the space bar, type the PIN."""
    shop.hand.wait_for(Place.SIGN_IN)
    shop.until(lambda: bool(people(shop)), "people")
    for _ in range(30):
        focus = QApplication.focusWidget()
        if focus is not None and person.number in focus.objectName():
            break
        shop.robot.press("Tab")
    else:
        pytest.fail("no tile of the person is reached by Tab")
    shop.robot.press("Space")
    shop.robot.type(person.pin)
