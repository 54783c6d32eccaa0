"""The sell screen in its window, driven by keys, a scanner and fingers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from posapp.domain.own_codes import coupon_code, hold_ticket, receipt_code
from posapp.ui.input_router import InputRouter
from posapp.ui.keymap import Action, KeyMap
from posapp.ui.navigation import Place
from posapp.ui.sell.reduction_dialog import ReductionDialog
from posapp.ui.sell.state import Latch
from posapp.ui.sell.void_dialog import VoidDialog
from posapp.ui.surface import Scan
from posapp.ui.wedge import WedgeSettings
from posapp.ui.widgets.help_sheet import HelpSheet
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.requests import HoldLedger
from posapp.workflows.lease_shelf import Lent
from tests.ui.counter import WANG, products, renew

GOODS = products()
# A busy machine may stop a test between two keys of a scan.
ALLOWED = {"allow_discount": "reasons 九折活动", "allow_price_change": "reasons 价签不符"}
PATIENT = WedgeSettings(gap_ms=150, silence_ms=200)


@pytest.fixture
def window(make_window, look, idle, qtbot):
    window = make_window(look)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    idle()
    return window


@pytest.fixture
def screen(window):
    return window.surface(Place.SELL)


@pytest.fixture
def router(qapp, window):
    router = InputRouter(
        qapp, KeyMap(), lambda: window.top, common=window.take_action, settings=PATIENT
    )
    yield router
    router.close()


@pytest.fixture
def type_(window, router, qtbot):
    def type_(text):
        for char in text:
            QTest.keyClick(window.windowHandle(), char)
            qtbot.waitUntil(lambda: not router.is_holding)

    return type_


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.windowHandle(), key, modifiers)


def scan(window, text):
    for char in text:
        QTest.keyClick(window.windowHandle(), char)
    press(window, Qt.Key.Key_Return)


def test_three_scans_are_three_painted_lines(window, screen, router, sell, idle):
    for code in ("6901234567892", "P003X", "P0013"):
        scan(window, code)
    idle()
    assert screen.cart_side.view.cart.rowCount() == 1
    assert screen.cart_side.total.text == "¥5.00"
    assert sell.state.latch is not None


def test_the_field_has_the_focus_and_keeps_it(window, screen, router, idle, qtbot):
    assert QApplication.focusWidget() is screen.find_side.field.edit
    QTest.mouseClick(screen.find_side.tiles.tiles[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is screen.find_side.field.edit
    assert screen.cart_side.total.text == "¥3.00"


def test_a_typed_code_and_enter(window, screen, router, type_, idle):
    type_("P001")
    press(window, Qt.Key.Key_Return)
    idle()
    assert screen.cart_side.view.cart.rowCount() == 1
    assert screen.find_side.field.text == ""


def test_the_latch_covers_the_tabs_shuts_payment_and_opens_by_esc(window, screen, router, idle):
    screen.take_scan(Scan(text="P001"))
    screen.take_scan(Scan(text="6901234567894"))
    idle()
    assert screen.latch.isVisible()
    assert screen.latch.text == "没有找到条码 6901…894，请查价或手工输入"
    assert screen.cart_side.pay.reason == "先处理未知条码，再收款"
    press(window, Qt.Key.Key_Escape)
    assert not screen.latch.isVisible()
    assert screen.cart_side.pay.isEnabled()
    assert screen.find_side.field.text == ""


def test_less_more_remove_and_undo_by_keys(window, screen, router, idle, type_):
    table = screen.cart_side.view.cart
    screen.take_scan(Scan(text="P001"))
    screen.take_scan(Scan(text="P002"))
    idle()
    type_("-")
    assert [table.is_voided(row) for row in range(table.rowCount())] == [False, True]
    assert screen.cart_side.toast.text == "已删除 可口可乐 ×1"
    assert screen.cart_side.counts.text().endswith("已删 1 行")
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [table.is_voided(row) for row in range(table.rowCount())] == [False, False]
    QTest.mouseClick(screen.cart_side.view.stepper.more, Qt.MouseButton.LeftButton)
    assert screen.cart_side.view.stepper.text == "2"
    press(window, Qt.Key.Key_Delete)
    assert [table.is_voided(row) for row in range(table.rowCount())] == [True, False]


def test_a_star_asks_for_the_quantity_of_the_line(window, screen, router, idle, type_):
    screen.take_scan(Scan(text="P001"))
    idle()
    type_("*12")
    press(window, Qt.Key.Key_Return)
    assert screen.cart_side.view.stepper.text == "12"
    assert screen.cart_side.total.text == "¥36.00"


def test_plus_leads_to_payment(window, screen, router, idle, type_, counter):
    wishes = []
    counter.floor.navigation.requested.disconnect(window.go)
    counter.floor.navigation.requested.connect(wishes.append)
    screen.take_scan(Scan(text="P001"))
    idle()
    type_("+")
    assert [wish.place for wish in wishes] == [Place.PAY]


def test_help_shows_the_live_keys_and_closes(window, router):
    press(window, Qt.Key.Key_F1)
    assert isinstance(window.top, HelpSheet)
    press(window, Qt.Key.Key_Escape)
    assert window.top is window.surface(Place.SELL)


def test_a_scan_is_refused_while_a_dialog_asks(window, screen, router, idle, qtbot):
    screen.take_scan(Scan(text="P001"))
    idle()
    press(
        window,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert isinstance(window.top, VoidDialog)
    with qtbot.waitSignal(router.refused):
        scan(window, "6901234567892")
    assert isinstance(window.top, VoidDialog)
    assert screen.cart_side.view.cart.rowCount() == 1


def test_voiding_needs_a_reason_and_the_safe_answer_is_first(window, screen, router, idle, voided):
    screen.take_scan(Scan(text="P001"))
    idle()
    press(
        window,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = window.top
    assert QApplication.focusWidget() is dialog.safe
    assert dialog.confirm.reason == "先选原因"
    press(window, Qt.Key.Key_Return)
    assert window.top is screen
    assert voided.orders == []


def test_a_reduction_shows_what_it_makes_of_the_total(window, screen, router, idle):
    screen.take_scan(Scan(text="P005"))
    idle()
    press(window, Qt.Key.Key_F6)
    dialog = window.top
    assert isinstance(dialog, ReductionDialog)
    QTest.mouseClick(dialog.reason.button("damaged"), Qt.MouseButton.LeftButton)
    assert dialog.text.text() == "合计 ¥22.00 改为 ¥19.80"
    assert dialog.reduction().basis_points == 1000
    QTest.mouseClick(dialog.share.button("amount"), Qt.MouseButton.LeftButton)
    assert dialog.confirm.reason == "先输入金额"
    dialog.amount.set_amount(99_900)
    assert dialog.confirm.reason == "减价不能超过这一行的金额，请重新输入"


def test_a_share_and_an_amount_have_the_reasons_of_their_own_act(
    window, screen, router, idle, counter
):
    counter.desk.use(replace(counter.desk.settings, **ALLOWED))
    screen.take_scan(Scan(text="P005"))
    idle()
    press(window, Qt.Key.Key_F6)
    dialog = window.top
    dialog.reason.choose("九折活动")
    QTest.mouseClick(dialog.share.button("amount"), Qt.MouseButton.LeftButton)
    dialog.amount.set_amount(100)
    assert dialog.confirm.reason == "先选原因"
    dialog.reason.choose("价签不符")
    assert dialog.reduction().reason == "价签不符"


@pytest.mark.parametrize(
    ("key", "ways"),
    [
        ("code.coupon_needs_member", ["member", "back"]),
        ("code.badge_not_here", ["back"]),
        ("code.foreign_link", ["back"]),
        ("code.unknown", ["price_check", "search", "back"]),
    ],
)
def test_a_latched_code_offers_what_means_something_for_it(screen, sell, idle, key, ways):
    sell.show(latches=(Latch(key=key, shown="X1"),))
    buttons = [b.objectName() for b in screen.latch.findChildren(TouchButton) if b.isVisible()]
    assert buttons == [f"sell.latch.{way}" for way in ways]


def test_the_member_strip_masks_her(window, screen, sell, router):
    sell.attach(WANG)
    strip = screen.cart_side.member
    assert (strip.name.text(), strip.phone.text()) == ("王*芳", "138****5678")
    assert "320.00" in strip.figures.text()
    QTest.mouseClick(
        screen.findChild(type(screen.cart_side.pay).__mro__[1], "sell.member.detach"),
        Qt.MouseButton.LeftButton,
    )
    assert sell.state.member is None


def test_the_member_strip_says_what_she_can_pay_with_while_central_is_away(screen, sell):
    sell.attach(WANG)
    lent = (
        Lent(member_id=WANG.id, amount=7_000, granted_ms=0),
        Lent(member_id=WANG.id, amount=300, granted_ms=0, ledger=HoldLedger.POINTS),
        Lent(member_id="somebody else", amount=9_000, granted_ms=0),
    )
    strip = screen.cart_side.member
    sell.show_online(online=False, lent=lent)
    assert strip.usable.text() == "可离线使用 ¥70.00 + 300 积分"
    sell.show_online(online=False, lent=lent[1:])
    assert strip.usable.text() == "可离线使用 300 积分"
    sell.show_online(online=False, lent=lent[2:])
    assert strip.usable.isHidden()
    right = Lent(
        member_id=WANG.id, amount=2, granted_ms=0, ledger=HoldLedger.COUPON, coupons=("C1", "C2")
    )
    sell.show_online(online=False, lent=(right,))
    assert strip.usable.text() == "可离线使用 2 张券"
    sell.show_online(online=False, lent=(lent[1], right))
    assert strip.usable.text() == "可离线使用 300 积分 + 2 张券"
    sell.show_online(online=True, lent=lent)
    assert strip.usable.isHidden()


def test_the_shelf_pages_and_tabs(window, screen, router, idle, finder):
    finder.open_tab("rain")
    idle()
    assert [tile.product.name for tile in screen.find_side.tiles.tiles] == [
        "成人雨衣",
        "儿童雨衣",
        "晴雨伞",
    ]


def test_more_goods_than_places_turn_the_page(make_window, look, idle, qtbot, counter):
    window = make_window(look, 1024, 768)
    idle()
    grid = window.surface(Place.SELL).find_side.tiles
    first = [tile.product.name for tile in grid.tiles]
    assert len(first) == 11
    QTest.mouseClick(
        window.findChild(type(window.top_bar.menu), "sell.tiles.more"), Qt.MouseButton.LeftButton
    )
    second = [tile.product.name for tile in grid.tiles]
    assert sorted(first + second) == sorted(product.name for product in GOODS)


def test_goods_go_on_being_rung_up_below_the_discount_dialog(window, screen, router, idle, sell):
    screen.take_scan(Scan(text="P001"))
    idle()
    screen.take_action(Action.DISCOUNT)
    dialog = window.top
    chosen = sell.state.order.selected
    router.deliver(Scan(text="6901234567892"))
    idle()
    assert [line.code for line in sell.state.order.cart.lines] == ["P001", "P002"]
    assert sell.state.order.selected == chosen
    assert window.top is dialog


@pytest.mark.parametrize("code", ["134512345678908293", receipt_code("A03-1-000001"), "M0038127"])
def test_what_is_no_goods_waits_for_the_discount_dialog(
    window, screen, router, idle, sell, shown, code
):
    screen.take_scan(Scan(text="P001"))
    idle()
    screen.take_action(Action.DISCOUNT)
    dialog = window.top
    router.deliver(Scan(text=code))
    idle()
    assert shown[-1].key == "scan.finish_first"
    assert (window.top, sell.state.member, sell.state.latch) == (dialog, None, None)


def test_a_scan_takes_no_quantity_that_was_begun_for_another_line(screen, idle, sell):
    screen.take_scan(Scan(text="P001"))
    idle()
    screen.take_action(Action.QUANTITY)
    screen.take_scan(Scan(text="P002"))
    idle()
    sell.set_quantity("3")
    assert [line.quantity for line in sell.state.order.cart.lines] == [3_000, 1_000]


def test_a_coupon_is_scanned_onto_the_order_of_its_member(screen, idle, sell, shown):
    screen.take_scan(Scan(text=coupon_code("C1")))
    idle()
    assert sell.state.latch.key == "code.coupon_needs_member"
    screen.take_action(Action.BACK)
    for code in ("M0038127", "P005", coupon_code("C1")):
        screen.take_scan(Scan(text=code))
        idle()
    assert sell.state.order.cart.coupons == ("C1",)
    screen.take_scan(Scan(text=coupon_code("C3")))
    idle()
    assert shown[-1].key == "coupon.not_hers"


def test_a_held_order_comes_back_by_its_slip(screen, idle, sell):
    screen.take_scan(Scan(text="P001"))
    idle()
    screen.take_action(Action.HOLD)
    idle()
    held = sell.state.parked[0].id
    screen.take_scan(Scan(text=hold_ticket("0192f3a4-0000-7000-8000-000000000000")))
    idle()
    assert sell.state.latch.key == "code.hold_not_here"
    screen.take_action(Action.BACK)
    screen.take_scan(Scan(text=hold_ticket(held)))
    idle()
    assert [line.code for line in sell.state.order.cart.lines] == ["P001"]


def test_letters_for_a_finger_find_goods_by_their_initials(window, screen, router, idle, counter):
    renew(counter.cache, replace(GOODS[8], initials="xmmr", pinyin="xiongmaomaorong"))
    letters = screen.find_side.letters
    QTest.mouseClick(screen.find_side.letters_key, Qt.MouseButton.LeftButton)
    assert letters.isVisible()
    assert not screen.find_side.keys.isVisible()
    for name in ("x", "m", "erase", "x", "m"):
        QTest.mouseClick(letters.key(name), Qt.MouseButton.LeftButton)
    idle()
    assert screen.find_side.field.text == "xxm"
    QTest.mouseClick(letters.key("empty"), Qt.MouseButton.LeftButton)
    for name in ("x", "m"):
        QTest.mouseClick(letters.key(name), Qt.MouseButton.LeftButton)
    idle()
    assert [tile.product.name for tile in screen.find_side.tiles.tiles] == ["熊猫毛绒"]
    QTest.mouseClick(screen.find_side.tiles.tiles[0], Qt.MouseButton.LeftButton)
    assert screen.cart_side.total.text == "¥39.00"
    assert not letters.isVisible()
    assert QApplication.focusWidget() is screen.find_side.field.edit


def test_a_finger_types_a_code_with_its_count(window, screen, router, idle):
    letters = screen.find_side.letters
    screen.find_side.show_letters(True)
    for name in ("3", "star", "p", "0", "0", "2", "enter"):
        QTest.mouseClick(letters.key(name), Qt.MouseButton.LeftButton)
    idle()
    assert screen.cart_side.total.text == "¥15.00"


def test_a_typed_count_is_for_the_scan_behind_it(window, screen, router, idle, type_):
    type_("3*")
    screen.take_scan(Scan(text="6901234567892"))
    idle()
    assert screen.cart_side.total.text == "¥15.00"
    assert screen.find_side.field.text == ""


def test_tiles_show_what_the_member_pays(window, screen, sell, finder, idle):
    finder.open_tab("toys")
    idle()
    panda = next(t for t in screen.find_side.tiles.tiles if t.product.name == "熊猫毛绒")
    assert "会员价" not in panda.accessibleName()
    sell.attach(WANG)
    assert panda.accessibleName().endswith("会员价 ¥35.10")
    sell.detach()
    assert "会员价" not in panda.accessibleName()


def test_a_note_is_written_by_keys_and_stands_on_the_line(window, screen, router, idle, type_):
    screen.take_scan(Scan(text="P001"))
    idle()
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.top.objectName() == "sell.note"
    type_("no ice")
    press(window, Qt.Key.Key_Return)
    assert screen.cart_side.view.cart.line(0).line.note == "no ice"
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.cart_side.view.cart.line(0).line.note == ""


def test_a_finger_writes_a_ready_note_on_the_whole_order(window, screen, router, idle, sell):
    screen.take_scan(Scan(text="P001"))
    idle()
    QTest.mouseClick(screen.cart_side.line_keys.button(Action.NOTE), Qt.MouseButton.LeftButton)
    dialog = window.top
    QTest.mouseClick(dialog.scope.button("order"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.ready.button("gift"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert sell.state.order.cart.note == "礼品包装"
    assert screen.cart_side.taxes.text() == "备注 礼品包装"


def test_a_price_that_was_asked_for_may_be_added_by_touch(window, screen, router, idle, finder):
    press(window, Qt.Key.Key_F5)
    finder.scan("P002")
    idle()
    assert screen.price.isVisible()
    QTest.mouseClick(screen.price.add, Qt.MouseButton.LeftButton)
    idle()
    assert screen.cart_side.total.text == "¥5.00"
    assert not screen.price.isVisible()


def price_of(screen, name):
    """What the tile of a product tells; None where no tile shows it."""
    return next(
        (
            tile.accessibleName().rpartition(" ")[2]
            for tile in screen.find_side.tiles.tiles
            if tile.product.name == name
        ),
        None,
    )


def test_the_feed_repaints_tiles_and_leaves_whoever_turned_the_page_there(
    window, screen, router, idle, counter, finder
):
    window.resize(1024, 768)
    assert price_of(screen, "矿泉水") == "¥3.00"
    renew(counter.cache, replace(GOODS[0], price=350))
    finder.load_shelf()
    idle()
    assert price_of(screen, "矿泉水") == "¥3.50"
    more = screen.find_side.tiles.findChild(TouchButton, "sell.tiles.more")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert price_of(screen, "矿泉水") is None
    last = screen.find_side.tiles.tiles[-1].product
    renew(counter.cache, replace(last, sold_out=True), version=3)
    finder.load_shelf()
    idle()
    assert price_of(screen, last.name) == "售罄"
    assert price_of(screen, "矿泉水") is None


def test_the_feed_does_not_end_a_search(window, screen, router, idle, counter, finder, sell):
    finder.search_typed("雨衣")
    idle()
    renew(counter.cache, replace(GOODS[12], price=1_600))
    finder.load_shelf()
    idle()
    assert sell.state.shelf.search == "雨衣"
    assert price_of(screen, "成人雨衣") == "¥16.00"
    screen.find_side.field.clear()
    finder.search_typed("")
    idle()
    assert sell.state.shelf.search == ""
