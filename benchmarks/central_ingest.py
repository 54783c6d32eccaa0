"""Row 10: central takes sales of five lines over HTTP, on PostgreSQL with fsync, from 8 clients.

The floor copies the very rows that the product wrote for them into tables of the same shape, 100
sales a commit; what it changed (balances, the feed, the till's head) is not in the floor. Every
second sale has a member, of whom each till has its own. Client, server and database share the
machine's cores.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from benchmarks.harness import Figure, Timed, figure, parser, report
from posapp.central.commands import central_of, create_central, seed_sample
from posapp.central.data_folder import URL_VARIABLE
from posapp.clock import SystemClock
from posapp.wire import signing
from posapp.wire.canonical import encode
from posapp.wire.facts import SaleData
from posapp.wire.sync import PushRequest
from tests.central.goods import cart, cash, product, sale
from tests.central.server import Server, binaries, running
from tests.central.tills import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.central.tills import Till

CLIENTS = 8
WORKERS = 2
BATCH = 100
GOODS = tuple(
    product(code, price) for code, price in zip("ABCDE", (300, 1_250, 880, 90, 4_500), strict=True)
)
NET = sum(each.price for each in GOODS)
GUESTS = 100
LEAST_REPLAY = 4.0
OF_A_SALE = ("inbox", "sale", "sale_tender", "alloc", "posting", "entry", "lot")
KEYS = {"entry": "posting_id, n", "alloc": "sale_id, line, col"}


class Client:
    """One till with batches that are ready to be sent."""

    def __init__(self, till: Till, guests: Sequence[str], batches: int) -> None:
        self.till, self.guests = till, guests
        self.bodies = [self._batch() for _ in range(batches)]

    def _batch(self) -> bytes:
        till = self.till
        facts = [self._sale(n) for n in range(BATCH)]
        return encode(
            PushRequest(
                request_id=till.ids.new(),
                epoch=till.identity.epoch,
                terminal_id=till.identity.terminal_id,
                incarnation=till.identity.incarnation,
                items=tuple(till.journal(fact) for fact in facts),
            )
        )

    def _sale(self, n: int) -> SaleData:
        ids = self.till.ids
        guest = self.guests[n % len(self.guests)] if n % 2 else None
        return SaleData(sale=sale(ids, cart(*GOODS, member_id=guest), cash(ids, NET)))

    def push(self, port: int, bodies: list[bytes], outcome: bytes) -> None:
        """One connection; this has to become of every item."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        with contextlib.closing(connection):
            for body in bodies:
                connection.request("POST", "/v1/sync/push", body, self._headers(body))
                answer = connection.getresponse()
                said = answer.read()
                assert answer.status == 200, said[:300]
                assert said.count(outcome) == BATCH, said[:300]

    def _headers(self, body: bytes) -> dict[str, str]:
        till = self.till
        stamp = signing.Stamp(
            terminal_id=till.identity.terminal_id,
            incarnation=till.identity.incarnation,
            time_ms=SystemClock().wall_ms(),
            nonce=till.ids.new(),
        )
        request = signing.Request(method="POST", target="/v1/sync/push", body=body)
        made = signing.headers_for(till.private, request, stamp)
        return {**made, signing.REQUEST_ID_HEADER: till.ids.new()}


@contextlib.contextmanager
def serving(folder: Path, url: str) -> Iterator[int]:
    """`posapp central serve` in processes of its own; its port."""
    words = ["--data", str(folder), "--port", "0", "--with-parent", "--workers", str(WORKERS)]
    child = subprocess.Popen(
        [sys.executable, "-m", "posapp", "central", "serve", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, URL_VARIABLE: url},
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        yield int(child.stdout.readline().split()[1])
    finally:
        child.stdin.close()
        child.wait()
        child.stdout.close()


def clients_of(folder: Path, batches: int) -> list[Client]:
    central = central_of(folder)
    try:
        site = Site(central, SystemClock())  # type: ignore[arg-type]
        seeded = seed_sample(central, encode(_store()))
        guests = [each.id for each in seeded.members]
        return [
            Client(site.enrol(seeded.tenant_id, code=f"B{n}"), guests[n::CLIENTS], batches)
            for n in range(CLIENTS)
        ]
    finally:
        central.database.close()


def _store() -> dict[str, Any]:
    phones = (f"139{n:08d}" for n in range(GUESTS * CLIENTS))
    return {
        "tenant": {"name": "b"},
        "shop": {"code": "1", "name": "1"},
        "members": [{"phone": phone, "name": "m"} for phone in phones],
    }


def pushed(
    clients: list[Client], port: int, turn: int, each: int, outcome: bytes = b'"applied"'
) -> float:
    """Microseconds a sale, all clients at once."""

    def push(one: Client) -> None:
        one.push(port, one.bodies[turn * each : (turn + 1) * each], outcome)

    begun = time.perf_counter_ns()
    with ThreadPoolExecutor(CLIENTS) as threads:
        list(threads.map(push, clients))
    return (time.perf_counter_ns() - begun) / 1_000 / (CLIENTS * each * BATCH)


class Copy:
    """The floor: the rows of one batch after the other, table by table, a commit each."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg.connect(url)
        self.rows: dict[str, list[list[bytes]]] = {}

    def take(self) -> int:
        """Remember the rows that stand, in order, as COPY gives them; how many sales they are."""
        for table in OF_A_SALE:
            order = KEYS.get(table, "1")
            query = f"COPY (SELECT * FROM {table} ORDER BY {order}) TO STDOUT"  # noqa: S608
            with self.connection.cursor().copy(query) as copy:  # type: ignore[call-overload]
                lines = list(copy)
            self.connection.execute(f"CREATE TABLE floor_{table} (LIKE {table} INCLUDING ALL)")
            self.rows[table] = [bytes(line) for line in lines]  # type: ignore[misc]
        self.connection.commit()
        return len(self.rows["sale"])

    def run(self, sales: int) -> float:
        """Microseconds a sale, over all of them."""
        for table in OF_A_SALE:
            self.connection.execute(f"TRUNCATE floor_{table}")
        self.connection.commit()
        begun = time.perf_counter_ns()
        commits = sales // BATCH
        for n in range(commits):
            for table, lines in self.rows.items():
                part: Any = lines[len(lines) * n // commits : len(lines) * (n + 1) // commits]
                with self.connection.cursor().copy(f"COPY floor_{table} FROM STDIN") as copy:
                    copy.write(b"".join(part))
            self.connection.commit()
        return (time.perf_counter_ns() - begun) / 1_000 / sales


def measure(server: Server, folder: Path, *, rounds: int, each: int) -> Figure:
    with server.database() as url:
        create_central(folder, url=url).database.close()
        os.environ[URL_VARIABLE] = url
        clients = clients_of(folder, (rounds + 1) * each)
        with serving(folder, url) as port:
            pushed(clients, port, 0, each)
            floor = Copy(url)
            sales = floor.take()
            floors, ours, replays = [], [], []
            for turn in range(1, rounds + 1):
                floors.append(floor.run(sales))
                ours.append(pushed(clients, port, turn, each))
                replays.append(pushed(clients, port, turn, each, b'"duplicate"'))
            floor.connection.close()
    return _judged(Timed(tuple(floors)), Timed(tuple(ours)), Timed(tuple(replays)))


def _judged(floor: Timed, ours: Timed, replay: Timed) -> Figure:
    again = ours.median / replay.median
    return figure(
        10,
        f"central ingest, a 5-line sale, {CLIENTS} clients",
        floor,
        ours,
        must=5.0,
        goal=2.0,
        also=again >= LEAST_REPLAY,
        note=(
            f"{_a_second(ours):,} sales/s in {WORKERS} processes, COPY {_a_second(floor):,}/s; "
            f"the same again {again:.1f} times as fast (must >= {LEAST_REPLAY:g})"
        ),
    )


def _a_second(timed: Timed) -> int:
    return round(1_000_000 / timed.median)


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    programs = binaries()
    if programs is None:
        sys.stderr.write("no PostgreSQL server is installed\n")
        return 2
    folder = Path(tempfile.mkdtemp())
    try:
        with running(programs) as server:
            found = measure(server, folder, rounds=1 if quick else 5, each=1 if quick else 4)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return report([found], arguments)


if __name__ == "__main__":
    raise SystemExit(main())
