"""Run as a program: a till is killed by SIGKILL in each state of an external payment.

`python -m tests.workflows.dies_paying FOLDER` makes a till in FOLDER/POINT for each of POINTS and
leaves it there as it died; the far side of its payments is FOLDER/POINT/bank.json, and of codes
that the shop shows FOLDER/POINT/acquirer.json.
"""

import os
import signal
import sys
from pathlib import Path

from posapp.devices.simulated_terminal import Script
from posapp.domain.charges import Unknown
from posapp.errors import OutcomeUnknown
from posapp.offline.keys import TillKeys
from posapp.workflows.draft import Draft
from tests.workflows.counter import counter
from tests.workflows.far_offers import beside
from tests.workflows.orders import order

KEYS = TillKeys(
    till_db=b"t" * 32, cache_db=b"c" * 32, black_box=b"b" * 32, device_private=b"d" * 32
)
AMOUNT = 20_000
ACQUIRER = "acquirer.json"


def die(*_asked):
    os.kill(os.getpid(), signal.SIGKILL)


def charged(till, script):
    """An order on the screen, and a charge of all of it."""
    payment = order(till)
    till.selling.save_draft(Draft(sale_id=payment.sale_id, cart=payment.priced.cart))
    till.terminal.script = script
    return till.paying.charge(payment, till.paying.new_tender_id(), AMOUNT, "card")


def put_down(till):
    """The far side has heard nothing yet."""
    till.terminal.charge = die
    charged(till, Script.PAID)


def reply_lost(till):
    charge = till.terminal.charge
    till.terminal.charge = lambda *asked: die(charge(*asked))
    charged(till, Script.PAID)


def userpaying(till):
    charged(till, Script.CUSTOMER_CONFIRMS)
    die()


def unknown(till):
    charged(till, Script.UNKNOWN_THEN_PAID)
    die()


def paid(till):
    charged(till, Script.PAID)
    die()


def reversing(till):
    """Given up; the far side has not heard that yet."""
    leg = charged(till, Script.UNKNOWN_THEN_PAID).leg
    till.clock.advance_ms(30_000)
    till.terminal.reverse = die
    till.paying.reverse(leg)


def reversal_unheard(till):
    leg = charged(till, Script.UNKNOWN_THEN_PAID).leg
    till.clock.advance_ms(30_000)
    undo = till.terminal.reverse
    till.terminal.reverse = lambda attempt_id: die(undo(attempt_id))
    till.paying.reverse(leg)


def reversal_lost(till):
    leg = charged(till, Script.UNKNOWN_THEN_PAID).leg
    till.clock.advance_ms(30_000)
    till.terminal.reverse = lambda _id: Unknown()
    try:
        till.paying.reverse(leg)
    except OutcomeUnknown:
        die()


def offered(till):
    """The shop's code is on the customer's screen; she scans it while the till is dead."""
    far = beside(till, till.folder / ACQUIRER)
    payment = order(till)
    till.selling.save_draft(Draft(sale_id=payment.sale_id, cart=payment.priced.cart))
    told = till.paying.offer(payment, till.paying.new_tender_id(), AMOUNT)
    far.scan(told.leg.id)
    die()


POINTS = (
    put_down,
    reply_lost,
    userpaying,
    offered,
    unknown,
    paid,
    reversing,
    reversal_unheard,
    reversal_lost,
)


def main(folder: Path) -> int:
    for point in POINTS:
        here = folder / point.__name__
        here.mkdir()
        child = os.fork()
        if child == 0:
            for till in counter(here, keys=KEYS):
                till.open_shift()
                point(till)
            os._exit(3)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
