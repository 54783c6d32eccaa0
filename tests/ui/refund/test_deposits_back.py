"""Giving deposits back at the refund page: what is open, how many, and how the money goes."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from posapp.domain import payment as payments
from posapp.domain.sale import Part
from posapp.ui.frame import Frame
from posapp.ui.refund.screen import RefundScreen
from posapp.ui.surface import Scan
from tests.ui.refund.test_refund_presenter import RefundDesk
from tests.workflows.counter import MANAGER_PIN, PANDA, UMBRELLA
from tests.workflows.orders import order, sold

STROLLER = replace(UMBRELLA, deposit=20_000)


@pytest.fixture
def desk(till, floor, qtbot):
    return RefundDesk(till, floor, qtbot)


@pytest.fixture
def let(till):
    """A panda and a stroller with its deposit, all by card."""
    payment = order(till, PANDA, STROLLER)
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), payment.net, "card")
    shift = till.shifts.current() or till.open_shift()
    return sold(till, payments.add(payment, outcome.tender), shift).sale


def test_all_deposits_are_taken_with_one_key_and_need_no_reason(desk, let):
    desk.find(let)
    assert desk.state.selected == 3, "the open deposit is the line that was probably meant"
    desk.presenter.want_deposits()
    assert (desk.state.wanted, desk.state.only_deposits) == ({3: 1_000}, True)
    desk.presenter.confirm()
    desk.settle()
    assert desk.approvals.state is None
    assert desk.state.done.refund.of_part(Part.EXTERNAL) == 20_000
    assert desk.state.done.refund.reason


def test_the_code_of_the_thing_means_its_deposit_before_its_price(desk, let):
    desk.find(let)
    desk.presenter.take_scan(Scan(text=STROLLER.code))
    desk.settle()
    assert desk.state.wanted == {3: 1_000}


def test_cash_instead_asks_a_manager_and_opens_the_drawer(desk, let):
    desk.find(let)
    desk.presenter.want_deposits()
    desk.presenter.swap_cash()
    assert [give.part for give in desk.state.quote.gives] == [Part.CASH]
    desk.presenter.confirm()
    desk.settle()
    desk.approvals.give_pin(MANAGER_PIN)
    desk.settle()
    desk.settle()
    done = desk.state.done
    assert (done.refund.in_cash, done.legs, done.open_drawer) == (True, (), True)


def test_goods_beside_a_deposit_go_back_as_they_were_paid(desk, let):
    desk.find(let)
    desk.presenter.want_deposits()
    desk.presenter.swap_cash()
    desk.presenter.toggle(1)
    assert not desk.state.in_cash
    assert not desk.state.may_be_cash
    assert {give.part for give in desk.state.quote.gives} == {Part.EXTERNAL}
    desk.presenter.swap_cash()
    assert not desk.state.in_cash


def test_the_keys_of_the_page_say_what_is_open_and_what_cash_would_do(
    desk, let, floor, look, qtbot
):
    host = QWidget()
    qtbot.addWidget(host)
    screen = RefundScreen(Frame(look, host), desk.presenter, floor.navigation, host)
    assert screen.deposits.isHidden()
    desk.find(let)
    assert not screen.deposits.isHidden()
    assert screen.in_cash.isHidden()
    qtbot.keyClicks(screen, "0")
    assert not screen.in_cash.isHidden()
    qtbot.keyClicks(screen, "9")
    assert desk.state.in_cash
    qtbot.keyClicks(screen, "9")
    assert not desk.state.in_cash
