"""The worked example of the ledger rung by hand, and what a kill at the worst moment leaves."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from posapp.central.data_folder import DATABASE_FILE
from posapp.central.gateway.config import LEDGER_FILE
from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.demo.central_books import central_books
from posapp.demo.evidence import differences
from posapp.demo.paper.interpreter import interpret
from posapp.demo.sample import TILL_CODE
from posapp.demo.till_books import till_books
from posapp.devices.simulated_line import LinkFault
from posapp.domain.own_codes import receipt_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Unclear
from tests.flows.shop import CASHIER, cash_in_drawer, open_shop, pieces_of

ROOT = Path(__file__).parents[2]
MATRIX = [
    ("bonus", 1, 1_739),
    ("bonus", 2, 870),
    ("cash", 1, 2_667),
    ("cash", 2, 1_333),
    ("points", 1, 667),
    ("points", 2, 333),
    ("points_value", 1, 667),
    ("points_value", 2, 333),
    ("principal", 1, 11_594),
    ("principal", 2, 5_797),
]


def killed_at(point, root):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.flows.dies_at", point, str(root)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr


@contextmanager
def restarted(root, *, away=False):
    """The same folder, opened again by somebody who signs in; her shift is still open.

    `away`: central is out of reach when it is opened.
    """
    with open_shop(root) as shop:
        if away:
            shop.park.link.set_fault(LinkFault.GONE)
        assert shop.stores.till.journal.verify().holds
        people = shop.till_window.presenters.sign_in
        shop.until(lambda: bool(people.state.people), "people")
        shop.until(lambda: shop.till_window.floor.duty.shift is not None, "the shift of before")
        shop.robot.click(f"sign_in.person.{CASHIER.number}")
        shop.robot.type(CASHIER.pin)
        yield shop


def synced(shop):
    """Nothing waits any more and the feed has told the till what central made of it."""
    shop.park.till.sync.nudge()
    depth, cache = shop.stores.till.outbox.depth, shop.stores.cache
    number = shop.park.phone.number

    def is_so():
        known, told = cache.member_by_number(number), shop.park.reader.member(number)
        return depth()[0] == 0 and known is not None and known.points == told["points"]

    shop.until(is_so, "central has it", 40)


def books(shop):
    numbers = [shop.park.phone.number]
    return till_books(shop.stores, numbers), central_books(shop.park.reader, TILL_CODE, numbers)


def close_shift(shop):
    shop.robot.press("F12")
    shop.hand.wait_for(Place.SHIFT_CLOSE)
    for pieces in pieces_of(cash_in_drawer(shop)):
        shop.robot.type(str(pieces))
        shop.robot.press("Down")
    shop.robot.press("Return")
    closing = shop.till_window.presenters.shift_close
    shop.until(lambda: closing.state.z is not None, "Z")
    return closing.state.z


def test_worked_example_with_paper_out_and_a_kill_right_after_the_commit(own_park):
    root = own_park
    killed_at("sale committed", root)
    with restarted(root) as shop:
        shop.hand.wait_for(Place.SELL)
        assert shop.sell.is_empty
        (sale,) = [fact.data.sale for fact in shop.stores.till.journal.newest("sale.v1", 9)]
        assert (sale.list_total, sale.net) == (30_000, 25_000)
        shop.until(lambda: bool(shop.papers), "the original", 20)
        synced(shop)

        reported = shop.park.reader.sales(TILL_CODE)
        assert [row["receipt_number"] for row in reported] == [sale.receipt_number]
        tenders = {each["kind"]: each for each in reported[0]["tenders"]}
        assert {kind: each["amount"] for kind, each in tenders.items()} == {
            "points": 1_000,
            "stored_value": 20_000,
            "cash": 4_000,
        }
        value = tenders["stored_value"]
        assert (value["principal"], value["bonus"]) == (17_391, 2_609)
        assert (tenders["points"]["points"], reported[0]["points"]) == (1_000, 213)
        who = shop.park.reader.member(shop.park.phone.number)
        assert (who["principal"], who["bonus"], who["held"]) == (82_609, 12_391, 0)
        assert (who["points"], who["points_pending"]) == (1_000, 213)
        assert alloc(root, sale.id) == MATRIX
        assert reductions(sale) == [{1: 2_000, 3: 1_333}, {1: 1_000, 3: 667}]

        z = close_shift(shop)
        assert (z.expected_cash, z.counted_cash, z.difference) == (54_000, 54_000, 0)
        synced(shop)
        ours, theirs = books(shop)
        assert differences(ours, theirs) == ()
        shop.until(lambda: len(shop.papers) == 2, "receipt and Z", 20)
        original = interpret(shop.papers[0].data)
        assert original.codes == (receipt_code(sale.receipt_number),)
        assert not any("补打" in row for row in original.rows)
        assert any(row.startswith("  本金") and row.endswith("173.91") for row in original.rows)
        assert any(row.startswith("  赠送") and row.endswith("26.09") for row in original.rows)


def alloc(root, sale_id):
    with sqlite3.connect(root / "central" / DATABASE_FILE) as central:
        found = central.execute(
            "SELECT part, line, amount FROM alloc WHERE sale_id = ? ORDER BY part, line", (sale_id,)
        ).fetchall()
    central.close()
    return found


def reductions(sale):
    return [{int(cut.stage): cut.amount for cut in line.reductions} for line in sale.lines]


def test_a_charge_paid_unheard_is_shown_first_and_no_second_one_is_taken(own_park):
    root = own_park
    killed_at("charge answered", root)
    with restarted(root, away=True) as shop:
        assert shop.stores.till.journal.newest("sale.v1", 9) == ()
        shop.hand.wait_for(Place.PAY)
        shop.hand.wait_phase(Unclear)
        shop.counter.scanner.scan("134567890123456701")
        shop.until(lambda: "pay.unknown_open" in shop.keys_told(), "why not")
        shop.park.link.set_fault(LinkFault.NONE)
        shop.until(lambda: shop.pay.state.payment.collected == 300, "the charge", 40)
        shop.hand.wait_phase(Collecting)
        shop.robot.press("Alt+1", "Return")
        shop.until(lambda: bool(shop.stores.till.journal.newest("sale.v1", 9)), "one sale")
        (sale,) = [fact.data.sale for fact in shop.stores.till.journal.newest("sale.v1", 9)]
        assert [(t.kind.value, t.amount) for t in sale.tenders] == [
            ("external", 300),
            ("cash", 200),
        ]
        acquirer = SimulatedAcquirer(root / "central" / LEDGER_FILE)
        assert [row.amount for row in acquirer.rows()] == [300]
        assert acquirer.money_taken() == 300
        synced(shop)
        assert [row["net"] for row in shop.park.reader.sales(TILL_CODE)] == [500]
        who = shop.park.reader.member(shop.park.phone.number)
        assert (who["principal"], who["bonus"], who["held"]) == (100_000, 15_000, 0)
