"""Members: looked up one question at a time, within quotas, by POST so that nothing is in a URL."""

from __future__ import annotations

from typing import Final

from posapp.central.endpoint import Call, Endpoint
from posapp.central.lease_notes import say_where_coupons_are
from posapp.central.leases import reserved_for
from posapp.central.look_ups import find_members
from posapp.central.service_desk.access_log import FOUND, note_glances, onlooker
from posapp.wire.requests import FindMember, FindMemberReply


def _find(call: Call) -> FindMemberReply:
    request = call.read(FindMember)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        found = find_members(unit, view, call.caller, request.text)
        members = found.members
        by = onlooker(unit, request.staff_id, call.caller.terminal_id)
        note_glances(unit, [each.id for each in members], FOUND, by)
        lent = reserved_for(unit.connection, unit.tenant.id, [each.id for each in members])
        coupons = say_where_coupons_are(unit, call.caller, members)
    return FindMemberReply(
        request_id=call.request_id,
        members=members,
        reserved=lent,
        coupons=coupons,
        more=found.more,
    )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/members/find",
        summary="Members by phone, tail, card, number, code or name",
        handler=_find,
        takes=FindMember,
        gives=FindMemberReply,
        refuses=(429,),
    ),
)
