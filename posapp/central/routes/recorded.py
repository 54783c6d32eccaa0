"""Payments recorded as taken elsewhere, at a manager's till: listed, and settled with her PIN."""

from __future__ import annotations

from typing import Final

from posapp.central import recorded
from posapp.central.case_rights import proved, worker
from posapp.central.endpoint import Call, Endpoint
from posapp.wire.recorded import (
    RecordedAsked,
    RecordedListed,
    RecordedSettled,
    RecordedSettling,
    Standing,
)


def _list(call: Call) -> RecordedListed:
    asked = call.read(RecordedAsked)
    worker(call.central, call.caller, asked.staff_id)
    with call.central.database.read() as connection:
        found = recorded.page(connection, call.caller.tenant.id, asked.standing)
    return RecordedListed(
        request_id=call.request_id, rows=found.rows, total=found.total, amount=found.amount
    )


def _settle(call: Call) -> RecordedSettled:
    asked = call.read(RecordedSettling)
    act = proved(call.central, call.caller, asked.staff_id, asked.pin, asked.note)
    with call.central.work(call.caller.tenant) as unit:
        recorded.settle(unit, asked.payment_id, seen=asked.seen, who=act.who, note=act.note)
    return RecordedSettled(
        request_id=call.request_id,
        id=asked.payment_id,
        standing=Standing.SEEN if asked.seen else Standing.MISSING,
    )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/desk/recorded",
        summary="Payments recorded as taken elsewhere, of one standing",
        handler=_list,
        takes=RecordedAsked,
        gives=RecordedListed,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/recorded/settle",
        summary="One of them was looked for in a bill: seen there, or not found",
        handler=_settle,
        takes=RecordedSettling,
        gives=RecordedSettled,
        refuses=(403, 404),
    ),
)
