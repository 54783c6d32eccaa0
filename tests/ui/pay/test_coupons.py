"""Coupons from the pay screen: a new price while nothing was taken, a reason afterwards."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from posapp.domain.own_codes import coupon_code
from posapp.domain.sale import TenderKind
from posapp.ui.pay.state import Way
from tests.ui.window_at import counter_window
from tests.workflows.counter import UMBRELLA, WANG

HERS = replace(WANG, coupons=("C20",))


@pytest.fixture
def paying(till, floor, look, qtbot):
    """An umbrella on an order of the member, 100.00 less her discount, on the pay screen."""
    with counter_window(till, floor, look, qtbot) as counter:
        counter.sell.presenter.attach(HERS)
        counter.sell.presenter.add(UMBRELLA, 1_000)
        counter.sell.presenter.pay()
        counter.idle()
        counter.before = counter.pay.state.payment.net
        yield counter


def test_f8_lays_a_coupon_and_comes_back_with_the_new_price(paying):
    paying.key(Qt.Key.Key_F8)
    assert paying.top.objectName() == "sell"
    paying.key(Qt.Key.Key_Return)
    assert paying.top.objectName() == "pay"
    assert paying.pay.state.payment.net == paying.before - 2_000
    paying.key(Qt.Key.Key_Return)
    assert paying.pay.state.phase.committed.sale.net == paying.before - 2_000


def test_a_scanned_coupon_brings_the_new_price_and_stays(paying):
    paying.scan(coupon_code("C20"))
    assert paying.top.objectName() == "pay"
    assert paying.pay.state.payment.net == paying.before - 2_000
    assert not paying.window.toast.can_undo


def test_leaving_the_list_of_coupons_leaves_the_order_as_it_was(paying):
    paying.key(Qt.Key.Key_F8)
    paying.key(Qt.Key.Key_Escape)
    assert paying.sell.presenter.state.choices is None
    paying.sell.presenter.pay()
    paying.idle()
    assert paying.pay.state.payment.net == paying.before


def test_with_money_taken_coupons_say_why_not_and_points_can_still_pay(paying, shown):
    paying.pay.quick_cash(1_000)
    paying.idle()
    paying.scan(coupon_code("C20"))
    assert shown[-1].key == "pay.price_fixed"
    assert paying.find("pay.coupons").reason == "已收了一部分，退回后才能用券"
    paying.key(Qt.Key.Key_F8)
    assert paying.pay.state.way is Way.POINTS
    assert [each.kind for each in paying.pay.state.payment.tenders] == [TenderKind.CASH]
    assert paying.sell.presenter.state.order.cart.coupons == ()
