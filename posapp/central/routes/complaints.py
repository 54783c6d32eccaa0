"""Complaints at the service centre: what waits, one whole, steps in a person's name."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from posapp.central.complaints.acts import Done, act_on
from posapp.central.complaints.listing import listed, told
from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.idempotency import RequestKey, finish, start
from posapp.central.service_desk.hands import clerk_of, proved
from posapp.wire.canonical import encode
from posapp.wire.complaints import (
    ComplaintAct,
    ComplaintActed,
    ComplaintAsked,
    ComplaintsAsked,
    ComplaintsListed,
    ComplaintTold,
)


def _list(call: Call) -> ComplaintsListed:
    asked = call.read(ComplaintsAsked)
    clerk_of(call.central, call.caller, asked.staff_id)
    with call.central.database.read() as connection:
        tenant_id = call.caller.tenant.id
        return listed(connection, tenant_id, asked, call.now_ms, call.request_id)


def _show(call: Call) -> ComplaintTold:
    asked = call.read(ComplaintAsked)
    clerk = clerk_of(call.central, call.caller, asked.staff_id)
    with call.central.work(call.caller.tenant) as unit:
        terminal_id = call.caller.terminal_id
        return told(unit, clerk, terminal_id, asked.complaint_id, call.request_id)


def _act(call: Call) -> ComplaintActed:
    asked = call.read(ComplaintAct)
    call.key(asked.act_id)
    bare = structs.replace(asked, pin="", approver_pin="")
    terminal_id = call.caller.terminal_id
    key = RequestKey.of(terminal_id, call.path, asked.act_id, encode(bare), call.now_ms)
    hand = proved(call.central, call.caller, asked)
    with call.central.work(call.caller.tenant) as unit:
        stored = start(unit.connection, key, call.request_id, ComplaintActed)
        if stored is not None:
            return stored
        acted = _acted(call, asked, act_on(unit, hand, asked))
        finish(unit.connection, key, acted)
    return acted


def _acted(call: Call, asked: ComplaintAct, done: Done) -> ComplaintActed:
    return ComplaintActed(
        request_id=call.request_id,
        act_id=asked.act_id,
        complaint_id=done.complaint_id,
        state=done.state,
    )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/complaints/list",
        summary="Complaints that wait, the most urgent first, or those that are closed",
        handler=_list,
        takes=ComplaintsAsked,
        gives=ComplaintsListed,
        access=Access.TILL,
    ),
    Endpoint(
        method="POST",
        path="/v1/complaints/show",
        summary="One complaint with its steps; that it was read is kept",
        handler=_show,
        takes=ComplaintAsked,
        gives=ComplaintTold,
        access=Access.TILL,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/complaints/act",
        summary="Record, take, answer, follow up or close a complaint, proved by a PIN",
        handler=_act,
        takes=ComplaintAct,
        gives=ComplaintActed,
        access=Access.TILL,
        refuses=(404, 409),
    ),
)
