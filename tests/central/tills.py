"""A till of the tests: enrolled with a real key, signing every request, keeping a chained journal."""

from __future__ import annotations

import base64
import hashlib
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any

import msgspec
from starlette.testclient import TestClient

from posapp.central.app import create_app
from posapp.central.enrolment import make_enrol_code
from posapp.central.service import Central
from posapp.clock import Ids, ManualClock
from posapp.errors import PosError, Refused
from posapp.wire import signing
from posapp.wire.canonical import decode, encode
from posapp.wire.chain import FIRST_LINK, next_link
from posapp.wire.facts import Actor, Fact, FactHead, aggregate_of, kind_of, to_body
from posapp.wire.requests import (
    Factor,
    HoldBegin,
    HoldConfirm,
    HoldLedger,
    HoldRef,
    HoldReply,
    SendCode,
    SendCodeReply,
)
from posapp.wire.sync import (
    Attachment,
    EnrolReply,
    ErrorReply,
    ItemResult,
    PullReply,
    PushItem,
    PushReply,
    PushRequest,
)


@dataclass
class Site:
    """One central over HTTP in this process, with a clock that the test moves."""

    central: Central
    clock: ManualClock
    client: TestClient = field(init=False)

    def __post_init__(self):
        self.client = TestClient(create_app(self.central), raise_server_exceptions=False)

    def enrol(self, tenant_id: str, shop: str = "1", code: str = "A03") -> Till:
        one_time = make_enrol_code(
            self.central,
            tenant_id=tenant_id,
            shop_code=shop,
            terminal_code=code,
            label="收银机 03",
        )
        private = secrets.token_bytes(32)
        key = base64.b64encode(signing.public_key_of(private)).decode()
        body = encode({"code": one_time, "public_key": key, "app_version": "test"})
        answer = self.client.post("/v1/enrol", content=body)
        assert answer.status_code == 200, answer.text
        return Till(site=self, private=private, identity=decode(answer.content, EnrolReply))


@dataclass
class Till:
    site: Site
    private: bytes
    identity: EnrolReply
    seq: int = 0
    chain: bytes = FIRST_LINK
    ids: Ids = field(init=False)
    shift_id: str | None = None

    def __post_init__(self):
        self.ids = Ids(self.site.clock)

    # -- requests ------------------------------------------------------------------------------

    def send(self, method: str, target: str, body: bytes = b"", request_id: str = "", **stamp: Any):
        stamp_of_call = signing.Stamp(
            terminal_id=self.identity.terminal_id,
            incarnation=self.identity.incarnation,
            **{"time_ms": self.site.clock.wall_ms(), "nonce": str(uuid.uuid4()), **stamp},
        )
        request = signing.Request(method=method, target=target, body=body)
        headers = signing.headers_for(self.private, request, stamp_of_call)
        headers[signing.REQUEST_ID_HEADER] = request_id or self.ids.new()
        return self.site.client.request(method, target, content=body, headers=headers)

    def ask(self, path: str, message: Any, kind: type, request_id: str = "") -> Any:
        """The reply. Raises Refused with central's key for anything but 200."""
        return _read(self.send("POST", path, encode(message), request_id), kind)

    def get(self, target: str, kind: type) -> Any:
        return _read(self.send("GET", target), kind)

    def pull(self, cursor: str = "", limit: int = 500) -> PullReply:
        return self.get(f"/v1/sync/pull?cursor={cursor}&limit={limit}", PullReply)

    def pull_all(self, cursor: str = "") -> list[Any]:
        rows = []
        while True:
            page = self.pull(cursor)
            rows += page.rows
            cursor = page.next
            if not page.more:
                return rows

    # -- holds ---------------------------------------------------------------------------------

    def begin(self, member_id: str, amount: int, ledger=HoldLedger.STORED_VALUE, **ids: str):
        message = HoldBegin(
            hold_id=ids.get("hold_id") or self.ids.new(),
            sale_id=ids.get("sale_id") or self.ids.new(),
            member_id=member_id,
            ledger=ledger,
            amount=amount,
        )
        return self.ask("/v1/holds/begin", message, HoldReply)

    def confirm(self, hold_id: str, code: str, factor=Factor.DYNAMIC_CODE, request_id: str = ""):
        message = HoldConfirm(hold_id=hold_id, factor=factor, code=code)
        return self.ask("/v1/holds/confirm", message, HoldReply, request_id)

    def release(self, hold_id: str) -> HoldReply:
        return self.ask("/v1/holds/release", HoldRef(hold_id=hold_id), HoldReply)

    def show(self, hold_id: str) -> HoldReply:
        return self.ask("/v1/holds/show", HoldRef(hold_id=hold_id), HoldReply)

    def send_sms(self, hold_id: str) -> SendCodeReply:
        message = SendCode(send_id=self.ids.new(), purpose="hold", hold_id=hold_id)
        return self.ask("/v1/codes/send", message, SendCodeReply)

    # -- facts ---------------------------------------------------------------------------------

    def head(self, **changes: Any) -> FactHead:
        values = {
            "event_id": self.ids.new(),
            "tenant_id": self.identity.tenant_id,
            "shop_id": self.identity.shop_id,
            "terminal_id": self.identity.terminal_id,
            "incarnation": self.identity.incarnation,
            "at_ms": self.site.clock.wall_ms(),
            "business_date": "2026-11-22",
            "shift_id": self.shift_id,
            "actor": Actor(kind="staff", id="s", name="张敏"),
            "currency": "CNY",
        }
        return FactHead(**{**values, **changes})

    def journal(self, data: Any, attachments: tuple[Attachment, ...] = (), **head: Any) -> PushItem:
        """The next entry of this till's journal."""
        fact = Fact(head=self.head(**head), data=data)
        return self.entry(
            fact.head.event_id,
            kind_of(data),
            aggregate_of(fact),
            to_body(fact).decode(),
            attachments,
        )

    def entry(
        self,
        event_id: str,
        kind: str,
        aggregate_id: str,
        body: str,
        attachments: tuple[Attachment, ...] = (),
    ) -> PushItem:
        self.seq += 1
        sha = hashlib.sha256(body.encode()).digest()
        self.chain = next_link(self.chain, self.identity.incarnation, self.seq, event_id, sha)
        return PushItem(
            seq=self.seq,
            event_id=event_id,
            kind=kind,
            schema=1,
            aggregate_id=aggregate_id,
            body=body,
            body_sha256=sha.hex(),
            chain=self.chain.hex(),
            wall_ms=self.site.clock.wall_ms(),
            mono_ms=0,
            boot_id="b",
            attachments=attachments,
        )

    def push(self, *items: PushItem) -> tuple[ItemResult, ...]:
        message = PushRequest(
            request_id=self.ids.new(),
            epoch=self.identity.epoch,
            terminal_id=self.identity.terminal_id,
            incarnation=self.identity.incarnation,
            items=items,
        )
        return self.ask("/v1/sync/push", message, PushReply, message.request_id).items

    def tell(self, *data: Any, attachments: tuple[Attachment, ...] = ()) -> list[str]:
        """Journal and push; the outcomes."""
        items = [self.journal(each, attachments) for each in data]
        return [result.outcome.value for result in self.push(*items)]


def _read(answer: Any, kind: type) -> Any:
    if answer.status_code == 200:
        return decode(answer.content, kind)
    reply = decode(answer.content, ErrorReply)
    raise Refused(reply.error.key, **reply.error.params)


def refusal(call: Any, *args: Any, **kwargs: Any) -> PosError:
    """The error of a call that has to fail."""
    try:
        answer = call(*args, **kwargs)
    except PosError as error:
        return error
    raise AssertionError(f"not refused: {answer}")


def feed_members(rows: list[Any]) -> dict[str, dict[str, Any]]:
    return {row.k: msgspec.json.decode(row.d) for row in rows if row.t == "member"}
