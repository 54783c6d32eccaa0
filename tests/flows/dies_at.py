"""Run as a program: works the window of a park up to a named point and dies there by SIGKILL.

`python -m tests.flows.dies_at POINT FOLDER`. POINT is "sale committed" (the worked example of
the ledger, paper out, right after the durable commit) or "charge answered" (value is held, the
acquirer has paid the rest by the code that was shown, the till has not heard it).
"""

import os
import signal
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from posapp.devices.simulated_printer import PrinterFault
from posapp.ui.pay.state import Collecting
from tests.flows.shop import COLA, CUP_B, GIFT_A, open_shop

WECHAT = "134567890123456700"


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def serve(shop):
    shop.robot.type("13812345678")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")


def worked_example(shop):
    """A 200.00 and B 100.00 of a gold member, coupon, points, value; the last key pays cash."""
    for code in (GIFT_A, CUP_B):
        shop.counter.scanner.scan(code)
        shop.idle()
    serve(shop)
    shop.robot.press("F8")
    shop.until(lambda: shop.sell.state.choices is not None, "coupons")
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.priced.net == 25_000, "the coupon")
    shop.idle()
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Alt+5")
    shop.robot.type("10")
    shop.robot.press("Return")
    shop.until(lambda: shop.pay.state.payment.collected == 1_000, "points")
    shop.hand.pay_value("200", shop.park.phone.code)
    shop.until(lambda: shop.pay.state.payment.remaining == 4_000, "value")
    shop.robot.press("Alt+1")
    shop.robot.type("40")


def sale_committed(shop):
    shop.counter.printer.fault = PrinterFault.PAPER_OUT
    worked_example(shop)
    # First among the listeners: nothing else is told of the commit.
    shop.stores.till.journal._listeners.insert(0, die)
    shop.robot.press("Return")
    shop.until(lambda: False, "death")


def charge_answered(shop):
    gateway = shop.park.till.workflows.paying._charging._gateways._central
    charge = gateway.charge

    def charge_and_die(*arguments):
        charge(*arguments)
        die()

    gateway.charge = charge_and_die
    serve(shop)
    shop.counter.scanner.scan(COLA)
    shop.hand.wait_lines(1)
    shop.idle()
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.hand.pay_value("2", shop.park.phone.code)
    shop.counter.scanner.scan(WECHAT)
    shop.until(lambda: False, "death")


if __name__ == "__main__":
    point, folder = sys.argv[1:]
    with open_shop(Path(folder)) as open_one:
        open_one.begin()
        {"sale committed": sale_committed, "charge answered": charge_answered}[point](open_one)
