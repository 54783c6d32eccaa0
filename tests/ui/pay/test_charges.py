"""Card and payment code: paid, declined, and unknown; never charged twice."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain.charges import (
    ASK_EVERY_MS,
    GIVE_UP_AFTER_MS,
    MOST_REVERSALS,
    NO_REVERSE_BEFORE_MS,
    REVERSE_AGAIN_MS,
    Stage,
)
from posapp.errors import OutcomeUnknown
from posapp.ui.pay.state import Collecting, Done, PayRequest, PayResume, Unclear, Way
from posapp.ui.pay.ways import way_rows
from posapp.ui.surface import Scan
from tests.ui.pay.conftest import PayDesk
from tests.workflows.counter import MANAGER

WECHAT = "134512345678908293"


@pytest.fixture
def unclear(desk) -> PayDesk:
    """A WeChat code was charged and nobody answered."""
    desk.till.terminal.script = Script.UNKNOWN_THEN_PAID
    desk.start()
    desk.presenter.take_scan(Scan(text=WECHAT))
    desk.settle()
    return desk


def test_a_scanned_payment_code_chooses_its_way_and_is_charged_once(desk):
    desk.start()
    desk.presenter.take_scan(Scan(text=WECHAT))
    desk.settle()
    tender = desk.sales[0].sale.tenders[0]
    assert (tender.channel, tender.amount) == ("wechat", 20_000)
    assert tender.masked == "1345********8293"
    assert len(desk.till.terminal.ledger()) == 1


def test_the_code_itself_is_kept_nowhere(desk):
    desk.start()
    desk.presenter.take_scan(Scan(text=WECHAT))
    desk.settle()
    assert WECHAT not in repr(desk.state)
    assert WECHAT not in repr(desk.till.facts())


def test_a_declined_charge_leaves_the_order_open_for_another_way(desk, shown):
    desk.till.terminal.script = Script.DECLINED
    desk.start()
    desk.presenter.choose(Way.CARD)
    desk.press()
    assert isinstance(desk.phase, Collecting)
    assert desk.state.payment.tenders == ()
    assert len(shown) == 1


def test_an_unplugged_terminal_has_sent_nothing(desk, shown):
    desk.till.terminal.script = Script.UNPLUGGED
    desk.start()
    desk.presenter.choose(Way.CARD)
    desk.press()
    assert isinstance(desk.phase, Collecting)
    assert [message.key for message in shown] == ["terminal.unreachable"]


def test_while_the_outcome_is_unknown_no_way_is_open_for_a_second_charge(unclear, shown):
    assert isinstance(unclear.phase, Unclear)
    others = [row for row in way_rows(unclear.state) if row.way is not Way.CODE]
    assert all(row.reason for row in others)
    unclear.presenter.choose(Way.CASH)
    assert unclear.presenter.take_scan(Scan(text=WECHAT))
    assert [message.key for message in shown] == ["pay.unknown_open"]
    unclear.presenter.quick_cash(20_000)
    unclear.settle()
    assert len(unclear.till.terminal.ledger()) == 1
    assert unclear.state.payment.tenders == ()


def test_asking_again_finds_it_paid_and_finishes_the_sale(unclear):
    unclear.press()
    assert isinstance(unclear.phase, Done)
    assert unclear.till.terminal.money_taken() == 20_000


def test_asked_without_an_answer_the_story_grows(unclear):
    unclear.till.terminal.script = Script.STAYS_UNKNOWN
    unclear.press()
    assert isinstance(unclear.phase, Unclear)
    assert [step.what for step in unclear.phase.story] == ["sent", "no_answer", "asked"]
    assert not unclear.phase.busy


def test_undoing_opens_the_other_ways_again_and_no_money_was_taken(unclear):
    unclear.till.clock.advance_ms(NO_REVERSE_BEFORE_MS)
    unclear.presenter.charges.reverse()
    unclear.settle()
    assert isinstance(unclear.phase, Collecting)
    assert unclear.till.terminal.money_taken() == 0


def test_it_is_asked_by_itself_every_few_seconds(unclear):
    unclear.till.terminal.script = Script.STAYS_UNKNOWN
    unclear.till.clock.advance_ms(ASK_EVERY_MS - 1)
    unclear.presenter.charges.on_tick()
    assert len(unclear.phase.story) == 2
    unclear.till.clock.advance_ms(1)
    unclear.presenter.charges.on_tick()
    unclear.settle()
    assert len(unclear.phase.story) == 3


def test_after_thirty_seconds_it_is_undone_by_itself(unclear):
    unclear.till.clock.advance_ms(GIVE_UP_AFTER_MS)
    unclear.presenter.charges.on_tick()
    unclear.settle()
    assert isinstance(unclear.phase, Collecting)


def test_it_cannot_be_undone_before_it_can_have_arrived(unclear, shown):
    unclear.till.clock.advance_ms(NO_REVERSE_BEFORE_MS - 1)
    unclear.presenter.charges.reverse()
    unclear.settle()
    assert [message.key for message in shown] == ["pay.reverse_too_soon"]
    assert unclear.phase.watch.stage is Stage.UNKNOWN


def undone_into_the_void(unclear):
    unclear.till.terminal.script = Script.UNPLUGGED
    unclear.till.clock.advance_ms(GIVE_UP_AFTER_MS)
    unclear.presenter.charges.on_tick()
    unclear.settle()


def test_a_lost_reversal_is_repeated_by_itself_until_it_is_answered(unclear, shown):
    undone_into_the_void(unclear)
    assert unclear.phase.watch.stage is Stage.REVERSING
    assert len(shown) == 1
    unclear.till.terminal.script = Script.STAYS_UNKNOWN
    unclear.till.clock.advance_ms(REVERSE_AGAIN_MS)
    unclear.presenter.charges.on_tick()
    unclear.settle()
    assert isinstance(unclear.phase, Collecting)
    assert unclear.till.terminal.money_taken() == 0


def test_after_many_lost_reversals_a_person_is_asked_and_nothing_is_sent_by_itself(unclear):
    undone_into_the_void(unclear)
    for _ in range(MOST_REVERSALS - 1):
        unclear.till.clock.advance_ms(REVERSE_AGAIN_MS)
        unclear.presenter.charges.on_tick()
        unclear.settle()
    assert unclear.phase.watch.stage is Stage.MANUAL
    unclear.till.clock.advance_ms(REVERSE_AGAIN_MS)
    unclear.presenter.charges.on_tick()
    assert not unclear.phase.busy


def test_a_manager_puts_aside_what_cannot_be_undone_and_the_order_goes_on(unclear):
    undone_into_the_void(unclear)
    assert unclear.phase.watch.is_stuck
    unclear.floor.duty.sign_in(MANAGER)
    unclear.presenter.aside.ask()
    unclear.settle()
    assert isinstance(unclear.phase, Collecting)
    unclear.presenter.quick_cash(20_000)
    unclear.settle()
    assert [tender.kind for tender in unclear.sales[0].sale.tenders] == ["cash"]


def test_what_is_still_asked_about_cannot_be_put_aside(unclear):
    unclear.floor.duty.sign_in(MANAGER)
    unclear.presenter.aside.ask()
    unclear.settle()
    assert isinstance(unclear.phase, Unclear)


def test_a_tender_whose_reversal_is_lost_is_undone_on_and_on(desk):
    desk.start()
    desk.presenter.choose(Way.CARD)
    desk.press(5_000)
    (tender,) = desk.state.payment.tenders
    reverse, desk.till.terminal.reverse = desk.till.terminal.reverse, _lost
    desk.presenter.drop(tender.id)
    desk.settle()
    assert desk.state.payment.tenders == ()
    assert desk.phase.watch.stage is Stage.REVERSING
    desk.till.terminal.reverse = reverse
    desk.till.clock.advance_ms(REVERSE_AGAIN_MS)
    desk.presenter.charges.on_tick()
    desk.settle()
    assert isinstance(desk.phase, Collecting)
    assert desk.till.terminal.money_taken() == 0


def _lost(_attempt_id):
    raise OutcomeUnknown("terminal.no_answer")


def test_leaving_keeps_it_unknown_and_coming_back_asks(unclear):
    request = PayRequest(payment=unclear.state.payment)
    unclear.presenter.back()
    assert isinstance(unclear.phase, Unclear)
    unclear.presenter.enter(request)
    unclear.settle()
    assert isinstance(unclear.phase, Done)


def test_after_a_restart_the_same_charge_is_found_and_never_made_again(unclear, floor, qtbot):
    payment = unclear.state.payment
    leg = unclear.till.paying.open_legs()[0]
    again = PayDesk(unclear.till, floor, qtbot)
    request = PayRequest(payment=payment)
    again.presenter.resume(PayResume(request=request, legs=(leg,)))
    again.settle()
    assert isinstance(again.phase, Done)
    assert len(again.till.terminal.ledger()) == 1
