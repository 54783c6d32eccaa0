"""Limits are checked where things are done, and a second person's yes is good for one of them."""

from contextlib import suppress
from dataclasses import replace
from threading import Barrier, Thread

import pytest

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.allowances import Act
from posapp.domain.cart import CartRounding, ManualReduction
from posapp.domain.payment import Payment
from posapp.domain.permissions import PRESETS, Permission, Role
from posapp.domain.receipt import Pair
from posapp.domain.recorded import TakenBy
from posapp.domain.shift import CashMoveKind
from posapp.errors import Refused
from posapp.offline.staff import StaffRow
from posapp.settings import Settings
from posapp.wire.requests import FindSaleReply
from posapp.workflows.allowing import allowance_table
from posapp.workflows.approving import Question
from posapp.workflows.draft import Draft
from tests.workflows.counter import (
    CASHIER,
    COLA,
    MANAGER,
    MANAGER_PIN,
    PANDA,
    hash_of,
)
from tests.workflows.orders import order, sold

SECOND = replace(
    MANAGER, id="staff-8", number="9002", name="吴店长", permissions=PRESETS[Role.MANAGER]
)
SECOND_PIN = "864209"


def refused(call, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as refusal:
        call(*args, **kwargs)
    return refusal.value


def question(act: Act, permission: Permission, amount: int, **more) -> Question:
    plain = Question(action=permission, amount=amount, requested_by=CASHIER, reason="x", act=act)
    return replace(plain, **more)


def draft_of(payment: Payment) -> Draft:
    return Draft(sale_id=payment.sale_id, cart=payment.priced.cart)


def one_share_off(till, basis_points: int, approval=None):
    manual = ManualReduction(basis_points=basis_points, reason="x")
    basket = order(till, COLA).priced.cart
    return till.selling.reduce_line(basket, 1, manual, CASHIER, approval)


def some_amount_off(till, approval=None):
    basket = order(till, COLA).priced.cart
    manual = ManualReduction(amount=100, reason="x")
    return till.selling.reduce_order(basket, manual, CASHIER, approval)


def void(till, approval=None, **_more):
    payment = order(till, COLA)
    draft = draft_of(payment)
    shift = till.shifts.current()
    till.voiding.void(draft, payment.net, CASHIER, shift, reason="x", approval=approval)


def give_back(till, approval=None):
    sale = sold(till, order(till, PANDA), till.shifts.current()).sale
    till.go_offline()
    refundable = till.refunding.find(sale.receipt_number)
    plan = till.refunding.plan(refundable, {1: 1_000}, CASHIER)
    till.refunding.refund(plan, "x", approval, CASHIER, till.shifts.current())


def take_out(till, approval=None):
    till.shifts.move(CashMoveKind.CASH_OUT, 100, "x", CASHIER, approval)


def close_short(till, approval=None):
    till.shifts.close({}, "x", CASHIER, approval=approval)


def round_off(till):
    asked = CartRounding(step=100)
    basket = replace(order(till, COLA).priced.cart, rounding=asked)
    basket = carts.reduce_line(basket, 1, ManualReduction(amount=60, reason="x", approval_id="a"))
    payment = replace(order(till, COLA), priced=till.selling.price(basket))
    till.desk.use(replace(till.desk.settings, rounding_to="yuan"))
    till.paying.check_rounding(payment, CASHIER)


def record(till):
    payment = order(till, COLA)
    till.paying.record_elsewhere(payment, payment.net, TakenBy.HANDHELD, "20260001", CASHIER)


def deposit_in_cash(till):
    till.central.will("find_sale", FindSaleReply(request_id="r"))
    payment = order(till, replace(COLA, deposit=1_000))
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), payment.net, "card")
    payment = payments.add(payment, outcome.tender)
    sale = sold(till, payment, till.shifts.current()).sale
    refundable = till.refunding.find(sale.receipt_number)
    plan = till.refunding.plan(refundable, {2: 1_000}, CASHIER, in_cash=True)
    till.refunding.refund(plan, "x", None, CASHIER, till.shifts.current())


ENTRIES = {
    Act.DEPOSIT_IN_CASH: deposit_in_cash,
    Act.RECORD_EXTERNAL: record,
    Act.ROUND_OFF: round_off,
    Act.DISCOUNT: lambda till: one_share_off(till, 1_000),
    Act.PRICE_CHANGE: some_amount_off,
    Act.VOID_ORDER: void,
    Act.REFUND: give_back,
    Act.OPEN_DRAWER: lambda till: till.no_sale.open("x", CASHIER, till.shifts.current()),
    Act.CASH_OUT: take_out,
    Act.OVER_SHORT: close_short,
}
"""How each row of the table is walked into by who has no right to it."""
AT_CENTRAL = {
    Act.MEMBER_STATUS,
    Act.MEMBER_IDENTITY,
    Act.CORRECT_VALUE,
    Act.CORRECT_POINTS,
    Act.COMPENSATE,
    Act.COMPENSATE_DAY,
    Act.COMPENSATE_YEAR,
    Act.MEMBER_EXPORT,
    Act.MEMBER_ERASE,
    Act.MEMBER_TIER,
}
"""Done at central alone, which refuses them itself: tests/central/test_desk_acts.py and
tests/central/test_privacy.py."""


def test_every_row_of_the_table_is_walked():
    assert {*ENTRIES, *AT_CENTRAL, Act.TAKE_OVER} == set(Act)


@pytest.mark.parametrize("act", ENTRIES)
def test_without_the_right_every_row_of_the_table_refuses_where_it_is_done(till, act):
    till.open_shift()
    before = len(till.facts())
    refusal = refused(ENTRIES[act], till)
    assert refusal.key in ("permission.needs_approval", "shift.difference_needs_approval")
    left = [
        getattr(fact.data, "action", type(fact.data).__name__) for fact in till.facts()[before:]
    ]
    assert set(left) <= {"SaleData", "shift.counted"}


@pytest.mark.parametrize("act", ENTRIES)
def test_a_limit_from_central_lets_her_do_it_alone(till, act):
    till.open_shift()
    texts = {f"allow_{act.value}": "cashier all; own all"}
    till.desk.use(replace(till.desk.settings, **texts))
    ENTRIES[act](till)
    assert till.facts("ApprovalData") == []


class TestLimits:
    def test_ten_percent_alone_and_a_fen_more_with_a_manager(self, till):
        till.desk.use(Settings(allow_discount="cashier 1000", allow_price_change="cashier 1000"))
        assert one_share_off(till, 1_000).line(1).manual.approval_id is None
        assert refused(one_share_off, till, 1_001).key == "permission.needs_approval"

    def test_two_small_reductions_on_the_same_goods_count_together(self, till):
        till.desk.use(Settings(allow_discount="cashier 1000"))
        manual = ManualReduction(basis_points=600, reason="x")
        basket = one_share_off(till, 600)
        assert refused(till.selling.reduce_order, basket, manual, CASHIER, None)
        replaced = till.selling.reduce_line(basket, 1, manual, CASHIER, None)
        assert replaced.line(1).manual == manual, "a reduction in place of another one is not two"

    def test_an_amount_that_became_large_as_the_order_shrank_is_not_sold(self, till):
        till.desk.use(Settings(allow_price_change="cashier 1000"))
        shift = till.open_shift()
        basket = carts.set_quantity(order(till, COLA).priced.cart, 1, 10_000)
        manual = ManualReduction(amount=500, reason="x")
        basket = till.selling.reduce_line(basket, 1, manual, CASHIER, None)
        priced = till.selling.price(carts.set_quantity(basket, 1, 1_000))
        payment = replace(order(till, COLA), priced=priced)
        refusal = refused(till.paying.complete, payment, CASHIER, shift)
        assert refusal.key == "permission.needs_approval"

    def test_a_text_of_central_that_does_not_read_leaves_the_row_as_declared(self, till):
        table = allowance_table(Settings(allow_refund="cashier much", refund_approval_above=700))
        assert table.row(Act.REFUND).limit(CASHIER) == 700

    def test_a_manager_whose_own_limit_is_lower_cannot_approve_more(self, till):
        till.desk.use(Settings(allow_refund="manager 5000"))
        asked = question(Act.REFUND, Permission.REFUND, 5_001)
        assert till.approving.people_for(asked) == ()
        refusal = refused(till.approving.answer, asked, MANAGER.number, MANAGER_PIN)
        assert (refusal.key, till.audits()) == ("approval.above_limit", ["approval.failed"])
        assert till.approving.people_for(replace(asked, amount=5_000)) == (MANAGER,)


class TestOnce:
    def approved(self, till, act: Act, permission: Permission, amount: int, subject: str = ""):
        asked = question(act, permission, amount, subject=subject)
        return till.approving.answer(asked, MANAGER.number, MANAGER_PIN, till.shifts.current())

    def test_a_second_opening_of_the_drawer_needs_a_second_yes(self, till):
        till.open_shift()
        yes = self.approved(till, Act.OPEN_DRAWER, Permission.OPEN_DRAWER, 0)
        till.no_sale.open("换零", CASHIER, till.shifts.current(), yes)
        refusal = refused(till.no_sale.open, "换零", CASHIER, till.shifts.current(), yes)
        assert (refusal.key, till.drawer.opens) == ("approval.used", 1)

    def test_a_second_taking_out_needs_a_second_yes(self, till):
        till.open_shift()
        yes = self.approved(till, Act.CASH_OUT, Permission.CASH_MOVE, 1_000)
        take_out(till, yes)
        assert refused(take_out, till, yes).key == "approval.used"
        assert len(till.facts("CashMoveData")) == 1

    def test_voiding_the_same_order_again_after_a_lost_answer_is_the_same_doing(self, till):
        till.open_shift()
        payment = order(till, COLA)
        yes = self.approved(
            till, Act.VOID_ORDER, Permission.VOID_ORDER, payment.net, payment.sale_id
        )
        for _ in range(2):
            till.voiding.void(
                draft_of(payment), payment.net, CASHIER, None, reason="x", approval=yes
            )
        other = draft_of(order(till, COLA))
        again = refused(
            till.voiding.void, other, payment.net, CASHIER, None, reason="x", approval=yes
        )
        assert again.key == "permission.needs_approval", "it was asked for another order"

    def test_one_approval_on_two_lines_is_not_sold(self, till):
        shift = till.open_shift()
        manual = ManualReduction(amount=100, reason="x", approval_id="ap-1", most=100)
        basket = order(till, COLA, PANDA).priced.cart
        basket = carts.reduce_line(carts.reduce_line(basket, 1, manual), 2, manual)
        payment = replace(order(till, COLA), priced=till.selling.price(basket))
        assert refused(till.paying.complete, payment, CASHIER, shift).key == "approval.used"


class TestNamesOnTheReceipt:
    def test_both_names_are_on_the_sale_and_on_its_paper(self, till):
        shift = till.open_shift()
        asked = question(Act.PRICE_CHANGE, Permission.REDUCE, 100)
        yes = till.approving.answer(asked, MANAGER.number, MANAGER_PIN, shift)
        basket = some_amount_off(till, yes)
        payment = replace(order(till, COLA), priced=till.selling.price(basket))
        asked = question(Act.RECORD_EXTERNAL, Permission.APPROVE, 100)
        second = till.approving.answer(asked, MANAGER.number, MANAGER_PIN, shift)
        tender = till.paying.record_elsewhere(
            payment, 100, TakenBy.HANDHELD, "20260001", CASHIER, approval=second
        )
        sale = sold(till, payments.add(payment, tender), shift).sale
        said = [(each.act, each.asked_by, each.approved_by) for each in sale.all_approvals]
        names = (CASHIER.name, MANAGER.name)
        assert said == [("price_change", *names), ("record_external", *names)]
        document = till.store.prints.pending()[-1].document
        rows = [(row.left, row.right) for row in document.blocks if isinstance(row, Pair)]
        assert ("授权  改价", MANAGER.name) in rows
        assert ("经办", CASHIER.name) in rows

    def test_what_she_does_alone_leaves_no_second_name(self, till):
        shift = till.open_shift()
        till.desk.use(Settings(allow_price_change="cashier all; own all"))
        payment = replace(order(till, COLA), priced=till.selling.price(some_amount_off(till)))
        assert sold(till, payment, shift).sale.all_approvals == ()


class TestTwoManagersAtOnce:
    def test_exactly_one_yes_counts_and_the_other_is_told(self, till):
        second = StaffRow(staff=SECOND, verifier=hash_of(SECOND_PIN), version=1)
        till.store.staff.replace([second])
        asked = question(Act.REFUND, Permission.REFUND, 100, id="question-1")
        both = Barrier(2)
        given, told = [], []

        def say_yes(number: str, pin: str) -> None:
            both.wait()
            try:
                given.append(till.approving.answer(asked, number, pin))
            except Refused as refusal:
                told.append(refusal)

        people = [(MANAGER.number, MANAGER_PIN), (SECOND.number, SECOND_PIN)]
        hands = [Thread(target=say_yes, args=each) for each in people]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join(30)
        assert [refusal.key for refusal in told] == ["approval.already_given"]
        assert told[0].params == {"name": given[0].approved_by_name}
        assert [fact.data.approval for fact in till.facts("ApprovalData")] == given
        assert till.audits() == ["approval.failed"]

    def test_a_wrong_pin_is_no_answer_to_the_question(self, till):
        asked = question(Act.REFUND, Permission.REFUND, 100, id="question-2")
        with suppress(Refused):
            till.approving.answer(asked, MANAGER.number, "000000")
        assert till.approving.answer(asked, MANAGER.number, MANAGER_PIN).amount == 100


def test_the_shops_own_reasons_come_with_the_table(till):
    till.desk.use(Settings(allow_void_order="reasons 顾客离开|重复录单"))
    row = till.desk.allowing.table.row(Act.VOID_ORDER)
    assert row.reasons == ("顾客离开", "重复录单")
