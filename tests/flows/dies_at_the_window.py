"""Run as a program: SIGKILL at the window, in the moment in which the terminal took the money.

`python -m tests.flows.dies_at_the_window FOLDER`: the answer is lost with the till.
"""

import os
import signal
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from posapp.devices.simulated_terminal import Script
from posapp.ui.pay.state import Collecting, Way
from tests.flows.shop import PANDA, open_shop


def die_after(charge):
    def charged(*asked):
        charge(*asked)
        os.kill(os.getpid(), signal.SIGKILL)

    return charged


with open_shop(Path(sys.argv[1])) as shop:
    shop.begin()
    shop.type_in(PANDA)
    shop.hand.wait_lines(1)
    shop.idle()
    terminal = shop.counter.terminal
    terminal.script = Script.PAID
    terminal.charge = die_after(terminal.charge)
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    shop.robot.press("Alt+4")
    shop.until(lambda: shop.pay.state.way is Way.CARD, "the way")
    shop.robot.press("Return")
    shop.until(lambda: False, "the end", within_s=60)
