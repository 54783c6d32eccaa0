"""Paper comes out once, whatever happens to the printer; the sale stands."""

from dataclasses import replace

import pytest

from posapp.devices.registry import Port
from posapp.devices.simulated_printer import PrinterFault, pulses_in
from posapp.devices.station import Station
from posapp.errors import Refused
from posapp.offline.entries import PrintState
from posapp.offline.keys import new_keys
from posapp.offline.till_store import TillStore
from posapp.workflows.printing import PrintRound
from tests.workflows.counter import CASHIER, MANAGER, at_once, enrolled, wired
from tests.workflows.orders import order, pay_card, sold


@pytest.fixture
def shift(till):
    return till.open_shift()


def test_what_is_due_comes_out_once_and_in_order(till, shift):
    numbers = [sold(till, order(till), shift).sale.receipt_number for _ in range(2)]
    assert till.printing.print_pending() == PrintRound(printed=2)
    assert till.printing.print_pending() == PrintRound()
    assert len(till.printer.jobs) == 2
    assert [till.store.prints.of_receipt(n).state for n in numbers] == [PrintState.PRINTED] * 2


def test_only_cash_opens_the_drawer(till, shift):
    sold(till, pay_card(till, order(till), 20_000), shift)
    till.printing.print_pending()
    assert till.drawer.opens == 0
    sold(till, order(till), shift)
    till.printing.print_pending()
    assert till.drawer.opens == 1


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (PrinterFault.PAPER_OUT, "printer.paper_out"),
        (PrinterFault.COVER_OPEN, "printer.cover_open"),
        (PrinterFault.UNPLUGGED, "printer.unreachable"),
    ],
)
def test_a_paper_that_cannot_come_out_stays_due_and_comes_later_once(till, shift, fault, key):
    sold(till, order(till), shift)
    sold(till, order(till), shift)
    till.printer.fault = fault
    assert till.printing.print_pending() == PrintRound(printed=0, waiting=2, key=key)
    till.printer.fault = PrinterFault.NONE
    assert till.printing.print_pending() == PrintRound(printed=2)
    assert len(till.printer.jobs) == 2


def test_without_paper_the_drawer_opens_all_the_same_and_only_once(till, shift):
    sold(till, order(till), shift)
    till.printer.fault = PrinterFault.PAPER_OUT
    till.printing.print_pending()
    till.printing.print_pending()
    assert till.drawer.opens == 1
    till.printer.fault = PrinterFault.NONE
    till.printing.print_pending()
    assert till.drawer.opens == 1
    assert pulses_in(till.printer.jobs[0].data) == 0


def test_while_paper_is_missing_the_drawer_opens_for_each_sale(till, shift):
    till.printer.fault = PrinterFault.PAPER_OUT
    for opens in (1, 2):
        sold(till, order(till), shift)
        till.printing.print_pending()
        assert till.drawer.opens == opens
    till.printer.fault = PrinterFault.NONE
    assert till.printing.print_pending().printed == 2
    assert till.drawer.opens == 2


class TestPulseAlone:
    """A shop that prints no receipts: a sale for cash is a pulse and no paper."""

    @pytest.fixture
    def silent(self, till, shift):
        till.desk.use(replace(till.desk.settings, print_receipts="never"))
        sold(till, order(till), shift)
        return till

    def test_a_paper_that_cannot_come_out_keeps_no_drawer_shut(self, silent):
        silent.drawers.print_x(silent.shifts.current().id, CASHIER)
        silent.printer.fault = PrinterFault.PAPER_OUT
        sold(silent, order(silent), silent.shifts.current())
        assert silent.printing.print_pending().waiting == 1
        assert silent.drawer.opens == 2

    def test_a_drawer_that_does_not_answer_is_not_opened_when_nobody_waits_any_more(self, silent):
        silent.drawer.unplugged = True
        assert silent.printing.print_pending() == PrintRound()
        silent.drawer.unplugged = False
        assert silent.printing.print_pending() == PrintRound()
        assert silent.drawer.opens == 0
        assert silent.printing.asked() == ()


def test_a_drawer_that_does_not_answer_opens_with_its_paper(till, shift):
    sold(till, order(till), shift)
    till.printer.fault = PrinterFault.PAPER_OUT
    till.drawer.unplugged = True
    till.printing.print_pending()
    till.drawer.unplugged = False
    till.printer.fault = PrinterFault.NONE
    till.printing.print_pending()
    assert till.drawer.opens == 1


def test_a_lost_answer_is_asked_about_never_printed_again_by_itself(till, shift):
    sold(till, order(till), shift)
    till.printer.fault = PrinterFault.REPLY_LOST
    assert till.printing.print_pending().key == "printer.outcome_unknown"
    till.printer.fault = PrinterFault.NONE
    assert till.printing.print_pending() == PrintRound()
    (job,) = till.printing.asked()
    till.printing.answer_asked(job.id, did_print=False)
    assert till.printing.print_pending() == PrintRound(printed=1)
    assert till.printing.asked() == ()


def test_a_crash_during_printing_is_asked_about_at_the_next_start(tmp_path, till):
    keys, folder = new_keys(), tmp_path / "crash"
    store = TillStore.open(folder, keys, till.clock, ballast_bytes=4_096)
    enrolled(store)
    first = wired(tmp_path, till.clock, store, till.cache, till.station)
    sold(first, order(first), first.open_shift())
    store.prints.mark_printing(store.prints.pending()[0].id)
    store.close()
    again = TillStore.open(folder, keys, till.clock, ballast_bytes=4_096)
    second = wired(tmp_path, till.clock, again, till.cache, till.station)
    assert second.printing.print_pending() == PrintRound()
    (job,) = second.printing.asked()
    second.printing.answer_asked(job.id, did_print=True)
    assert second.printing.asked() == ()
    again.close()


def test_a_kill_right_after_the_commit_with_paper_out_prints_one_original(tmp_path, till):
    keys, folder = new_keys(), tmp_path / "kill"
    store = TillStore.open(folder, keys, till.clock, ballast_bytes=4_096)
    enrolled(store)
    first = wired(tmp_path, till.clock, store, till.cache, till.station)
    till.printer.fault = PrinterFault.PAPER_OUT
    sale = sold(first, order(first), first.open_shift()).sale
    store.close()
    till.printer.fault = PrinterFault.NONE
    again = TillStore.open(folder, keys, till.clock, ballast_bytes=4_096)
    second = wired(tmp_path, till.clock, again, till.cache, till.station)
    assert second.printing.print_pending() == PrintRound(printed=1)
    assert second.printing.print_pending() == PrintRound()
    assert [job.data.count(b"COPY") for job in till.printer.jobs] == [0]
    assert second.store.sales.last().sale == sale
    again.close()


def test_a_till_without_a_printer_sells_and_keeps_its_papers(till, shift):
    bare = Station([], at_once)
    assert not bare.has(Port.PRINTER)
    without = wired(till.folder, till.clock, till.store, till.cache, bare)
    sold(without, order(without), shift)
    assert without.printing.print_pending() == PrintRound(waiting=1, key="device.absent")


class TestReprint:
    def test_a_copy_says_so_with_time_and_name_and_opens_no_drawer(self, till, shift):
        sale = sold(till, order(till), shift).sale
        till.printing.print_pending()
        job = till.printing.reprint_last(MANAGER, shift)
        assert job.copy_of == sale.receipt_number
        mark = job.document.copy
        assert ("COPY" in mark.words, mark.by) == (True, MANAGER.name)
        assert mark.at.startswith("2026-11-21 ")
        till.printing.print_pending()
        assert till.drawer.opens == 1
        assert till.audits() == ["reprint"]

    def test_a_copy_of_a_copy_is_a_copy_of_the_original(self, till, shift):
        sale = sold(till, order(till), shift).sale
        till.printing.reprint_last(CASHIER, shift)
        again = till.printing.reprint(sale.receipt_number, CASHIER, shift)
        assert again.copy_of == sale.receipt_number
        assert till.store.shifts.sums(shift.id).reprints == 2

    def test_there_must_be_something_to_copy(self, till):
        for call in (
            lambda: till.printing.reprint_last(CASHIER, None),
            lambda: till.printing.reprint("A03-1-000009", CASHIER, None),
        ):
            with pytest.raises(Refused) as refusal:
                call()
            assert refusal.value.key == "print.nothing_yet"
