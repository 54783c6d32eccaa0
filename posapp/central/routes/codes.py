"""Codes by SMS: sent for a hold or a registration, checked for a registration."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from posapp.central.codes import again_verified, forget_code, prepare_code, verify_phone
from posapp.central.endpoint import Call, Endpoint
from posapp.central.idempotency import finish, give_up, start
from posapp.errors import Refused, Unavailable
from posapp.wire.requests import SendCode, SendCodeReply, VerifyPhone, VerifyPhoneReply


def _send(call: Call) -> SendCodeReply:
    """The gateway is called between two transactions, never inside one."""
    central, caller = call.central, call.caller
    request = call.read(SendCode)
    key = call.key(request.send_id)
    with central.work(caller.tenant) as unit:
        stored = start(unit.connection, key, call.request_id, SendCodeReply)
        if stored is not None:
            return stored
        view = central.view_on(unit.connection, caller)
        message = prepare_code(unit, view, caller, request, call.request_id)
    try:
        central.sms.send(message.phone, message.text, at_ms=call.now_ms)
    except Unavailable:
        with central.database.write() as connection:
            forget_code(connection, request.send_id)
            give_up(connection, key)
        raise
    with central.database.write() as connection:
        finish(connection, key, message.reply)
    return message.reply


def _verify(call: Call) -> VerifyPhoneReply:
    central, caller = call.central, call.caller
    request = call.read(VerifyPhone)
    key = call.key(call.request_id)
    with central.work(caller.tenant) as unit:
        stored = start(unit.connection, key, call.request_id, VerifyPhoneReply)
        view = central.view_on(unit.connection, caller)
        if stored is not None:
            return again_verified(view, stored, request.phone)
        outcome = verify_phone(unit, view, caller, request, call.request_id)
        if isinstance(outcome, Refused):
            give_up(unit.connection, key)
        else:
            # What is kept for a lost answer names nobody: it outlives many a member.
            finish(unit.connection, key, structs.replace(outcome, member=None))
    if isinstance(outcome, Refused):
        raise outcome
    return outcome


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/codes/send",
        summary="Send a code to the member of a hold, or to a phone that registers",
        handler=_send,
        takes=SendCode,
        gives=SendCodeReply,
        refuses=(404, 409, 429),
    ),
    Endpoint(
        method="POST",
        path="/v1/codes/verify",
        summary="Check the code of a registering phone",
        handler=_verify,
        takes=VerifyPhone,
        gives=VerifyPhoneReply,
    ),
)
