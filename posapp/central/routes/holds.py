"""Holds: declined and wrong codes are ordinary answers; only broken requests are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.endpoint import Call, Endpoint
from posapp.central.holds import begin_hold, confirm_hold, release_hold, show_hold
from posapp.central.idempotency import answered
from posapp.central.lease_notes import say_where_it_is
from posapp.wire.requests import HoldBegin, HoldConfirm, HoldRef, HoldReply

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View


def _begin(call: Call) -> HoldReply:
    request = call.read(HoldBegin)

    def begin(unit: Unit, view: View) -> HoldReply:
        reply = begin_hold(unit, view, call.caller, request, call.request_id)
        return say_where_it_is(unit, call.caller, request, reply)

    return _once(call, request.hold_id, begin)


def _confirm(call: Call) -> HoldReply:
    """A wrong code counts once per request id: a repeated request is not a second try."""
    request = call.read(HoldConfirm)
    return _once(
        call,
        call.request_id,
        lambda unit, view: confirm_hold(unit, view, call.caller, request, call.request_id),
    )


def _release(call: Call) -> HoldReply:
    return _at_once(call, release_hold)


def _show(call: Call) -> HoldReply:
    return _at_once(call, show_hold)


def _once(call: Call, chosen_id: str, make: Callable[[Unit, View], HoldReply]) -> HoldReply:
    key = call.key(chosen_id)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        return answered(unit.connection, key, call.request_id, HoldReply, lambda: make(unit, view))


def _at_once(call: Call, act: Callable[[Unit, View, Caller, str, str], HoldReply]) -> HoldReply:
    """By nature the same however often it is asked."""
    hold_id = call.read(HoldRef).hold_id
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        return act(unit, view, call.caller, hold_id, call.request_id)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/holds/begin",
        summary="Reserve stored value or points",
        handler=_begin,
        takes=HoldBegin,
        gives=HoldReply,
        refuses=(404, 409),
    ),
    Endpoint(
        method="POST",
        path="/v1/holds/confirm",
        summary="The second factor for a pending hold",
        handler=_confirm,
        takes=HoldConfirm,
        gives=HoldReply,
        refuses=(404, 409),
    ),
    Endpoint(
        method="POST",
        path="/v1/holds/release",
        summary="Free what a hold reserves",
        handler=_release,
        takes=HoldRef,
        gives=HoldReply,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/holds/show",
        summary="A hold as it stands",
        handler=_show,
        takes=HoldRef,
        gives=HoldReply,
        refuses=(404,),
    ),
)
