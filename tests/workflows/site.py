"""A real central on a loopback port, and a till that is enrolled at it."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import uvicorn

from posapp.app.enrolling import enrol_till
from posapp.central.app import create_app
from posapp.central.commands import create_central, open_central, seed_sample
from posapp.central.enrolment import make_enrol_code
from posapp.central.seeding import Seeded, SeededMember
from posapp.central.service import Central
from posapp.central.sms import FileGateway
from posapp.clock import Ids, ManualClock
from posapp.offline.bootstrap import fill_cache
from posapp.offline.cache_store import CacheStore
from posapp.offline.central_api import CentralApi, SyncCalls
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.keys import new_keys
from posapp.offline.service_calls import ServiceCalls
from posapp.offline.till_store import TillStore
from posapp.wire.member_code import digits_at
from posapp.wire.requests import FindMember
from posapp.wire.sync import ItemOutcome, PushRequest
from tests.workflows.counter import Counter, station, wired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.domain.member import Member

STORE = {
    "tenant": {"name": "星河乐园"},
    "shop": {"code": "1", "name": "1 号店"},
    "staff": [
        {"number": "1024", "name": "张敏", "role": "cashier", "pin": "135790"},
        {"number": "9001", "name": "周店长", "role": "manager", "pin": "246802"},
    ],
    "categories": [{"name": "玩具"}],
    "products": [
        {"code": "A", "name": "熊猫毛绒", "category": "玩具", "price": 20_000},
        {"code": "B", "name": "雨伞", "category": "玩具", "price": 10_000},
    ],
    "offers": [
        {
            "code": "gold",
            "version": 3,
            "label": "金卡 9 折",
            "stage": 1,
            "basis_points": 1_000,
            "tier": "gold",
        },
        {
            "code": "C20",
            "version": 1,
            "label": "减 20",
            "stage": 3,
            "amount": 2_000,
            "coupon": True,
        },
    ],
    "members": [
        {
            "phone": "13812345678",
            "name": "王小芳",
            "tier": "gold",
            "principal": 100_000,
            "bonus": 15_000,
            "points": 2_000,
        },
        {"phone": "13900000002", "name": "李冻", "status": "frozen", "principal": 5_000},
    ],
}


@dataclass(frozen=True)
class Site:
    """Central, its address, its clock (the tills', too) and who was made."""

    central: Central
    clock: ManualClock
    url: str
    seeded: Seeded
    folder: Path

    @property
    def fang(self) -> SeededMember:
        return self.seeded.members[0]

    def shown_code(self) -> str:
        """The digits on her phone in this minute."""
        return digits_at(self.fang.seed, self.clock.wall_ms(), ZoneInfo("Asia/Shanghai"))

    def texted_code(self) -> str:
        """The code in the newest message."""
        lines = (self.folder / "sms.jsonl").read_text("utf-8").splitlines()
        match = re.search(r"\b[0-9]{6}\b", json.loads(lines[-1])["text"])
        assert match is not None
        return match[0]


@dataclass(frozen=True)
class OnlineCounter:
    """A till at this central; `push` and `pull` are what the sync lane does in the background."""

    counter: Counter
    calls: SyncCalls
    site: Site
    desk_calls: ServiceCalls | None = None

    def push(self) -> list[ItemOutcome]:
        store, place = self.counter.store, self.counter.desk.place
        outcomes = []
        while items := store.outbox.pending(100, 2**18):
            request = PushRequest(
                request_id=self.counter.desk.new_id(),
                epoch=store.identity.required().epoch,
                terminal_id=place.terminal_id,
                incarnation=place.incarnation,
                items=tuple(item.to_push() for item in items),
            )
            reply = self.calls.push(request).reply
            outcomes += [item.outcome for item in reply.items]
            store.outbox.settle(reply.items, reply.epoch)
        return outcomes

    def pull(self) -> None:
        store = self.counter.store
        intake = FeedIntake(self.counter.cache, store.staff, store.settings)
        fill_cache(self.calls, intake, self.counter.desk.new_id)

    def fang(self) -> Member:
        """She, as central knows her now."""
        request = FindMember(text=self.site.fang.phone)
        (member,) = self.counter.central.find_members(request).members
        return member


def seeded_folder(folder: Path, store: object = STORE) -> Seeded:
    """A central's data folder with the small park in it; tests work on copies."""
    central = create_central(folder, clock=ManualClock())
    seeded = seed_sample(central, json.dumps(store).encode())
    central.database.close()
    return seeded


@contextmanager
def running(source: Path, seeded: Seeded, folder: Path) -> Iterator[Site]:
    """Central in a thread of this process, over real HTTP, on a copy of a seeded folder."""
    shutil.copytree(source, folder)
    clock = ManualClock()
    central = open_central(folder, clock=clock, sms=FileGateway(folder / "sms.jsonl"))
    config = uvicorn.Config(
        create_app(central), port=0, log_level="warning", access_log=False, lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.005)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Site(central, clock, f"http://127.0.0.1:{port}", seeded, folder)
    finally:
        server.should_exit = True
        thread.join()
        central.database.close()


@contextmanager
def enrolled_till(site: Site, folder: Path, code: str) -> Iterator[OnlineCounter]:
    """A till of this name, enrolled and filled, with its devices and workflows."""
    keys, ids = new_keys(), Ids(site.clock)
    one_time = make_enrol_code(
        site.central,
        tenant_id=site.seeded.tenant_id,
        shop_code="1",
        terminal_code=code,
        label=code,
    )
    enrolment = enrol_till(folder, keys, site.clock, url=site.url, code=one_time)
    credentials = Credentials(
        terminal_id=enrolment.terminal_id,
        incarnation=enrolment.incarnation,
        private_key=keys.device_private,
    )
    with ExitStack() as closing:
        store = TillStore.open(folder, keys, site.clock, ballast_bytes=4_096)
        closing.callback(store.close)
        cache = CacheStore.open(folder, keys.cache_db)
        closing.callback(cache.close)
        api = CentralApi(CentralLink(site.url, credentials, site.clock, ids), 5_000)
        closing.callback(api.close)
        # A PIN is proved on purpose slowly, and a test machine may be busy.
        desk_calls = ServiceCalls(CentralLink(site.url, credentials, site.clock, ids), 60_000)
        closing.callback(desk_calls.close)
        calls = SyncCalls(CentralLink(site.url, credentials, site.clock, ids))
        closing.callback(calls.close)
        devices = station(folder)
        closing.callback(devices.close)
        counter = wired(folder, site.clock, store, cache, devices, central=api)
        yield OnlineCounter(counter, calls, site, desk_calls)
