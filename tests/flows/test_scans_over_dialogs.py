"""Scans of 1 ms, typing and an input method at once, over whatever is open in the real window."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from posapp.demo.sample import TILL_CODE, WEIGHED, WEIGHT_LABEL
from posapp.domain.money import times_quantity
from posapp.domain.own_codes import badge_code, coupon_code, hold_ticket, ticket_code
from posapp.domain.scale_codes import check_digit
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from tests.flows.shop import WATER

PAYMENT_CODE = "134512345678908293"


def goods(shop, count):
    """Barcodes of goods that can be sold, each of another product."""
    cache = shop.stores.cache
    found = [
        product.barcodes[0]
        for category in cache.categories()
        for product in cache.products_in(category.id)
        if product.barcodes and not product.sold_out and WATER not in product.barcodes
    ]
    assert len(found) >= count
    return found[:count]


def write(text):
    """An input method commits a text to whatever has the focus."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def lines(shop):
    return len(shop.sell.state.order.cart.lines)


def test_twenty_goods_over_the_open_discount_dialog_are_twenty_lines(shop):
    shop.type_in(WATER, gap_ms=1)
    shop.hand.wait_lines(1)
    shop.robot.press("F6")
    shop.until(lambda: shop.window.top.objectName() == "sell.reduction", "the dialog")
    dialog = shop.window.top
    shop.robot.click(dialog.share.button("amount").objectName())
    field = dialog.findChild(QLineEdit, "reduction.amount")
    field.setFocus()
    shop.robot.type("1")
    for place, code in enumerate(goods(shop, 20)):
        shop.type_in(code, gap_ms=1, terminator=place % 3 != 0)
        shop.until(lambda: not shop.till_window.router.is_holding, "the scan")
        if place == 5:
            shop.robot.type("2")
        if place == 10:
            write("３")
            shop.until(lambda: not shop.till_window.router.is_holding, "the commit")
    shop.until(lambda: lines(shop) == 21, "all lines")
    shop.type_in(badge_code("1024"), gap_ms=1)
    shop.type_in(PAYMENT_CODE, gap_ms=1)
    shop.idle()
    assert shop.window.top is dialog
    assert field.text().replace(".", "").rstrip("0") == "123"
    assert shop.sell.state.order.cart.line(shop.sell.state.order.selected).barcode == WATER
    assert shop.keys_told().count("scan.finish_first") == 2


@pytest.mark.parametrize("place", [Place.CASH_MOVE, Place.SHIFT_CLOSE])
def test_a_badge_and_a_payment_code_change_no_amount(shop, place):
    shop.till_window.floor.navigation.go(place)
    shop.idle()
    page = shop.window.top
    fields = [each for each in page.findChildren(QLineEdit) if each.isVisible()]
    before = [each.text() for each in fields]
    focused = QApplication.focusWidget()
    for code in (badge_code("1024"), PAYMENT_CODE, WATER):
        shop.type_in(code, gap_ms=1)
    shop.idle()
    assert [each.text() for each in fields] == before
    assert (shop.window.top, QApplication.focusWidget()) == (page, focused)
    assert shop.keys_told() == [
        "scan.badge_not_here",
        "scan.payment_not_here",
        "scan.finish_first",
    ]


def test_labels_of_the_scale_are_exact_on_the_line_the_receipt_and_at_central(shop):
    price = shop.stores.cache.product_by_code(WEIGHED).price
    priced = f"22{WEIGHED}01053"
    shop.type_in(WEIGHT_LABEL, gap_ms=1)
    shop.type_in(priced + str(check_digit(priced)), gap_ms=1)
    shop.hand.wait_lines(2)
    weighed, labelled = shop.sell.state.priced.lines
    assert (weighed.line.quantity, weighed.net) == (532, times_quantity(price, 532))
    assert (labelled.line.unit_price, labelled.net) == (price, 1_053)
    net = weighed.net + 1_053
    shop.robot.press("+")
    shop.hand.wait_for(Place.PAY)
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Alt+1", "Return")
    shop.hand.wait_phase(Done)
    sale = shop.pay.state.phase.committed.sale
    assert [line.net for line in sale.lines] == [weighed.net, 1_053]
    document = shop.stores.till.prints.of_receipt(sale.receipt_number).document
    assert "10.53" in repr(document)
    shop.park.till.sync.nudge()
    shop.until(lambda: shop.stores.till.outbox.depth()[0] == 0, "told central", 40)
    reported = {row["receipt_number"]: row for row in shop.park.reader.sales(TILL_CODE)}
    assert reported[sale.receipt_number]["net"] == net


CODES = {
    "payment code": PAYMENT_CODE,
    "badge": badge_code("1024"),
    "ticket": ticket_code("T2026001"),
    "coupon": coupon_code("C20"),
    "held order": hold_ticket("0192f3a4-0000-7000-8000-000000000000"),
    "link": "https://pay.example/secret?token=1",
    "unknown": "6999999999991",
}
PLACES = (
    Place.SELL,
    Place.MEMBER,
    Place.REGISTER,
    Place.REFUND,
    Place.CASH_MOVE,
    Place.SHIFT_CLOSE,
    Place.HEALTH,
    Place.KEYS,
)


def noticed(shop):
    """What a person can see or find out: messages, latched codes, what the member panel looks for."""
    sell, member = shop.sell.state, shop.till_window.presenters.member.state
    return (len(shop.messages), len(sell.latches), sell.order.cart, member.searched, member.found)


@pytest.mark.parametrize("place", PLACES)
def test_every_code_is_used_or_refused_in_words_and_no_field_takes_it(shop, caplog, place):
    caplog.set_level("DEBUG")
    shop.till_window.floor.navigation.go(place, "" if place is Place.REGISTER else None)
    shop.idle()
    page = shop.window.top
    fields = [each for each in page.findChildren(QLineEdit) if each.isVisible()]
    for kind, code in CODES.items():
        if place is Place.REGISTER and kind == "unknown":
            continue  # a card may have any number
        before = noticed(shop)
        shop.type_in(code, gap_ms=1)
        shop.idle()
        shop.until(lambda b=before: noticed(shop) != b or shop.window.top is not page, kind)
        assert not any(code.lower() in each.text().lower() for each in fields), kind
        assert shop.window.top is page, kind
    said = caplog.text + " ".join(message.text for message in shop.messages)
    assert PAYMENT_CODE not in said
    assert "token" not in said
