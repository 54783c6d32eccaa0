"""Held sales by keys: one to put an order aside, two to have it back."""

from posapp.ui.sell.hold_sheet import HoldSheet
from tests.flows.shop import COLA, WATER


def ring(shop, *codes):
    for code in codes:
        shop.type_in(code)
        shop.idle()


def lines(shop):
    return [line.line.barcode for line in shop.sell.state.priced.lines]


def test_f4_holds_and_f4_with_enter_recalls(shop):
    ring(shop, WATER, COLA)
    shop.robot.keys = 0
    shop.robot.press("F4")
    shop.until(lambda: shop.sell.is_empty, "held")
    assert shop.robot.keys == 1
    shop.until(lambda: len(shop.sell.state.parked) == 1, "waiting")
    shop.robot.press("F4")
    shop.until(lambda: isinstance(shop.window.top, HoldSheet), "the list")
    shop.robot.press("Return")
    shop.until(lambda: not shop.sell.is_empty, "recalled")
    assert shop.robot.keys == 3
    assert lines(shop) == [WATER, COLA]
    shop.until(lambda: shop.sell.state.parked == (), "nothing waits")


def test_central_knows_it_until_it_is_back(shop):
    ring(shop, WATER)
    shop.robot.press("F4")
    shop.until(lambda: [each.sent for each in shop.sell.state.parked] == [True], "sent")
    held = shop.sell.state.parked[0]
    assert held.label == "散客"
    shop.robot.click(f"sell.hold.{held.id}")
    shop.until(lambda: not shop.sell.is_empty, "recalled")
    assert shop.sell.state.order.draft.held_id == ""
