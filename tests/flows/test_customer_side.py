"""The customer's side of the counter, worked beside the cashier's in one program."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from posapp.demo.sample import MEMBER_PHONE
from posapp.domain.own_codes import parse_own
from posapp.ui.customer_display.view import ConfirmValue, Consent, Paying, Ringing, Welcome
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Confirming
from posapp.ui.widgets.touch_button import TouchButton
from posapp.workflows.members import VerifiedPhone
from tests.flows.test_bad_input import basket, begin_payment, serve


@pytest.fixture
def side(shop):
    """Her window, beside the till's and never in front of it."""
    window = shop.till_window.customer_side.stand_alone()
    window.resize(1024, 600)
    window.show()
    shop.robot.take_focus()
    yield window
    window.hide()
    shop.robot.take_focus()


def press(side, *names):
    for name in names:
        button = next(b for b in side.findChildren(TouchButton, name) if b.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def read_by_the_cashier(shop):
    window = shop.window
    texts = [each.text() for each in window.findChildren(QLabel)]
    return " ".join([*texts, *(each.text() for each in window.findChildren(QLineEdit))])


def type_her_code(shop, side):
    """On her own keys; her digits, and what the cashier's window showed before she confirmed."""
    digits = parse_own(shop.park.phone.code()).digits
    press(side, *(f"customer.pad.{digit}" for digit in digits))
    seen = read_by_the_cashier(shop)
    press(side, "customer.pad.ok")
    shop.until(lambda: shop.pay.state.payment.collected or has_refused(shop), "an answer", 30)
    return digits, seen


def has_refused(shop):
    phase = shop.pay.state.phase
    return isinstance(phase, Confirming) and phase.refusal is not None and not phase.busy


def moment(shop):
    return shop.till_window.presenters.customer.view.moment


def test_her_code_typed_at_her_side_pays_and_the_cashier_never_sees_it(shop, side, caplog):
    caplog.set_level(logging.DEBUG)
    serve(shop, MEMBER_PHONE)
    basket(shop)
    assert isinstance(moment(shop), Ringing)
    begin_payment(shop)
    shop.until(lambda: isinstance(moment(shop), Paying), "due")
    shop.robot.press("Alt+3")
    shop.robot.type("2")
    shop.robot.press("Return")
    shop.hand.wait_phase(Confirming)
    shop.until(lambda: isinstance(moment(shop), ConfirmValue), "asked")
    digits, seen = type_her_code(shop, side)
    if shop.pay.state.payment.collected == 0:
        # Another flow paid with this minute's code, and a code is good once: she shows the next.
        shop.until(lambda: parse_own(shop.park.phone.code()).digits != digits, "the next code", 70)
        digits, seen = type_her_code(shop, side)
    shop.until(lambda: shop.pay.state.payment.collected == 200, "value")
    said = caplog.text + " ".join(str(each) for each in shop.messages)
    assert digits not in seen + read_by_the_cashier(shop) + said
    assert shop.window.isActiveWindow()


def test_cancelled_at_her_side_the_order_is_paid_otherwise(shop, side):
    serve(shop, MEMBER_PHONE)
    basket(shop)
    begin_payment(shop)
    shop.robot.press("Alt+3")
    shop.robot.type("2")
    shop.robot.press("Return")
    shop.hand.wait_phase(Confirming)
    press(side, "customer.confirm.cancel")
    shop.until(lambda: isinstance(moment(shop), Paying), "asked no more")
    assert shop.pay.state.payment.collected == 0


def test_the_policy_is_before_her_once_her_phone_is_proved(shop, side):
    window = shop.till_window
    window.floor.navigation.go(Place.REGISTER, "13700001234")
    register = window.presenters.register
    register._checked(VerifiedPhone(phone="13700001234", number="M1", proof="p"))
    asked = ("marketing", "profiling", "partners")
    assert moment(shop) == Consent(register.policy_version, asked)
    press(side, "customer.consent.marketing")
    press(side, "customer.consent.yes")
    screen = shop.window.surface(Place.REGISTER)
    assert screen.agreed.isChecked()
    assert screen.consent.ticked == {"marketing"}
    assert isinstance(moment(shop), Welcome)
    window.floor.navigation.go(Place.SELL)
    shop.until(lambda: shop.window.top.objectName() == "sell", "back")
