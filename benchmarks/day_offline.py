"""Row 9: a till comes back after a day without a line: 2,000 sales go out, 10,000 rows come in.

The floor does the same by hand: it reads the same entries by hundreds, joins their bytes, asks one
thing of a server each time, keeps them in a plain database there and marks them here, both
durable; then the same 10,000 rows as in row 8. Meanwhile a cashier scans at the real till.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import requests

from benchmarks.delta import ByHand
from benchmarks.feed_park import Tiller, build_central, serving, touch
from benchmarks.harness import Figure, Timed, figure, parser, report
from benchmarks.member_lookup import member
from benchmarks.shop import KEYS
from posapp.app.devices import simulated_specs
from posapp.app.enrolling import enrol_till
from posapp.app.till import Till, TillConfig, open_till
from posapp.central import commands
from posapp.clock import SystemClock
from posapp.demo.sample import SHOP_CODE, SIGN_INS
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.codes import Context
from posapp.domain.ids import SaleId
from posapp.lanes import STORE, SYNC
from posapp.offline.engine import open_encrypted

if TYPE_CHECKING:
    from posapp.domain.catalog import Product
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.workflows.found import FoundProduct

LINES, BATCH, PAGE = 5, 100, 500
A_FRAME_US = 16_700
SCAN_EVERY_S = 0.05
_ENTRIES = """
    SELECT seq, event_id, CAST(body AS TEXT) FROM outbox
    WHERE state = 0 AND seq > ? ORDER BY seq LIMIT ?
"""


class Counter:
    """The enrolled till with a cashier; its lanes work, its line is only used when told to."""

    def __init__(self, folder: Path, url: str, code: str, closing: ExitStack) -> None:
        clock = SystemClock()
        enrol_till(folder, KEYS, clock, url=url, code=code)
        config = TillConfig(
            folder=folder,
            keys=KEYS,
            clock=clock,
            chosen={"print_receipts": "never"},
            central_url=url,
            specs=lambda _settings: simulated_specs(folder),
        )
        self.till: Till = open_till(config, closing)
        goods = self.till.stores.cache.favourites()
        self.codes = [product.barcodes[0] for product in goods if _is_plain(product)]
        self.staff, self.shift = self._on_store(self._sign_in)

    def sell(self, count: int) -> None:
        """Sales of five goods in cash; nothing is sent."""
        for number in range(count):
            self._on_store(lambda number=number: self._sell(number))
        self._on_store(self.till.stores.till.checkpoint_if_idle)

    def scan(self, number: int) -> float:
        """Find and price one more line; microseconds."""
        begun = time.perf_counter_ns()
        self._on_store(lambda: self._priced(number, 1))
        return (time.perf_counter_ns() - begun) / 1_000

    def synchronise(self) -> float:
        """All that waits out, all that is new in; microseconds."""
        begun = time.perf_counter_ns()
        status = self.till.lanes.submit(SYNC, self.till.sync.run_until_idle).result()
        taken = (time.perf_counter_ns() - begun) / 1_000
        assert status.is_online
        counts = self.till.stores.till.outbox.counts()
        assert (counts.pending, counts.quarantined) == (0, 0)
        return taken

    def _sign_in(self) -> tuple[Staff, Shift]:
        workflows = self.till.workflows
        staff = workflows.signing_in.sign_in(SIGN_INS[0].number, SIGN_INS[0].pin)
        return staff, workflows.shifts.open(0, staff)

    def _priced(self, number: int, lines: int) -> Any:
        selling, cart = self.till.workflows.selling, Cart()
        for line in range(lines):
            code = self.codes[(number + line) % len(self.codes)]
            found = selling.find(code, Context.SELL)
            cart, _key = carts.add(cart, cast("FoundProduct", found).product)
        return selling.price(cart)

    def _sell(self, number: int) -> None:
        paying = self.till.workflows.paying
        sale_id = SaleId(self.till.desk.new_id())
        payment = payments.start(sale_id, self._priced(number, LINES), "CNY")
        paying.complete(paying.take_cash(payment, payment.net), self.staff, self.shift)

    def _on_store(self, work: Any) -> Any:
        return self.till.lanes.submit(STORE, work).result()


class ByHandDay:
    """Copies of both files of the till, and a plain database that takes what is sent."""

    def __init__(self, till: Till, url: str, folder: Path) -> None:
        folder.mkdir()
        nobody = cast("Any", None)
        self.rows = ByHand(Tiller(till.stores, nobody, nobody, KEYS), url, folder)
        shutil.copyfile(till.stores.folder / "till.db", folder / "till.db")
        self.till: Any = open_encrypted(folder / "till.db", KEYS.till_db, durable=True).connect()
        self.there = sqlite3.connect(folder / "there.db", isolation_level=None)
        self.there.execute("PRAGMA journal_mode = WAL")
        self.there.execute("CREATE TABLE entry(event_id PRIMARY KEY, seq, body)")
        self.http, self.url = requests.Session(), f"{url}/healthz"
        self.http.trust_env = False

    def carry(self, keys: list[str]) -> float:
        begun, seq = time.perf_counter_ns(), 0
        while found := self.till.execute(_ENTRIES, (seq, BATCH)).fetchall():
            seq = found[-1][0]
            self.http.post(self.url, data="\n".join(row[2] for row in found).encode())
            self.there.execute("BEGIN")
            self.there.executemany("INSERT INTO entry VALUES (?2, ?1, ?3)", found)
            self.there.execute("COMMIT")
            self.till.execute("BEGIN IMMEDIATE")
            self.till.executemany(
                "UPDATE outbox SET state = 1, acked_epoch = 'x', server_pos = 1 WHERE event_id = ?",
                [(row[1],) for row in found],
            )
            self.till.execute("COMMIT")
        for place in range(0, len(keys), PAGE):
            self.rows.carry(keys[place : place + PAGE], 1)
        return (time.perf_counter_ns() - begun) / 1_000


class Scanning(threading.Thread):
    """Scans at the till until it is told to end."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(daemon=True)
        self._counter, self._over = counter, threading.Event()
        self.taken: list[float] = []

    def run(self) -> None:
        while not self._over.wait(SCAN_EVERY_S):
            self.taken.append(self._counter.scan(len(self.taken)))

    def end(self) -> Timed:
        self._over.set()
        self.join()
        return Timed(tuple(self.taken))


def _is_plain(product: Product) -> bool:
    """One that a scan adds without a question, as often as it is sold here."""
    return bool(product.barcodes) and not product.sold_out and product.stock_left is None


def measured(sales: int, rows: int, folder: Path) -> Figure:
    data = folder / "central"
    tenant_id = build_central(data, 2 * rows, sample=True)
    code = str(commands.enrol_code(data=data, shop=SHOP_CODE, till="A09", label="A09")["code"])
    with serving(data) as url, ExitStack() as closing:
        counter = Counter(folder / "till", url, code, closing)
        counter.synchronise()
        counter.sell(sales)
        chance = random.Random(9)
        keys = [str(member(number, chance).id) for number in chance.sample(range(2 * rows), rows)]
        central = commands.open_central(data)
        touch(central, tenant_id, keys)
        central.database.close()
        hands = [ByHandDay(counter.till, url, folder / f"floor-{turn}") for turn in (0, 1)]
        alone = Timed(tuple(counter.scan(number) for number in range(200)))
        floors = [hands[0].carry(keys)]
        scanning = Scanning(counter)
        scanning.start()
        ours = Timed((counter.synchronise(),))
        meanwhile = scanning.end()
        floors.append(hands[1].carry(keys))
        counter.till.stop()
    note = (
        f"a scan meanwhile {meanwhile.median / 1e3:.1f} ms, p99 {meanwhile.p99 / 1e3:.1f} ms"
        f" (must < {A_FRAME_US / 1e3:g} ms), alone {alone.median / 1e3:.1f} ms,"
        f" p99 {alone.p99 / 1e3:.1f} ms"
    )
    metric = f"back after a day: {sales:,} sales out, {rows:,} rows in"
    also = meanwhile.p99 < A_FRAME_US
    made = figure(9, metric, Timed(tuple(floors)), ours, must=6, goal=1.5, also=also, note=note)
    return replace(made, unit="us")


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    sales, rows = (100, 1_000) if quick else (2_000, 10_000)
    with tempfile.TemporaryDirectory() as name:
        return report([measured(sales, rows, Path(name))], arguments)


if __name__ == "__main__":
    sys.exit(main())
