"""Held sales: kept for the tills of a shop, listed, and given to the one that asks first."""

from __future__ import annotations

from typing import Final

from posapp.central import held
from posapp.central.endpoint import Call, Endpoint
from posapp.wire.held import HeldAsked, HeldClaim, HeldClaimed, HeldKept, HeldListed, HeldOrder


def _put(call: Call) -> HeldKept:
    order = call.read(HeldOrder)
    with call.central.database.write() as connection:
        standing = held.put(connection, call.caller, order, call.now_ms)
    return HeldKept(request_id=call.request_id, standing=standing)


def _claim(call: Call) -> HeldClaimed:
    """By nature the same however often it is asked: the order stays with the till that has it."""
    asked = call.read(HeldClaim)
    with call.central.database.write() as connection:
        return held.claim(connection, call.caller, asked, call.request_id, call.now_ms)


def _list(call: Call) -> HeldListed:
    asked = call.read(HeldAsked)
    with call.central.database.read() as connection:
        return held.listed(connection, call.caller, asked, call.request_id)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/held/put",
        summary="Keep a held sale under its id for the tills of this shop",
        handler=_put,
        takes=HeldOrder,
        gives=HeldKept,
    ),
    Endpoint(
        method="POST",
        path="/v1/held/claim",
        summary="Take a held sale back; exactly one till has it, the others hear which",
        handler=_claim,
        takes=HeldClaim,
        gives=HeldClaimed,
    ),
    Endpoint(
        method="POST",
        path="/v1/held/list",
        summary="The held sales that wait in this shop, oldest first, and how one's own stand",
        handler=_list,
        takes=HeldAsked,
        gives=HeldListed,
    ),
)
