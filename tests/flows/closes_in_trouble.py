"""Run as a program: closes the till's window while something it waits for does not answer.

`python -m tests.flows.closes_in_trouble FOLDER`. Says CLOSING when the window is told to close and
CLOSED when nothing of the till runs any more.
"""

import os
import signal
import sys
import threading
from contextlib import ExitStack
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from posapp.app.run import run_window
from posapp.demo.central_process import CentralProcess
from posapp.demo.park import open_park
from posapp.demo.sample import Folders
from posapp.devices.simulated_printer import PrinterFault
from posapp.lanes import ONLINE
from posapp.ui.robot import Robot


def say(word):
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def central_hangs(park, window):
    """Central stands still in the middle of everything: a look-up and the sync wait for it."""
    os.kill(park.central.pid, signal.SIGSTOP)
    asked = threading.Event()

    def look_up():
        asked.set()
        return park.till.workflows.members.look_up("13812345678")

    window.floor.background.run(ONLINE, look_up)
    park.till.sync.nudge()
    asked.wait(10)


def printer_hangs(park, window):
    printer = park.counter.printer
    printer.fault, printer._slow_s = PrinterFault.SLOW, 600.0
    printing = threading.Event()
    send = printer.send

    def sends(job_id, data):
        printing.set()
        send(job_id, data)

    window.floor.background.run(park.till.printer_lane, partial(sends, "a job", b"x"))
    printing.wait(10)


def close(park, window):
    robot = Robot(window.window)
    robot.wait_until(park.till.board.is_online, "online")
    printer_hangs(park, window)
    central_hangs(park, window)
    say("CLOSING")
    window.window.close()


def stop_central(central):
    """The till has been closed: central may go on, to end by itself."""
    say("CLOSED")
    os.kill(central.pid, signal.SIGCONT)
    end_central(central)


end_central = CentralProcess.stop
CentralProcess.stop = stop_central

if __name__ == "__main__":
    with ExitStack() as closing:
        the_park = open_park(Folders(Path(sys.argv[1])), {"language": "zh_CN"}, closing)
        later = QTimer()
        later.setSingleShot(True)

        def begin(_app, window):
            later.timeout.connect(lambda: close(the_park, window))
            later.start(0)

        run_window(the_park.till, beside=begin)
