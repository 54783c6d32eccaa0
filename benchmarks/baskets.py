"""Row 12: baskets through pricing, and through full posting (price, pay, one durable commit).

Real baskets where the replay extra is installed, else baskets of the same sizes made from a seed.
The floors are a loop that only adds up, and plain SQLite with the same durability, one commit for
each basket, that knows neither journal, nor black box, nor receipt.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import Figure, alternate, figure, parser, report
from posapp.clock import ManualClock
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.pricing import price
from posapp.errors import Unavailable
from posapp.offline.cache_store import CacheStore
from posapp.offline.keys import new_keys
from posapp.offline.till_store import TillStore
from posapp.replay.baskets import RecordedBasket, RecordedLine
from posapp.replay.complete_journey import CompleteJourney
from posapp.replay.recorded_prices import recorded_sources
from tests.workflows import counter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from posapp.domain.catalog import Product
    from posapp.domain.pricing import PriceSource

_TABLES = """
    CREATE TABLE sale(id TEXT PRIMARY KEY, at INTEGER, net INTEGER, points INTEGER);
    CREATE TABLE line(sale TEXT, number INTEGER, product TEXT, quantity INTEGER, list INTEGER,
                      net INTEGER, PRIMARY KEY (sale, number)) WITHOUT ROWID;
"""


def baskets(count: int) -> list[RecordedBasket]:
    """Baskets that keep a line, each with an id of its own."""
    try:
        records = CompleteJourney()
    except Unavailable:
        found = _made(count)
    else:
        found = (basket for basket in records.baskets(2 * count) if basket.lines)
    return list(islice(found, count))


def _made(count: int) -> Iterator[RecordedBasket]:
    chance = random.Random(12)
    for number in range(1, count + 1):
        lines = tuple(_line(chance) for _ in range(min(60, 1 + int(chance.expovariate(1 / 9)))))
        yield RecordedBasket(
            number=number, household="1", at_ms=number * 1_000, lines=lines, skipped_lines=0
        )


def _line(chance: random.Random) -> RecordedLine:
    cut = chance.choice((0, 0, 20, 55))
    return RecordedLine(
        product=str(chance.randrange(90_000)),
        quantity=chance.choice((1, 1, 1, 2, 3)),
        net=chance.randrange(99, 1_500),
        member_reduction=cut,
        retailer_coupon=0,
        manufacturer_coupon=0,
    )


def add_up(basket: RecordedBasket) -> tuple[int, int, int]:
    """What a loop that only adds does for a basket: list, net, points."""
    listed = net = 0
    for line in basket.lines:
        listed += line.net + line.member_reduction + line.retailer_coupon
        net += line.net
    return listed, net, net // 100


@cache
def _product(code: str) -> Product:
    return counter.product(code, 100, "商品")


Rung = tuple[Cart, tuple["PriceSource", ...]]


def rung(basket: RecordedBasket) -> Rung:
    """The basket as scanning leaves it: a cart, and what is known to come off its lines."""
    cart = Cart()
    recorded: dict[int, RecordedLine] = {}
    for line in basket.lines:
        cart, key = carts.add(cart, _product(line.product), line.thousandths)
        cart = carts.fix_amount(cart, key, line.list_amount)
        recorded[key] = line
    return cart, recorded_sources(recorded)


class PlainSqlite:
    """WAL and FULL like the till's own file: a row for the sale, a row for each line, a commit."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "floor.db", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA wal_autocheckpoint = 0")
        self._db.executescript(_TABLES)

    def post(self, basket: RecordedBasket) -> None:
        _, net, points = add_up(basket)
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute(
            "INSERT INTO sale VALUES (?,?,?,?)", (basket.sale_id, basket.at_ms, net, points)
        )
        self._db.executemany(
            "INSERT INTO line VALUES (?,?,?,?,?,?)",
            [
                (basket.sale_id, n, line.product, line.quantity, line.list_amount, line.net)
                for n, line in enumerate(basket.lines)
            ],
        )
        self._db.execute("COMMIT")


class Posting:
    """Ring, price, pay in cash, and commit through the workflow, with the receipt queued."""

    def __init__(self, folder: Path) -> None:
        keys = new_keys()
        clock = ManualClock()
        self.store = TillStore.open(folder, keys, clock)
        counter.enrolled(self.store)
        cache = CacheStore.open(folder, keys.cache_db)
        self.till = counter.wired(folder, clock, self.store, cache, counter.station(folder))
        self.shift = self.till.open_shift()

    def post(self, basket: RecordedBasket) -> None:
        payment = payments.start(basket.sale_id, price(*rung(basket)), "CNY")
        payment = self.till.paying.take_cash(payment, payment.net)
        self.till.paying.complete(payment, counter.CASHIER, self.shift)


def pricing(found: Sequence[RecordedBasket], rounds: int) -> Figure:
    """Both sides begin with lines that are there; each reduction is explained by line, with tax."""
    count = len(found)
    carts_rung = [rung(basket) for basket in found]
    floor, ours = alternate(
        lambda n: add_up(found[n % count]), lambda n: price(*carts_rung[n % count]), rounds=rounds
    )
    return figure(12, "basket through pricing", floor, ours, must=100, goal=20)


def posting(found: Sequence[RecordedBasket], rounds: int) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        floor_side = PlainSqlite(Path(folder))
        product = Posting(Path(folder) / "till")
        floor, ours = alternate(
            lambda n: floor_side.post(found[n]), lambda n: product.post(found[n]), rounds=rounds
        )
        totals = product.store.sales.totals()
        assert totals.lines == sum(len(basket.lines) for basket in found[: totals.baskets])
        product.store.close()
    return figure(12, "basket through full posting", floor, ours, must=10, goal=4)


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    rounds = 60 if quick else 800
    found = baskets(rounds + 10)
    for line in (line for basket in found for line in basket.lines):
        _product(line.product)
    return report([pricing(found, rounds), posting(found, rounds)], arguments)


if __name__ == "__main__":
    sys.exit(main())
