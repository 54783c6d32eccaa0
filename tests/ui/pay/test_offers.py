"""The customer scans the shop's code: shown, counted down, paid, cancelled, and found again."""

from dataclasses import replace

import pytest

from posapp.domain.charges import ASK_EVERY_MS, OFFER_VALID_MS, Stage, Unknown
from posapp.errors import OutcomeUnknown
from posapp.ui.customer_display.presenter import CustomerPresenter
from posapp.ui.customer_display.view import Paying, ScanToPay
from posapp.ui.pay.amount_pane import AmountPane
from posapp.ui.pay.presenter import PayPresenter
from posapp.ui.pay.state import Collecting, PayRequest, PayResume, Unclear, Way
from posapp.ui.pay.wait_pane import WaitPane
from tests.workflows.far_offers import beside


@pytest.fixture
def far(desk):
    around = desk.surroundings
    desk.presenter._surroundings = lambda: replace(around(), codes_by_central=True)
    return beside(desk.till)


@pytest.fixture
def offered(desk, far):
    """A code for the whole order is out."""
    desk.start()
    desk.presenter.choose(Way.CODE)
    desk.press()
    return desk


def wait(desk, ms):
    """Time goes by; the presenter's clock ticks once."""
    desk.till.clock.advance_ms(ms)
    desk.presenter.charges.on_tick()
    desk.settle()


def test_enter_on_the_code_way_shows_a_code_and_takes_nothing(offered, far):
    phase = offered.phase
    assert isinstance(phase, Unclear)
    assert phase.watch.stage is Stage.USERPAYING
    assert phase.shown_code.startswith("https://pay.example/q/")
    assert far.acquirer.money_taken() == 0
    assert "pay.example" not in repr(offered.state)


def test_without_central_the_code_way_still_asks_for_the_customers_code(desk, shown):
    desk.start()
    desk.presenter.choose(Way.CODE)
    desk.press()
    assert shown[-1].key == "pay.show_code"
    assert isinstance(desk.phase, Collecting)


def test_once_it_is_scanned_the_sale_is_made_by_itself(offered, far):
    leg = offered.phase.leg
    far.scan(leg.id)
    wait(offered, ASK_EVERY_MS)
    offered.settle()
    (committed,) = offered.sales
    assert [(t.channel, t.amount) for t in committed.sale.tenders] == [("qr", 20_000)]


def test_it_is_waited_for_longer_than_a_charge_and_closed_when_its_time_is_over(offered, far):
    leg = offered.phase.leg
    for _ in range(OFFER_VALID_MS // 20_000):
        assert isinstance(offered.phase, Unclear)
        wait(offered, 20_000)
    # Asked about once more, then closed.
    wait(offered, ASK_EVERY_MS)
    assert isinstance(offered.phase, Collecting)
    assert not far.acquirer.scan(leg.id.replace("-", ""))
    assert offered.state.payment.tenders == ()


def test_cancelling_closes_it_at_once_and_other_ways_are_open_again(offered, far):
    offered.presenter.charges.reverse()
    offered.settle()
    assert isinstance(offered.phase, Collecting)
    assert far.acquirer.money_taken() == 0
    offered.presenter.choose(Way.CASH)
    offered.press()
    offered.settle()
    assert len(offered.sales) == 1


def test_what_is_given_up_is_shown_no_more(offered, far):
    far.reverse = lambda _id: Unknown()
    offered.presenter.charges.reverse()
    offered.settle()
    assert offered.phase.watch.stage is Stage.REVERSING
    assert (offered.phase.shown_code, offered.phase.code != "") == ("", True)


def test_a_code_whose_answer_was_lost_is_found_by_asking(desk, far):
    answer = far.offer

    def lost(*asked):
        answer(*asked)
        raise OutcomeUnknown("central.no_answer")

    far.offer = lost
    desk.start()
    desk.presenter.choose(Way.CODE)
    desk.press()
    assert (desk.phase.watch.stage, desk.phase.shown_code) == (Stage.UNKNOWN, "")
    far.offer = answer
    wait(desk, ASK_EVERY_MS)
    assert desk.phase.watch.stage is Stage.USERPAYING
    wait(desk, ASK_EVERY_MS)
    assert desk.phase.shown_code
    assert len(far.acquirer.rows()) == 1


def test_after_a_restart_it_is_shown_first_and_its_code_is_found_again(offered, far):
    (leg,) = offered.till.paying.open_legs()
    payment = offered.state.payment
    again = PayPresenter(offered.till.paying, offered.floor, offered.presenter._surroundings)
    again.resume(PayResume(request=PayRequest(payment=payment), legs=(leg,)))
    offered.settle()
    offered.till.clock.advance_ms(ASK_EVERY_MS)
    again.charges.on_tick()
    offered.settle()
    assert again.state.phase.shown_code.endswith(leg.id.replace("-", ""))
    assert again.state.phase.watch.left_ms(again.now_ms) > 30_000
    again.charges.pause()


def test_the_cashier_is_told_what_enter_does(offered, look, qtbot):
    pane = AmountPane(look)
    qtbot.addWidget(pane)
    pane.show_state(replace(offered.state, phase=Collecting(), way=Way.CODE))
    assert (
        pane.confirm.text().startswith("出示收款码")
        or "出示收款码" in pane.confirm.accessibleName()
    )


def test_the_cashiers_pane_shows_the_code_only_where_nobody_else_does(offered, look, qtbot):
    pane = WaitPane(look)
    qtbot.addWidget(pane)
    pane.resize(760, 560)
    pane.show()
    pane.show_unclear(offered.phase)
    height = pane.minimumSizeHint().height()
    pane.show_unclear(offered.phase, offered.phase.shown_code)
    assert pane.height() == 560
    assert pane.minimumSizeHint().height() <= height
    pane.show_time(offered.phase, offered.presenter.now_ms)
    assert pane.code.isVisible()
    assert pane.code.module_px() >= 2
    pane.show_unclear(offered.phase)
    assert not pane.code.isVisible()


def test_the_customer_sees_it_counting_down_and_then_her_order_again(offered, qapp):
    customer = CustomerPresenter()
    customer.show_payment(offered.state.payment)
    code = offered.phase.shown_code
    for left_s in (120, 119):
        customer.ask_to_scan(ScanToPay(content=code, amount=20_000, left_s=left_s))
        assert customer.view.moment.left_s == left_s
    assert code not in repr(customer.view)
    customer.show_payment(offered.state.payment)
    assert isinstance(customer.view.moment, Paying)
