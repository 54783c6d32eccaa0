"""A sale by pointer alone: tiles, 收款, quick cash; no key is pressed."""

import pytest

from posapp.domain.shift import DENOMINATIONS
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from posapp.ui.shift.close_state import Stage
from tests.flows.shop import CASHIER, cash_in_drawer, pieces_of


@pytest.fixture
def shop(shop):
    """Whatever happens, no key is pressed."""
    yield shop
    assert shop.robot.keys == 0


def tile(shop, code):
    """Touch the tile of a product."""
    before = shop.sell.state.priced.quantity
    tiles = shop.window.surface(Place.SELL).find_side.tiles.tiles
    (name,) = (each.objectName() for each in tiles if each.product.code == code)
    shop.robot.click(name)
    shop.until(lambda: shop.sell.state.priced.quantity > before, code)


def done(shop):
    shop.hand.wait_phase(Done)
    return shop.pay.state.phase.committed.sale


def sell_by_tiles(shop):
    """Three goods on two lines, paid by a quick key, and on to the next order."""
    for code in ("1001", "1002", "1002"):
        tile(shop, code)
    shop.hand.wait_lines(2)
    shop.robot.click("sell.pay")
    shop.hand.wait_phase(Collecting)
    shop.robot.click("pay.quick.0")
    sale = done(shop)
    shop.robot.click("pay.done.next")
    shop.hand.wait_for(Place.SELL)
    return sale


def test_tiles_pay_quick_cash(shop):
    sale = sell_by_tiles(shop)
    assert (sale.net, sale.change) == (1_300, 200)
    assert shop.sell.is_empty
    assert shop.robot.clicks == 6


def test_number_pad_and_confirm(shop):
    tile(shop, "1001")
    shop.robot.click("sell.pay")
    shop.hand.wait_phase(Collecting)
    for key in ("5", "0"):
        shop.robot.click(f"pay.pad.{key}")
    shop.robot.click("pay.confirm")
    sale = done(shop)
    assert (sale.net, sale.change) == (300, 4_700)


def test_exact_cash_is_one_click_on_the_pay_screen(shop):
    tile(shop, "1001")
    shop.robot.click("sell.pay")
    shop.hand.wait_phase(Collecting)
    shop.robot.click("pay.quick.exact")
    assert (done(shop).change, shop.robot.clicks) == (0, 3)


def test_a_latched_code_is_dismissed_by_pointer(shop):
    shop.counter.scanner.scan("6999999999990")
    shop.until(lambda: shop.sell.state.latch is not None, "latch")
    shop.robot.click("sell.latch.back")
    assert shop.sell.state.latch is None


def test_from_the_sign_in_to_the_z(shop):
    shop.till_window.lock()
    shop.till_window.floor.duty.sign_out()
    sign_in(shop, CASHIER)
    shop.hand.wait_for(Place.SELL)
    sell_by_tiles(shop)
    shop.robot.click("sell.key.shift")
    shop.hand.wait_for(Place.SHIFT_CLOSE)
    closing = shop.till_window.presenters.shift_close
    counts = zip(DENOMINATIONS, pieces_of(cash_in_drawer(shop)), strict=True)
    for denomination, pieces in counts:
        for _ in range(pieces):
            shop.robot.click(f"shift.count.{denomination}.more")
    shop.robot.click("shift_close.confirm")
    shop.until(lambda: closing.state.stage is not Stage.COUNT, "the count is in")
    for place, _ in enumerate(closing.state.others.rows):
        shop.robot.click(f"shift.other.{place}.tick")
    if closing.state.others.rows:
        shop.robot.click("shift_close.confirm")
    shop.until(lambda: closing.state.z is not None, "Z")
    assert closing.state.z.difference == 0
    shop.robot.click("shift_close.confirm")
    shop.hand.wait_for(Place.SIGN_IN)
    sign_in(shop, CASHIER)
    shop.hand.wait_for(Place.SHIFT_OPEN)
    shop.robot.click("shift_open.usual.50000")
    shop.robot.click("shift_open.confirm")
    shop.hand.wait_for(Place.SELL)


def sign_in(shop, person):
    people = shop.till_window.presenters.sign_in
    shop.hand.wait_for(Place.SIGN_IN)
    shop.until(lambda: bool(people.state.people), "people")
    shop.robot.click(f"sign_in.person.{person.number}")
    for digit in person.pin:
        shop.robot.click(f"sign_in.pad.{digit}")
