"""Row 4: pay -> durable commit (journal, black box, print job) -> receipt bytes, 10 lines.

The floor writes the same rows and the same black-box record by hand, on SQLCipher with FULL, and
builds the receipt's bytes by hand.
"""

from __future__ import annotations

import os
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from benchmarks.harness import Figure, alternate, figure, parser, report
from benchmarks.receipt_bytes import by_hand
from posapp.clock import ManualClock
from posapp.devices.paper import paper_for
from posapp.devices.printer_profile import profile_named
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.pricing import price
from posapp.offline.cache_store import CacheStore
from posapp.offline.engine import open_encrypted
from posapp.offline.keys import new_keys
from posapp.offline.migrations import STEPS
from posapp.offline.till_store import TillStore
from tests.workflows import counter

if TYPE_CHECKING:
    from posapp.domain.payment import Payment

LINES = 10
ROOM = bytes(64 * 1024 * 1024)


class Product:
    """The product's own way: the workflow, its one transaction, and the queued paper as bytes."""

    def __init__(self, folder: Path, count: int) -> None:
        keys = new_keys()
        self.clock = ManualClock()
        self.store = TillStore.open(folder, keys, self.clock)
        counter.enrolled(self.store)
        cache = CacheStore.open(folder, keys.cache_db)
        counter.fill_cache(cache)
        devices = counter.station(folder)
        self.till = counter.wired(folder, self.clock, self.store, cache, devices)
        self.shift = self.till.open_shift()
        self.paper = paper_for(profile_named("generic-80"))
        self.payments = [self._paid() for _ in range(count)]
        self.store.checkpoint_if_idle()

    def _paid(self) -> Payment:
        basket = Cart()
        for n in range(LINES):
            thing = counter.product(f"X{n}", 350 + 100 * n, f"农夫山泉饮用天然水 {n}")
            basket, _ = carts.add(basket, thing)
        sale_id = SaleId(self.till.desk.new_id())
        payment = payments.start(sale_id, price(basket, []), "CNY")
        return self.till.paying.take_cash(payment, payment.net)

    def sell(self, number: int) -> bytes:
        done = self.till.paying.complete(self.payments[number], counter.CASHIER, self.shift)
        job = self.store.prints.of_receipt(done.sale.receipt_number)
        assert job is not None
        return self.paper.render(job.document)


class ByHand:
    """The same rows with fixed values, as fast as the driver takes them."""

    def __init__(self, folder: Path, sample: Product) -> None:
        folder.mkdir()
        file = open_encrypted(folder / "till.db", os.urandom(32), durable=True)
        self.db: Any = file.connect()
        for statement in (each for step in STEPS for each in step):
            self.db.execute(statement)
        database = sample.store._database
        self.entry = database.rows("SELECT * FROM outbox ORDER BY seq DESC LIMIT 1")[0]
        self.sale = database.rows("SELECT * FROM sale ORDER BY rowid DESC LIMIT 1")[0]
        self.figures = database.rows("SELECT * FROM figure WHERE source = ?", (self.sale[0],))
        self.products = database.rows("SELECT * FROM figure WHERE sort = 'product'")
        self.job = database.rows("SELECT * FROM print_job ORDER BY place DESC LIMIT 1")[0]
        self.box = os.open(folder / "box.bin", os.O_RDWR | os.O_CREAT)
        os.write(self.box, ROOM)
        os.fsync(self.box)
        os.lseek(self.box, 0, os.SEEK_SET)
        self.cipher = ChaCha20Poly1305(os.urandom(32))
        self.chain = bytes(32)

    def sell(self, number: int) -> bytes:
        run = self.db.execute
        seq = number + 1
        run("BEGIN IMMEDIATE")
        body = self.entry[6]
        digest = sha256(body).digest()
        self.chain = sha256(self.chain + digest).digest()
        event_id = seq.to_bytes(16, "big")
        run(
            "INSERT INTO outbox VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (1, seq, event_id, *self.entry[3:7], digest, self.chain, *self.entry[9:]),
        )
        run(
            "INSERT INTO sale VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (str(seq), 1, seq, str(seq), *self.sale[4:]),
        )
        self.db.executemany(
            "INSERT INTO figure VALUES (?,?,?,?,?,?,?,?)",
            [(*row[:4], str(seq), *row[5:]) for row in self.figures],
        )
        self.db.executemany(
            "INSERT INTO figure VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
            " count = count + 1, amount = amount + excluded.amount, other = other + excluded.other",
            self.products,
        )
        run("INSERT INTO print_job VALUES (?,?,?,?,?,?,?,?,?)", (str(seq), seq, *self.job[2:]))
        run("INSERT INTO counter VALUES ('n', ?) ON CONFLICT DO UPDATE SET value = ?", (seq, seq))
        nonce = seq.to_bytes(12, "big")
        os.write(self.box, nonce + self.cipher.encrypt(nonce, body + self.job[4], nonce))
        os.fdatasync(self.box)
        run("COMMIT")
        os.write(self.box, nonce + self.cipher.encrypt(nonce, self.chain, nonce))
        return by_hand(number)


def measured(rounds: int) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        warm_up = 20
        product = Product(Path(folder) / "product", rounds + warm_up + 1)
        product.sell(rounds + warm_up)
        floor = ByHand(Path(folder) / "floor", product)
        timed = alternate(floor.sell, product.sell, rounds=rounds, warm_up=warm_up)
        # By hand it is too easy to leave work out: both sides hold the same number of rows.
        sales = product.store._database.rows("SELECT COUNT(*) FROM sale")[0][0]
        assert floor.db.execute("SELECT COUNT(*) FROM sale").fetchone()[0] == sales - 1
        return figure(4, "pay to durable commit to receipt, 10 lines", *timed, must=4, goal=2)


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    return report([measured(60 if quick else 600)], arguments)


if __name__ == "__main__":
    sys.exit(main())
