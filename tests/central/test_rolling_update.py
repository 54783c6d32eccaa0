"""Fault 55: a newer program migrates while processes of the older one go on serving."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.commands import create_central, open_central, seed_sample
from posapp.central.retrying import again
from posapp.central.sms import NoGateway
from posapp.clock import ManualClock
from posapp.wire.facts import SaleData
from tests.central.conftest import STORE
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import Site, refusal

PUSHES = 8
HOT = ("sale", "sale_tender", "inbox", "posting", "entry", "account", "terminal", "terminal_head")
NEXT = "9999"


@pytest.fixture
def sites(server, tmp_path):
    """Two processes of the program that is there, over one database."""
    clock = ManualClock()
    with server.database() as url:
        one = create_central(tmp_path, clock=clock, url=url)
        seeded = seed_sample(one, json.dumps(STORE).encode())
        other = open_central(tmp_path, clock=clock, sms=NoGateway(), url=url)
        made = [Site(one, clock), Site(other, clock)]
        yield made, seeded, url
        for site in made:
            site.client.close()
            site.central.database.close()


def migrate(database):
    """As a next revision may: new columns with a default, a new table, nothing taken away."""
    with database.migration() as connection:
        for table in HOT:
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN later TEXT DEFAULT 'x'")
        connection.exec_driver_sql("CREATE TABLE later (id TEXT PRIMARY KEY)")
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NEXT}'")


def test_old_processes_serve_on_while_a_new_one_adds_to_the_schema(sites, tmp_path):
    (one, other), seeded, url = sites
    tills = [site.enrol(seeded.tenant_id, code=f"U{n}") for n, site in enumerate((one, other))]
    halfway = threading.Barrier(3, timeout=60)

    def work(till):
        told = []
        for n in range(PUSHES):
            if n == PUSHES // 2:
                halfway.wait()
            sold = sale(till.ids, cart(A), cash(till.ids, A.price))
            told += till.tell(SaleData(sale=sold))
            till.pull()
        return told

    with ThreadPoolExecutor(2) as threads:
        works = [threads.submit(work, till) for till in tills]
        halfway.wait()
        again(lambda: migrate(one.central.database))
        assert [each.result() for each in works] == [["applied"] * PUSHES] * 2
    with one.central.database.read() as connection:
        rows = "SELECT count(*), count(later) FROM sale"
        assert tuple(connection.exec_driver_sql(rows).one()) == (2 * PUSHES, 2 * PUSHES)
    error = refusal(open_central, tmp_path, clock=one.clock, sms=NoGateway(), url=url)
    assert error.key == "central.schema_newer"
    assert tills[0].tell(SaleData(sale=sale(tills[0].ids, cart(A), cash(tills[0].ids, A.price))))
