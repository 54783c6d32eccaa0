"""The controls, by what a person does with them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.icons import has_icon, icon_path, render_icon
from posapp.ui.widgets.banner import Banner
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.focus_ring import FocusRing
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.number_pad import BACKSPACE, CLEAR, NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.status_pill import Mark, StatusPill
from posapp.ui.widgets.stepper import Stepper
from posapp.ui.widgets.toast import UNDO_SECONDS, Toast
from posapp.ui.widgets.touch_button import Kind, TouchButton


@pytest.fixture
def show(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def counted(signal):
    heard = []
    signal.connect(lambda *args: heard.append(args))
    return heard


def test_a_control_without_a_name_is_a_mistake(qapp):
    for name, label in (("", "x"), ("x", "")):
        with pytest.raises(ValueError, match="name"):
            name_control(QWidget(), name, label)


def test_a_button_is_pressed_by_finger_space_and_enter(look, show):
    button = show(TouchButton(look, "go", "收款"))
    clicks = counted(button.clicked)
    click(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(clicks) == 3


def test_a_refused_button_says_why_and_cannot_be_pressed(look, show):
    button = show(TouchButton(look, "go", "充值", key="F7"))
    clicks = counted(button.clicked)
    button.refuse("离线暂停")
    click(button)
    assert (clicks, button.reason, button.accessibleDescription()) == ([], "离线暂停", "离线暂停")
    button.refuse("")
    click(button)
    assert len(clicks) == 1


def test_a_busy_button_ignores_presses(look, show):
    button = show(TouchButton(look, "go", "收款"))
    clicks = counted(button.clicked)
    button.set_busy(True)
    click(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert clicks == []
    button.set_busy(False)
    click(button)
    assert len(clicks) == 1


def test_a_click_takes_no_focus_from_the_field(look, show, qtbot):
    host = QWidget()
    column = QVBoxLayout(host)
    field = MoneyField(look, "amount", "金额")
    button = TouchButton(look, "go", "收款")
    column.addWidget(field)
    column.addWidget(button)
    show(host)
    host.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    click(button)
    assert QApplication.focusWidget() is field


def test_a_narrow_button_stacks_its_key_over_the_text(look, show):
    button = show(TouchButton(look, "hold", "Hold/recall", key="F4", align_left=True))
    button.resize(106, 48)
    assert button.fits()
    assert not button.fits_in_a_row()
    button.resize(60, 48)
    assert not button.fits()


def test_the_pad_types_amounts(look, show):
    host = QWidget()
    row = QHBoxLayout(host)
    field, pad = MoneyField(look, "amount", "金额"), NumberPad(look, "pad", amount=True)
    row.addWidget(field)
    row.addWidget(pad)
    pad.pressed.connect(field.press)
    show(host)
    for key in ("1", "00", "point", "5"):
        click(pad.findChild(TouchButton, f"pad.{key}"))
    assert (field.text(), field.amount) == ("100.5", 10050)
    click(pad.findChild(TouchButton, f"pad.{BACKSPACE}"))
    assert field.amount == 10000
    click(pad.findChild(TouchButton, f"pad.{CLEAR}"))
    assert field.amount is None


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("1234.50", 123450),
        ("１２。５", 1250),
        ("", None),
        (".", None),
    ],
)
def test_amounts_are_read_as_people_type_them(look, show, typed, amount):
    field = show(MoneyField(look, "amount", "金额"))
    field.insert(typed)
    assert field.amount == amount


@pytest.mark.parametrize("typed", ["-5", "1.234", "abc", "1e5", "12 34"])
def test_what_is_no_amount_does_not_get_in(look, show, typed):
    field = show(MoneyField(look, "amount", "金额"))
    QTest.keyClicks(field, typed)
    assert set(field.text()) <= set("0123456789.")
    assert len(field.text().partition(".")[2]) <= 2


def test_a_suggested_amount_gives_way_to_the_first_digit(look, show):
    field = show(MoneyField(look, "amount", "金额"))
    heard = counted(field.amount_changed)
    field.suggest(9020)
    field.press("1")
    field.press("00")
    assert field.amount == 10000
    assert heard[-1] == (10000,)


def test_thousands_come_on_leaving(look, show):
    field = show(MoneyField(look, "amount", "金额"))
    field.insert("123456.7")
    field.focusOutEvent(_leaving())
    assert field.text() == "123,456.70"
    assert field.amount == 12345670


def _leaving():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut)


def test_a_secret_field_completes_once_and_tells_no_digit(look, show):
    field = show(DigitField(look, "pin", "PIN", length=4))
    done = counted(field.complete)
    QTest.keyClicks(field, "12x34")
    assert done == [("1234",)]
    field.press("5")
    assert (field.digits, field.missing) == ("1234", 0)
    assert field.accessibleDescription() == "4/4"
    field.press(BACKSPACE)
    assert field.digits == "123"
    field.clear(wrong=True)
    assert field.digits == ""


def test_a_toast_counts_down_and_undoes_once(look, show, qtbot):
    toast = show(Toast(look, "toast", "提示"))
    undone = []
    toast.show_text("已删除", lambda: undone.append(1))
    assert toast.can_undo
    for _ in range(UNDO_SECONDS):
        toast._on_second()
    assert not toast.isVisible()
    toast.show_text("已删除", lambda: undone.append(2))
    click(toast.findChild(QWidget, "toast.undo"))
    assert undone == [2]
    assert not toast.can_undo


def test_a_banner_has_one_sentence_and_one_button(look, show):
    banner = show(Banner(look, "banner", "通知"))
    pressed = counted(banner.pressed)
    banner.show_message("warn", "互联网断开", "能做什么")
    click(banner.findChild(TouchButton, "banner.action"))
    assert (banner.text, banner.level, len(pressed)) == ("互联网断开", "warn", 1)


def test_a_dialog_focuses_the_safe_answer_and_says_which_was_given(look, show, qtbot):
    host = show(QWidget())
    host.resize(1024, 768)
    host.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is host)
    dialog = Dialog(look, "void", host, title="作废", text="不能恢复", confirm="作废", safe="返回")
    answers = counted(dialog.answered)
    dialog.open()
    assert QApplication.focusWidget() is dialog.safe
    dialog.refuse("先选原因")
    click(dialog.confirm)
    assert answers == []
    dialog.refuse("")
    click(dialog.confirm)
    click(dialog.safe)
    assert answers == [(True,), (False,)]
    host.resize(1366, 768)
    assert dialog.geometry() == host.rect()


def test_a_grave_text_stays_until_it_is_pressed_and_comes_back_after_others(look, show):
    toast = show(Toast(look, "toast", "提示"))
    for text in ("第一", "第二"):
        toast.show_text(text, level="danger")
    for _ in range(3 * UNDO_SECONDS):
        toast._on_second()
    assert (toast.isVisible(), toast.text) == (True, "第二")
    toast.show_text("已挂单", list)
    assert toast.text == "已挂单"
    click(toast.findChild(QWidget, "toast.undo"))
    assert toast.text == "第二"
    click(toast.findChild(QWidget, "toast.seen"))
    assert toast.text == "第一"
    click(toast.findChild(QWidget, "toast.seen"))
    assert not toast.isVisible()


def test_what_is_loud_is_shown_whole(look, show):
    toast = show(Toast(look, "toast", "提示"))
    toast.show_text("有 3 笔收款在断电时没有完成，请核对是否收过钱，没有入账" * 3, level="danger")
    low, high = toast.fit(900), toast.fit(320)
    assert low < high
    toast.resize(320, high)
    label = toast.findChild(QWidget, "toast.whole")
    assert label.heightForWidth(label.width()) <= label.height()


def test_the_key_beside_undo_is_only_shown_where_it_undoes(look, show):
    toast = show(Toast(look, "toast", "提示"))
    toast.show_keys("Ctrl+Z")
    toast.show_text("已删除", list)
    assert toast._key.isVisible()
    toast.show_keys("")
    assert not toast._key.isVisible()
    assert toast.can_undo


def test_choices_hold_exactly_one(look, show):
    group = show(ChoiceGroup(look, "why", (("a", "破损"), ("b", "临期"))))
    chosen = counted(group.chosen)
    assert group.value == ""
    click(group.button("a"))
    click(group.button("b"))
    assert (group.value, chosen) == ("b", [("a",), ("b",)])
    assert not group.button("a").isChecked()


def test_a_row_says_why_it_is_shut(look, show):
    row = show(ChoiceRow(look, "value", "储值", "可用 ¥320.00", icon="wallet", key="Alt+3"))
    row.refuse("离线，储值支付暂停")
    clicks = counted(row.clicked)
    click(row)
    assert (clicks, row.accessibleDescription()) == ([], "离线，储值支付暂停")
    row.refuse("")
    row.show_texts("储值", "可用 ¥20.00", "¥5.00")
    assert row.accessibleDescription() == "可用 ¥20.00"


def test_a_tick_is_set_by_its_sentence(look, show):
    box = show(CheckBox(look, "print", "打印小票", checked=True))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, 10))
    assert not box.isChecked()


def test_a_stepper_only_asks(look, show):
    stepper = show(Stepper(look, "qty", "数量"))
    steps = counted(stepper.stepped)
    click(stepper.more)
    click(stepper.less)
    assert steps == [(1,), (-1,)]
    assert stepper.text == "1"


def test_money_is_spoken_whole(look, show):
    label = show(MoneyLabel(look, size="display", caption="合计"))
    label.set_amount(-123450)
    assert (label.text, label.accessibleName()) == ("−¥1,234.50", "合计 −¥1,234.50")


def test_a_pill_speaks_its_word(look, show):
    pill = show(StatusPill(look, Mark.OK, "在线"))
    pill.show_state(Mark.OFFLINE, "离线 3 分钟")
    assert pill.accessibleName() == "离线 3 分钟"


def test_data_is_never_read_as_markup(look, show):
    label = show(Label(look, "<b>王</b>"))
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_text_gives_way_and_tells_itself_on_hover(look, show):
    label = show(ElidedLabel(look, "一段很长很长的话" * 10))
    label.setFixedSize(100, 24)
    label.grab()
    assert label.toolTip().startswith("一段很长")


def test_a_wrong_field_says_what_is_wrong_until_it_is_typed_in(look, show):
    field = show(FormField(look, "phone", "手机号", code=True))
    field.show_error("请输入 11 位手机号")
    assert field.error == "请输入 11 位手机号"
    QTest.keyClicks(field.edit, "1")
    assert field.error == ""


def test_the_ring_follows_the_keyboard_to_buttons_only(look, show, qapp, qtbot):
    host = QWidget()
    column = QVBoxLayout(host)
    button, field = TouchButton(look, "go", "收款"), MoneyField(look, "amount", "金额")
    column.addWidget(button)
    column.addWidget(field)
    show(host)
    ring = FocusRing(look, host, qapp)
    host.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is host)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())
    field.setFocus()
    assert not ring.isVisible()


def test_every_icon_draws_something(qapp, look):
    for path in icon_path("menu").parent.glob("*.svg"):
        image = render_icon(path.stem, look.color("text"), 24).toImage()
        drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
        assert 10 < drawn < 400, path.stem
    assert not has_icon("nothing")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_button_is_painted(look, show, kind):
    button = show(TouchButton(look, "go", "收款", kind=kind, key="F9", icon="tag"))
    picture = button.grab().toImage()
    button.setChecked(True)
    button.setDown(True)
    assert button.grab().toImage() != picture
