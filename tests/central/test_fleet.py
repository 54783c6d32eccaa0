"""Fault 64: everybody comes back at once. Central sheds, tills spread out, nothing is lost."""

from __future__ import annotations

import contextlib
import http.client
import random
import threading
from array import array
from concurrent.futures import ThreadPoolExecutor

import uvicorn
from msgspec.structs import replace

from posapp.central.app import create_app
from posapp.central.draining import Drain
from posapp.central.pace import SLOTS, Pace
from posapp.central.server import _Server, bind
from posapp.offline.sync_pause import back_off
from posapp.offline.sync_state import Conversation, Failure, Now, Till, Wait
from posapp.wire import signing
from posapp.wire.canonical import decode, encode
from posapp.wire.facts import SaleData
from posapp.wire.sync import ErrorReply, PushReply, PushRequest
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal

TILLS, SALES, MOST_AT_ONCE, ROUNDS = 50, 3, 2, 60


@contextlib.contextmanager
def loopback(park):
    """Central on a port of its own, in this process, which takes on very little at once."""
    listener = bind("127.0.0.1", 0)
    drain = Drain(create_app(park.central), park.central, MOST_AT_ONCE)
    server = _Server(uvicorn.Config(drain, log_config=None, lifespan="off"), drain)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.stop()
        thread.join()
        listener.close()


class Returned:
    """A till with a day's sales; it asks once a round until it was answered."""

    def __init__(self, till):
        self.till = till
        self.items = tuple(
            till.journal(SaleData(sale=sale(till.ids, cart(A), cash(till.ids, A.price))))
            for _ in range(SALES)
        )
        self.shed = []
        self.done = False

    def ask(self, port):
        identity = self.till.identity
        body = encode(
            PushRequest(
                request_id=self.till.ids.new(),
                epoch=identity.epoch,
                terminal_id=identity.terminal_id,
                incarnation=identity.incarnation,
                items=self.items,
            )
        )
        stamp = signing.Stamp(
            terminal_id=identity.terminal_id,
            incarnation=identity.incarnation,
            time_ms=self.till.site.clock.wall_ms(),
            nonce=self.till.ids.new(),
        )
        request = signing.Request(method="POST", target="/v1/sync/push", body=body)
        headers = signing.headers_for(self.till.private, request, stamp)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        with contextlib.closing(connection):
            connection.request("POST", "/v1/sync/push", body, headers)
            answer = connection.getresponse()
            self._hear(answer.status, answer.getheader("Retry-After"), answer.read())

    def _hear(self, status, later, said):
        if status == 200:
            reply = decode(said, PushReply)
            assert {each.outcome.value for each in reply.items} == {"applied"}
            self.done = True
            return
        assert (status, decode(said, ErrorReply).error.key) == (503, "central.busy")
        self.shed.append(int(later))


def test_fifty_tills_that_come_back_at_once_are_shed_and_lose_nothing(park):
    waiting = fleet = [
        Returned(park.site.enrol(park.seeded.tenant_id, code=f"F{n:02}")) for n in range(TILLS)
    ]
    with loopback(park) as port, ThreadPoolExecutor(TILLS) as threads:
        for _ in range(ROUNDS):
            list(threads.map(lambda each: each.ask(port), waiting))
            waiting = [each for each in waiting if not each.done]
            if not waiting:
                break
    assert waiting == []
    assert any(each.shed for each in fleet)
    assert all(seconds > 0 for each in fleet for seconds in each.shed)
    assert park.rows("SELECT count(*), count(DISTINCT id) FROM sale") == [(150, 150)]


def test_tills_that_were_shed_together_come_back_spread_out():
    """The core names the span, its hands draw in it: nobody's second try meets all others'."""
    talk = Conversation(till=Till(terminal_id="t", app_version="1", run_id="r"))
    now, chance = Now(wall_ms=1_000, mono_ms=0), random.Random(64)
    talk = replace(talk, failures=3)
    tries = []
    for _ in range(TILLS):
        _, commands = back_off(talk, now, Failure.BUSY, retry_after_ms=2_000)
        (wait,) = (each for each in commands if isinstance(each, Wait))
        tries.append(chance.uniform(wait.least_ms, wait.most_ms))
    assert min(tries) >= 2_000
    busiest = max(sum(begin <= each < begin + 500 for each in tries) for begin in tries)
    assert busiest <= TILLS // 4


def test_a_terminal_has_a_minute_of_requests_at_once_then_its_even_share():
    now = [0.0]
    pace = Pace(now_s=lambda: now[0])
    for _ in range(60):
        pace.check("a", 60)
    error = refusal(pace.check, "a", 60)
    assert (error.key, error.params) == ("central.busy", {"seconds": 2})
    pace.check("b", 60)
    now[0] = 1.0
    pace.check("a", 60)
    assert refusal(pace.check, "a", 60).key == "central.busy"
    now[0] = 100.0
    for _ in range(60):
        pace.check("a", 60)


def test_processes_that_share_the_cells_share_the_pace():
    cells = array("d", bytes(8 * SLOTS))
    one, other = Pace(cells, lambda: 0.0), Pace(cells, lambda: 0.0)
    one.check("a", 2)
    other.check("a", 2)
    assert refusal(one.check, "a", 2).key == "central.busy"


def test_who_asks_too_often_is_told_when_to_come_again(park):
    limit = "INSERT INTO setting(tenant_id, name, value) VALUES (:tenant, :name, '2')"
    park.write(limit, tenant=park.seeded.tenant_id, name="central.requests_a_minute")
    answers = [park.till.send("GET", "/v1/sync/pull?cursor=&limit=1") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert decode(answers[-1].content, ErrorReply).error.key == "central.busy"
    assert int(answers[-1].headers["Retry-After"]) > 0
    neighbour = park.site.enrol(park.seeded.tenant_id, code="N01")
    assert neighbour.send("GET", "/v1/sync/pull?cursor=&limit=1").status_code == 200
