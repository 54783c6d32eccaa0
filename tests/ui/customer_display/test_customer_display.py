"""What the customer sees and types: her order, what she is asked, never more of her than she knows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import TenderId
from posapp.ui.customer_display.presenter import CustomerPresenter
from posapp.ui.customer_display.screen import CustomerWindow
from posapp.ui.customer_display.sizes import sizes_for
from posapp.ui.customer_display.view import (
    ConfirmValue,
    Order,
    Paying,
    Ringing,
    Thanks,
    Welcome,
)
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.requests import Factor
from tests.workflows.counter import PANDA, UMBRELLA, WANG, product
from tests.workflows.orders import e1_order, order

ASKED = ConfirmValue(member="", amount=9_020, left_after=22_980, sms_to="138****5678")
PURPOSES = ("marketing", "profiling", "partners", "face")
POLICY = {"zh_CN": "第一条 您的权利\n" * 80, "en": "Article 1. Your rights\n" * 80}
GLASSES = [(800, 480), (1024, 600), (1920, 1080)]


@pytest.fixture
def presenter(qapp):
    return CustomerPresenter()


@pytest.fixture
def window(presenter, look, qtbot):
    return opened(presenter, look, qtbot)


def opened(presenter, look, qtbot, size=(1280, 800), **changes):
    window = CustomerWindow(look, "星河乐园", "03", **changes)
    qtbot.addWidget(window)
    presenter.changed.connect(window.show_view)
    window.entered.connect(presenter.take_digits)
    window.cancelled.connect(presenter.cancel)
    window.consented.connect(presenter.answer_consent)
    window.resize(*size)
    window.show()
    return window


def words(window):
    """Everything that can be read on the window or heard from it."""
    visible = [w for w in window.findChildren(QLabel) if w.isVisible()]
    spoken = [
        w.accessibleName() for w in window.findChildren(object) if hasattr(w, "accessibleName")
    ]
    return " ".join([*(w.text() for w in visible), *spoken])


def press(qtbot, window, *names):
    for name in names:
        (button,) = (b for b in window.findChildren(TouchButton, name) if b.isVisible())
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_code(qtbot, window, digits):
    press(qtbot, window, *(f"customer.pad.{digit}" for digit in digits), "customer.pad.ok")


def long_cart(till, count):
    basket = Cart()
    for number in range(count):
        basket, _ = carts.add(basket, product(f"L{number}", 100, f"商品 {number}"))
    return till.selling.price(basket)


def test_an_order_shows_lines_reductions_and_total(presenter, till):
    presenter.show_cart(e1_order(till).priced)
    shown = presenter.view.order
    assert [line.name for line in shown.newest(9)] == ["熊猫毛绒", "雨伞"]
    assert (shown.kinds, shown.total, shown.saved) == (2, 25_000, 5_000)
    assert shown.newest(9)[0].cuts[0].of_member


def test_her_name_is_masked(presenter, till, window):
    presenter.show_member(WANG)
    presenter.show_cart(order(till).priced)
    assert presenter.view.moment == Ringing("王*芳")
    assert "王小芳" not in words(window)


def test_while_paying_what_remains_is_large_and_points_are_promised(presenter, till, window):
    payment = order(till, PANDA, UMBRELLA)
    presenter.show_payment(payments.add_cash(payment, TenderId("t"), 10_000), 300)
    assert presenter.view.moment == Paying(remaining=20_000, paid=10_000)
    assert "¥200.00" in words(window)
    presenter.show_member(WANG)
    presenter.show_payment(payment, 300)
    assert "本单可得积分 300" in words(window)


def test_thanks_stay_until_the_next_order_begins(presenter, till):
    presenter.thank(25_000, 5_000, 213)
    presenter.show_cart(till.selling.price(till.selling.new_draft().cart))
    presenter.settle()
    assert presenter.view.moment == Thanks(paid=25_000, change=5_000, points_earned=213)
    presenter.show_cart(order(till).priced)
    assert isinstance(presenter.view.moment, Ringing)


def test_cleared_it_welcomes(presenter, window):
    presenter.show_member(WANG)
    presenter.clear()
    assert presenter.view.moment == Welcome()
    assert window.idle.isVisible()


def test_nobody_is_served_under_the_shops_picture(presenter, look, qtbot, tmp_path):
    file = tmp_path / "park.png"
    picture = QImage(3000, 1000, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    assert picture.save(str(file))
    window = opened(presenter, look, qtbot, picture=str(file))
    assert window.idle.has_picture
    assert window.idle.grab().toImage().pixelColor(5, 5) == picture.pixelColor(5, 5)
    torn = tmp_path / "torn.png"
    torn.write_bytes(file.read_bytes()[:60])
    window = opened(presenter, look, qtbot, picture=str(torn))
    assert not window.idle.has_picture


# -- a long order


def test_a_long_order_shows_its_newest_lines(presenter, till, window):
    presenter.show_cart(long_cart(till, 60))
    shown, hidden = window.order.lines.fitting()
    assert shown[-1].name == "商品 59"
    assert hidden == 60 - len(shown) > 0


class CountedLines(tuple):
    """Lines that count how many of them were looked at."""

    __slots__ = ()
    looked = 0

    def __iter__(self):
        CountedLines.looked += len(self)
        return super().__iter__()

    def __getitem__(self, place):
        found = super().__getitem__(place)
        CountedLines.looked += len(found) if isinstance(place, slice) else 1
        return found


def test_a_change_costs_the_same_however_long_the_order_is(presenter, till, window):
    costs = []
    for count in (40, 400):
        priced = long_cart(till, count)
        CountedLines.looked = 0
        presenter.show_cart(replace(priced, lines=CountedLines(priced.lines)))
        window.order.lines.grab()
        costs.append(CountedLines.looked)
    assert costs[0] == costs[1] > 0


# -- her code


def test_asked_to_confirm_she_sees_amount_what_is_left_and_how(presenter, till, window):
    presenter.show_cart(order(till).priced)
    presenter.show_member(WANG)
    presenter.ask_to_confirm(ASKED)
    text = words(window)
    assert "王*芳，您将支付" in text
    assert "¥90.20" in text
    assert "¥229.80" in text
    assert WANG.phone not in text


def test_cancel_is_hers_to_press(presenter, window, qtbot):
    presenter.ask_to_confirm(ASKED)
    with qtbot.waitSignal(presenter.cancelled):
        press(qtbot, window, "customer.confirm.cancel")


def test_her_code_leaves_once_and_is_shown_nowhere(presenter, window, qtbot):
    presenter.ask_to_confirm(ASKED)
    brought = []
    presenter.entered.connect(lambda factor, secret: brought.append((factor, secret.reveal())))
    press(qtbot, window, *(f"customer.pad.{digit}" for digit in "2580258"))
    assert "2580258" not in words(window)
    dots = window.findChild(QLabel, "customer.pad.dots")
    assert dots.text().count("●") == 7
    press(qtbot, window, "customer.pad.9", "customer.pad.ok")
    assert brought == [(Factor.DYNAMIC_CODE, "25802589")]
    assert dots.text().count("●") == 0
    press(qtbot, window, "customer.pad.ok")
    assert len(brought) == 1


def test_a_texted_code_counts_only_after_it_was_sent(presenter, window, qtbot):
    presenter.ask_to_confirm(ASKED)
    brought = []
    presenter.entered.connect(lambda factor, secret: brought.append((factor, secret.reveal())))
    type_code(qtbot, window, "135790")
    assert brought == []
    presenter.ask_to_confirm(replace(ASKED, sms_sent=True))
    type_code(qtbot, window, "135790")
    assert brought == [(Factor.SMS, "135790")]
    presenter.ask_to_confirm(replace(ASKED, sms_sent=True, busy=True))
    type_code(qtbot, window, "135790")
    assert len(brought) == 1
    presenter.ask_to_confirm(replace(ASKED, sms_sent=True, tries_left=2))
    assert "还可以试 2 次" in words(window)


def test_digits_half_typed_are_gone_when_the_question_is(presenter, till, window, qtbot):
    presenter.show_cart(order(till).priced)
    presenter.ask_to_confirm(ASKED)
    press(qtbot, window, "customer.pad.1", "customer.pad.2")
    presenter.settle()
    assert isinstance(presenter.view.moment, Ringing)
    presenter.ask_to_confirm(ASKED)
    assert window.findChild(QLabel, "customer.pad.dots").text().count("●") == 0


# -- registering


def test_the_whole_policy_is_read_in_her_language(presenter, window, qtbot):
    presenter.ask_consent("v3", PURPOSES, POLICY)
    press(qtbot, window, "customer.consent.read")
    assert "第一条" in words(window)
    press(qtbot, window, "customer.language.en")
    assert "Article 1." in words(window)
    bar = window.policy.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=15000)
    press(qtbot, window, "customer.policy.down")
    assert 0 < bar.value() < bar.maximum()
    press(qtbot, window, "customer.policy.up")
    assert bar.value() == 0
    press(qtbot, window, "customer.policy.back")
    with qtbot.waitSignal(presenter.consented):
        press(qtbot, window, "customer.consent.yes")


def test_the_next_one_begins_with_the_question(presenter, window, qtbot):
    presenter.ask_consent("v3", PURPOSES, POLICY)
    press(qtbot, window, "customer.consent.read")
    presenter.settle()
    presenter.ask_consent("v3", PURPOSES, POLICY)
    assert "customer.consent.yes" in shown_keys(window)


def test_without_a_text_there_is_nothing_to_open(presenter, window):
    presenter.ask_consent("v3", PURPOSES)
    assert "customer.consent.read" not in shown_keys(window)


def shown_keys(window):
    return {each.objectName() for each in window.findChildren(TouchButton) if each.isVisible()}


def test_consent_is_asked_with_its_version_and_answered_by_her(presenter, window, qtbot):
    presenter.ask_consent("v3", PURPOSES)
    shown = words(window)
    assert "v3" in shown
    assert "到撤回为止" in shown
    with qtbot.waitSignal(presenter.consented) as answered:
        press(qtbot, window, "customer.consent.profiling", "customer.consent.yes")
    assert answered.args == [True, frozenset({"profiling"})]
    assert isinstance(presenter.view.moment, Welcome)
    presenter.ask_consent("v3", PURPOSES)
    with qtbot.waitSignal(presenter.consented) as answered:
        press(qtbot, window, "customer.consent.yes")
    assert answered.args == [True, frozenset()]
    presenter.ask_consent("v3", PURPOSES)
    with qtbot.waitSignal(presenter.consented) as answered:
        press(qtbot, window, "customer.consent.face", "customer.consent.no")
    assert answered.args == [False, frozenset()]


# -- her language


def test_her_language_is_hers_alone_and_ends_with_her(presenter, till, window, qtbot):
    presenter.show_cart(order(till).priced)
    press(qtbot, window, "customer.language.en")
    assert "Your order" in words(window)
    assert window.windowTitle() == "顾客屏"
    presenter.ask_to_confirm(ASKED)
    assert "您将支付" not in words(window)
    presenter.settle()
    press(qtbot, window, "customer.language.zh_TW")
    assert "您的訂單" in words(window)
    presenter.clear()
    assert window.language == "zh_CN"
    press(qtbot, window, "customer.language.en")
    presenter.thank(25_000, 0, 0)
    assert window.language == "en"
    presenter.show_cart(order(till).priced)
    assert window.language == "zh_CN"


def test_a_language_chosen_by_nobody_who_stays_is_forgotten(presenter, till, window, qtbot):
    press(qtbot, window, "customer.language.en")
    window.forget_language()
    assert window.language == "zh_CN"
    presenter.show_cart(order(till).priced)
    press(qtbot, window, "customer.language.en")
    window.forget_language()
    assert window.language == "en"


# -- glass


@pytest.mark.parametrize("glass", GLASSES)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_everything_fits_on_the_glass(presenter, till, look, qtbot, glass, language):
    window = opened(presenter, look, qtbot, glass, house=language)
    presenter.show_member(WANG)
    presenter.show_cart(e1_order(till).priced)
    asked = replace(ASKED, sms_sent=True, tries_left=2)
    for ask in (
        lambda: presenter.show_payment(e1_order(till), 213),
        lambda: presenter.ask_to_confirm(asked),
        lambda: presenter.ask_consent("v3", PURPOSES, POLICY),
        window.consent.read_asked.emit,
        lambda: presenter.thank(25_000, 5_000, 213),
    ):
        ask()
        needed, page = window._root.minimumSizeHint(), window._moments.currentWidget()
        assert needed.width() <= glass[0]
        assert needed.height() <= glass[1]
        assert page.layout().totalMinimumHeightForWidth(page.width()) <= page.height()
        assert (window.width(), window.height()) == glass
        for button in window.findChildren(TouchButton):
            if button.isVisible():
                assert button.fits(), (button.objectName(), glass)
                assert button.accessibleName()


@pytest.mark.parametrize("ppi", [69.0, 100.5, 133.0])
@pytest.mark.parametrize("glass", GLASSES)
def test_what_is_touched_is_20_mm_where_it_fits(glass, ppi):
    sizes = sizes_for(*glass, ppi)
    wanted = round(20 / 25.4 * ppi)
    assert sizes.target == min(wanted, round(glass[1] * 0.16))
    assert sizes.key >= min(wanted, glass[1] * 0.15)
    assert min(sizes.key, sizes.target) / ppi * 25.4 >= 10


def test_an_order_of_nothing_has_no_lines():
    assert (Order().newest(5), Order().kinds, Order().total) == ((), 0, 0)
