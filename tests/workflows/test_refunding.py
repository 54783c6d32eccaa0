"""Refunds go to the original tenders, are committed first, and survive a crash before they are paid."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.permissions import Permission
from posapp.domain.sale import Part
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import AttemptKind
from posapp.settings import Settings
from posapp.wire.requests import FindSaleReply
from posapp.workflows.pay_outcomes import RefundDeclined, RefundPaid, RefundUnknown
from tests.workflows.counter import (
    CASHIER,
    COLA,
    MANAGER,
    MANAGER_PIN,
    PANDA,
    UMBRELLA,
    WANG,
    counter,
    station,
    wired,
)
from tests.workflows.orders import e1_order, order, pay_card, pay_points, pay_value, sold

DAY_MS = 86_400_000
NOT_THERE = FindSaleReply(request_id="r")
ONE, TWO = {1: QUANTITY_ONE}, {2: QUANTITY_ONE}


def refused(key: str, call, *args, **kwargs) -> None:
    with pytest.raises(Refused) as refusal:
        call(*args, **kwargs)
    assert refusal.value.key == key


@pytest.fixture
def shift(till):
    return till.open_shift()


@pytest.fixture
def e1(till, shift):
    payment = pay_points(till, e1_order(till), 1_000)
    return sold(till, pay_value(till, payment, 20_000), shift, WANG).sale


def found(till, sale, reply=NOT_THERE):
    till.central.will("find_sale", reply)
    return till.refunding.find(sale.receipt_number)


def approved(till, net: int):
    return till.approving.approve(
        Permission.REFUND, net, CASHIER, MANAGER.number, MANAGER_PIN, reason="破损"
    )


def refund(till, plan, shift, staff=MANAGER, approval=None):
    return till.refunding.refund(plan, "破损", approval, staff, shift, member=WANG)


class TestE2:
    def test_b_then_a_to_the_fen(self, till, shift, e1):
        plan = till.refunding.plan(found(till, e1), TWO, MANAGER)
        first = refund(till, plan, shift).refund
        assert (first.net, first.claw) == (8_333, 70)
        assert first.of_part(Part.CASH) == 1_333
        assert first.of_part(Part.PRINCIPAL) == 5_797
        assert (first.of_part(Part.BONUS), first.of_part(Part.POINTS)) == (870, 333)
        plan = till.refunding.plan(found(till, e1), ONE, MANAGER)
        second = refund(till, plan, shift).refund
        assert (second.of_part(Part.CASH), second.claw) == (2_667, 143)
        refused("refund.more_than_sold", till.refunding.plan, found(till, e1), ONE, MANAGER)

    def test_the_fact_its_receipt_and_the_drawer(self, till, shift, e1):
        plan = till.refunding.plan(found(till, e1), TWO, MANAGER)
        done = refund(till, plan, shift)
        assert till.facts()[-1].data.refund == done.refund
        assert till.store.prints.pending()[-1].kind == "refund"
        assert (done.open_drawer, done.legs) == (True, ())

    def test_making_the_same_plan_again_makes_nothing_new(self, till, shift, e1):
        plan = till.refunding.plan(found(till, e1), TWO, MANAGER)
        assert refund(till, plan, shift) == refund(till, plan, shift)
        assert len(till.facts("RefundData")) == 1

    def test_two_plans_for_the_same_piece_give_it_back_once(self, till, shift, e1):
        plans = [till.refunding.plan(found(till, e1), TWO, MANAGER) for _ in range(2)]
        refund(till, plans[0], shift)
        refused("refund.more_than_sold", refund, till, plans[1], shift)


class TestApproval:
    def test_a_cashier_needs_a_manager_and_both_are_journalled(self, till, shift, e1):
        plan = till.refunding.plan(found(till, e1), TWO, CASHIER)
        assert plan.needs_approval
        refused("permission.needs_approval", refund, till, plan, shift, CASHIER)
        approval = approved(till, plan.quote.net)
        done = refund(till, plan, shift, CASHIER, approval)
        assert done.refund.approval_id == approval.id
        data = till.facts("ApprovalData")[0].data
        assert (data.requested_by_name, data.approval.approved_by_name) == ("张敏", "周店长")

    def test_an_approval_is_good_for_its_amount_only(self, till, shift, e1):
        plan = till.refunding.plan(found(till, e1), TWO, CASHIER)
        small = approved(till, plan.quote.net - 1)
        refused("permission.needs_approval", refund, till, plan, shift, CASHIER, small)

    def test_a_manager_needs_nobody(self, till, e1):
        assert not till.refunding.plan(found(till, e1), TWO, MANAGER).needs_approval

    def test_a_shop_may_let_cashiers_refund_small_amounts_in_time(self, tmp_path):
        for till in counter(tmp_path, Settings(refund_approval_above=500)):
            shift = till.open_shift()
            sale = sold(till, order(till, COLA), shift).sale
            assert not till.refunding.plan(found(till, sale), ONE, CASHIER).needs_approval
            till.clock.advance_ms(7 * DAY_MS + 1)
            plan = till.refunding.plan(found(till, sale), ONE, CASHIER)
            assert plan.needs_approval

    def test_a_reason_and_a_shift_are_needed(self, till, shift, e1):
        plan = till.refunding.plan(found(till, e1), TWO, MANAGER)
        refused("refund.needs_reason", till.refunding.refund, plan, " ", None, MANAGER, shift)
        refused("shift.not_open", till.refunding.refund, plan, "x", None, MANAGER, None)


class TestFinding:
    def test_what_was_returned_elsewhere_counts(self, till, shift, e1):
        elsewhere = FindSaleReply(request_id="r", sale=e1, returned=((1, QUANTITY_ONE),))
        refundable = found(till, e1, elsewhere)
        assert (refundable.local, refundable.confirmed) == (True, True)
        assert refundable.returned == {1: QUANTITY_ONE}
        refused("refund.more_than_sold", till.refunding.quote, refundable, ONE)

    def test_a_sale_of_another_till_comes_from_central(self, till, tmp_path, shift, e1):
        for other in counter(tmp_path / "other"):
            other_shift = other.open_shift()
            reply = FindSaleReply(request_id="r", sale=e1, sold_at_ms=other.clock.wall_ms())
            refundable = found(other, e1, reply)
            assert not refundable.local
            plan = other.refunding.plan(refundable, TWO, MANAGER)
            done = refund(other, plan, other_shift)
            assert done.refund.sale_receipt_number == e1.receipt_number
            again = found(other, e1, reply)
            plan = other.refunding.plan(again, TWO, MANAGER)
            refused("refund.more_than_sold", refund, other, plan, other_shift)

    def test_a_number_that_nobody_knows_is_refused(self, till):
        till.central.will("find_sale", NOT_THERE)
        refused("refund.no_such_sale", till.refunding.find, "A99-1-000001")
        till.go_offline()
        refused("refund.needs_connection", till.refunding.find, "A99-1-000001")

    @pytest.mark.parametrize(
        "error", [Unavailable("central.unreachable"), OutcomeUnknown("central.no_answer")]
    )
    def test_our_own_sale_is_found_while_central_does_not_answer(self, till, e1, error):
        refundable = found(till, e1, error)
        assert (refundable.local, refundable.confirmed) == (True, False)

    def test_the_number_is_read_as_it_is_typed(self, till, e1):
        till.go_offline()
        assert till.refunding.find(f" {e1.receipt_number.lower()} ").sale == e1


class TestOffline:
    def test_a_cash_sale_of_this_till_is_given_back(self, till, shift):
        till.go_offline()
        sale = sold(till, order(till, PANDA, UMBRELLA), shift).sale
        plan = till.refunding.plan(till.refunding.find(sale.receipt_number), TWO, MANAGER)
        refund(till, plan, shift)
        assert till.facts("RefundData")[0].data.offline is True

    def test_anything_but_cash_waits_for_central(self, till, shift, e1):
        till.go_offline()
        refundable = till.refunding.find(e1.receipt_number)
        refused("refund.needs_connection", till.refunding.plan, refundable, TWO, MANAGER)


class TestExternal:
    @pytest.fixture
    def paid_by_card(self, till, shift):
        return sold(till, pay_card(till, order(till), 15_000), shift).sale

    def _committed(self, till, shift, sale):
        plan = till.refunding.plan(found(till, sale), ONE, MANAGER)
        return refund(till, plan, shift)

    def test_the_card_gets_its_part_back_after_the_commit(self, till, shift, paid_by_card):
        done = self._committed(till, shift, paid_by_card)
        (leg,) = done.legs
        assert (leg.amount, leg.is_refund, leg.channel) == (15_000, True, "card")
        assert till.terminal.money_taken() == 15_000
        assert till.refunding.pay_back(leg, MANAGER, shift) == RefundPaid(leg)
        assert till.terminal.money_taken() == 0
        assert till.paying.open_legs() == ()

    def test_after_a_crash_the_next_start_pays_it_back_once(self, till, shift, paid_by_card):
        (leg,) = self._committed(till, shift, paid_by_card).legs
        again = wired(till.folder, till.clock, till.store, till.cache, station(till.folder))
        assert again.paying.open_legs() == (leg,)
        assert again.refunding.pay_back(leg, MANAGER, shift) == RefundPaid(leg)
        assert again.refunding.pay_back(leg, MANAGER, shift) == RefundPaid(leg)
        assert again.terminal.money_taken() == 0

    @pytest.mark.parametrize("script", [Script.UNPLUGGED, Script.STAYS_UNKNOWN])
    def test_without_a_clear_answer_it_stays_open(self, till, shift, paid_by_card, script):
        (leg,) = self._committed(till, shift, paid_by_card).legs
        till.terminal.script = script
        assert isinstance(till.refunding.pay_back(leg, MANAGER, shift), RefundUnknown)
        (attempt,) = till.store.attempts.open()
        assert (attempt.kind, attempt.id) == (AttemptKind.REFUND, leg.id)

    def test_the_shift_counts_it_for_the_acquirer_and_marks_it_while_it_is_open(
        self, till, shift, paid_by_card
    ):
        (leg,) = self._committed(till, shift, paid_by_card).legs
        (drawer,) = till.drawers.known().open
        x = till.drawers.x(shift.id, MANAGER)
        assert _acquirers(x) == [("card", 1), ("refund_count", 1), ("refund_open", 15_000)]
        assert till.refunding.pay_back(leg, MANAGER, shift) == RefundPaid(leg)
        x = till.drawers.x(shift.id, MANAGER)
        assert _acquirers(x) == [("card", 1), ("refund_count", 1)]
        (counted,) = till.store.shifts.sums(drawer.shift.id).acquirers
        assert (counted.taken, counted.given_back, counted.net) == (15_000, 15_000, 0)

    def test_an_open_refund_blocks_no_charge(self, till, shift, paid_by_card):
        self._committed(till, shift, paid_by_card)
        sold(till, pay_card(till, order(till), 100), shift)

    def test_a_refusal_for_good_is_journalled_for_a_person(self, till, shift, paid_by_card):
        (leg,) = self._committed(till, shift, paid_by_card).legs
        till.terminal.script = Script.DECLINED
        result = till.refunding.pay_back(leg, MANAGER, shift)
        assert result == RefundDeclined(leg, "terminal.declined")
        assert till.audits() == ["refund.external_failed"]
        assert till.paying.open_legs() == ()

    def test_a_rule_of_the_terminal_is_a_refusal_for_good(
        self, till, shift, paid_by_card, monkeypatch
    ):
        (leg,) = self._committed(till, shift, paid_by_card).legs
        monkeypatch.setattr(till.terminal, "refund", _exceeds)
        result = till.refunding.pay_back(leg, MANAGER, shift)
        assert result == RefundDeclined(leg, "terminal.refund_exceeds")


def _acquirers(x):
    """The rows of the channels, without the sum and the note below them."""
    (block,) = (each for each in x.blocks if each.key == "acquirers")
    return [
        (row.name.tender[1] if row.name.tender else row.name.key, row.cells[0].value)
        for row in block.rows[:-2]
    ]


def _exceeds(*_args):
    raise Refused("terminal.refund_exceeds", left=0)
