"""Enrolment, hello, push, pull and dead letters: facts up, state down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import msgspec

from posapp.central.dead_letters import keep_dead_letter
from posapp.central.device_keys import announce_key
from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.enrolment import enrol
from posapp.central.feed import pull, read_epoch
from posapp.central.inbox import Inbox
from posapp.central.inbox_state import read_head
from posapp.central.incarnations import settle_incarnation
from posapp.central.lease_recovery import hear
from posapp.errors import Refused
from posapp.wire.sync import (
    PROTOCOL_MAX,
    PROTOCOL_MIN,
    AnnounceKey,
    DeadLetterReply,
    EnrolReply,
    EnrolRequest,
    HelloReply,
    HelloRequest,
    KeyAnnounced,
    PullReply,
    PushReply,
    PushRequest,
)

_ROWS_A_PAGE: Final = 500


class PullRow(msgspec.Struct, frozen=True, kw_only=True):
    """A change: kind, key, version, u or d, and the row itself."""

    t: str
    k: str
    v: int
    op: str
    d: dict[str, Any] | None = None


class PullPage(msgspec.Struct, frozen=True, kw_only=True):
    """PullReply as OpenAPI can say it."""

    request_id: str
    epoch: str
    rows: tuple[PullRow, ...]
    next: str
    more: bool
    head: int
    min_pos: int
    server_time_ms: int


def _enrol(call: Call) -> EnrolReply:
    return enrol(call.central, call.read(EnrolRequest), call.request_id)


def _announce_key(call: Call) -> KeyAnnounced:
    announce_key(call.central, call.caller, call.read(AnnounceKey))
    return KeyAnnounced(request_id=call.request_id)


def _hello(call: Call) -> HelloReply:
    asked = call.read(HelloRequest)
    if asked.protocol_max < PROTOCOL_MIN or asked.protocol_min > PROTOCOL_MAX:
        raise Refused("sync.protocol_unknown", least=PROTOCOL_MIN, most=PROTOCOL_MAX)
    standing = settle_incarnation(call.central, call.caller, asked)
    hear(call.central, call.caller, asked.leases)
    with call.central.database.read() as connection:
        seq, _, durable_seq = read_head(
            connection, replace(call.caller, incarnation=standing.incarnation)
        )
        return HelloReply(
            request_id=asked.request_id,
            protocol=min(asked.protocol_max, PROTOCOL_MAX),
            epoch=read_epoch(connection),
            incarnation=standing.incarnation,
            because=standing.because,
            sign_key=call.central.keys.sign_key,
            expect_seq=seq + 1,
            durable_seq=durable_seq,
            server_time_ms=call.now_ms,
        )


def _push(call: Call) -> PushReply:
    request = call.read(PushRequest)
    central, caller = call.central, call.caller.under(request.incarnation)
    with central.database.write() as connection:
        inbox = Inbox(connection, caller, lambda: central.new_unit(connection, caller.tenant))
        return inbox.receive(request)


def _pull(call: Call) -> PullReply:
    limit = call.query.get("limit", str(_ROWS_A_PAGE))
    if not limit.isascii() or not limit.isdigit():
        raise Refused("wire.not_understood", reason="limit")
    with call.central.view(call.caller) as view:
        return pull(
            view,
            cursor=call.query.get("cursor", ""),
            limit=int(limit[:9]),
            request_id=call.request_id,
        )


def _dead_letter(call: Call) -> DeadLetterReply:
    central, caller = call.central, call.caller.under(_incarnation(call))
    with central.database.write() as connection:
        unit = central.new_unit(connection, caller.tenant)
        keep_dead_letter(unit, caller, call.body)
        return DeadLetterReply(
            request_id=call.request_id,
            epoch=read_epoch(connection),
            incarnation=caller.incarnation,
        )


def _incarnation(call: Call) -> int:
    """Under which one the item stood; without saying so, the present one."""
    text = call.query.get("incarnation", "")
    if not text:
        return call.caller.incarnation
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Refused("wire.not_understood", reason="incarnation")
    return int(text)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/enrol",
        summary="Swap a one-time code for a terminal identity",
        handler=_enrol,
        takes=EnrolRequest,
        gives=EnrolReply,
        access=Access.OPEN,
    ),
    Endpoint(
        method="POST",
        path="/v1/keys/announce",
        summary="The device's next key",
        handler=_announce_key,
        takes=AnnounceKey,
        gives=KeyAnnounced,
    ),
    Endpoint(
        method="POST",
        path="/v1/sync/hello",
        summary="Where both sides stand",
        handler=_hello,
        takes=HelloRequest,
        gives=HelloReply,
    ),
    Endpoint(
        method="POST",
        path="/v1/sync/push",
        summary="Facts in journal order; one result for each",
        handler=_push,
        takes=PushRequest,
        gives=PushReply,
    ),
    Endpoint(
        method="GET",
        path="/v1/sync/pull",
        summary="Changed rows after a cursor",
        handler=_pull,
        gives=PullReply,
        shows=PullPage,
        query=("cursor", "limit"),
        refuses=(410,),
    ),
    Endpoint(
        method="POST",
        path="/v1/sync/deadletter",
        summary="Any bytes: kept, never refused",
        handler=_dead_letter,
        gives=DeadLetterReply,
        query=("incarnation",),
    ),
)
