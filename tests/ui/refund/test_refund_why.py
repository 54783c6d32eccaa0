"""Ctrl+Y on the page of a return: which lines, which share, which payment gets what and why."""

import pytest
from PySide6.QtWidgets import QWidget

from posapp.domain import payment as payments
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.frame import Frame
from posapp.ui.keymap import STANDARD, Action
from posapp.ui.page import Page
from posapp.ui.refund.presenter import RefundPresenter
from posapp.ui.refund.screen import RefundScreen
from posapp.ui.sell.why_sheet import WhySheet
from posapp.wire.requests import FindSaleReply
from tests.ui.till_floor import settle
from tests.workflows.counter import PANDA, UMBRELLA
from tests.workflows.orders import order, sold


@pytest.fixture
def sale(till):
    """300.00 for two kinds of goods: 100.00 by card, the rest in cash."""
    payment = order(till, PANDA, UMBRELLA)
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), 10_000, "card")
    shift = till.shifts.current() or till.open_shift()
    return sold(till, payments.add(payment, outcome.tender), shift).sale


@pytest.fixture
def screen(till, floor, look, qtbot, sale):
    host = QWidget()
    host.resize(1366, 768)
    qtbot.addWidget(host)
    presenter = RefundPresenter(
        till.refunding,
        till.members,
        ApprovalPresenter(till.approving, floor),
        floor,
        selling=till.selling,
    )
    screen = RefundScreen(Frame(look, host), presenter, floor.navigation, host)
    till.central.will("find_sale", FindSaleReply(request_id="r"))
    screen.enter(sale.receipt_number)
    settle(qtbot, floor)
    return screen


@pytest.fixture
def laid(floor):
    laid = []
    floor.navigation.laid.connect(laid.append)
    return laid


def test_its_key_tells_each_line_and_where_the_money_goes(screen, laid, sale):
    screen._presenter.want_all()
    assert screen.take_action(Action.WHY)
    (sheet,) = laid
    assert isinstance(sheet, WhySheet)
    told = sheet.text
    for line in sale.lines:
        assert line.name in told
    assert "银行卡付了 ¥100.00，原路退回 −100.00" in told
    assert "退款合计 " in told
    assert "每一行当时由哪种支付付了多少，就按份额退回哪种支付" in told
    sheet.left.emit()


def test_a_part_of_a_line_is_told_as_its_share(screen, laid, sale):
    screen._presenter.toggle(sale.lines[0].number)
    screen.back_card.why.click()
    (sheet,) = laid
    assert "本次退 1" in sheet.text
    assert sheet.sections[0][0].startswith(sale.lines[0].name)
    sheet.left.emit()


def test_with_nothing_chosen_there_is_nothing_to_explain(screen, laid, shown):
    assert not screen.back_card.why.isEnabled()
    screen.take_action(Action.WHY)
    assert laid == []
    assert shown[-1].key == "refund.nothing"


def test_only_the_help_of_this_list_names_the_key(screen):
    assert STANDARD["list"]["Ctrl+Y"] is Action.WHY
    assert Action.WHY not in screen.unused
    assert Action.WHY in Page.unused
