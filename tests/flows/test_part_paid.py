"""An order on which money was taken: it is sold as it stands, or the money is given back first."""

import pytest

from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from posapp.ui.sell.void_dialog import VoidDialog
from tests.flows.shop import COLA, MANAGER, PANDA, WATER


@pytest.fixture
def part_paid(shop):
    """Ten yuan of a panda in cash, and back at the order, the money kept."""
    shop.type_in(PANDA)
    shop.idle()
    shop.hand.wait_lines(1)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.type("10")
    shop.robot.press("Return")
    shop.until(lambda: shop.pay.state.payment.tenders, "the first part")
    shop.robot.press("Esc")
    shop.until(lambda: shop.window.top.objectName() == "pay.leave", "the question")
    shop.robot.press("Esc")
    shop.hand.wait_for(Place.SELL)
    shop.messages.clear()
    return shop


def lines(shop):
    return [line.line.barcode for line in shop.sell.state.priced.lines]


def test_the_order_says_what_is_left_to_pay(part_paid):
    pay = part_paid.window.surface(Place.SELL).cart_side.pay
    assert "29.00" in pay.text()
    part_paid.robot.press("+")
    part_paid.hand.wait_phase(Collecting)
    part_paid.robot.press("Del")
    part_paid.until(lambda: not part_paid.pay.state.payment.tenders, "given back")
    part_paid.robot.press("Esc")
    part_paid.hand.wait_for(Place.SELL)
    assert "39.00" in pay.text()


def test_goods_scanned_after_a_part_are_refused_and_never_leave_unpaid(part_paid):
    part_paid.type_in(WATER)
    part_paid.until(lambda: "pay.price_fixed" in part_paid.keys_told(), "the refusal")
    assert lines(part_paid) == [PANDA]
    part_paid.robot.press("Del")
    part_paid.robot.press("Ctrl+Z")
    part_paid.idle()
    assert lines(part_paid) == [PANDA]
    part_paid.robot.press("+")
    part_paid.hand.wait_phase(Collecting)
    part_paid.robot.press("Return")
    part_paid.hand.wait_phase(Done)
    sale = part_paid.pay.state.phase.committed.sale
    assert (len(sale.lines), sum(tender.amount for tender in sale.tenders)) == (1, sale.net)


def test_an_order_on_which_money_was_taken_is_not_put_aside(part_paid):
    part_paid.robot.press("F4")
    part_paid.until(lambda: "hold.money_taken" in part_paid.keys_told(), "the refusal")
    assert lines(part_paid) == [PANDA]
    assert part_paid.sell.state.parked == ()


def test_a_void_says_what_cash_goes_back_and_leaves_no_payment_behind(part_paid):
    sold = part_paid.sold()
    part_paid.robot.press("Ctrl+Shift+V")
    part_paid.until(lambda: isinstance(part_paid.window.top, VoidDialog), "the dialog")
    part_paid.robot.click("void.reason.changed_mind")
    part_paid.robot.click("sell.void.confirm")
    approval = part_paid.till_window.presenters.approval
    part_paid.until(lambda: approval.state is not None and approval.state.approvers, "approvers")
    part_paid.robot.type(MANAGER.pin)
    part_paid.until(lambda: part_paid.sell.is_empty, "the void")
    (told,) = [each for each in part_paid.messages if each.key == "pay.hand_back"]
    assert "10.00" in told.text
    assert not part_paid.pay.is_open
    assert part_paid.sold() == sold


def test_a_new_order_after_the_void_is_paid_from_nothing(part_paid):
    part_paid.till_window.presenters.pay.hand_back(
        part_paid.sell.state.order.draft.sale_id, part_paid.sell.start_over
    )
    part_paid.until(lambda: part_paid.sell.is_empty, "given up")
    part_paid.type_in(COLA)
    part_paid.idle()
    part_paid.robot.press("+")
    part_paid.hand.wait_phase(Collecting)
    assert part_paid.pay.state.payment.collected == 0


def test_a_payment_code_that_is_typed_to_find_a_member_goes_nowhere(shop):
    shop.till_window.floor.navigation.go(Place.MEMBER, "")
    panel = shop.window.surface(Place.MEMBER)
    shop.until(lambda: panel.isVisible(), "the panel")
    panel.field.edit.setText("134567890123456789")
    shop.robot.press("Return")
    shop.until(lambda: "scan.payment_not_here" in shop.keys_told(), "the refusal")
    assert panel.field.text == ""
    assert shop.till_window.presenters.member.state.searched == ""
