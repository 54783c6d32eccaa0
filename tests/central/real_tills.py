"""Real till stores that synchronise with a real central in this process: only the wire is replaced."""

from __future__ import annotations

import base64
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posapp.app.enrolling import _enrolment
from posapp.central.enrolment import make_enrol_code
from posapp.clock import Ids, ManualClock
from posapp.offline.cache_store import CacheStore
from posapp.offline.central_api import SyncCalls
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.entries import Entry
from posapp.offline.identity import server_key_of
from posapp.offline.keys import TillKeys
from posapp.offline.sync import Sync, SyncParts
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import Failure
from posapp.offline.sync_state import Till as Speaker
from posapp.offline.wires import HttpFailure, HttpReply, HttpRequest
from posapp.wire import signing
from posapp.wire.canonical import decode
from posapp.wire.facts import Fact, FactData, FactHead
from posapp.wire.sync import EnrolReply
from tests.offline.tills import KEYS, Till

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.sync_status import SyncStatus

ADDRESS = "http://127.0.0.1:1"


class InProcess:
    """Central's application called as a function; `change` may bend what comes back, or lose it."""

    def __init__(self, park: Any):
        self.park = park
        self.change: Callable[[HttpRequest, HttpReply], HttpReply] = lambda _request, reply: reply
        self.asked: list[str] = []

    def ask(self, request: HttpRequest) -> HttpReply:
        target = request.url.removeprefix(ADDRESS)
        self.asked.append(target)
        answer = self.park.site.client.request(
            request.method, target, content=request.body, headers=request.headers
        )
        reply = HttpReply(
            status=answer.status_code,
            content_type=answer.headers.get("Content-Type", ""),
            retry_after=answer.headers.get("Retry-After", ""),
            body=answer.content,
            signature=answer.headers.get(signing.REPLY_HEADER, ""),
        )
        return self.change(request, reply)

    def close(self) -> None:
        pass


def lost(_request: HttpRequest, _reply: HttpReply) -> HttpReply:
    """Central did it, and nobody hears."""
    raise HttpFailure(Failure.NO_ANSWER)


@dataclass
class RealTill(Till):
    """A till of the tests with the identity that central gave it."""

    enrolment: Any = None

    def open(self):
        super().open()
        if self.store.identity.enrolment() is None:
            self.store.identity.save(self.enrolment)
        return self.store

    def entry(self, data: FactData, attachments=()) -> Entry:
        entry = super().entry(data, attachments)
        known = self.store.identity.required()
        head = entry.fact.head
        values = {name: getattr(head, name) for name in FactHead.__struct_fields__}
        values |= {
            "tenant_id": known.tenant_id,
            "shop_id": known.shop_id,
            "terminal_id": known.terminal_id,
            "incarnation": known.incarnation,
        }
        return Entry(fact=Fact(head=FactHead(**values), data=data), attachments=attachments)


@dataclass
class Machine:
    """One machine: its data folder, its clock, and a lane that synchronises when told to."""

    park: Any
    folder: Path
    enrolment: Any
    clock: ManualClock
    till: RealTill = field(init=False)
    keys: TillKeys = KEYS
    told: list[int] = field(default_factory=list)

    def __post_init__(self):
        self.wire = InProcess(self.park)
        self.start()

    def start(self) -> Machine:
        self.till = RealTill(
            self.folder / "till", clock=self.clock, enrolled=False, enrolment=self.enrolment
        )
        self.cache = CacheStore.open(self.folder / "till", KEYS.cache_db)
        self.sync = self._sync()
        return self

    def stop(self) -> Machine:
        self.cache.close()
        self.till.store.close()
        return self

    def copy(self, folder: Path) -> Machine:
        """Another machine with the same data folder, as somebody copies a disk."""
        self.stop()
        shutil.copytree(self.folder, folder)
        self.start()
        return Machine(self.park, folder, self.enrolment, self.clock)

    def back_up(self, folder: Path) -> None:
        self.stop()
        shutil.copytree(self.folder, folder)
        self.start()

    def restore(self, folder: Path) -> None:
        """The whole disk of that day, its black box too: nothing here knows of anything later."""
        self.stop()
        shutil.rmtree(self.folder)
        shutil.copytree(folder, self.folder)
        self.start()

    def synchronise(self, times: int = 1) -> SyncStatus:
        for _ in range(times):
            self.clock.advance_ms(1_000)
            status = self.sync.run_until_idle()
        return status

    def sell(self, amount: int = 1_200) -> str:
        """The receipt number on the paper."""
        return self.till.sell(amount).receipt_number

    def waiting(self) -> int:
        return self.till.store.outbox.depth()[0]

    def incarnation(self) -> int:
        return self.till.store.identity.required().incarnation

    def _sync(self) -> Sync:
        store = self.till.store
        known = store.identity.required()
        ids = Ids(self.clock)
        credentials = Credentials(
            terminal_id=known.terminal_id,
            incarnation=known.incarnation,
            private_key=self.keys.device_private,
            server_key=server_key_of(known),
        )
        link = CentralLink(ADDRESS, credentials, self.clock, ids)
        link._http = self.wire
        calls = SyncCalls(link)

        def go_on_as(incarnation: int) -> None:
            calls.use_incarnation(incarnation)
            self.told.append(incarnation)

        def trust(sign_key: str) -> None:
            if store.identity.pin_server_key(sign_key):
                calls.use_server_key(server_key_of(store.identity.required()))

        return Sync(
            SyncParts(
                till=Speaker(terminal_id=known.terminal_id, app_version="1", run_id=ids.new()),
                hands=StoreHands(
                    store.journal, store.outbox, store.identity, self.cache, store.leases.held
                ),
                calls=calls,
                clock=self.clock,
                jitter=lambda least, most: least,
                on_status=lambda _status: None,
                on_offset=lambda _ms, _error_ms: None,
                on_incarnation=go_on_as,
                on_server_key=trust,
            )
        )


def enrol_machine(park: Any, folder: Path, code: str = "A07") -> Machine:
    """A new machine, enrolled at this central."""
    one_time = make_enrol_code(
        park.central,
        tenant_id=park.seeded.tenant_id,
        shop_code="1",
        terminal_code=code,
        label="收银机",
    )
    key = base64.b64encode(signing.public_key_of(KEYS.device_private)).decode()
    answer = park.site.client.post(
        "/v1/enrol", json={"code": one_time, "public_key": key, "app_version": "1"}
    )
    assert answer.status_code == 200, answer.text
    enrolment = _enrolment(decode(answer.content, EnrolReply), ADDRESS)
    return Machine(park, folder, enrolment, park.clock)


def receipts(park: Any) -> list[str]:
    """Every receipt number that central has posted, as often as it has."""
    return sorted(number for (number,) in park.rows("SELECT receipt_number FROM sale"))
