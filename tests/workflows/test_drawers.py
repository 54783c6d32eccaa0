"""Several drawers and cashiers at one till: switched, taken over, put aside, counted later; X."""

from dataclasses import replace

import pytest

from posapp.app.devices import simulated_specs
from posapp.devices.simulated_printer import PrinterFault
from posapp.devices.station import Station
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart, ManualReduction
from posapp.domain.ids import SaleId
from posapp.domain.permissions import PRESETS, Role, Staff
from posapp.domain.shift import CashMoveKind, chain_holds
from posapp.domain.shift_figures import ExceptionKind
from posapp.domain.z_blocks import CellKind
from posapp.errors import Refused, Unavailable
from posapp.workflows.no_sale import NoSale
from posapp.workflows.printing import Printing
from tests.workflows.counter import CASHIER, GOODS, MANAGER, at_once
from tests.workflows.orders import order, pay_card, sold
from tests.workflows.test_shifts import pieces, refused

LI = Staff(
    id="staff-2", number="1025", name="李", role=Role.CASHIER, permissions=PRESETS[Role.CASHIER]
)


def amounts(shown):
    return [
        cell.value
        for block in shown.blocks
        for row in block.rows
        for cell in row.cells
        if cell.kind is CellKind.AMOUNT
    ]


def test_two_cashiers_switch_between_their_drawers_and_each_is_counted_alone(till):
    first = till.shifts.open(10_000, CASHIER)
    second = till.shifts.open(5_000, LI, "2")
    assert till.shifts.current() == second
    sold(till, order(till), second)
    assert till.drawers.use(first.id, CASHIER) == first == till.shifts.current()
    sold(till, order(till), first)
    sold(till, order(till), first)
    one = till.shifts.close(pieces(10_000 + 40_000), "", CASHIER)
    assert till.shifts.current() == second
    two = till.shifts.close(pieces(5_000 + 20_000), "", LI, shift_id=second.id)
    assert [(z.number, z.sums.sale_count, z.difference) for z in (one, two)] == [
        (1, 2, 0),
        (2, 1, 0),
    ]
    assert chain_holds((one, two))
    assert (two.heading.drawer, two.counted_by) == ("2", "李")


def test_a_drawer_has_one_shift_and_the_free_ones_are_known(till):
    till.shifts.open(0, CASHIER)
    assert refused("shift.already_open", till.shifts.open, 0, LI).params == {"drawer": "1"}
    known = till.drawers.known()
    assert known.free == ("2", "3", "4")
    assert (known.in_use, known.of(LI)) == (known.open[0], None)
    assert known.of(CASHIER).shift.drawer == "1"


def test_a_drawer_put_aside_is_sold_into_no_more_and_counted_after_the_next_ones(till):
    """The number of a Z follows from when it was counted: no gap, whichever drawer was first."""
    first = till.shifts.open(10_000, CASHIER)
    sold(till, order(till), first)
    till.drawers.put_aside(first.id, CASHIER)
    assert till.shifts.current() is None
    refused("shift.not_open", till.shifts.move, CashMoveKind.CASH_IN, 100, "x", CASHIER)
    second = till.shifts.open(0, LI, "2")
    sold(till, order(till), second)
    z1 = till.shifts.close(pieces(20_000), "", LI)
    z2 = till.shifts.close(pieces(30_000), "", CASHIER, shift_id=first.id)
    assert [z1.number, z2.number] == [1, 2]
    assert z2.put_aside_ms is not None
    assert z2.previous_digest == z1.digest
    assert till.drawers.known().open == ()


def test_a_drawer_put_aside_is_for_its_person_or_a_manager(till):
    first = till.shifts.open(0, CASHIER)
    assert refused("drawer.only_holder", till.drawers.put_aside, first.id, LI).params == {
        "name": "张敏"
    }
    till.drawers.put_aside(first.id, CASHIER)
    refused("drawer.only_holder", till.drawers.use, first.id, LI)
    refused("drawer.only_holder", till.shifts.close, {}, "", LI, shift_id=first.id)
    assert till.shifts.close({}, "", MANAGER, shift_id=first.id).counted_by == "周店长"


def test_what_the_till_is_busy_with_keeps_no_drawer_put_aside_from_its_count(till):
    first = till.shifts.open(0, CASHIER)
    till.drawers.put_aside(first.id, CASHIER)
    till.shifts.open(0, LI, "2")
    draft = replace(till.selling.new_draft(), cart=order(till).priced.cart)
    till.selling.save_draft(draft)
    refused("shift.not_finished", till.shifts.close, {}, "", LI)
    assert till.shifts.close({}, "", CASHIER, shift_id=first.id).number == 1
    refused("drawer.not_finished", till.drawers.put_aside, till.shifts.current().id, LI)


def test_a_drawer_taken_over_is_counted_by_the_new_one_and_who_sold_what_is_kept(till):
    shift = till.shifts.open(0, CASHIER)
    sold(till, order(till), shift)
    till.drawers.use(shift.id, LI)
    assert till.drawers.known().of(LI).shift == shift
    fact = till.facts("AuditData")[-1]
    assert (fact.data.action, fact.head.actor.name) == ("drawer.take_over", "李")
    z = till.shifts.close(pieces(20_000), "", LI)
    assert [(each.name, each.net_sales) for each in z.sums.cashiers] == [("张敏", 20_000)]


def test_every_count_is_in_the_z_until_one_is_accepted(till):
    till.shifts.open(10_000, CASHIER)
    for count in (9_000, 9_500):
        refused("shift.difference_needs_reason", till.shifts.close, pieces(count), "", CASHIER)
    z = till.shifts.close(pieces(9_500), "找零误差", CASHIER)
    assert (z.earlier_counts, z.recounts) == ((9_000,), 1)
    till.shifts.open(10_000, CASHIER)
    refused("shift.difference_needs_reason", till.shifts.close, pieces(1), "", CASHIER)
    assert till.shifts.close(pieces(10_000), "", CASHIER).earlier_counts == (1,)


def test_a_count_that_comes_with_its_reason_is_remembered_as_well(till):
    till.shifts.open(10_000, CASHIER)
    refused("shift.difference_needs_reason", till.shifts.close, pieces(9_000), "", CASHIER)
    z = till.shifts.close(pieces(9_990), "找零误差", CASHIER)
    assert z.earlier_counts == (9_000,)
    assert [each.data.amount for each in till.facts("AuditData")] == [9_000, 9_990]


def test_a_safe_drop_leaves_the_drawer_and_is_a_row_of_its_own(till):
    till.shifts.open(50_000, CASHIER)
    refused(
        "permission.needs_approval", till.shifts.move, CashMoveKind.DROP, 30_000, "大钞", CASHIER
    )
    till.shifts.move(CashMoveKind.DROP, 30_000, "大钞", MANAGER)
    assert till.store.prints.pending()[-1].open_drawer
    z = till.shifts.close(pieces(20_000), "", CASHIER)
    assert (z.sums.cash_dropped, z.sums.cash_out, z.difference) == (30_000, 0, 0)


class TestPulses:
    """Drawer 1 hangs on pin 2 of the receipt printer, drawer 2 on pin 5, drawer 3 nowhere."""

    @pytest.fixture
    def two(self, till):
        specs = simulated_specs(till.folder, ways="1 printer; 2 printer@5")
        station = Station(specs, at_once)
        yield Printing(till.store.prints, station, till.desk, till.paper), station.printer
        station.close()

    def opened(self, printer):
        return printer.drawer.opens, printer.second_drawer.opens

    def test_a_sale_opens_the_drawer_that_it_was_taken_in_and_no_other(self, till, two):
        printing, printer = two
        sold(till, order(till), till.shifts.open(0, CASHIER))
        sold(till, order(till), till.shifts.open(0, LI, "2"))
        assert printing.print_pending().printed == 2
        assert self.opened(printer) == (1, 1)
        assert printing.print_pending().printed == 0
        till.shifts.move(CashMoveKind.CASH_IN, 100, "x", LI)
        printing.print_pending()
        assert self.opened(printer) == (1, 2)

    def test_a_paper_that_comes_late_opens_its_own_drawer_and_only_once(self, till, two):
        printing, printer = two
        sold(till, order(till), till.shifts.open(0, LI, "2"))
        printer.fault = PrinterFault.UNPLUGGED
        printing.print_pending()
        till.shifts.open(0, CASHIER)
        printer.fault = PrinterFault.NONE
        assert printing.print_pending().printed == 1
        assert self.opened(printer) == (0, 1)

    @pytest.mark.parametrize("before", [True, False])
    def test_a_drawer_apart_from_the_paper_opens_before_or_after_it(self, till, two, before):
        printing, printer = two
        till.desk.use(replace(till.desk.settings, drawer_before_receipt=before))
        sold(till, order(till), till.shifts.open(0, LI, "2"))
        seen = []
        printer.second_drawer.watch(lambda: seen.append(len(printer.jobs)))
        assert printing.print_pending().printed == 1
        assert seen == [1 if before else 2], "the pulse by itself is a job, too"

    def test_opening_without_a_sale_opens_the_one_in_use(self, till, two):
        printing, printer = two
        till.shifts.open(0, CASHIER)
        second = till.shifts.open(0, LI, "2")
        NoSale(till.store.outbox, printing, till.desk).open("换零", MANAGER, second)
        assert self.opened(printer) == (0, 1)

    def test_a_drawer_that_hangs_nowhere_opens_nothing_and_its_paper_comes_out(self, till, two):
        printing, printer = two
        third = till.shifts.open(0, LI, "3")
        sold(till, order(till), third)
        assert printing.print_pending().printed == 1
        with pytest.raises(Unavailable) as refusal:
            printing.open_drawer("3")
        assert refusal.value.key == "drawer.not_attached"
        assert (self.opened(printer), len(printer.jobs)) == ((0, 0), 1)


class TestX:
    def test_whoever_will_count_is_not_told_what_should_be_there(self, till):
        shift = till.shifts.open(50_000, CASHIER)
        sold(till, order(till), shift)
        shown = till.drawers.x(shift.id, CASHIER)
        assert shown.blind
        assert amounts(shown) == []
        mine = till.shifts.open(1_000, MANAGER, "2")
        assert till.drawers.x(mine.id, MANAGER).blind

    def test_a_manager_sees_it_and_it_is_the_same_again(self, till):
        shift = till.shifts.open(50_000, CASHIER)
        sold(till, order(till), shift)
        shown = till.drawers.x(shift.id, MANAGER)
        assert not shown.blind
        assert 70_000 in amounts(shown)
        assert till.drawers.x(shift.id, MANAGER) == shown

    def test_whoever_saw_what_should_be_there_leaves_the_count_to_another(self, till):
        shift = till.shifts.open(50_000, CASHIER)
        for _ in range(2):
            till.drawers.x(shift.id, MANAGER)
        seen = [fact for fact in till.facts("AuditData") if fact.data.action == "report.x_seen"]
        assert [(each.head.actor.id, each.data.subject) for each in seen] == [
            (MANAGER.id, shift.id)
        ]
        refused("drawer.saw_expected", till.shifts.close, pieces(50_000), "", MANAGER)
        till.drawers.put_aside(shift.id, MANAGER)
        refused("drawer.saw_expected", till.shifts.close, {}, "", MANAGER, shift_id=shift.id)
        z = till.shifts.close(pieces(50_000), "", CASHIER, shift_id=shift.id)
        assert not z.counter_saw

    def test_a_printed_x_was_seen_as_well_and_taking_over_does_not_make_blind_again(self, till):
        shift = till.shifts.open(50_000, CASHIER)
        till.drawers.print_x(shift.id, MANAGER)
        till.drawers.use(shift.id, MANAGER)
        refused("drawer.saw_expected", till.shifts.close, pieces(50_000), "", MANAGER)

    def test_who_asks_while_counting_is_told_nothing_and_may_go_on(self, till):
        shift = till.shifts.open(50_000, CASHIER)
        assert till.drawers.x(shift.id, MANAGER, counting=True).blind
        till.drawers.print_x(shift.id, MANAGER, counting=True)
        assert not till.shifts.close(pieces(50_000), "", MANAGER).counter_saw

    def test_where_nobody_else_may_count_the_z_says_that_it_was_not_blind(self, till):
        shift = till.shifts.open(50_000, CASHIER)
        till.drawers.x(shift.id, MANAGER)
        others = [each.id for each in till.store.staff.all() if each.id != MANAGER.id]
        till.store.staff.remove(others)
        z = till.shifts.close(pieces(50_000), "", MANAGER)
        assert z.counter_saw
        keys = [row.name.key for block in till.shifts.rows(z) for row in block.rows]
        assert "counter_saw" in keys
        assert chain_holds((z,))

    def test_it_prints_without_being_the_last_receipt(self, till):
        shift = till.shifts.open(0, CASHIER)
        sold(till, order(till), shift)
        last = till.store.prints.last().receipt_number
        till.drawers.print_x(shift.id, CASHIER)
        assert till.store.prints.pending()[-1].kind == "shift_x"
        assert till.store.prints.last().receipt_number == last
        with pytest.raises(Refused, match=r"shift.not_open"):
            till.drawers.x("gone", CASHIER)


def test_what_was_unusual_stands_in_the_z_by_kind_and_name(till):
    shift = till.shifts.open(0, CASHIER)
    sold(till, order(till), shift)
    till.printing.reprint_last(LI, shift)
    with pytest.raises(Refused):
        till.signing_in.sign_in(CASHIER.number, "000000", shift)
    till.go_offline()
    sold(till, order(till), shift)
    z = till.shifts.close(pieces(40_000), "", CASHIER)
    found = {(each.kind, each.staff_name): each.count for each in z.sums.exceptions}
    assert found[ExceptionKind.REPRINT, "李"] == 1
    assert found[ExceptionKind.SIGN_IN_FAILED, CASHIER.number] == 1
    assert found[ExceptionKind.OFFLINE_SALE, "张敏"] == 1
    assert sum(each.count for each in z.sums.quarters) == 2
    assert z.sums.ties


def reduced(till, *lines, whole=None):
    """An order of as many goods as reductions, and perhaps one of all of it."""
    basket = Cart()
    for product, manual in zip(GOODS, lines, strict=False):
        basket, line = carts.add(basket, product)
        basket = carts.reduce_line(basket, line, manual)
    basket = carts.reduce_order(basket, whole)
    return payments.start(SaleId(till.desk.new_id()), till.selling.price(basket), "CNY")


def test_what_a_person_took_off_is_counted_as_what_it_was_and_once(till):
    shift = till.shifts.open(0, MANAGER)
    share = ManualReduction(basis_points=1_000, reason="破损")
    amount = ManualReduction(amount=100, reason="店庆")
    for payment in (reduced(till, share, amount), reduced(till, None, None, None, whole=share)):
        till.paying.complete(till.paying.take_cash(payment, payment.net), MANAGER, shift)
    sums = till.store.shifts.sums(shift.id)
    found = {each.kind: (each.count, each.amount) for each in sums.exceptions}
    assert found[ExceptionKind.PRICE_CHANGE] == (1, 100)
    assert found[ExceptionKind.MANUAL_DISCOUNT] == (2, 2_000 + 3_050)
    cuts = dict(sums.reductions)
    assert (cuts["line_discount"], cuts["order_discount"], cuts["manual"]) == (2_000, 3_050, 100)
    assert sums.list_total - sum(cuts.values()) == sums.net


def test_the_goods_of_a_shift_stand_in_its_z_and_in_an_x_for_who_may(till):
    shift = till.shifts.open(0, CASHIER)
    for _ in range(2):
        sold(till, order(till), shift)
    keys = [block.key for block in till.drawers.x(shift.id, MANAGER).blocks]
    assert "goods" in keys
    (best,) = till.shifts.close(pieces(40_000), "", CASHIER).sold_most
    assert (best.code, best.quantity, best.net) == ("A", 2_000, 40_000)


def test_what_is_paid_and_no_sale_yet_is_no_payment_without_a_result(till):
    shift = till.shifts.open(0, CASHIER)
    paid = pay_card(till, order(till), 5_000)
    report = till.drawers.x(shift.id, MANAGER)
    names = [(row.name.key, row.name.after) for block in report.blocks for row in block.rows]
    assert paid.tenders
    assert ("unknown", "0") in names
    assert ("unbooked", "1") in names
