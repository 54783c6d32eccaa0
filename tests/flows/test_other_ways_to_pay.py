"""Rounding off, change kept and payments taken elsewhere, by keyboard at the real window."""

from posapp.domain import cart as carts
from posapp.domain.cart import ManualReduction
from posapp.domain.pricing import Stage
from posapp.domain.sale import TenderKind
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done, Keeping, Way
from tests.flows.shop import MANAGER, WATER


def order_of(shop, code, off=0):
    shop.type_in(code)
    shop.idle()
    shop.hand.wait_lines(1)
    if off:
        order = shop.sell.state.order
        cut = ManualReduction(amount=off, reason="尾数", approval_id="approved")
        shop.sell.apply(order.changed(carts.reduce_order(order.cart, cut), order.selected))
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)


def paid(shop):
    shop.hand.wait_phase(Done)
    return shop.pay.state.phase.committed.sale


def test_one_key_rounds_the_order_off_and_enter_takes_what_is_left(shop):
    order_of(shop, WATER, off=3)
    assert shop.pay.state.payment.net == 297
    shop.robot.press("Alt+0")
    shop.until(lambda: shop.pay.state.payment.net == 290, "rounding")
    shop.idle()
    shop.robot.press("Return")
    sale = paid(shop)
    assert (sale.net, sale.change) == (290, 0)
    cuts = [cut for line in sale.lines for cut in line.reductions]
    assert sum(cut.amount for cut in cuts if cut.stage is Stage.ROUNDING) == 7
    shop.hand.wait_for(Place.SELL)
    assert shop.sell.is_empty


def test_change_becomes_stored_value_with_one_key(shop):
    shop.hand.serve("13812345678")
    order_of(shop, WATER)
    shop.robot.type("10")
    shop.robot.press("Return")
    sale = paid(shop)
    shop.robot.press("F7")
    shop.until(lambda: shop.pay.state.phase.keeping is Keeping.KEPT, "the change")
    (kept,) = shop.stores.till.journal.newest("topup.v1", 1)
    assert (kept.data.principal, kept.data.sale_id) == (sale.change, sale.id)


def test_what_was_taken_elsewhere_is_recorded_with_a_managers_yes(shop):
    order_of(shop, WATER)
    shop.robot.press("Alt+7")
    shop.until(lambda: shop.pay.state.way is Way.RECORDED, "way")
    shop.robot.press("Return")
    shop.until(lambda: shop.window.top.objectName() == "pay.record", "the question")
    shop.robot.type("4200001234567")
    shop.robot.press("Return")
    approval = shop.till_window.presenters.approval
    shop.until(lambda: approval.state is not None and approval.state.approvers, "approvers")
    shop.robot.type(MANAGER.pin)
    sale = paid(shop)
    assert [(t.kind, t.channel, t.reference) for t in sale.tenders] == [
        (TenderKind.RECORDED, "stand", "4200001234567")
    ]
