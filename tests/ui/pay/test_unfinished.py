"""After a crash the till opens on what is still open between it and the terminal."""

from dataclasses import replace

from posapp.devices.simulated_terminal import Script
from posapp.domain import payment as payments
from posapp.domain.ids import MemberId
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done, PayResume, Unclear
from posapp.ui.pay.unfinished import UnfinishedPayments
from posapp.workflows.draft import Draft
from tests.ui.pay.conftest import PayDesk
from tests.ui.till_floor import settle
from tests.workflows.counter import CASHIER, WANG
from tests.workflows.orders import order, sold


def unfinished(till, floor):
    return UnfinishedPayments(till.paying, till.refunding, till.selling, till.members, floor)


def crashed(till, *amounts):
    """An order on the screen whose charges never became a sale."""
    payment = order(till)
    draft = Draft(sale_id=payment.sale_id, cart=payment.priced.cart)
    till.selling.save_draft(draft)
    for amount in amounts:
        till.paying.charge(payment, till.paying.new_tender_id(), amount, "card")
    return payment


def test_nothing_open_is_told_and_nothing_moves(till, floor, qtbot):
    looking = unfinished(till, floor)
    with qtbot.waitSignal(looking.none_found):
        looking.check()


def test_the_pay_screen_opens_on_the_unknown_charge_of_the_order_at_hand(till, floor, qtbot):
    till.terminal.script = Script.STAYS_UNKNOWN
    payment = crashed(till, 20_000)
    went = []
    floor.navigation.requested.connect(went.append)
    unfinished(till, floor).check()
    settle(qtbot, floor)
    assert went[0].place is Place.PAY
    assert isinstance(went[0].payload, PayResume)
    assert went[0].payload.request.payment.sale_id == payment.sale_id


def test_a_members_order_is_opened_at_once_and_her_fresh_data_follows(till, floor, qtbot):
    till.terminal.script = Script.STAYS_UNKNOWN
    payment = order(till, member=WANG)
    till.selling.save_draft(Draft(sale_id=payment.sale_id, cart=payment.priced.cart))
    till.paying.charge(payment, till.paying.new_tender_id(), payment.net, "card")
    desk = PayDesk(till, floor, qtbot)
    unfinished(till, floor).check()
    settle(qtbot, floor)
    assert till.central.requests("find_members") == []
    desk.presenter.resume(desk.went[0].payload)
    assert desk.state.member == WANG
    assert desk.presenter.is_taking(payment.sale_id)
    richer = replace(WANG, points=WANG.points + 7)
    desk.presenter.know_member(richer)
    desk.presenter.know_member(replace(richer, id=MemberId("another")))
    assert desk.state.member == richer


def test_two_charges_of_one_order_are_cleared_up_one_after_the_other(till, floor, qtbot):
    payment = crashed(till, 5_000, 15_000)
    desk = PayDesk(till, floor, qtbot)
    went = []
    floor.navigation.requested.connect(went.append)
    unfinished(till, floor).check()
    settle(qtbot, floor)
    desk.presenter.resume(went[0].payload)
    desk.qtbot.waitUntil(lambda: isinstance(desk.phase, Done))
    assert desk.sales[0].sale.id == payment.sale_id
    assert [t.amount for t in desk.sales[0].sale.tenders] == [5_000, 15_000]
    assert till.terminal.money_taken() == 20_000


def test_a_charge_of_no_known_order_is_told_loudly(till, floor, qtbot, shown):
    till.paying.charge(order(till), till.paying.new_tender_id(), 20_000, "card")
    unfinished(till, floor).check()
    settle(qtbot, floor)
    assert [message.key for message in shown] == ["pay.unknown_open"]


def test_money_that_was_to_be_given_back_is_given_back(till, floor, qtbot, shown):
    payment = order(till)
    shift = till.shifts.current()
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), 20_000, "card")
    sale = sold(till, payments.add(payment, outcome.tender), shift).sale
    till.link["online"] = False
    refundable = till.refunding.find(sale.receipt_number)
    till.link["online"] = True
    staff = CASHIER
    plan = till.refunding.plan(refundable, {1: 1_000}, staff)
    from posapp.domain.permissions import Permission

    approval = till.approving.approve(
        Permission.REFUND, 20_000, staff, "9001", "246802", reason="质量问题", shift=shift
    )
    till.refunding.refund(plan, "质量问题", approval, staff, shift)
    unfinished(till, floor).check()
    settle(qtbot, floor)
    settle(qtbot, floor)
    assert till.terminal.money_taken() == 0
    assert len(shown) == 1


def test_clearing_up_leaves_the_order_open_when_the_charge_came_to_nothing(till, floor, qtbot):
    till.terminal.script = Script.UNKNOWN_THEN_DECLINED
    crashed(till, 20_000)
    desk = PayDesk(till, floor, qtbot)
    went = []
    floor.navigation.requested.connect(went.append)
    unfinished(till, floor).check()
    settle(qtbot, floor)
    desk.presenter.resume(went[0].payload)
    assert isinstance(desk.phase, Unclear)
    settle(qtbot, floor)
    assert isinstance(desk.phase, Collecting)
    assert desk.state.payment.tenders == ()
