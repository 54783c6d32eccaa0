"""A shift from its float to its Z: blind, explained, compared with central."""

from dataclasses import replace

import pytest

from posapp.domain.shift import CashMoveKind
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.navigation import Place
from posapp.ui.shift.cash_presenter import CashPresenter, Doing
from posapp.ui.shift.close_presenter import ClosePresenter
from posapp.ui.shift.close_state import Stage
from posapp.ui.shift.count_model import Count
from posapp.ui.shift.open_presenter import OpenPresenter
from posapp.ui.shift.words import DifferenceReason
from posapp.wire.member_totals import MemberTotals, PointMoves, ValueMoves
from tests.ui.till_floor import floor_at, settle
from tests.workflows.counter import CASHIER, MANAGER_PIN
from tests.workflows.orders import order, sold

FLOAT = Count(pieces=(5, 0, 0, 0, 0, 0, 0, 0))
"""500.00: exactly the float."""


class ShiftDesk:
    def __init__(self, till, floor, qtbot):
        self.till, self.floor, self.qtbot = till, floor, qtbot
        self.approvals = ApprovalPresenter(till.approving, floor)
        self.closing = ClosePresenter(till.shifts, self.approvals, floor)
        self.cash = CashPresenter(till.shifts, till.no_sale, self.approvals, floor)
        self.closed = []
        self.closing.closed.connect(self.closed.append)

    @property
    def state(self):
        return self.closing.state

    def settle(self):
        settle(self.qtbot, self.floor)

    def submit(self, count):
        self.till.central.will("receipt_count", 0)
        self.closing.enter()
        self.settle()
        self.closing.count(count)
        self.closing.confirm()
        self.settle()


@pytest.fixture
def desk(till, floor, qtbot):
    return ShiftDesk(till, floor, qtbot)


def test_opening_writes_the_float_and_goes_to_the_order(till, background, messages, qtbot):
    floor = floor_at(till, background, messages)
    went = []
    floor.navigation.requested.connect(went.append)
    OpenPresenter(till.shifts, floor).open(50_000)
    settle(qtbot, floor)
    assert floor.duty.shift.float_amount == 50_000
    assert [go.place for go in went] == [Place.SELL]


def test_a_second_shift_is_refused(desk, shown):
    OpenPresenter(desk.till.shifts, desk.floor).open(0)
    desk.settle()
    assert [m.key for m in shown] == ["shift.already_open"]


def test_a_count_that_fits_closes_at_once(desk):
    desk.submit(FLOAT)
    assert desk.state.stage is Stage.REVIEW
    assert (desk.closed[0].difference, desk.closed[0].number) == (0, 1)
    assert desk.floor.duty.shift is None


def test_what_only_central_knows_stands_in_the_z(desk):
    moves = {"principal": ValueMoves(closing=700), "bonus": ValueMoves(closing=80)}
    desk.till.central.will(
        "member_totals",
        lambda after_ms, until_ms: MemberTotals(
            request_id="r",
            after_ms=after_ms,
            until_ms=until_ms,
            points=PointMoves(expired=-9),
            **moves,
        ),
    )
    desk.submit(FLOAT)
    z = desk.closed[0]
    assert (z.central.principal, z.central.bonus, z.central.points_expired) == (700, 80, 9)
    assert "value_owed" in {row.name.key for block in desk.state.blocks for row in block.rows}


def test_before_the_count_is_in_nothing_tells_what_should_be_there(desk):
    sold(desk.till, order(desk.till), desk.till.shifts.current())
    desk.closing.enter()
    desk.settle()
    assert (desk.state.difference, desk.state.z) == (None, None)
    assert "70000" not in repr(desk.state)


def test_a_difference_is_journalled_before_it_is_shown_and_needs_a_reason(desk, shown):
    desk.submit(FLOAT.with_other(50))
    assert (desk.state.stage, desk.state.difference) == (Stage.DIFFERENCE, 50)
    assert "shift.counted" in desk.till.audits()
    desk.closing.confirm()
    assert [m.key for m in shown] == ["shift.choose_reason"]
    assert desk.closed == []


def test_a_small_difference_closes_with_its_reason(desk):
    desk.submit(FLOAT.with_other(50))
    desk.closing.choose_reason(str(DifferenceReason.CHANGE))
    desk.closing.remark("一枚硬币")
    desk.closing.confirm()
    desk.settle()
    assert (desk.closed[0].difference, desk.closed[0].difference_reason) == (
        50,
        "找零误差 一枚硬币",
    )


def test_a_large_difference_needs_a_manager(desk):
    desk.submit(Count())
    desk.closing.choose_reason(str(DifferenceReason.UNKNOWN))
    desk.closing.confirm()
    desk.settle()
    assert desk.approvals.state.request.amount == 50_000
    assert desk.closed == []
    desk.approvals.give_pin(MANAGER_PIN)
    desk.settle()
    desk.settle()
    assert desk.closed[0].difference == -50_000
    assert desk.state.approved_by == "周店长"


def test_counting_again_hides_the_difference_and_is_counted(desk):
    desk.submit(FLOAT.with_other(50))
    desk.closing.back()
    assert (desk.state.stage, desk.state.difference, desk.state.recounts) == (Stage.COUNT, None, 1)


def test_a_parked_order_must_be_settled_first(desk, shown):
    draft = replace(desk.till.selling.new_draft(), cart=order(desk.till).priced.cart)
    desk.till.selling.park(draft, "散客", CASHIER)
    desk.submit(FLOAT)
    assert desk.state.open_issues.parked == 1
    assert [m.key for m in shown] == ["shift.not_finished"]


def test_the_z_is_compared_with_central(desk):
    sold(desk.till, order(desk.till), desk.till.shifts.current())
    desk.till.central.will("receipt_count", 1)
    desk.closing.enter()
    desk.settle()
    desk.closing.count(Count(pieces=(7, 0, 0, 0, 0, 0, 0, 0)))
    desk.closing.confirm()
    desk.settle()
    desk.settle()
    assert desk.state.comparison.agrees
    assert desk.state.comparison.at_till == 1


def test_after_the_z_the_next_person_signs_in(desk):
    desk.submit(FLOAT)
    went = []
    desk.floor.navigation.requested.connect(went.append)
    desk.closing.confirm()
    assert [go.place for go in went] == [Place.SIGN_IN]
    assert desk.floor.duty.staff is None


def test_cash_in_needs_a_reason_and_no_approval(desk, shown):
    desk.cash.choose(str(Doing.CASH_IN))
    desk.cash.type_amount(10_000)
    desk.cash.confirm()
    assert [m.key for m in shown] == ["shift.needs_reason"]
    desk.cash.give_reason("补零钱")
    desk.cash.confirm()
    desk.settle()
    assert desk.till.facts("CashMoveData")[0].data.move.kind is CashMoveKind.CASH_IN


def test_cash_out_asks_a_manager_and_then_happens(desk):
    desk.cash.choose(str(Doing.CASH_OUT))
    desk.cash.type_amount(10_000)
    desk.cash.give_reason("上缴大钞")
    desk.cash.confirm()
    desk.settle()
    assert desk.approvals.state.request.amount == 10_000
    desk.approvals.give_pin(MANAGER_PIN)
    desk.settle()
    desk.settle()
    assert desk.till.facts("CashMoveData")[0].data.move.approval_id is not None


def test_opening_the_drawer_without_a_sale_is_approved_and_journalled(desk):
    desk.cash.enter()
    desk.cash.give_reason("换零钱")
    desk.cash.confirm()
    desk.settle()
    desk.approvals.give_pin(MANAGER_PIN)
    desk.settle()
    desk.settle()
    assert "drawer.open" in desk.till.audits()


def test_without_an_amount_no_cash_moves(desk, shown):
    desk.cash.choose(str(Doing.CASH_IN))
    desk.cash.give_reason("补零钱")
    desk.cash.confirm()
    assert [m.key for m in shown] == ["shift.amount_not_valid"]
