"""Leases: asked for, given back, and shown to the terminal that holds them."""

from __future__ import annotations

from typing import Final

from posapp.central.endpoint import Call, Endpoint
from posapp.central.lease_ends import release_lease, settle_all
from posapp.central.lease_grants import grant_lease, show_leases
from posapp.wire.leases import LeaseGrant, LeaseRelease, LeaseReply, LeasesReply


def _grant(call: Call) -> LeaseReply:
    """The lease's own row is the answer that is kept: a day's key is stored nowhere."""
    request = call.read(LeaseGrant)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        return grant_lease(unit, view, call.caller, request, call.request_id)


def _release(call: Call) -> LeaseReply:
    request = call.read(LeaseRelease)
    with call.central.work(call.caller.tenant) as unit:
        return release_lease(unit, call.caller, request, call.request_id)


def _show(call: Call) -> LeasesReply:
    with call.central.work(call.caller.tenant) as unit:
        settle_all(unit, call.caller.terminal_id)
        return show_leases(unit, call.caller, call.request_id)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/lease/grant",
        summary="Lend this terminal value of a member, to spend while central is out of reach",
        handler=_grant,
        takes=LeaseGrant,
        gives=LeaseReply,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/lease/release",
        summary="Give back what is left of a lease",
        handler=_release,
        takes=LeaseRelease,
        gives=LeaseReply,
        refuses=(404, 409),
    ),
    Endpoint(
        method="GET",
        path="/v1/lease/mine",
        summary="What is lent to this terminal, and what is recalled",
        handler=_show,
        gives=LeasesReply,
    ),
)
