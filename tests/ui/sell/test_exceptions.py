"""Reductions by hand and voids: rights, reasons, approval in place."""

import pytest

from posapp.domain.cart import ManualReduction
from posapp.domain.permissions import Role
from tests.ui.counter import products, staff, staff_row

GOODS = products()
TEN_PERCENT = ManualReduction(basis_points=1000, reason="包装破损")
MANAGER = staff("1001", "王磊", Role.MANAGER)


@pytest.fixture
def exceptions(parts, sell):
    sell.add(GOODS[4], 1000)
    sell.add(GOODS[0], 1000)
    return parts.exceptions


@pytest.fixture
def asked(approvals):
    asked = []
    approvals.asked.connect(asked.append)
    return asked


def test_a_manager_reduces_the_chosen_line_at_once(exceptions, sell, counter, asked):
    counter.floor.duty.sign_in(MANAGER)
    exceptions.reduce(TEN_PERCENT, whole=False)
    assert asked == []
    assert sell.state.priced.net == 2200 + 270
    sell.undo()
    assert sell.state.priced.net == 2500


def test_a_cashier_needs_a_yes_for_the_amount(exceptions, sell, asked):
    exceptions.reduce(TEN_PERCENT, whole=True)
    request = asked[0].request
    assert (request.amount, request.reason) == (250, "包装破损")
    assert request.amount_text == "合计 ¥25.00 改为 ¥22.50"
    assert sell.state.priced.net == 2500


def test_the_yes_of_a_manager_is_on_the_line(exceptions, sell, counter, approvals, idle):
    counter.store.staff.replace([staff_row(MANAGER, "111111")])
    exceptions.reduce(TEN_PERCENT, whole=False)
    idle()
    approvals.give_pin("111111")
    idle()
    manual = sell.state.order.cart.lines[1].manual
    assert manual.approval_id
    assert sell.state.priced.net == 2470


def test_more_than_the_line_is_refused(exceptions, sell, shown):
    exceptions.reduce(ManualReduction(amount=99_999, reason="x"), whole=False)
    assert shown[-1].key == "cart.reduction_out_of_range"
    assert sell.state.priced.net == 2500


def test_a_manager_voids_the_order(exceptions, sell, counter, voided, idle, shown):
    counter.floor.duty.sign_in(MANAGER)
    old = sell.state.order.draft.sale_id
    exceptions.void("录错单")
    idle()
    assert voided.orders == [(2500, "录错单", None)]
    assert sell.is_empty
    assert sell.state.order.draft.sale_id != old
    assert shown[-1].text == "整单已作废"


def test_a_cashier_asks_before_voiding(exceptions, sell, voided, asked, idle):
    exceptions.void("录错单")
    idle()
    assert asked[0].request.amount == 2500
    assert voided.orders == []
    assert not sell.is_empty


def test_an_empty_order_cannot_be_voided(parts, asked, shown):
    parts.exceptions.void("录错单")
    assert (asked, shown[-1].key) == ([], "pay.empty_cart")
