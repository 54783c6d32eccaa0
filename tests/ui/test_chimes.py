"""Sounds that no press asked for: once when paid, again and again while something is waited for."""

from dataclasses import replace

import pytest

from posapp.devices.ports import Attention, Ready
from posapp.devices.registry import Port
from posapp.ui.chimes import Chimes
from posapp.ui.health.state import HealthState
from posapp.ui.pay.state import Charging, Collecting, Done, PayState, Surroundings, Way
from posapp.ui.sounds import Sound
from posapp.workflows.pay_outcomes import CommittedSale
from tests.workflows.counter import UMBRELLA
from tests.workflows.orders import e1_order, order, sold


class Ear:
    def __init__(self):
        self.heard = []

    def play(self, sound):
        self.heard.append(sound)


@pytest.fixture
def ear():
    return Ear()


@pytest.fixture
def chimes(ear, qtbot):
    chimes = Chimes(ear, lambda: True)
    yield chimes
    chimes.stop()


def fast(chimes):
    chimes._waiting.setInterval(1)
    chimes._paper.setInterval(1)


def paying(till, phase):
    return PayState(payment=e1_order(till), member=None, around=Surroundings(), phase=phase)


CHARGING = Charging(way=Way.CARD, channel="card", amount=1, masked="", sent_ms=1, since_ms=1)


def test_a_sale_in_cash_is_heard_once(chimes, ear, till):
    till.open_shift()
    sale = sold(till, order(till, UMBRELLA), till.shifts.current()).sale
    done = paying(till, Done(CommittedSale(sale=sale, open_drawer=True)))
    chimes.hear_payment(done)
    chimes.hear_payment(replace(done, typed=1))
    assert ear.heard == [Sound.PAID]


def paid_in_parts(till, chimes, *, last_by_card):
    """20.00 of an umbrella by card and the rest in cash, or the other way round."""
    till.open_shift()
    payment = order(till, UMBRELLA)
    sale = sold(till, payment, till.shifts.current()).sale
    state = PayState(payment=payment, member=None, around=Surroundings())
    paid = replace(payment, tenders=(replace(sale.tenders[0], amount=payment.net),))
    part = replace(payment, tenders=(replace(sale.tenders[0], amount=1),))
    chimes.hear_payment(replace(state, phase=CHARGING))
    chimes.hear_payment(replace(state, payment=paid if last_by_card else part))
    if not last_by_card:
        chimes.hear_payment(replace(state, payment=paid))
    done = Done(CommittedSale(sale=replace(sale, id=payment.sale_id), open_drawer=True))
    chimes.hear_payment(replace(state, payment=paid, phase=done))


def test_the_end_is_heard_when_the_rest_of_a_card_part_is_paid_in_cash(chimes, ear, till):
    paid_in_parts(till, chimes, last_by_card=False)
    assert ear.heard == [Sound.PAID]


def test_a_card_that_ends_the_order_was_heard_with_its_own_answer(chimes, ear, till):
    paid_in_parts(till, chimes, last_by_card=True)
    assert ear.heard == []


def test_waiting_ticks_until_it_is_over(chimes, ear, till, qtbot):
    fast(chimes)
    state = paying(till, CHARGING)
    chimes.hear_payment(state)
    qtbot.waitUntil(lambda: len(ear.heard) > 1, timeout=15_000)
    assert set(ear.heard) == {Sound.WAITING}
    chimes.hear_payment(paying(till, Collecting()))
    assert not chimes._waiting.isActive()


def test_waiting_is_silent_where_nobody_wants_to_hear_it(ear, till, qtbot):
    quiet = Chimes(ear, lambda: False)
    quiet.hear_payment(paying(till, CHARGING))
    assert not quiet._waiting.isActive()


def test_paper_that_is_out_is_heard_until_it_is_there(chimes, ear, qtbot):
    fast(chimes)
    out = HealthState(devices={Port.PRINTER: Attention("printer.paper_out")})
    chimes.hear_health(out)
    assert ear.heard == [Sound.PAPER_OUT]
    qtbot.waitUntil(lambda: len(ear.heard) > 2, timeout=15_000)
    chimes.hear_health(HealthState(devices={Port.PRINTER: Ready()}))
    assert not chimes._paper.isActive()
