"""One durable commit makes a sale; before it nothing is printed or shown as paid."""

from dataclasses import replace

import pytest

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart, ManualReduction
from posapp.domain.ids import SaleId
from posapp.domain.permissions import Approval, Permission
from posapp.domain.receipt import ReceiptKind
from posapp.domain.sale import Part, TenderKind
from posapp.domain.signed_off import SignedOff
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import AttemptState
from posapp.settings import Settings
from posapp.wire.facts import SaleData
from posapp.workflows.draft import Draft
from posapp.workflows.printing import PrintRound
from tests.workflows import replies
from tests.workflows.counter import (
    CASHIER,
    COLA,
    MANAGER,
    MANAGER_PIN,
    PANDA,
    WANG,
    counter,
    wired,
)
from tests.workflows.orders import e1_order, order, pay_card, pay_points, pay_value, sold

BEFORE_LIMIT_MS = 15 * 60_000


def refused(key: str, call, *args) -> None:
    with pytest.raises(Refused) as refusal:
        call(*args)
    assert refusal.value.key == key


def test_a_cash_sale_is_journalled_with_its_receipt_and_opens_the_drawer(till):
    shift = till.open_shift()
    done = till.paying.complete(till.paying.take_cash(order(till), 30_000), CASHIER, shift)
    fact = till.facts()[-1]
    assert isinstance(fact.data, SaleData)
    assert fact.data.sale == done.sale
    assert (fact.head.shift_id, fact.head.business_date) == (shift.id, shift.business_date)
    assert (fact.head.actor.id, fact.head.actor.name) == (CASHIER.id, CASHIER.name)
    job = till.store.prints.pending()[0]
    assert job.document.kind is ReceiptKind.SALE
    assert (job.open_drawer, done.open_drawer, done.sale.change) == (True, True, 10_000)


def test_e1_rung_by_hand_comes_out_to_the_fen(till):
    payment = pay_points(till, e1_order(till), 1_000)
    payment = pay_value(till, payment, 20_000)
    sale = sold(till, payment, till.open_shift(), WANG).sale
    totals = {column.part: column.total for column in sale.matrix}
    assert (totals[Part.PRINCIPAL], totals[Part.BONUS]) == (17_391, 2_609)
    assert (totals[Part.POINTS_VALUE], totals[Part.CASH]) == (1_000, 4_000)
    assert (sale.list_total, sale.net, sale.points_earned) == (30_000, 25_000, 213)


def test_without_a_shift_nothing_is_sold(till):
    payment = till.paying.take_cash(order(till), 20_000)
    refused("shift.not_open", till.paying.complete, payment, CASHIER, None)
    assert till.facts() == []


def test_what_is_not_settled_is_not_sold(till):
    shift = till.open_shift()
    payment = till.paying.take_cash(order(till), 19_999)
    refused("pay.not_settled", till.paying.complete, payment, CASHIER, shift)


def test_selling_needs_the_right_to_sell(till):
    shift = till.open_shift()
    nobody = replace(CASHIER, permissions=frozenset())
    payment = till.paying.take_cash(order(till), 20_000)
    refused("permission.needs_approval", till.paying.complete, payment, nobody, shift)


def test_committing_again_gives_the_same_sale_and_writes_nothing(till):
    shift = till.open_shift()
    payment = till.paying.take_cash(order(till), 20_000)
    first = till.paying.complete(payment, CASHIER, shift)
    assert till.paying.complete(payment, CASHIER, shift) == first
    assert len(till.facts("SaleData")) == 1
    assert len(till.store.prints.pending()) == 1


def test_committing_again_after_a_hold_gives_the_same_sale(till):
    shift = till.open_shift()
    payment = pay_value(till, order(till, member=WANG), 18_000)
    first = till.paying.complete(payment, CASHIER, shift)
    assert till.paying.complete(payment, CASHIER, shift).sale == first.sale


def test_a_full_disk_leaves_the_order_as_it_was(till, monkeypatch):
    shift = till.open_shift()
    payment = till.paying.take_cash(order(till), 20_000)
    with monkeypatch.context() as patch:
        patch.setattr(till.store.journal, "post", _no_room)
        with pytest.raises(Unavailable):
            till.paying.complete(payment, CASHIER, shift)
    assert till.store.prints.pending() == ()
    sale = till.paying.complete(payment, CASHIER, shift).sale
    assert sale.receipt_number == "A03-1-000001"


def _no_room(*_args):
    raise Unavailable("store.disk_full")


def test_a_sale_ends_its_draft(till):
    shift = till.open_shift()
    payment = till.paying.take_cash(order(till), 20_000)
    till.selling.save_draft(Draft(sale_id=payment.sale_id, cart=payment.priced.cart))
    till.paying.complete(payment, CASHIER, shift)
    assert till.selling.load_draft().cart == Cart()


def test_a_sale_without_central_says_so(till):
    shift = till.open_shift()
    till.go_offline()
    sold(till, order(till), shift)
    assert till.facts("SaleData")[0].data.offline is True


def test_an_order_that_costs_nothing_is_sold_without_a_tender(till):
    shift = till.open_shift()
    basket, key = carts.add(Cart(), _panda(till))
    basket = till.selling.reduce_line(
        basket, key, ManualReduction(basis_points=10_000, reason="赠送"), MANAGER, None
    )
    payment = payments.start(SaleId(till.desk.new_id()), till.selling.price(basket), "CNY")
    done = till.paying.complete(payment, MANAGER, shift)
    assert (done.sale.net, done.sale.tenders, done.open_drawer) == (0, (), False)


def _panda(till):
    return till.cache.product_by_code("A")


class TestManualReductions:
    def _reduced(self, till, manual):
        basket = order(till).priced.cart
        basket = replace(basket, lines=(replace(basket.lines[0], manual=manual),))
        payment = payments.start(SaleId(till.desk.new_id()), till.selling.price(basket), "CNY")
        return till.paying.take_cash(payment, payment.remaining)

    def test_a_reduction_that_nobody_approved_is_not_sold(self, till):
        shift = till.open_shift()
        payment = self._reduced(till, ManualReduction(amount=100, reason="x"))
        refused("permission.needs_approval", till.paying.complete, payment, CASHIER, shift)
        till.paying.complete(payment, MANAGER, shift)

    def test_an_approved_one_is(self, till):
        shift = till.open_shift()
        approved = ManualReduction(amount=100, reason="x", approval_id="ap-1")
        till.paying.complete(self._reduced(till, approved), CASHIER, shift)

    def test_reducing_asks_for_the_right_and_names_the_approval(self, till):
        basket = order(till).priced.cart
        manual = ManualReduction(amount=100, reason="破损")
        refused(
            "permission.needs_approval",
            till.selling.reduce_order,
            basket,
            manual,
            CASHIER,
            None,
        )
        approval = Approval(
            id="ap-1",
            action=Permission.REDUCE,
            requested_by=CASHIER.id,
            approved_by=MANAGER.id,
            approved_by_name=MANAGER.name,
            amount=100,
        )
        reduced = till.selling.reduce_order(basket, manual, CASHIER, approval)
        names = {"asked_by": CASHIER.name, "approved_by": MANAGER.name}
        approved = SignedOff(act="price_change", approval_id="ap-1", **names)
        assert reduced.manual == replace(manual, approval_id="ap-1", most=100, approved=approved)
        refused("approval.used", till.selling.reduce_line, basket, 1, manual, CASHIER, approval)
        other = replace(approval, id="ap-2")
        line = till.selling.reduce_line(basket, 1, manual, CASHIER, other).line(1)
        signed = replace(approved, approval_id="ap-2")
        assert line.manual == replace(manual, approval_id="ap-2", most=100, approved=signed)
        larger = replace(manual, amount=101)
        for call, args in (
            (till.selling.reduce_order, (basket, larger, CASHIER, replace(approval, id="ap-3"))),
            (till.selling.reduce_line, (basket, 1, larger, CASHIER, replace(approval, id="ap-3"))),
        ):
            refused("permission.needs_approval", call, *args)

    def test_a_share_of_an_order_that_grows_stays_within_what_was_approved(self, till):
        basket = order(till, COLA).priced.cart
        manual = ManualReduction(basis_points=5_000, reason="店庆")
        approval = till.approving.approve(
            Permission.REDUCE, 250, CASHIER, MANAGER.number, MANAGER_PIN, reason="店庆"
        )
        basket = till.selling.reduce_order(basket, manual, CASHIER, approval)
        basket, _ = carts.add(basket, PANDA)
        assert till.selling.price(basket).net == 20_250


class TestHoldsAgeing:
    def test_a_hold_older_than_fifteen_minutes_is_not_committed(self, till):
        shift = till.open_shift()
        payment = pay_value(till, order(till, member=WANG), 18_000)
        till.clock.advance_ms(BEFORE_LIMIT_MS)
        assert till.paying.too_old(payment) == ()
        till.clock.advance_ms(1)
        assert till.paying.too_old(payment) == payment.hold_ids
        refused("pay.hold_too_old", till.paying.complete, payment, CASHIER, shift)
        assert till.facts("SaleData") == []

    def test_setting_the_clock_does_not_age_a_hold(self, till):
        shift = till.open_shift()
        payment = pay_value(till, order(till, member=WANG), 18_000)
        till.clock.jump_wall_ms(24 * 3_600_000)
        till.paying.complete(payment, CASHIER, shift)

    def test_a_dropped_hold_is_released_and_the_order_can_be_paid_otherwise(self, till):
        shift = till.open_shift()
        payment = pay_value(till, order(till, member=WANG), 18_000)
        till.clock.advance_ms(BEFORE_LIMIT_MS + 1)
        till.central.will("release_hold", None)
        payment = till.paying.drop(payment, till.paying.too_old(payment)[0], CASHIER)
        sold(till, payment, shift)
        kinds = [type(fact.data).__name__ for fact in till.facts()]
        assert kinds == ["ShiftOpenData", "HoldReleaseData", "SaleData"]


class TestDropping:
    def test_cash_is_just_taken_off(self, till):
        payment = till.paying.take_cash(order(till), 5_000)
        assert till.paying.drop(payment, payment.tenders[0].id, CASHIER).tenders == ()

    def test_a_charge_is_reversed(self, till):
        payment = pay_card(till, order(till), 5_000)
        assert till.paying.drop(payment, payment.tenders[0].id, CASHIER).tenders == ()
        assert till.terminal.money_taken() == 0
        assert till.paying.open_legs() == ()


def test_receipts_can_be_switched_off_and_cash_opens_the_drawer_all_the_same(tmp_path):
    for till in counter(tmp_path, Settings(print_receipts="never")):
        shift = till.open_shift()
        sold(till, pay_card(till, order(till), 20_000), shift)
        assert till.store.prints.pending() == ()
        sold(till, order(till), shift)
        for _ in range(2):
            assert till.printing.print_pending() == PrintRound()
        assert (till.drawer.opens, till.printer.jobs) == (1, ())
        refused("print.nothing_yet", till.printing.reprint_last, CASHIER, shift)


def test_a_restart_releases_what_was_held_and_settles_nothing_else(till):
    shift = till.open_shift()
    done = pay_value(till, order(till, member=WANG), 18_000)
    till.paying.complete(done, CASHIER, shift)
    left = pay_value(till, order(till, member=WANG), 10_000)
    again = wired(till.folder, till.clock, till.store, till.cache, till.station)
    assert again.paying.too_old(left) == left.hold_ids
    assert again.paying.release_left_over_holds() == 1
    assert again.paying.release_left_over_holds() == 0
    release = till.facts("HoldReleaseData")[0]
    assert (release.data.hold_id, release.data.reason) == (left.hold_ids[0], "restart")
    assert release.head.actor.kind == "system"
    assert till.store.attempts.get(done.hold_ids[0]).state is AttemptState.SETTLED


def test_a_hold_that_the_order_did_not_use_is_released_with_it(till):
    shift = till.open_shift()
    payment = order(till, member=WANG)
    till.central.will("begin_hold", OutcomeUnknown("central.no_answer"), replies.pending)
    tender = till.paying.new_tender_id()
    till.paying.begin_stored_value(payment, tender, 100)
    sold(till, payment, shift, WANG)
    release = till.facts("HoldReleaseData")[0].data
    assert (release.hold_id, release.reason) == (tender, "not_used")
    assert till.store.attempts.open() == ()


def test_money_taken_by_card_is_never_left_off_the_sale(till):
    shift = till.open_shift()
    payment = order(till)
    pay_card(till, payment, 5_000)
    refused("pay.charge_not_counted", sold, till, payment, shift)


def test_any_mix_of_tenders_settles_one_sale(till):
    shift = till.open_shift()
    payment = till.paying.take_cash(e1_order(till), 1_000)
    payment = pay_card(till, payment, 5_000)
    payment = pay_points(till, payment, 1_000)
    payment = pay_value(till, payment, 8_000)
    sale = sold(till, payment, shift, WANG).sale
    kinds = [tender.kind for tender in sale.tenders]
    assert kinds == [
        TenderKind.POINTS,
        TenderKind.STORED_VALUE,
        TenderKind.EXTERNAL,
        TenderKind.CASH,
        TenderKind.CASH,
    ]
    assert till.paying.open_legs() == ()
