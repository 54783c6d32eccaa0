"""A child process that sells until it is killed; it tells each sale only after its commit."""

import os
from pathlib import Path

from tests.offline.tills import Till


def sell_for_ever(folder: Path, number: int, told: int) -> None:
    till = Till(folder)
    till.shift = till.store.shifts.current() or till.open_shift()
    while True:
        number += 1
        sale = till.sell(100 + number % 7)
        os.write(told, f"{sale.receipt_number}\n".encode())
        if number % 5 == 0:
            job = till.store.prints.pending()[0]
            till.store.prints.mark_printing(job.id)
            till.store.prints.mark_printed(job.id)
        if number % 17 == 0:
            till.store.checkpoint_if_idle()
