"""Messages are read by many threads at once, from the first one on."""

from __future__ import annotations

import subprocess
import sys

from posapp.clock import Ids, SystemClock
from posapp.wire.facts import Actor, Fact, FactHead, SaleData, to_body
from tests.central.goods import A, cart, cash, sale

FIRST_READ = """
import sys, threading
from posapp.wire.facts import from_body

body = sys.stdin.buffer.read()
sys.setswitchinterval(1e-6)
start = threading.Barrier(8)

def read():
    start.wait()
    for _ in range(20):
        from_body(body)

threads = [threading.Thread(target=read) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
"""


def body_of_a_sale():
    ids = Ids(SystemClock())
    head = FactHead(
        event_id=ids.new(),
        tenant_id=ids.new(),
        shop_id=ids.new(),
        terminal_id=ids.new(),
        incarnation=1,
        at_ms=1,
        business_date="2026-11-22",
        shift_id=None,
        actor=Actor(kind="staff", id="s"),
        currency="CNY",
    )
    sold = sale(ids, cart(A), cash(ids, A.price))
    return to_body(Fact(head=head, data=SaleData(sale=sold)))


def test_the_first_facts_of_a_process_may_be_read_by_many_threads():
    """What msgspec knows of a type is built once: a half of it ended the process (signal 11)."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_READ], input=body_of_a_sale(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
