"""The counter's screens are whole, named and large enough in every language and on all screens."""

import pytest
from PySide6.QtCore import Qt

from posapp.devices.simulated_terminal import Script
from posapp.ui.cases.state import Act, View
from posapp.ui.languages import Languages
from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest, Way
from posapp.wire.case_work import CasesListed
from posapp.wire.recorded import RecordedListed, Standing
from posapp.wire.requests import FindSaleReply
from tests.ui import listed
from tests.ui.glasses import PAGE_WALKS, TOURS, WIDE, scale_on, walk_name
from tests.ui.member.test_member_presenters import quote
from tests.ui.tour import tour
from tests.ui.tour_of_members import MEMBERS
from tests.ui.walk import problems
from tests.ui.window_at import counter_window
from tests.workflows import replies
from tests.workflows.counter import MANAGER, UMBRELLA, WANG
from tests.workflows.orders import e1_order, order, pay_card, sold


@pytest.fixture(params=PAGE_WALKS, ids=walk_name)
def walk(request):
    return request.param


@pytest.fixture
def counter(walk, till, floor, make_look, qapp, qtbot):
    language, glass, percent = walk
    look = make_look(scale=scale_on(glass, percent), language=language)
    languages = Languages(qapp, look)
    languages.choose(language)
    try:
        with counter_window(till, floor, look, qtbot, (glass.width, glass.height)) as counter:
            counter.glass = glass
            yield counter
    finally:
        languages.choose("zh_CN")


def check(counter):
    assert problems(counter.window, counter.look, counter.glass) == []


def test_paying_in_all_its_states(counter):
    payment = e1_order(counter.till)
    counter.go(Place.PAY, PayRequest(payment=payment, member=WANG))
    check(counter)
    for asked in (counter.pay.elsewhere.account_asked, counter.pay.elsewhere.record_asked):
        asked.emit(1_000)
        check(counter)
        counter.key(Qt.Key.Key_Escape)
    counter.till.central.will("begin_hold", replies.usable)
    counter.pay.choose(Way.POINTS)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.central.will("begin_hold", replies.pending)
    counter.pay.choose(Way.VALUE)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.central.will("send_code", replies.sms_sent)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.central.will("release_hold", None)
    counter.key(Qt.Key.Key_Escape)
    counter.key(Qt.Key.Key_Escape)
    counter.till.terminal.script = Script.STAYS_UNKNOWN
    counter.pay.choose(Way.CARD)
    counter.pay.type_amount(1_000)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.clock.advance_ms(15_000)
    counter.till.terminal.script = Script.PAID
    counter.pay.charges.reverse()
    counter.idle()
    counter.key(Qt.Key.Key_Escape)
    check(counter)
    counter.key(Qt.Key.Key_Escape)
    counter.go(Place.PAY, PayRequest(payment=payment, member=WANG))
    counter.pay.choose(Way.CASH)
    counter.pay.type_amount(90_000)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.pay.new_sale()
    counter.go(Place.PAY, PayRequest(payment=order(counter.till, UMBRELLA)))
    counter.pay.choose(Way.CASH)
    counter.pay.type_amount(90_000)
    counter.key(Qt.Key.Key_Return)
    assert counter.shows("pay.done.join")
    check(counter)


def test_a_charge_of_no_order(counter):
    till = counter.till
    till.paying.charge(order(till, UMBRELLA), till.paying.new_tender_id(), 1_000, "card")
    counter.orphans.take(till.paying.open_legs())
    counter.idle()
    counter.go(Place.ORPHAN)
    check(counter)


def test_why_a_top_up_brings_what_it_brings(counter):
    counter.go(Place.SELL)
    counter.go(Place.TOP_UP, WANG)
    counter.till.central.will("quote_top_up", quote)
    counter.top_up.choose(50_000)
    counter.idle()
    counter.top_up.ask_why()
    check(counter)


@pytest.mark.parametrize("part", MEMBERS, ids=lambda part: part.__name__)
def test_members(counter, part):
    for stop in part(counter):
        assert problems(counter.window, counter.look, counter.glass) == [], stop


def test_refund_and_approval(counter):
    payment = order(counter.till, *[UMBRELLA])
    sale = sold(counter.till, payment, counter.till.shifts.current()).sale
    counter.go(Place.REFUND, "")
    check(counter)
    counter.till.central.will("find_sale", FindSaleReply(request_id="r"))
    counter.go(Place.REFUND, sale.receipt_number)
    counter.refund.want_all()
    counter.refund.choose_reason("quality")
    check(counter)
    counter.refund.confirm()
    counter.idle()
    check(counter)


def test_shift(counter):
    counter.go(Place.SHIFT_OPEN)
    check(counter)
    counter.go(Place.CASH_MOVE)
    check(counter)
    counter.go(Place.DRAWERS)
    check(counter)
    counter.go(Place.X_REPORT)
    check(counter)
    payment = pay_card(counter.till, order(counter.till), 5_000)
    sold(counter.till, payment, counter.till.shifts.current())
    counter.go(Place.SHIFT_CLOSE)
    check(counter)
    counter.till.central.will("receipt_count", 1)
    counter.type("4")
    counter.closing.confirm()
    counter.idle()
    check(counter)
    counter.type(" ")
    counter.closing.confirm()
    counter.idle()
    check(counter)
    counter.closing.choose_reason("change")
    counter.closing.confirm()
    counter.idle()
    counter.approval.give_pin("246802")
    counter.idle()
    counter.idle()
    check(counter)
    counter.click("shift.why")
    check(counter)


def test_health_and_manager(counter):
    counter.till.central.will("cases", CasesListed(request_id="r", rows=(), total=3, oldest_ms=0))
    counter.go(Place.HEALTH)
    check(counter)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.MANAGER)
    counter.idle()
    for tab in Tab:
        counter.manager.choose(str(tab))
        check(counter)


def test_what_needs_a_person(counter):
    listed.cases(counter.till.central)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.CASES)
    counter.idle()
    check(counter)
    counter.cases.choose_view(View.EDIT)
    counter.cases.edit("{")
    counter.cases.compare()
    counter.idle()
    check(counter)
    for act in Act:
        counter.cases.ask(act)
        check(counter)
        counter.cases.cancel()


def test_bills_of_the_acquirers(counter):
    listed.bills(counter.till.central, counter.till.folder / "bills")
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.BILLS)
    counter.idle()
    check(counter)
    counter.bills.ask()
    counter.idle()
    check(counter)
    counter.bills.cancel()


def test_payments_taken_elsewhere(counter):
    listed.recorded(counter.till.central)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.RECORDED)
    check(counter)
    for ask in (counter.recorded.ask_seen, counter.recorded.ask_missing):
        ask()
        check(counter)
        counter.recorded.cancel()
    nothing = RecordedListed(request_id="r", rows=(), total=0, amount=0)
    counter.till.central.will("recorded", nothing)
    counter.recorded.choose_standing(Standing.SEEN.value)
    counter.idle()
    check(counter)


@pytest.mark.parametrize("walk", TOURS, ids=walk_name)
def test_everything_on_the_other_glasses(counter):
    found = [
        (stop, each)
        for stop in tour(counter)
        for each in problems(counter.window, counter.look, counter.glass)
    ]
    assert found == [], "\n".join(map(str, found))


def test_a_wide_till_draws_no_larger_at_any_percentage():
    assert [scale_on(WIDE, percent) for percent in (100, 125, 150)] == [1.0, 1.0, 1.0]
