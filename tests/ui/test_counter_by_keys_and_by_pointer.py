"""Each task at the counter by keyboard alone and by pointer alone, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from posapp.domain.own_codes import member_code, receipt_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Confirming, Done, PayRequest, Way
from posapp.ui.shift.close_state import Stage
from posapp.wire.requests import FindMemberReply, FindSaleReply, HoldState
from tests.ui.window_at import counter_window
from tests.workflows import replies
from tests.workflows.counter import MANAGER_PIN, PANDA, WANG
from tests.workflows.orders import order, sold

ALT = Qt.KeyboardModifier.AltModifier
ENTER, ESC, F2, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_F9


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as counter:
        yield counter


def pay(counter, member=None):
    payment = order(counter.till, member=member)
    counter.go(Place.PAY, PayRequest(payment=payment, member=member))


def is_done(counter):
    counter.qtbot.waitUntil(lambda: isinstance(counter.pay.state.phase, Done))
    return True


def test_three_scans_plus_and_enter_pay_exactly_and_the_next_scan_begins_anew(counter):
    counter.go(Place.SELL)
    for _ in range(3):
        counter.scan(PANDA.barcodes[0])
    counter.key(F9)
    counter.key(ENTER)
    assert is_done(counter)
    assert counter.pay.state.phase.committed.sale.net == 60_000
    counter.scan(PANDA.barcodes[0])
    assert counter.sell.presenter.state.priced.net == 20_000
    assert counter.top.objectName() == "sell"


def test_typed_digits_are_the_amount_and_the_change_is_shown(counter):
    pay(counter)
    counter.type("300")
    assert counter.find("pay.change").text == "¥100.00"
    counter.key(ENTER)
    assert is_done(counter)
    assert counter.find("pay.done.amount").text == "¥100.00"


def test_by_pointer_alone_with_a_quick_key(counter):
    pay(counter)
    counter.click("pay.quick.0")
    assert is_done(counter)
    counter.click("pay.done.next")
    assert counter.top.objectName() == "sell"


def test_by_pointer_alone_with_the_number_pad(counter):
    pay(counter)
    for key in ("3", "0", "00"):
        counter.click(f"pay.pad.{key}")
    counter.click("pay.confirm")
    assert is_done(counter)
    assert counter.pay.state.phase.committed.sale.change == 280_000


def test_value_by_keyboard_with_a_texted_code(counter):
    pay(counter, WANG)
    counter.till.central.will("begin_hold", replies.pending)
    counter.key(Qt.Key.Key_3, ALT)
    counter.key(ENTER)
    assert isinstance(counter.pay.state.phase, Confirming)
    counter.till.central.will("send_code", replies.sms_sent)
    counter.key(ENTER)
    assert counter.top.objectName() == "pay.sms"
    begin = counter.till.central.requests("begin_hold")[0]
    counter.till.central.will("confirm_hold", replies.confirmed(begin))
    counter.type("123456")
    assert is_done(counter)
    assert counter.top.objectName() == "sell"
    assert counter.till.central.requests("confirm_hold")[0].code == "123456"


def test_value_by_pointer_with_a_texted_code(counter):
    pay(counter, WANG)
    counter.till.central.will("begin_hold", replies.pending)
    counter.click("pay.way.value")
    counter.click("pay.confirm")
    counter.till.central.will("send_code", replies.sms_sent)
    counter.click("pay.factor.send")
    begin = counter.till.central.requests("begin_hold")[0]
    wrong = replies.confirmed(begin, HoldState.PENDING, tries_left=4, reason="hold.wrong_code")
    counter.till.central.will("confirm_hold", wrong, replies.confirmed(begin))
    for _ in range(6):
        counter.click("pay.sms.pad.1")
    assert counter.find("pay.sms.refusal").text()
    for _ in range(6):
        counter.click("pay.sms.pad.2")
    assert is_done(counter)


def test_digits_meant_for_the_code_never_reach_the_amount(counter):
    pay(counter, WANG)
    counter.till.central.will("begin_hold", replies.pending)
    counter.key(Qt.Key.Key_3, ALT)
    counter.key(ENTER)
    counter.type("999")
    assert counter.pay.state.typed is None


def test_back_from_the_members_check_digits_are_the_amount_again(counter):
    pay(counter, WANG)
    counter.till.central.will("begin_hold", replies.pending)
    counter.till.central.will("release_hold", None)
    counter.key(Qt.Key.Key_3, ALT)
    counter.key(ENTER)
    counter.key(ESC)
    counter.key(Qt.Key.Key_1, ALT)
    counter.type("250")
    assert counter.pay.state.typed == 25_000


def test_the_members_code_confirms_while_the_window_waits(counter):
    pay(counter, WANG)
    counter.till.central.will("begin_hold", replies.pending)
    counter.key(Qt.Key.Key_3, ALT)
    counter.key(ENTER)
    begin = counter.till.central.requests("begin_hold")[0]
    counter.till.central.will("confirm_hold", replies.confirmed(begin))
    counter.scan(member_code(WANG.number, "12345678"))
    assert is_done(counter)


def test_esc_with_something_collected_asks_and_keeping_is_the_safe_answer(counter):
    counter.go(Place.SELL)
    pay(counter)
    counter.type("50")
    counter.key(ENTER)
    counter.key(ESC)
    assert counter.top.objectName() == "pay.leave"
    counter.key(ESC)
    assert counter.top.objectName() == "sell"
    assert counter.pay.state.payment.collected == 5_000


def test_a_member_by_phone_typed_and_enter(counter):
    counter.go(Place.SELL)
    counter.scan(PANDA.barcodes[0])
    counter.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    counter.key(F2)
    counter.type(WANG.phone)
    counter.key(ENTER)
    counter.key(ENTER)
    assert counter.sell.presenter.state.member == WANG
    assert counter.top.objectName() == "sell"


def test_f2_shows_the_member_whom_the_order_belongs_to(counter):
    counter.go(Place.SELL)
    counter.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    counter.go(Place.MEMBER, WANG.phone)
    counter.click("member.attach")
    counter.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    counter.key(F2)
    assert counter.top.objectName() == "member"
    assert counter.member.state.member == WANG
    counter.key(ESC)
    assert counter.sell.presenter.state.member == WANG


def test_a_member_by_pointer(counter):
    counter.go(Place.SELL)
    counter.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    counter.go(Place.MEMBER, WANG.phone)
    assert WANG.phone not in counter.find("member.phone").text()
    counter.click("member.attach")
    assert counter.sell.presenter.state.member == WANG


def refundable(counter):
    sale = sold(counter.till, order(counter.till), counter.till.shifts.current()).sale
    counter.till.central.will("find_sale", FindSaleReply(request_id="r"))
    return sale


def test_a_refund_by_keyboard_with_the_managers_pin(counter):
    sale = refundable(counter)
    counter.go(Place.REFUND, "")
    counter.scan(receipt_code(sale.receipt_number))
    counter.key(Qt.Key.Key_Space)
    counter.type("3")
    counter.key(ENTER)
    assert counter.top.objectName() == "approval"
    counter.type(MANAGER_PIN)
    counter.idle()
    assert counter.refund.state.done.refund.net == 20_000


def test_a_refund_by_pointer(counter):
    sale = refundable(counter)
    counter.go(Place.REFUND, sale.receipt_number)
    counter.click("refund.line.1")
    counter.click("refund.reason.quality")
    counter.click("refund.confirm")
    for digit in MANAGER_PIN:
        counter.click(f"approval.pad.{digit}")
    counter.idle()
    assert counter.refund.state.done.refund.net == 20_000
    counter.click("refund.finish")


def test_a_scan_can_not_approve(counter):
    sale = refundable(counter)
    counter.go(Place.REFUND, sale.receipt_number)
    counter.click("refund.all")
    counter.click("refund.reason.other")
    counter.click("refund.confirm")
    counter.scan(MANAGER_PIN)
    assert counter.top.objectName() == "approval"
    assert counter.refund.state.done is None


def expected_words(counter):
    """Every word of the window that could tell the cash there should be."""
    found = []
    for widget in counter.window.findChildren(QWidget):
        text = getattr(widget, "text", None)
        words = text() if callable(text) else text
        found += [str(words or ""), widget.accessibleName(), widget.accessibleDescription()]
    return " ".join(found)


def test_before_the_count_is_submitted_nothing_in_the_window_tells_what_should_be_there(counter):
    sold(counter.till, order(counter.till), counter.till.shifts.current())
    counter.go(Place.SHIFT_CLOSE)
    assert "700.00" not in expected_words(counter)
    counter.type("3")
    counter.key(ENTER)
    assert counter.closing.state.stage is Stage.DIFFERENCE
    assert "−¥400.00" in expected_words(counter)
    counter.key(ESC)
    assert "400.00" not in expected_words(counter)


def test_a_shift_is_closed_by_keyboard(counter):
    counter.till.central.will("receipt_count", 0)
    counter.go(Place.SHIFT_CLOSE)
    counter.type("4")
    counter.key(Qt.Key.Key_Down)
    counter.type("2")
    assert counter.find("shift.counted").text == "¥500.00"
    counter.key(ENTER)
    counter.idle()
    assert counter.find("shift.comparison").text() == "小票 0 = 总部 0"
    counter.key(ENTER)
    assert counter.floor.duty.staff is None


def test_a_shift_is_closed_by_pointer_with_a_difference(counter):
    counter.till.central.will("receipt_count", 0)
    counter.go(Place.SHIFT_CLOSE)
    for _ in range(5):
        counter.click("shift.count.10000.more")
    counter.click("shift.count.100.more")
    counter.click("shift_close.confirm")
    counter.click("shift.reason.change")
    counter.click("shift_close.confirm")
    counter.idle()
    assert counter.closing.state.z.difference == 100


def test_the_drawer_opens_by_keyboard_with_reason_and_pin(counter):
    counter.go(Place.CASH_MOVE)
    counter.click("cash_move.reason.0")
    counter.key(ENTER)
    counter.type(MANAGER_PIN)
    counter.idle()
    assert "drawer.open" in counter.till.audits()


def test_every_shut_way_says_why_on_its_row(counter):
    counter.till.go_offline()
    pay(counter, WANG)
    row = counter.find(f"pay.way.{Way.VALUE}")
    assert not row.isEnabled()
    assert row.reason == row.accessibleDescription() == "离线，储值与积分支付暂停"


def test_the_payment_of_an_empty_order_is_not_begun(counter):
    counter.go(Place.SELL)
    counter.key(F9)
    assert counter.top.objectName() == "sell"
