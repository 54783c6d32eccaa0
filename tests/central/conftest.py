"""A fresh central in a temporary folder for every test, with one small park in it."""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from posapp.central.commands import create_central, open_central, seed_sample
from posapp.central.data_folder import URL_FILE
from posapp.central.seeding import only_tenant
from posapp.central.sms import FileGateway
from posapp.central.tables import METADATA
from posapp.clock import ManualClock
from posapp.errors import Unavailable
from posapp.wire.member_code import digits_at
from tests.central.real_tills import enrol_machine
from tests.central.server import binaries, running
from tests.central.tills import Site

STORE = {
    "tenant": {"name": "星河乐园"},
    "shop": {"code": "1", "name": "1号店"},
    "staff": [{"number": "1024", "name": "张敏", "role": "cashier", "pin": "1024"}],
    "categories": [{"name": "饮料"}],
    "products": [
        {
            "code": "W1",
            "name": "矿泉水",
            "category": "饮料",
            "price": 300,
            "barcodes": ["6901234567892"],
        }
    ],
    "offers": [
        {
            "code": "SAVE20",
            "version": 1,
            "label": "满200减20",
            "stage": 3,
            "amount": 2000,
            "coupon": True,
        }
    ],
    "settings": {"language": "zh_CN", "central.members_a_day": 50},
    "members": [
        {
            "phone": "13812345678",
            "name": "王芳",
            "tier": "gold",
            "principal": 100_000,
            "bonus": 15_000,
            "points": 2_000,
        },
        {"phone": "13900000002", "name": "李冻", "status": "frozen", "principal": 5_000},
    ],
}


ON_BOTH = {
    "test_counter_facts",
    "test_coupon_rights",
    "test_coupons",
    "test_feed",
    "test_held",
    "test_holds",
    "test_idempotency",
    "test_inbox",
    "test_isolation",
    "test_lease_points",
    "test_lease_recovery",
    "test_leases",
    "test_members",
    "test_merging",
    "test_nights",
    "test_quarantine",
    "test_recovery",
    "test_report_offline",
    "test_snapshots",
    "test_timeline",
    "test_worked_example",
}
"""Where the engine matters: these run on a file and on a server."""


def pytest_generate_tests(metafunc):
    if "engine" in metafunc.fixturenames and metafunc.module.__name__.split(".")[-1] in ON_BOTH:
        engines = ("sqlite", "postgresql")
        metafunc.parametrize("engine", engines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request):
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL of this session; without its programs the tests on it are left out."""
    programs = None if sys.platform == "win32" else binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (initdb is nowhere)")
    with running(programs) as started:
        yield started


@pytest.fixture(scope="session")
def blank_central(tmp_path_factory):
    """One seeded folder for the session; each test works on a copy of it."""
    folder = tmp_path_factory.mktemp("central")
    central = create_central(folder, clock=ManualClock())
    seeded = seed_sample(central, json.dumps(STORE).encode())
    central.database.close()
    return folder, seeded


@pytest.fixture(scope="session")
def blank_on_server(server, tmp_path_factory):
    """The same on the server: one database, brought back to this for each test."""
    folder, name = tmp_path_factory.mktemp("central-on-server"), server.create()
    central = create_central(folder, clock=ManualClock(), url=server.url(name))
    seeded = seed_sample(central, json.dumps(STORE).encode())
    central.database.close()
    return folder, seeded, name, server.keep(name, METADATA.tables)


@pytest.fixture(scope="session")
def parks(engine, request):
    """Makes parks, one at a time: `with parks(folder) as park`."""
    return on_server(request) if engine == "postgresql" else in_file(request)


@pytest.fixture(scope="session")
def server_parks(request):
    return on_server(request)


def in_file(request):
    source, seeded = request.getfixturevalue("blank_central")

    @contextmanager
    def made(folder):
        for name in ("central.db", "central.key"):
            shutil.copy2(source / name, folder / name)
        with opened(folder, seeded) as park:
            yield park

    return made


def on_server(request):
    server = request.getfixturevalue("server")
    source, seeded, name, blank = request.getfixturevalue("blank_on_server")

    @contextmanager
    def made(folder):
        shutil.copy2(source / "central.key", folder / "central.key")
        url = server.reset(name, blank)
        named = folder / URL_FILE
        named.write_text(url, encoding="utf-8")
        named.chmod(0o600)
        with opened(folder, seeded, url) as park:
            yield park

    return made


@contextmanager
def opened(folder, seeded, url=""):
    clock = ManualClock()
    phones = Phones(folder / "sms.jsonl")
    central = open_central(folder, clock=clock, sms=phones, url=url)
    made = Park(Site(central, clock), seeded, folder)
    try:
        yield made
    finally:
        made.site.client.close()
        central.database.close()


@pytest.fixture
def park(parks, tmp_path):
    with parks(tmp_path) as made:
        yield made


@pytest.fixture
def machine(park, tmp_path):
    made = enrol_machine(park, tmp_path / "one")
    yield made
    made.stop()


@pytest.fixture
def other(machine, tmp_path):
    """A copy of the machine, made while it had sold three times and told central."""
    for _ in range(3):
        machine.sell()
    machine.synchronise()
    copy = machine.copy(tmp_path / "two")
    yield copy
    copy.stop()


class Phones(FileGateway):
    """Simulated phones whose network can be gone."""

    is_gone = False

    def send(self, phone, text, *, at_ms):
        if self.is_gone:
            raise Unavailable("sms.not_sent")
        super().send(phone, text, at_ms=at_ms)


class Park:
    """What most tests need: the site, one enrolled till, the member with value."""

    def __init__(self, site, seeded, folder):
        self.site, self.seeded, self.folder = site, seeded, folder
        self.clock, self.central = site.clock, site.central
        self.till = site.enrol(seeded.tenant_id)
        self.fang, self.frozen = seeded.members

    def code(self, at_ms=None):
        from zoneinfo import ZoneInfo

        moment = self.clock.wall_ms() if at_ms is None else at_ms
        return digits_at(self.fang.seed, moment, ZoneInfo("Asia/Shanghai"))

    def hold_value(self, amount, till=None):
        """A usable hold on the member's stored value; the clock moves on, so that codes differ."""
        till = till or self.till
        self.clock.advance_ms(60_000)
        hold = till.begin(self.fang.id, amount)
        reply = till.confirm(hold.hold_id, self.code())
        assert reply.state.value == "usable", reply
        return reply

    def rows(self, sql, **values):
        """What a query finds; `:name` in it takes a value."""
        with self.central.database.read() as connection:
            return [tuple(row) for row in connection.execute(text(sql), values)]

    def write(self, sql, **values):
        with self.central.database.write() as connection:
            connection.execute(text(sql), values)

    @property
    def tenant(self):
        """The tenant, as requests of its tills are answered in."""
        return only_tenant(self.central)

    @property
    def url(self):
        """The address of its server."""
        return self.central.database.url.render_as_string(hide_password=False)

    def cases(self):
        return sorted(kind for (kind,) in self.rows("SELECT kind FROM open_case"))

    def member(self, number=None):
        from posapp.central.report_members import MemberReport

        return self.till.get(f"/v1/reports/members/{number or self.fang.number}", MemberReport)

    def sms(self):
        path = self.folder / "sms.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
