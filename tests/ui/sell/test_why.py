"""Ctrl+Y: how an amount came about, in the person's language, on the sell and the pay screen."""

import pytest

from posapp.domain import cart as carts
from posapp.domain.cart import ManualReduction
from posapp.domain.points import PointRules
from posapp.ui.keymap import Action
from posapp.ui.sell.why_sheet import WhySheet, of_the_order, of_the_payment
from tests.domain.orders import e1_payment, e1_priced
from tests.ui.counter import WANG

RULES = PointRules()


@pytest.fixture
def sheet(make_window, look, counter, sell, finder, actions, idle):
    make_window(look)
    idle()
    laid = []
    counter.floor.navigation.laid.connect(laid.append)
    finder.scan("P009")
    idle()
    sell.attach(WANG)
    cart = carts.reduce_line(
        sell.state.order.cart, 1, ManualReduction(amount=10, reason="包装破损")
    )
    sell.apply(sell.state.order.changed(cart, 1))
    actions.press(Action.WHY)
    return laid[-1]


def test_the_chosen_line_and_the_order_are_told_with_the_names_of_their_reductions(sheet):
    assert isinstance(sheet, WhySheet)
    assert sheet.text.splitlines()[:5] == [
        "熊猫毛绒 小",
        "原价 ¥39.00 × 1 39.00",
        "会员：会员价 −3.90",
        "手工优惠 包装破损 −0.10",
        "这一行合计 35.00",
    ]
    assert "应收 35.00" in sheet.text
    assert "积分按实付的钱 ¥35.00 计，每 ¥1.00 得 1 分，不足的不计" in sheet.text
    assert "可得 35 积分，7 天后可用" in sheet.text


def test_its_key_and_escape_close_it(sheet, qtbot):
    for action in (Action.WHY, Action.BACK):
        with qtbot.waitSignal(sheet.left):
            assert sheet.take_action(action)


def test_an_empty_order_has_nothing_to_explain(counter, actions, shown):
    actions.press(Action.WHY)
    assert shown[-1].key == "pay.empty_cart"


def test_a_share_of_what_came_off_the_order_names_the_whole(qapp):
    _title, lines = of_the_order(e1_priced(), 1, RULES)[0]
    assert any("整单共减 ¥20.00，这一行分摊" in row.text for row in lines)


def test_a_payment_tells_each_tender_and_of_what_it_consists(qapp):
    _order, (title, lines) = of_the_payment(e1_payment(), RULES)
    told = [f"{row.text} {row.amount}".strip() for row in lines]
    assert title == "收款"
    assert told[0].startswith("应收 ")
    assert "积分抵扣，1,000 分 −10.00" in told
    assert any(line.startswith("其中本金") for line in told)
    assert told[-3] == "还需收款 0.00"


def test_the_amounts_stand_at_the_right_and_the_results_are_bold(sheet):
    assert sheet.first_focus() is sheet.close_button
    results = [row.text for _title, lines in sheet.sections for row in lines if row.is_result]
    assert results == ["这一行合计", "应收", "可得 35 积分，7 天后可用"]
