"""Acquirers' bills at a manager's till: handed in with her PIN, listed with what differs."""

from __future__ import annotations

import base64
import binascii
from typing import Final

from posapp.central.case_rights import proved, worker
from posapp.central.endpoint import Call, Endpoint
from posapp.central.gateway.bill import Layout
from posapp.central.gateway.bill_book import BillFile, bills, import_bill
from posapp.errors import Refused
from posapp.wire.bills import BillGiven, BillsAsked, BillsListed, BillTaken


def _list(call: Call) -> BillsListed:
    asked = call.read(BillsAsked)
    worker(call.central, call.caller, asked.staff_id)
    with call.central.database.read() as connection:
        found = bills(connection, call.caller.tenant.id)
    return BillsListed(
        request_id=call.request_id, bills=found, acquirers=call.central.acquirers.names
    )


def _take(call: Call) -> BillTaken:
    given = call.read(BillGiven)
    act = proved(call.central, call.caller, given.staff_id, given.pin, given.file_name)
    file = BillFile(
        acquirer=given.acquirer,
        layout=Layout(given.layout),
        name=given.file_name,
        data=_bytes(given.content),
        day=given.day,
    )
    bill = import_bill(call.central, call.caller.tenant, file, act)
    return BillTaken(request_id=call.request_id, bill=bill)


def _bytes(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("wire.not_understood", reason="content") from error


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/desk/bills",
        summary="The newest bills of the acquirers, with what differs",
        handler=_list,
        takes=BillsAsked,
        gives=BillsListed,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/bill",
        summary="Import a bill file, whole or not at all",
        handler=_take,
        takes=BillGiven,
        gives=BillTaken,
        refuses=(403,),
    ),
)
