"""The window goes where it is asked, puts layers over each other, and shows what is told."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from posapp.ui.keymap import Action, KeyMap
from posapp.ui.main_window import MainWindow
from posapp.ui.messages import Level
from posapp.ui.navigation import Hint, Navigation, Place
from posapp.ui.shell import DeviceSign, Status, Till
from posapp.ui.surface import Surface
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.help_sheet import HelpSheet
from posapp.ui.widgets.sheet import Sheet
from posapp.ui.widgets.status_pill import Mark

TILL = Till(brand="星河乐园", shop="1号店", till="03")


class Screen(Surface):
    def __init__(self, name):
        super().__init__()
        self.setObjectName(name)
        self.entered = []
        self.edit = QLineEdit()
        QVBoxLayout(self).addWidget(self.edit)

    def enter(self, payload):
        self.entered.append(payload)

    def first_focus(self):
        return self.edit

    def hints(self):
        return (Hint("F9", self.objectName()),)


@pytest.fixture
def navigation(qapp):
    return Navigation()


@pytest.fixture
def window(qtbot, look, navigation):
    builders = {place: lambda _frame, p=place: Screen(p.value) for place in Place}
    builders[Place.MEMBER] = lambda frame: Sheet(frame, "member", "会员")
    window = MainWindow(look, navigation, KeyMap(), TILL, builders)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    navigation.go(Place.SELL)
    return window


def test_a_page_is_entered_with_its_payload_each_time(window, navigation):
    navigation.go(Place.REFUND, "A03-0001")
    navigation.back()
    navigation.go(Place.REFUND, "A03-0002")
    assert window.surface(Place.REFUND).entered == ["A03-0001", "A03-0002"]


def test_back_returns_to_the_page_before_and_stops_at_the_root(window, navigation):
    navigation.go(Place.REFUND, "")
    navigation.back()
    assert window.top.objectName() == "sell"
    navigation.back()
    assert window.top.objectName() == "sell"


def test_a_page_that_asks_to_leave_is_left(window, navigation):
    navigation.go(Place.PAY)
    window.top.left.emit()
    assert window.top.objectName() == "sell"


def test_returning_to_a_page_below_drops_what_lay_on_it(window, navigation):
    navigation.go(Place.MEMBER, "")
    navigation.go(Place.REGISTER, "")
    navigation.go(Place.SELL)
    navigation.back()
    assert window.top.objectName() == "sell"


def test_a_sheet_covers_the_find_side_and_leaves_the_cart(window, navigation):
    navigation.go(Place.MEMBER, "")
    assert window.top.area() == window.frame.find_side()
    assert not window.top.area().intersects(window.frame.cart_side())
    window.resize(1024, 768)
    assert window.top.card.width() == 448
    navigation.back()
    assert window.top.objectName() == "sell"


def test_a_dialog_lies_on_top_until_it_is_answered(window, navigation, look):
    dialog = Dialog(look, "ask", window, title="作废", confirm="作废", safe="返回")
    answers = []
    dialog.answered.connect(answers.append)
    navigation.lay(dialog)
    assert window.top is dialog
    assert dialog.take_action(Action.BACK)
    assert (answers, window.top.objectName()) == ([False], "sell")


def test_common_actions_are_carried_out_or_handed_on(window, qtbot):
    with qtbot.waitSignal(window.lock_asked):
        assert window.take_action(Action.LOCK)
    with qtbot.waitSignal(window.reprint_asked):
        assert window.take_action(Action.REPRINT)
    assert window.take_action(Action.HELP)
    assert isinstance(window.top, HelpSheet)
    assert not window.take_action(Action.PAY)


def test_the_keys_of_the_surface_in_charge_are_shown(window, navigation):
    def keys():
        return [
            w.accessibleName() for w in window.status_bar.findChildren(object) if w.isWidgetType()
        ]

    assert "F9" in keys()
    navigation.go(Place.MEMBER, "")
    assert window.top.hints() == ()


def test_a_warning_stays_readable_over_any_page(window, messages):
    messages.shown.connect(window.show_message)
    messages.show("打印机缺纸，交易已完成，装纸后自动补打", Level.WARN)
    assert window.toast.isVisible()
    assert window.toast.text.startswith("打印机缺纸")


@pytest.mark.parametrize(
    "text", ["连不上总部，请稍后再试", "打印机缺纸，交易已完成，装纸后自动补打" * 2]
)
def test_what_passes_covers_no_key_of_a_page(window, navigation, messages, text):
    messages.shown.connect(window.show_message)
    navigation.go(Place.REFUND, "")
    messages.show(text, Level.WARN)
    bar = window.status_bar.geometry()
    assert bar.contains(window.toast.geometry())
    assert window.toast.text == text


def test_a_grave_message_is_there_after_a_lock_and_goes_by_its_key(window, messages):
    messages.shown.connect(window.show_message)
    messages.show("有 1 笔支付结果未知", Level.DANGER)
    window.lock()
    assert not window.toast.isVisible()
    window.unlock(keep_panels=True)
    assert window.toast.text == "有 1 笔支付结果未知"
    window.rebuild()
    assert window.toast.standing == ("有 1 笔支付结果未知",)
    assert window.take_action(Action.SEEN)
    assert not window.toast.isVisible()


def test_one_key_leads_to_what_is_unclear(window, qtbot):
    with qtbot.waitSignal(window.open_payment_asked):
        assert window.take_action(Action.OPEN_PAYMENT)


def test_the_top_bar_tells_link_and_devices(window):
    devices = (DeviceSign(name="printer", icon="printer", title="打印机", trouble="缺纸"),)
    window.show_status(
        Status(
            mark=Mark.OFFLINE, text="离线 3 分钟", waiting=2, devices=devices, banner="互联网断开"
        )
    )
    assert window.top_bar.pill.text == "离线 3 分钟"
    assert window.top_bar.waiting.text() == "待同步 2"
    assert window.top_bar.banner.text == "互联网断开"
    window.show_status(Status(text="在线", devices=devices))
    assert not window.top_bar.banner.isVisible()


def test_signing_in_has_no_frame(window, navigation):
    navigation.go(Place.SIGN_IN)
    assert not window.top_bar.isVisible()
    navigation.go(Place.SELL)
    assert window.top_bar.isVisible()


def test_after_another_language_screens_are_built_anew(window, navigation):
    old = window.surface(Place.SELL)
    window.rebuild()
    navigation.go(Place.SELL)
    assert window.surface(Place.SELL) is not old
    assert window.top is window.surface(Place.SELL)
    assert window.top_bar.isVisible()
    navigation.back()
    assert window.top is window.surface(Place.SELL)


def test_closing_is_announced(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()
