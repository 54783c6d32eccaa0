"""kill -9 while the customer's card was charged: the restarted window shows it before anything."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from posapp.domain.charges import Unknown
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Done, Unclear
from tests.flows.shop import CASHIER, open_shop

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


@pytest.fixture
def after_the_kill(own_park):
    killed = subprocess.run(
        [sys.executable, "-m", "tests.flows.dies_at_the_window", str(own_park)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with open_shop(own_park) as shop:
        yield shop


def test_the_unknown_payment_stands_first_and_becomes_one_sale(after_the_kill):
    shop = after_the_kill
    terminal = shop.counter.terminal
    answer, terminal.query = terminal.query, lambda _id: Unknown()
    shop.hand.sign_in(CASHIER, Place.PAY)
    shop.hand.wait_phase(Unclear)
    shop.robot.press("Alt+1", "1", "0", "0", "Return")
    shop.idle()
    assert isinstance(shop.pay.state.phase, Unclear)
    assert (shop.sold(), len(terminal.ledger())) == (0, 1)
    pane = shop.window.findChild(QLabel, "pay.wait.title")
    assert pane.isVisible()
    assert "未确认" in pane.text()
    terminal.query = answer
    shop.robot.press("Return")
    shop.hand.wait_phase(Done)
    sale = shop.pay.state.phase.committed.sale
    assert shop.sold() == 1
    assert [(tender.channel, tender.amount) for tender in sale.tenders] == [("card", sale.net)]
    assert terminal.money_taken() == sale.net
