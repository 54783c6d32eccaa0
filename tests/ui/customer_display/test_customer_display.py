"""What the customer sees: her order, what she is asked, never more of her than she knows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from posapp.domain import payment as payments
from posapp.domain.ids import TenderId
from posapp.ui.customer_display.presenter import CustomerPresenter
from posapp.ui.customer_display.screen import CustomerWindow
from posapp.ui.customer_display.view import ConfirmValue, Paying, Ringing, Thanks, Welcome
from tests.workflows.counter import PANDA, UMBRELLA, WANG
from tests.workflows.orders import e1_order, order


@pytest.fixture
def presenter(qapp):
    return CustomerPresenter()


@pytest.fixture
def window(presenter, look, qtbot):
    window = CustomerWindow(look, "星河乐园", "收银机 03")
    qtbot.addWidget(window)
    presenter.changed.connect(window.show_view)
    window.resize(1280, 800)
    window.show()
    return window


def words(window):
    """Everything that can be read on the window or heard from it."""
    visible = [w for w in window.findChildren(QLabel) if w.isVisible()]
    spoken = [
        w.accessibleName() for w in window.findChildren(object) if hasattr(w, "accessibleName")
    ]
    return " ".join([*(w.text() for w in visible), *spoken])


def test_an_order_shows_lines_reductions_and_total(presenter, till):
    presenter.show_cart(e1_order(till).priced)
    order_ = presenter.view.order
    assert [line.name for line in order_.lines] == ["熊猫毛绒", "雨伞"]
    assert (order_.total, order_.saved) == (25_000, 5_000)
    assert order_.lines[0].cuts[0].of_member


def test_her_name_is_masked(presenter, till, window):
    presenter.show_member(WANG)
    presenter.show_cart(order(till).priced)
    assert presenter.view.moment == Ringing("王*芳")
    assert "王小芳" not in words(window)


def test_while_paying_what_remains_is_large(presenter, till, window):
    payment = order(till, PANDA, UMBRELLA)
    presenter.show_payment(payments.add_cash(payment, TenderId("t"), 10_000))
    assert presenter.view.moment == Paying(remaining=20_000, paid=10_000)
    assert "¥200.00" in words(window)


def test_asked_to_confirm_she_sees_amount_what_is_left_and_how(presenter, till, window):
    presenter.show_cart(order(till).priced)
    presenter.show_member(WANG)
    presenter.ask_to_confirm(9_020, 22_980, "138****5678", by_sms=True)
    assert isinstance(presenter.view.moment, ConfirmValue)
    text = words(window)
    assert "¥90.20" in text
    assert "¥229.80" in text
    assert WANG.phone not in text


def test_cancel_is_hers_to_press(presenter, window, qtbot):
    presenter.ask_to_confirm(9_020, 22_980, "", by_sms=False)
    button = window.findChild(object, "customer.confirm.cancel")
    with qtbot.waitSignal(window.cancelled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_thanks_stay_until_the_next_order_begins(presenter, till):
    presenter.thank(25_000, 5_000, 213)
    presenter.show_cart(till.selling.price(till.selling.new_draft().cart))
    assert presenter.view.moment == Thanks(paid=25_000, change=5_000, points_earned=213)
    presenter.show_cart(order(till).priced)
    assert isinstance(presenter.view.moment, Ringing)


def test_cleared_it_welcomes(presenter):
    presenter.show_member(WANG)
    presenter.clear()
    assert presenter.view.moment == Welcome()


def test_a_long_order_shows_its_newest_lines(presenter, till, window):
    from posapp.ui.customer_display.view import CustomerLine, CustomerView, Order

    lines = tuple(CustomerLine(name=f"商品 {n}", quantity=1_000, amount=100) for n in range(60))
    window.show_view(CustomerView(order=Order(lines=lines, count=60_000, total=6_000)))
    shown, hidden = window.order._lines._fitting()
    assert shown[-1] == lines[-1]
    assert hidden == 60 - len(shown) > 0
