"""A fresh central in a temporary folder for every test, with one small park in it."""

from __future__ import annotations

import json

import pytest

from posapp.central.commands import create_central, seed_sample
from posapp.central.sms import FileGateway
from posapp.clock import ManualClock
from posapp.errors import Unavailable
from posapp.wire.member_code import digits_at
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


@pytest.fixture(scope="session")
def blank_central(tmp_path_factory):
    """One seeded folder for the session; each test works on a copy of it."""
    folder = tmp_path_factory.mktemp("central")
    central = create_central(folder, clock=ManualClock())
    seeded = seed_sample(central, json.dumps(STORE).encode())
    central.database.close()
    return folder, seeded


@pytest.fixture
def park(blank_central, tmp_path):
    import shutil

    from posapp.central.commands import open_central

    source, seeded = blank_central
    for name in ("central.db", "central.key"):
        shutil.copy2(source / name, tmp_path / name)
    clock = ManualClock()
    central = open_central(tmp_path, clock=clock, sms=Phones(tmp_path / "sms.jsonl"))
    made = Park(Site(central, clock), seeded, tmp_path)
    yield made
    made.site.client.close()
    central.database.close()


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

    def rows(self, sql, *args):
        with self.central.database.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql, args)]

    def cases(self):
        return sorted(kind for (kind,) in self.rows("SELECT kind FROM open_case"))

    def member(self, number=None):
        from posapp.central.report_members import MemberReport

        return self.till.get(f"/v1/reports/members/{number or self.fang.number}", MemberReport)

    def sms(self):
        path = self.folder / "sms.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
