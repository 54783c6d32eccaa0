"""A packet from the scale comes back by its label; a payment code is refused and told nowhere."""

from dataclasses import replace

import pytest

from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.codes import Context
from posapp.domain.ids import SaleId
from posapp.domain.labelled import add_labelled
from posapp.ui.surface import Scan
from tests.ui.refund.test_refund_presenter import RefundDesk
from tests.workflows.counter import PANDA, feed_row
from tests.workflows.orders import order, sold
from tests.workflows.test_scale_labels import MELON, TEMPLATES, sealed

HALF_KILO = sealed("210001700532")
LONG = sealed("28000170105300532")
LONG_OTHER = sealed("28000170237601200")
PAYMENT_CODE = "281234567890123456"


@pytest.fixture
def desk(till, floor, qtbot):
    till.cache.apply([feed_row("product", MELON.id, MELON)], "9", "epoch")
    till.desk.use(replace(till.desk.settings, scale_codes=TEMPLATES))
    return RefundDesk(till, floor, qtbot)


@pytest.fixture
def packets(till, desk):
    """Two packets of melon, 1.200 kg and 0.532 kg, in this order."""
    basket = Cart()
    for code in (LONG_OTHER, LONG):
        found = till.selling.find(code, Context.SELL)
        basket, _ = add_labelled(basket, found.product, found.label)
    priced = till.selling.price(basket)
    payment = payments.start(SaleId(till.desk.new_id()), priced, "CNY")
    return sold(till, payment, till.shifts.current() or till.open_shift()).sale


def scan(desk, code):
    taken = desk.presenter.take_scan(Scan(text=code))
    desk.settle()
    return taken


def test_a_long_label_ticks_its_own_packet_whole(desk, packets, shown):
    desk.find(packets)
    assert scan(desk, LONG)
    assert desk.state.wanted == {2: 532}
    assert scan(desk, LONG_OTHER)
    assert desk.state.wanted == {2: 532, 1: 1_200}
    assert shown == []


def test_the_same_label_again_wants_no_more_than_the_packet(desk, packets):
    desk.find(packets)
    scan(desk, LONG)
    scan(desk, LONG)
    assert desk.state.wanted == {2: 532}


def test_a_packet_with_a_label_of_another_form_is_found_by_its_weight(desk, packets):
    desk.find(packets)
    scan(desk, HALF_KILO)
    assert desk.state.wanted == {2: 532}


def test_after_another_price_the_packet_is_still_the_one_that_was_sold(till, desk, packets):
    dearer = replace(MELON, price=2_980)
    till.cache.apply([feed_row("product", MELON.id, dearer)], "10", "epoch")
    desk.find(packets)
    scan(desk, LONG)
    assert desk.state.wanted == {2: 532}


def test_a_label_of_goods_that_are_not_on_the_receipt_is_refused(till, desk, shown):
    sale = sold(till, order(till, PANDA), till.shifts.current() or till.open_shift()).sale
    desk.find(sale)
    assert scan(desk, LONG)
    assert (desk.state.wanted, [m.key for m in shown]) == ({}, ["refund.not_on_receipt"])
    assert LONG not in shown[0].text


def test_a_payment_code_is_refused_and_stands_nowhere(desk, packets, shown, caplog):
    caplog.set_level("DEBUG")
    desk.find(packets)
    assert scan(desk, PAYMENT_CODE)
    assert (desk.state.wanted, [m.key for m in shown]) == ({}, ["scan.payment_not_here"])
    assert PAYMENT_CODE not in caplog.text + shown[0].text
