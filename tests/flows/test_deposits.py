"""A stroller is let by scan and its deposit given back by scan, at the real window."""

from posapp.domain.own_codes import receipt_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from tests.flows.shop import WATER

STROLLER = "6940000770029"


def let(shop):
    """Two strollers and a bottle of water, paid exactly in cash."""
    for code in (STROLLER, STROLLER, WATER):
        shop.type_in(code)
        shop.idle()
    shop.hand.wait_lines(3)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    shop.hand.wait_phase(Done)
    sale = shop.pay.state.phase.committed.sale
    shop.hand.wait_for(Place.SELL)
    return sale


def open_receipt(shop, sale):
    shop.idle()
    shop.type_in(receipt_code(sale.receipt_number))
    shop.hand.wait_for(Place.REFUND)
    presenter = shop.till_window.presenters.refund
    shop.until(lambda: presenter.state.refundable is not None, "the receipt")
    shop.idle()
    return presenter


def test_scan_pay_scan_the_receipt_and_two_keys_give_the_deposits_back(shop):
    sale = let(shop)
    assert [(line.is_deposit, line.net) for line in sale.lines] == [
        (False, 6_000),
        (True, 40_000),
        (False, 300),
    ]
    refund = open_receipt(shop, sale)
    shop.robot.press("0")
    shop.until(lambda: refund.state.wanted == {2: 2_000}, "the deposits")
    screen = shop.window.surface(Place.REFUND)
    assert screen.confirm.isEnabled()
    assert not screen.back_card.reason.isVisible()
    shop.robot.press("Return")
    shop.until(lambda: refund.state.done is not None, "the money")
    assert refund.state.done.refund.deposits == 40_000
    assert refund.state.done.open_drawer
    shop.idle()
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SELL)


def test_the_things_own_code_gives_back_one_deposit_and_leaves_the_other_open(shop):
    sale = let(shop)
    refund = open_receipt(shop, sale)
    shop.type_in(STROLLER)
    shop.until(lambda: refund.state.wanted == {2: 1_000}, "one deposit")
    shop.idle()
    shop.robot.press("Return")
    shop.until(lambda: refund.state.done is not None, "the money")
    assert refund.state.done.refund.net == 20_000
    shop.idle()
    shop.robot.press("Return")
    shop.hand.wait_for(Place.SELL)
    again = open_receipt(shop, sale)
    assert again.state.refundable.open_deposits == {2: 1_000}
    assert again.state.selected == 2
