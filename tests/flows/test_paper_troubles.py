"""The printer in trouble: a sale never waits for it, and one original comes out, not two."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posapp.demo.paper.interpreter import interpret
from posapp.devices.simulated_printer import PrinterFault
from posapp.domain.own_codes import receipt_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done
from tests.flows.shop import CASHIER, COLA


def sell(shop):
    """One cola in cash; paid exactly, the till is back at the order by itself."""
    shop.counter.scanner.scan(COLA)
    shop.hand.wait_lines(1)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Return")
    shop.hand.wait_phase(Done)
    sale = shop.pay.state.phase.committed.sale
    shop.until(lambda: shop.window.layers.page is shop.window.surface(Place.SELL), "sell")
    return sale


def papers_of(shop, sale):
    documents = [interpret(job.data) for job in shop.papers]
    return [d for d in documents if receipt_code(sale.receipt_number) in d.codes]


def wait_for_papers(shop, sale, count):
    shop.until(lambda: len(papers_of(shop, sale)) == count, f"{count} papers", 20)


@pytest.fixture
def slow(shop):
    """A printer that is not done before `slow` is set."""
    printer = shop.counter.printer
    shop.until(lambda: not shop.stores.till.prints.pending(), "nothing to print")
    gate, kept = threading.Event(), (printer._closing, printer._slow_s)
    printer._closing, printer._slow_s = gate, 60.0
    printer.fault = PrinterFault.SLOW
    yield gate
    printer.fault = PrinterFault.NONE
    gate.set()
    printer._closing, printer._slow_s = kept


def test_sales_do_not_wait_for_a_slow_printer(shop, slow):
    first, second = sell(shop), sell(shop)
    assert papers_of(shop, first) == papers_of(shop, second) == []
    slow.set()
    wait_for_papers(shop, first, 1)
    wait_for_papers(shop, second, 1)
    numbers = [code for job in shop.papers for code in interpret(job.data).codes]
    assert numbers[-2:] == [receipt_code(s.receipt_number) for s in (first, second)]


@pytest.mark.parametrize("fault", [PrinterFault.PAPER_OUT, PrinterFault.UNPLUGGED])
def test_without_paper_the_drawer_opens_for_the_change_and_the_receipt_comes_later(shop, fault):
    shop.counter.printer.fault = fault
    opened = shop.counter.drawer.opens
    sale = sell(shop)
    shop.until(lambda: shop.counter.drawer.opens == opened + 1, "the drawer")
    assert papers_of(shop, sale) == []
    shop.counter.printer.fault = PrinterFault.NONE
    wait_for_papers(shop, sale, 1)
    (paper,) = papers_of(shop, sale)
    assert not any("补打" in row for row in paper.rows)
    assert shop.counter.drawer.opens == opened + 1


def test_a_reprint_says_so_and_opens_no_drawer(shop):
    sale = sell(shop)
    wait_for_papers(shop, sale, 1)
    opened = shop.counter.drawer.opens
    shop.robot.press("Ctrl+P")
    wait_for_papers(shop, sale, 2)
    original, copy = papers_of(shop, sale)
    assert not any("补打" in row for row in original.rows)
    assert any("补打" in row for row in copy.rows)
    assert (copy.pulses, shop.counter.drawer.opens) == (0, opened)
    audit = shop.stores.till.journal.newest("audit.v1", 1)[0]
    assert (audit.data.action, audit.data.subject) == ("reprint", sale.receipt_number)


@pytest.mark.parametrize(("answer", "papers"), [("safe", 1), ("confirm", 2)])
def test_a_lost_answer_of_the_printer_is_asked_about_and_never_guessed(shop, answer, papers):
    shop.counter.printer.fault = PrinterFault.REPLY_LOST
    sale = sell(shop)
    wait_for_papers(shop, sale, 1)
    shop.counter.printer.fault = PrinterFault.NONE
    shop.until(lambda: shop.window.top.objectName() == "health.asked", "the question")
    shop.robot.click(f"health.asked.{answer}")
    shop.until(lambda: not shop.stores.till.prints.asked(), "settled")
    wait_for_papers(shop, sale, papers)
    shop.idle()
    assert shop.window.top is shop.window.surface(Place.SELL)


def test_the_question_survives_a_locked_till(shop):
    shop.counter.printer.fault = PrinterFault.REPLY_LOST
    sale = sell(shop)
    wait_for_papers(shop, sale, 1)
    shop.counter.printer.fault = PrinterFault.NONE
    shop.until(lambda: shop.window.top.objectName() == "health.asked", "the question")
    shop.till_window.lock()
    shop.until(lambda: shop.window.top.objectName() != "health.asked", "locked")
    people = shop.till_window.presenters.sign_in
    shop.until(lambda: people.state.chosen is not None, "who stepped away")
    shop.robot.type(CASHIER.pin)
    shop.until(lambda: shop.window.top.objectName() == "health.asked", "the question again")
    shop.robot.click("health.asked.safe")
    shop.until(lambda: not shop.stores.till.prints.asked(), "settled")
    assert len(papers_of(shop, sale)) == 1


def test_the_second_enter_after_an_exact_payment_does_not_answer_the_question(shop):
    pressed = []

    def press_again(_question):
        pressed.append(True)
        QTest.keyClick(shop.window.windowHandle(), Qt.Key.Key_Return)

    layers, router = shop.window.layers, shop.till_window.router
    layers.surprised.connect(press_again)
    shop.counter.printer.fault = PrinterFault.REPLY_LOST
    sell(shop)
    shop.until(lambda: bool(pressed), "the question")
    shop.counter.printer.fault = PrinterFault.NONE
    layers.surprised.disconnect(press_again)
    shop.idle()
    assert shop.window.top.objectName() == "health.asked"
    assert len(shop.stores.till.prints.asked()) == 1
    shop.until(lambda: not router.is_shielding, "a moment to read it")
    shop.robot.press("Return")
    shop.until(lambda: not shop.stores.till.prints.asked(), "answered")
