"""Goods come back: by line or whole, to the original tenders, with a superior's yes."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain import payment as payments
from posapp.domain.own_codes import receipt_code
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.refund.presenter import RefundPresenter
from posapp.ui.refund.state import Reason
from posapp.ui.surface import Scan
from posapp.wire.requests import FindSaleReply
from posapp.workflows.pay_outcomes import RefundPaid, RefundUnknown
from tests.ui.till_floor import settle
from tests.workflows.counter import MANAGER_PIN, PANDA, UMBRELLA
from tests.workflows.orders import order, sold


class RefundDesk:
    def __init__(self, till, floor, qtbot):
        self.till, self.floor, self.qtbot = till, floor, qtbot
        self.approvals = ApprovalPresenter(till.approving, floor)
        self.presenter = RefundPresenter(
            till.refunding, till.members, self.approvals, floor, selling=till.selling
        )
        self.done = []
        self.presenter.refunded.connect(self.done.append)

    @property
    def state(self):
        return self.presenter.state

    def settle(self):
        settle(self.qtbot, self.floor)

    def find(self, sale):
        self.till.central.will("find_sale", FindSaleReply(request_id="r"))
        self.presenter.enter(sale.receipt_number)
        self.settle()

    def refund(self):
        """Everything, with the manager's PIN."""
        self.presenter.want_all()
        self.presenter.choose_reason(str(Reason.QUALITY))
        self.presenter.confirm()
        self.settle()
        self.approvals.give_pin(MANAGER_PIN)
        self.settle()
        self.settle()


@pytest.fixture
def desk(till, floor, qtbot):
    return RefundDesk(till, floor, qtbot)


@pytest.fixture
def sale(till):
    """Two kinds of goods for 300.00: 100.00 by card, the rest in cash."""
    payment = order(till, PANDA, UMBRELLA)
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), 10_000, "card")
    shift = till.shifts.current() or till.open_shift()
    return sold(till, payments.add(payment, outcome.tender), shift).sale


def test_a_scanned_receipt_opens_its_sale(desk, sale):
    desk.till.central.will("find_sale", FindSaleReply(request_id="r"))
    desk.presenter.enter("")
    assert desk.presenter.take_scan(Scan(text=receipt_code(sale.receipt_number)))
    desk.settle()
    assert desk.state.refundable.sale == sale


def test_an_unknown_receipt_is_told_and_the_page_stays_empty(desk, floor, shown):
    desk.till.central.will("find_sale", FindSaleReply(request_id="r"))
    desk.presenter.enter("A03-9999")
    desk.settle()
    assert [m.key for m in shown] == ["refund.no_such_sale"]
    assert desk.state.refundable is None


def test_space_ticks_one_piece_and_the_quote_names_every_tender(desk, sale):
    desk.find(sale)
    desk.presenter.toggle(1)
    assert desk.state.wanted == {1: 1_000}
    assert desk.state.quote.net == 20_000
    assert sum(give.amount for give in desk.state.quote.gives) == 20_000


def test_ticking_again_takes_the_line_out(desk, sale):
    desk.find(sale)
    desk.presenter.toggle(1)
    desk.presenter.toggle(1)
    assert (desk.state.wanted, desk.state.quote) == ({}, None)


def test_a_scanned_product_of_the_receipt_is_ticked(desk, sale):
    desk.find(sale)
    desk.presenter.take_scan(Scan(text=PANDA.barcodes[0]))
    desk.settle()
    assert desk.state.wanted == {1: 1_000}


def test_a_product_that_is_not_on_the_receipt_is_refused(desk, sale, shown):
    desk.find(sale)
    desk.presenter.take_scan(Scan(text="6909999999993"))
    desk.settle()
    assert desk.state.wanted == {}
    assert [m.key for m in shown] == ["refund.not_on_receipt"]


def test_no_more_than_was_sold_can_be_wanted(desk, sale):
    desk.find(sale)
    for _ in range(5):
        desk.presenter.step(1, 1)
    assert desk.state.wanted == {1: 1_000}


def test_without_a_reason_nothing_is_refunded(desk, sale, shown):
    desk.find(sale)
    desk.presenter.toggle(1)
    desk.presenter.confirm()
    assert [m.key for m in shown] == ["refund.needs_reason"]
    assert desk.approvals.state is None


def test_a_refund_asks_for_a_manager_and_names_the_amount(desk, sale):
    desk.find(sale)
    desk.presenter.toggle(1)
    desk.presenter.choose_reason("quality")
    desk.presenter.confirm()
    desk.settle()
    request = desk.approvals.state.request
    assert (request.amount, request.amount_text) == (20_000, "退款 ¥200.00")


def test_the_whole_sale_goes_back_to_card_and_drawer(desk, sale):
    desk.find(sale)
    desk.refund()
    assert desk.done[0].refund.net == 30_000
    assert desk.done[0].open_drawer
    assert desk.till.terminal.money_taken() == 0
    assert all(isinstance(result, RefundPaid) for result in desk.state.legs.values())


def test_a_silent_terminal_leaves_its_part_open_and_a_second_try_gives_it_back(desk, sale):
    desk.find(sale)
    desk.till.terminal.script = Script.UNPLUGGED
    desk.refund()
    assert [type(r) for r in desk.state.legs.values()] == [RefundUnknown]
    desk.till.terminal.script = Script.PAID
    desk.presenter.retry_legs()
    desk.settle()
    assert desk.till.terminal.money_taken() == 0


def test_a_cancelled_approval_leaves_the_sale_as_it_was(desk, sale):
    desk.find(sale)
    desk.presenter.want_all()
    desk.presenter.choose_reason("other")
    desk.presenter.confirm()
    desk.approvals.cancel()
    desk.settle()
    assert desk.till.facts("RefundData") == []
