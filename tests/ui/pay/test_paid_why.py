"""The finished sale tells its points: the money they count from, the rule, what was too little."""

import pytest
from PySide6.QtCore import Qt

from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest
from posapp.ui.sell.why_sheet import WhySheet
from tests.ui.window_at import counter_window
from tests.workflows.counter import WANG
from tests.workflows.orders import order


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as opened:
        yield opened


@pytest.mark.parametrize("member", [WANG, None], ids=["member", "nobody"])
def test_the_paid_pane_tells_the_points_that_it_shows(counter, member):
    payment = order(counter.till, member=member)
    counter.go(Place.PAY, PayRequest(payment=payment, member=member))
    counter.pay.quick_cash(30_000)
    counter.idle()
    counter.qtbot.waitUntil(lambda: counter.shows("pay.done.why"), timeout=15_000)
    counter.click("pay.done.why")
    assert isinstance(counter.top, WhySheet)
    told = counter.top.text
    sale = counter.pay.state.phase.committed.sale
    assert told.count("还需收款 0.00") == 1
    if member is None:
        assert told.endswith("积分\n没有会员，不计积分")
    else:
        assert f"可得 {sale.points_earned} 积分" in told.splitlines()[-1]
        assert "不足的不计" in told.splitlines()[-2]


def test_the_button_that_explains_does_not_take_the_focus_from_going_on(counter):
    counter.go(Place.PAY, PayRequest(payment=order(counter.till)))
    counter.type("300")
    counter.key(Qt.Key.Key_Return)
    counter.qtbot.waitUntil(lambda: counter.shows("pay.done.why"), timeout=15_000)
    assert counter.window.focusWidget() is counter.find("pay.done.next")
